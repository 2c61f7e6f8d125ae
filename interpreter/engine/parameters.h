// Agreements about parameters, tested.
#pragma once

#include "engine/world.h"

namespace beding::engine {

struct AgreementTest {
  std::uint32_t occurrence = 0;
  Value value;
  Moment from;  ///< `ingang`, else the day of the event
  std::vector<Requirement> requirements;
  Verdict valid;
};

/// What is agreed, as a value of the parameter's type; timelines write it as text.
std::optional<Value> agreedAs(const Value& value, const graph::Parameter& parameter);

/// Every agreement about the parameter that has been recorded so far, in the order of the timeline.
std::vector<AgreementTest> agreementsAbout(World& world, graph::ParameterId parameter);

}  // namespace beding::engine
