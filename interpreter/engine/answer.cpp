#include "engine/answer.h"

#include <algorithm>

namespace beding::engine {

void add(QuestionSet& set, std::uint32_t question) {
  const auto place = std::lower_bound(set.begin(), set.end(), question);
  if (place == set.end() || *place != question) set.insert(place, question);
}

void add(QuestionSet& set, const QuestionSet& others) {
  if (set.empty()) set = others;
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

void rest(Answer& whole, const Answer& part) {
  whole.until = std::min(whole.until, part.until);
  add(whole.questions, part.questions);
  add(whole.assumed, part.assumed);
}

namespace {

bool restsOnNothing(const Answer& answer) { return answer.questions.empty() && answer.assumed.empty(); }

/// `decisive`: the truth by which one part alone decides the whole.
Answer joined(Truth outcome, const Answer& a, const Answer& b, Truth decisive) {
  Answer answer = truth(outcome);
  if (restsOnNothing(a) && restsOnNothing(b)) {
    answer.until = std::min(a.until, b.until);
    return answer;
  }
  rest(answer, a);
  rest(answer, b);
  if (outcome != Truth::unknown) answer.questions.clear();
  const auto settles = [&](const Answer& part) { return part.truth() == decisive && part.assumed.empty(); };
  if (outcome == decisive && (settles(a) || settles(b))) answer.assumed.clear();
  return answer;
}

}  // namespace

Answer both(const Answer& a, const Answer& b) { return joined(a.truth() && b.truth(), a, b, Truth::no); }
Answer either(const Answer& a, const Answer& b) { return joined(a.truth() || b.truth(), a, b, Truth::yes); }

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
