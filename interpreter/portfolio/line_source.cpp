#include "portfolio/line_source.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "portfolio/portfolio_error.h"

namespace beding {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 18;

std::string fileOf(const std::string& path) { return path == "-" ? "/dev/stdin" : path; }

/// Why it cannot be opened.
Phrasing cause(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return {"dat is een map; noem het bestand met de gebeurtenissen",
            "that is a folder; name the file that has the events"};
  if (!std::filesystem::exists(path, ignored))
    return {"dat bestand is er niet; kijk na hoe het heet en in welke map het staat",
            "there is no such file; see what it is called and in which folder it is"};
  return {"het is er, en mag niet gelezen worden; kijk de rechten van het bestand na",
          "it is there, and may not be read; see the permissions of the file"};
}

[[noreturn]] void cannotRead(const std::string& path, const Phrasing& why) {
  throw PortfolioError(worded({"kan «{0}» niet lezen: {1}", "cannot read «{0}»: {1}"}, {path, why}));
}

}  // namespace

LineSource::LineSource(const std::string& path) : path_(path), file_(fileOf(path), std::ios::binary) {
  if (!file_.is_open() || std::filesystem::is_directory(fileOf(path))) cannotRead(path, cause(fileOf(path)));
}

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
  if (file_.bad())
    cannotRead(path_, {"het lezen mislukt halverwege; kijk of de schijf of verbinding nog werkt, en begin opnieuw",
                       "reading fails half-way; see whether the disk or connection still works, and start again"});
  end_ = left + static_cast<std::size_t>(file_.gcount());
  return end_ > left;
}

void LineSource::seek(std::uint64_t offset) {
  file_.clear();
  file_.seekg(static_cast<std::streamoff>(offset));
  blockAt_ = offset;
  begin_ = end_ = 0;
}

std::string_view LineSource::peek(std::size_t count) {
  while (end_ - begin_ < count && readMore()) {
  }
  return std::string_view(block_).substr(begin_, std::min(count, end_ - begin_));
}

}  // namespace beding
