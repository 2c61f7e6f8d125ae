#include "timeline/packed_lines.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace beding {

void LastingLayouts::add(LineLayout layout) {
  const std::lock_guard lock(adding_);
  const std::size_t count = count_.load(std::memory_order_relaxed);
  if (count == all_.size()) return;
  all_[count] = std::move(layout);
  count_.store(count + 1, std::memory_order_release);
}

bool PackedLines::add(std::uint8_t layout, std::span<const std::string_view> values) {
  constexpr std::size_t longest = std::numeric_limits<unsigned char>::max();
  std::size_t size = 1;
  for (const std::string_view value : values) {
    if (value.size() > longest) return false;
    size += 1 + value.size();
  }
  begin(size);
  bytes_.push_back(static_cast<char>(layout));
  for (const std::string_view value : values) {
    bytes_.push_back(static_cast<char>(value.size()));
    bytes_.insert(bytes_.end(), value.begin(), value.end());
  }
  return true;
}

void PackedLines::add(std::string_view line) {
  const auto size = static_cast<LongSize>(line.size());
  std::array<char, sizeof size> before{};
  std::memcpy(before.data(), &size, sizeof size);
  begin(1 + before.size() + line.size());
  bytes_.push_back(0);
  bytes_.insert(bytes_.end(), before.begin(), before.end());
  bytes_.insert(bytes_.end(), line.begin(), line.end());
}

void PackedLines::cut(const Place& end, const Place& last) {
  bytes_.resize(end.bytes);
  count_ = end.lines;
  last_ = last;
}

std::string PackedLines::text(const LastingLayouts& layouts) const {
  std::string text;
  each(layouts, {}, [&](const LineLayout* layout, std::span<const std::string_view> values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      (layout == nullptr ? text : text += layout->values[i].before) += values[i];
    (layout == nullptr ? text : text += layout->behind) += '\n';
  });
  return text;
}

std::string_view PackedLines::takeLong(const char*& at) {
  LongSize size = 0;
  std::memcpy(&size, at, sizeof size);
  at += sizeof size;
  return take(at, size);
}

/// Another line of that size. There is made a little more room than it needs: contracts are many, and grow slowly.
void PackedLines::begin(std::size_t size) {
  const std::size_t needed = bytes_.size() + size;
  if (needed > bytes_.capacity()) bytes_.reserve(needed + needed / 8);
  last_ = end();
  ++count_;
}

}  // namespace beding
