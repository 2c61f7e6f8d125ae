#include "graph/print.h"

#include <array>

namespace beding::graph {

std::string_view operatorName(Op op) {
  switch (op) {
    case Op::constant:
      return "constante";
    case Op::variable:
      return "exemplaar";
    case Op::attribute:
      return "attribuut";
    case Op::hasAttribute:
      return "heeft attribuut";
    case Op::occurredAt:
      return "moment van";
    case Op::parameter:
      return "parameter";
    case Op::quantity:
      return "grootheid";
    case Op::state:
      return "toestand";
    case Op::stateSince:
      return "toestand sinds";
    case Op::happened:
      return "gebeurd";
    case Op::happenedWithin:
      return "gebeurd binnen";
    case Op::missedWithin:
      return "uitgebleven binnen";
    case Op::momentOf:
      return "eerste moment";
    case Op::lastMomentOf:
      return "laatste moment";
    case Op::lastOf:
      return "van de laatste";
    case Op::countOf:
      return "aantal keren";
    case Op::sumOf:
      return "som over gebeurtenissen";
    case Op::judgement:
      return "oordeel";
    case Op::logicalAnd:
      return "en";
    case Op::logicalOr:
      return "of";
    case Op::logicalNot:
      return "niet";
    case Op::equal:
      return "gelijk";
    case Op::less:
      return "minder";
    case Op::lessEqual:
      return "ten hoogste";
    case Op::contains:
      return "bevat";
    case Op::choose:
      return "kies";
    case Op::add:
      return "plus";
    case Op::subtract:
      return "min";
    case Op::multiply:
      return "maal";
    case Op::divide:
      return "gedeeld door";
    case Op::minimum:
      return "laagste";
    case Op::maximum:
      return "hoogste";
    case Op::exists:
      return "er is een";
    case Op::forAll:
      return "alle";
    case Op::sumOver:
      return "som over";
    case Op::countOver:
      return "aantal";
    case Op::earliestOver:
      return "vroegste over";
    case Op::termEnd:
      return "einde termijn";
    case Op::periodEnd:
      return "einde periode";
    case Op::dayAfter:
      return "dag na";
    case Op::reached:
      return "bereikt";
    case Op::passed:
      return "voorbij";
    case Op::longerThan:
      return "langer dan";
    case Op::atLeastLong:
      return "ten minste zo lang";
    case Op::satisfiesForm:
      return "in vorm";
    case Op::actorIs:
      return "gedaan door";
    case Op::sameParty:
      return "zelfde partij";
    case Op::otherParty:
      return "andere partij";
    case Op::refersTo:
      return "verwijst naar";
    case Op::outstanding:
      return "openstaand";
    case Op::posted:
      return "geboekt";
    case Op::settled:
      return "voldaan";
    case Op::normStatus:
      return "status van norm";
    case Op::breachedAt:
      return "geschonden op";
    case Op::deadlineOf:
      return "uiterste moment van";
    case Op::runningPeriodEnd:
      return "einde lopende periode";
    case Op::periodStart:
      return "begin lopende periode";
    case Op::contractStart:
      return "begin overeenkomst";
    case Op::contractEnd:
      return "einde overeenkomst";
    case Op::onlyInstance:
      return "enige exemplaar";
    case Op::underLid:
      return "onder lid";
    case Op::exercised:
      return "uitgeoefend";
    case Op::exercisedAt:
      return "uitgeoefend op";
    case Op::consentFor:
      return "toestemming voor";
    case Op::agreementCounts:
      return "afspraak telt";
    case Op::valid:
      return "rechtsgeldig";
    case Op::firstKnown:
      return "eerste bekende";
    case Op::arisenAt:
      return "ontstaan op";
    case Op::agreed:
      return "afgesproken of";
  }
  return "?";
}

namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string_view normName(NormKind kind) {
  switch (kind) {
    case NormKind::obligation:
      return "plicht";
    case NormKind::effort:
      return "inspanningsplicht";
    case NormKind::guarantee:
      return "garantie";
    case NormKind::prohibition:
      return "verbod";
    case NormKind::liberty:
      return "vrijheid";
    case NormKind::power:
      return "bevoegdheid";
    case NormKind::noPower:
      return "onbevoegdheid";
    case NormKind::requirement:
      return "vereiste";
  }
  return "norm";
}

std::string_view limitName(LimitKind kind) {
  switch (kind) {
    case LimitKind::exclusion:
      return "uitsluiting";
    case LimitKind::cap:
      return "plafond";
    case LimitKind::indemnity:
      return "vrijwaring";
  }
  return "beperking";
}

struct ValueText {
  std::string operator()(std::monostate) const { return "onbekend"; }
  std::string operator()(Truth truth) const {
    return truth == Truth::yes ? "ja" : truth == Truth::no ? "nee" : "onbekend";
  }
  std::string operator()(const Number& number) const { return dutchText(number); }
  std::string operator()(const Money& money) const { return dutchText(money); }
  std::string operator()(const Moment& moment) const { return dutchText(moment); }
  std::string operator()(const Duration& duration) const { return dutchText(duration); }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(const std::vector<std::string>& texts) const {
    std::string result;
    for (const std::string& each : texts) result += (result.empty() ? "" : ", ") + quoted(each);
    return "[" + result + "]";
  }
};

/// What the operator's index or text says: the node, the attribute, the lid.
std::string subject(const Graph& graph, const Expression& expression) {
  const IndexMeaning meaning = indexMeaning(expression.op);
  const bool single = meaning.kind == NodeKind::ledger || meaning.kind == NodeKind::term;
  if (meaning.names == Names::node && !single) return " " + quoted(nameOf(graph, {meaning.kind, expression.index}));
  if (meaning.names == Names::pattern) return " {" + text(graph, PatternId{expression.index}) + "}";
  if (expression.op == Op::satisfiesForm) return " " + quoted(graph.forms[expression.index].name);
  const bool isAttribute =
      expression.op == Op::attribute || expression.op == Op::hasAttribute || expression.op == Op::refersTo;
  if (expression.op == Op::termEnd && expression.rule.direction == Direction::backward) return " terug";
  if (isAttribute && !isKnown(expression.value)) return " " + std::to_string(expression.index);
  return isKnown(expression.value) ? " " + text(expression.value) : "";
}

bool binds(Op op) {
  return op == Op::exists || op == Op::forAll || op == Op::sumOver || op == Op::countOver || op == Op::earliestOver;
}

std::string operands(const Graph& graph, const Expression& expression) {
  if (expression.operands.empty()) return {};
  std::string result;
  for (const ExpressionId operand : expression.operands)
    result += (result.empty() ? "" : ", ") + (operand ? text(graph, operand) : std::string("-"));
  return "(" + result + ")";
}

std::string placeText(const Provenance& where) {
  std::string result = where.document + (where.lid.empty() ? "" : ":" + where.lid);
  if (where.line > 0) result += " regel " + std::to_string(where.line);
  return result.empty() ? result : " (" + result + ")";
}

std::string bindersText(const Graph& graph, NodeRef node) {
  std::string result;
  Slot slot = 0;
  for (const Binder& binder : bindersOf(graph, node))
    result += "  elke " + quoted(at(graph.entities, binder.entity).name) + " $" + std::to_string(slot++) +
              (binder.where ? " waarvoor " + text(graph, binder.where) : "") + "\n";
  return result;
}

std::string guardText(const Graph& graph, NodeRef node) {
  const ReadingGuard guard = guardOf(graph, node);
  if (!guard.issue) return {};
  const Issue& issue = at(graph.issues, guard.issue);
  const std::string standard = guard.reading == issue.standard ? " (standaard)" : "";
  return "  lezing " + quoted(issue.readings[guard.reading]) + standard + " van " + quoted(issue.name) + "\n";
}

std::string_view partyName(Party party) {
  constexpr std::array<std::string_view, 3> names = {"", "Opdrachtnemer", "Opdrachtgever"};
  return names[static_cast<std::size_t>(party)];
}

std::string text(const Graph& graph, const PartyRef& party) {
  std::string result(partyName(party.fixed));
  if (party.slot) result = "$" + std::to_string(*party.slot);
  if (party.expression) result = text(graph, party.expression);
  return party.other ? "de ander dan " + result : result;
}

std::string partiesText(const Graph& graph, const PartyRef& from, const PartyRef& to) {
  const std::string first = text(graph, from);
  const std::string second = text(graph, to);
  if (first.empty() && second.empty()) return {};
  return "  partijen: " + first + (second.empty() ? "" : " → " + second) + "\n";
}

std::string formText(const Graph& graph, const Norm& norm) {
  if (!norm.form) return {};
  return "  vorm: " + quoted(at(graph.forms, norm.form).name) + (norm.formSatisfiedOnlyBy ? ", uitsluitend" : "") +
         "\n";
}

/// Whom the node binds, and in what form.
std::string partiesText(const Graph& graph, NodeRef node) {
  switch (node.kind) {
    case NodeKind::norm: {
      const Norm& norm = graph.norms[node.index];
      return partiesText(graph, norm.bearer, norm.counterparty) + formText(graph, norm);
    }
    case NodeKind::amount:
      return partiesText(graph, graph.amounts[node.index].debtor, graph.amounts[node.index].creditor);
    case NodeKind::limit:
      return partiesText(graph, graph.limits[node.index].bearer, graph.limits[node.index].counterparty);
    case NodeKind::right:
      return partiesText(graph, graph.rights[node.index].holder, {});
    default:
      return {};
  }
}

std::string partText(const Graph& graph, const Part& part) {
  if (part.role == Role::instance || part.name == "waarvoor") return {};  // told with the instances
  std::string what;
  if (part.expression) what = text(graph, part.expression);
  if (part.pattern) what = "{" + text(graph, part.pattern) + "}";
  if (part.node) what = std::string(kindName(graph, *part.node)) + " " + quoted(nameOf(graph, *part.node));
  return "  " + std::string(part.name) + ": " + what + "\n";
}

std::string attributesText(const EventType& type) {
  std::string result;
  for (const Attribute& attribute : type.attributes) {
    result += "  " + attribute.name + ": " + std::string(typeName(attribute.type));
    for (const Type other : attribute.otherTypes) result += " of " + std::string(typeName(other));
    result += attribute.isKey ? ", kenmerk" : "";
    if (!attribute.standard.empty()) result += ", standaard " + quoted(attribute.standard);
    result += attribute.required ? ", verplicht\n" : "\n";
  }
  return result;
}

std::string nodeText(const Graph& graph, NodeRef node) {
  std::string result = std::string(kindName(graph, node)) + " " + std::to_string(node.index) + " " +
                       quoted(nameOf(graph, node)) + placeText(whereOf(graph, node)) + "\n";
  if (node.kind == NodeKind::event) result += attributesText(graph.events[node.index]);
  if (node.kind == NodeKind::property) result += "  waarde: " + quoted(graph.properties[node.index].value) + "\n";
  result += guardText(graph, node) + bindersText(graph, node) + partiesText(graph, node);
  for (const Part& part : partsOf(graph, node)) result += partText(graph, part);
  return result + "\n";
}

}  // namespace

std::string_view kindName(NodeKind kind) {
  switch (kind) {
    case NodeKind::event:
      return "gebeurtenis";
    case NodeKind::entity:
      return "zaak";
    case NodeKind::judgement:
      return "oordeel";
    case NodeKind::parameter:
      return "parameter";
    case NodeKind::quantity:
      return "grootheid";
    case NodeKind::state:
      return "toestand";
    case NodeKind::act:
      return "handeling";
    case NodeKind::norm:
      return "norm";
    case NodeKind::amount:
      return "bedrag";
    case NodeKind::right:
      return "recht";
    case NodeKind::limit:
      return "beperking";
    case NodeKind::effect:
      return "gevolg";
    case NodeKind::property:
      return "eigenschap";
    case NodeKind::ledger:
      return "grootboek";
    case NodeKind::term:
      return "looptijd";
  }
  return {};
}

std::string_view kindName(const Graph& graph, NodeRef node) {
  if (node.kind == NodeKind::norm) return normName(graph.norms[node.index].kind);
  if (node.kind == NodeKind::limit) return limitName(graph.limits[node.index].kind);
  if (node.kind == NodeKind::state && graph.states[node.index].report == StateReport::presumption) return "vermoeden";
  return kindName(node.kind);
}

std::string title(const Graph& graph, NodeRef node) {
  const std::string& lid = whereOf(graph, node).lid;
  return (lid.empty() ? "" : lid + " ") + std::string(kindName(graph, node)) + " «" + nameOf(graph, node) + "»";
}

std::string text(const Value& value) { return std::visit(ValueText{}, value); }

std::string text(const Graph& graph, ExpressionId id) {
  const Expression& expression = at(graph.expressions, id);
  if (expression.op == Op::constant) return text(expression.value);
  if (expression.op == Op::variable) return "$" + std::to_string(expression.slot);
  std::string result(operatorName(expression.op));
  result += subject(graph, expression);
  if (binds(expression.op)) result += " $" + std::to_string(expression.slot);
  return result + operands(graph, expression);
}

std::string text(const Graph& graph, PatternId id) {
  const Pattern& pattern = at(graph.patterns, id);
  std::string result;
  for (const PatternAlternative& each : pattern.alternatives)
    result += (result.empty() ? "" : " | ") + at(graph.events, each.type).name +
              (each.where ? " waarvoor " + text(graph, each.where) : "");
  return result + " als $" + std::to_string(pattern.occurrence) + (pattern.atReceipt ? " bij ontvangst" : "");
}

std::string dumpText(const Graph& graph) {
  std::string result = "regelgraaf " + graph.document + (graph.title.empty() ? "" : " " + quoted(graph.title)) + "\n\n";
  for (const NodeRef node : nodesOf(graph)) result += nodeText(graph, node);
  for (const Issue& issue : graph.issues) {
    result += "kwestie " + quoted(issue.name) + placeText(issue.where) + "\n";
    for (const std::string& reading : issue.readings) result += "  lezing " + quoted(reading) + "\n";
    result += "\n";
  }
  result.pop_back();
  return result;
}

}  // namespace beding::graph
