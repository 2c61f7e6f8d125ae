// Outcomes and explanations as JSON, exactly as other programs rely on them. Same input, same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/plain_outcome.h"

namespace beding {

class JsonText;

/// Version of the JSON formats; raised when a field changes meaning.
inline constexpr int jsonVersion = 1;

struct JsonOptions {
  bool all = false;      ///< `--alles`: also what sleeps or is unavailable
  bool oneLine = false;  ///< the whole object on one line (`portefeuille`); else an outcome per line
  std::string contract;  ///< `overeenkomst`, in a portfolio
};

/// One object: versie, document, [overeenkomst,] peildatum, uitkomsten, vragen, aannamen, waarschuwingen. Ends with a
/// line feed.
std::string outcomesJson(const Evaluation& evaluation, const JsonOptions& options = {});

/// The same object on one line, of evaluations that have nothing but outcomes. What those of a document have in common
/// is written once beforehand. Only read after it is made; the document must outlive it.
class PlainJson {
 public:
  explicit PlainJson(const PlainDocument& document);

  void append(JsonText& out, const PlainEvaluation& evaluation, std::string_view contract) const;

 private:
  /// Fields as they are written.
  struct Heading {
    std::string sentence;
    std::string parties;
  };
  void append(JsonText& out, const PlainEvaluation& evaluation, const PlainOutcome& outcome) const;

  const PlainDocument& document_;
  std::vector<Heading> headings_;
  std::vector<std::vector<std::string>> rates_;  ///< of every table
};

/// One outcome as it stands in `uitkomsten`, without a line feed.
std::string outcomeJson(const Outcome& outcome);

/// An outcome and its explanation tree: {"versie", "document", "peildatum", "uitkomst": {...}, "waarom": {"tekst",
/// "lid", "bron", "omdat": [...]}}.
std::string whyJson(const Evaluation& evaluation, const Outcome& outcome);

}  // namespace beding
