// How C sees what C++ has: handles, codes, bytes. Also for the calls that compile.
#pragma once

#include <cstring>

#include "beding/beding_c.h"
#include "library/guard.h"

struct beding_graph {
  beding::v1::Graph graph;
};

namespace beding::v1 {

/// A copy with a zero behind it, for C to free; nothing when there is no memory.
inline char* copied(std::string_view text) {
  char* copy = new (std::nothrow) char[text.size() + 1];
  if (copy == nullptr) return nullptr;
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return copy;
}

/// Hands the error over to who asked for it.
inline beding_code told(const Error& from, beding_error** error) {
  const auto code = static_cast<beding_code>(from.code);
  if (error != nullptr)
    *error = new (std::nothrow) beding_error{code, copied(from.message.dutch), copied(from.message.english)};
  return code;
}

/// Hands over what `act` made, or why it made nothing.
template <class Act, class Hand>
beding_code handed(beding_error** error, Act act, Hand hand) noexcept {
  auto result = guarded([&] {
    auto made = act();
    if (made) hand(std::move(*made));
    return made;
  });
  return result ? BEDING_OK : told(result.error(), error);
}

template <class... Pointers>
bool anyNull(Pointers... pointers) {
  return ((pointers == nullptr) || ...);
}

inline beding_code toldNull(beding_error** error) {
  return told(wrong(Code::wrongUsage, Phrasing("een argument is NULL", "an argument is NULL")), error);
}

}  // namespace beding::v1
