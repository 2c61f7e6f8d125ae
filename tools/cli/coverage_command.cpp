// beding dekking DOC
#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "workspace/coverage.h"

namespace beding::cli {
namespace {

std::size_t count(const std::vector<LidCoverage>& entries, std::string_view status) {
  return static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(), [&](const LidCoverage& each) { return each.status == status; }));
}

std::string padded(const std::string& text, std::size_t width) {
  return text.size() < width ? text + std::string(width - text.size(), ' ') : text;
}

std::string totals(const std::vector<LidCoverage>& entries) {
  std::string text = std::to_string(entries.size()) + " leden";
  for (const char* status : {"uitvoerbaar", "declaratief", "niet uitvoerbaar", "ontbreekt"}) {
    if (const std::size_t found = count(entries, status); found > 0)
      text += ", " + std::to_string(found) + " " + status;
  }
  return text + "\n";
}

std::string asText(const std::vector<LidCoverage>& entries) {
  std::string text;
  for (const LidCoverage& entry : entries) {
    const std::string what = entry.reason.empty() ? entry.title : entry.reason;
    std::string line = padded(entry.lid, 8) + "  " + padded(entry.status, 16) + "  " + what;
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

void coverage(const std::string& name, bool json, Context& context) {
  Workspace workspace;
  const Compiled* document = compiled(workspace, name, context);
  if (document == nullptr) return;
  const std::vector<LidCoverage> entries = coverageOf(workspace, *document);
  context.out << (json ? asJson(document->graph.document, entries) : asText(entries));
  if (count(entries, "ontbreekt") > 0) context.status = negative;
}

}  // namespace

void addCoverage(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, "dekking", "elk lid: uitvoerbaar, declaratief, niet uitvoerbaar of ontbrekend",
                                 "beding dekking vandeez");
  const auto document = std::make_shared<std::string>();
  const auto json = std::make_shared<bool>(false);
  command->add_option("DOC", *document, "bestand, map of meegeleverd document")->required()->option_text(" ");
  command->add_flag("--json", *json, "het antwoord als JSON");
  command->callback([document, json, &context] { coverage(*document, *json, context); });
}

}  // namespace beding::cli
