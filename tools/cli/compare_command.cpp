// beding vergelijk DOC DOC… TIJDLIJN
#include <algorithm>
#include <deque>
#include <set>

#include "cli/commands.h"
#include "explain/compare.h"

namespace beding::cli {
namespace {

struct Arguments : EvaluationArguments {
  std::vector<std::string> words;  ///< the documents, then the timeline
  bool all = false;                ///< --alles
};

/// The timeline as each document reads it. A line that no document understands is a mistake; one that only some do
/// understand does not count under the others.
class Reader {
 public:
  Reader(const Arguments& arguments, Context& context) : arguments_(arguments), context_(context) {}

  bool read(const std::vector<const Compiled*>& documents) {
    auto options = readOptions(arguments_, context_);
    const auto text = timelineText(arguments_.words.back(), context_);
    if (!options || !text) return false;
    options->skipBad = true;
    for (const Compiled* document : documents)
      results.push_back(
          readTimeline(*text, timelineName(arguments_.words.back(), context_), document->graph.events, *options));
    return tellProblems(documents);
  }

  std::vector<TimelineResult> results;

 private:
  [[nodiscard]] bool isSkippedByAll(std::uint32_t line) const {
    return std::all_of(results.begin(), results.end(), [&](const TimelineResult& each) {
      return std::any_of(each.skipped.begin(), each.skipped.end(),
                         [&](const InputProblem& problem) { return problem.line == line; });
    });
  }

  bool tellProblems(const std::vector<const Compiled*>& documents) {
    bool right = true;
    for (const InputProblem& problem : results.front().skipped) {
      if (!isSkippedByAll(problem.line)) continue;
      if (arguments_.skipBad) context_.err << context_.said({"overgeslagen: ", "skipped: "});
      context_.err << beding::text(problem, context_.language) << '\n';
      right = right && arguments_.skipBad;
    }
    if (!right) context_.status = invalidInput;
    for (std::size_t at = 0; right && at < results.size(); ++at) {
      for (const InputProblem& problem : results[at].skipped) {
        if (isSkippedByAll(problem.line)) continue;
        context_.err << context_.said({"telt niet mee onder {0}: ", "does not count under {0}: "},
                                      {documents[at]->graph.document})
                     << beding::text(problem, context_.language) << '\n';
      }
    }
    return right;
  }

  const Arguments& arguments_;
  Context& context_;
};

/// `--lezing vandeez:6.6/jaar=kalenderjaar` is for the document that it names.
bool chooseReadings(const Compiled& document, const Arguments& arguments, EvaluationOptions& options,
                    Context& context) {
  EvaluationArguments own = arguments;
  const std::string prefix = document.graph.document + ":";
  std::erase_if(own.readings, [&](const std::string& choice) { return !choice.starts_with(prefix); });
  return evaluationOptions(document, own, options, context);
}

bool namesDocuments(const std::vector<const Compiled*>& documents, const Arguments& arguments, Context& context) {
  for (const std::string& choice : arguments.readings) {
    const bool known = std::any_of(documents.begin(), documents.end(), [&](const Compiled* each) {
      return choice.starts_with(each->graph.document + ":");
    });
    if (known) continue;
    context.fail(wrongUsage,
                 worded({"--lezing {0}: zeg bij welk document, bijvoorbeeld vandeez:6.6/jaar=kalenderjaar",
                         "--lezing {0}: say for which document, for instance vandeez:6.6/jaar=kalenderjaar"},
                        {choice}));
    return false;
  }
  return true;
}

/// The same day for all: the one asked for, else that of the last event that counts under any of them.
std::optional<Date> dayOf(const std::vector<TimelineResult>& results, const EvaluationOptions& options) {
  std::optional<Date> day = options.asOf;
  for (const TimelineResult& result : results) {
    if (options.asOf || result.timeline.events.empty()) continue;
    const Date last = result.timeline.events.back().at.day;
    day = day ? std::max(*day, last) : last;
  }
  return day;
}

std::vector<const Compiled*> compiledAll(Workspace& workspace, const Arguments& arguments, Context& context) {
  std::vector<const Compiled*> documents;
  for (std::size_t at = 0; at + 1 < arguments.words.size(); ++at) {
    const Compiled* document = runnable(workspace, arguments.words[at], context);
    if (document == nullptr) return {};
    documents.push_back(document);
  }
  return documents;
}

void compareCommand(const Arguments& arguments, Context& context) {
  if (arguments.words.size() < 3)
    return context.fail(wrongUsage, Phrasing("vergelijken vraagt ten minste twee documenten en een tijdlijn",
                                             "comparing takes at least two documents and a timeline"));
  Workspace workspace(Scenarios::passedOver);
  const auto documents = compiledAll(workspace, arguments, context);
  if (documents.empty() || !namesDocuments(documents, arguments, context)) return;
  Reader reader(arguments, context);
  if (!reader.read(documents)) return;
  std::deque<Evaluation> evaluations;
  std::vector<Compared> compared;
  for (std::size_t at = 0; at < documents.size(); ++at) {
    EvaluationOptions options;
    if (!chooseReadings(*documents[at], arguments, options, context)) return;
    options.asOf = dayOf(reader.results, options);
    if (!options.asOf) return context.fail(wrongUsage, noEvents);
    evaluations.push_back(evaluate(documents[at]->graph, reader.results[at].timeline, options));
    compared.push_back({&documents[at]->graph, &evaluations.back()});
  }
  context.out << (arguments.json ? comparisonJson(compared)
                                 : comparisonText(compared, arguments.all, context.language));
}

}  // namespace

void addCompare(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "vergelijk",
                                 {"dezelfde gebeurtenissen onder meer dan een document, per thema",
                                  "the same events under more than one document, by theme"},
                                 "beding vergelijk vandeez elan wonderfull dossier.jsonl");
  const auto arguments = std::make_shared<Arguments>();
  command
      ->add_option("DOC DOC… TIJDLIJN", arguments->words,
                   context.said({"documenten, en als laatste de tijdlijn", "documents, and the timeline as the last"}))
      ->required()
      ->option_text(" ");
  addEvaluationOptions(*command, context, *arguments);
  command->add_flag("--alles", arguments->all, context.said({"ook wat geen thema heeft", "also what has no theme"}));
  command->callback([arguments, &context] { compareCommand(*arguments, context); });
}

}  // namespace beding::cli
