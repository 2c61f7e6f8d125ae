// Everything that was entered. Small, so that every step is kept and can be taken back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "syntax/tree.h"
#include "timeline/record.h"
#include "workspace/workspace.h"

namespace beding::repl {

/// An `op ...` entry, as typed and as read.
struct TypedEvent {
  std::string text;
  std::vector<syntax::ScenarioEvent> events;
};

struct State {
  std::vector<std::string> loaded;   ///< what `laad` was given
  std::vector<Document> documents;   ///< what that was; typed clauses belong to the last one
  std::vector<std::string> clauses;  ///< as typed
  std::optional<FileIndex> typed;    ///< the file that holds the clauses
  std::vector<Record> lines;         ///< of the timelines that were loaded; typed events come behind them
  std::vector<TypedEvent> events;
  std::optional<Date> asOf;  ///< peildatum; else the day of the last event
};

/// The documents as they are with the typed clauses; with nothing loaded, one that holds only those.
std::vector<Document> documentsOf(const State& state);

/// The clauses as one source text. Without a document they get a header of their own, unless they have one.
std::string clauseText(const State& state);

/// The session as entries, to be read back by `open` or piped into the REPL.
std::string script(const State& state);

}  // namespace beding::repl
