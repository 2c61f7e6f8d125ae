// beding opmaak PAD…
#include <filesystem>
#include <fstream>

#include "cli/commands.h"
#include "layout/layout.h"
#include "workspace/documents.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  bool checkOnly = false;
};

/// What became of the files.
struct Count {
  std::size_t files = 0;
  std::size_t changed = 0;
};

/// The file laid out; otherwise its mistakes have been told.
std::optional<std::string> laidOut(const SourceText& source, Context& context) {
  SourceSet sources;
  Diagnostics diagnostics;
  const FileIndex file = sources.add(source.name, source.text);
  auto text = beding::laidOut(sources, file, diagnostics);
  if (!text) {
    context.err << textOf(diagnostics, sources, context.errStyle());
    context.fail(
        negative,
        worded({"«{0}» heeft fouten en is niet opgemaakt", "«{0}» has mistakes and was not laid out"}, {source.name}));
  }
  return text;
}

void layOut(const SourceText& source, const Arguments& arguments, Count& count, Context& context) {
  ++count.files;
  const auto text = laidOut(source, context);
  if (!text || *text == source.text) return;
  ++count.changed;
  if (arguments.checkOnly) {
    context.out << context.said({"{0}: niet opgemaakt\n", "{0}: not laid out\n"}, {source.name});
    context.status = negative;
  } else if (!(std::ofstream(source.name, std::ios::binary) << *text).flush()) {
    context.fail(invalidInput, worded({"«{0}» kan niet geschreven worden", "«{0}» cannot be written"}, {source.name}));
  }
}

/// Standard input, laid out on standard output.
void layOutInput(Context& context) {
  if (const auto text = laidOut({"-", readFile("-").value_or("")}, context)) context.out << *text;
}

bool isOnDisk(const std::string& path) { return std::filesystem::exists(std::filesystem::path(path)); }

void layoutCommand(const Arguments& arguments, Context& context) {
  Count count;
  for (const std::string& path : arguments.paths) {
    if (path == "-") {
      layOutInput(context);
      continue;
    }
    const FoundSources found = findSources(path);
    if (!found.problem.empty()) return context.fail(invalidInput, found.problem);
    if (!isOnDisk(path) && !arguments.checkOnly)
      return context.fail(wrongUsage, worded({"«{0}» zit in het programma; noem een bestand of map",
                                              "«{0}» is part of the program; name a file or folder"},
                                             {path}));
    for (const SourceText& source : found.files) layOut(source, arguments, count, context);
  }
  if (count.files == 0) return;
  const Phrasing told = arguments.checkOnly ? Phrasing("{0} van {1} niet opgemaakt\n", "{0} of {1} not laid out\n")
                                            : Phrasing("{0} van {1} opgemaakt\n", "{0} of {1} laid out\n");
  context.out << context.said(told, {std::to_string(count.changed), std::to_string(count.files)});
}

}  // namespace

void addLayout(CLI::App& app, Context& context) {
  CLI::App* command =
      addCommand(app, context, "opmaak", {"zet bestanden in de vaste opmaak", "lay out files in the canonical way"},
                 "beding opmaak voorwaarden/ --controleer");
  const auto arguments = std::make_shared<Arguments>();
  command
      ->add_option("PAD", arguments->paths,
                   context.said({"bestand of map; - leest de invoer en schrijft de uitvoer",
                                 "file or folder; - reads standard input and writes standard output"}))
      ->required()
      ->option_text("…");
  command->add_flag("--controleer", arguments->checkOnly,
                    context.said({"schrijf niets; zeg welke bestanden anders zouden worden",
                                  "write nothing; say which files would change"}));
  command->callback([arguments, &context] { layoutCommand(*arguments, context); });
}

}  // namespace beding::cli
