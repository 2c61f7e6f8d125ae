// Values: amounts, durations, moments. Read from a position as far as they go ("14 dagen na de factuurdatum" ends
// where the next word cannot continue a value), so that terms may stand in the middle of a clause.
#include "lowering/lowering.h"
#include "lowering/native.h"

namespace beding::lowering {

namespace {

std::optional<Op> extremum(std::string_view key, bool& moment) {
  moment = key == "vroegste" || key == "laatste";
  if (key == "hoogste" || key == "laatste") return Op::maximum;
  if (key == "laagste" || key == "vroegste") return Op::minimum;
  return std::nullopt;
}

bool isArgumentPreposition(std::string_view key) {
  return key == "van" || key == "voor" || key == "over" || key == "op" || key == "aan";
}

/// Words after which a value goes on: what follows should have been one.
bool goesOn(std::string_view key) {
  return key == "van" || key == "na" || key == "vóór" || key == "min" || key == "plus" || key == "maal";
}

/// Only like and like add up: amounts, numbers, durations.
bool addable(Type a, Type b) {
  const auto numeric = [](Type t) { return t == Type::number || t == Type::percentage; };
  return a == b || (numeric(a) && numeric(b));
}

Type resultType(Op op, Type a, Type b) {
  if (op == Op::multiply) return a == Type::money || b == Type::money ? Type::money : a == Type::percentage ? b : a;
  if (op == Op::divide) return a == b ? Type::number : a;
  return a;
}

}  // namespace

ParsedValue Lowering::combined(Op op, const ParsedValue& left, const ParsedValue& right) {
  const Type type = resultType(op, typeOf(left.value), typeOf(right.value));
  return {operation(op, type, {left.value, right.value}), right.end};
}

/// A sum or difference of products.
std::optional<ParsedValue> Lowering::value(const Words& words, std::size_t begin, Scope& scope) {
  const std::size_t before = reported();
  auto left = product(words, begin, scope);
  while (left && left->end + 1 < words.size() && (words[left->end].key == "min" || words[left->end].key == "plus")) {
    const Op op = words[left->end].key == "min" ? Op::subtract : Op::add;
    const auto right = product(words, left->end + 1, scope);
    if (!right) return left;
    if (reported() == before && !addable(typeOf(left->value), typeOf(right->value))) {
      report(kinds::wrongType, names::spanOf(words, left->end + 1, right->end),
             {typePhrase(typeOf(left->value)), typePhrase(typeOf(right->value))});
      return std::nullopt;
    }
    left = combined(op, *left, *right);
    describe(left->value, words, begin, left->end);
  }
  return left;
}

std::optional<ParsedValue> Lowering::product(const Words& words, std::size_t begin, Scope& scope) {
  auto left = dated(words, begin, scope);
  while (left && left->end + 1 < words.size() &&
         (words[left->end].key == "maal" || words[left->end].key == "gedeeld door")) {
    const Op op = words[left->end].key == "maal" ? Op::multiply : Op::divide;
    const auto right = dated(words, left->end + 1, scope);
    if (!right) return left;
    if (typeOf(left->value) == Type::money && typeOf(right->value) == Type::money && op == Op::multiply) {
      report(kinds::wrongType, names::spanOf(words, left->end + 1, right->end),
             {Phrasing("een getal of percentage", "a number or a percentage"), Phrasing("een bedrag", "an amount")});
      return std::nullopt;
    }
    left = combined(op, *left, *right);
    describe(left->value, words, begin, left->end);
  }
  return left;
}

/// A value, or a duration after or before a moment.
std::optional<ParsedValue> Lowering::dated(const Words& words, std::size_t begin, Scope& scope) {
  const auto amount = atom(words, begin, scope);
  if (!amount || typeOf(amount->value) != Type::duration || amount->end >= words.size()) return amount;
  if (scope.occasion && words[amount->end].key == "daarna") {
    const ExpressionId end = termEnd(occasionDay(words, amount->end), amount->value, Direction::forward);
    describe(end, words, begin, amount->end + 1);
    return ParsedValue{end, amount->end + 1};
  }
  if (amount->end + 1 >= words.size()) return amount;
  const std::string& link = words[amount->end].key;
  const bool forward = link == "na" || link == "vanaf";
  if (!forward && link != "vóór" && link != "voor") return amount;
  const auto moment = value(words, amount->end + 1, scope);
  if (!moment) return amount;
  const ExpressionId anchor = asMoment(moment->value, names::spanOf(words, amount->end + 1, moment->end));
  if (!anchor) return std::nullopt;
  const ExpressionId end = termEnd(anchor, amount->value, forward ? Direction::forward : Direction::backward);
  describe(end, words, begin, moment->end);
  return ParsedValue{end, moment->end};
}

ExpressionId Lowering::termEnd(ExpressionId anchor, ExpressionId length, Direction direction) {
  graph::Expression expression;
  expression.op = Op::termEnd;
  expression.type = Type::date;
  expression.operands = {anchor, length};
  expression.rule.direction = direction;
  return make(std::move(expression));
}

std::optional<ParsedValue> Lowering::atom(const Words& words, std::size_t begin, Scope& scope) {
  if (begin >= words.size() || words[begin].determiner == Determiner::no) return std::nullopt;
  if (names::endOfFence(words, begin) > begin) return fenced(words, begin, scope);
  if (words[begin].kind == WordKind::literal) return literal(words, begin, scope);
  if (words[begin].key == "onbepaald") {
    return ParsedValue{
        constant(Duration{0, TimeUnit::indefinite}, Type::duration, words[begin].span, words[begin].item->text),
        begin + 1};
  }
  if (scope.occasion && words[begin].key == "dag" && words[begin].determiner == Determiner::that)
    return ParsedValue{occasionDay(words, begin), begin + 1};
  if (auto found = extremumOf(words, begin, scope)) return found;
  if (auto found = dayOn(words, begin, scope)) return found;
  if (auto found = dayRelative(words, begin, scope)) return found;
  if (auto found = sumOfInstances(words, begin, scope)) return found;
  if (auto found = lastAct(words, begin, scope)) return found;
  if (auto found = namedValue(words, begin, scope)) return found;
  auto attributed = attributeValue(words, begin, scope);
  const auto open = openInstance(words, begin, scope);
  if (open && (!attributed || attributed->end <= open->end))
    return open;  // "de partij van de overmacht" is the attribute
  if (attributed) return attributed;
  return instanceValue(words, begin, scope);
}

/// «...» is one value, and all of it.
std::optional<ParsedValue> Lowering::fenced(const Words& words, std::size_t begin, Scope& scope) {
  const std::size_t end = names::endOfFence(words, begin);
  Words inside(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end));
  for (std::size_t i = begin; i < end; ++i) inside[i].fence = 0;
  const auto found = atom(inside, begin, scope);
  return found && found->end == end ? found : std::nullopt;
}

std::optional<ParsedValue> Lowering::literal(const Words& words, std::size_t begin, Scope& scope) {
  const syntax::Item& item = *words[begin].item;
  const ExpressionId amount = constant(item.value, item.type, item.span, item.text);
  if (item.type != Type::percentage || begin + 2 >= words.size() || words[begin + 1].key != "van")
    return ParsedValue{amount, begin + 1};
  const auto whole = atom(words, begin + 2, scope);
  if (!whole) return ParsedValue{amount, begin + 1};
  const ExpressionId share = operation(Op::multiply, typeOf(whole->value), {amount, whole->value});
  describe(share, words, begin, whole->end);
  return ParsedValue{share, whole->end};
}

/// "het hoogste van A en B", "het vroegste van A en B".
std::optional<ParsedValue> Lowering::extremumOf(const Words& words, std::size_t begin, Scope& scope) {
  bool moment = false;
  const auto op = extremum(words[begin].key, moment);
  if (!op || begin + 1 >= words.size() || words[begin + 1].key != "van") return std::nullopt;
  auto left = value(words, begin + 2, scope);
  while (left && left->end + 1 < words.size() &&
         (words[left->end].key == "en" || words[left->end].kind == WordKind::comma)) {
    const auto right = value(words, left->end + 1, scope);
    if (!right) break;
    ExpressionId a = left->value, b = right->value;
    if (moment) a = asMoment(a, words[begin].span), b = asMoment(b, words[begin].span);
    if (moment && at(graph.expressions, a).op == Op::judgement)
      a = operation(Op::firstKnown, typeOf(b), {a, b});  // nobody judged it yet:
    if (moment && at(graph.expressions, b).op == Op::judgement)
      b = operation(Op::firstKnown, typeOf(a), {b, a});  // the other day counts
    left = ParsedValue{operation(*op, typeOf(a), {a, b}), right->end};
    describe(left->value, words, begin, left->end);
  }
  return left;
}

/// "die dag", "daarna": the day on which the norm arises.
ExpressionId Lowering::occasionDay(const Words& words, std::size_t word) {
  const ExpressionId day = operation(Op::arisenAt, Type::date, {});
  describe(day, words, word, word + 1);
  return day;
}

/// "de dag waarop V", to the comma or the end: when the state began to hold, or the event first happened. A declared
/// value of these words ("de dag waarop de schade ontdekbaar was") goes before.
std::optional<ParsedValue> Lowering::dayOn(const Words& words, std::size_t begin, Scope& scope) {
  if (!startsWith(words, begin, {words[begin].key == "moment" ? "moment" : "dag", "waarop"})) return std::nullopt;
  if (namedValue(words, begin, scope)) return std::nullopt;
  std::size_t end = begin + 2;
  while (end < words.size() && words[end].kind != WordKind::comma) ++end;
  const ExpressionId truth = condition(part(words, begin + 2, end), scope);
  if (!truth) return std::nullopt;
  const graph::Expression node = at(graph.expressions, truth);
  const bool happens = node.op == Op::happened && node.operands.empty();
  if (node.op != Op::state && !happens) return std::nullopt;
  const ExpressionId day = operation(happens ? Op::momentOf : Op::stateSince, Type::date, node.operands, node.index);
  describe(day, words, begin, end);
  return ParsedValue{day, end};
}

/// "de dag na M", "de dag van M", "het moment van M".
std::optional<ParsedValue> Lowering::dayRelative(const Words& words, std::size_t begin, Scope& scope) {
  if (begin + 2 >= words.size() ||
      (words[begin].key != "dag" && words[begin].key != "moment" && words[begin].key != "tijdstip"))
    return std::nullopt;
  if (words[begin + 1].key != "na" && words[begin + 1].key != "van") return std::nullopt;
  const auto moment = value(words, begin + 2, scope);
  if (!moment) return std::nullopt;
  ExpressionId anchor = asMoment(moment->value, words[begin].span);
  if (!anchor) return std::nullopt;
  if (words[begin + 1].key == "na") anchor = operation(Op::dayAfter, Type::date, {anchor});
  describe(anchor, words, begin, moment->end);
  return ParsedValue{anchor, moment->end};
}

/// "de som van het bedrag van alle facturen [waarvan ...]".
std::optional<ParsedValue> Lowering::sumOfInstances(const Words& words, std::size_t begin, Scope& scope) {
  if (!startsWith(words, begin, {"som", "van"})) return std::nullopt;
  for (std::size_t i = begin + 2; i < words.size(); ++i) {
    if (words[i].determiner != Determiner::all) continue;
    for (const names::Noun& noun : vocabulary.nouns) {
      const std::size_t length = names::wordsAt(words, i, noun.words);
      if (length) return sumOver(words, begin, NounPhrase{noun.entity, i, i + length}, scope);
    }
  }
  return std::nullopt;
}

/// The sum of what is said of each instance: "het bedrag van alle facturen" is "het bedrag van de factuur" of each.
std::optional<ParsedValue> Lowering::sumOver(const Words& words, std::size_t begin, const NounPhrase& all,
                                             const Scope& scope) {
  Scope inner = scope;
  const Slot slot = inner.next;
  openNew(inner, all.entity);
  Words summand = part(words, begin + 2, all.begin);
  for (const std::string& key : wordList(at(graph.entities, all.entity).name)) {
    summand.push_back(words[all.begin]);
    summand.back().key = key;
    summand.back().determiner = Determiner::none;
  }
  summand[all.begin - begin - 2].determiner = Determiner::definite;
  const auto each = value(summand, 0, inner);
  if (!each) return std::nullopt;
  graph::Expression sum;
  std::size_t end = all.end;
  const ExpressionId filter = instanceFilter(words, end, all.entity, inner);
  sum.op = Op::sumOver;
  sum.type = typeOf(each->value);
  sum.index = all.entity.index;
  sum.slot = slot;
  sum.operands = {filter, each->value};
  const ExpressionId id = make(std::move(sum));
  describe(id, words, begin, end);
  return ParsedValue{id, end};
}

/// "alle facturen waarvan product het product van de schade is": what the event that made the instance must say.
ExpressionId Lowering::instanceFilter(const Words& words, std::size_t& end, graph::EntityId entity, Scope& scope) {
  ExpressionId filter;
  if (end >= words.size() || words[end].key != "waarvan" || !at(graph.entities, entity).created) return filter;
  const EventTypeId event = at(graph.patterns, at(graph.entities, entity).created).alternatives.front().type;
  const ExpressionId instance = scope.open.back().value;
  scope.open.pop_back();  // "de schade" in the filter is the one that stood open before
  do {
    ++end;
    const ExpressionId one = attributeFilter(words, end, event, instance, scope);
    if (!one) return filter;
    filter = both(filter, one);
    while (end < words.size() && words[end].kind == WordKind::auxiliary) ++end;
  } while (end + 1 < words.size() && words[end].key == "en");
  return filter;
}

/// A parameter, quantity, built-in, judged value or the moment of an act, with what it is asked of.
std::optional<ParsedValue> Lowering::namedValue(const Words& words, std::size_t begin, Scope& scope) {
  const names::ValueNoun* best = nullptr;
  std::size_t length = 0;
  for (const names::ValueNoun& noun : vocabulary.values) {
    const std::size_t taken = names::wordsAt(words, begin, noun.words);
    if (taken > length) best = &noun, length = taken;
  }
  if (!best) return std::nullopt;
  const names::ValueNoun noun = *best;
  std::size_t end = begin + length;
  std::vector<ExpressionId> arguments;
  for (const graph::EntityId entity : noun.of) {
    const auto argument = argumentAt(words, end, entity, scope);
    if (!argument) {
      whichInstance({entity, begin, end}, words);
      return std::nullopt;
    }
    arguments.push_back(*argument);
  }
  const ExpressionId id = read(noun, std::move(arguments), scope);
  if (!id) return std::nullopt;
  describe(id, words, begin, end);
  return ParsedValue{id, end};
}

/// "de laatste oplevering van een product [vóór het gebrek]".
std::optional<ParsedValue> Lowering::lastAct(const Words& words, std::size_t begin, Scope& scope) {
  if (words[begin].key != "laatste" || begin + 1 >= words.size()) return std::nullopt;
  auto found = namedValue(words, begin + 1, scope);
  if (!found || at(graph.expressions, found->value).op != Op::momentOf) return std::nullopt;
  at(graph.expressions, found->value).op = Op::lastMomentOf;
  if (found->end + 1 < words.size() && words[found->end].key == "vóór") {
    const auto limit = value(words, found->end + 1, scope);
    if (!limit) return std::nullopt;
    const ExpressionId moment = asMoment(limit->value, words[begin].span);
    at(graph.expressions, found->value).operands = {moment};
    found->end = limit->end;
  }
  describe(found->value, words, begin, found->end);
  return found;
}

/// "van de factuur", else the one that stands open. Moves `end` past what it took.
std::optional<ExpressionId> Lowering::argumentAt(const Words& words, std::size_t& end, graph::EntityId entity,
                                                 Scope& scope) {
  if (end + 1 < words.size() && isArgumentPreposition(words[end].key)) {
    const Free free(words.size(), true);
    if (const auto phrase = names::nounPhraseAt(words, free, end + 1, entity, vocabulary)) {
      if (opensInTerm(*phrase, scope)) openInTerm(*phrase, words, scope);
      const ExpressionId id = instance(*phrase, words, scope);
      end = phrase->end;
      return id ? std::optional(id) : std::nullopt;
    }
  }
  if (const Open* open = scope.latest(entity)) return open->value;
  return referredTo(entity, scope);
}

ExpressionId Lowering::read(const names::ValueNoun& noun, std::vector<ExpressionId> arguments, Scope& scope) {
  switch (noun.kind) {
    case names::ValueKind::parameter: {
      ensureDefined(noun.index, true);
      return operation(Op::parameter, graph.parameters[noun.index].type, {}, noun.index);
    }
    case names::ValueKind::quantity: {
      ensureDefined(noun.index, false);
      return operation(Op::quantity, graph.quantities[noun.index].type, arguments, noun.index);
    }
    case names::ValueKind::judgement: {
      const graph::Judgement& judgement = graph.judgements[noun.index];
      if (const Open* open = judgement.subject ? scope.latest(judgement.subject) : nullptr)
        arguments.push_back(open->value);
      return operation(Op::judgement, judgement.type, arguments, noun.index);
    }
    case names::ValueKind::native:
      return native(*this, noun.index, arguments);
    case names::ValueKind::act: {
      names::Phrase phrase;
      phrase.kind = names::PhraseKind::act;
      phrase.index = noun.index;
      Predicate predicate;
      predicate.phrase = &phrase;
      phrase.spelled = graph.acts[noun.index].name;
      const auto occurrences = patternOf(predicate, {}, arguments, {}, scope);
      return operation(Op::momentOf, Type::date, {}, occurrences.index);
    }
  }
  return {};
}

/// "de ingangsdatum [van de versie]": an attribute of the event by which an open or named instance came into being.
std::optional<ParsedValue> Lowering::attributeValue(const Words& words, std::size_t begin, Scope& scope) {
  std::optional<ParsedValue> best;
  if (begin >= words.size() || !attributeBegins.contains(words[begin].key)) return best;
  const auto consider = [&](ExpressionId instance, graph::EntityId entity, std::size_t nounEnd, std::size_t end,
                            std::uint32_t index) {
    if (best && best->end >= end) return;
    const ExpressionId id = attribute(instance, entity, index);
    describe(id, words, begin, nounEnd);
    best = ParsedValue{id, end};
  };
  for (std::uint32_t e = 1; e < graph.entities.size(); ++e) {
    const graph::EntityId entity{e};
    const EventType* type = eventOf(entity);
    if (!type) continue;
    const EventWords& spelled = eventWords[static_cast<std::size_t>(type - graph.events.data())];
    for (std::uint32_t a = 0; a < type->attributes.size(); ++a) {
      const std::size_t length = names::wordsAt(words, begin, spelled.attributes[a]);
      if (length == 0) continue;
      std::size_t end = begin + length;
      const bool named = end + 1 < words.size() && isArgumentPreposition(words[end].key) &&
                         names::nounPhraseAt(words, Free(words.size(), true), end + 1, entity, vocabulary).has_value();
      if (!named && !scope.latest(entity)) continue;
      if (const auto argument = argumentAt(words, end, entity, scope))
        consider(*argument, entity, begin + length, end, a);
    }
  }
  return best;
}

/// "de schade" while a damage is open is that damage, not the attribute of that name.
std::optional<ParsedValue> Lowering::openInstance(const Words& words, std::size_t begin, Scope& scope) {
  const Free free(words.size(), true);
  for (auto it = scope.open.rbegin(); it != scope.open.rend(); ++it) {
    const auto phrase = names::nounPhraseAt(words, free, begin, it->entity, vocabulary);
    if (phrase && !phrase->pronoun && !phrase->plural && phrase->party == graph::Party::none && !phrase->otherParty)
      return ParsedValue{it->value, phrase->end};
  }
  return std::nullopt;
}

/// An instance by itself; as a moment it is when it came into being.
std::optional<ParsedValue> Lowering::instanceValue(const Words& words, std::size_t begin, Scope& scope) {
  const Free free(words.size(), true);
  for (std::uint32_t e = 0; e < graph.entities.size(); ++e) {
    const auto phrase = names::nounPhraseAt(words, free, begin, graph::EntityId{e}, vocabulary);
    if (!phrase || (phrase->pronoun && !scope.latest(graph::EntityId{e}))) continue;
    const bool resolvable = phrase->party != graph::Party::none || phrase->otherParty ||
                            scope.latest(graph::EntityId{e}) ||
                            (phrase->determiner == Determiner::definite && referredTo(graph::EntityId{e}, scope)) ||
                            opensInTerm(*phrase, scope);
    if (resolvable && opensInTerm(*phrase, scope)) {
      return ParsedValue{openInTerm(*phrase, words, scope), phrase->end};
    }
    if (!resolvable) continue;
    const ExpressionId id = instance(*phrase, words, scope);
    if (id) return ParsedValue{id, phrase->end};
  }
  return std::nullopt;
}

/// "tegen de ingang van een aanpassing": where instances may be opened, a value opens one too.
bool Lowering::opensInTerm(const NounPhrase& phrase, const Scope& scope) const {
  return scope.binders && phrase.determiner == Determiner::indefinite && phrase.entity.index != 0 &&
         !scope.latest(phrase.entity);
}

ExpressionId Lowering::openInTerm(const NounPhrase& phrase, const Words& words, Scope& scope) {
  const ExpressionId one = openNew(scope, phrase.entity).value;
  scope.binders->push_back({phrase.entity, adjective(words, phrase.adjectives, phrase.entity, one)});
  return one;
}

std::optional<ParsedValue> Lowering::keptValue(const Words& words, std::size_t begin, Scope& scope) {
  const auto found = value(words, begin, scope);
  if (found) use(words, begin, found->end);
  return found;
}

/// The whole range must be one value.
ExpressionId Lowering::wholeValue(const Words& words, std::size_t begin, std::size_t end, Scope& scope) {
  const Words range = part(words, begin, end);
  const std::size_t before = reported();
  const auto found = keptValue(range, 0, scope);
  if (found && found->end == range.size()) return found->value;
  if (reported() == before && !range.empty()) {
    const std::size_t from = found ? found->end : 0;
    if (found && !goesOn(range[from].key))
      reportLeft(range, from, range.size());
    else
      unknownValueAt(range, found ? from + 1 : 0);
  }
  return {};
}

/// "het product" while a defect is open that names its product: the instance that the attribute refers to.
std::optional<ExpressionId> Lowering::referredTo(graph::EntityId entity, const Scope& scope) {
  for (auto it = scope.open.rbegin(); it != scope.open.rend(); ++it) {
    const EventType* type = eventOf(it->entity);
    const auto index = type ? attributeIndex(*type, at(graph.entities, entity).name) : std::nullopt;
    if (!index || type->attributes[*index].type != Type::reference) continue;
    return operation(Op::attribute, Type::reference, {it->value}, *index);
  }
  return std::nullopt;
}

/// What a noun phrase names where exactly one instance is meant: a party, an open instance.
ExpressionId Lowering::instance(const NounPhrase& phrase, const Words& words, Scope& scope) {
  const graph::EntityId parties{0};
  if (phrase.plural || phrase.determiner == Determiner::all || phrase.determiner == Determiner::no) {
    severalInstances(phrase, words);
    return {};
  }
  if (phrase.party != graph::Party::none)
    return constant(Value(partyName(phrase.party)), Type::party, names::spanOf(words, phrase.begin, phrase.end));
  const Open* open = scope.latest(phrase.entity);
  if (!open) {
    if (phrase.entity == parties && scope.bearer)
      return phrase.otherParty ? operation(Op::otherParty, Type::party, {scope.bearer}) : scope.bearer;
    if (const auto referred = referredTo(phrase.entity, scope)) return *referred;
    whichInstance(phrase, words);
    return {};
  }
  if (!phrase.otherParty) return open->value;
  return operation(Op::otherParty, Type::party, {open->value});
}

}  // namespace beding::lowering
