// Properties, parameters and quantities as outcomes.
#include <algorithm>

#include "oracle/reference_page.h"

namespace beding::oracle {

namespace {

/// A derogation from a parameter is a quantity in its place.
bool standsFor(const graph::Graph& graph, graph::QuantityId id, graph::ParameterId parameter) {
  while (at(graph.quantities, id).otherwise) id = at(graph.quantities, id).otherwise;
  return at(graph.quantities, id).parameter == parameter;
}

Answer valueShown(const View& view, graph::ParameterId id) {
  for (std::uint32_t index = 0; index < view.graph().quantities.size(); ++index) {
    const graph::Quantity& quantity = view.graph().quantities[index];
    const bool goesBefore = quantity.derogates && quantity.binders.empty() && view.active(quantity.guard);
    if (goesBefore && standsFor(view.graph(), graph::QuantityId{index}, id) && isYes(met(view, quantity.condition, {})))
      return valueOf(view, quantity.value, {});
  }
  return parameterValue(view, id, {}, true);
}

void reportParameter(Page& page, graph::ParameterId id) {
  const graph::Parameter& parameter = at(page.view.graph().parameters, id);
  if (parameter.reported) {
    Outcome outcome = page.begin(parameter.where, parameter.name, OutcomeKind::property);
    const Answer value = valueShown(page.view, id);
    outcome.value = isKnownAnswer(value) ? textOf(value.value) : "onbekend";
    page.add(std::move(outcome));
  }
  for (const Agreed& agreed : agreementsAbout(page.view, id)) {
    Outcome outcome = page.begin(parameter.where, parameter.name, OutcomeKind::exercise);
    outcome.key = page.view.in.happenings[agreed.event].event.key;
    outcome.status = validityText(truth(agreed.valid));
    outcome.since = onDay(page.view.in.happenings[agreed.event].received);
    page.add(std::move(outcome), agreed.valid.asks, agreed.valid.assumed);
  }
}

/// What a definition asks of an invoice is paid when the invoice is.
void followInvoice(const View& view, Outcome& outcome) {
  const auto index = claimOf(view.facts.books, outcome.key);
  if (!index) return;
  const Post& post = view.facts.books.posts[*index];
  nameParties(outcome, post.debtor, other(post.debtor));
  outcome.open = std::min(*outcome.amount, post.open());
  if (*outcome.open > Money{}) return;
  outcome.status = "voldaan";
  if (post.settledOn) outcome.since = momentOf(*post.settledOn);
}

void reportQuantity(Page& page, const graph::Quantity& quantity, const Place& place) {
  if (isNo(met(page.view, quantity.condition, place))) return;
  const Answer value = valueOf(page.view, quantity.value, place);
  if (!isKnownAnswer(value) && !isUnknown(value)) return;
  const bool money = quantity.type == Type::money;
  Outcome outcome = page.begin(quantity.where, quantity.name, money ? OutcomeKind::amount : OutcomeKind::property);
  outcome.key = keyOf(page.view, place, quantity.binders.size(), std::nullopt);
  const std::string shown = isKnownAnswer(value) ? textOf(value.value) : "onbekend";
  if (money) outcome.status = isKnownAnswer(value) ? "verschuldigd" : "onbekend";
  if (!money) outcome.value = shown;
  if (moneyIn(value) != nullptr) {
    outcome.amount = roundedToCents(*moneyIn(value));
    followInvoice(page.view, outcome);
  }
  page.add(std::move(outcome), value.asks, value.assumed);
}

}  // namespace

void reportValues(Page& page) {
  const graph::Graph& graph = page.view.graph();
  for (const graph::Property& property : graph.properties) {
    if (!page.view.active(property.guard)) continue;
    Outcome outcome = page.begin(property.where, property.name, OutcomeKind::property);
    outcome.value = property.value;
    page.add(std::move(outcome));
  }
  for (std::uint32_t index = 0; index < graph.parameters.size(); ++index)
    if (page.view.active(graph.parameters[index].guard)) reportParameter(page, graph::ParameterId{index});
  for (const graph::Quantity& quantity : graph.quantities)
    if (quantity.reported && page.view.active(quantity.guard))
      for (const Place& place : combinations(page.view, quantity.binders)) reportQuantity(page, quantity, place);
}

}  // namespace beding::oracle
