// beding compileer DOC -o F.bgraf, beding compileer DOC --naar cpp -o MAP
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "bgraf/bgraf.h"
#include "cli/commands.h"
#include "generate/generate.h"
#include "generate/reach.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::string document;
  std::string target = "bgraf";
  std::string file;
  std::vector<std::string> lids;
  bool alone = false;
};

bool write(const std::string& name, const std::string& bytes, Context& context) {
  std::ofstream file(name, std::ios::binary);
  file << bytes;
  if (file.flush()) return true;
  context.fail(invalidInput, worded({"{0} kan niet worden geschreven", "{0} cannot be written"}, {name}));
  return false;
}

void tellCompiled(const std::string& name, const graph::Graph& graph, Context& context) {
  context.out << context.said({"{0}: {1} gecompileerd\n", "{0}: {1} compiled\n"}, {name, graph.document});
}

/// What stands in the way, sentence by sentence.
void tellObstacles(const std::vector<generate::Obstacle>& obstacles, Context& context) {
  for (const generate::Obstacle& obstacle : obstacles) {
    const std::string place =
        obstacle.file.empty() ? "" : " (" + obstacle.file + ":" + std::to_string(obstacle.line) + ")";
    context.err << obstacle.lid << place << ": " << obstacle.what.in(context.language) << "\n";
  }
  const Wording sentences = obstacles.size() == 1
                                ? Wording(Phrasing("een zin", "one sentence"))
                                : worded({"{0} zinnen", "{0} sentences"}, {std::to_string(obstacles.size())});
  context.fail(negative, worded({"van {0} kan geen C++ gemaakt worden; er is niets geschreven. Kies leden met «--lid»",
                                 "no C++ can be made of {0}; nothing has been written. Choose leden with «--lid»"},
                                {sentences}));
}

/// Every lid by itself, with what it depends on: whether it can be generated.
void tellPossible(const graph::Graph& graph, Context& context) {
  for (const generate::Possible& possible : generate::possibleLids(graph)) {
    const auto& obstacles = possible.alone.empty() ? possible.obstacles : possible.alone;
    const char* can = possible.obstacles.empty() ? "ja" : possible.alone.empty() ? "alleen" : "nee";
    context.out << possible.lid << "\t" << can << "\t";
    if (!obstacles.empty())
      context.out << obstacles.front().what.in(context.language) << " (" << obstacles.front().lid << ")";
    context.out << "\n";
  }
}

/// Whether each of them has an outcome, or holds a lid that does; otherwise says which has none.
bool areLids(const graph::Graph& graph, const std::vector<std::string>& lids, Context& context) {
  const std::vector<std::string> known = generate::lidsOf(graph);
  for (const std::string& lid : lids) {
    if (std::any_of(known.begin(), known.end(), [&](const auto& each) { return generate::isUnder(each, {lid}); }))
      continue;
    const std::vector<std::string> meant = nearest(lid, known);
    const Wording help = meant.empty() ? worded({"kijk met «beding compileer {0} --naar cpp» welke er zijn",
                                                 "see with «beding compileer {0} --naar cpp» which there are"},
                                                {graph.document})
                                       : worded({"bedoelde u «{0}»?", "did you mean «{0}»?"}, {meant.front()});
    context.fail(wrongUsage,
                 worded({"lid «{0}» van {1} heeft geen uitkomsten; {2}", "lid «{0}» of {1} has no outcomes; {2}"},
                        {lid, graph.document, help}));
    return false;
  }
  return true;
}

void toCpp(const graph::Graph& graph, const Arguments& arguments, Context& context) {
  if (arguments.file.empty()) return tellPossible(graph, context);
  if (!areLids(graph, arguments.lids, context)) return;
  std::string command = "beding compileer " + graph.document + " --naar cpp";
  for (const std::string& lid : arguments.lids) command += " --lid " + lid;
  if (arguments.alone) command += " --alleen";
  const generate::Generated generated = generate::toCpp(graph, {arguments.lids, arguments.alone}, command);
  if (!generated.obstacles.empty()) return tellObstacles(generated.obstacles, context);
  std::error_code ignored;
  std::filesystem::create_directories(arguments.file, ignored);
  const std::string name = (std::filesystem::path(arguments.file) / (graph.document + ".h")).string();
  if (write(name, generated.header, context)) tellCompiled(name, graph, context);
}

void compileCommand(const Arguments& arguments, Context& context) {
  const bool cpp = arguments.target == "cpp";
  if (arguments.target != "bgraf" && !cpp)
    return context.fail(wrongUsage, worded({"naar «{0}» kan niet gecompileerd worden; kies bgraf of cpp",
                                            "there is no compiling to «{0}»; choose bgraf or cpp"},
                                           {arguments.target}));
  if (!cpp && (arguments.file.empty() || !arguments.lids.empty()))
    return context.fail(wrongUsage, {Phrasing{"naar bgraf vraagt «-o BESTAND», zonder «--lid»",
                                              "to bgraf asks for «-o FILE», without «--lid»"}});
  if (arguments.alone && arguments.lids.empty())
    return context.fail(wrongUsage, {Phrasing{"«--alleen» vraagt om leden; noem ze met «--lid»",
                                              "«--alleen» asks for leden; name them with «--lid»"}});
  Workspace workspace;
  const Compiled* document = isBgraf(arguments.document) ? runnable(workspace, arguments.document, context)
                                                         : compiled(workspace, arguments.document, context);
  if (document == nullptr) return;
  if (cpp) return toCpp(document->graph, arguments, context);
  if (write(arguments.file, toBgraf(document->graph), context)) tellCompiled(arguments.file, document->graph, context);
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
                   context.said({"bgraf (zonder keuze ook), of cpp: één header in C++17",
                                 "bgraf (also without a choice), or cpp: one header in C++17"}))
      ->option_text("VORM");
  command
      ->add_option("--lid", arguments->lids,
                   context.said({"bij cpp: alleen dit lid, met wat het nodig heeft; mag vaker",
                                 "with cpp: only this lid, with what it needs; may be repeated"}))
      ->option_text("LID");
  command->add_flag("--alleen", arguments->alone,
                    context.said({"bij --lid: alsof het document geen andere leden heeft",
                                  "with --lid: as if the document had no other leden"}));
  command
      ->add_option(
          "-o", arguments->file,
          context.said({"het bestand dat geschreven wordt; bij cpp de map, en zonder -o per lid of het kan",
                        "the file that is written; with cpp the folder, and without -o per lid whether it can"}))
      ->option_text(context.said({"BESTAND", "FILE"}));
  command->callback([arguments, &context] { compileCommand(*arguments, context); });
}

}  // namespace beding::cli
