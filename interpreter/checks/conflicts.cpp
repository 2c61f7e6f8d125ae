#include "checks/conflicts.h"

#include <algorithm>

#include "checks/propositions.h"
#include "graph/opposition.h"

namespace beding::checks {

using graph::Graph;
using graph::Limit;
using graph::NodeKind;
using graph::Norm;
using graph::NormId;
using graph::NormKind;
using graph::Party;
using graph::PartyRef;
using graph::Quantity;
using graph::ReadingGuard;

namespace {

template <class Ids, class Id>
bool contains(const Ids& ids, Id id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool excludeEachOther(ReadingGuard a, ReadingGuard b) {
  return a.issue && a.issue == b.issue && a.reading != b.reading;
}

Party holderOf(const PartyRef& a, const PartyRef& b) { return a.fixed != Party::none ? a.fixed : b.fixed; }

std::string holderText(Party holder) {
  if (holder == Party::none) return "iedere Partij";
  return holder == Party::client ? "Opdrachtgever" : "Opdrachtnemer";
}

// ------------------------------------------------------------------------------------------------ what applies when

Formula bindersHold(const std::vector<graph::Binder>& binders, Propositions& propositions) {
  Formula result;
  for (const graph::Binder& binder : binders) result = both(std::move(result), propositions.of(binder.where));
  return result;
}

Formula unless(graph::ExpressionId exception, Propositions& propositions) {
  return exception ? negated(propositions.of(exception)) : Formula{};
}

Formula applies(const Norm& norm, Propositions& propositions) {
  Formula result = bindersHold(norm.binders, propositions);
  result = both(std::move(result), propositions.of(norm.trigger));
  const bool asks = norm.kind == NormKind::requirement;  // its condition is what it asks for
  if (!asks) result = both(std::move(result), propositions.of(norm.condition));
  result = both(std::move(result), propositions.of(norm.during));
  result = both(std::move(result), unless(norm.unless, propositions));
  if (norm.until) result = both(std::move(result), negated(propositions.of(norm.until)));
  if (graph::denies(norm.kind)) result = both(std::move(result), unless(norm.consent, propositions));
  return asks ? result : both(std::move(result), propositions.of(norm.exerciseCondition));
}

Formula applies(const Limit& limit, Propositions& propositions) {
  Formula result = bindersHold(limit.binders, propositions);
  result = both(std::move(result), propositions.of(limit.condition));
  return both(std::move(result), unless(limit.unless, propositions));
}

// ----------------------------------------------------------------------------------------------------------- checker

class Checker {
 public:
  explicit Checker(const Graph& graph) : graph_(graph) {}

  std::vector<Conflict> found;

  void norms() {
    for (std::uint32_t a = 0; a < graph_.norms.size(); ++a) {
      for (std::uint32_t b = a + 1; b < graph_.norms.size(); ++b) pair({a}, {b});
    }
  }

  void limits() {
    for (std::uint32_t a = 0; a < graph_.limits.size(); ++a) {
      for (std::uint32_t b = a + 1; b < graph_.limits.size(); ++b) capPair(a, b);
    }
  }

  void quantities() {
    for (std::uint32_t a = 0; a < graph_.quantities.size(); ++a) {
      graph::QuantityId other = graph_.quantities[a].otherwise;
      for (; other; other = at(graph_.quantities, other).otherwise) valuePair(a, other.index);
    }
  }

 private:
  void pair(NormId a, NormId b) {
    const Norm& x = at(graph_.norms, a);
    const Norm& y = at(graph_.norms, b);
    const bool turned = graph::denies(x.kind) || x.kind == NormKind::requirement;
    if (excludeEachOther(x.guard, y.guard) || areRanked(a, b)) return;
    if (graph::opposed(x, y)) {
      if (!graph::differsInReach(graph_, turned ? y : x, turned ? x : y))
        tell(ConflictKind::opposed, turned ? b : a, turned ? a : b);
    } else if (graph::isRequirementOn(x, y) || graph::isRequirementOn(y, x)) {
      if (graph::cannotMeet(graph_, turned ? y : x, turned ? x : y))
        tell(ConflictKind::impossible, turned ? b : a, turned ? a : b);
    } else if (areDutiesWithOtherTerms(x, y) && !contains(x.beside, b) && !contains(y.beside, a)) {
      tell(ConflictKind::different, a, b);
    }
  }

  void tell(ConflictKind kind, NormId a, NormId b) {
    const Norm& x = at(graph_.norms, a);
    const Norm& y = at(graph_.norms, b);
    const Party holder = holderOf(x.bearer, y.bearer);
    Propositions propositions(graph_, holder);
    Formula together = applies(x, propositions);
    together = both(std::move(together), applies(y, propositions));
    tell({kind, {NodeKind::norm, a.index}, {NodeKind::norm, b.index}, holderText(holder), "", ""}, together,
         propositions);
  }

  void tell(Conflict conflict, const Formula& together, const Propositions& propositions) {
    const auto situation = smallestSituation(together);
    if (!situation) return;
    conflict.situation = propositions.text(*situation);
    conflict.readings = readingsText(guardOf(graph_, conflict.first), guardOf(graph_, conflict.second));
    found.push_back(std::move(conflict));
  }

  [[nodiscard]] std::string readingsText(ReadingGuard a, ReadingGuard b) const {
    std::string result;
    for (const ReadingGuard guard : {a, b}) {
      if (!guard.issue || (&guard != &a && guard.issue == a.issue && !result.empty())) continue;
      const graph::Issue& issue = at(graph_.issues, guard.issue);
      result +=
          (result.empty() ? "" : " en ") + ("lezing «" + issue.readings[guard.reading] + "» van «" + issue.name) + "»";
    }
    return result;
  }

  // ------------------------------------------------------------------------------------------------------- rankings

  [[nodiscard]] bool goesBefore(NormId a, NormId b) const {
    const Norm& norm = at(graph_.norms, a);
    return contains(norm.defeats, b) || contains(norm.lifts, b);
  }

  /// The norm is there in that reading only.
  [[nodiscard]] bool isOf(NormId id, ReadingGuard guard) const {
    const ReadingGuard own = at(graph_.norms, id).guard;
    return own.issue == guard.issue && own.reading == guard.reading;
  }

  /// A ranking under a reading settles the pair when every other reading has one too.
  [[nodiscard]] bool areRanked(NormId a, NormId b) const {
    if (goesBefore(a, b) || goesBefore(b, a)) return true;
    std::vector<ReadingGuard> guards;
    for (const graph::Ranking& ranking : graph_.rankings) {
      const bool same = (ranking.first == a && ranking.second == b) || (ranking.first == b && ranking.second == a);
      if (same) guards.push_back(ranking.guard);
    }
    return std::any_of(guards.begin(), guards.end(), [&](ReadingGuard guard) {
      if (!guard.issue || isOf(a, guard) || isOf(b, guard)) return true;
      const auto readings =
          std::count_if(guards.begin(), guards.end(), [&](ReadingGuard other) { return other.issue == guard.issue; });
      return readings >= static_cast<std::ptrdiff_t>(at(graph_.issues, guard.issue).readings.size());
    });
  }

  // ---------------------------------------------------------------------------------------------- what is opposed

  [[nodiscard]] bool areDutiesWithOtherTerms(const Norm& a, const Norm& b) const {
    return graph::areSameDuty(graph_, a, b) && differ(a.term.last, b.term.last);
  }

  [[nodiscard]] bool differ(graph::ExpressionId a, graph::ExpressionId b) const {
    const Propositions propositions(graph_, Party::none);
    return a && b && propositions.key(a) != propositions.key(b);
  }

  // ---------------------------------------------------------------------------------------------- caps and values

  void capPair(std::uint32_t a, std::uint32_t b) {
    const Limit& x = graph_.limits[a];
    const Limit& y = graph_.limits[b];
    if (contains(x.beside, graph::LimitId{b}) || contains(y.beside, graph::LimitId{a})) return;
    const bool ranked = contains(x.defeats, graph::LimitId{b}) || contains(y.defeats, graph::LimitId{a});
    if (!graph::areSameCap(x, y) || ranked || excludeEachOther(x.guard, y.guard)) return;
    if (!differ(x.amount, y.amount) && !differ(x.perYear, y.perYear)) return;
    Propositions propositions(graph_, x.bearer.fixed);
    Formula together = applies(x, propositions);
    together = both(std::move(together), applies(y, propositions));
    tell({ConflictKind::different, {NodeKind::limit, a}, {NodeKind::limit, b}, holderText(x.bearer.fixed), "", ""},
         together, propositions);
  }

  static bool derogatesFrom(const Quantity& quantity, const Quantity& other) {
    return std::any_of(quantity.derogatesFrom.begin(), quantity.derogatesFrom.end(), [&](const std::string& lid) {
      const std::string place = other.where.document + ":" + other.where.lid;
      return place == lid || place.starts_with(lid + ".");
    });
  }

  /// Two that both go before a third; or readings of two issues.
  static bool areUnordered(const Quantity& a, const Quantity& b) {
    if (a.derogates && b.derogates) return derogatesFrom(a, b) == derogatesFrom(b, a);
    return !a.derogates && !b.derogates && a.guard.issue && b.guard.issue && a.guard.issue != b.guard.issue;
  }

  void valuePair(std::uint32_t a, std::uint32_t b) {
    const Quantity& x = graph_.quantities[a];
    const Quantity& y = graph_.quantities[b];
    if (!areUnordered(x, y) || excludeEachOther(x.guard, y.guard) || !differ(x.value, y.value)) return;
    Propositions propositions(graph_, Party::none);
    Formula together = propositions.of(x.condition);
    together = both(std::move(together), propositions.of(y.condition));
    tell({ConflictKind::unordered, {NodeKind::quantity, a}, {NodeKind::quantity, b}, "", "", ""}, together,
         propositions);
  }

  const Graph& graph_;
};

}  // namespace

std::vector<Conflict> conflicts(const Graph& graph) {
  Checker checker(graph);
  checker.norms();
  checker.limits();
  checker.quantities();
  return std::move(checker.found);
}

}  // namespace beding::checks
