#include "explain/json_text.h"

#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "base/text.h"

namespace beding {

namespace {

/// Most texts need no care; those with quotes, control characters or what is no UTF-8 go to the library.
bool isPlain(std::string_view text) {
  const BytesSeen seen = lookThrough<'"', '\\'>(text);
  return !seen.special && (!seen.beyondAscii || isUtf8(text));
}

}  // namespace

void appendText(JsonText& out, std::string_view text) {
  if (isPlain(text)) {
    ((out += '"') += text) += '"';
  } else {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

}  // namespace beding
