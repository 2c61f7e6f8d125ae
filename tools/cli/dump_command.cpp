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
  context.err << textOf(diagnostics, workspace.sources(), context.errStyle());
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
    return context.fail(wrongUsage,
                        worded({"er is geen stap «{0}»; kies uit {1}", "there is no step «{0}»; choose from {1}"},
                               {arguments.step, stepNames()}));
  return step->ofFile != nullptr ? dumpFiles(arguments, *step, context) : dumpDocument(arguments, *step, context);
}

}  // namespace

void addDump(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "dump",
                                 {"toon wat een stap van de vertaling oplevert", "show what a step of compiling makes"},
                                 "beding dump --stap boom artikel-6.beding");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("--stap", arguments->step, context.said({"een van: {0}", "one of: {0}"}, {stepNames()}))
      ->required()
      ->option_text("STAP");
  command->add_option("DOC", arguments->document, context.said(documentHelp))->required()->option_text(" ");
  command->callback([arguments, &context] { dump(*arguments, context); });
}

}  // namespace beding::cli
