// beding toets PAD…
#include <fstream>

#include "cli/commands.h"
#include "cli/junit.h"
#include "diagnostics/registry_scenario.h"
#include "workspace/scenarios.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string junit;
  std::string only;
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

/// Runs the scenarios of one document and tells of those that failed.
void test(Workspace& workspace, const Document& document, const std::string& only, std::vector<TestCase>& cases,
          Context& context) {
  const std::vector<ScenarioResult> results = runScenarios(workspace, document, only);
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
    for (const Document& document : opened.documents) test(workspace, document, arguments.only, cases, context);
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
  command->callback([arguments, &context] { testAll(*arguments, context); });
}

}  // namespace beding::cli
