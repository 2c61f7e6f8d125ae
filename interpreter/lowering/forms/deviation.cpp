// "tenzij anders overeengekomen": what an `afspraak vastgelegd` does to a norm, an amount or a quantity. Parameters
// have their own history (define.cpp).
#include "lowering/forms/forms.h"

namespace beding::lowering {

namespace {

/// Where the agreement stands; no sentence opens so many instances.
constexpr Slot agreementSlot = 15;

ExpressionId agreed(Lowering& lowering, EventTypeId event, std::string_view name) {
  return lowering.field(event, lowering.occurrence(agreementSlot), name);
}

ExpressionId says(Lowering& lowering, EventTypeId event, std::string_view name) {
  return lowering.present(event, lowering.occurrence(agreementSlot), name);
}

/// Over the name, with or without the lid before it.
ExpressionId isOver(Lowering& lowering, EventTypeId event, const Site& site, const std::string& name) {
  const std::string inLid = site.lid + " " + name;
  ExpressionId any;
  for (const std::string& written : {name, inLid, site.document + ":" + inLid}) {
    const ExpressionId over = agreed(lowering, event, "over");
    if (!over) return {};
    any = lowering.either(any,
                          lowering.operation(Op::equal, Type::truth, {over, lowering.constant(written, Type::text)}));
  }
  return lowering.both(says(lowering, event, "over"), any);
}

/// From the day it names on; without one, at once.
ExpressionId hasBegun(Lowering& lowering, EventTypeId event) {
  const ExpressionId start = agreed(lowering, event, "ingang");
  if (!start) return {};
  return lowering.either(lowering.negate(says(lowering, event, "ingang")),
                         lowering.operation(Op::reached, Type::truth, {start}));
}

/// When the instances arose of which a quantity speaks: the last of them decides.
ExpressionId arisingOf(Lowering& lowering, const graph::Quantity& quantity) {
  ExpressionId last;
  for (Slot slot = 0; slot < quantity.binders.size(); ++slot) {
    const graph::EntityId entity = quantity.binders[slot].entity;
    if (entity.index == 0) continue;  // a party does not arise
    const ExpressionId arose = lowering.operation(Op::occurredAt, Type::date, {lowering.variable(slot, entity)});
    last = last ? lowering.operation(Op::maximum, Type::date, {last, arose}) : arose;
  }
  return last;
}

/// The parameter that holds what is agreed: the one of that name from which may be deviated, else one of its own.
std::uint32_t agreementsOver(Lowering& lowering, const std::string& name, const graph::Quantity& quantity) {
  for (std::uint32_t p = 0; p < lowering.graph.parameters.size(); ++p) {
    if (lowering.graph.parameters[p].name != name) continue;
    lowering.ensureDefined(p, true);
    if (lowering.graph.parameters[p].deviable) return p;
  }
  graph::Parameter parameter;
  parameter.where = quantity.where;
  parameter.guard = quantity.guard;
  parameter.name = name;
  parameter.type = quantity.type;
  parameter.deviable = parameter.beside = true;
  lowering.graph.parameters.push_back(std::move(parameter));
  return static_cast<std::uint32_t>(lowering.graph.parameters.size() - 1);
}

}  // namespace

ExpressionId unlessOf(Lowering& lowering, const Site& site, const Frame& frame, const std::string& name) {
  const auto event = frame.deviable ? eventNamed(lowering.graph, agreementType) : std::nullopt;
  if (!event) return frame.unless;
  ExpressionId where = lowering.both(isOver(lowering, *event, site, name), hasBegun(lowering, *event));
  if (frame.deviationForm)
    where = lowering.both(where, lowering.operation(Op::satisfiesForm, Type::truth,
                                                    {lowering.occurrence(agreementSlot)}, frame.deviationForm.index));
  if (frame.deviationExplicit) where = lowering.both(where, agreed(lowering, *event, "uitdrukkelijk"));
  if (!lowering.agreementRules.empty())
    where = lowering.both(where,
                          lowering.operation(Op::agreementCounts, Type::truth, {lowering.occurrence(agreementSlot)}));
  graph::Pattern pattern{{{*event, where}}, agreementSlot, false, "afspraak over " + name};
  const auto id = append<graph::Pattern>(lowering.graph.patterns, std::move(pattern));
  const ExpressionId otherwise = lowering.operation(Op::happened, Type::truth, {}, id.index);
  at(lowering.graph.expressions, otherwise).words = "anders overeengekomen";
  return lowering.either(frame.unless, otherwise);
}

void deviateQuantity(Lowering& lowering, const Frame& frame, std::uint32_t index, const std::string& name) {
  if (!frame.deviable) return;
  const graph::Quantity quantity = lowering.graph.quantities[index];
  const std::uint32_t parameter = agreementsOver(lowering, name, quantity);
  if (lowering.graph.parameters[parameter].beside) {
    lowering.graph.parameters[parameter].deviationForm = frame.deviationForm;
    lowering.graph.parameters[parameter].deviationExplicit = frame.deviationExplicit;
  }
  const ExpressionId since = arisingOf(lowering, quantity);
  const ExpressionId value = lowering.operation(Op::agreed, quantity.type, {since, quantity.value}, parameter);
  at(lowering.graph.expressions, value).words = name;
  lowering.graph.quantities[index].value = value;
}

/// "Een afspraak telt alleen indien V."
bool isAgreementRule(const Sentence& sentence) {
  return has(sentence.main, "telt") && has(sentence.main, "alleen") && !has(sentence.main, "dag") &&
         !sentence.subclauses.empty();
}

bool lowerAgreementRule(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!isAgreementRule(sentence)) return false;
  const auto phrase = names::nounPhraseAt(sentence.main, Free(sentence.main.size(), true), 0, lowering.vocabulary);
  const EventType* type = phrase ? lowering.eventOf(phrase->entity) : nullptr;
  if (!type || type->name != agreementType) return false;
  static constexpr std::array known{syntax::Conjunction::indien, syntax::Conjunction::tenzij};
  lowering.use(sentence.main, 0, phrase->end);
  lowering.use(sentence.main, {"telt", "alleen"});
  Frame frame;
  lowering.openNew(frame.scope, phrase->entity);
  closeFrame(lowering, sentence, frame, known);
  if (!frame.condition) return true;  // a mistake, reported
  if (frame.unless) {
    const std::string words = at(lowering.graph.expressions, frame.condition).words;
    frame.condition = lowering.either(frame.condition, frame.unless);
    at(lowering.graph.expressions, frame.condition).words = words;
  }
  lowering.graph.agreementRules.push_back({lowering.provenance(site), site.guard, phrase->entity, frame.condition});
  return true;
}

}  // namespace beding::lowering
