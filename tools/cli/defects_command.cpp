// beding controleer --bron DOC [TEKST]
#include <map>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "workspace/defects.h"

namespace beding::cli {
namespace {

std::string totals(const std::vector<Defect>& defects, bool hasText, const Context& context) {
  std::map<std::string, std::size_t> counts;
  for (const Defect& defect : defects) ++counts[defect.kind];
  std::string text =
      std::to_string(defects.size()) +
      (defects.size() == 1 ? context.said({" bevinding", " finding"}) : context.said({" bevindingen", " findings"}));
  for (const auto& [kind, count] : counts) text += ", " + std::to_string(count) + " " + kind;
  return text + (hasText ? "\n"
                         : context.said({"; met de brontekst erbij wordt ook die nagekeken\n",
                                         "; given the published text, that is checked too\n"}));
}

std::string asText(const std::vector<Defect>& defects, bool hasText, const Context& context) {
  std::string text;
  for (const Defect& defect : defects) {
    text += padded(defect.lid, 10) + "  " + padded(defect.kind, 13) + "  " + defect.text + "  [" + defect.place + "]\n";
  }
  return text + totals(defects, hasText, context);
}

std::string asJson(const std::string& document, const std::vector<Defect>& defects) {
  using Json = nlohmann::ordered_json;
  Json json = {{"versie", 1}, {"document", document}, {"bevindingen", Json::array()}};
  for (const Defect& defect : defects) {
    json["bevindingen"].push_back({{"lid", document + ":" + defect.lid},
                                   {"soort", defect.kind},
                                   {"tekst", defect.text},
                                   {"plaats", defect.place}});
  }
  return json.dump(1) + "\n";
}

}  // namespace

void checkOriginal(const std::vector<std::string>& paths, bool json, Context& context) {
  if (paths.size() > 2)
    return context.fail(wrongUsage, Phrasing("--bron wil een document en ten hoogste een tekst",
                                             "--bron takes a document and at most one text"));
  Workspace workspace;
  const Compiled* document = compiled(workspace, paths.front(), context);
  if (document == nullptr) return;
  std::optional<Original> original;
  if (paths.size() == 2) {
    original = originalIn(paths.back(), context);
    if (!original) return;
  }
  const std::vector<Defect> defects = defectsOf(workspace, *document, original ? &*original : nullptr);
  context.out << (json ? asJson(document->graph.document, defects) : asText(defects, original.has_value(), context));
  if (!defects.empty()) context.status = negative;
}

}  // namespace beding::cli
