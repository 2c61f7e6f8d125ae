#include "values/value.h"

#include <algorithm>
#include <charconv>

namespace beding {

std::string_view typeName(Type type) {
  switch (type) {
    case Type::money:
      return "geld";
    case Type::date:
      return "datum";
    case Type::instant:
      return "tijdstip";
    case Type::duration:
      return "duur";
    case Type::percentage:
      return "percentage";
    case Type::number:
      return "getal";
    case Type::text:
      return "tekst";
    case Type::truth:
      return "ja/nee";
    case Type::party:
      return "partij";
    case Type::form:
      return "vorm";
    case Type::reference:
      return "verwijzing";
    case Type::list:
      return "lijst";
    case Type::period:
      return "periode";
  }
  return {};
}

Money roundedToCents(const Money& amount) { return {amount.euros.rounded(2)}; }

std::string dutchText(const Money& amount) { return "€ " + dutchText(amount.euros, 2); }

std::string decimalText(const Money& amount) { return amount.euros.text(2); }

char* writeCents(char* to, std::int64_t cents) {
  auto count = static_cast<std::uint64_t>(cents);
  if (cents < 0) {
    *to++ = '-';
    count = 0 - count;
  }
  to = std::to_chars(to, to + centsRoom, count / 100).ptr;
  *to++ = '.';
  *to++ = static_cast<char>('0' + count % 100 / 10);
  *to++ = static_cast<char>('0' + count % 10);
  return to;
}

std::optional<Money> parseMoney(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::optional<Number> euros = parseDecimal(text);
  return euros && text.size() - point <= 3 ? std::optional(Money{*euros}) : std::nullopt;
}

std::optional<Value> valueFrom(const std::string& text, Type type) {
  const auto some = [](const auto& found) { return found ? std::optional<Value>(*found) : std::nullopt; };
  switch (type) {
    case Type::money:
      return some(parseMoney(text));
    case Type::number:
    case Type::percentage:
      return some(parseDecimal(text));
    case Type::date:
    case Type::instant:
      return some(parseMoment(text));
    case Type::duration:
      return some(parseDuration(text));
    default:
      return Value(text);
  }
}

std::vector<std::string> textsOf(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return {*text};
  const auto* list = std::get_if<std::vector<std::string>>(&value);
  return list != nullptr ? *list : std::vector<std::string>();
}

bool isLess(const Value& a, const Value& b) {
  if (const auto* x = std::get_if<Money>(&a), *y = std::get_if<Money>(&b); x != nullptr && y != nullptr) return *x < *y;
  if (const auto* x = std::get_if<Number>(&a), *y = std::get_if<Number>(&b); x != nullptr && y != nullptr)
    return *x < *y;
  const auto *x = std::get_if<Duration>(&a), *y = std::get_if<Duration>(&b);
  if (x == nullptr || y == nullptr) return false;
  const auto months = [](Duration length) { return length.unit == TimeUnit::year ? length.count * 12 : length.count; };
  const bool alike = x->unit == y->unit || (x->unit >= TimeUnit::month && y->unit >= TimeUnit::month);
  return alike && y->unit != TimeUnit::indefinite && x->unit != TimeUnit::indefinite && months(*x) < months(*y);
}

}  // namespace beding
