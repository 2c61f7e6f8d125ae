// beding controleer PAD…
#include <fstream>

#include "cli/commands.h"
#include "workspace/lock.h"
#include "workspace/scenarios.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  bool json = false;
  bool original = false;  ///< --bron: the defects of the text, not of the clauses
  bool lock = false;      ///< --vastleggen: write down what every sentence means
};

/// How the report calls a document: its only file, else its name.
std::string called(const Workspace& workspace, const Document& document) {
  return document.files.size() == 1 ? workspace.sources().file(document.files.front()).name() : document.name;
}

Wording verdict(const Diagnostics& diagnostics) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& each : diagnostics.all()) {
    errors += each.kind->severity == Severity::error ? 1 : 0;
    warnings += each.kind->severity == Severity::warning ? 1 : 0;
  }
  const Wording text =
      errors == 0 ? Wording(Phrasing("in orde", "in order")) : counted(errors, {"fout", "error"}, {"fouten", "errors"});
  if (warnings == 0) return text;
  return text + ", " + counted(warnings, {"waarschuwing", "warning"}, {"waarschuwingen", "warnings"});
}

/// Everything that can be said of a document without a timeline.
Diagnostics checked(Workspace& workspace, const Document& document) {
  const Compiled& compiled = workspace.compile(document);
  Diagnostics all = compiled.diagnostics;
  if (compiled.whole) checkScenarios(workspace, document, all);
  return all;
}

/// What changed since the document was locked, if it was.
void compareWithLock(const Workspace& workspace, const Compiled& compiled, Diagnostics& diagnostics, Context& context) {
  const std::string path = lockPath(workspace, compiled.document);
  const auto text = readFile(path);
  if (!text || !compiled.whole) return;
  const ReadLock lock = readLock(*text);
  if (!lock.problem.empty()) return context.fail(invalidInput, Wording(path + ": ") + lock.problem);
  compareWithLock(compiled.graph, lock.sentences, diagnostics);
}

void writeLock(const Workspace& workspace, const Compiled& compiled, Context& context) {
  const std::string path = lockPath(workspace, compiled.document);
  const std::vector<LockedSentence> sentences = lockedSentences(compiled.graph);
  std::ofstream file(path, std::ios::binary);
  file << lockText(compiled.document.name, sentences);
  if (!file.flush())
    return context.fail(invalidInput, worded({"{0} kan niet worden geschreven", "{0} cannot be written"}, {path}));
  context.out << path << ": " << context.said(counted(sentences.size(), {"zin", "sentence"}, {"zinnen", "sentences"}))
              << context.said({" vastgelegd\n", " locked\n"});
}

void check(const std::string& path, bool json, bool lock, Context& context) {
  Workspace workspace;
  const Opened opened = workspace.openAll(path);
  if (!opened.problem.empty()) return context.fail(invalidInput, opened.problem);
  for (const Document& document : opened.documents) {
    Diagnostics diagnostics = checked(workspace, document);
    const Compiled& compiled = workspace.compile(document);
    compareWithLock(workspace, compiled, diagnostics, context);
    if (diagnostics.hasErrors() && context.status == done) context.status = negative;
    if (json) {
      context.out << jsonOf(diagnostics, workspace.sources(), context.language) << '\n';
      continue;
    }
    const std::string text = textOf(diagnostics, workspace.sources(), context.outStyle());
    context.out << text << (text.empty() ? "" : "\n") << called(workspace, document) << ": "
                << context.said(verdict(diagnostics)) << '\n';
    if (lock && compiled.whole) writeLock(workspace, compiled, context);
  }
}

}  // namespace

void addCheck(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(
      app, context, "controleer",
      {"controleer documenten, met plaats, oorzaak en remedie", "check documents, with place, cause and remedy"},
      "beding controleer voorwaarden/ huisregels.beding\n  beding controleer --bron vandeez voorwaarden.txt");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("PAD", arguments->paths, context.said(documentHelp))->required()->option_text("…");
  command->add_flag(
      "--json", arguments->json,
      context.said({"de meldingen als JSON, een lijst per document", "the messages as JSON, a list per document"}));
  command->add_flag(
      "--bron", arguments->original,
      context.said(
          {"de gebreken van de brontekst: wat de bedingen ervan zeggen, en met de tekst als tweede PAD ook wat "
           "daaruit te berekenen is",
           "the defects of the published text: what the clauses say of it, and with the text as second PAD "
           "also what can be computed from it"}));
  command->add_flag(
      "--vastleggen", arguments->lock,
      context.said({"schrijf naast het document op wat elke zin betekent; daarna meldt «controleer» wat er verandert",
                    "write beside the document what every sentence means; afterwards «controleer» tells "
                    "what changes"}));
  command->callback([arguments, &context] {
    if (arguments->original) return checkOriginal(arguments->paths, arguments->json, context);
    for (const std::string& path : arguments->paths) check(path, arguments->json, arguments->lock, context);
  });
}

}  // namespace beding::cli
