// How C sees what C++ has: handles, codes, bytes. Also for the calls that compile.
#pragma once

#include <cstring>
#include <memory>

#include "beding/beding_c.h"
#include "library/guard.h"

struct beding_graph {
  beding::v1::Graph graph;
};

struct beding_evaluation {
  beding::v1::Evaluation evaluation;
};

struct beding_outcomes {
  beding::v1::Outcomes outcomes;
};

struct beding_explanations {
  std::vector<beding::v1::Explanation> explanations;
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

/// Hands over a text, for C to free.
inline void hand(beding_bytes* bytes, const std::string& text) {
  char* data = copied(text);
  if (data == nullptr) throw std::bad_alloc();
  *bytes = {data, text.size()};
}

inline void hand(beding_text* into, const Text& text) {
  std::unique_ptr<char[]> dutch(copied(text.dutch)), english(copied(text.english));
  if (!dutch || !english) throw std::bad_alloc();
  *into = {dutch.release(), english.release()};
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

/// The same for what is a text.
template <class Into, class Act>
beding_code handedText(Into* into, beding_error** error, Act act) noexcept {
  return handed(error, act, [&](const auto& made) { hand(into, made); });
}

template <class... Pointers>
bool anyNull(Pointers... pointers) {
  return ((pointers == nullptr) || ...);
}

inline beding_code toldNull(beding_error** error) {
  return told(wrong(Code::wrongUsage, Phrasing("een argument is NULL", "an argument is NULL")), error);
}

/// What may be left out.
inline std::string_view orEmpty(const char* text) { return text == nullptr ? std::string_view() : text; }

/// The readings; texts that are NULL are no readings, and refused as such.
inline std::vector<std::string> readingsIn(const char* const* readings, std::size_t count) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < count; ++i) result.emplace_back(orEmpty(readings[i]));
  return result;
}

inline beding_date dateOf(const Date& date) { return {date.year, date.month, date.day}; }

}  // namespace beding::v1
