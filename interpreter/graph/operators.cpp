#include "graph/operators.h"

#include <array>

namespace beding::graph {
namespace {

constexpr Arity none{0, 0}, one{1, 1}, two{2, 2}, three{3, 3}, some{1, Arity::any};
constexpr Arity arguments{Arity::arguments, Arity::arguments};
constexpr Arity claim{0, 1};               ///< without operand: all claims, the whole contract
constexpr Arity upTo{0, 1};                ///< a limit
constexpr Arity fromUpTo{0, 2, 0b11};      ///< two limits, each of which may be left out
constexpr Arity filteredValue{2, 2, 0b1};  ///< a filter, absent for all, and a value

constexpr IndexMeaning nothing{}, pattern{Names::pattern, {}}, form{Names::form, {}};
constexpr IndexMeaning perhapsAct{Names::perhapsAct, NodeKind::act};

constexpr IndexMeaning node(NodeKind kind) { return {Names::node, kind}; }

constexpr std::array operators{
    Operator{Op::constant, none, nothing},
    Operator{Op::variable, none, nothing},
    Operator{Op::attribute, one, nothing},
    Operator{Op::hasAttribute, one, nothing},
    Operator{Op::occurredAt, one, nothing},
    Operator{Op::parameter, none, node(NodeKind::parameter)},
    Operator{Op::quantity, arguments, node(NodeKind::quantity)},
    Operator{Op::state, arguments, node(NodeKind::state)},
    Operator{Op::stateSince, arguments, node(NodeKind::state)},
    Operator{Op::happened, fromUpTo, pattern},
    Operator{Op::happenedWithin, one, pattern},
    Operator{Op::missedWithin, one, pattern},
    Operator{Op::momentOf, upTo, pattern},
    Operator{Op::lastMomentOf, upTo, pattern},
    Operator{Op::lastOf, one, pattern},
    Operator{Op::countOf, none, pattern},
    Operator{Op::sumOf, one, pattern},
    Operator{Op::judgement, {0, Arity::any}, node(NodeKind::judgement)},
    Operator{Op::logicalAnd, some, nothing},
    Operator{Op::logicalOr, some, nothing},
    Operator{Op::logicalNot, one, nothing},
    Operator{Op::equal, two, nothing},
    Operator{Op::less, two, nothing},
    Operator{Op::lessEqual, two, nothing},
    Operator{Op::contains, two, nothing},
    Operator{Op::choose, three, nothing},
    Operator{Op::add, two, nothing},
    Operator{Op::subtract, two, nothing},
    Operator{Op::multiply, two, nothing},
    Operator{Op::divide, two, nothing},
    Operator{Op::minimum, some, nothing},
    Operator{Op::maximum, some, nothing},
    Operator{Op::exists, one, node(NodeKind::entity)},
    Operator{Op::forAll, one, node(NodeKind::entity)},
    Operator{Op::sumOver, filteredValue, node(NodeKind::entity)},
    Operator{Op::countOver, {0, 1, 0b1}, node(NodeKind::entity)},
    Operator{Op::earliestOver, filteredValue, node(NodeKind::entity)},
    Operator{Op::termEnd, two, nothing},
    Operator{Op::periodEnd, two, nothing},
    Operator{Op::dayAfter, one, nothing},
    Operator{Op::reached, one, nothing},
    Operator{Op::passed, one, nothing},
    Operator{Op::longerThan, two, nothing},
    Operator{Op::atLeastLong, two, nothing},
    Operator{Op::satisfiesForm, one, form},
    Operator{Op::actorIs, two, nothing},
    Operator{Op::sameParty, two, nothing},
    Operator{Op::otherParty, one, nothing},
    Operator{Op::refersTo, two, nothing},
    Operator{Op::outstanding, claim, node(NodeKind::ledger)},
    Operator{Op::posted, claim, node(NodeKind::ledger)},
    Operator{Op::settled, claim, node(NodeKind::ledger)},
    Operator{Op::normStatus, arguments, node(NodeKind::norm)},
    Operator{Op::breachedAt, arguments, node(NodeKind::norm)},
    Operator{Op::deadlineOf, arguments, node(NodeKind::norm)},
    Operator{Op::runningPeriodEnd, none, node(NodeKind::term)},
    Operator{Op::periodStart, none, node(NodeKind::term)},
    Operator{Op::contractStart, none, node(NodeKind::term)},
    Operator{Op::contractEnd, none, node(NodeKind::term)},
    Operator{Op::onlyInstance, none, node(NodeKind::entity)},
    Operator{Op::underLid, one, nothing},
    Operator{Op::exercised, arguments, node(NodeKind::act)},
    Operator{Op::exercisedAt, arguments, node(NodeKind::act)},
    Operator{Op::valid, one, perhapsAct},
    Operator{Op::consentFor, two, nothing},
    Operator{Op::agreementCounts, one, nothing},
    Operator{Op::arisenAt, none, nothing},
    Operator{Op::agreed, {2, 2, 0b1}, node(NodeKind::parameter)},
    Operator{Op::firstKnown, some, nothing},
};

constexpr bool standsInPlace() {
  for (std::size_t i = 0; i < operators.size(); ++i)
    if (operators[i].op != Op{static_cast<std::uint8_t>(i)}) return false;
  return operators.size() == static_cast<std::size_t>(Op::firstKnown) + 1;
}
static_assert(standsInPlace(), "one line for every operator, in their order");

}  // namespace

const Operator& operatorOf(Op op) { return operators[static_cast<std::size_t>(op)]; }

IndexMeaning indexMeaning(Op op) { return operatorOf(op).index; }

}  // namespace beding::graph
