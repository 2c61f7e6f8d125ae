#include "engine/words.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::ExpressionId;
using graph::Graph;
using graph::Op;

std::string described(const Graph& graph, const Expression& expression);

std::string joinedWords(const Graph& graph, const Expression& expression, const std::string& link) {
  std::string whole;
  for (const ExpressionId part : expression.operands) {
    const std::string one = part ? described(graph, at(graph.expressions, part)) : std::string();
    if (!one.empty()) whole += (whole.empty() ? "" : link) + one;
  }
  return whole;
}

std::string dayWords(const Graph& graph, const Expression& expression) {
  const std::string day = joinedWords(graph, expression, "");
  return day.empty() ? "de dag" : day;
}

std::string normWords(const Graph& graph, const Expression& expression) {
  const graph::Norm& norm = graph.norms[expression.index];
  const auto* status = std::get_if<std::string>(&expression.value);
  return (norm.where.document.empty() ? graph.document : norm.where.document) + ":" + norm.where.lid + " " + norm.name +
         (status != nullptr ? " is " + *status : "");
}

/// Dutch name of an expression that carries no words.
std::string described(const Graph& graph, const Expression& expression) {
  if (!expression.words.empty()) return expression.words;
  switch (expression.op) {
    case Op::state:
      return at(graph.states, graph::StateId{expression.index}).name;
    case Op::judgement:
      return at(graph.judgements, graph::JudgementId{expression.index}).question;
    case Op::parameter:
      return at(graph.parameters, graph::ParameterId{expression.index}).name;
    case Op::quantity:
      return at(graph.quantities, graph::QuantityId{expression.index}).name;
    case Op::logicalAnd:
      return joinedWords(graph, expression, " en ");
    case Op::logicalOr:
      return joinedWords(graph, expression, " of ");
    case Op::logicalNot:
      return "niet: " + joinedWords(graph, expression, "");
    case Op::exists:
    case Op::forAll:
      return joinedWords(graph, expression, "");
    case Op::reached:
      return dayWords(graph, expression) + " bereikt is";
    case Op::passed:
      return dayWords(graph, expression) + " voorbij is";
    case Op::normStatus:
      return normWords(graph, expression);
    case Op::agreementCounts:
      return "de afspraak telt";
    case Op::settled:
      return "voldaan";
    case Op::outstanding:
      return "het openstaande bedrag";
    case Op::happened:
    case Op::happenedWithin:
      return at(graph.patterns, graph::PatternId{expression.index}).words;
    case Op::runningPeriodEnd:
      return "het einde van de lopende periode";
    case Op::contractEnd:
      return "het einde van de Overeenkomst";
    default:
      return "";
  }
}

}  // namespace

std::string wordsOf(const Graph& graph, const Expression& expression) { return described(graph, expression); }

std::string wordsOf(const Graph& graph, ExpressionId expression) {
  return expression ? described(graph, at(graph.expressions, expression)) : std::string();
}

}  // namespace beding::engine
