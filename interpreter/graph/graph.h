// The rule graph: everything that evaluation and explanation need, and nothing of syntax. Immutable once built; one
// graph serves any number of timelines and threads.
//
// Nodes live in one vector per kind and name each other by typed ids. Conditions, amounts and moments are expressions
// in one arena. An expression is evaluated in an environment of *slots*: slot k holds the k-th instance that the
// sentence opened ("elke factuur" opens one, "iedere Partij" opens one, an occurrence being tested stands in the last).
#pragma once

#include <string>
#include <vector>

#include "graph/claims.h"
#include "graph/course.h"
#include "graph/expression.h"
#include "graph/facts.h"
#include "graph/norm.h"
#include "values/calendar.h"

namespace beding::graph {

/// A warning or remark shown by `waarom`.
struct Note {
  Provenance where;
  std::string text;
};

/// What a lid or an article is about (`eigenschap thema: "betaling".`), to lay documents side by side.
struct Theme {
  Provenance where;  ///< its lid is the article's number when it stands before the first lid
  std::string name;
};

/// In a contract: where two documents say different things, the first counts.
struct DocumentRank {
  std::string first;
  std::string second;
  Provenance where;  ///< the sentence that says so; without text the contract goes before its terms
};

/// Who acts for a party: what he does, that party does.
struct Agent {
  std::string name;  ///< as timelines write it: "vertegenwoordiger"
  Party party = Party::none;
};

/// A lid that holds nothing executable, with the reason (for `dekking`).
struct CoverageEntry {
  std::string lid;
  std::string status;  ///< "uitvoerbaar", "declaratief", "niet uitvoerbaar"
  std::string reason;
};

struct Graph {
  std::string document;  ///< "vandeez"
  std::string title;
  std::string contractorName;
  std::string clientName;
  std::vector<EventType> events;
  std::vector<Entity> entities;  ///< 0 is the party entity
  std::vector<Expression> expressions;
  std::vector<Pattern> patterns;
  std::vector<Parameter> parameters;
  std::vector<Quantity> quantities;
  std::vector<AgreementRule> agreementRules;
  std::vector<State> states;  ///< in stratified order: a state reads only earlier ones, or itself delayed
  std::vector<Judgement> judgements;
  std::vector<Act> acts;
  std::vector<Form> forms;
  std::vector<Issue> issues;
  std::vector<Norm> norms;
  std::vector<Amount> amounts;
  std::vector<Right> rights;
  std::vector<Limit> limits;
  std::vector<Property> properties;
  std::vector<Effect> effects;
  std::vector<Ranking> rankings;
  std::vector<DocumentRank> documentRanks;
  std::vector<Agent> agents;
  std::vector<Note> notes;
  std::vector<Theme> themes;
  std::vector<CoverageEntry> coverage;
  ContractTerm term;
  LedgerRules ledger;
  StateId inForce;         ///< overeenkomst van kracht
  PatternId formation;     ///< events about formation: when present the agreement is not assumed in force
  EventTypeId closingDay;  ///< sluitingsdag aangekondigd
  std::vector<IgnoredHoliday> ignoredHolidays;
  std::vector<Derivation> derivations;
  std::vector<RateTable> rateTables;  ///< the statutory tables that amounts name, as they were when it was compiled
  EquatedDays equatedDays;            ///< likewise of the days on a par with holidays, for statutory terms
};

}  // namespace beding::graph
