#include "engine/answer.h"

#include <algorithm>

namespace beding::engine {

void QuestionSet::add(std::uint32_t question) {
  if (!all_) all_ = std::make_unique<Indices>();
  const auto place = std::lower_bound(all_->begin(), all_->end(), question);
  if (place == all_->end() || *place != question) all_->insert(place, question);
}

void QuestionSet::join(const QuestionSet& others) {
  for (const std::uint32_t question : others) add(question);
}

Answer::Answer(Verdict verdict)
    : value(verdict.value),
      binding(verdict.binding),
      until(verdict.until),
      questions(std::move(verdict.questions)),
      assumed(std::move(verdict.assumed)) {}

Answer known(Value value) {
  Answer answer;
  answer.value = std::move(value);
  return answer;
}

Answer unknownFor(std::uint32_t question) {
  Answer answer;
  answer.questions.add(question);
  return answer;
}

Verdict verdictOf(Answer answer) {
  const auto* found = std::get_if<Truth>(&answer.value);
  const bool waits = isKnown(answer.value) || !answer.questions.empty();
  const Truth value = found != nullptr ? *found : waits ? Truth::unknown : Truth::no;
  return {value, answer.binding, answer.until, std::move(answer.questions), std::move(answer.assumed)};
}

namespace {

/// `decisive`: the truth by which one part alone decides the whole.
void join(Verdict& whole, const Verdict& part, Truth outcome, Truth decisive) {
  const auto settles = [&](const Verdict& one) { return one.value == decisive && one.assumed.empty(); };
  const bool settled = outcome == decisive && (settles(whole) || settles(part));
  whole.value = outcome;
  whole.binding = {};
  if (part.until < whole.until) whole.until = part.until;
  if (whole.isPlain() && part.isPlain()) return;
  rest(whole, part);
  if (outcome != Truth::unknown) whole.questions.clear();
  if (settled) whole.assumed.clear();
}

}  // namespace

void conjoin(Verdict& whole, const Verdict& part) { join(whole, part, whole.value && part.value, Truth::no); }
void disjoin(Verdict& whole, const Verdict& part) { join(whole, part, whole.value || part.value, Truth::yes); }

Verdict both(Verdict a, const Verdict& b) {
  conjoin(a, b);
  return a;
}

Verdict either(Verdict a, const Verdict& b) {
  disjoin(a, b);
  return a;
}

Verdict negated(Verdict a) {
  a.value = !a.value;
  a.binding = {};
  if (a.value != Truth::unknown) a.questions.clear();
  return a;
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
