// Patterns of occurrences: GEBEURTENIS [waarvan ATTRIBUUT WAARDE is [en ...]] [of GEBEURTENIS ...], and the
// occurrences of an act or event as a clause uses them, with its arguments joined in.
#include "base/text.h"
#include "lowering/lowering.h"

namespace beding::lowering {

std::optional<std::pair<EventTypeId, std::size_t>> Lowering::eventAt(const Words& words, std::size_t begin) const {
  std::optional<std::pair<EventTypeId, std::size_t>> best;
  for (std::uint32_t e = 0; e < graph.events.size(); ++e) {
    const std::size_t length = names::wordsAt(words, begin, eventWords[e].name);
    if (length && (!best || length > best->second)) best = {EventTypeId{e}, length};
  }
  return best;
}

/// The name ends where its conditions or another part of the sentence begin.
void Lowering::unknownEvent(const Words& words, std::size_t begin) {
  std::size_t end = begin;
  while (end < words.size() && words[end].kind != WordKind::comma && words[end].key != "waarvan" &&
         words[end].key != "of" && words[end].key != "en")
    ++end;
  std::vector<std::string> known;
  for (const EventType& type : graph.events) known.push_back(type.name);
  const std::string written = names::spelled(words, begin, end);
  report(kinds::unknownEvent, names::spanOf(words, begin, end), {written}).suggestions = nearest(written, known);
}

std::vector<graph::PatternAlternative> Lowering::eventChoice(const Words& words, std::size_t begin, std::size_t& end,
                                                             Scope& scope, Slot occurrence) {
  std::vector<graph::PatternAlternative> alternatives;
  std::size_t i = begin;
  while (true) {
    const auto event = eventAt(words, i);
    if (!event) {
      unknownEvent(words, i);
      return {};
    }
    i += event->second;
    graph::PatternAlternative alternative{event->first, {}};
    if (i < words.size() && words[i].key == "waarvan") {
      const ExpressionId subject = operation(Op::variable, Type::reference, {}, graph::EntityId::nothing);
      at(graph.expressions, subject).slot = occurrence;
      do {
        ++i;  // waarvan, en
        const ExpressionId filter = attributeFilter(words, i, event->first, subject, scope);
        if (!filter) return {};
        alternative.where = both(alternative.where, filter);
        while (i < words.size() && words[i].kind == WordKind::auxiliary) ++i;
      } while (i + 1 < words.size() && words[i].key == "en" && words[i + 1].key != "werkt");
    }
    alternatives.push_back(alternative);
    if (i + 1 >= words.size() || words[i].key != "of") break;
    ++i;
  }
  end = i;
  use(words, begin, end);
  return alternatives;
}

namespace {

const Attribute* attributeAt(const EventType& type, const Lowering::EventWords& spelled, const Words& words,
                             std::size_t begin, std::uint32_t& index, std::size_t& length) {
  const Attribute* best = nullptr;
  length = 0;
  for (std::uint32_t a = 0; a < type.attributes.size(); ++a) {
    const std::size_t taken = names::wordsAt(words, begin, spelled.attributes[a]);
    if (taken > length) best = &type.attributes[a], index = a, length = taken;
  }
  return best;
}

}  // namespace

/// One condition after `waarvan`: an attribute and its value. Moves `i` past it.
ExpressionId Lowering::attributeFilter(const Words& words, std::size_t& i, EventTypeId event, ExpressionId occurrence,
                                       Scope& scope) {
  const EventType& type = at(graph.events, event);
  std::uint32_t index = 0;
  std::size_t length = 0;
  const std::size_t begin = i;
  const Attribute* declared = attributeAt(type, eventWords[event.index], words, i, index, length);
  if (!declared && i + 1 < words.size() && words[i].key == "betreft") {  // the general field: any event may carry it
    const auto about = value(words, i + 1, scope);
    if (!about) {
      report(kinds::unknownValue, names::spanOf(words, i, words.size()), {names::spelled(words, i, words.size())});
      return {};
    }
    const ExpressionId joined =
        operation(Op::refersTo, Type::truth, {occurrence, about->value}, graph::EntityId::nothing);
    describe(joined, words, i, about->end);
    i = about->end;
    return joined;
  }
  if (!declared) {
    const std::string written = i < words.size() ? words[i].key : "";
    std::vector<std::string> known;
    for (const Attribute& attribute : type.attributes) known.push_back(attribute.name);
    report(kinds::unknownAttribute, names::spanOf(words, i, i + 1), {written, type.name}).suggestions =
        nearest(written, known);
    return {};
  }
  const Type valueType = declared->type;
  i += length;
  while (i < words.size() && words[i].kind == WordKind::auxiliary) ++i;
  const bool negated = i < words.size() && words[i].kind == WordKind::negation;
  if (negated) ++i;
  const ExpressionId field = operation(Op::attribute, valueType, {occurrence}, index);
  ExpressionId filter;
  if (i < words.size() && words[i].key == "bekend") {
    ++i;
    filter = operation(Op::hasAttribute, Type::truth, {occurrence}, index);
  } else if (i < words.size() && words[i].kind == WordKind::literal) {
    while (i < words.size() && words[i].kind == WordKind::literal) {
      const syntax::Item& item = *words[i].item;
      const ExpressionId wanted = constant(item.value, item.type, item.span, item.text);
      if (valueType == Type::truth && item.type == Type::truth && std::get<Truth>(item.value) == Truth::no)
        filter = negate(field);
      else if (valueType == Type::truth && item.type == Type::truth)
        filter = field;
      else
        filter =
            either(filter, operation(valueType == Type::list ? Op::contains : Op::equal, Type::truth, {field, wanted}));
      ++i;
      const bool more = i + 1 < words.size() && (words[i].key == "of" || words[i].kind == WordKind::comma) &&
                        words[i + 1].kind == WordKind::literal;
      if (more)
        ++i;
      else
        break;
    }
  } else if (const auto parsed = value(words, i, scope)) {
    const Type given = typeOf(parsed->value);
    i = parsed->end;
    ExpressionId orText;
    if (i + 1 < words.size() && words[i].key == "of" &&
        words[i + 1].kind == WordKind::literal) {  // de versie of "voorwaarden"
      orText = operation(Op::equal, Type::truth, {field, constant(words[i + 1].item->value, words[i + 1].item->type)});
      i += 2;
    }
    if (given == Type::party)
      filter = operation(Op::sameParty, Type::truth, {field, parsed->value});
    else if (valueType == Type::reference && given == Type::reference)
      filter = operation(Op::refersTo, Type::truth, {occurrence, parsed->value}, index);
    else if (given == Type::reference)
      filter = operation(Op::refersTo, Type::truth, {occurrence, parsed->value}, index);
    else
      filter = operation(Op::equal, Type::truth, {field, parsed->value});
    filter = either(orText, filter);
  } else {
    report(kinds::unknownValue, names::spanOf(words, i, i + 1), {i < words.size() ? words[i].item->text : ""});
    return {};
  }
  if (negated) filter = negate(filter);
  describe(filter, words, begin, i);
  return filter;
}

/// The occurrences that a clause speaks of: of an act with these arguments and this actor, or of an event about these
/// instances; with the forms and qualities that the clause asks for.
graph::PatternId Lowering::patternOf(const Predicate& found, const Words& words, std::vector<ExpressionId> given,
                                     ExpressionId actor, Scope& scope) {
  const Slot occurrence = scope.next;
  const ExpressionId subject = operation(Op::variable, Type::reference, {}, graph::EntityId::nothing);
  at(graph.expressions, subject).slot = occurrence;
  graph::Pattern pattern;
  pattern.occurrence = occurrence;
  pattern.words = words.empty() ? std::string(found.phrase->spelled) : names::spelled(words, 0, words.size());
  if (found.phrase->kind == names::PhraseKind::act) {
    const Words spec = names::wordsOf(acts[found.phrase->index].site.statement->clauses.front().items);
    Scope inner;
    inner.next = occurrence + 1;
    for (std::size_t i = 0; i < given.size(); ++i)
      inner.open.push_back({graph.acts[found.phrase->index].parameters[i], given[i]});
    std::size_t end = 0;
    pattern.alternatives = eventChoice(spec, indexOf(spec, "door") + 1, end, inner, occurrence);
    pattern.atReceipt = startsWith(spec, end, {"en", "werkt", "bij", "ontvangst"});
    pattern.act = graph::ActId{found.phrase->index};
  } else {
    const EventTypeId event{found.phrase->index};
    ExpressionId where;
    for (const ExpressionId argument : given) {
      if (const auto index = referenceTo(event, argument))
        where = both(where, operation(Op::refersTo, Type::truth, {subject, argument}, *index));
    }
    pattern.alternatives.push_back({event, where});
  }
  for (graph::PatternAlternative& alternative : pattern.alternatives) {
    const EventType& type = at(graph.events, alternative.type);
    for (std::uint32_t a = 0; a < type.attributes.size(); ++a) {
      const ExpressionId field = operation(Op::attribute, type.attributes[a].type, {subject}, a);
      if (actor && type.attributes[a].isActor)
        alternative.where = both(alternative.where, operation(Op::sameParty, Type::truth, {field, actor}));
      for (const std::string& truth : found.truths) {
        if (type.attributes[a].name == truth) alternative.where = both(alternative.where, field);
      }
    }
    for (const graph::FormId form : found.forms) {
      alternative.where = both(alternative.where, operation(Op::satisfiesForm, Type::truth, {subject}, form.index));
    }
  }
  return append<graph::Pattern>(graph.patterns, std::move(pattern));
}

/// The attribute by which an event names an instance of the argument's entity: its key when the event creates it,
/// else the attribute called after the entity.
std::optional<std::uint32_t> Lowering::referenceTo(EventTypeId event, ExpressionId argument) const {
  if (!argument) return std::nullopt;  // a mistake, reported
  const graph::Expression& expression = at(graph.expressions, argument);
  if (expression.op != Op::variable || expression.index >= graph.entities.size()) return std::nullopt;
  const graph::Entity& entity = graph.entities[expression.index];
  return attributeIndex(at(graph.events, event), entity.name);
}

}  // namespace beding::lowering
