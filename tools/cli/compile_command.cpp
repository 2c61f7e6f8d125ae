// beding compileer DOC -o F.bgraf
#include <fstream>

#include "bgraf/bgraf.h"
#include "cli/commands.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::string document;
  std::string target = "bgraf";
  std::string file;
};

void compileCommand(const Arguments& arguments, Context& context) {
  if (arguments.target != "bgraf")
    return context.fail(wrongUsage, worded({"naar «{0}» kan niet gecompileerd worden; kies bgraf",
                                            "there is no compiling to «{0}»; choose bgraf"},
                                           {arguments.target}));
  Workspace workspace;
  const Compiled* document = compiled(workspace, arguments.document, context);
  if (document == nullptr) return;
  std::ofstream file(arguments.file, std::ios::binary);
  file << toBgraf(document->graph);
  if (!file.flush())
    return context.fail(invalidInput,
                        worded({"{0} kan niet worden geschreven", "{0} cannot be written"}, {arguments.file}));
  context.out << context.said({"{0}: {1} gecompileerd\n", "{0}: {1} compiled\n"},
                              {arguments.file, document->graph.document});
}

}  // namespace

void addCompile(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "compileer",
                                 {"schrijf de regelgraaf als bestand, dat zonder de bedingen werkt",
                                  "write the rule graph as a file, which works without the clauses"},
                                 "beding compileer vandeez -o vandeez.bgraf");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("DOC", arguments->document, context.said(documentHelp))->required()->option_text(" ");
  command
      ->add_option("--naar", arguments->target,
                   context.said({"bgraf; zonder keuze ook", "bgraf; also without a choice"}))
      ->option_text("VORM");
  command
      ->add_option("-o", arguments->file,
                   context.said({"het bestand dat geschreven wordt", "the file that is written"}))
      ->required()
      ->option_text(context.said({"BESTAND", "FILE"}));
  command->callback([arguments, &context] { compileCommand(*arguments, context); });
}

}  // namespace beding::cli
