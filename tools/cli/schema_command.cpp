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
    context.fail(wrongUsage, "er is geen schema van «" + arguments.what + "»; kies uit tijdlijn, uitkomst, graaf");
  }
}

}  // namespace

void addSchema(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, "schema", "het JSON Schema van een gegevensvorm",
                                 "beding schema tijdlijn > tijdlijn.schema.json");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("WAT", arguments->what, "tijdlijn, uitkomst of graaf; zonder keuze tijdlijn")->option_text(" ");
  command->add_option("--document", arguments->document, "met de gebeurtenissen van dit document; anders de gedeelde")
      ->option_text("DOC");
  command->callback([arguments, &context] { schema(*arguments, context); });
}

}  // namespace beding::cli
