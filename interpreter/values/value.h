// What attributes, parameters and expressions hold: the closed set of types of the language and their values.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "values/duration.h"
#include "values/moment.h"
#include "values/number.h"

namespace beding {

/// The types of the language. `reference` is a key of an instance, `list` a set of texts.
// clang-format off
enum class Type : std::uint8_t {
  money, date, instant, duration, percentage, number, text, truth, party, form, reference, list, period,
};
// clang-format on

/// The Dutch name of a type as declarations write it: "geld", "ja/nee".
std::string_view typeName(Type type);

/// Kleene truth. `unknown` is neither yes nor no and never counts as either.
enum class Truth : std::uint8_t { no, yes, unknown };

constexpr Truth operator&&(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::no) return Truth::no;
  return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}
constexpr Truth operator!(Truth a) { return a == Truth::unknown ? a : a == Truth::yes ? Truth::no : Truth::yes; }
constexpr Truth operator||(Truth a, Truth b) { return !(!a && !b); }

/// Euros, exact. Rounding to cents happens only where an amount is posted (`roundedToCents`).
struct Money {
  Number euros;
  friend bool operator==(const Money&, const Money&) = default;
  friend std::strong_ordering operator<=>(const Money&, const Money&) = default;
  friend Money operator+(const Money& a, const Money& b) { return {a.euros + b.euros}; }
  friend Money operator-(const Money& a, const Money& b) { return {a.euros - b.euros}; }
  friend Money operator*(const Money& amount, const Number& factor) { return {amount.euros * factor}; }
};

/// Half away from zero, to the cent: what is done when an amount is posted.
Money roundedToCents(const Money& amount);
/// `€ 1.234,56`, `€ -0,50`; to the cent.
std::string dutchText(const Money& amount);
/// `1234.56`; to the cent.
std::string decimalText(const Money& amount);
/// Writes whole cents in the same way there, in at most `centsRoom` bytes; where that ends.
char* writeCents(char* to, std::int64_t cents);
inline constexpr std::size_t centsRoom = 24;
/// Reads an amount with a point and at most two decimals: `1210.00`, `1210`, `-3.5`. `1.210` is refused: it looks like
/// a Dutch thousand.
std::optional<Money> parseMoney(std::string_view text);

/// A value of any type; monostate stands for "not known". Percentages are Numbers (5% is 5/100).
/// Text also carries references, forms, parties and periods.
using Value =
    std::variant<std::monostate, Truth, Number, Money, Moment, Duration, std::string, std::vector<std::string>>;

/// Reads a text as a value of the type: amounts, numbers and percentages with a point (a percentage as a fraction),
/// moments and durations as a timeline writes them; of any other type the text itself. Nothing when it is none.
std::optional<Value> valueFrom(const std::string& text, Type type);

/// A text, or the texts of a list; none of any other value.
std::vector<std::string> textsOf(const Value& value);

/// Whether `a` is less: amounts, numbers, and durations that can be compared without a day to count from. No otherwise.
bool isLess(const Value& a, const Value& b);

[[nodiscard]] inline bool isKnown(const Value& value) { return !std::holds_alternative<std::monostate>(value); }

}  // namespace beding
