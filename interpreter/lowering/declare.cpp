// The vocabulary statements for what comes in and what it brings about: gebeurtenis, zaak, vorm.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "lowering/declare.h"
#include "lowering/native.h"

namespace beding::lowering {

using syntax::Conjunction;

std::vector<std::string> keysOf(const Words& words) {
  std::vector<std::string> keys;
  for (const Word& word : words) keys.push_back(word.key);
  return keys;
}

Words mainWords(const syntax::Statement& statement) {
  for (const syntax::Clause& clause : statement.clauses) {
    if (clause.conjunction == Conjunction::none) return names::wordsOf(clause.items);
  }
  return {};
}

namespace {

std::optional<Type> typeNamed(std::string_view name) {
  static const std::map<std::string_view, Type> types{{"kenmerk", Type::reference}, {"verwijzing", Type::reference},
                                                      {"datum", Type::date},        {"tijdstip", Type::instant},
                                                      {"duur", Type::duration},     {"geld", Type::money},
                                                      {"getal", Type::number},      {"decimaal", Type::number},
                                                      {"tekst", Type::text},        {"percentage", Type::percentage},
                                                      {"vorm", Type::form},         {"rol", Type::party},
                                                      {"partij", Type::text},       {"ja/nee", Type::truth},
                                                      {"lijst", Type::list},        {"periode", Type::period},
                                                      {"keuze", Type::text}};
  const auto found = types.find(name);
  return found == types.end() ? std::nullopt : std::optional(found->second);
}

/// "duur of datum": the types of an attribute, the first one first; empty when one is not known.
std::vector<Type> typesNamed(const std::string& names) {
  std::vector<Type> types;
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(" of ", begin), names.size());
    const auto type = typeNamed(std::string_view(names).substr(begin, end - begin));
    if (!type) return {};
    types.push_back(*type);
    begin = end + 4;
  }
  return types;
}

/// What a type may be mistaken for.
std::vector<std::string> typesNear(const std::string& written) {
  static const std::map<std::string_view, std::string> synonyms{{"euro", "geld"},    {"bedrag", "geld"},
                                                                {"dag", "datum"},    {"uur", "tijdstip"},
                                                                {"aantal", "getal"}, {"termijn", "duur"}};
  if (const auto other = synonyms.find(written); other != synonyms.end()) return {other->second};
  static const std::vector<std::string> names{"kenmerk", "verwijzing", "datum",  "tijdstip",   "duur",
                                              "geld",    "getal",      "tekst",  "percentage", "vorm",
                                              "rol",     "partij",     "ja/nee", "lijst",      "periode"};
  return nearest(written, names);
}

bool isOption(std::string_view option) {
  return option == "mag ontbreken" || option == "verplicht" || option == "handelend" || option == "standaard op";
}

bool hasOption(const syntax::AttributeDecl& attribute, std::string_view option) {
  return std::find(attribute.options.begin(), attribute.options.end(), option) != attribute.options.end();
}

/// "afgeleid uit schending van een plicht": what the engine derives the event from.
std::optional<graph::DerivedFrom> causeNamed(const Words& words) {
  using graph::DerivedFrom;
  if (has(words, "nakoming")) return DerivedFrom::latePerformance;
  if (has(words, "schending")) return DerivedFrom::breach;
  return has(words, "verlenging") ? std::optional(DerivedFrom::renewal) : std::nullopt;
}

void derive(graph::Graph& graph, EventTypeId id, graph::DerivedFrom from) {
  const EventType& type = at(graph.events, id);
  graph::Derivation derivation{.type = id, .from = from};
  const auto first = [&](auto fits) {
    const auto found = std::find_if(type.attributes.begin(), type.attributes.end(), fits);
    return found == type.attributes.end() ? graph::Derivation::absent
                                          : static_cast<std::uint32_t>(found - type.attributes.begin());
  };
  derivation.key = first([](const Attribute& a) { return a.type == Type::reference; });
  derivation.party = first([](const Attribute& a) { return a.type == Type::party; });
  derivation.lid = attributeIndex(type, "verplichting").value_or(graph::Derivation::absent);
  derivation.first = attributeIndex(type, "van").value_or(graph::Derivation::absent);
  derivation.last = attributeIndex(type, "tot").value_or(graph::Derivation::absent);
  graph.derivations.push_back(derivation);
}

}  // namespace

void Lowering::declareEvent(const Site& site) {
  const syntax::Statement& statement = *site.statement;
  EventType type;
  const Words name = mainWords(statement);
  useClause(name);
  type.name = fold(names::spelled(name, 0, name.size()));
  std::optional<graph::DerivedFrom> cause;
  for (const syntax::Clause& option : statement.options) {
    const Words words = names::wordsOf(option.items);
    type.derived = type.derived || has(words, "afgeleid");
    if (has(words, "afgeleid")) cause = causeNamed(words);
    use(words, {"afgeleid"});
    if (cause) use(words, 0, words.size());
  }
  for (const syntax::AttributeDecl& declared : statement.attributes) {
    if (auto attribute = declaredAttribute(declared)) type.attributes.push_back(std::move(*attribute));
  }
  if (const auto other = eventNamed(graph, type.name))
    return declaredTwice(type.name, statement.span, eventWords[other->index].declared);
  EventWords words{wordList(type.name), {}, statement.span};
  for (const Attribute& attribute : type.attributes) words.attributes.push_back(wordList(attribute.name));
  for (const auto& attribute : words.attributes)
    if (!attribute.empty()) attributeBegins.insert(attribute.front());
  eventWords.push_back(std::move(words));
  graph.events.push_back(std::move(type));
  if (cause) derive(graph, EventTypeId{static_cast<std::uint32_t>(graph.events.size() - 1)}, *cause);
}

std::optional<Attribute> Lowering::declaredAttribute(const syntax::AttributeDecl& declared) {
  const std::vector<Type> types = typesNamed(declared.choices.empty() ? declared.typeName : "keuze");
  if (types.empty()) return unknownType(declared), std::nullopt;
  for (const std::string& option : declared.options) {
    if (!isOption(option)) report(kinds::wordsLeft, declared.span, {option});
  }
  Attribute attribute;
  attribute.name = fold(declared.name);
  attribute.type = types.front();
  attribute.otherTypes.assign(types.begin() + 1, types.end());
  attribute.isKey = declared.typeName == "kenmerk";
  attribute.isActor = hasOption(declared, "handelend");
  attribute.isForm = attribute.type == Type::form;
  attribute.standsForOp = hasOption(declared, "standaard op");
  attribute.choices = declared.choices;
  attribute.standard = declared.standard;
  const bool optional = hasOption(declared, "mag ontbreken");
  attribute.required =
      hasOption(declared, "verplicht") || (!optional && (attribute.isKey || attribute.type == Type::money));
  return attribute;
}

/// The name of an event is a phrase too: "een factuur verzonden is". A noun in it that its attributes refer to is a
/// slot.
void Lowering::declareEventPhrase(std::uint32_t event) {
  const EventType& type = graph.events[event];
  names::Phrase phrase{names::PhraseKind::event, event, {}, type.name, {}};
  for (const std::string& word : wordList(type.name)) {
    graph::EntityId entity;
    for (const names::Noun& noun : vocabulary.nouns) {
      const bool refers = noun.words.size() == 1 && noun.words[0] == word && attributeIndex(type, word);
      if (refers) entity = noun.entity;
    }
    phrase.pattern.push_back(entity ? names::PatternToken{"", entity} : names::PatternToken{word, {}});
  }
  vocabulary.phrases.push_back(std::move(phrase));
}

void Lowering::unknownType(const syntax::AttributeDecl& declared) {
  report(kinds::unknownType, declared.typeSpan, {declared.typeName}).suggestions = typesNear(declared.typeName);
}

void Lowering::declareEntity(const Site& site) {
  const Words words = mainWords(*site.statement);
  graph::Entity entity;
  entity.where = provenance(site);
  const std::size_t verb = indexOf(words, "ontstaat");
  const std::size_t open = static_cast<std::size_t>(
      std::find_if(words.begin(), words.end(), [](const Word& w) { return w.kind == WordKind::open; }) - words.begin());
  const Words name = part(words, 0, std::min(verb, open));
  use(words, 0, verb + 1);
  use(words, {"bij"});
  entity.name = names::spelled(name, 0, name.size());
  for (const graph::Entity& other : graph.entities) {
    if (other.name != entity.name) continue;
    return declaredTwice(entity.name, site.statement->span, other.where.span);
  }
  const auto id = append<graph::Entity>(graph.entities, std::move(entity));
  vocabulary.nouns.push_back({id, keysOf(name)});
  if (open < verb) {
    Words others = part(words, open + 1, verb);
    std::erase_if(others, [](const Word& w) { return w.kind == WordKind::close; });
    for (const Words& other : splitAt(others, {})) declareNoun(id, keysOf(other));
  }
}

/// A form between parentheses: the plural of one before it, or a synonym.
void Lowering::declareNoun(graph::EntityId entity, std::vector<std::string> words) {
  const bool plural = std::any_of(vocabulary.nouns.begin(), vocabulary.nouns.end(), [&](const names::Noun& noun) {
    return noun.entity == entity && names::isPluralOf(words, noun.words);
  });
  vocabulary.nouns.push_back({entity, std::move(words), plural});
}

void Lowering::completeEntity(const Site& site) {
  const Words words = mainWords(*site.statement);
  const std::size_t from = indexOf(words, "bij") + 1;
  const auto place = provenance(site);
  graph::EntityId id;
  for (std::uint32_t e = 0; e < graph.entities.size(); ++e) {
    if (graph.entities[e].where.span.begin == place.span.begin && graph.entities[e].where.file == place.file) id = {e};
  }
  Scope scope;
  scope.next = 1;
  std::size_t end = from;
  auto alternatives = eventChoice(words, from, end, scope, 0);
  if (alternatives.empty() || !id) return;  // a mistake, reported
  const std::size_t key = indexOf(words, "kenmerk", end);
  if (key + 1 < words.size()) {
    const std::string name = names::spelled(words, key + 1, words.size());
    const auto index = attributeIndex(at(graph.events, alternatives.front().type), fold(name));
    use(words, indexOf(words, "met", end), words.size());
    if (index)
      at(graph.entities, id).keyAttribute = *index;
    else
      report(kinds::unknownAttribute, names::spanOf(words, key + 1, words.size()),
             {name, at(graph.events, alternatives.front().type).name});
  }
  const auto amount = attributeIndex(at(graph.events, alternatives.front().type), "bedrag");
  at(graph.entities, id).isClaim = amount.has_value();
  at(graph.entities, id).created =
      append<graph::Pattern>(graph.patterns, graph::Pattern{std::move(alternatives), 0, false, {}});
}

/// What comes into being by an exercise is valid when that was; where the document says itself what is valid, that
/// counts.
void Lowering::declareValidity(graph::EntityId entity) {
  const std::vector<names::PatternToken> pattern{{"", entity}, {"geldig", {}}};
  const bool said = std::any_of(vocabulary.phrases.begin(), vocabulary.phrases.end(),
                                [&](const names::Phrase& phrase) { return phrase.pattern == pattern; });
  if (said) return;
  const std::string spelled = "een " + at(graph.entities, entity).name + " is geldig";
  vocabulary.phrases.push_back({names::PhraseKind::valid, 0, pattern, spelled, at(graph.entities, entity).where.span});
}

void Lowering::declareForm(const Site& site) {
  const Words words = mainWords(*site.statement);
  const std::size_t covers = indexOf(words, "omvat");
  use(words, 0, words.size());
  Words name = part(words, 0, covers);
  std::vector<std::string> spellings;
  while (!name.empty() && (name.back().kind == WordKind::literal || name.back().kind == WordKind::comma)) {
    if (name.back().kind == WordKind::literal) spellings.push_back(std::get<std::string>(name.back().item->value));
    name.pop_back();
  }
  const auto formNamed = [this](const Words& of) {
    const std::string spelled = fold(names::spelled(of, 0, of.size()));
    for (std::uint32_t f = 0; f < graph.forms.size(); ++f) {
      if (graph.forms[f].name == spelled) return graph::FormId{f};
    }
    graph::Form form;
    form.name = spelled;
    vocabulary.forms.push_back({keysOf(of), graph::FormId{static_cast<std::uint32_t>(graph.forms.size())}});
    return append<graph::Form>(graph.forms, std::move(form));
  };
  const graph::FormId id = formNamed(name);
  for (std::string& spelling : spellings) at(graph.forms, id).spellings.push_back(std::move(spelling));
  if (covers >= words.size()) return;
  for (const Words& narrower : splitAt(part(words, covers + 1, words.size()), {"en"})) {
    const graph::FormId other = formNamed(narrower);
    at(graph.forms, id).covers.push_back(other);
  }
}

}  // namespace beding::lowering
