// beding controleer PAD…
#include "cli/commands.h"
#include "workspace/scenarios.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  bool json = false;
  bool original = false;  ///< --bron: the defects of the text, not of the clauses
};

/// How the report calls a document: its only file, else its name.
std::string called(const Workspace& workspace, const Document& document) {
  return document.files.size() == 1 ? workspace.sources().file(document.files.front()).name() : document.name;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string verdict(const Diagnostics& diagnostics) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& each : diagnostics.all()) {
    errors += each.kind->severity == Severity::error ? 1 : 0;
    warnings += each.kind->severity == Severity::warning ? 1 : 0;
  }
  std::string text = errors == 0 ? "in orde" : counted(errors, "fout", "fouten");
  if (warnings > 0) text += ", " + counted(warnings, "waarschuwing", "waarschuwingen");
  return text;
}

/// Everything that can be said of a document without a timeline.
Diagnostics checked(Workspace& workspace, const Document& document) {
  const Compiled& compiled = workspace.compile(document);
  Diagnostics all = compiled.diagnostics;
  if (compiled.whole) checkScenarios(workspace, document, all);
  return all;
}

void check(const std::string& path, bool json, Context& context) {
  Workspace workspace;
  const Opened opened = workspace.openAll(path);
  if (!opened.problem.empty()) return context.fail(invalidInput, opened.problem);
  for (const Document& document : opened.documents) {
    const Diagnostics diagnostics = checked(workspace, document);
    if (diagnostics.hasErrors() && context.status == done) context.status = negative;
    if (json) {
      context.out << jsonOf(diagnostics, workspace.sources()) << '\n';
      continue;
    }
    const std::string text = textOf(diagnostics, workspace.sources(), context.outColour);
    context.out << text << (text.empty() ? "" : "\n") << called(workspace, document) << ": " << verdict(diagnostics)
                << '\n';
  }
}

}  // namespace

void addCheck(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(
      app, "controleer", "controleer documenten, met plaats, oorzaak en remedie",
      "beding controleer voorwaarden/ huisregels.beding\n  beding controleer --bron vandeez voorwaarden.txt");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("PAD", arguments->paths, "bestand, map of meegeleverd document")->required()->option_text("…");
  command->add_flag("--json", arguments->json, "de meldingen als JSON, een lijst per document");
  command->add_flag(
      "--bron", arguments->original,
      "de gebreken van de brontekst: wat de bedingen ervan zeggen, en met de tekst als tweede PAD ook wat "
      "daaruit te berekenen is");
  command->callback([arguments, &context] {
    if (arguments->original) return checkOriginal(arguments->paths, arguments->json, context);
    for (const std::string& path : arguments->paths) check(path, arguments->json, context);
  });
}

}  // namespace beding::cli
