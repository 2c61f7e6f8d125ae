#include "workspace/leden.h"

#include <algorithm>

namespace beding {
std::vector<LidPlace> ledenOf(const Workspace& workspace, const Document& document) {
  std::vector<LidPlace> found;
  for (const FileIndex file : document.files) {
    for (const syntax::Article& article : workspace.parsed(file).tree.articles) {
      for (const syntax::Lid& lid : article.lids) found.push_back({syntax::lidName(article, lid), &article, &lid});
    }
  }
  return found;
}

std::string placeOfLid(const Workspace& workspace, const Document& document, std::string_view id) {
  const std::vector<LidPlace> leden = ledenOf(workspace, document);
  for (; !id.empty(); id = outerLid(id)) {
    const auto place = std::find_if(leden.begin(), leden.end(), [&](const LidPlace& each) { return each.id == id; });
    if (place == leden.end()) continue;
    const SourceFile& file = workspace.sources().file(place->lid->span);
    return file.name() + ":" + std::to_string(file.place(place->lid->span.begin).line);
  }
  return {};
}

std::string_view outerLid(std::string_view id) {
  const std::size_t point = id.rfind('.');
  return point == std::string_view::npos ? std::string_view() : id.substr(0, point);
}

}  // namespace beding
