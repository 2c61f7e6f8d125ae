// The only file that knows the JSON library. A line is taken apart without building a tree, so that a float keeps the
// spelling it was written with and a field that is given twice is noticed.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "timeline/lines.h"
#include "timeline/messages.h"
#include "timeline/record.h"

namespace beding {
namespace {

using Json = nlohmann::json;

/// Collects the fields of one object. Returns false, with `problem` set, at the first thing an event cannot hold.
class LineHandler : public nlohmann::json_sax<Json> {
 public:
  explicit LineHandler(Record& record) : record_(record) {}

  bool null() override { return depth_ > 0 || fail(messages::notAnObject()); }
  bool boolean(bool value) override { return add(ScalarKind::truth, value ? "true" : "false"); }
  bool number_integer(std::int64_t value) override { return add(ScalarKind::integer, std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) override { return add(ScalarKind::integer, std::to_string(value)); }
  bool number_float(double, const std::string& written) override { return add(ScalarKind::fraction, written); }
  bool string(std::string& value) override { return add(ScalarKind::text, value); }
  bool binary(Json::binary_t&) override { return false; }

  bool start_object(std::size_t) override { return ++depth_ == 1 || fail(messages::nestedValue(name_)); }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override {
    if (depth_ != 1) return fail(depth_ == 0 ? messages::notAnObject() : messages::nestedValue(name_));
    ++depth_;
    record_.fields.push_back({name_, {}, true});
    return true;
  }
  bool end_array() override {
    --depth_;
    if (record_.fields.back().values.empty()) record_.fields.pop_back();
    return true;
  }

  bool key(std::string& name) override {
    if (std::find(names_.begin(), names_.end(), name) != names_.end()) return fail(messages::duplicateField(name));
    names_.push_back(name);
    name_ = name;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    errorAt = position;
    return false;
  }

  Wording problem;
  std::size_t errorAt = 0;  ///< byte after which the text stopped being JSON, from 1

 private:
  bool fail(Wording message) {
    problem = std::move(message);
    return false;
  }
  bool add(ScalarKind kind, std::string text) {
    if (depth_ == 0) return fail(messages::notAnObject());
    if (depth_ == 1) record_.fields.push_back({name_, {}, false});
    record_.fields.back().values.push_back({kind, std::move(text)});
    return true;
  }

  Record& record_;
  std::string name_;
  std::vector<std::string> names_;
  int depth_ = 0;
};

/// What is open where a line stops being JSON.
struct OpenParts {
  bool inText = false;
  int depth = 0;
  bool closed = false;  ///< the outermost object has ended
  std::string lastText;
};

void scanText(char c, bool& escaped, OpenParts& parts) {
  if (!escaped && c == '"') {
    parts.inText = false;
    return;
  }
  escaped = !escaped && c == '\\';
  parts.lastText += c;
}

OpenParts openParts(std::string_view text) {
  OpenParts parts;
  bool escaped = false;
  for (const char c : text) {
    if (parts.inText) {
      scanText(c, escaped, parts);
    } else if (c == '"') {
      parts.inText = true;
      parts.lastText.clear();
    } else if (c == '{' || c == '[') {
      ++parts.depth;
    } else if (c == '}' || c == ']') {
      parts.closed = --parts.depth == 0;
    }
  }
  return parts;
}

Wording whereItStops(const OpenParts& parts, char last) {
  if (parts.inText)
    return worded({"zij houdt op midden in de tekst \"{0}", "it ends within the text \"{0}"},
                  {shortened(parts.lastText)});
  if (last == ':')
    return worded({"na \"{0}\": ontbreekt de waarde", "the value behind \"{0}\": is missing"},
                  {shortened(parts.lastText)});
  if (last == ',')
    return Phrasing("zij houdt op na een komma, waar nog een veld hoort te komen",
                    "it ends behind a comma, where a field should follow");
  return Phrasing("zij houdt op voordat het object met } gesloten is", "it ends before the object is closed with }");
}

Wording hintFor(std::string_view character, const OpenParts& before) {
  if (character == "'" || character == "‘" || character == "’" || character == "“" || character == "”")
    return Phrasing("namen en teksten staan in JSON tussen rechte dubbele aanhalingstekens: \"op\"",
                    "names and texts stand between straight double quotes in JSON: \"op\"");
  if (before.closed)
    return Phrasing("na het object hoort de regel op te houden; zet elke gebeurtenis op een eigen regel",
                    "the line should end behind the object; put every event on a line of its own");
  return Phrasing(
      "verwacht wordt een object als {\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}: velden "
      "met een komma ertussen, elk een naam, een dubbele punt en een waarde",
      "an object such as {\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"} is expected: fields "
      "with a comma between them, each a name, a colon and a value");
}

/// The column of the first byte that is no UTF-8, or zero.
std::size_t invalidColumn(std::string_view line) {
  std::size_t column = 1;
  for (std::size_t at = 0; at < line.size(); ++column) {
    const CodePoint c = decode(line, at);
    if (!c.valid) return column;
    at += c.size;
  }
  return 0;
}

/// Start of the character that the parser stumbled over; it may report a later byte of it.
std::size_t startOfCharacter(std::string_view line, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) --at;
  return at;
}

Wording explainBroken(std::string_view line, std::size_t errorAt) {
  if (const std::size_t column = invalidColumn(line)) return messages::notUtf8(column);
  const OpenParts whole = openParts(line);
  const bool atEnd = errorAt == 0 || errorAt > line.size() || (whole.inText && errorAt >= line.size());
  const bool incomplete = whole.inText || whole.depth > 0;
  if (atEnd && incomplete) return messages::truncatedJson(whereItStops(whole, line.back()));
  const std::size_t at = startOfCharacter(line, std::min(errorAt == 0 ? 0 : errorAt - 1, line.size() - 1));
  const std::string_view character = line.substr(at, decode(line, at).size);
  const Wording hint = hintFor(character, openParts(line.substr(0, at)));
  return messages::unexpectedJson(character, characters(line.substr(0, at)) + 1, hint);
}

}  // namespace

void readJsonLine(std::string_view line, std::uint32_t number, Records& result) {
  Record record{number, {}};
  LineHandler handler(record);
  if (Json::sax_parse(line.begin(), line.end(), &handler)) {
    result.records.push_back(std::move(record));
    return;
  }
  const bool said = !handler.problem.empty();
  result.problems.push_back({"", number, said ? handler.problem : explainBroken(line, handler.errorAt)});
}

Records readJsonLines(std::string_view text) {
  Records result;
  bool isArray = false;
  eachLine(text, [&](std::string_view line, std::size_t place) {
    isArray = isArray || (place == 0 && line.starts_with('['));
    if (!isArray) readJsonLine(line, static_cast<std::uint32_t>(place + 1), result);
  });
  if (isArray) return {{}, {{"", 1, messages::jsonArray()}}};
  return result;
}

}  // namespace beding
