// The outcomes of a reference evaluation as they are written, one kind after another.
#pragma once

#include <map>

#include "oracle/reference_instant.h"

namespace beding::oracle {

/// Outcomes so far, and what each of them asks.
struct Page {
  const View& view;
  std::vector<Outcome> outcomes;
  std::map<std::string, Question> questions;

  [[nodiscard]] Outcome begin(const graph::Provenance& where, const std::string& name, OutcomeKind kind) const;
  void add(Outcome outcome, const Asks& asks = {}, const Asks& assumed = {});

 private:
  void need(const std::string& id, const std::string& subject, const std::string& by);
};

void reportNorms(Page& page);
void reportAttempts(Page& page);
void reportStates(Page& page);
void reportRights(Page& page);
void reportAmounts(Page& page);
void reportLimits(Page& page);
void reportValues(Page& page);

void nameParties(Outcome& outcome, graph::Party bearer, graph::Party counterparty);
/// Outcomes tell days; only deadlines in hours tell instants.
std::optional<Moment> onDay(const std::optional<Moment>& moment);
std::string textOf(const Value& value);
std::string validityText(Truth valid);

}  // namespace beding::oracle
