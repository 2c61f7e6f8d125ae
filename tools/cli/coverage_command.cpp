// beding dekking DOC [--bron TEKST]
#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "workspace/coverage.h"
#include "workspace/record.h"

namespace beding::cli {
namespace {

std::size_t count(const std::vector<LidCoverage>& entries, std::string_view status) {
  return static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(), [&](const LidCoverage& each) { return each.status == status; }));
}

std::string totals(const std::vector<LidCoverage>& entries) {
  std::string text = std::to_string(entries.size()) + " leden";
  for (const char* status : {"uitvoerbaar", "declaratief", "niet uitvoerbaar", "ontbreekt", "niet in de bron"}) {
    if (const std::size_t found = count(entries, status); found > 0)
      text += ", " + std::to_string(found) + " " + status;
  }
  return text + "\n";
}

std::string asText(const std::vector<LidCoverage>& entries) {
  std::string text;
  for (const LidCoverage& entry : entries) {
    const std::string what = entry.reason.empty() ? entry.title : entry.reason;
    std::string line = padded(entry.lid, 11) + "  " + padded(entry.status, 16) + "  " + what;
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text + totals(entries);
}

std::string asJson(const std::string& document, const std::vector<LidCoverage>& entries) {
  nlohmann::ordered_json json = {{"versie", 1}, {"document", document}, {"leden", nlohmann::ordered_json::array()}};
  for (const LidCoverage& entry : entries) {
    nlohmann::ordered_json lid = {
        {"lid", document + ":" + entry.lid}, {"titel", entry.title}, {"dekking", entry.status}};
    if (!entry.reason.empty()) lid["reden"] = entry.reason;
    json["leden"].push_back(std::move(lid));
  }
  return json.dump(1) + "\n";
}

struct Arguments {
  std::string document;
  std::string text;
  bool json = false;
};

/// The numbers of the published text: of the file that was named, else as recorded beside the document.
std::optional<std::vector<std::string>> originalLids(const Workspace& workspace, const Compiled& document,
                                                     const Arguments& arguments, Context& context) {
  std::vector<std::string> lids;
  if (!arguments.text.empty()) {
    const auto original = originalIn(arguments.text, context);
    if (!original) return std::nullopt;
    for (const OriginalLid& lid : original->leden) lids.push_back(lid.id);
    return lids;
  }
  const auto record = recorded(recordPlace(workspace, document.document, arguments.document));
  for (const Fingerprint& each : record.value_or(std::vector<Fingerprint>{})) lids.push_back(each.lid);
  return lids;
}

void coverage(const Arguments& arguments, Context& context) {
  Workspace workspace;
  const Compiled* document = compiled(workspace, arguments.document, context);
  if (document == nullptr) return;
  const auto lids = originalLids(workspace, *document, arguments, context);
  if (!lids) return;
  const std::vector<LidCoverage> entries = coverageOf(workspace, *document, *lids);
  context.out << (arguments.json ? asJson(document->graph.document, entries) : asText(entries));
  if (lids->empty() && !arguments.json)
    context.out << "zonder brontekst: een lid dat niet in de bestanden staat, is niet genoemd\n";
  if (count(entries, "ontbreekt") + count(entries, "niet in de bron") > 0) context.status = negative;
}

}  // namespace

void addCoverage(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, "dekking", "elk lid: uitvoerbaar, declaratief, niet uitvoerbaar of ontbrekend",
                                 "beding dekking vandeez --bron voorwaarden-2026.txt");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("DOC", arguments->document, "bestand, map of meegeleverd document")->required()->option_text(" ");
  command
      ->add_option("--bron", arguments->text,
                   "neem de nummers uit deze tekst; anders die welke met «beding bron» zijn vastgelegd")
      ->option_text("TEKST");
  command->add_flag("--json", arguments->json, "het antwoord als JSON");
  command->callback([arguments, &context] { coverage(*arguments, context); });
}

}  // namespace beding::cli
