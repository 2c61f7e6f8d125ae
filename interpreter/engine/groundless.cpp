#include "engine/groundless.h"

#include "engine/exercises.h"
#include "engine/expressions.h"
#include "engine/norms.h"
#include "engine/parameters.h"

namespace beding::engine {

namespace {

using graph::ActId;
using graph::Norm;
using graph::NormId;
using graph::NormKind;

/// Whether the occurrence is such an act, whoever did it. What falls outside the act's choice of events, or may do so,
/// is no attempt.
bool isSuchAct(World& world, ActId id, std::uint32_t occurrence) {
  const graph::Act& act = at(world.graph.acts, id);
  if (!newOccurrence(world, act)) return false;
  const auto actor = static_cast<graph::Slot>(act.parameters.size());
  for (const graph::Party party : {graph::Party::contractor, graph::Party::client}) {
    Environment environment;
    environment.bind(actor, world.bindingOf(party));
    if (matches(world, act.doneBy, occurrence, environment).truth() == Truth::yes) return true;
  }
  return false;
}

/// Whether a power, or its denial, is about such an act: then an attempt without ground deserves a warning.
bool isLegalAct(World& world, std::uint32_t occurrence) {
  for (const NormId id : concernedBy(world, occurrence)) {
    const Norm& norm = at(world.graph.norms, id);
    if (norm.kind != NormKind::power && norm.kind != NormKind::noPower) continue;
    for (const ActId act : actsOf(norm))
      if (isSuchAct(world, act, occurrence)) return true;
  }
  return false;
}

/// Who does what a duty asks, exercises nothing.
bool performsDuty(World& world, std::uint32_t occurrence) {
  for (const NormId id : concernedBy(world, occurrence)) {
    const Norm& norm = at(world.graph.norms, id);
    if (norm.kind != NormKind::obligation) continue;
    for (const NormRecord& record : world.norms[id.index]) {
      for (const ActId act : actsOf(norm)) {
        const bool done = newOccurrence(world, at(world.graph.acts, act)) == occurrence &&
                          isAct(world, act, norm, record, occurrence).truth() == Truth::yes;
        if (done && record.included.truth() != Truth::no) return true;
      }
    }
  }
  return false;
}

/// Who agrees otherwise about a parameter exercises that freedom.
bool agreesOtherwise(World& world, std::uint32_t occurrence) {
  for (std::uint32_t index = 0; index < world.graph.parameters.size(); ++index) {
    for (const AgreementTest& test : agreementsAbout(world, graph::ParameterId{index}))
      if (test.occurrence == occurrence) return true;
  }
  return false;
}

}  // namespace

void warnWithoutGround(World& world, const std::vector<Exercise>& found) {
  const std::uint32_t occurrence = world.arrival->occurrence;
  if (!found.empty() || !isLegalAct(world, occurrence)) return;
  if (performsDuty(world, occurrence) || agreesOtherwise(world, occurrence)) return;
  const Occurrence& event = world.occurrences[occurrence];
  world.warnings.insert(
      worded({"geen grondslag in dit document: {0} {1} van {2}", "no ground in this document: {0} {1} of {2}"},
             {world.typeOf(event).name, event.event.key, wordingOf(event.event.at)}));
}

}  // namespace beding::engine
