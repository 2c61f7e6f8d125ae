#include "graph/verify.h"

#include <algorithm>
#include <bitset>
#include <set>

#include "graph/cycles.h"
#include "graph/operators.h"
#include "graph/print.h"
#include "graph/required.h"
#include "graph/unfold.h"

namespace beding::graph {
namespace {

constexpr std::size_t mostAgreementRules = 64;

auto words(const char* subject) {
  return [subject] { return std::string(subject); };
}

using Slots = std::bitset<mostSlots>;

/// Looks at one node at a time and keeps what it finds wrong.
class Verifier {
 public:
  Verifier(const Graph& graph, const AllParts& parts)
      : graph_(graph), parts_(parts), visits_(graph.expressions.size()) {}

  std::vector<Fault> faults;

  void ids() {
    for (std::uint32_t i = 0; i < graph_.expressions.size(); ++i) expression(graph_.expressions[i], i);
    for (std::uint32_t i = 0; i < graph_.patterns.size(); ++i) pattern(graph_.patterns[i], i);
    for (const NodeRef each : parts_.nodes()) node(each);
    for (const Form& form : graph_.forms)
      for (const FormId covered : form.covers)
        inRange(covered, graph_.forms, "vorm", [&] { return "vorm «" + form.name + "»"; }, {});
    for (const Ranking& ranking : graph_.rankings) rankingIds(ranking);
    inRange(graph_.inForce, graph_.states, "toestand", words("«overeenkomst van kracht»"), {});
    inRange(graph_.formation, graph_.patterns, "patroon", words("de totstandkoming"), {});
    inRange(graph_.closingDay, graph_.events, "gebeurtenis", words("de sluitingsdagen"), {});
    for (const Derivation& derivation : graph_.derivations) this->derivation(derivation);
    for (const AgreementRule& rule : graph_.agreementRules) {
      inRange(rule.entity, graph_.entities, "zaak", words("een eis aan afspraken"), rule.where);
      inRange(rule.condition, graph_.expressions, "uitdrukking", words("een eis aan afspraken"), rule.where);
      guard(rule.guard, words("een eis aan afspraken"), rule.where);
    }
    for (const IgnoredHoliday& holiday : graph_.ignoredHolidays) guard(holiday.guard, words("de werkdagen"), {});
  }

  /// What is evaluated is finite, not nested too deeply, and no more than can be done.
  void extents() {
    Unfolding unfolding(graph_, deepestExpression, mostSteps);
    nodeExtents(unfolding);
    for (std::uint32_t i = 0; i < graph_.expressions.size() && faults.empty(); ++i)
      if (unfolding.of(ExpressionId{i}); unfolding.isEndless()) endless("uitdrukking " + std::to_string(i), {});
    for (std::uint32_t i = 0; i < graph_.forms.size() && faults.empty(); ++i)
      if (unfolding.of(FormId{i}); unfolding.isEndless()) endless("vorm «" + graph_.forms[i].name + "»", {});
  }

  void slots() {
    for (const NodeRef node : parts_.nodes()) {
      node_ = node;
      const Slots filled = filledSlots(node);
      for (const Part& part : parts_.of(node)) partSlots(part, filled);
    }
  }

 private:
  /// `subject` is called for its words only when something is wrong; so everywhere below.
  template <class Tag, class Store, class Subject>
  void inRange(Id<Tag> id, const Store& store, std::string_view what, const Subject& subject, const Provenance& where) {
    if (id && id.index >= store.size()) missing(std::string(what), id.index, subject(), where);
  }

  bool missing(const std::string& what, std::uint32_t index, const std::string& subject, const Provenance& where) {
    faults.push_back(
        {subject + " verwijst naar " + what + " " + std::to_string(index) + ", en die is er niet", where, {}});
    return false;
  }

  template <class Subject>
  void slot(Slot slot, const Subject& subject) {
    if (slot >= mostSlots)
      faults.push_back(
          {subject() + " noemt plaats " + std::to_string(slot) + "; er zijn er " + std::to_string(mostSlots), {}, {}});
  }

  void expression(const Expression& expression, std::uint32_t index) {
    const auto subject = [&] {
      return "uitdrukking " + std::to_string(index) + (expression.words.empty() ? "" : " «" + expression.words + "»");
    };
    slot(expression.slot, subject);
    const Operator& meant = operatorOf(expression.op);
    if (indexInRange(expression.index, meant.index, subject)) operands(expression, meant, subject);
    if (expression.op == Op::underLid && !std::holds_alternative<std::string>(expression.value))
      faults.push_back({subject() + " noemt geen lid", {}, {}});
  }

  /// Whether the index names something, so that its node can be looked at.
  template <class Subject>
  bool indexInRange(std::uint32_t index, IndexMeaning meaning, const Subject& subject) {
    switch (meaning.names) {
      case Names::nothing:
        return true;
      case Names::pattern:
        return index < graph_.patterns.size() || missing("patroon", index, subject(), {});
      case Names::form:
        return index < graph_.forms.size() || missing("vorm", index, subject(), {});
      case Names::perhapsAct:
        return !ActId{index} || nodeInRange({meaning.kind, index}, subject, {});
      case Names::node:
        break;
    }
    const bool single = meaning.kind == NodeKind::ledger || meaning.kind == NodeKind::term;
    return single || nodeInRange({meaning.kind, index}, subject, {});
  }

  template <class Subject>
  void operands(const Expression& expression, const Operator& meant, const Subject& subject) {
    const std::size_t count = expression.operands.size();
    const bool named = meant.takes.fewest == Arity::arguments;
    const std::size_t fewest = named ? argumentsOf(expression.index, meant.index) : meant.takes.fewest;
    const std::size_t most = named ? fewest : meant.takes.most;
    if (count < fewest) return faults.push_back({subject() + " mist een operand", {}, {}});
    if (count > most && most != Arity::any) return faults.push_back({subject() + " heeft een operand te veel", {}, {}});
    for (std::size_t i = 0; i < count; ++i) {
      const ExpressionId operand = expression.operands[i];
      inRange(operand, graph_.expressions, "uitdrukking", subject, {});
      if (!operand && !meant.takes.mayBeAbsent(i)) faults.push_back({subject() + " mist een operand", {}, {}});
    }
  }

  /// How many instances the node that an index names is about.
  std::size_t argumentsOf(std::uint32_t index, IndexMeaning meaning) {
    return meaning.kind == NodeKind::act ? graph_.acts[index].parameters.size()
                                         : bindersOf(graph_, {meaning.kind, index}).size();
  }

  template <class Subject>
  bool nodeInRange(NodeRef node, const Subject& subject, const Provenance& where) {
    return node.index < countOf(graph_, node.kind) ||
           missing(std::string(kindName(node.kind)), node.index, subject(), where);
  }

  void derivation(const Derivation& derivation) {
    const auto subject = words("een afgeleide gebeurtenis");
    inRange(derivation.type, graph_.events, "gebeurtenis", subject, {});
    if (!derivation.type || derivation.type.index >= graph_.events.size()) return;
    const std::size_t count = at(graph_.events, derivation.type).attributes.size();
    for (const std::uint32_t attribute :
         {derivation.key, derivation.party, derivation.lid, derivation.first, derivation.last}) {
      if (attribute != Derivation::absent && attribute >= count)
        faults.push_back({subject() + " noemt een kenmerk dat haar gebeurtenis niet heeft", {}, {}});
    }
  }

  void pattern(const Pattern& pattern, std::uint32_t index) {
    const auto subject = [&] {
      return "patroon " + std::to_string(index) + (pattern.words.empty() ? "" : " «" + pattern.words + "»");
    };
    slot(pattern.occurrence, subject);
    inRange(pattern.act, graph_.acts, "handeling", subject, {});
    for (const PatternAlternative& alternative : pattern.alternatives) {
      if (!alternative.type) faults.push_back({subject() + " noemt geen gebeurtenis", {}, {}});
      inRange(alternative.type, graph_.events, "gebeurtenis", subject, {});
      inRange(alternative.where, graph_.expressions, "uitdrukking", subject, {});
    }
  }

  void node(NodeRef node) {
    const auto subject = [&] { return title(graph_, node); };
    const Provenance& where = whereOf(graph_, node);
    for (const Part& part : parts_.of(node)) {
      inRange(part.expression, graph_.expressions, "uitdrukking", subject, where);
      inRange(part.pattern, graph_.patterns, "patroon", subject, where);
      if (part.node) nodeInRange(*part.node, subject, where);
    }
    guard(guardOf(graph_, node), subject, where);
    if (node.kind == NodeKind::amount)
      inRange(graph_.amounts[node.index].table, graph_.rateTables, "rentetabel", subject, where);
    if (node.kind == NodeKind::norm) normIds(graph_.norms[node.index], subject, where);
    if (node.kind != NodeKind::limit) return;
    for (const LimitId id : graph_.limits[node.index].beside) inRange(id, graph_.limits, "beperking", subject, where);
  }

  template <class Subject>
  void normIds(const Norm& norm, const Subject& subject, const Provenance& where) {
    slot(norm.occurrenceSlot.value_or(0), subject);
    inRange(norm.form, graph_.forms, "vorm", subject, where);
    for (const NormId id : norm.defeats) inRange(id, graph_.norms, "norm", subject, where);
    for (const NormId id : norm.lifts) inRange(id, graph_.norms, "norm", subject, where);
    for (const NormId id : norm.beside) inRange(id, graph_.norms, "norm", subject, where);
    guard(norm.rollingYearUnder, subject, where);
  }

  void rankingIds(const Ranking& ranking) {
    const auto subject = [&] { return "de rangorde «" + ranking.where.text + "»"; };
    inRange(ranking.first, graph_.norms, "norm", subject, ranking.where);
    inRange(ranking.second, graph_.norms, "norm", subject, ranking.where);
    guard(ranking.guard, subject, ranking.where);
  }

  template <class Subject>
  void guard(ReadingGuard guard, const Subject& subject, const Provenance& where) {
    if (!guard.issue) return;
    inRange(guard.issue, graph_.issues, "kwestie", subject, where);
    if (guard.issue.index >= graph_.issues.size()) return;
    const Issue& issue = at(graph_.issues, guard.issue);
    if (guard.reading >= issue.readings.size())
      faults.push_back({subject() + " hoort bij lezing " + std::to_string(guard.reading) + " van kwestie «" +
                            issue.name + "», en die is er niet",
                        where,
                        {}});
  }

  // ----------------------------------------------------------------------------------------------------- extents

  /// Each node, and all of them together: every sentence is looked at in every instant.
  void nodeExtents(Unfolding& unfolding) {
    std::uint64_t all = 0;
    for (const NodeRef node : parts_.nodes()) {
      std::uint64_t own = node.kind == NodeKind::quantity ? unfolding.of(QuantityId{node.index}).steps : 0;
      for (const Part& part : parts_.of(node))
        own += unfolding.of(part.expression).steps + unfolding.of(part.pattern).steps;
      if (unfolding.isEndless()) return endless(title(graph_, node), whereOf(graph_, node));
      all += own;
      if (all >= mostSteps) return tooMuch(node);
    }
  }

  void endless(const std::string& subject, const Provenance& where) {
    faults.push_back(
        {subject + " is dieper genest dan " + std::to_string(deepestExpression) + " uitdrukkingen, of bevat zichzelf",
         where,
         {}});
  }

  void tooMuch(NodeRef node) {
    faults.push_back({title(graph_, node) + " vraagt te veel rekenwerk: wat ervoor wordt uitgerekend, telt meer dan " +
                          std::to_string(mostSteps) +
                          " stappen, doordat waarden elkaar telkens meer dan eenmaal noemen; noem een waarde waar dat "
                          "kan maar eenmaal, of laat tussenstappen weg",
                      whereOf(graph_, node),
                      {}});
  }

  // ------------------------------------------------------------------------------------------------------- slots

  /// The slots that a node's sentence can fill: its instances, and the occurrences it is about.
  std::size_t freeSlots(NodeRef node) {
    switch (node.kind) {
      case NodeKind::act:
        return graph_.acts[node.index].parameters.size() + 2;  // the actor, the occurrence
      case NodeKind::norm:
        return normSlots(graph_.norms[node.index]);
      case NodeKind::quantity:
      case NodeKind::state:
      case NodeKind::amount:
      case NodeKind::right:
      case NodeKind::limit:
      case NodeKind::effect:
        return bindersOf(graph_, node).size() + 1;
      default:
        return 1;
    }
  }

  static std::size_t normSlots(const Norm& norm) {
    const std::size_t occurrence = norm.occurrenceSlot ? *norm.occurrenceSlot + 1 : 0;
    return std::max(norm.binders.size() + 2, occurrence);
  }

  /// Those, and where the occurrences stand that its own patterns find (what triggered it).
  Slots filledSlots(NodeRef node) {
    Slots filled;
    for (Slot slot = 0; slot < std::min(freeSlots(node), mostSlots); ++slot) filled.set(slot);
    for (const Part& part : parts_.of(node))
      if (part.pattern) filled.set(at(graph_.patterns, part.pattern).occurrence);
    return filled;
  }

  void partSlots(const Part& part, Slots filled) {
    ++walk_;
    others_.clear();
    if (part.expression) expressionSlots(part.expression, filled);
    if (part.pattern) patternSlots(part.pattern, filled);
  }

  /// Whether this walk did not come here before with the same slots filled; nearly always it came at most once.
  bool isFirst(ExpressionId id, unsigned long long filled) {
    Visit& visit = visits_[id.index];
    if (visit.walk != walk_) return visit = {walk_, filled}, true;
    return visit.filled != filled && others_.insert({id, filled}).second;
  }

  void expressionSlots(ExpressionId id, Slots filled) {
    if (!id || !isFirst(id, filled.to_ullong())) return;
    const Expression& expression = at(graph_.expressions, id);
    if (expression.op == Op::variable && !filled.test(expression.slot)) unbound(expression);
    const IndexMeaning meaning = indexMeaning(expression.op);
    if (meaning.names == Names::pattern) {
      patternSlots(PatternId{expression.index}, filled);
      filled.set(graph_.patterns[expression.index].occurrence);
    }
    if (meaning.names == Names::node && meaning.kind == NodeKind::entity) filled.set(expression.slot);
    for (const ExpressionId operand : expression.operands) expressionSlots(operand, filled);
  }

  void patternSlots(PatternId id, Slots filled) {
    const Pattern& pattern = at(graph_.patterns, id);
    filled.set(pattern.occurrence);
    for (const PatternAlternative& alternative : pattern.alternatives) expressionSlots(alternative.where, filled);
  }

  void unbound(const Expression& expression) {
    say(title(graph_, node_) + " noemt een exemplaar dat de zin niet opent (plaats " + std::to_string(expression.slot) +
        ")" + (expression.words.empty() ? "" : ": «" + expression.words + "»"));
  }

  /// Once per node: one wrong word can be met many times.
  void say(std::string message) {
    const bool told =
        std::any_of(faults.begin(), faults.end(), [&](const Fault& each) { return each.message == message; });
    if (!told) faults.push_back({std::move(message), whereOf(graph_, node_), {}});
  }

  const Graph& graph_;
  const AllParts& parts_;
  NodeRef node_;  ///< whose slots are looked at
  struct Visit {
    std::uint32_t walk = 0;
    unsigned long long filled = 0;
  };
  std::vector<Visit> visits_;  ///< of each expression, the first of the last walk that came there
  std::uint32_t walk_ = 0;
  std::set<std::pair<ExpressionId, unsigned long long>> others_;  ///< further visits of this walk
};

void addCycles(const Graph& graph, const AllParts& parts, std::vector<Fault>& faults) {
  if (negatedCycles(unsortedLinks(graph, parts)).empty()) return;  // only what is told needs an order
  for (std::vector<NodeRef>& cycle : negatedCycles(linksOf(graph))) {
    const Provenance where = whereOf(graph, cycle.front());
    faults.push_back({"kring door een ontkenning: " + cycleText(graph, cycle) +
                          "; laat een van deze zinnen niet van de andere afhangen, of zet er een termijn tussen",
                      where, std::move(cycle)});
  }
}

}  // namespace

std::string cycleText(const Graph& graph, const std::vector<NodeRef>& cycle) {
  std::string result;
  for (const NodeRef node : cycle) result += title(graph, node) + " → ";
  return cycle.empty() ? result : result + title(graph, cycle.front());
}

std::vector<Fault> verify(const Graph& graph) {
  // Each parameter reads each of them, so that many of both would be more than can be looked at.
  if (graph.agreementRules.size() > mostAgreementRules)
    return {{"er zijn meer dan " + std::to_string(mostAgreementRules) + " eisen aan afspraken",
             graph.agreementRules.back().where,
             {}}};
  const AllParts parts(graph);
  Verifier verifier(graph, parts);
  verifier.ids();
  if (!verifier.faults.empty()) return std::move(verifier.faults);
  addMissing(graph, verifier.faults);
  if (!verifier.faults.empty()) return std::move(verifier.faults);
  verifier.extents();
  if (!verifier.faults.empty()) return std::move(verifier.faults);
  verifier.slots();
  if (verifier.faults.empty()) addCycles(graph, parts, verifier.faults);
  return std::move(verifier.faults);
}

}  // namespace beding::graph
