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

std::string failureText(const ScenarioResult& result, const SourceSet& sources, Style style) {
  const std::string cameOut(Phrasing("kwam uit", "came out").in(style.language));
  std::string text = textOf(result.problems, sources, style);
  for (const ScenarioFailure& failure : result.failures) {
    text += placeOf(failure.place, sources) + ": " + failure.expected + "\n  " + cameOut + ":\n" +
            indented(failure.cameOut.in(style.language), "    ");
  }
  return text;
}

/// Whether scenarios could not run because the document that they stand in has mistakes.
bool isBroken(const std::vector<ScenarioResult>& results) {
  for (const ScenarioResult& result : results) {
    for (const Diagnostic& problem : result.problems.all()) {
      if (problem.kind == &diagnostics::brokenDocument && problem.arguments.front().dutch == result.document)
        return true;
    }
  }
  return false;
}

/// What the norms of a document were not seen to do.
void tellCoverage(const std::string& document, const std::vector<NormCoverage>& norms, Context& context) {
  std::size_t whole = 0;
  context.out << context.said({"dekking van {0}\n", "coverage of {0}\n"}, {document});
  for (const NormCoverage& norm : norms) {
    std::string missing;
    for (const std::string& each : norm.missing) missing += (missing.empty() ? "" : ", ") + each;
    whole += missing.empty() ? 1 : 0;
    if (missing.empty()) continue;
    context.out << "  " << norm.lid << ' ' << norm.name << context.said({"  niet gezien: ", "  not seen: "}) << missing
                << '\n';
  }
  for (const NormCoverage& norm : norms) {
    for (const Impossible& each : norm.impossible)
      context.out << "  " << norm.lid << ' ' << norm.name << context.said({"  kan niet: ", "  cannot be: "})
                  << each.what << " (" << each.why.in(context.language) << ")\n";
  }
  context.out << context.said(
      {"  {0} van {1} normen in al hun gevallen gezien\n\n", "  {0} of {1} norms seen in all their cases\n\n"},
      {std::to_string(whole), std::to_string(norms.size())});
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
    context.out << textOf(workspace.compile(document).diagnostics, sources, context.outStyle()) << '\n';
  for (const ScenarioResult& result : results) {
    const std::string place = placeOf(result.place, sources);
    cases.push_back({result.name, result.document, place,
                     result.passed() ? "" : failureText(result, sources, {Colour::no, context.language})});
    if (result.passed()) continue;
    context.out << context.said({"gezakt: «{0}» onder {1} ({2})\n", "failed: «{0}» under {1} ({2})\n"},
                                {result.name, result.document, place})
                << indented(failureText(result, sources, context.outStyle()), "  ") << '\n';
  }
  if (coverage) tellCoverage(document.name, coverage->norms(), context);
}

void report(const std::vector<TestCase>& cases, const std::string& junit, Context& context) {
  std::size_t failed = 0;
  for (const TestCase& each : cases) failed += each.failure.empty() ? 0 : 1;
  if (!junit.empty() && !(std::ofstream(junit, std::ios::binary) << junitText(cases)).flush()) {
    context.fail(invalidInput, worded({"«{0}» kan niet geschreven worden", "«{0}» cannot be written"}, {junit}));
  }
  context.out << context.said({"{0} geslaagd, {1} gezakt\n", "{0} passed, {1} failed\n"},
                              {std::to_string(cases.size() - failed), std::to_string(failed)});
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
  CLI::App* command = addCommand(app, context, "toets",
                                 {"voer alle scenario's uit die in PAD staan", "run all scenarios that are in PAD"},
                                 "beding toets voorwaarden/ --junit toets.xml");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("PAD", arguments->paths, context.said(documentHelp))->required()->option_text("…");
  command
      ->add_option("--junit", arguments->junit,
                   context.said({"schrijf de uitslag ook als JUnit-XML", "write the results as JUnit XML too"}))
      ->option_text("BESTAND");
  command
      ->add_option(
          "--alleen", arguments->only,
          context.said({"alleen scenario's met deze tekst in hun naam", "only scenarios with this text in their name"}))
      ->option_text("TEKST");
  command->add_flag(
      "--dekking", arguments->coverage,
      context.said({"zeg ook wat de scenario's van de normen niet laten zien: nakoming en schending, geldige en "
                    "geweigerde uitoefening, elke voorwaarde waar en onwaar",
                    "also tell what the scenarios do not show of the norms: performance and breach, valid "
                    "and refused exercise, every condition true and false"}));
  command->callback([arguments, &context] { testAll(*arguments, context); });
}

}  // namespace beding::cli
