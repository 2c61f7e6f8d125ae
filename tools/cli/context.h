// What all commands share: where to print, and the status to end with.
#pragma once

#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/text.h"
#include "engine/engine.h"
#include "original/original.h"
#include "timeline/timeline.h"
#include "workspace/workspace.h"

namespace beding::cli {

/// What happens when a timeline is empty and no day is given.
inline constexpr Phrasing noEvents{"de tijdlijn heeft geen gebeurtenissen; zeg met --peildatum op welke dag",
                                   "the timeline has no events; say with --peildatum on which day"};

/// Exit statuses, as the interface fixes them.
enum Status : int { done = 0, negative = 1, wrongUsage = 2, invalidInput = 3, internalError = 4 };

struct Context {
  std::ostream& out;
  std::ostream& err;
  Colour colour = Colour::no;     ///< of messages, on standard error
  Colour outColour = Colour::no;  ///< of results, on standard output
  Language language = Language::dutch;
  Status status = done;

  /// `beding: MESSAGE` on standard error; the command ends with `with`.
  void fail(Status with, const Wording& message);

  /// In the language of this run.
  [[nodiscard]] std::string said(const Wording& wording) const { return wording.in(language); }
  [[nodiscard]] std::string said(const Phrasing& phrasing, const std::vector<Wording>& arguments = {}) const {
    return worded(phrasing, arguments).in(language);
  }
  [[nodiscard]] Style errStyle() const { return {colour, language}; }
  [[nodiscard]] Style outStyle() const { return {outColour, language}; }
};

/// "1 fout", "2 fouten".
Wording counted(std::size_t count, const Phrasing& one, const Phrasing& many);

/// A document compiled without mistakes; otherwise they have been printed, and nothing comes back.
const Compiled* compiled(Workspace& workspace, const std::string& document, Context& context);

/// The same for commands that need no more than the graph: DOC may also be a `.bgraf`.
const Compiled* runnable(Workspace& workspace, const std::string& document, Context& context);

/// One document, not compiled; nothing, after saying why, when there is none.
std::optional<Document> opened(Workspace& workspace, const std::string& document, Context& context);

/// The published text in a file, taken apart; otherwise says why not.
std::optional<Original> originalIn(const std::string& path, Context& context);

/// Options of every command that evaluates.
struct EvaluationArguments {
  std::string document;
  std::string timeline;
  std::string asOf;                   ///< --peildatum
  std::string asKnownOn;              ///< --zoals-bekend-op
  std::string contract;               ///< --overeenkomst
  std::vector<std::string> readings;  ///< --lezing LID/KWESTIE=NAAM
  bool skipBad = false;               ///< --sla-over
  bool json = false;
};

/// A day as people type it: JJJJ-MM-DD or 1 maart 2025. Otherwise says so.
std::optional<Date> dateFrom(const std::string& text, const std::string& option, Context& context);

/// How the arguments want a timeline read, and a document evaluated; otherwise says what is wrong with them.
std::optional<ReadOptions> readOptions(const EvaluationArguments& arguments, Context& context);
bool evaluationOptions(const Compiled& document, const EvaluationArguments& arguments, EvaluationOptions& options,
                       Context& context);

/// What stands in a timeline; otherwise says that it cannot be read.
std::optional<std::string> timelineText(const std::string& timeline, Context& context);
/// How messages call it: `-` is the standard input.
std::string timelineName(const std::string& timeline, const Context& context);

/// A timeline with how it is to be evaluated.
struct Prepared {
  Timeline timeline;
  EvaluationOptions options;
};

/// What the arguments ask for, read and checked; otherwise the reason has been printed, and nothing comes back.
std::optional<Prepared> prepared(const Compiled& document, const EvaluationArguments& arguments, Context& context);

/// The evaluation that the arguments ask for; otherwise the reason has been printed, and nothing comes back.
std::optional<Evaluation> evaluation(const Compiled& document, const EvaluationArguments& arguments, bool explain,
                                     Context& context);

}  // namespace beding::cli
