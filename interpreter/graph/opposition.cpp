#include "graph/opposition.h"

#include <algorithm>

namespace beding::graph {
namespace {

bool sharesAct(const Norm& a, const Norm& b) {
  const std::vector<ActId> acts = actsOf(b);
  const std::vector<ActId> own = actsOf(a);
  return std::any_of(own.begin(), own.end(),
                     [&](ActId act) { return std::find(acts.begin(), acts.end(), act) != acts.end(); });
}

}  // namespace

std::vector<ActId> actsOf(const Norm& norm) {
  std::vector<ActId> acts;
  if (norm.act) acts.push_back(norm.act);
  for (const ActId act : norm.alternatives) {
    if (std::find(acts.begin(), acts.end(), act) == acts.end()) acts.push_back(act);
  }
  return acts;
}

bool mayShareBearer(const Norm& a, const Norm& b) {
  return a.bearer.fixed == Party::none || b.bearer.fixed == Party::none || a.bearer.fixed == b.bearer.fixed;
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
