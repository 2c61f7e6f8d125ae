#include "cli/context.h"

#include "base/text.h"
#include "workspace/readings.h"

namespace beding::cli {
namespace {

constexpr const char* standardInput = "standaardinvoer";

/// Why a text is no date, in words.
std::string wrongDate(const std::string& text, MomentError error) {
  if (error == MomentError::noSuchDate) return "de datum «" + text + "» bestaat niet";
  return "«" + text + "» is geen datum";
}

/// Several contracts in one timeline cannot be evaluated as one.
bool isOneContract(const Timeline& timeline, const EvaluationArguments& arguments, Context& context) {
  if (timeline.contracts.size() < 2 || !arguments.contract.empty()) return true;
  std::string names;
  for (const std::string& name : timeline.contracts) names += (names.empty() ? "«" : ", «") + name + "»";
  context.fail(invalidInput, timelineName(arguments.timeline) + " gaat over meer dan een overeenkomst (" + names +
                                 "); kies er een met --overeenkomst");
  return false;
}

std::optional<Timeline> timeline(const Compiled& document, const EvaluationArguments& arguments, Context& context) {
  const auto options = readOptions(arguments, context);
  const auto text = options ? timelineText(arguments.timeline, context) : std::nullopt;
  if (!text) return std::nullopt;
  TimelineResult result = readTimeline(*text, timelineName(arguments.timeline), document.graph.events, *options);
  for (const InputProblem& problem : result.problems) context.err << beding::text(problem) << '\n';
  for (const InputProblem& problem : result.skipped) context.err << "overgeslagen: " << beding::text(problem) << '\n';
  if (!result.problems.empty()) context.status = invalidInput;
  if (!result.problems.empty() || !isOneContract(result.timeline, arguments, context)) return std::nullopt;
  return std::move(result.timeline);
}

}  // namespace

std::string timelineName(const std::string& timeline) { return timeline == "-" ? standardInput : timeline; }

std::optional<std::string> timelineText(const std::string& timeline, Context& context) {
  auto text = readFile(timeline);
  if (!text) context.fail(invalidInput, "tijdlijn «" + timeline + "» kan niet gelezen worden");
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
    const std::string problem = chooseReading(document.graph, choice, options.readings);
    if (problem.empty()) continue;
    context.fail(wrongUsage, "--lezing " + choice + ": " + problem);
    return false;
  }
  return true;
}

void Context::fail(Status with, std::string_view message) {
  err << "beding: " << message << '\n';
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
    context.fail(invalidInput, "tekst «" + path + "» kan niet gelezen worden");
    return std::nullopt;
  }
  Original original = splitOriginal(*text);
  if (!original.articles.empty()) return original;
  context.fail(invalidInput, "in «" + timelineName(path) +
                                 "» staat geen enkel artikel; verwacht wordt platte tekst, met leden als «6.5 ...», of "
                                 "«Artikel 6 ...» met daaronder «5. ...»");
  return std::nullopt;
}

const Compiled* compiled(Workspace& workspace, const std::string& document, Context& context) {
  const auto found = opened(workspace, document, context);
  if (!found) return nullptr;
  const Compiled& result = workspace.compile(*found);
  if (result.whole) return &result;
  context.err << textOf(result.diagnostics, workspace.sources(), context.colour);
  context.fail(invalidInput, "«" + document + "» heeft fouten en kan niet worden uitgevoerd");
  return nullptr;
}

std::optional<Date> dateFrom(const std::string& text, const std::string& option, Context& context) {
  MomentError error = MomentError::malformed;
  std::optional<Moment> moment = parseMoment(text, &error);
  if (!moment && error == MomentError::malformed) moment = parseDutchMoment(text, &error);
  if (moment && !moment->instant) return moment->day;
  const std::string problem = moment ? "«" + text + "» noemt een tijd" : wrongDate(text, error);
  context.fail(wrongUsage, option + ": " + problem + "; schrijf JJJJ-MM-DD, bijvoorbeeld 2025-03-31");
  return std::nullopt;
}

std::optional<Prepared> prepared(const Compiled& document, const EvaluationArguments& arguments, Context& context) {
  Prepared result;
  if (!evaluationOptions(document, arguments, result.options, context)) return std::nullopt;
  auto events = timeline(document, arguments, context);
  if (!events) return std::nullopt;
  if (events->events.empty() && !result.options.asOf) {
    context.fail(wrongUsage, "de tijdlijn heeft geen gebeurtenissen; zeg met --peildatum op welke dag");
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
