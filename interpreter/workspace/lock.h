// What every sentence of a document came to mean, kept beside the document: a lock file, one line per sentence. A new
// declaration that re-reads an old sentence, or an outcome that gets another name, is then told and never silent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "graph/links.h"
#include "workspace/workspace.h"

namespace beding {

/// One sentence of a lid, or one of the nodes that it made.
struct LockedSentence {
  std::string lid;
  std::string kind;                ///< "plicht"; between parentheses when it is no outcome
  std::string name;                ///< label, else declared phrase
  std::string words;               ///< fingerprint of the sentence without its label
  std::vector<std::string> reads;  ///< the declared phrases that cover it, by kind and spelling, in alphabetical order
  friend auto operator<=>(const LockedSentence&, const LockedSentence&) = default;
};

/// The leden as they are understood now, as numbered.
std::vector<LockedSentence> lockedSentences(const graph::Graph& graph);

/// A lock as text, and back.
std::string lockText(const std::string& document, const std::vector<LockedSentence>& sentences);
struct ReadLock {
  std::vector<LockedSentence> sentences;
  Wording problem;  ///< empty when the text is a lock
};
ReadLock readLock(std::string_view text);

/// Where the lock of a document is kept: `<document>.slot` in its folder.
std::string lockPath(const Workspace& workspace, const Document& document);

/// Tells what changed since the lock was written.
void compareWithLock(const graph::Graph& graph, const std::vector<LockedSentence>& before, Diagnostics& diagnostics);

}  // namespace beding
