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

constexpr std::array<std::string_view, 4> changeNames = {"ongewijzigd", "gewijzigd", "nieuw", "verdwenen"};

std::string nameOf(ChangeKind kind) { return std::string(changeNames[static_cast<std::size_t>(kind)]); }

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
};

/// `de tekst van 6.4`, `regel 171 van de tekst`, and the clause that may have to follow.
std::string remarks(const Comparison& comparison, const LidChange& change) {
  std::vector<std::string> parts;
  if (!change.was.empty()) parts.push_back("was " + change.was);
  if (const OriginalLid* lid = findLid(comparison.original, change.lid); lid != nullptr)
    parts.push_back("regel " + std::to_string(lid->line) + " van de tekst");
  const std::string place = placeOfLid(comparison.workspace, comparison.document, change.lid);
  parts.push_back(place.empty() ? "niet geformaliseerd" : place);
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string lineOf(const Comparison& comparison, const LidChange& change) {
  if (change.kind == ChangeKind::same) return padded(change.lid, 12) + "  ongewijzigd\n";
  return padded(change.lid, 12) + "  " + padded(nameOf(change.kind), 11) + "  " + remarks(comparison, change) + "\n";
}

std::string totals(const std::vector<LidChange>& changes) {
  std::string text = std::to_string(changes.size()) + " leden";
  for (const ChangeKind kind : {ChangeKind::same, ChangeKind::changed, ChangeKind::added, ChangeKind::gone}) {
    if (const std::size_t found = count(changes, kind); found > 0)
      text += ", " + std::to_string(found) + " " + nameOf(kind);
  }
  return text + "\n";
}

std::string asText(const Comparison& comparison, bool all) {
  std::string text;
  for (const LidChange& change : comparison.changes) {
    if (all || change.kind != ChangeKind::same) text += lineOf(comparison, change);
  }
  return text + totals(comparison.changes);
}

std::string asJson(const Comparison& comparison) {
  using Json = nlohmann::ordered_json;
  const std::string& name = comparison.document.name;
  Json json = {{"versie", 1}, {"document", name}, {"leden", Json::array()}};
  for (const LidChange& change : comparison.changes) {
    Json lid = {{"lid", name + ":" + change.lid}, {"tekst", nameOf(change.kind)}};
    if (!change.was.empty()) lid["was"] = name + ":" + change.was;
    json["leden"].push_back(std::move(lid));
  }
  return json.dump(1) + "\n";
}

/// Writes the fingerprints of this text as those the clauses were made from.
void record(const RecordPlace& place, const Original& original, Context& context) {
  if (!(std::ofstream(place.path, std::ios::binary) << recordText(fingerprintsOf(original))).flush())
    return context.fail(invalidInput, "«" + place.path + "» kan niet geschreven worden");
  context.out << original.leden.size() << " leden vastgelegd in " << place.path << '\n';
}

void sourceCommand(const Arguments& arguments, Context& context) {
  Workspace workspace;
  const auto document = opened(workspace, arguments.document, context);
  if (!document) return;
  const auto original = originalIn(arguments.text, context);
  if (!original) return;
  const RecordPlace place = recordPlace(workspace, *document, arguments.document);
  if (arguments.record && place.shipped) {
    return context.fail(wrongUsage, "«" + arguments.document +
                                        "» zit in het programma en kan niets vastleggen; noem de map met de bestanden");
  }
  const auto before = recorded(place);
  if (before) {
    const Comparison comparison{workspace, *document, *original, changesOf(*before, fingerprintsOf(*original))};
    context.out << (arguments.json ? asJson(comparison) : asText(comparison, arguments.all));
    if (!isSame(comparison.changes)) context.status = arguments.record ? done : negative;
  } else if (!arguments.record) {
    return context.fail(invalidInput, "bij " + document->name + " is nog geen bron vastgelegd (" + place.path +
                                          "); leg deze tekst vast met --vastleggen");
  }
  if (arguments.record) record(place, *original, context);
}

}  // namespace

void addSource(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, "bron", "welke leden van de brontekst zijn veranderd sinds zij zijn vastgelegd",
                                 "beding bron vandeez voorwaarden-2026.txt");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("DOC", arguments->document, "bestand, map of meegeleverd document")->required()->option_text(" ");
  command->add_option("TEKST", arguments->text, "de voorwaarden als platte tekst; - leest de standaardinvoer")
      ->required()
      ->option_text(" ");
  command->add_flag("--vastleggen", arguments->record, "bewaar de vingerafdrukken van deze tekst bij het document");
  command->add_flag("--alles", arguments->all, "noem ook wat niet veranderd is");
  command->add_flag("--json", arguments->json, "het antwoord als JSON, met alle leden");
  command->callback([arguments, &context] { sourceCommand(*arguments, context); });
}

}  // namespace beding::cli
