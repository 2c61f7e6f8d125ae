#include "workspace/record.h"

#include <filesystem>

namespace beding {

namespace fs = std::filesystem;

RecordPlace recordPlace(const Workspace& workspace, const Document& document, std::string_view name) {
  const fs::path first = workspace.sources().file(document.files.front()).name();
  const std::string file = document.files.size() == 1 ? first.stem().string() + ".bron.tsv" : "bron.tsv";
  std::error_code error;
  return {(first.parent_path() / file).string(), !fs::exists(fs::path(name), error)};
}

std::optional<std::vector<Fingerprint>> recorded(const RecordPlace& place) {
  const auto text = place.shipped ? shippedFile(place.path) : readFile(place.path);
  return text ? readRecord(*text) : std::nullopt;
}

}  // namespace beding
