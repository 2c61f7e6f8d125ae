// beding graaf DOC
#include "cli/commands.h"
#include "draw/svg.h"
#include "graph/view.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::string document;
  std::string form = "svg";
  std::string around;
};

void draw(const graph::View& view, const std::string& form, Context& context) {
  if (form == "json") {
    context.out << graph::jsonOf(view);
  } else if (form == "dot") {
    context.out << graph::dotOf(view);
  } else if (form == "mermaid") {
    context.out << graph::mermaidOf(view);
  } else if (form != "svg") {
    context.fail(wrongUsage, "er is geen vorm «" + form + "»; kies uit svg, dot, json, mermaid");
  } else if (const auto svg = draw::svgOf(view)) {
    context.out << *svg;
  } else {
    context.fail(internalError, "de tekening is niet gelukt; probeer --vorm dot");
  }
}

void graphCommand(const Arguments& arguments, Context& context) {
  Workspace workspace;
  const Compiled* document = compiled(workspace, arguments.document, context);
  if (document == nullptr) return;
  std::string around = arguments.around;
  if (const std::size_t colon = around.find(':'); colon != std::string::npos) around.erase(0, colon + 1);
  const graph::View view = graph::viewOf(document->graph, around);
  if (view.nodes.empty() && !around.empty()) {
    return context.fail(wrongUsage, "lid «" + arguments.around + "» heeft geen regels in " + document->graph.document);
  }
  draw(view, arguments.form, context);
}

}  // namespace

void addGraph(CLI::App& app, Context& context) {
  CLI::App* command =
      addCommand(app, "graaf", "de regelgraaf, geheel of rond een lid", "beding graaf vandeez --rond 6.8 > 6.8.svg");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("DOC", arguments->document, "bestand, map of meegeleverd document")->required()->option_text(" ");
  command->add_option("--vorm", arguments->form, "svg, dot, json of mermaid; zonder keuze svg")->option_text("VORM");
  command->add_option("--rond", arguments->around, "alleen dit lid en wat eraan vastzit")->option_text("LID");
  command->callback([arguments, &context] { graphCommand(*arguments, context); });
}

}  // namespace beding::cli
