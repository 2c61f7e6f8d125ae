#include "timeline/plain_value.h"

#include <algorithm>

#include "timeline/attribute_value.h"

namespace beding {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits as a number; past any that is meant when one is none.
unsigned digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) value = isDigit(c) ? value * 10 + static_cast<unsigned>(c - '0') : 1U << 16;
  return value;
}

/// Euros with at most two decimals, in cents.
bool readCents(std::string_view text, std::int64_t& cents) {
  constexpr std::size_t most = 13;  // digits before the point
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t decimals = point == text.size() ? 0 : text.size() - point - 1;
  if (point == 0 || point > most || decimals > 2 || (decimals == 0 && point != text.size())) return false;
  cents = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (!isDigit(text[i])) return false;
    cents = cents * 10 + (text[i] - '0');
  }
  cents *= decimals == 0 ? 100 : decimals == 1 ? 10 : 1;
  if (negative) cents = -cents;
  return true;
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

}  // namespace

bool plainDay(std::string_view text, Date& day) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto found =
      dateOf({static_cast<int>(digits(text.substr(0, 4))), digits(text.substr(5, 2)), digits(text.substr(8, 2))});
  if (found) day = *found;
  return found.has_value();
}

bool plainValue(const Attribute& attribute, const Written& written, PlainValue& value) {
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
  if (attribute.type == Type::date && written.kind == ScalarKind::text && plainDay(written.text, day)) {
    value = {Kind::day, day.days};
    return true;
  }
  return thoroughly(attribute, written, value);
}

}  // namespace beding
