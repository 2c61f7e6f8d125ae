#include "timeline/plain_value.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "timeline/attribute_value.h"

namespace beding {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Takes digits as a number from the left.
struct Digits {
  std::string_view text;
  std::int64_t value = 0;

  /// As many as there are; how many that was.
  std::size_t take() {
    std::size_t count = 0;
    for (; count < text.size() && isDigit(text[count]); ++count) value = value * 10 + (text[count] - '0');
    text.remove_prefix(count);
    return count;
  }
};

/// Euros with at most two decimals, in cents.
bool readCents(std::string_view text, std::int64_t& cents) {
  constexpr std::size_t most = 13;  // digits before the point
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() > most + 3) return false;
  Digits digits{text};
  const std::size_t whole = digits.take();
  if (whole == 0 || whole > most) return false;
  std::size_t decimals = 0;
  if (digits.text.starts_with('.')) {
    digits.text.remove_prefix(1);
    decimals = digits.take();
    if (decimals == 0 || decimals > 2) return false;
  }
  cents = digits.value * (decimals == 0 ? 100 : decimals == 1 ? 10 : 1) * (negative ? -1 : 1);
  return digits.text.empty();
}

/// Whether a value of that type is a text as it was written.
bool isText(Type type, const Written& written) {
  switch (type) {
    case Type::text:
    case Type::reference:
      return written.kind != ScalarKind::truth;
    case Type::form:
      return written.kind == ScalarKind::text;
    case Type::party:
      return isPartyName(written.text);
    default:
      return false;
  }
}

bool isAmong(const std::vector<std::string>& choices, std::string_view text) {
  return choices.empty() || std::find(choices.begin(), choices.end(), text) != choices.end();
}

bool thoroughly(const Attribute& attribute, const Written& written, PlainValue& value) {
  Value any;
  if (attribute.type == Type::list || !acceptValue(attribute, written, any)) return false;
  value = plainOf(any);
  return value.kind != PlainValue::Kind::text;  // its text is about to go
}

/// Of ten characters, of which the fifth is a dash.
std::optional<Date> dayIn(std::string_view text) {
  if (text[7] != '-') return std::nullopt;
  bool areDigits = true;
  const auto two = [&](std::size_t place) {
    const auto digit = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) - unsigned{'0'}; };
    areDigits &= digit(place) < 10 && digit(place + 1) < 10;
    return digit(place) * 10 + digit(place + 1);
  };
  const YearMonthDay parts{static_cast<int>(two(0) * 100 + two(2)), two(5), two(8)};
  return areDigits ? dateOf(parts) : std::nullopt;
}

/// Days of the same ten years have places of their own.
std::size_t placeOf(std::string_view text) {
  const auto digit = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(text[at])} % 16; };
  const std::size_t month = digit(3) * 12 + digit(5) * 10 + digit(6);
  return month * 31 + digit(8) * 10 + digit(9);
}

}  // namespace

/// A calendar is seldom needed twice for one day.
bool DaysRead::find(std::string_view text, Date& day) {
  if (text.size() != length || text[4] != '-') return false;
  if (all_.empty()) all_.resize(places);
  ReadDay& known = all_[placeOf(text) % places];
  if (!same({known.text.data(), length}, text)) {
    const auto found = dayIn(text);
    if (!found) return false;
    std::copy(text.begin(), text.end(), known.text.begin());
    known.day = *found;
  }
  day = known.day;
  return true;
}

bool plainValue(const Attribute& attribute, const Written& written, DaysRead& days, PlainValue& value) {
  using Kind = PlainValue::Kind;
  Date day;
  if (isText(attribute.type, written)) {
    value = PlainValue(written.text);
    return isAmong(attribute.choices, written.text);
  }
  if (std::int64_t cents = 0; attribute.type == Type::money && readCents(written.text, cents)) {
    value = {Kind::cents, cents};
    return true;
  }
  if (attribute.type == Type::date && written.kind == ScalarKind::text && days.find(written.text, day)) {
    value = {Kind::day, day.days};
    return true;
  }
  return thoroughly(attribute, written, value);
}

}  // namespace beding
