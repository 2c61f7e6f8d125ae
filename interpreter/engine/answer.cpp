#include "engine/answer.h"

#include <algorithm>

namespace beding::engine {

void add(QuestionSet& set, std::uint32_t question) {
  const auto place = std::lower_bound(set.begin(), set.end(), question);
  if (place == set.end() || *place != question) set.insert(place, question);
}

void add(QuestionSet& set, const QuestionSet& others) {
  for (const std::uint32_t question : others) add(set, question);
}

Truth Answer::truth() const {
  const auto* found = std::get_if<Truth>(&value);
  if (found != nullptr) return *found;
  return isKnown(value) || !questions.empty() ? Truth::unknown : Truth::no;
}

Answer known(Value value) {
  Answer answer;
  answer.value = std::move(value);
  return answer;
}

Answer truth(bool value) { return truth(value ? Truth::yes : Truth::no); }
Answer truth(Truth value) {
  Answer answer;
  answer.value.emplace<Truth>(value);
  return answer;
}

Answer unknownFor(std::uint32_t question) {
  Answer answer;
  add(answer.questions, question);
  return answer;
}

namespace {

/// `decisive`: the truth by which one part alone decides the whole.
void join(Answer& whole, const Answer& part, Truth outcome, Truth decisive) {
  const auto settles = [&](const Answer& one) { return one.truth() == decisive && one.assumed.empty(); };
  const bool settled = outcome == decisive && (settles(whole) || settles(part));
  whole.value.emplace<Truth>(outcome);
  whole.binding = {};
  whole.latest.reset();
  rest(whole, part);
  if (outcome != Truth::unknown) whole.questions.clear();
  if (settled) whole.assumed.clear();
}

}  // namespace

void conjoin(Answer& whole, const Answer& part) { join(whole, part, whole.truth() && part.truth(), Truth::no); }
void disjoin(Answer& whole, const Answer& part) { join(whole, part, whole.truth() || part.truth(), Truth::yes); }

Answer both(Answer a, const Answer& b) {
  conjoin(a, b);
  return a;
}

Answer either(Answer a, const Answer& b) {
  disjoin(a, b);
  return a;
}

Answer negated(const Answer& a) {
  Answer answer = truth(!a.truth());
  rest(answer, a);
  if (answer.truth() != Truth::unknown) answer.questions.clear();
  return answer;
}

Answer eitherWay(const Answer& condition, const Answer& a, const Answer& b) {
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
