// What evaluating an expression gives: a value, or a truth; how long it is sure to stay the same when no event happens,
// and what it rests on when it is not known.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/bindings.h"
#include "engine/question_set.h"
#include "engine/tick.h"
#include "values/value.h"

namespace beding::engine {

/// A truth in time: what conditions come to. Small, for nearly all that an evaluation does is combining these.
struct Verdict {
  Truth value = Truth::no;
  Binding binding;        ///< the instance for which it is so, when one was looked for
  Tick until = never;     ///< earliest later tick at which it may change without any event
  QuestionSet questions;  ///< what it waits for while it is unknown
  QuestionSet assumed;    ///< judgements that were assumed on the way

  [[nodiscard]] Truth truth() const { return value; }
  [[nodiscard]] bool unknown() const { return value == Truth::unknown && !questions.empty(); }
  /// Rests on nothing that is open or assumed.
  [[nodiscard]] bool isPlain() const { return questions.empty() && assumed.empty(); }
};

/// A value in time. Two kinds of "no value": unknown (there are questions) and nothing (no such moment or instance
/// exists yet; events are complete, so a comparison with nothing is simply not true).
struct Answer {
  Value value;
  Binding binding;        ///< the instance or occurrence that the value names or comes from
  Maybe<Instant> latest;  ///< set when a moment is an interval: its latest possible instant
  Tick until = never;     ///< earliest later tick at which it may change without any event
  QuestionSet questions;  ///< what an unknown value waits for
  QuestionSet assumed;    ///< judgements that were assumed on the way

  Answer() = default;
  /// A truth as a value among values.
  Answer(Verdict verdict);

  [[nodiscard]] bool known() const { return isKnown(value) && value != Value(Truth::unknown); }
  [[nodiscard]] bool unknown() const { return !known() && !questions.empty(); }
  [[nodiscard]] const Moment* moment() const { return std::get_if<Moment>(&value); }
  [[nodiscard]] const Money* money() const { return std::get_if<Money>(&value); }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
};

Answer known(Value value);
Answer unknownFor(QuestionSet questions);

inline Verdict truth(Truth value) { return {value, {}, never, {}, {}}; }
inline Verdict truth(bool value) { return truth(value ? Truth::yes : Truth::no); }
/// A value read as a truth: unknown when it waits for something or is no truth, not true when it is nothing.
Verdict verdictOf(Answer answer);

/// Takes over horizon, questions and assumptions of a part.
template <class Whole, class Part>
void rest(Whole& whole, const Part& part) {
  if (part.until < whole.until) whole.until = part.until;
  whole.questions.add(part.questions);
  whole.assumed.add(part.assumed);
}

/// `decisive`: the truth by which one part alone decides the whole.
void joinDoubts(Verdict& whole, const Verdict& part, Truth outcome, Truth decisive);

inline void join(Verdict& whole, const Verdict& part, Truth outcome, Truth decisive) {
  if (!whole.isPlain() || !part.isPlain()) return joinDoubts(whole, part, outcome, decisive);
  whole.value = outcome;
  whole.binding = {};
  if (part.until < whole.until) whole.until = part.until;
}

/// Kleene connectives; questions stay only while the outcome is unknown. `whole` is built up part by part.
inline void conjoin(Verdict& whole, const Verdict& part) { join(whole, part, whole.value && part.value, Truth::no); }
inline void disjoin(Verdict& whole, const Verdict& part) { join(whole, part, whole.value || part.value, Truth::yes); }
inline Verdict both(Verdict a, const Verdict& b) {
  conjoin(a, b);
  return a;
}
inline Verdict either(Verdict a, const Verdict& b) {
  disjoin(a, b);
  return a;
}
inline Verdict negated(Verdict a) {
  a.value = !a.value;
  a.binding = {};
  if (a.value != Truth::unknown) a.questions.clear();
  return a;
}
/// One of two values, it is not known which: the value when they are equal, else unknown.
Answer eitherWay(const Verdict& condition, const Answer& a, const Answer& b);

}  // namespace beding::engine
