// beding toets PAD…
#include <fstream>

#include "cli/commands.h"
#include "cli/junit.h"
#include "diagnostics/registry_scenario.h"
#include "workspace/scenario_coverage.h"
#include "workspace/scenarios.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string junit;
  std::string only;
  bool coverage = false;
};

std::string placeOf(Span span, const SourceSet& sources) {
  const SourceFile& file = sources.file(span);
  return file.name() + ":" + std::to_string(file.place(span.begin).line);
}

std::string indented(const std::string& text, const std::string& indent) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    result += indent + text.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return result;
}

std::string failureText(const ScenarioResult& result, const SourceSet& sources, Colour colour) {
  std::string text = textOf(result.problems, sources, colour);
  for (const ScenarioFailure& failure : result.failures) {
    text += placeOf(failure.place, sources) + ": " + failure.expected + "\n  kwam uit:\n" +
            indented(failure.cameOut, "    ");
  }
  return text;
}

/// Whether scenarios could not run because the document that they stand in has mistakes.
bool isBroken(const std::vector<ScenarioResult>& results) {
  for (const ScenarioResult& result : results) {
    for (const Diagnostic& problem : result.problems.all()) {
      if (problem.kind == &diagnostics::brokenDocument && problem.arguments.front() == result.document) return true;
    }
  }
  return false;
}

/// What the norms of a document were not seen to do.
void tellCoverage(const std::string& document, const std::vector<NormCoverage>& norms, Context& context) {
  std::size_t whole = 0;
  context.out << "dekking van " << document << '\n';
  for (const NormCoverage& norm : norms) {
    std::string missing;
    for (const std::string& each : norm.missing) missing += (missing.empty() ? "" : ", ") + each;
    whole += missing.empty() ? 1 : 0;
    if (!missing.empty()) context.out << "  " << norm.lid << ' ' << norm.name << "  niet gezien: " << missing << '\n';
  }
  context.out << "  " << whole << " van " << norms.size() << " normen in al hun gevallen gezien\n\n";
  if (whole < norms.size() && context.status == done) context.status = negative;
}

/// Runs the scenarios of one document and tells of those that failed.
void test(Workspace& workspace, const Document& document, const Arguments& arguments, std::vector<TestCase>& cases,
          Context& context) {
  std::optional<ScenarioCoverage> coverage;
  if (arguments.coverage) coverage.emplace(workspace.compile(document));
  const auto see = [&](const Evaluation& evaluation) {
    if (evaluation.document == document.name) coverage->see(evaluation);
  };
  const std::vector<ScenarioResult> results =
      runScenarios(workspace, document, arguments.only, coverage ? SeeEvaluation(see) : SeeEvaluation());
  const SourceSet& sources = workspace.sources();
  if (isBroken(results))
    context.out << textOf(workspace.compile(document).diagnostics, sources, context.outColour) << '\n';
  for (const ScenarioResult& result : results) {
    const std::string place = placeOf(result.place, sources);
    cases.push_back(
        {result.name, result.document, place, result.passed() ? "" : failureText(result, sources, Colour::no)});
    if (result.passed()) continue;
    context.out << "gezakt: «" << result.name << "» onder " << result.document << " (" << place << ")\n"
                << indented(failureText(result, sources, context.outColour), "  ") << '\n';
  }
  if (coverage) tellCoverage(document.name, coverage->norms(), context);
}

void report(const std::vector<TestCase>& cases, const std::string& junit, Context& context) {
  std::size_t failed = 0;
  for (const TestCase& each : cases) failed += each.failure.empty() ? 0 : 1;
  if (!junit.empty() && !(std::ofstream(junit, std::ios::binary) << junitText(cases)).flush()) {
    context.fail(invalidInput, "«" + junit + "» kan niet geschreven worden");
  }
  context.out << cases.size() - failed << " geslaagd, " << failed << " gezakt\n";
  if (failed > 0 && context.status == done) context.status = negative;
}

void testAll(const Arguments& arguments, Context& context) {
  Workspace workspace;
  std::vector<TestCase> cases;
  for (const std::string& path : arguments.paths) {
    const Opened opened = workspace.openAll(path);
    if (!opened.problem.empty()) return context.fail(invalidInput, opened.problem);
    for (const Document& document : opened.documents) test(workspace, document, arguments, cases, context);
  }
  report(cases, arguments.junit, context);
}

}  // namespace

void addTest(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, "toets", "voer alle scenario's uit die in PAD staan",
                                 "beding toets voorwaarden/ --junit toets.xml");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("PAD", arguments->paths, "bestand, map of meegeleverd document")->required()->option_text("…");
  command->add_option("--junit", arguments->junit, "schrijf de uitslag ook als JUnit-XML")->option_text("BESTAND");
  command->add_option("--alleen", arguments->only, "alleen scenario's met deze tekst in hun naam")
      ->option_text("TEKST");
  command->add_flag("--dekking", arguments->coverage,
                    "zeg ook wat de scenario's van de normen niet laten zien: nakoming en schending, geldige en "
                    "geweigerde uitoefening, elke voorwaarde waar en onwaar");
  command->callback([arguments, &context] { testAll(*arguments, context); });
}

}  // namespace beding::cli
