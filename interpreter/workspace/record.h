// The fingerprints of the published text that a document was made from: `bron.tsv` beside its files, or
// `NAAM.bron.tsv` beside a document of one file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "original/fingerprint.h"
#include "workspace/workspace.h"

namespace beding {

struct RecordPlace {
  std::string path;
  bool shipped = false;  ///< inside the program, so that it cannot be written
};

/// Where the record of the document stands, or would; `name` is how the user named it.
RecordPlace recordPlace(const Workspace& workspace, const Document& document, std::string_view name);

/// What stands there; nothing when there is no record.
std::optional<std::vector<Fingerprint>> recorded(const RecordPlace& place);

}  // namespace beding
