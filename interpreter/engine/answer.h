// What evaluating an expression gives: a value, how long it is sure to stay the same when no event happens, and what
// it rests on when it is not known.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/tick.h"
#include "values/value.h"

namespace beding::engine {

/// What stands in a slot: an instance of an entity (a party is one) or an occurrence.
struct Binding {
  enum class Kind : std::uint8_t { none, instance, occurrence };
  Kind kind = Kind::none;
  std::uint32_t index = 0;
  friend bool operator==(const Binding&, const Binding&) = default;
  explicit operator bool() const { return kind != Kind::none; }
};

/// Indices into the question table, sorted and unique.
using QuestionSet = std::vector<std::uint32_t>;

void add(QuestionSet& set, std::uint32_t question);
void add(QuestionSet& set, const QuestionSet& others);

/// A value in time. Two kinds of "no value": unknown (there are questions) and nothing (no such moment or instance
/// exists yet; events are complete, so a comparison with nothing is simply not true).
struct Answer {
  Value value;
  Binding binding;                ///< the instance or occurrence that the value names or comes from
  std::optional<Instant> latest;  ///< set when a moment is an interval: its latest possible instant
  Tick until = never;             ///< earliest later tick at which it may change without any event
  QuestionSet questions;          ///< what an unknown value waits for
  QuestionSet assumed;            ///< judgements that were assumed on the way

  [[nodiscard]] Truth truth() const;
  [[nodiscard]] bool known() const { return isKnown(value) && value != Value(Truth::unknown); }
  [[nodiscard]] bool unknown() const { return !known() && !questions.empty(); }
  [[nodiscard]] const Moment* moment() const { return std::get_if<Moment>(&value); }
  [[nodiscard]] const Money* money() const { return std::get_if<Money>(&value); }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
};

Answer known(Value value);
Answer truth(bool value);
Answer truth(Truth value);
Answer unknownFor(std::uint32_t question);

/// Takes over horizon, questions and assumptions of a part.
inline void rest(Answer& whole, const Answer& part) {
  if (part.until < whole.until) whole.until = part.until;
  if (!part.questions.empty()) add(whole.questions, part.questions);
  if (!part.assumed.empty()) add(whole.assumed, part.assumed);
}
/// Kleene connectives; questions stay only while the outcome is unknown.
Answer both(Answer a, const Answer& b);
Answer either(Answer a, const Answer& b);
/// The same in place: a truth that is built up part by part.
void conjoin(Answer& whole, const Answer& part);
void disjoin(Answer& whole, const Answer& part);
Answer negated(const Answer& a);
/// One of two values, it is not known which: the value when they are equal, else unknown.
Answer eitherWay(const Answer& condition, const Answer& a, const Answer& b);

}  // namespace beding::engine
