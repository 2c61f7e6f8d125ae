// What every part of the lowering uses: places, messages, names.
#include <algorithm>

#include "base/text.h"
#include "graph/share.h"
#include "lowering/from_syntax.h"
#include "lowering/lowering.h"

namespace beding::lowering {

std::string partyName(graph::Party party) {
  return party == graph::Party::contractor ? "Opdrachtnemer" : "Opdrachtgever";
}

Phrasing typePhrase(Type type) {
  switch (type) {
    case Type::money:
      return {"een bedrag", "an amount"};
    case Type::date:
      return {"een dag", "a day"};
    case Type::instant:
      return {"een tijdstip", "a time"};
    case Type::duration:
      return {"een duur", "a duration"};
    case Type::percentage:
      return {"een percentage", "a percentage"};
    case Type::number:
      return {"een getal", "a number"};
    case Type::text:
      return {"een tekst", "a text"};
    case Type::truth:
      return {"een waarheid", "a truth"};
    case Type::party:
      return {"een partij", "a party"};
    case Type::form:
      return {"een vorm", "a form"};
    case Type::reference:
      return {"een exemplaar", "an instance"};
    case Type::list:
      return {"een lijst", "a list"};
    case Type::period:
      return {"een periode", "a period"};
  }
  return {"iets anders", "something else"};
}

std::optional<EventTypeId> eventNamed(const graph::Graph& graph, std::string_view name) {
  for (std::uint32_t e = 0; e < graph.events.size(); ++e) {
    if (graph.events[e].name == name) return EventTypeId{e};
  }
  return std::nullopt;
}

std::vector<std::string> wordList(std::string_view name) {
  std::vector<std::string> words;
  const std::string folded = fold(name);
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string spelledList(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) addWord(text, word);
  return text;
}

Words freeWords(const Words& words, const Free& free) {
  Words left;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (free[i]) left.push_back(words[i]);
  }
  return left;
}

Lowering::Lowering(const SourceSet& sourceSet, Diagnostics& diagnosticList)
    : sources(sourceSet), diagnostics_(diagnosticList) {
  graph::Entity parties;
  parties.name = "partij";
  graph.entities.push_back(std::move(parties));
}

graph::Provenance Lowering::provenance(const Site& site) const {
  const Span span = site.statement->span;
  graph::Provenance where;
  where.document = site.document;
  where.lid = site.lid;
  where.span = span;
  where.file = sources.file(span).name();
  where.line = sources.file(span).place(span.begin).line;
  where.text = withSingleSpaces(sources.text(span));
  return where;
}

Diagnostic& Lowering::report(const DiagnosticKind& kind, Span span, std::vector<Wording> given) {
  if (trial > 0) ++mistakes;
  return (trial > 0 ? aside_ : diagnostics_).report(kind, span, std::move(given));
}

/// Whether something within this place was reported already: one mistake, one message.
bool Lowering::reportedIn(Span span) const {
  const auto& all = (trial > 0 ? aside_ : diagnostics_).all();
  return std::any_of(all.begin(), all.end(), [&](const Diagnostic& d) {
    return d.span.file == span.file && d.span.begin >= span.begin && d.span.end <= span.end;
  });
}

graph::ReadingGuard Lowering::guardOf(const Labelled& node) const {
  switch (node.kind) {
    case Labelled::Kind::norm:
      return node.index < graph.norms.size() ? graph.norms[node.index].guard : lowered;
    case Labelled::Kind::amount:
      return node.index < graph.amounts.size() ? graph.amounts[node.index].guard : lowered;
    case Labelled::Kind::right:
      return node.index < graph.rights.size() ? graph.rights[node.index].guard : lowered;
    case Labelled::Kind::limit:
      return node.index < graph.limits.size() ? graph.limits[node.index].guard : lowered;
    case Labelled::Kind::state:
      return node.index < graph.states.size() ? graph.states[node.index].guard : lowered;
    case Labelled::Kind::quantity:
      break;
  }
  return {};
}

/// Two documents of a contract may declare a word in the same words: then it is one.
bool Lowering::isSaidAlike(Span span, Span other) const {
  const bool apart = folderOf(sources.file(span).name()) != folderOf(sources.file(other).name());
  return !contract.empty() && apart && fold(sources.text(span)) == fold(sources.text(other));
}

void Lowering::declaredTwice(const std::string& name, Span span, Span other) {
  if (isSaidAlike(span, other)) return;
  if (inLibrary(span) && !inLibrary(other)) std::swap(span, other);
  report(kinds::declaredTwice, span, {name}).others.push_back({other, Phrasing("hier ook", "here too")});
}

/// The leden of the same article.
std::vector<std::string> Lowering::ledenBeside(const std::string& lid) const {
  const std::string article = lid.substr(0, lid.find('.') + 1);
  std::vector<std::string> beside;
  for (const std::string& each : leden) {
    if (!article.empty() && each.starts_with(article)) beside.push_back(each);
  }
  return beside;
}

std::string qualified(const std::string& reference, const std::string& document) {
  const bool whole = reference.find(':') != std::string::npos;
  return whole ? reference : document + ":" + reference;
}

/// With the names that the lid has, or the leden nearest to it. The document is left out where there is only one.
void Lowering::unknownReference(Span span, const std::string& reference, const std::string& label) {
  const auto shown = [&](const std::string& place) {
    return place.starts_with(document + ":") ? place.substr(document.size() + 1) : place;
  };
  std::vector<std::string> known;
  if (const auto there = names.find(reference); there != names.end()) {
    for (const auto& [name, node] : there->second) known.push_back(name);
  }
  auto meant = nearest(label, known);
  if (meant.empty()) meant.assign(known.begin(), known.begin() + std::min<std::ptrdiff_t>(3, std::ssize(known)));
  for (std::string& name : meant) name.insert(0, shown(reference) + " ");
  std::vector<std::string> places = ledenBeside(reference);
  std::transform(places.begin(), places.end(), places.begin(), shown);
  if (known.empty()) meant = nearest(shown(reference), places);
  report(kinds::unknownReference, span, {label.empty() ? shown(reference) : shown(reference) + " " + label})
      .suggestions = meant;
}

void Lowering::note(const Site& site, const std::string& name, Labelled labelled) {
  for (const auto& [other, node] : names[site.place()]) {
    const bool alternatives =
        guardOf(node).issue && guardOf(labelled).issue && guardOf(node).reading != guardOf(labelled).reading;
    if (other == name && node.kind == labelled.kind && !alternatives) {
      report(kinds::sameName, site.statement->span, {site.lid, name});
      return;
    }
  }
  names[site.place()].emplace_back(name, labelled);
}

std::vector<Labelled> Lowering::labelled(const std::string& reference, const std::string& label) const {
  std::vector<Labelled> found;
  for (const auto& [at, list] : names) {
    if (at != reference && !at.starts_with(reference + ".")) continue;
    for (const auto& [name, node] : list) {
      if (label.empty() || fold(name) == label) found.push_back(node);
    }
  }
  return found;
}

}  // namespace beding::lowering

namespace beding {

Lowered lower(const std::vector<const syntax::File*>& files, const SourceSet& sources, Diagnostics& diagnostics) {
  lowering::Lowering lowering(sources, diagnostics);
  lowering.run(files);
  graph::shareEqual(lowering.graph);
  return {std::move(lowering.graph), std::move(lowering.vocabulary)};
}

}  // namespace beding
