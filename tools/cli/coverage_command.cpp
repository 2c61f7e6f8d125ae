// beding dekking DOC [--bron TEKST]
#include <algorithm>
#include <array>

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

constexpr std::array statuses = {
    Phrasing{"uitvoerbaar", "executable"},          Phrasing{"declaratief", "declarative"},
    Phrasing{"niet uitvoerbaar", "not executable"}, Phrasing{"ontbreekt", "missing"},
    Phrasing{"niet in de bron", "not in the text"},
};

std::string statusIn(Language language, const std::string& status) {
  const auto found =
      std::find_if(statuses.begin(), statuses.end(), [&](const Phrasing& each) { return each.dutch == status; });
  return found == statuses.end() ? status : std::string(found->in(language));
}

std::string totals(const std::vector<LidCoverage>& entries, Language language) {
  std::string text = std::to_string(entries.size()) + " leden";
  for (const Phrasing& status : statuses) {
    if (const std::size_t found = count(entries, status.dutch); found > 0)
      text += ", " + std::to_string(found) + " " + std::string(status.in(language));
  }
  return text + "\n";
}

std::string asText(const std::vector<LidCoverage>& entries, Language language) {
  std::string text;
  for (const LidCoverage& entry : entries) {
    const std::string what = entry.reason.empty() ? entry.title : entry.reason;
    std::string line = padded(entry.lid, 11) + "  " + padded(statusIn(language, entry.status), 16) + "  " + what;
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text + totals(entries, language);
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
  context.out << (arguments.json ? asJson(document->graph.document, entries) : asText(entries, context.language));
  if (lids->empty() && !arguments.json)
    context.out << context.said({"zonder brontekst: een lid dat niet in de bestanden staat, is niet genoemd\n",
                                 "without the published text: a lid that is not in the files is not listed\n"});
  if (count(entries, "ontbreekt") + count(entries, "niet in de bron") > 0) context.status = negative;
}

}  // namespace

void addCoverage(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "dekking",
                                 {"elk lid: uitvoerbaar, declaratief, niet uitvoerbaar of ontbrekend",
                                  "every lid: executable, declarative, not executable or missing"},
                                 "beding dekking vandeez --bron voorwaarden-2026.txt");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("DOC", arguments->document, context.said(documentHelp))->required()->option_text(" ");
  command
      ->add_option("--bron", arguments->text,
                   context.said({"neem de nummers uit deze tekst; anders die welke met «beding bron» zijn vastgelegd",
                                 "take the numbers from this text; otherwise those recorded with «beding bron»"}))
      ->option_text("TEKST");
  command->add_flag("--json", arguments->json, context.said(jsonHelp));
  command->callback([arguments, &context] { coverage(*arguments, context); });
}

}  // namespace beding::cli
