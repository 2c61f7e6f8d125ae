#include "engine/answer.h"

#include <algorithm>

namespace beding::engine {

Answer::Answer(Verdict verdict)
    : value(verdict.value),
      binding(verdict.binding),
      until(verdict.until),
      questions(verdict.questions),
      assumed(verdict.assumed) {}

Answer known(Value value) {
  Answer answer;
  answer.value = std::move(value);
  return answer;
}

Answer unknownFor(QuestionSet questions) {
  Answer answer;
  answer.questions = questions;
  return answer;
}

Verdict verdictOf(Answer answer) {
  const auto* found = std::get_if<Truth>(&answer.value);
  const bool waits = isKnown(answer.value) || !answer.questions.empty();
  const Truth value = found != nullptr ? *found : waits ? Truth::unknown : Truth::no;
  return {value, answer.binding, answer.until, answer.questions, answer.assumed};
}

void joinDoubts(Verdict& whole, const Verdict& part, Truth outcome, Truth decisive) {
  const auto settles = [&](const Verdict& one) { return one.value == decisive && one.assumed.empty(); };
  const bool settled = outcome == decisive && (settles(whole) || settles(part));
  whole.value = outcome;
  whole.binding = {};
  rest(whole, part);
  if (outcome != Truth::unknown) whole.questions.clear();
  if (settled) whole.assumed.clear();
}

Answer eitherWay(const Verdict& condition, const Answer& a, const Answer& b) {
  Answer answer = a;
  rest(answer, b);
  rest(answer, condition);
  if (a.known() && a.value == b.value) {
    answer.questions.clear();
  } else {
    answer.value = std::holds_alternative<Truth>(a.value) ? Value(Truth::unknown) : Value();
  }
  return answer;
}

}  // namespace beding::engine
