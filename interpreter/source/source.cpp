// Line starts are found once per file; a column is counted only when a message asks for it.
#include "source/source.h"

#include <algorithm>

#include "base/text.h"

namespace beding {
namespace {

std::vector<std::uint32_t> startsOfLines(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

}  // namespace

Span cover(Span a, Span b) { return {a.file, std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

SourceFile::SourceFile(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), lineStarts_(startsOfLines(text_)) {}

std::string_view SourceFile::text(Span span) const {
  const auto begin = std::min<std::size_t>(span.begin, text_.size());
  const auto end = std::clamp<std::size_t>(span.end, begin, text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

Place SourceFile::place(std::uint32_t offset) const {
  const auto bounded = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text_.size()));
  const auto next = std::upper_bound(lineStarts_.begin(), lineStarts_.end(), bounded);
  const std::uint32_t start = *(next - 1);
  const auto before = std::string_view(text_).substr(start, bounded - start);
  // A byte order mark is no character to whoever reads the text.
  const std::size_t mark = start == 0 && before.starts_with("\xEF\xBB\xBF") ? 1 : 0;
  return {static_cast<std::uint32_t>(next - lineStarts_.begin()),
          static_cast<std::uint32_t>(characters(before) - mark + 1)};
}

std::string_view SourceFile::line(std::uint32_t offset) const {
  const auto bounded = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text_.size()));
  const std::uint32_t start = *(std::upper_bound(lineStarts_.begin(), lineStarts_.end(), bounded) - 1);
  auto line = std::string_view(text_).substr(start);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (start == 0 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  return line;
}

FileIndex SourceSet::add(std::string name, std::string text) {
  files_.emplace_back(std::move(name), std::move(text));
  return static_cast<FileIndex>(files_.size() - 1);
}

}  // namespace beding
