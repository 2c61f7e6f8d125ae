// Exact rational numbers with a fast path: 64-bit numerator and denominator while they fit, big ones beyond.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace beding {

struct BigRational;  // cpp_rational, known only to number.cpp

/// An exact rational. Always in lowest terms, denominator positive; small whenever it fits in 64 bits, so equal
/// numbers have equal representations. Immutable, cheap to copy.
class Number {
 public:
  Number() = default;
  Number(std::int64_t whole) : numerator_(whole) {}  // NOLINT: whole numbers are numbers
  template <std::floating_point Inexact>
  Number(Inexact) = delete;
  static Number ratio(std::int64_t numerator, std::int64_t denominator);

  friend Number operator+(const Number& a, const Number& b);
  friend Number operator-(const Number& a, const Number& b);
  friend Number operator*(const Number& a, const Number& b);
  /// Precondition: b is not zero.
  friend Number operator/(const Number& a, const Number& b);
  friend bool operator==(const Number& a, const Number& b);
  friend std::strong_ordering operator<=>(const Number& a, const Number& b);

  [[nodiscard]] bool isZero() const;
  /// Half away from zero, to so many decimals.
  [[nodiscard]] Number rounded(int decimals) const;
  /// The whole part, when it fits in 64 bits.
  [[nodiscard]] std::optional<std::int64_t> whole() const;
  /// With a point and exactly so many decimals, rounded half away from zero: `1210.00`.
  [[nodiscard]] std::string text(int decimals) const;
  /// Shortest exact decimal with a point, or `n/d` when there is none.
  [[nodiscard]] std::string text() const;

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  std::shared_ptr<const BigRational> big_;  ///< set only when the value does not fit the two fields above
  friend struct NumberAccess;
};

/// Longest text, in characters, that is read as a number.
inline constexpr std::size_t maxNumberText = 100;

/// Reads a decimal with a point and no thousands separators: `1210.00`, `-3`, `8.05`.
std::optional<Number> parseDecimal(std::string_view text);
/// Reads a Dutch number: `1.234,56`, `2.500.000,00`, `8,05`, `5`. Points stand between groups of three or nowhere.
std::optional<Number> parseDutchDecimal(std::string_view text);
/// Reads a number word: `één`, `een`, `veertien`, `eenentwintig`, `negentig`, `honderd` (1 to 100, lower case).
std::optional<std::int64_t> parseDutchNumberWord(std::string_view word);

/// As Dutch writes it: `1.234,56`. With exactly so many decimals, or as few as are exact (else `n/d`).
std::string dutchText(const Number& number, int decimals);
std::string dutchText(const Number& number);
/// A fraction as a percentage: 104/1000 is `10,4%`.
std::string dutchPercentage(const Number& fraction);

}  // namespace beding
