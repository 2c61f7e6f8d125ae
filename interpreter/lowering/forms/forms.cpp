// The table of sentence forms: the first that knows a sentence lowers it.
#include "lowering/forms/forms.h"

#include <array>

#include "lowering/definition.h"

namespace beding::lowering {

namespace {

using Form = bool (*)(Lowering&, const Site&, const Sentence&);

/// From the most to the least specific: a claim with "kan" is a right to charge before it is a power.
constexpr std::array<Form, 27> forms{
    lowerReach,      lowerExtension,    lowerAgency,        lowerSeries,     lowerBreach,  lowerGuarantee,
    lowerAllocation, lowerAcceleration, lowerCharge,        lowerClaim,      lowerPenalty, lowerCap,
    lowerExclusion,  lowerIndemnity,    lowerConsequence,   lowerSuspension, lowerEnding,  lowerFormation,
    lowerRenewal,    lowerMeaning,      lowerComplaintTerm, lowerLapse,      lowerStatute, lowerAgreementRule,
    lowerNorm,       lowerRanking,      lowerInterpretation};

}  // namespace

void Lowering::lowerSentence(const Site& site) {
  const Sentence sentence = sentenceOf(site.statement->clauses);
  lowered = site.guard;
  openerUnknown = false;
  for (const Form form : forms) {
    if (form(*this, site, sentence)) return;
  }
  report(kinds::unknownForm, site.statement->span, {});
}

}  // namespace beding::lowering
