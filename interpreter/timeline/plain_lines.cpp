#include "timeline/plain_lines.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "base/text.h"
#include "timeline/attribute_value.h"
#include "timeline/draft.h"
#include "timeline/lines.h"
#include "timeline/plain_value.h"

namespace beding {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Where the quotes of a line stand: a bit for every byte.
class Quotes {
 public:
  /// False when a quote does not end a text wherever it stands, or a byte is none that a text may hold.
  bool find(std::string_view line) {
    if (line.size() > longest) return false;
    line_ = line;
    const BytesSeen seen =
        eachBits(line, '"', '\\', [&](std::uint64_t bits, std::size_t at) { all_[at / bytesTogether] = bits; });
    return !seen.special && (!seen.beyondAscii || isUtf8(line));
  }
  /// The first that stands there or behind it; the end of the line when there is none.
  [[nodiscard]] const char* from(const char* there) const {
    auto at = static_cast<std::size_t>(there - line_.data());
    for (std::size_t shift = at % bytesTogether; at < line_.size(); at += bytesTogether - shift, shift = 0)
      if (const std::uint64_t bits = all_[at / bytesTogether] >> shift; bits != 0)
        return line_.data() + at + static_cast<unsigned>(std::countr_zero(bits));
    return line_.data() + line_.size();
  }

 private:
  static constexpr std::size_t longest = 4096;  // bytes

  std::string_view line_;
  std::array<std::uint64_t, longest / bytesTogether> all_;
};

/// Takes an object apart from the left. Its closing brace is the last byte: nothing is looked for behind it.
class Scanner {
 public:
  Scanner(std::string_view line, const Quotes& quotes)
      : at_(line.data()), last_(line.data() + line.size() - 1), quotes_(quotes) {}

  [[nodiscard]] bool atEnd() const { return at_ == last_; }

  bool take(char expected) {
    if (*at_ != expected || atEnd()) return false;
    ++at_;
    skipSpaces();
    return true;
  }

  bool text(std::string_view& found) {
    if (*at_ != '"') return false;
    const char* const begin = at_ + 1;
    const char* const end = quotes_.from(begin);
    if (end > last_) return false;
    found = {begin, static_cast<std::size_t>(end - begin)};
    at_ = end + 1;
    skipSpaces();
    return true;
  }

  bool value(Written& found) {
    found.kind = ScalarKind::text;
    if (*at_ == '"') return text(found.text) && !found.text.empty();
    return word("true", found) || word("false", found) || wholeNumber(found);
  }

 private:
  void skipSpaces() {
    while (*at_ == ' ') ++at_;
  }

  bool word(std::string_view expected, Written& found) {
    if (!std::string_view(at_, static_cast<std::size_t>(last_ - at_)).starts_with(expected)) return false;
    found = {ScalarKind::truth, {at_, expected.size()}};
    at_ += expected.size();
    skipSpaces();
    return true;
  }

  /// As it would be written again: no zero in front, and it fits in 64 bits.
  bool wholeNumber(Written& found) {
    const char* const begin = at_;
    if (*at_ == '-') ++at_;
    const char* const digits = at_;
    while (isDigit(*at_)) ++at_;
    found = {ScalarKind::integer, {begin, static_cast<std::size_t>(at_ - begin)}};
    skipSpaces();
    const std::size_t count = found.text.size() - static_cast<std::size_t>(digits - begin);
    return count > 0 && count < 19 && (*digits != '0' || found.text == "0");
  }

  const char* at_;
  const char* const last_;
  const Quotes& quotes_;
};

/// Whether it may be one object on a line.
bool isObject(std::string_view line, Quotes& quotes) {
  return line.size() >= 2 && line.back() == '}' && quotes.find(line);
}

/// The values of a line that is laid out like that; none is empty. False when it is not.
bool valuesOf(std::string_view line, const Quotes& quotes, const LineLayout& layout, LineValues& values) {
  const char* at = line.data();
  const char* const end = at + line.size();
  const auto follows = [&](std::string_view text) {
    return static_cast<std::size_t>(end - at) >= text.size() && same({at, text.size()}, text);
  };
  for (std::size_t i = 0; i < layout.values.size(); ++i) {
    const std::string& before = layout.values[i].before;
    if (!follows(before)) return false;
    const char* const begin = at + before.size();
    at = quotes.from(begin);
    if (at == begin) return false;
    values[i] = {begin, static_cast<std::size_t>(at - begin)};
  }
  return !layout.values.empty() && same({at, static_cast<std::size_t>(end - at)}, layout.behind);
}

/// The places of meanings are bits.
constexpr std::size_t mostFields = 64;

constexpr std::string_view typeField = "gebeurtenis";

/// So many lines of another layout are taken for exceptions.
constexpr std::uint32_t usualPatience = 8;

template <class Text>
bool readText(const Written& value, Text& text) {
  text = value.text;
  return value.kind != ScalarKind::truth;
}

bool readMoment(const Written& value, std::optional<Moment>& moment) {
  if (value.kind == ScalarKind::text) moment = parseMoment(value.text);
  return moment.has_value();
}

}  // namespace

bool PlainObject::read(std::string_view line) {
  Quotes quotes;
  if (!isObject(line, quotes)) return false;
  Scanner scanner(line, quotes);
  count_ = 0;
  if (!scanner.take('{')) return false;
  do {
    if (count_ == members_.size()) return false;
    Member& member = members_[count_++];
    if (!scanner.text(member.name) || !scanner.take(':') || !scanner.value(member.value)) return false;
  } while (scanner.take(','));
  return scanner.atEnd();
}

PlainLines::PlainLines(const std::vector<EventType>& types) {
  for (const EventType& type : types) {
    const auto id = eventTypeNamed(types, type.name);
    Kind kind = kindOf(types, *id);
    if (fold(type.name) != judgementType && kind.meanings.size() <= mostFields)
      kinds_.try_emplace(type.name, std::move(kind));
  }
  kindOfType_.resize(types.size());
  for (const auto& [name, kind] : kinds_) kindOfType_[kind.type.index] = &kind;
}

PlainLines::Kind PlainLines::kindOf(const std::vector<EventType>& types, EventTypeId id) {
  const EventType& type = at(types, id);
  Kind kind{id, type.attributes.size(), {}, 0, type.name == agreementType};
  for (const auto& [name, general] : {std::pair{"op", General::op},
                                      {typeField.data(), General::type},
                                      {"overeenkomst", General::contract},
                                      {"id", General::id}})
    kind.meanings.push_back(meaningOf(type, name, general));
  for (const Attribute& attribute : type.attributes)
    if (!isGeneralField(attribute.name)) kind.meanings.push_back(meaningOf(type, attribute.name, General::none));
  for (const auto& [name, general] :
       {std::pair{"vastgelegd", General::recorded}, {"betreft", General::about}, {"toelichting", General::remark}})
    kind.meanings.push_back(meaningOf(type, name, general));
  const auto isRequired = [](const Meaning& each) { return each.attribute != nullptr && mustBeGiven(*each.attribute); };
  for (std::size_t place = 0; place < std::min(kind.meanings.size(), mostFields); ++place)
    if (place == 0 || isRequired(kind.meanings[place])) kind.required |= std::uint64_t{1} << place;  // first is `op`
  return kind;
}

PlainLines::Meaning PlainLines::meaningOf(const EventType& type, std::string_view name, General general) {
  const auto index = attributeIndex(type, name);
  if (!index) return {name, general, nullptr, 0};
  return {name, general, &type.attributes[*index], *index};
}

bool PlainLines::read(std::string_view line, std::uint32_t number, Event& event) const {
  PlainObject object;
  const Kind* const kind = object.read(line) ? kindOf(object) : nullptr;
  if (kind == nullptr) return false;
  event.type = kind->type;
  event.line = event.position = number;
  event.attributes.resize(kind->attributes);
  if ((take(*kind, object, event, event) & 1) == 0) return false;  // `op`
  if (event.key.empty()) event.key = keyOfLine(number);
  return true;
}

bool PlainLines::read(std::string_view line, std::uint32_t number, LineLayouts& layouts, PlainTimeline& plain) const {
  Quotes quotes;
  if (!isObject(line, quotes)) return false;
  LineLayout& layout = layouts.of(line);
  LineValues values;
  if (valuesOf(line, quotes, layout, values)) {
    layout.patience = usualPatience;
    return add(layout, {values.data(), layout.values.size()}, number, plain);
  }
  PlainObject object;
  const Kind* const kind = object.read(line) ? add(object, number, plain) : nullptr;
  if (kind != nullptr) learn(*kind, line, object, layouts);
  return kind != nullptr;
}

bool PlainLines::add(const LineLayout& layout, std::span<const std::string_view> values, std::uint32_t number,
                     PlainTimeline& plain) const {
  const Kind& kind = *kindOfType_[layout.type.index];
  PlainEvent& event = begin(kind, number, plain);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!takeField(kind.meanings[layout.values[i].meaning], {ScalarKind::text, values[i]}, event, plain)) return false;
  end(event, plain);
  return true;
}

/// A line that is not laid out like one before it; null when that cannot be.
const PlainLines::Kind* PlainLines::add(const PlainObject& object, std::uint32_t number, PlainTimeline& plain) const {
  const Kind* const kind = kindOf(object);
  if (kind == nullptr || kind->agrees) return nullptr;
  PlainEvent& event = begin(*kind, number, plain);
  const std::uint64_t seen = take(*kind, object, event, plain);
  if ((seen & kind->required) != kind->required) return nullptr;
  end(event, plain);
  return kind;
}

bool PlainLines::read(const PackedLines& kept, const PackedLines::Place& from, PlainTimeline& plain) const {
  std::uint32_t number = from.lines;
  bool all = true;
  kept.each(layouts_, from, [&](const LineLayout* layout, std::span<const std::string_view> values) {
    ++number;
    all = all && (layout != nullptr ? add(*layout, values, number, plain) : addOther(values.front(), number, plain));
  });
  return all;
}

/// A line as it stands, which may be empty.
bool PlainLines::addOther(std::string_view line, std::uint32_t number, PlainTimeline& plain) const {
  bool all = true;
  eachLine(line, [&](std::string_view text, std::size_t) {
    PlainObject object;
    all = object.read(text) && add(object, number, plain) != nullptr;
  });
  return all;
}

void PlainLines::keep(std::string_view line, PackedLines& kept) const {
  Quotes quotes;
  if (!isObject(line, quotes)) return kept.add(line);
  LineValues values;
  const auto fits = [&](const LineLayout& layout) { return valuesOf(line, quotes, layout, values); };
  std::uint8_t layout = layouts_.find(fits);
  if (layout == 0 && learn(line)) layout = layouts_.find(fits);
  if (layout == 0 || !kept.add(layout, {values.data(), layouts_[layout].values.size()})) kept.add(line);
}

/// Remembers how the line is laid out, if that is of any use.
bool PlainLines::learn(std::string_view line) const {
  PlainObject object;
  const Kind* const kind = object.read(line) ? kindOf(object) : nullptr;
  std::optional<LineLayout> layout = kind != nullptr ? layoutOf(*kind, line, object) : std::nullopt;
  if (layout) layouts_.add(std::move(*layout));
  return layout.has_value();
}

PlainEvent& PlainLines::begin(const Kind& kind, std::uint32_t number, PlainTimeline& plain) {
  PlainEvent& event = plain.events.emplace_back();
  event.type = kind.type;
  event.line = number;
  event.firstValue = plain.values.size();
  plain.values.resize(plain.values.size() + kind.attributes);
  return event;
}

void PlainLines::end(PlainEvent& event, PlainTimeline& plain) {
  if (event.key.empty()) event.key = plain.keys.emplace_back(keyOfLine(event.line));
}

namespace {

/// What the object says of that name; empty when it says nothing.
Written saidOf(const PlainObject& object, std::string_view name) {
  const auto* const member = std::find_if(object.begin(), object.end(),
                                          [&](const PlainObject::Member& each) { return same(each.name, name); });
  return member == object.end() ? Written() : member->value;
}

}  // namespace

/// When its values are all texts, and it has every field that has to be there and none twice.
std::optional<LineLayout> PlainLines::layoutOf(const Kind& kind, std::string_view line, const PlainObject& object) {
  LineLayout layout{kind.type, {}, {}, usualPatience};
  std::uint64_t seen = 0;
  const char* begin = line.data();  // of what stands before the next value
  for (const PlainObject::Member& member : object) {
    const auto meaning = std::find_if(kind.meanings.begin(), kind.meanings.end(),
                                      [&](const Meaning& each) { return each.name == member.name; });
    const auto place = static_cast<std::size_t>(meaning - kind.meanings.begin());
    if (meaning == kind.meanings.end() || (seen >> place & 1) != 0) return std::nullopt;
    seen |= std::uint64_t{1} << place;
    const bool isType = meaning->general == General::type;
    if (member.value.kind != ScalarKind::text || (isType && meaning->attribute != nullptr)) return std::nullopt;
    if (isType) continue;
    layout.values.push_back({{begin, member.value.text.data()}, place});
    begin = member.value.text.data() + member.value.text.size();
  }
  layout.behind.assign(begin, line.data() + line.size());
  return (seen & kind.required) == kind.required && !kind.agrees ? std::optional(std::move(layout)) : std::nullopt;
}

/// Keeps how the line is laid out, unless lines like another one are still expected there.
void PlainLines::learn(const Kind& kind, std::string_view line, const PlainObject& object, LineLayouts& layouts) {
  if (LineLayout& other = layouts.of(line); other.patience > 0) return void(--other.patience);
  auto layout = layoutOf(kind, line, object);
  if (!layout) return;
  layouts.typeAt(static_cast<std::size_t>(saidOf(object, typeField).text.data() - line.data()));
  layouts.of(line) = std::move(*layout);
}

const PlainLines::Kind* PlainLines::kindOf(const PlainObject& object) const {
  const Written type = saidOf(object, typeField);
  if (type.kind != ScalarKind::text) return nullptr;
  const auto kind = kinds_.find(type.text);
  return kind == kinds_.end() ? nullptr : &kind->second;
}

template <class AnyEvent, class Whole>
bool PlainLines::takeField(const Meaning& meaning, const Written& value, AnyEvent& event, Whole& whole) {
  if (meaning.general != General::none && !takeGeneral(meaning.general, value, event, whole)) return false;
  return meaning.attribute == nullptr || takeAttribute(meaning, value, event, whole);
}

/// Which meanings it has, by place. None at a field that is not known by this very name, is there twice, or has a value
/// that is not its own. Whoever writes lines writes their fields mostly in one order.
template <class AnyEvent, class Whole>
std::uint64_t PlainLines::take(const Kind& kind, const PlainObject& object, AnyEvent& event, Whole& whole) {
  std::uint64_t seen = 0;
  const std::size_t count = kind.meanings.size();
  std::size_t next = 0;
  for (const PlainObject::Member& member : object) {
    std::size_t tried = 0;
    for (; tried < count && !same(kind.meanings[next].name, member.name); ++tried)
      next = next + 1 == count ? 0 : next + 1;
    if (tried == count || (seen >> next & 1) != 0) return 0;
    seen |= std::uint64_t{1} << next;
    const Meaning& meaning = kind.meanings[next];
    next = next + 1 == count ? 0 : next + 1;
    if (!takeField(meaning, member.value, event, whole)) return 0;
  }
  return seen;
}

bool PlainLines::takeAttribute(const Meaning& meaning, const Written& written, Event& event, Event&) {
  Value& value = event.attributes[meaning.index];
  if (isKnown(value) || meaning.attribute->type == Type::list) return false;
  return acceptValue(*meaning.attribute, written, value);
}

bool PlainLines::takeAttribute(const Meaning& meaning, const Written& written, PlainEvent& event,
                               PlainTimeline& plain) {
  PlainValue& value = plain.values[event.firstValue + meaning.index];
  if (value.kind != PlainValue::Kind::absent || !plainValue(*meaning.attribute, written, plain.days, value))
    return false;
  if (meaning.attribute->isKey)
    plain.brought.push_back(value.text());
  else if (meaning.attribute->type == Type::reference)
    plain.references.push_back(value.text());
  return true;
}

bool PlainLines::takeGeneral(General general, const Written& value, Event& event, Event&) {
  std::optional<Moment> moment;
  switch (general) {
    case General::op:
      if (readMoment(value, moment)) event.at = *moment;
      return moment.has_value();
    case General::id:
      return readText(value, event.key);
    case General::recorded:
      return readMoment(value, event.recorded);
    case General::contract:
      return readText(value, event.contract);
    case General::about:
      event.about.emplace_back(value.text);
      return true;
    case General::none:
    case General::type:
    case General::remark:
      return true;
  }
  return false;
}

bool PlainLines::takeGeneral(General general, const Written& value, PlainEvent& event, PlainTimeline& plain) {
  std::optional<Moment> moment;
  switch (general) {
    case General::op:
      return value.kind == ScalarKind::text && plain.days.find(value.text, event.at);
    case General::id:
      return readText(value, event.key);
    case General::recorded:
      return readMoment(value, moment);
    case General::contract:
      return readText(value, event.contract);
    case General::about:
      return readText(value, plain.references.emplace_back());
    case General::none:
    case General::type:
    case General::remark:
      return true;
  }
  return false;
}

}  // namespace beding
