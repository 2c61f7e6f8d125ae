// Columns and carets are counted in characters. Tabs in the source line are kept in the caret line, so that both line
// up.
#include "diagnostics/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "diagnostics/english.h"

namespace beding {
namespace {

struct Paint {
  std::string_view severity, strong, gutter, off;
};

Paint paintFor(Severity severity, Colour colour) {
  if (colour == Colour::no) return {};
  constexpr std::string_view red = "\x1b[1;31m", yellow = "\x1b[1;33m", cyan = "\x1b[1;36m";
  const auto shade = severity == Severity::error ? red : severity == Severity::warning ? yellow : cyan;
  return {shade, "\x1b[1m", "\x1b[34m", "\x1b[0m"};
}

Phrasing nameOf(Severity severity) {
  switch (severity) {
    case Severity::note:
      return {"let op", "note"};
    case Severity::warning:
      return {"waarschuwing", "warning"};
    case Severity::error:
      break;
  }
  return {"fout", "error"};
}

std::string title(const Diagnostic& d, Language language) {
  return filled(titleOf(*d.kind, language), in(language, d.arguments));
}

std::string remedy(const Diagnostic& d, Language language) {
  return filled(remedyOf(*d.kind, language), in(language, d.arguments));
}

/// The blank under `before`: a tab for a tab, a space for any other character.
std::string blankUnder(std::string_view before) {
  std::string blank;
  for (std::size_t at = 0; at < before.size();) {
    const CodePoint c = decode(before, at);
    if (c.value != 0xFEFF) blank.push_back(c.value == U'\t' ? '\t' : ' ');
    at += c.size;
  }
  return blank;
}

/// The part of the span that lies on its first line.
std::string_view onFirstLine(const SourceFile& file, Span span, std::string_view line) {
  const auto lineEnd = static_cast<std::uint32_t>(line.data() + line.size() - file.text().data());
  return file.text({span.file, span.begin, std::min(span.end, std::max(span.begin, lineEnd))});
}

/// So many characters of a long line are shown, from a little before the place.
constexpr std::size_t widest = 160;
constexpr std::size_t shownBefore = 80;

/// The byte behind the first `count` characters of the text.
std::size_t bytesOf(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size() && count > 0; --count) at += decode(text, at).size;
  return at;
}

/// The part of the line that is shown, so that its `offset`-th byte is in it.
std::string_view windowOn(std::string_view line, std::size_t offset) {
  if (characters(line) <= widest) return line;
  const std::size_t before = characters(line.substr(0, offset));
  line.remove_prefix(bytesOf(line, before > shownBefore ? before - shownBefore : 0));
  return line.substr(0, bytesOf(line, widest));
}

/// The source line with carets below, and `words` behind the carets.
std::string excerpt(const SourceSet& sources, Span span, const Paint& paint, std::string_view words) {
  const SourceFile& file = sources.file(span);
  const std::string_view whole = file.line(span.begin);
  const auto wholeBegin = static_cast<std::uint32_t>(whole.data() - file.text().data());
  const std::string_view line = windowOn(whole, std::max(span.begin, wholeBegin) - wholeBegin);
  const auto lineBegin = static_cast<std::uint32_t>(line.data() - file.text().data());
  const std::string number = fmt::format("{:>5}", file.place(span.begin).line);
  const std::size_t carets = std::max<std::size_t>(1, characters(onFirstLine(file, span, line)));
  const std::string blank = blankUnder(file.text({span.file, lineBegin, std::max(lineBegin, span.begin)}));
  std::string tail = words.empty() ? std::string() : fmt::format(" {}", words);
  return fmt::format("{0}{1} |{2} {3}\n{0}{4:>5} |{2} {5}{6}{7}{8}{2}\n", paint.gutter, number, paint.off,
                     validUtf8(line), "", blank, paint.severity, std::string(carets, '^'), tail);
}

std::string headline(const Diagnostic& d, const SourceSet& sources, const Paint& paint, Language language) {
  const SourceFile& file = sources.file(d.span);
  const Place place = file.place(d.span.begin);
  return fmt::format("{}:{}:{}: {}{}[{}]{}: {}{}{}\n", file.name(), place.line, place.column, paint.severity,
                     nameOf(d.kind->severity).in(language), d.kind->code, paint.off, paint.strong, title(d, language),
                     paint.off);
}

/// "a, b of c"
std::string alternatives(const std::vector<std::string>& names, Language language) {
  const std::string_view last = Phrasing{" of ", " or "}.in(language);
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) result += i + 1 == names.size() ? last : ", ";
    result += fmt::format("\"{}\"", names[i]);
  }
  return result;
}

std::string otherPlaces(const Diagnostic& d, const SourceSet& sources, const Paint& paint, Language language) {
  std::string result;
  for (const Label& label : d.others) {
    const bool elsewhere = label.span.file != d.span.file;
    if (elsewhere) {
      const Place place = sources.file(label.span).place(label.span.begin);
      result += fmt::format("      {}:{}:{}:\n", sources.file(label.span).name(), place.line, place.column);
    }
    result += excerpt(sources, label.span, {paint.gutter, "", paint.gutter, paint.off}, label.text.in(language));
  }
  return result;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : validUtf8(text)) {
    if (c == '"' || c == '\\')
      result += fmt::format("\\{}", c);
    else if (c == '\n')
      result += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20)
      result += fmt::format("\\u{:04x}", static_cast<int>(c));
    else
      result.push_back(c);
  }
  return result + '"';
}

std::string jsonPlace(Span span, const SourceSet& sources) {
  const SourceFile& file = sources.file(span);
  const Place begin = file.place(span.begin);
  const Place end = file.place(span.end);
  return fmt::format(R"("bestand":{},"regel":{},"kolom":{},"eindregel":{},"eindkolom":{})", quoted(file.name()),
                     begin.line, begin.column, end.line, end.column);
}

template <class Elements, class Write>
std::string jsonArray(const Elements& elements, Write write) {
  std::string result = "[";
  for (const auto& element : elements) {
    if (result.size() > 1) result += ",";
    result += write(element);
  }
  return result + "]";
}

std::string jsonObject(const Diagnostic& d, const SourceSet& sources, Language language) {
  const auto label = [&](const Label& other) {
    return fmt::format("{{{},\"tekst\":{}}}", jsonPlace(other.span, sources), quoted(other.text.in(language)));
  };
  const std::string_view severity = d.kind->severity == Severity::note ? "let-op" : nameOf(d.kind->severity).dutch;
  return fmt::format(R"({{"code":{},"naam":{},"ernst":{},"melding":{},{},"remedie":{},"bedoelde_u":{},"ook":{}}})",
                     quoted(d.kind->code), quoted(d.kind->name), quoted(severity), quoted(title(d, language)),
                     jsonPlace(d.span, sources), quoted(remedy(d, language)), jsonArray(d.suggestions, quoted),
                     jsonArray(d.others, label));
}

}  // namespace

std::string textOf(const Diagnostic& diagnostic, const SourceSet& sources, Style style) {
  const Paint paint = paintFor(diagnostic.kind->severity, style.colour);
  std::string result = headline(diagnostic, sources, paint, style.language);
  result += excerpt(sources, diagnostic.span, paint, "");
  result += otherPlaces(diagnostic, sources, paint, style.language);
  if (!diagnostic.suggestions.empty()) {
    result += fmt::format("      {} {}?\n", Phrasing{"bedoelde u:", "did you mean:"}.in(style.language),
                          alternatives(diagnostic.suggestions, style.language));
  }
  const std::string help = remedy(diagnostic, style.language);
  if (!help.empty()) result += fmt::format("      {}\n", help);
  return result;
}

std::vector<const Diagnostic*> inOrder(const Diagnostics& diagnostics) {
  std::vector<const Diagnostic*> result;
  for (const Diagnostic& d : diagnostics.all()) result.push_back(&d);
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return std::tie(a->span.file, a->span.begin) < std::tie(b->span.file, b->span.begin);
  });
  return result;
}

std::string textOf(const Diagnostics& diagnostics, const SourceSet& sources, Style style) {
  std::string result;
  for (const Diagnostic* d : inOrder(diagnostics)) {
    if (!result.empty()) result += "\n";
    result += textOf(*d, sources, style);
  }
  return result;
}

std::string jsonOf(const Diagnostics& diagnostics, const SourceSet& sources, Language language) {
  return jsonArray(inOrder(diagnostics), [&](const Diagnostic* d) { return jsonObject(*d, sources, language); }) + "\n";
}

}  // namespace beding
