// beding dump --stap STAP: what each step of the pipeline makes of a source.
#include "cli/commands.h"
#include "cli/steps.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::string step;
  std::string document;
};

/// Prints what the step made and tells of mistakes; those are what a dump is often for.
void finish(const std::string& text, const Diagnostics& diagnostics, const Workspace& workspace, Context& context) {
  context.out << text;
  context.err << textOf(diagnostics, workspace.sources(), context.colour);
  if (diagnostics.hasErrors()) context.status = negative;
}

/// Steps that look at each file by itself.
void dumpFiles(const Arguments& arguments, const Step& step, Context& context) {
  FoundSources found = findSources(arguments.document);
  if (!found.problem.empty()) return context.fail(invalidInput, found.problem);
  Workspace workspace;
  for (SourceText& source : found.files) {
    const FileIndex file = workspace.add(std::move(source.name), std::move(source.text));
    finish(step.ofFile(workspace, file), workspace.parsed(file).diagnostics, workspace, context);
  }
}

void dumpDocument(const Arguments& arguments, const Step& step, Context& context) {
  Workspace workspace;
  const Opened opened = workspace.open(arguments.document);
  if (!opened.problem.empty()) return context.fail(invalidInput, opened.problem);
  const Compiled& compiled = workspace.compile(opened.documents.front());
  finish(step.ofDocument(compiled), compiled.diagnostics, workspace, context);
}

void dump(const Arguments& arguments, Context& context) {
  const Step* step = findStep(arguments.step);
  if (step == nullptr)
    return context.fail(wrongUsage, "er is geen stap «" + arguments.step + "»; kies uit " + stepNames());
  return step->ofFile != nullptr ? dumpFiles(arguments, *step, context) : dumpDocument(arguments, *step, context);
}

}  // namespace

void addDump(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, "dump", "toon wat een stap van de vertaling oplevert",
                                 "beding dump --stap boom artikel-6.beding");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("--stap", arguments->step, "een van: " + stepNames())->required()->option_text("STAP");
  command->add_option("DOC", arguments->document, "bestand, map of meegeleverd document")->required()->option_text(" ");
  command->callback([arguments, &context] { dump(*arguments, context); });
}

}  // namespace beding::cli
