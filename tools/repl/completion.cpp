#include "repl/completion.h"

#include <algorithm>

#include "base/text.h"

namespace beding::repl {
namespace {

std::vector<std::string> beginningWith(std::string_view end, const std::vector<std::string>& known) {
  const std::string wanted = fold(end);
  const std::string open = end.ends_with(' ') ? " " : "";  // folding drops the last space
  std::vector<std::string> found;
  for (const std::string& text : known) {
    if (fold(text).starts_with(wanted + open)) found.push_back(text);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void addOutcomes(const graph::Graph& graph, std::vector<std::string>& known) {
  const auto take = [&](const auto& nodes) {
    for (const auto& node : nodes) {
      if (!node.where.lid.empty()) known.push_back(node.where.lid + " " + node.name);
    }
  };
  take(graph.norms);
  take(graph.amounts);
  take(graph.rights);
  take(graph.limits);
}

void addEvents(const graph::Graph& graph, std::vector<std::string>& known) {
  for (const EventType& event : graph.events) {
    known.push_back(event.name);
    for (const Attribute& attribute : event.attributes) known.push_back(attribute.name);
  }
}

void addPhrases(const names::Vocabulary& vocabulary, std::vector<std::string>& known) {
  const auto joined = [](const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
  };
  for (const names::Phrase& phrase : vocabulary.phrases) known.push_back(phrase.spelled);
  for (const names::Noun& noun : vocabulary.nouns) known.push_back(joined(noun.words));
  for (const names::ValueNoun& value : vocabulary.values) known.push_back(joined(value.words));
}

/// Whether a word starts at `at`.
bool isWordStart(std::string_view line, std::size_t at) { return at == 0 || line[at - 1] == ' '; }

}  // namespace

Completion completionOf(std::string_view line, const std::vector<std::string>& known) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!isWordStart(line, at) || line[at] == ' ') continue;
    std::vector<std::string> texts = beginningWith(line.substr(at), known);
    if (!texts.empty()) return {line.size() - at, std::move(texts)};
  }
  return {};
}

void addWords(const Compiled& document, EntryKind kind, std::vector<std::string>& known) {
  if (kind == EntryKind::event) return addEvents(document.graph, known);
  if (kind == EntryKind::clause) return addPhrases(document.vocabulary, known);
  addOutcomes(document.graph, known);
}

std::string commonStart(const std::vector<std::string>& texts) {
  if (texts.empty()) return {};
  std::string start = texts.front();
  for (const std::string& text : texts) {
    const auto [end, other] = std::mismatch(start.begin(), start.end(), text.begin(), text.end());
    start.erase(end, start.end());
  }
  while (!start.empty() && validUtf8(start) != start) start.pop_back();  // not in the middle of a character
  return start;
}

}  // namespace beding::repl
