// A file line by line, read in large blocks. Every call may throw PortfolioError, as reading may fail.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

namespace beding {

class LineSource {
 public:
  /// `-` is the standard input. Throws PortfolioError when there is no such file to read.
  explicit LineSource(const std::string& path);

  /// A pipe can be read only once.
  bool canGoBack();
  /// In bytes, of a file that can be read again; it is at its beginning afterwards.
  std::uint64_t size();
  /// The next line without its line feed; it is there until the next call.
  bool next(std::string_view& line);
  /// Where in the file a byte of that line stands, or where the next line begins.
  [[nodiscard]] std::uint64_t offsetOf(const char* byte) const {
    return blockAt_ + static_cast<std::uint64_t>(byte - block_.data());
  }
  [[nodiscard]] std::uint64_t offset() const { return blockAt_ + begin_; }
  /// Goes on from there.
  void seek(std::uint64_t offset);
  /// Goes back to the beginning of the line that was handed out last.
  void handBack(std::string_view line) { begin_ = static_cast<std::size_t>(line.data() - block_.data()); }
  /// So many bytes from where it is, as far as they are there; until the next call.
  std::string_view peek(std::size_t count);
  /// Goes on behind so many of those that are there.
  void skip(std::size_t count) { begin_ = std::min(begin_ + count, end_); }

 private:
  bool readMore();

  std::string path_;
  std::ifstream file_;
  std::string block_;
  std::uint64_t blockAt_ = 0;        ///< where in the file the block begins
  std::size_t begin_ = 0, end_ = 0;  ///< of what is not handed out yet
};

}  // namespace beding
