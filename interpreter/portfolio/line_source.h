// A file line by line, read in large blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

namespace beding {

class LineSource {
 public:
  explicit LineSource(const std::string& path) : file_(path, std::ios::binary) {}

  [[nodiscard]] bool isOpen() const { return file_.is_open(); }
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
  /// So many bytes from where it is, as far as they are there.
  std::string bytes(std::size_t count);

 private:
  bool readMore();

  std::ifstream file_;
  std::string block_;
  std::uint64_t blockAt_ = 0;        ///< where in the file the block begins
  std::size_t begin_ = 0, end_ = 0;  ///< of what is not handed out yet
};

}  // namespace beding
