#include "repl/state.h"

#include "repl/entry.h"

namespace beding::repl {
namespace {

constexpr const char* ownName = "invoer";
constexpr const char* ownHeader =
    "voorwaarden invoer.\n  gebruikt algemeen.\n  partijen Opdrachtnemer, Opdrachtgever.\n";

bool hasOwnHeader(const State& state) {
  return !state.clauses.empty() && commandWords(state.clauses.front()).name == "voorwaarden";
}

}  // namespace

std::vector<Document> documentsOf(const State& state) {
  std::vector<Document> documents = state.documents;
  if (!state.typed) return documents;
  if (documents.empty()) documents.push_back({ownName, {}});
  documents.back().files.push_back(*state.typed);
  return documents;
}

std::string clauseText(const State& state) {
  std::string text = state.documents.empty() && !hasOwnHeader(state) ? ownHeader : "";
  for (const std::string& clause : state.clauses) text += clause + "\n";
  return text;
}

std::string script(const State& state) {
  std::string text;
  for (const std::string& name : state.loaded) text += "laad " + name + "\n";
  for (const std::string& clause : state.clauses) text += clause + "\n\n";
  for (const TypedEvent& event : state.events) text += event.text + "\n\n";
  if (state.asOf) text += "peildatum " + isoText(*state.asOf) + "\n";
  return text;
}

}  // namespace beding::repl
