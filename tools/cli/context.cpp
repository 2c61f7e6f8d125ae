#include "cli/context.h"

#include "base/text.h"
#include "engine/readings.h"
#include "shipped/shipped.h"

namespace beding::cli {
namespace {

/// Why a text is no date, in words.
Wording wrongDate(const std::string& text, MomentError error) {
  if (error == MomentError::noSuchDate)
    return worded({"de datum «{0}» bestaat niet", "the date «{0}» does not exist"}, {text});
  return worded({"«{0}» is geen datum", "«{0}» is no date"}, {text});
}

/// Several contracts in one timeline cannot be evaluated as one.
bool isOneContract(const Timeline& timeline, const EvaluationArguments& arguments, Context& context) {
  if (timeline.contracts.size() < 2 || !arguments.contract.empty()) return true;
  std::string names;
  for (const std::string& name : timeline.contracts) names += (names.empty() ? "«" : ", «") + name + "»";
  context.fail(invalidInput, worded({"{0} gaat over meer dan een overeenkomst ({1}); kies er een met --overeenkomst",
                                     "{0} is about more than one contract ({1}); choose one with --overeenkomst"},
                                    {timelineName(arguments.timeline, context), names}));
  return false;
}

std::optional<Timeline> timeline(const Compiled& document, const EvaluationArguments& arguments, Context& context) {
  const auto options = readOptions(arguments, context);
  const auto text = options ? timelineText(arguments.timeline, context) : std::nullopt;
  if (!text) return std::nullopt;
  TimelineResult result =
      readTimeline(*text, timelineName(arguments.timeline, context), document.graph.events, *options);
  for (const InputProblem& problem : result.problems) context.err << beding::text(problem, context.language) << '\n';
  for (const InputProblem& problem : result.skipped)
    context.err << context.said({"overgeslagen: ", "skipped: "}) << beding::text(problem, context.language) << '\n';
  if (!result.problems.empty()) context.status = invalidInput;
  if (!result.problems.empty() || !isOneContract(result.timeline, arguments, context)) return std::nullopt;
  return std::move(result.timeline);
}

}  // namespace

Wording counted(std::size_t count, const Phrasing& one, const Phrasing& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string timelineName(const std::string& timeline, const Context& context) {
  return timeline == "-" ? context.said({"standaardinvoer", "standard input"}) : timeline;
}

std::optional<std::string> timelineText(const std::string& timeline, Context& context) {
  auto text = readFile(timeline);
  if (!text)
    context.fail(invalidInput,
                 worded({"tijdlijn «{0}» kan niet gelezen worden", "timeline «{0}» cannot be read"}, {timeline}));
  return text;
}

std::optional<ReadOptions> readOptions(const EvaluationArguments& arguments, Context& context) {
  ReadOptions options;
  options.skipBad = arguments.skipBad;
  options.contract = arguments.contract;
  if (arguments.asKnownOn.empty()) return options;
  options.asKnownOn = dateFrom(arguments.asKnownOn, "--zoals-bekend-op", context);
  return options.asKnownOn ? std::optional(options) : std::nullopt;
}

bool evaluationOptions(const Compiled& document, const EvaluationArguments& arguments, EvaluationOptions& options,
                       Context& context) {
  if (!arguments.asOf.empty()) {
    options.asOf = dateFrom(arguments.asOf, "--peildatum", context);
    if (!options.asOf) return false;
  }
  for (const std::string& choice : arguments.readings) {
    const Wording problem = chooseReading(document.graph, choice, options.readings);
    if (problem.empty()) continue;
    context.fail(wrongUsage, Wording("--lezing " + choice + ": ") + problem);
    return false;
  }
  return true;
}

void Context::fail(Status with, const Wording& message) {
  err << "beding: " << said(message) << '\n';
  status = with;
}

std::optional<Document> opened(Workspace& workspace, const std::string& document, Context& context) {
  Opened found = workspace.open(document);
  if (found.problem.empty()) return std::move(found.documents.front());
  context.fail(invalidInput, found.problem);
  return std::nullopt;
}

std::optional<Original> originalIn(const std::string& path, Context& context) {
  const auto text = readFile(path);
  if (!text) {
    context.fail(invalidInput, worded({"tekst «{0}» kan niet gelezen worden", "text «{0}» cannot be read"}, {path}));
    return std::nullopt;
  }
  Original original = splitOriginal(*text);
  if (!original.articles.empty()) return original;
  context.fail(invalidInput,
               worded({"in «{0}» staat geen enkel artikel; verwacht wordt platte tekst, met leden als «6.5 "
                       "...», of «Artikel 6 ...» met daaronder «5. ...»",
                       "«{0}» holds no article; plain text is expected, with leden such as «6.5 ...», or "
                       "«Artikel 6 ...» with «5. ...» below it"},
                      {timelineName(path, context)}));
  return std::nullopt;
}

const Compiled* compiled(Workspace& workspace, const std::string& document, Context& context) {
  const auto found = opened(workspace, document, context);
  if (!found) return nullptr;
  const Compiled& result = workspace.compile(*found);
  if (result.whole) return &result;
  context.err << textOf(result.diagnostics, workspace.sources(), context.errStyle());
  context.fail(
      invalidInput,
      worded({"«{0}» heeft fouten en kan niet worden uitgevoerd", "«{0}» has mistakes and cannot be run"}, {document}));
  return nullptr;
}

const Compiled* runnable(Workspace& workspace, const std::string& document, Context& context) {
  const auto shipped = isBgraf(document) ? std::nullopt : shippedGraph(document);
  if (!isBgraf(document) && !shipped) return compiled(workspace, document, context);
  const Workspace::Loaded loaded = shipped ? workspace.loadBytes(document, *shipped) : workspace.load(document);
  if (loaded.compiled == nullptr) context.fail(invalidInput, loaded.problem);
  return loaded.compiled;
}

std::optional<Date> dateFrom(const std::string& text, const std::string& option, Context& context) {
  MomentError error = MomentError::malformed;
  std::optional<Moment> moment = parseMoment(text, &error);
  if (!moment && error == MomentError::malformed) moment = parseDutchMoment(text, &error);
  if (moment && !moment->instant) return moment->day;
  const Wording problem =
      moment ? worded({"«{0}» noemt een tijd", "«{0}» names a time"}, {text}) : wrongDate(text, error);
  context.fail(wrongUsage, worded({"{0}: {1}; schrijf JJJJ-MM-DD, bijvoorbeeld 2025-03-31",
                                   "{0}: {1}; write YYYY-MM-DD, for instance 2025-03-31"},
                                  {option, problem}));
  return std::nullopt;
}

std::optional<Prepared> prepared(const Compiled& document, const EvaluationArguments& arguments, Context& context) {
  Prepared result;
  if (!evaluationOptions(document, arguments, result.options, context)) return std::nullopt;
  auto events = timeline(document, arguments, context);
  if (!events) return std::nullopt;
  if (events->events.empty() && !result.options.asOf) {
    context.fail(wrongUsage, noEvents);
    return std::nullopt;
  }
  result.timeline = std::move(*events);
  return result;
}

std::optional<Evaluation> evaluation(const Compiled& document, const EvaluationArguments& arguments, bool explain,
                                     Context& context) {
  auto ready = prepared(document, arguments, context);
  if (!ready) return std::nullopt;
  ready->options.explain = explain;
  return evaluate(document.graph, ready->timeline, ready->options);
}

}  // namespace beding::cli
