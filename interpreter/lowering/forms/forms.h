// One file per family of statement forms. A form looks at the shape of a sentence; the first that knows it lowers it.
// Adding a form: write a function here, put it in the table of forms.cpp, describe it in docs/taal.md.
#pragma once

#include <array>
#include <span>

#include "base/text.h"
#include "lowering/lowering.h"

namespace beding::lowering {

/// The conjunctions a form has a meaning for. A clause with another one is not read, and so reported as unused.
using Known = std::span<const syntax::Conjunction>;

/// What most forms share: the instances opened in front, and the subordinate clauses.
struct Frame {
  Scope scope;
  std::vector<graph::Binder> binders;
  std::optional<graph::Trigger> trigger;  ///< zodra
  ExpressionId condition;                 ///< indien
  ExpressionId during;                    ///< zolang
  ExpressionId unless;                    ///< tenzij
  std::optional<graph::Trigger> until;    ///< totdat
  bool deviable = false;                  ///< tenzij anders overeengekomen
  graph::FormId deviationForm;
  bool deviationExplicit = false;  ///< tenzij uitdrukkelijk anders overeengekomen
};

/// Opens "Voor elke X" and, if the form knows it, "Zodra ...".
Frame openFrame(Lowering& lowering, const Site& site, const Sentence& sentence, Known known);
/// Reads the other subordinate clauses that the form knows, once the main clause has opened what it opens.
void closeFrame(Lowering& lowering, const Sentence& sentence, Frame& frame, Known known);
/// When a node with this name does not apply: `tenzij`, and what was agreed otherwise if the sentence allows it.
ExpressionId unlessOf(Lowering& lowering, const Site& site, const Frame& frame, const std::string& name);
/// The same of a quantity: the instances that arise from then on have the agreed value.
void deviateQuantity(Lowering& lowering, const Frame& frame, std::uint32_t index, const std::string& name);
/// A subject "iedere Partij", "een Partij", "geen Partij" opens a party.
void openParty(Lowering& lowering, const Words& words, Frame& frame);
/// Who a noun phrase of a party names.
graph::PartyRef partyRef(Lowering& lowering, const NounPhrase& phrase, const Words& words, Frame& frame);
/// Whether a clause says "anders overeengekomen" or the like.
bool saysOtherwiseAgreed(const Words& words);
void useOtherwiseAgreed(Lowering& lowering, const Words& words);
/// The party on the other side.
graph::PartyRef opposite(const graph::PartyRef& party);
/// "in afwijking van": what the node defeats is settled once all norms are known.
void addDerogation(Lowering& lowering, const Site& site, const Sentence& sentence, const Labelled& node);
/// The label, else the name given.
std::string nameOf(const Site& site, std::string other);

// --- parts of norms (norm_parts.cpp)
inline constexpr std::array<syntax::Conjunction, 0> noClauses{};
inline constexpr std::array normClauses{syntax::Conjunction::zodra, syntax::Conjunction::indien,
                                        syntax::Conjunction::zolang, syntax::Conjunction::totdat,
                                        syntax::Conjunction::tenzij};
/// The reading of an issue in this lid under which a year is 12 months since the previous exercise.
graph::ReadingGuard rollingYear(Lowering& lowering, const Site& site);
/// Prior consent to the occurrence in slot `occurrence`: "voorafgaande schriftelijke toestemming van de andere Partij".
ExpressionId consent(Lowering& lowering, const Words& words, Scope& scope, Slot occurrence);
/// The open norm for a soft term such as "onverwijld": the one declared in the lid with these words, else a new one.
graph::JudgementId softJudgement(Lowering& lowering, const Site& site, const std::string& words);
/// A truth attribute of the occurrence in a slot: "gemotiveerd".
ExpressionId occurrenceQuality(Lowering& lowering, const Predicate& act, const std::string& quality, Slot occurrence);
/// A duty counted from the end of the agreement arises then, and survives by nature.
void arisesAtEnd(Lowering& lowering, graph::Norm& norm);
/// "naar keuze van P".
void takeChoice(Lowering& lowering, const Words& words, Free& free, Frame& frame, graph::Norm& norm);

// --- what breaches a duty besides its term (breach.cpp)
/// "De plicht 6.5 betaling ...": the lid (else that of the sentence) and the label.
NamedDuty dutyNamed(const Site& site, const Words& words);
/// Once all norms are known: sentences that name what breaches a duty, and shortcomings of duties without a term.
void finishBreaches(Lowering& lowering);

// --- sentences about other sentences (reach.cpp)
/// Whether the sentence is one of them though it looks like a state.
bool concernsOthers(const Sentence& sentence);
/// Gates, survival, extension of terms, void provisions, series: once all sentences are known.
void finishReach(Lowering& lowering);
bool lowerReach(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerExtension(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerAgency(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerSeries(Lowering& lowering, const Site& site, const Sentence& sentence);

bool lowerBreach(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerGuarantee(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerNorm(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerCharge(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerClaim(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerPenalty(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerAllocation(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerAcceleration(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerCap(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerExclusion(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerIndemnity(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerLapse(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerComplaintTerm(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerSuspension(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerEnding(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerConsequence(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerFormation(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerRenewal(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerMeaning(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerStatute(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerRanking(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerAgreementRule(Lowering& lowering, const Site& site, const Sentence& sentence);
bool lowerInterpretation(Lowering& lowering, const Site& site, const Sentence& sentence);

/// Whether the sentence says which agreements count.
bool isAgreementRule(const Sentence& sentence);

// --- states made by sentences of leden (states.cpp)
bool isStateSentence(const Sentence& sentence);
void declareStateSentence(Lowering& lowering, const Site& site, const Sentence& sentence);
void completeStateSentence(Lowering& lowering, const Site& site, std::uint32_t state, const Sentence& sentence);

}  // namespace beding::lowering
