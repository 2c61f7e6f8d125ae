// Outcomes in days and cents, of which nothing is copied: as a portfolio has them by the million.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"
#include "engine/outcome.h"

namespace beding {

/// Euros in whole cents.
struct Cents {
  std::int64_t count = 0;
};
/// `1234.56`
std::string decimalText(Cents amount);
Money moneyOf(Cents amount);

/// What is the same of all outcomes of a sentence; the fields are those of Outcome.
struct PlainHeading {
  std::string lid;
  std::string name;
  OutcomeKind kind = OutcomeKind::obligation;
  std::string bearer;
  std::string counterparty;
  std::string value;
  std::uint32_t place = 0;  ///< that of engine::Heading: those of one lid and name have the same
};

/// What is the same of all evaluations of a document.
struct PlainDocument {
  std::string name;
  std::vector<PlainHeading> headings;      ///< in the order of outcomes, but for their keys
  std::vector<std::vector<Number>> rates;  ///< of every table, as fractions
};

struct PlainSegment {
  Date from, to;
  Cents base;
  std::uint32_t table = 0, row = 0;  ///< its rate
  Cents amount;
};

/// The texts are those of the timeline and of whoever made it.
struct PlainOutcome {
  std::uint32_t heading = 0;
  std::string_view key;
  std::string_view status;  ///< a constant
  std::string_view reason;
  std::optional<Date> from, deadline, to, since;
  std::optional<Cents> amount, open;
  std::uint32_t firstSegment = 0, segments = 0;
};

struct PlainEvaluation {
  Date asOf;
  bool assumedInForce = false;
  bool asWritten = false;  ///< keys stand as JSON writes them (PlainTimeline)
  std::vector<PlainOutcome> outcomes;
  std::vector<PlainSegment> segments;  ///< of interest, all confirmed
};

/// What is assumed where nothing says that there is an agreement.
inline constexpr Phrasing assumedInForce("overeenkomst van kracht", "agreement in force");

/// Puts headings in the order of outcomes. Of each, as it was, where it stands now.
std::vector<std::uint32_t> sort(std::vector<PlainHeading>& headings);
/// As the engine sorts them: by heading and key.
void sort(const PlainDocument& document, std::vector<PlainOutcome>& outcomes);

/// The same with everything copied.
Evaluation evaluationOf(const PlainDocument& document, const PlainEvaluation& plain);

}  // namespace beding
