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
    context.fail(wrongUsage, worded({"er is geen vorm «{0}»; kies uit svg, dot, json, mermaid",
                                     "there is no form «{0}»; choose from svg, dot, json, mermaid"},
                                    {form}));
  } else if (const auto svg = draw::svgOf(view)) {
    context.out << *svg;
  } else {
    context.fail(internalError,
                 Phrasing("de tekening is niet gelukt; probeer --vorm dot", "the drawing failed; try --vorm dot"));
  }
}

void graphCommand(const Arguments& arguments, Context& context) {
  Workspace workspace(Scenarios::passedOver);
  const Compiled* document = runnable(workspace, arguments.document, context);
  if (document == nullptr) return;
  std::string around = arguments.around;
  if (const std::size_t colon = around.find(':'); colon != std::string::npos) around.erase(0, colon + 1);
  const graph::View view = graph::viewOf(document->graph, around);
  if (view.nodes.empty() && !around.empty()) {
    return context.fail(wrongUsage, worded({"lid «{0}» heeft geen regels in {1}", "lid «{0}» has no rules in {1}"},
                                           {arguments.around, document->graph.document}));
  }
  draw(view, arguments.form, context);
}

}  // namespace

void addGraph(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "graaf",
                                 {"de regelgraaf, geheel of rond een lid", "the rule graph, whole or around a lid"},
                                 "beding graaf vandeez --rond 6.8 > 6.8.svg");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("DOC", arguments->document, context.said(documentHelp))->required()->option_text(" ");
  command
      ->add_option("--vorm", arguments->form,
                   context.said({"svg, dot, json of mermaid; zonder keuze svg",
                                 "svg, dot, json or mermaid; without a choice svg"}))
      ->option_text("VORM");
  command
      ->add_option("--rond", arguments->around,
                   context.said({"alleen dit lid en wat eraan vastzit", "only this lid and what is tied to it"}))
      ->option_text("LID");
  command->callback([arguments, &context] { graphCommand(*arguments, context); });
}

}  // namespace beding::cli
