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
      alternative.where = suchThat(words, i, event->first, occurrence, scope);
      if (!alternative.where) return {};
    }
    alternatives.push_back(alternative);
    if (i + 1 >= words.size() || words[i].key != "of") break;
    ++i;
  }
  end = i;
  use(words, begin, end);
  return alternatives;
}

/// `waarvan A V is en B W is`, of the occurrence in a slot: moves `i` past it. Nothing when there is a mistake in it.
ExpressionId Lowering::suchThat(const Words& words, std::size_t& i, EventTypeId event, Slot occurrence, Scope& scope) {
  const ExpressionId subject = this->occurrence(occurrence);
  ExpressionId where;
  do {
    ++i;  // waarvan, en
    const ExpressionId filter = attributeFilter(words, i, event, subject, scope);
    if (!filter) return {};
    where = both(where, filter);
    while (i < words.size() && words[i].kind == WordKind::auxiliary) ++i;
  } while (i + 1 < words.size() && words[i].key == "en" && words[i + 1].key != "werkt");
  return where;
}

/// The doings of an act for which `waarvan ...` is true.
graph::PatternId Lowering::doingsOf(graph::ActId act, const Words& words) {
  graph::Pattern pattern{{}, 0, false, names::spelled(words, 0, words.size())};
  for (const EventTypeId event : acts[act.index].events) {
    Scope scope;
    scope.next = 1;
    std::size_t end = 0;
    pattern.alternatives.push_back({event, suchThat(words, end, event, 0, scope)});
    use(words, 0, end);
  }
  return append<graph::Pattern>(graph.patterns, std::move(pattern));
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

void skipAuxiliaries(const Words& words, std::size_t& i) {
  while (i < words.size() && words[i].kind == WordKind::auxiliary) ++i;
}

}  // namespace

/// One condition after `waarvan`: an attribute and its value. Moves `i` past it.
ExpressionId Lowering::attributeFilter(const Words& words, std::size_t& i, EventTypeId event, ExpressionId occurrence,
                                       Scope& scope) {
  const std::size_t begin = i;
  Field field{event, occurrence, 0, {}};
  std::size_t length = 0;
  const Attribute* declared =
      attributeAt(at(graph.events, event), eventWords[event.index], words, i, field.index, length);
  if (!declared) return generalFilter(words, i, event, occurrence, scope);
  i += length;
  skipAuxiliaries(words, i);
  const bool negated = i < words.size() && words[i].kind == WordKind::negation;
  if (negated) ++i;
  field.value = operation(Op::attribute, declared->type, {occurrence}, field.index);
  ExpressionId filter = fieldFilter(words, i, field, scope);
  if (filter && negated) filter = negate(filter);
  describe(filter, words, begin, i);
  return filter;
}

/// `betreft`: the general field that any event may carry. Another name is no attribute of the event.
ExpressionId Lowering::generalFilter(const Words& words, std::size_t& i, EventTypeId event, ExpressionId occurrence,
                                     Scope& scope) {
  if (i + 1 >= words.size() || words[i].key != "betreft") return unknownAttribute(words, i, event), ExpressionId{};
  const std::size_t begin = i;
  std::size_t known = i + 1;
  skipAuxiliaries(words, known);
  const bool denied = words[known].kind == WordKind::negation;
  if (denied && known + 1 < words.size()) ++known;
  if (words[known].key == "bekend") {
    i = known + 1;
    const ExpressionId given = operation(Op::hasAttribute, Type::truth, {occurrence});
    at(graph.expressions, given).value = std::string("betreft");
    const ExpressionId filter = denied ? negate(given) : given;
    describe(filter, words, begin, i);
    return filter;
  }
  const auto about = value(words, i + 1, scope);
  if (!about) return unknownValueAt(words, i + 1), ExpressionId{};
  i = about->end;
  const ExpressionId joined =
      operation(Op::refersTo, Type::truth, {occurrence, about->value}, graph::EntityId::nothing);
  describe(joined, words, begin, i);
  return joined;
}

void Lowering::unknownAttribute(const Words& words, std::size_t i, EventTypeId event) {
  const EventType& type = at(graph.events, event);
  const std::string written = i < words.size() ? words[i].key : "";
  std::vector<std::string> known;
  for (const Attribute& attribute : type.attributes) known.push_back(attribute.name);
  report(kinds::unknownAttribute, names::spanOf(words, i, i + 1), {written, type.name}).suggestions =
      nearest(written, known);
}

/// What must be so of an attribute: known, one of some literals, or equal to a value.
ExpressionId Lowering::fieldFilter(const Words& words, std::size_t& i, const Field& field, Scope& scope) {
  if (i < words.size() && words[i].key == "bekend") {
    ++i;
    return operation(Op::hasAttribute, Type::truth, {field.occurrence}, field.index);
  }
  if (i < words.size() && words[i].kind == WordKind::literal) return literalFilter(words, i, field.value);
  const std::size_t before = reported();
  const auto parsed = value(words, i, scope);
  if (!parsed && reported() == before) unknownValueAt(words, i);
  if (!parsed) return {};
  i = parsed->end;
  const ExpressionId filter = valueFilter(field, parsed->value);
  const bool orText = i + 1 < words.size() && words[i].key == "of" && words[i + 1].kind == WordKind::literal;
  if (!orText) return filter;
  i += 2;  // de versie of "voorwaarden"
  return either(literalEquals(field.value, *words[i - 1].item), filter);
}

/// `"a", "b" of "c"`: moves `i` past them.
ExpressionId Lowering::literalFilter(const Words& words, std::size_t& i, ExpressionId field) {
  ExpressionId filter = literalEquals(field, *words[i++].item);
  while (i + 1 < words.size() && (words[i].key == "of" || words[i].kind == WordKind::comma) &&
         words[i + 1].kind == WordKind::literal) {
    filter = either(filter, literalEquals(field, *words[i + 1].item));
    i += 2;
  }
  return filter;
}

ExpressionId Lowering::literalEquals(ExpressionId field, const syntax::Item& item) {
  if (typeOf(field) == Type::truth && item.type == Type::truth)
    return std::get<Truth>(item.value) == Truth::no ? negate(field) : field;
  const Op op = typeOf(field) == Type::list ? Op::contains : Op::equal;
  return operation(op, Type::truth, {field, constant(item.value, item.type, item.span, item.text)});
}

ExpressionId Lowering::valueFilter(const Field& field, ExpressionId wanted) {
  const Type type = typeOf(wanted);
  if (type == Type::party) return operation(Op::sameParty, Type::truth, {field.value, wanted});
  if (type == Type::reference) return operation(Op::refersTo, Type::truth, {field.occurrence, wanted}, field.index);
  return operation(Op::equal, Type::truth, {field.value, wanted});
}

/// The occurrences that a clause speaks of: of an act with these arguments and this actor, or of an event about these
/// instances; with the forms and qualities that the clause asks for.
graph::PatternId Lowering::patternOf(const Predicate& found, const Words& words, const std::vector<ExpressionId>& given,
                                     ExpressionId actor, Scope& scope) {
  const ExpressionId subject = occurrence(scope.next);
  graph::Pattern pattern;
  pattern.occurrence = scope.next;
  pattern.words = words.empty() ? std::string(found.phrase->spelled) : names::spelled(words, 0, words.size());
  if (found.phrase->kind == names::PhraseKind::act)
    actOccurrences(found.phrase->index, given, pattern);
  else
    pattern.alternatives.push_back(eventAbout(EventTypeId{found.phrase->index}, subject, given));
  for (graph::PatternAlternative& alternative : pattern.alternatives) restrict(alternative, subject, actor, found);
  return append<graph::Pattern>(graph.patterns, std::move(pattern));
}

/// The events by which an act is done, as it was declared, with its arguments.
void Lowering::actOccurrences(std::uint32_t act, const std::vector<ExpressionId>& given, graph::Pattern& pattern) {
  const auto& clauses = acts[act].site.statement->clauses;
  if (clauses.empty()) return;  // which has been told
  const Words spec = names::wordsOf(clauses.front().items);
  Scope inner;
  inner.next = pattern.occurrence + 1;
  for (std::size_t i = 0; i < given.size(); ++i) inner.open.push_back({graph.acts[act].parameters[i], given[i]});
  std::size_t end = 0;
  pattern.alternatives = eventChoice(spec, indexOf(spec, "door") + 1, end, inner, pattern.occurrence);
  pattern.atReceipt = startsWith(spec, end, {"en", "werkt", "bij", "ontvangst"});
  pattern.act = graph::ActId{act};
}

graph::PatternAlternative Lowering::eventAbout(EventTypeId event, ExpressionId subject,
                                               const std::vector<ExpressionId>& given) {
  ExpressionId where;
  for (const ExpressionId argument : given) {
    if (const auto index = referenceTo(event, argument))
      where = both(where, operation(Op::refersTo, Type::truth, {subject, argument}, *index));
  }
  return {event, where};
}

/// Who did it, with what qualities and in what form.
void Lowering::restrict(graph::PatternAlternative& alternative, ExpressionId subject, ExpressionId actor,
                        const Predicate& found) {
  const EventType& type = at(graph.events, alternative.type);
  for (std::uint32_t a = 0; a < type.attributes.size(); ++a) {
    const ExpressionId field = operation(Op::attribute, type.attributes[a].type, {subject}, a);
    if (actor && type.attributes[a].isActor)
      alternative.where = both(alternative.where, operation(Op::sameParty, Type::truth, {field, actor}));
    for (const std::string& truth : found.truths) {
      if (type.attributes[a].name == truth) alternative.where = both(alternative.where, field);
    }
  }
  if (found.valid)
    alternative.where = both(alternative.where, validity(subject, graph::ActId{found.phrase->index}, found.under));
  for (const graph::FormId form : found.forms)
    alternative.where = both(alternative.where, operation(Op::satisfiesForm, Type::truth, {subject}, form.index));
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
