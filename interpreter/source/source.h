// Source text and places in it. Places are byte offsets; line and column, counted in characters, are computed
// only when a message is made.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace beding {

/// Index of a file in a SourceSet.
using FileIndex = std::uint32_t;

/// A half-open range of bytes in one file. Cheap to copy; text and lines are looked up in the SourceSet.
struct Span {
  FileIndex file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(Span, Span) = default;
};

/// The smallest span that covers both; both must lie in one file.
Span cover(Span a, Span b);

/// A place as people count: both from 1, columns in characters (code points), not bytes.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// One text with its name as the user gave it. Meant to be UTF-8: the parser reports bytes that are not, and every
/// function here counts such a byte as one character.
class SourceFile {
 public:
  SourceFile(std::string name, std::string text);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text(Span span) const;
  [[nodiscard]] Place place(std::uint32_t offset) const;
  /// The whole line (without its end) on which `offset` lies.
  [[nodiscard]] std::string_view line(std::uint32_t offset) const;

 private:
  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> lineStarts_;
};

/// All files of one compilation; spans refer into it.
class SourceSet {
 public:
  FileIndex add(std::string name, std::string text);
  [[nodiscard]] const SourceFile& file(FileIndex index) const { return files_[index]; }
  [[nodiscard]] const SourceFile& file(Span span) const { return files_[span.file]; }
  [[nodiscard]] std::string_view text(Span span) const { return file(span).text(span); }
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;  ///< a deque, so that views into a text stay good when files are added
};

}  // namespace beding
