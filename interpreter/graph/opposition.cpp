#include "graph/opposition.h"

#include <algorithm>

#include "base/text.h"

namespace beding::graph {
namespace {

bool sharesAct(const Norm& a, const Norm& b) {
  const Acts acts = actsOf(b), own = actsOf(a);
  return std::any_of(own.begin(), own.end(),
                     [&](ActId act) { return std::find(acts.begin(), acts.end(), act) != acts.end(); });
}

}  // namespace

Acts actsOf(const Norm& norm) {
  if (norm.alternatives.empty()) return norm.act ? Acts{norm.act} : Acts{};
  Acts acts;
  if (norm.act) acts.push_back(norm.act);
  for (const ActId act : norm.alternatives)
    if (!contains(acts, act)) acts.push_back(act);
  return acts;
}

bool endsAgreement(const Graph& graph, ActId act) {
  return std::any_of(graph.effects.begin(), graph.effects.end(), [&](const Effect& effect) {
    return effect.kind == EffectKind::endAgreement && effect.act && effect.act == act;
  });
}

bool onlyEndsAgreement(const Graph& graph, const Norm& norm) {
  const Acts acts = actsOf(norm);
  return isPower(norm.kind) && !acts.empty() &&
         std::all_of(acts.begin(), acts.end(), [&](ActId act) { return endsAgreement(graph, act); });
}

bool mayShareBearer(const Norm& a, const Norm& b) {
  return a.bearer.fixed == Party::none || b.bearer.fixed == Party::none || a.bearer.fixed == b.bearer.fixed;
}

namespace {

bool covers(const Graph& graph, FormId wider, FormId narrower) {
  const auto& below = at(graph.forms, wider).covers;
  return wider == narrower ||
         std::any_of(below.begin(), below.end(), [&](FormId form) { return covers(graph, form, narrower); });
}

bool areDisjoint(const Graph& graph, FormId a, FormId b) {
  return a && b && !covers(graph, a, b) && !covers(graph, b, a);
}

/// Both name an argument outright, and not the same one.
bool nameOtherArguments(const Graph& graph, const Norm& a, const Norm& b) {
  for (std::size_t i = 0; i < std::min(a.arguments.size(), b.arguments.size()); ++i) {
    if (!a.arguments[i] || !b.arguments[i]) continue;
    const Expression& x = at(graph.expressions, a.arguments[i]);
    const Expression& y = at(graph.expressions, b.arguments[i]);
    if (x.op == Op::constant && y.op == Op::constant && x.value != y.value) return true;
  }
  return false;
}

/// "tegen het einde van de lopende periode" is not "tussentijds".
bool worksAtPeriodEnd(const Graph& graph, const Norm& norm) {
  return norm.effectTime == EffectTime::againstDay && norm.againstDay &&
         at(graph.expressions, norm.againstDay).op == Op::runningPeriodEnd;
}

}  // namespace

bool differsInReach(const Graph& graph, const Norm& giving, const Norm& denying) {
  return nameOtherArguments(graph, giving, denying) || areDisjoint(graph, giving.form, denying.form) ||
         (denying.interim && worksAtPeriodEnd(graph, giving));
}

bool cannotMeet(const Graph& graph, const Norm& power, const Norm& requirement) {
  if (areDisjoint(graph, power.form, requirement.form)) return true;
  if (power.without.empty() || !requirement.condition) return false;
  const std::string asked = " " + fold(at(graph.expressions, requirement.condition).words) + " ";
  return asked.find(" " + fold(power.without) + " ") != std::string::npos;
}

bool areSameDuty(const Graph& graph, const Norm& a, const Norm& b) {
  const bool duties = a.kind == NormKind::obligation && b.kind == NormKind::obligation && a.act && a.act == b.act;
  return duties && mayShareBearer(a, b) && !nameOtherArguments(graph, a, b);
}

bool areSameCap(const Limit& a, const Limit& b) {
  const bool caps = a.kind == LimitKind::cap && b.kind == LimitKind::cap && a.bearer.fixed == b.bearer.fixed;
  const bool sameUnit = a.binders.empty() == b.binders.empty() &&
                        (a.binders.empty() || a.binders.front().entity == b.binders.front().entity);
  return caps && sameUnit;
}

bool gives(NormKind kind) {
  return kind == NormKind::obligation || kind == NormKind::liberty || kind == NormKind::power;
}

bool denies(NormKind kind) { return kind == NormKind::prohibition || kind == NormKind::noPower; }

bool opposed(const Norm& a, const Norm& b) {
  const bool against = (gives(a.kind) && denies(b.kind)) || (denies(a.kind) && gives(b.kind));
  return against && sharesAct(a, b) && mayShareBearer(a, b);
}

bool isRequirementOn(const Norm& requirement, const Norm& power) {
  return requirement.kind == NormKind::requirement && power.kind == NormKind::power && sharesAct(requirement, power) &&
         mayShareBearer(requirement, power);
}

}  // namespace beding::graph
