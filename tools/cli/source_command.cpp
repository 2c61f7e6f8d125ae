// beding bron DOC TEKST
#include <algorithm>
#include <array>
#include <fstream>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "workspace/leden.h"
#include "workspace/record.h"

namespace beding::cli {
namespace {

struct Arguments {
  std::string document;
  std::string text;
  bool record = false;
  bool all = false;
  bool json = false;
};

constexpr std::array changeNames = {Phrasing{"ongewijzigd", "unchanged"}, Phrasing{"gewijzigd", "changed"},
                                    Phrasing{"nieuw", "new"}, Phrasing{"verdwenen", "gone"}};

std::string nameOf(ChangeKind kind, Language language) {
  return std::string(changeNames[static_cast<std::size_t>(kind)].in(language));
}

std::size_t count(const std::vector<LidChange>& changes, ChangeKind kind) {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(), [&](const LidChange& each) { return each.kind == kind; }));
}

bool isSame(const std::vector<LidChange>& changes) { return count(changes, ChangeKind::same) == changes.size(); }

/// What the answer is made of.
struct Comparison {
  const Workspace& workspace;
  const Document& document;
  const Original& original;
  std::vector<LidChange> changes;
  Language language = Language::dutch;
};

/// `de tekst van 6.4`, `regel 171 van de tekst`, and the clause that may have to follow.
std::string remarks(const Comparison& comparison, const LidChange& change) {
  std::vector<std::string> parts;
  const Language language = comparison.language;
  if (!change.was.empty()) parts.push_back("was " + change.was);
  if (const OriginalLid* lid = findLid(comparison.original, change.lid); lid != nullptr)
    parts.push_back(
        worded({"regel {0} van de tekst", "line {0} of the text"}, {std::to_string(lid->line)}).in(language));
  const std::string place = placeOfLid(comparison.workspace, comparison.document, change.lid);
  parts.push_back(place.empty() ? std::string(Phrasing("niet geformaliseerd", "not formalised").in(language)) : place);
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string lineOf(const Comparison& comparison, const LidChange& change) {
  const std::string name = nameOf(change.kind, comparison.language);
  if (change.kind == ChangeKind::same) return padded(change.lid, 12) + "  " + name + "\n";
  return padded(change.lid, 12) + "  " + padded(name, 11) + "  " + remarks(comparison, change) + "\n";
}

std::string totals(const std::vector<LidChange>& changes, Language language) {
  std::string text = std::to_string(changes.size()) + " leden";
  for (const ChangeKind kind : {ChangeKind::same, ChangeKind::changed, ChangeKind::added, ChangeKind::gone}) {
    if (const std::size_t found = count(changes, kind); found > 0)
      text += ", " + std::to_string(found) + " " + nameOf(kind, language);
  }
  return text + "\n";
}

std::string asText(const Comparison& comparison, bool all) {
  std::string text;
  for (const LidChange& change : comparison.changes) {
    if (all || change.kind != ChangeKind::same) text += lineOf(comparison, change);
  }
  return text + totals(comparison.changes, comparison.language);
}

std::string asJson(const Comparison& comparison) {
  using Json = nlohmann::ordered_json;
  const std::string& name = comparison.document.name;
  Json json = {{"versie", 1}, {"document", name}, {"leden", Json::array()}};
  for (const LidChange& change : comparison.changes) {
    Json lid = {{"lid", name + ":" + change.lid}, {"tekst", nameOf(change.kind, Language::dutch)}};
    if (!change.was.empty()) lid["was"] = name + ":" + change.was;
    json["leden"].push_back(std::move(lid));
  }
  return json.dump(1) + "\n";
}

/// Writes the fingerprints of this text as those the clauses were made from.
void record(const RecordPlace& place, const Original& original, Context& context) {
  if (!(std::ofstream(place.path, std::ios::binary) << recordText(fingerprintsOf(original))).flush())
    return context.fail(invalidInput,
                        worded({"«{0}» kan niet geschreven worden", "«{0}» cannot be written"}, {place.path}));
  context.out << context.said({"{0} leden vastgelegd in {1}\n", "{0} leden recorded in {1}\n"},
                              {std::to_string(original.leden.size()), place.path});
}

void sourceCommand(const Arguments& arguments, Context& context) {
  Workspace workspace;
  const auto document = opened(workspace, arguments.document, context);
  if (!document) return;
  const auto original = originalIn(arguments.text, context);
  if (!original) return;
  const RecordPlace place = recordPlace(workspace, *document, arguments.document);
  if (arguments.record && place.shipped) {
    return context.fail(wrongUsage,
                        worded({"«{0}» zit in het programma en kan niets vastleggen; noem de map met de bestanden",
                                "«{0}» is inside the program and can record nothing; name the folder with its files"},
                               {arguments.document}));
  }
  const auto before = recorded(place);
  if (before) {
    const Comparison comparison{workspace, *document, *original, changesOf(*before, fingerprintsOf(*original)),
                                context.language};
    context.out << (arguments.json ? asJson(comparison) : asText(comparison, arguments.all));
    if (!isSame(comparison.changes)) context.status = arguments.record ? done : negative;
  } else if (!arguments.record) {
    return context.fail(invalidInput,
                        worded({"bij {0} is nog geen bron vastgelegd ({1}); leg deze tekst vast met --vastleggen",
                                "no text has been recorded with {0} yet ({1}); record this one with --vastleggen"},
                               {document->name, place.path}));
  }
  if (arguments.record) record(place, *original, context);
}

}  // namespace

void addSource(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "bron",
                                 {"welke leden van de brontekst zijn veranderd sinds zij zijn vastgelegd",
                                  "which leden of the published text changed since they were recorded"},
                                 "beding bron vandeez voorwaarden-2026.txt");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("DOC", arguments->document, context.said(documentHelp))->required()->option_text(" ");
  command
      ->add_option("TEKST", arguments->text,
                   context.said({"de voorwaarden als platte tekst; - leest de standaardinvoer",
                                 "the terms as plain text; - reads standard input"}))
      ->required()
      ->option_text(" ");
  command->add_flag("--vastleggen", arguments->record,
                    context.said({"bewaar de vingerafdrukken van deze tekst bij het document",
                                  "keep the fingerprints of this text with the document"}));
  command->add_flag("--alles", arguments->all,
                    context.said({"noem ook wat niet veranderd is", "also list what did not change"}));
  command->add_flag("--json", arguments->json,
                    context.said({"het antwoord als JSON, met alle leden", "the answer as JSON, with all leden"}));
  command->callback([arguments, &context] { sourceCommand(*arguments, context); });
}

}  // namespace beding::cli
