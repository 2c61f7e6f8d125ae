// What a consent was given for: its words against those of the acts, and what it names against what the event is about.
#include <algorithm>

#include "base/text.h"
#include "engine/expressions.h"

namespace beding::engine {

namespace {

std::vector<std::string> contentWords(const std::string& text) {
  static const std::vector<std::string> empty{"de", "het", "een", "van", "voor", "door", "aan", "in", "op", "over"};
  std::vector<std::string> words;
  const std::string folded = fold(text);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string word = folded.substr(begin, end - begin);
    if (!word.empty() && std::find(empty.begin(), empty.end(), word) == empty.end()) words.push_back(word);
    begin = end + 1;
  }
  return words;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether the words name the act by a form of it: its verb, and nothing that the form does not say.
bool names(const std::vector<std::string>& words, const std::string& form) {
  const auto said = contentWords(form);
  if (said.empty() || words.empty()) return false;
  const std::string& head = form.find(" van ") == std::string::npos ? said.back() : said.front();
  return has(words, head) &&
         std::all_of(words.begin(), words.end(), [&](const std::string& word) { return has(said, word); });
}

/// The keys by which an event names itself and what it is about.
std::vector<std::string> keysOf(const World& world, const Occurrence& occurrence) {
  std::vector<std::string> keys{fold(occurrence.event.key)};
  for (const std::string& about : occurrence.event.about) keys.push_back(fold(about));
  const auto& attributes = world.typeOf(occurrence).attributes;
  for (std::size_t index = 0; index < attributes.size() && index < occurrence.event.attributes.size(); ++index) {
    const auto* text = std::get_if<std::string>(&occurrence.event.attributes[index]);
    if (text != nullptr && attributes[index].type == Type::reference) keys.push_back(fold(*text));
  }
  return keys;
}

bool namesOneOf(const std::vector<std::string>& words, const std::vector<std::string>& keys) {
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return has(words, key); });
}

/// What comes into being by the event, by its name: consent to a "publicatie".
bool namesWhatItMakes(const World& world, const std::vector<std::string>& words, const Event& event) {
  return std::any_of(world.graph.entities.begin(), world.graph.entities.end(), [&](const graph::Entity& entity) {
    return speaksOf(world, entity.created, event.type) && names(words, entity.name);
  });
}

/// Whether the words are for this event; unknown when they name no act and nothing that is known.
Truth isFor(const World& world, const std::vector<std::string>& words, std::uint32_t deed) {
  const Occurrence& occurrence = world.occurrences[deed];
  if (namesOneOf(words, keysOf(world, occurrence)) || namesWhatItMakes(world, words, occurrence.event))
    return Truth::yes;
  bool other = false;
  for (const graph::Act& act : world.graph.acts) {
    const bool named =
        std::any_of(act.forms.begin(), act.forms.end(), [&](const std::string& form) { return names(words, form); });
    if (named && speaksOf(world, act.doneBy, occurrence.event.type)) return Truth::yes;
    other = other || named;
  }
  for (const Occurrence& each : world.occurrences.stated()) {
    const bool alike = each.event.type == occurrence.event.type && &each != &occurrence;
    other = other || (alike && namesOneOf(words, keysOf(world, each)));
  }
  return other ? Truth::no : Truth::unknown;
}

}  // namespace

Verdict consentFor(World& world, const graph::Expression& expression, Binding consent, Binding deed) {
  const Occurrence* given = world.occurrenceOf(consent);
  if (given == nullptr || deed.kind != Binding::Kind::occurrence) return truth(false);
  const Value* value = attributeValue(world, *given, expression.index, nullptr);
  const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  if (text == nullptr && given->event.about.empty()) return truth(true);  // for whatever is asked
  std::vector<std::string> words = text != nullptr ? contentWords(*text) : std::vector<std::string>{};
  for (const std::string& about : given->event.about) words.push_back(fold(about));
  world.looksAhead = true;
  const Truth meant = isFor(world, words, deed.index);
  if (meant != Truth::unknown) return truth(meant);
  return verdictOf(text == nullptr ? askAttribute(world, consent, "voor")
                                   : askFact(world, consent, "voor",
                                             "Waarvoor is toestemming " + world.keyOf(consent) + " gegeven?"));
}

}  // namespace beding::engine
