// beding schema [tijdlijn|uitkomst|graaf]
#include "cli/commands.h"
#include "explain/schema.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::string what = "tijdlijn";
  std::string document;
};

/// The event types that count: those of a document, else the shared ones.
std::optional<std::vector<EventType>> eventTypes(const std::string& document, Context& context) {
  Workspace workspace;
  if (!document.empty()) {
    const Compiled* result = compiled(workspace, document, context);
    if (result == nullptr) return std::nullopt;
    return result->graph.events;
  }
  Document empty{"schema", {workspace.add("schema", "voorwaarden schema.\n  gebruikt algemeen.\n")}};
  return workspace.compile(empty).graph.events;
}

void schema(const Arguments& arguments, Context& context) {
  if (arguments.what == "uitkomst") {
    context.out << outcomeSchema();
  } else if (arguments.what == "graaf") {
    context.out << graphSchema();
  } else if (arguments.what == "tijdlijn") {
    if (const auto types = eventTypes(arguments.document, context)) context.out << timelineSchema(*types);
  } else {
    context.fail(wrongUsage, worded({"er is geen schema van «{0}»; kies uit tijdlijn, uitkomst, graaf",
                                     "there is no schema of «{0}»; choose from tijdlijn, uitkomst, graaf"},
                                    {arguments.what}));
  }
}

}  // namespace

void addSchema(CLI::App& app, Context& context) {
  CLI::App* command =
      addCommand(app, context, "schema", {"het JSON Schema van een gegevensvorm", "the JSON Schema of a form of data"},
                 "beding schema tijdlijn > tijdlijn.schema.json");
  const auto arguments = std::make_shared<Arguments>();
  command
      ->add_option("WAT", arguments->what,
                   context.said({"tijdlijn, uitkomst of graaf; zonder keuze tijdlijn",
                                 "tijdlijn, uitkomst or graaf; without a choice tijdlijn"}))
      ->option_text(" ");
  command
      ->add_option("--document", arguments->document,
                   context.said({"met de gebeurtenissen van dit document; anders de gedeelde",
                                 "with the events of this document; otherwise the shared ones"}))
      ->option_text("DOC");
  command->callback([arguments, &context] { schema(*arguments, context); });
}

}  // namespace beding::cli
