#include "portfolio/line_source.h"

#include <algorithm>
#include <cstring>

namespace beding {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 18;

}  // namespace

bool LineSource::canGoBack() {
  const bool can = file_.seekg(0, std::ios::end).good() && file_.seekg(0).good();
  file_.clear();
  return can;
}

std::uint64_t LineSource::size() {
  file_.clear();
  const auto end = file_.seekg(0, std::ios::end).tellg();
  seek(0);
  return end < 0 ? 0 : static_cast<std::uint64_t>(end);
}

bool LineSource::next(std::string_view& line) {
  std::size_t looked = 0;  // bytes that have no line feed
  while (true) {
    const char* const begin = block_.data() + begin_;
    const auto* const feed = static_cast<const char*>(std::memchr(begin + looked, '\n', end_ - begin_ - looked));
    looked = feed != nullptr ? static_cast<std::size_t>(feed - begin) : end_ - begin_;
    if (feed == nullptr && readMore()) continue;
    line = {block_.data() + begin_, looked};
    begin_ += looked + (feed != nullptr ? 1 : 0);
    return feed != nullptr || !line.empty();
  }
}

/// What is left moves to the front of the block, and the file comes behind it.
bool LineSource::readMore() {
  const std::size_t left = end_ - begin_;
  if (block_.size() < left + blockSize) block_.resize(2 * (left + blockSize));
  std::memmove(block_.data(), block_.data() + begin_, left);
  blockAt_ += begin_;
  begin_ = 0;
  file_.read(block_.data() + left, static_cast<std::streamsize>(block_.size() - left));
  end_ = left + static_cast<std::size_t>(file_.gcount());
  return end_ > left;
}

void LineSource::seek(std::uint64_t offset) {
  file_.clear();
  file_.seekg(static_cast<std::streamoff>(offset));
  blockAt_ = offset;
  begin_ = end_ = 0;
}

std::string LineSource::bytes(std::size_t count) {
  while (end_ - begin_ < count && readMore()) {
  }
  std::string text(block_, begin_, std::min(count, end_ - begin_));
  begin_ += text.size();
  return text;
}

}  // namespace beding
