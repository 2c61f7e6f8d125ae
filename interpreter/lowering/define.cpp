// Definitions: parameters and quantities, lowered when first read.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "lowering/definition.h"
#include "lowering/forms/forms.h"

namespace beding::lowering {

using syntax::Conjunction;

namespace {

names::ValueNoun* nounNamed(names::Vocabulary& vocabulary, const std::vector<std::string>& words) {
  const auto found =
      std::find_if(vocabulary.values.begin(), vocabulary.values.end(), [&](const names::ValueNoun& noun) {
        return noun.words == words &&
               (noun.kind == names::ValueKind::quantity || noun.kind == names::ValueKind::parameter);
      });
  return found == vocabulary.values.end() ? nullptr : &*found;
}

}  // namespace

bool isConditional(const Sentence& sentence) {
  return std::any_of(sentence.subclauses.begin(), sentence.subclauses.end(), [](const Subclause& clause) {
    if (clause.conjunction == Conjunction::tenzij)
      return !saysOtherwiseAgreed(clause.words) && !has(clause.words, "vermeldt");
    return clause.conjunction == Conjunction::indien || clause.conjunction == Conjunction::zolang;
  });
}

/// "de termijn van de ingebrekestelling", "een andere termijn vermeldt": an attribute, not an instance.
bool Lowering::isAttributeThere(const Words& words, const NounPhrase& phrase) const {
  const bool stated =
      phrase.begin > 0 && (words[phrase.begin - 1].key == "andere" || words[phrase.begin].key == "andere");
  if (stated && has(words, "vermeldt")) return true;
  if (phrase.end + 1 >= words.size() || words[phrase.end].key != "van") return false;
  for (std::uint32_t e = 1; e < graph.entities.size(); ++e) {
    const EventType* type = eventOf(graph::EntityId{e});
    const bool owner =
        type && attributeIndex(*type, at(graph.entities, phrase.entity).name) &&
        names::nounPhraseAt(words, Free(words.size(), true), phrase.end + 1, graph::EntityId{e}, vocabulary);
    if (owner) return true;
  }
  return false;
}

/// Instances a definition is about: those opened in front, and those it names with `de X` without having opened them.
std::vector<graph::EntityId> Lowering::definedPer(const Sentence& sentence) const {
  std::vector<graph::EntityId> entities;
  const auto add = [&](const Words& words) {
    for (std::uint32_t e = 1; e < graph.entities.size(); ++e) {
      for (const NounPhrase& phrase :
           names::nounPhrases(words, Free(words.size(), true), graph::EntityId{e}, vocabulary)) {
        const bool meant =
            !phrase.pronoun && (phrase.determiner == Determiner::definite || phrase.determiner == Determiner::each ||
                                phrase.determiner == Determiner::indefinite);
        if (meant && !isAttributeThere(words, phrase) &&
            std::find(entities.begin(), entities.end(), phrase.entity) == entities.end())
          entities.push_back(phrase.entity);
      }
    }
  };
  for (const Words& each : sentence.each) add(each);
  Words main = sentence.main;
  std::erase_if(main, [](const Word& w) { return w.determiner == Determiner::indefinite; });
  add(main);
  for (const Subclause& clause : sentence.subclauses) {
    Words words = clause.words;
    std::erase_if(words, [](const Word& w) { return w.determiner == Determiner::indefinite; });
    add(words);
  }
  return entities;
}

void Lowering::declareDefinition(const Site& site, const Sentence& sentence, const DefinitionShape& shape) {
  if (site.statement->label) definedLabels.emplace(site.place(), fold(*site.statement->label));
  const auto per = definedPer(sentence);
  addDerogation(*this, site, sentence, {Labelled::Kind::quantity, static_cast<std::uint32_t>(graph.quantities.size())});
  names::ValueNoun* existing = nounNamed(vocabulary, shape.noun);
  if (settleAgreement(site, sentence, shape, existing)) return;
  const bool plain = !site.guard.issue && !shape.derogates && !isConditional(sentence) && per.empty() && !existing;
  Definition definition{site, Definition::Progress::waiting, plain, 0};
  if (plain) {
    graph::Parameter parameter;
    parameter.where = provenance(site);
    parameter.name = spelledList(shape.noun);
    definition.index = static_cast<std::uint32_t>(graph.parameters.size());
    graph.parameters.push_back(std::move(parameter));
    vocabulary.values.push_back({names::ValueKind::parameter, definition.index, shape.noun, {}, site.statement->span});
    definitions.push_back(definition);
    return;
  }
  graph::Quantity quantity;
  quantity.where = provenance(site);
  quantity.guard = site.guard;
  quantity.name = spelledList(shape.noun);
  for (const graph::EntityId entity : per) quantity.binders.push_back({entity, {}});
  definition.index = static_cast<std::uint32_t>(graph.quantities.size());
  graph.quantities.push_back(std::move(quantity));
  definitions.push_back(definition);
  if (!existing) {
    vocabulary.values.push_back({names::ValueKind::quantity, definition.index, shape.noun, per, site.statement->span});
    return;
  }
  chain(*existing, definition.index, site, shape);
}

/// Two definitions of one name: a derogation goes before what it defeats, readings stand beside each other.
void Lowering::chain(names::ValueNoun& noun, std::uint32_t added, const Site& site, const DefinitionShape& shape) {
  const bool quantity = noun.kind == names::ValueKind::quantity;
  const bool replaceable =
      quantity && (graph.quantities[noun.index].guard.issue.valid() || graph.quantities[noun.index].derogates);
  const bool first = site.guard.issue || shape.derogates || goesBefore(site.document, placeOf(noun).document);
  if (!first && !replaceable) {
    return declaredTwice(spelledList(shape.noun), site.statement->span, noun.declared);
  }
  std::uint32_t other = noun.index;
  if (noun.kind == names::ValueKind::parameter) {
    graph::Quantity wrapped;
    wrapped.where = graph.parameters[noun.index].where;
    wrapped.name = graph.parameters[noun.index].name;
    wrapped.parameter = graph::ParameterId{noun.index};
    other = static_cast<std::uint32_t>(graph.quantities.size());
    graph.quantities.push_back(std::move(wrapped));
  }
  graph.quantities[added].derogates = shape.derogates;
  for (const Priority& priority : sentenceOf(site.statement->clauses).priorities) {
    if (priority.derogates) graph.quantities[added].derogatesFrom.push_back(qualified(priority.lid, site.document));
  }
  const std::uint32_t head = first ? added : other, tail = first ? other : added;
  std::uint32_t last = head;
  while (graph.quantities[last].otherwise) last = graph.quantities[last].otherwise.index;
  graph.quantities[last].otherwise = graph::QuantityId{tail};
  noun.kind = names::ValueKind::quantity;
  noun.index = head;
  if (noun.of.empty()) {
    for (const graph::Binder& binder : graph.quantities[added].binders) noun.of.push_back(binder.entity);
  }
}

/// "De looptijd is ten minste 1 jaar": a bound on what may be agreed about a parameter that another sentence defines.
void Lowering::lowerMinimum(const Site& site) {
  const Sentence sentence = sentenceOf(site.statement->clauses);
  const auto shape = definitionShape(sentence);
  const names::ValueNoun* noun = nounNamed(vocabulary, shape->noun);
  if (!noun || noun->kind != names::ValueKind::parameter) {
    report(kinds::unknownValue, names::spanOf(sentence.main, shape->nounBegin, shape->nounEnd),
           {spelledList(shape->noun)});
    return;
  }
  use(sentence.main, 0, shape->valueBegin);
  Frame frame;
  const ExpressionId bound = wholeValue(sentence.main, shape->valueBegin, sentence.main.size(), frame.scope);
  static constexpr std::array known{Conjunction::tenzij};
  closeFrame(*this, sentence, frame, known);
  if (frame.deviable) return;  // what may be agreed otherwise bounds nothing that is agreed
  graph.parameters[noun->index].minimum = bound;
}

/// The way from a definition back to itself: those that were being read.
void Lowering::reportCircle(std::size_t first) {
  const auto name = [this](std::size_t d) {
    const std::uint32_t index = definitions[d].index;
    return definitions[d].isParameter ? graph.parameters[index].name : graph.quantities[index].name;
  };
  const auto begin = std::find(defining.begin(), defining.end(), first);
  std::string path;
  for (auto each = begin; each != defining.end(); ++each) path += name(*each) + " → ";
  Diagnostic& diagnostic =
      report(kinds::circularDefinition, definitions[first].site.statement->span, {name(first), path + name(first)});
  for (auto each = begin + 1; each < defining.end(); ++each)
    diagnostic.others.push_back(
        {definitions[*each].site.statement->span,
         worded({"leest «{0}»", "reads «{0}»"}, {name(*(each + 1 == defining.end() ? begin : each + 1))})});
}

void Lowering::ensureDefined(std::uint32_t index, bool isParameter) {
  for (std::size_t d = 0; d < definitions.size(); ++d) {
    if (definitions[d].index != index || definitions[d].isParameter != isParameter ||
        definitions[d].progress == Definition::Progress::done)
      continue;
    if (definitions[d].progress == Definition::Progress::busy) {
      reportCircle(d);
      return;
    }
    definitions[d].progress = Definition::Progress::busy;
    defining.push_back(d);
    const int kept = trial;
    trial = 0;
    lowerDefinition(definitions[d].site, index, isParameter);
    trial = kept;
    defining.pop_back();
    definitions[d].progress = Definition::Progress::done;
  }
  if (!isParameter && graph.quantities[index].parameter) {
    ensureDefined(graph.quantities[index].parameter.index, true);
    graph.quantities[index].type = at(graph.parameters, graph.quantities[index].parameter).type;
    graph.quantities[index].value =
        operation(Op::parameter, graph.quantities[index].type, {}, graph.quantities[index].parameter.index);
  }
  if (!isParameter && graph.quantities[index].otherwise) ensureDefined(graph.quantities[index].otherwise.index, false);
}

void Lowering::lowerDefinition(const Site& site, std::uint32_t index, bool isParameter) {
  const Sentence sentence = sentenceOf(site.statement->clauses);
  const auto shape = definitionShape(sentence);
  use(sentence.main, 0, shape->valueBegin);
  useClause(sentence.openers);
  for (const Words& each : sentence.each) use(each, 0, each.size());
  for (const Priority& priority : sentence.priorities) useClause(priority.words);
  Frame frame;
  if (!isParameter) {
    for (const graph::Binder& binder : std::vector(graph.quantities[index].binders))
      openNew(frame.scope, binder.entity);
  }
  ExpressionId value = definedValue(sentence, *shape, frame.scope);
  closeDefinition(sentence, frame, value);
  if (isParameter)
    fillParameter(site, index, frame, value, shape->notFilledIn);
  else
    fillQuantity(site, index, frame, value, spelledList(shape->noun));
}

/// Nothing where it is left to be filled in.
ExpressionId Lowering::definedValue(const Sentence& sentence, const DefinitionShape& shape, Scope& scope) {
  if (shape.notFilledIn) {
    use(sentence.main, shape.valueBegin, shape.valueBegin + 2);
    return {};
  }
  const Words words = part(sentence.main, shape.valueBegin, sentence.main.size());
  const ExpressionId value = namedText(words) ? ExpressionId{} : wholeValue(words, 0, words.size(), scope);
  return value ? value : textValue(words);
}

void Lowering::fillParameter(const Site& site, std::uint32_t index, const Frame& frame, ExpressionId value,
                             bool notFilledIn) {
  const Type type = notFilledIn ? typeFromName(graph.parameters[index].name) : typeOf(value);
  value = statedOr(graph.parameters[index].name, value, type);
  graph::Parameter& parameter = graph.parameters[index];
  parameter.value = value;
  parameter.type = type;
  parameter.deviable = frame.deviable;
  parameter.deviationForm = frame.deviationForm;
  parameter.deviationExplicit = frame.deviationExplicit;
  parameter.reported = !site.lid.empty();
  for (const Site& agreed : agreements[index]) lowerAgreement(agreed, index);
}

void Lowering::fillQuantity(const Site& site, std::uint32_t index, const Frame& frame, ExpressionId value,
                            const std::string& noun) {
  graph::Quantity& quantity = graph.quantities[index];
  quantity.value = value;
  quantity.type = value ? typeOf(value) : typeFromName(quantity.name);
  quantity.condition = both(frame.condition, frame.during);
  if (frame.unless) quantity.condition = both(quantity.condition, negate(frame.unless));
  quantity.reported = site.statement->label.has_value() && quantity.type == Type::money;
  if (quantity.reported) quantity.name = *site.statement->label;
  deviateQuantity(*this, frame, index, noun);
}

/// "tenzij het aanbod een andere geldigheid vermeldt": the attribute, when given, takes the value's place.
void Lowering::closeDefinition(const Sentence& sentence, Frame& frame, ExpressionId& value) {
  Sentence rest = sentence;
  for (const Subclause& clause : sentence.subclauses) {
    if (clause.conjunction != Conjunction::tenzij || !has(clause.words, "vermeldt")) continue;
    std::erase_if(rest.subclauses, [&](const Subclause& c) {
      return c.words.size() == clause.words.size() && c.conjunction == clause.conjunction;
    });
    const std::size_t other = std::min(indexOf(clause.words, "andere"), indexOf(clause.words, "ander"));
    if (other + 1 >= clause.words.size()) continue;
    const auto given = keptValue(clause.words, other + 1, frame.scope);
    if (!given) continue;
    use(clause.words, {"andere", "ander", "vermeldt"});
    if (const auto who = names::nounPhraseAt(clause.words, Free(clause.words.size(), true), 0, vocabulary))
      use(clause.words, who->begin, who->end);
    const ExpressionId attribute = given->value;
    const auto& expression = at(graph.expressions, attribute);
    if (expression.op != Op::attribute) continue;
    const ExpressionId known = operation(Op::hasAttribute, Type::truth, expression.operands, expression.index);
    value = operation(Op::choose, typeOf(value), {known, attribute, value});
  }
  static constexpr std::array known{Conjunction::indien, Conjunction::zolang, Conjunction::tenzij};
  closeFrame(*this, rest, frame, known);
}

/// What the agreement itself states (`overeenkomst gesloten` with duur, opzegtermijn) goes before the terms' value.
ExpressionId Lowering::statedOr(const std::string& name, ExpressionId value, Type type) {
  const auto event = std::find_if(graph.events.begin(), graph.events.end(),
                                  [](const EventType& e) { return e.name == "overeenkomst gesloten"; });
  if (event == graph.events.end()) return value;
  const auto index = attributeIndex(*event, name == "looptijd" ? "duur" : std::string_view(name));
  if (!index || event->attributes[*index].type != type) return value;
  const EventTypeId id{static_cast<std::uint32_t>(event - graph.events.begin())};
  graph::Pattern pattern{{{id, ownContract(id)}}, 0, false, event->name};
  const auto conclusion = append<graph::Pattern>(graph.patterns, std::move(pattern));
  const ExpressionId one = occurrence(0);
  const ExpressionId stated =
      operation(Op::lastOf, type, {operation(Op::attribute, type, {one}, *index)}, conclusion.index);
  return value ? operation(Op::firstKnown, type, {stated, value}) : stated;
}

bool Lowering::namedText(const Words& words) const {
  return words.size() == 1 && words[0].kind == WordKind::literal && words[0].item->type == Type::text;
}

ExpressionId Lowering::textValue(const Words& words) {
  if (!namedText(words)) return {};
  use(words, 0, 1);
  return constant(words[0].item->value, Type::text, words[0].span, words[0].item->text);
}

/// A placeholder has no value to take its type from; its name tells it.
Type Lowering::typeFromName(std::string_view name) const {
  if (name.find("termijn") != std::string_view::npos || name.find("looptijd") != std::string_view::npos ||
      name.find("duur") != std::string_view::npos)
    return Type::duration;
  if (name.find("datum") != std::string_view::npos || name.starts_with("dag")) return Type::date;
  if (name.find("uren") != std::string_view::npos || name.find("aantal") != std::string_view::npos) return Type::number;
  if (name.find("percentage") != std::string_view::npos) return Type::percentage;
  const bool money = name.find("bedrag") != std::string_view::npos || name.find("grens") != std::string_view::npos ||
                     name.find("plafond") != std::string_view::npos || name.find("tarief") != std::string_view::npos ||
                     name.find("vergoeding") != std::string_view::npos || name.find("prijs") != std::string_view::npos;
  return money ? Type::money : Type::text;
}

}  // namespace beding::lowering
