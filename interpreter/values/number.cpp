#include "values/number.h"

#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <numeric>
#include <utility>

namespace beding {

struct BigRational {
  boost::multiprecision::cpp_rational value;
};

namespace {

using BigInt = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

// Sums and products of 64-bit fractions always fit in 128 bits, so the fast path needs no check before the end.
__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

UnsignedWide magnitude(Wide value) {
  return value < 0 ? UnsignedWide{0} - static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

UnsignedWide commonDivisor(UnsignedWide a, UnsignedWide b) {
  while (b != 0 && ((a | b) >> 64) != 0) {
    a = std::exchange(b, a % b);
  }
  return b == 0 ? a : std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
}

bool fits(Wide value) { return value >= smallest && value <= largest; }

BigInt bigOf(Wide value) {
  const UnsignedWide bits = magnitude(value);
  BigInt result = static_cast<std::uint64_t>(bits >> 64);
  result <<= 64;
  result += static_cast<std::uint64_t>(bits);
  return value < 0 ? BigInt(-result) : result;
}

constexpr auto powersOfTen = [] {
  std::array<std::int64_t, 19> powers{1};
  for (std::size_t exponent = 1; exponent < powers.size(); ++exponent) {
    powers[exponent] = powers[exponent - 1] * 10;
  }
  return powers;
}();

BigInt powerOfTen(int exponent) { return boost::multiprecision::pow(BigInt(10), static_cast<unsigned>(exponent)); }

}  // namespace

/// The only code that knows both representations.
struct NumberAccess {
  static bool isSmall(const Number& number) { return number.big_ == nullptr; }
  static std::int64_t numerator(const Number& number) { return number.numerator_; }
  static std::int64_t denominator(const Number& number) { return number.denominator_; }

  static Number small(std::int64_t numerator, std::int64_t denominator) {
    Number result;
    result.numerator_ = numerator;
    result.denominator_ = denominator;
    return result;
  }

  /// Precondition: denominator positive.
  static Number lowest(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 1) return small(numerator, 1);
    const std::int64_t divisor =
        std::gcd(denominator, numerator % denominator);  // small numbers sooner than large ones
    return divisor == 1 ? small(numerator, denominator) : small(numerator / divisor, denominator / divisor);
  }

  static Number fromWide(Wide numerator, Wide denominator) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    if (fits(numerator) && fits(denominator))
      return lowest(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    const auto divisor = static_cast<Wide>(commonDivisor(magnitude(numerator), magnitude(denominator)));
    numerator /= divisor;
    denominator /= divisor;
    if (fits(numerator) && fits(denominator)) {
      return small(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    }
    return fromRational(Rational(bigOf(numerator), bigOf(denominator)));
  }

  static Number fromRational(Rational value) {
    const BigInt& top = boost::multiprecision::numerator(value);
    const BigInt& bottom = boost::multiprecision::denominator(value);
    if (top >= smallest && top <= largest && bottom <= largest) {
      return small(static_cast<std::int64_t>(top), static_cast<std::int64_t>(bottom));
    }
    Number result;
    result.big_ = std::make_shared<const BigRational>(BigRational{std::move(value)});
    return result;
  }

  static Rational rational(const Number& number) {
    return isSmall(number) ? Rational(number.numerator_, number.denominator_) : number.big_->value;
  }
};

namespace {

using Access = NumberAccess;

bool bothSmall(const Number& a, const Number& b) { return Access::isSmall(a) && Access::isSmall(b); }
Wide top(const Number& number) { return Access::numerator(number); }
Wide bottom(const Number& number) { return Access::denominator(number); }

/// The numerators over the denominator that both have in common, while all three fit in 64 bits.
std::optional<std::pair<std::int64_t, std::int64_t>> crossed(const Number& a, const Number& b, std::int64_t& common) {
  std::pair<std::int64_t, std::int64_t> parts;
  const bool fits = !__builtin_mul_overflow(Access::numerator(a), Access::denominator(b), &parts.first) &&
                    !__builtin_mul_overflow(Access::numerator(b), Access::denominator(a), &parts.second) &&
                    !__builtin_mul_overflow(Access::denominator(a), Access::denominator(b), &common);
  return fits ? std::optional(parts) : std::nullopt;
}

/// The whole number nearest to the value, half away from zero.
BigInt nearest(const Rational& value) {
  const BigInt twice = boost::multiprecision::denominator(value) * 2;
  const BigInt numerator = abs(boost::multiprecision::numerator(value)) * 2 + boost::multiprecision::denominator(value);
  const BigInt result = numerator / twice;
  return value < 0 ? BigInt(-result) : result;
}

/// The quotient in whole units of 10^-exponent, half up, while everything fits in 64 bits: as nearly every amount does.
std::optional<std::uint64_t> nearestSmall(std::uint64_t numerator, std::size_t exponent, std::int64_t denominator) {
  const auto once = static_cast<std::uint64_t>(denominator);
  std::uint64_t twice = 0;
  const bool fits = !__builtin_mul_overflow(numerator, 2 * static_cast<std::uint64_t>(powersOfTen[exponent]), &twice) &&
                    !__builtin_add_overflow(twice, once, &twice);
  return fits ? std::optional(twice / (2 * once)) : std::nullopt;
}

/// The value in whole units of 10^-decimals, half away from zero, while everything fits in 128 bits.
std::optional<Wide> nearestWide(const Number& number, int decimals) {
  const auto exponent = static_cast<std::size_t>(decimals);
  if (!Access::isSmall(number) || exponent >= powersOfTen.size()) {
    return std::nullopt;
  }
  const Wide scale = powersOfTen[exponent];
  const auto size = static_cast<Wide>(magnitude(top(number)));
  if (const auto units = nearestSmall(static_cast<std::uint64_t>(size), exponent, Access::denominator(number))) {
    return top(number) < 0 ? -Wide{*units} : Wide{*units};
  }
  const Wide units = (size * scale * 2 + bottom(number)) / (bottom(number) * 2);
  return top(number) < 0 ? -units : units;
}

/// A whole number of 10^-decimals units, given by its digits, with a point in front of the last `decimals`.
std::string withPoint(std::string digits, bool negative, int decimals) {
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) {
    digits.insert(0, places + 1 - digits.size(), '0');
  }
  if (places > 0) {
    digits.insert(digits.size() - places, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

std::string digitsOf(Wide value) {
  const UnsignedWide size = magnitude(value);
  const auto low = static_cast<std::uint64_t>(size);
  return size == low ? std::to_string(low) : BigInt(abs(bigOf(value))).str();
}

/// How often the factor goes into the number, which it is divided by on the way.
int divideOut(BigInt& number, int factor) {
  int times = 0;
  while (number % factor == 0) {
    number /= factor;
    ++times;
  }
  return times;
}

/// Decimals needed to write the value exactly, if it can be.
std::optional<int> exactDecimals(const Rational& value) {
  BigInt rest = boost::multiprecision::denominator(value);
  const int twos = divideOut(rest, 2);
  const int fives = divideOut(rest, 5);
  return rest == 1 ? std::optional(std::max(twos, fives)) : std::nullopt;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool allDigits(std::string_view text) {
  for (const char c : text) {
    if (!isDigit(c)) {
      return false;
    }
  }
  return !text.empty();
}

std::int64_t valueOf(std::string_view digits, std::int64_t before = 0) {
  for (const char digit : digits) before = before * 10 + (digit - '0');
  return before;
}

/// The number `whole,fraction`, both of digits only; the fraction may be empty.
Number fromDigits(bool negative, std::string_view whole, std::string_view fraction) {
  if (whole.size() + fraction.size() < powersOfTen.size()) {
    const std::int64_t units = valueOf(fraction, valueOf(whole));
    return Access::lowest(negative ? -units : units, powersOfTen[fraction.size()]);
  }
  const std::string digits = std::string(whole) + std::string(fraction);
  const std::size_t firstDigit = std::min(digits.find_first_not_of('0'), digits.size() - 1);  // "0…" would be octal
  const BigInt units(digits.substr(firstDigit));
  const Rational value(units, powerOfTen(static_cast<int>(fraction.size())));
  return Access::fromRational(negative ? Rational(-value) : value);
}

bool takeMinus(std::string_view& text) {
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative ? 1 : 0);
  return negative;
}

/// Splits at the mark; false when there is a mark with no digits after it.
bool splitFraction(std::string_view text, char mark, std::string_view& whole, std::string_view& fraction) {
  const std::size_t at = text.find(mark);
  whole = text.substr(0, at);
  fraction = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  return at == std::string_view::npos || allDigits(fraction);
}

/// `1.234.567` without its points, if they stand where they should; also `1234567`.
std::optional<std::string> withoutGroups(std::string_view text) {
  const std::size_t firstPoint = text.find('.');
  std::string digits(text.substr(0, firstPoint));
  const bool grouped = firstPoint != std::string_view::npos;
  if (!allDigits(digits) || (grouped && (digits.size() > 3 || digits.front() == '0'))) {
    return std::nullopt;
  }
  for (std::size_t at = firstPoint; at < text.size(); at += 4) {
    const std::string_view group = text.substr(at + 1, 3);
    if (text[at] != '.' || group.size() != 3 || !allDigits(group)) {
      return std::nullopt;
    }
    digits += group;
  }
  return digits;
}

/// A text with a point in Dutch dress: comma for the point, points between thousands.
std::string inDutch(std::string text) {
  const std::size_t point = text.find('.');
  std::size_t at = point == std::string::npos ? text.size() : point;
  if (point != std::string::npos) {
    text[point] = ',';
  }
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  while (at > first + 3) {
    at -= 3;
    text.insert(at, 1, '.');
  }
  return text;
}

constexpr std::array<std::string_view, 20> smallWords = {
    "nul",  "een", "twee",   "drie",    "vier",     "vijf",     "zes",     "zeven",     "acht",     "negen",
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"};
constexpr std::array<std::string_view, 8> tensWords = {"twintig", "dertig",   "veertig", "vijftig",
                                                       "zestig",  "zeventig", "tachtig", "negentig"};

/// `eenentwintig` and `tweeëntwintig` as seen before their tens: `een` + `en`, `twee` + `ën`.
std::optional<std::int64_t> parseUnitsBeforeTens(std::string_view text) {
  for (std::size_t unit = 1; unit < 10; ++unit) {
    const std::string_view joint = smallWords[unit].ends_with('e') ? "ën" : "en";
    if (text == std::string(smallWords[unit]) + std::string(joint)) {
      return static_cast<std::int64_t>(unit);
    }
  }
  return std::nullopt;
}

/// `twintig`, `eenentwintig`
std::optional<std::int64_t> parseTens(std::string_view word) {
  for (std::size_t index = 0; index < tensWords.size(); ++index) {
    if (word.ends_with(tensWords[index])) {
      const std::string_view before = word.substr(0, word.size() - tensWords[index].size());
      const std::optional<std::int64_t> units = before.empty() ? 0 : parseUnitsBeforeTens(before);
      return units ? std::optional(static_cast<std::int64_t>(index + 2) * 10 + *units) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

Number Number::ratio(std::int64_t numerator, std::int64_t denominator) {
  return Access::fromWide(numerator, denominator);
}

Number operator+(const Number& a, const Number& b) {
  std::int64_t sum = 0, whole = 0;
  if (bothSmall(a, b)) {
    const bool alike = a.denominator_ == b.denominator_;
    if (alike && !__builtin_add_overflow(a.numerator_, b.numerator_, &sum)) return Access::lowest(sum, a.denominator_);
    const auto parts = crossed(a, b, whole);
    if (parts && !__builtin_add_overflow(parts->first, parts->second, &sum)) return Access::lowest(sum, whole);
    return Access::fromWide(top(a) * bottom(b) + top(b) * bottom(a), bottom(a) * bottom(b));
  }
  return Access::fromRational(Access::rational(a) + Access::rational(b));
}

Number operator-(const Number& a, const Number& b) {
  std::int64_t difference = 0, whole = 0;
  if (bothSmall(a, b)) {
    const bool alike = a.denominator_ == b.denominator_;
    if (alike && !__builtin_sub_overflow(a.numerator_, b.numerator_, &difference))
      return Access::lowest(difference, a.denominator_);
    const auto parts = crossed(a, b, whole);
    if (parts && !__builtin_sub_overflow(parts->first, parts->second, &difference))
      return Access::lowest(difference, whole);
    return Access::fromWide(top(a) * bottom(b) - top(b) * bottom(a), bottom(a) * bottom(b));
  }
  return Access::fromRational(Access::rational(a) - Access::rational(b));
}

Number operator*(const Number& a, const Number& b) {
  std::int64_t numerator = 0, denominator = 0;
  if (bothSmall(a, b)) {
    const bool narrow = !__builtin_mul_overflow(a.numerator_, b.numerator_, &numerator) &&
                        !__builtin_mul_overflow(a.denominator_, b.denominator_, &denominator);
    if (narrow) return Access::lowest(numerator, denominator);
    return Access::fromWide(top(a) * top(b), bottom(a) * bottom(b));
  }
  return Access::fromRational(Access::rational(a) * Access::rational(b));
}

Number operator/(const Number& a, const Number& b) {
  std::int64_t numerator = 0, denominator = 0;
  if (bothSmall(a, b)) {
    const bool narrow = b.numerator_ > 0 && !__builtin_mul_overflow(a.numerator_, b.denominator_, &numerator) &&
                        !__builtin_mul_overflow(a.denominator_, b.numerator_, &denominator);
    if (narrow) return Access::lowest(numerator, denominator);
    return Access::fromWide(top(a) * bottom(b), bottom(a) * top(b));
  }
  return Access::fromRational(Access::rational(a) / Access::rational(b));
}

bool operator==(const Number& a, const Number& b) {
  if (bothSmall(a, b)) {
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  }
  return Access::isSmall(a) == Access::isSmall(b) && a.big_->value == b.big_->value;
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
  if (bothSmall(a, b)) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    return top(a) * bottom(b) <=> top(b) * bottom(a);
  }
  return Access::rational(a).compare(Access::rational(b)) <=> 0;
}

bool Number::isZero() const { return big_ == nullptr && numerator_ == 0; }

Number Number::rounded(int decimals) const {
  if (const std::optional<Wide> units = nearestWide(*this, decimals)) {
    return Access::fromWide(*units, powersOfTen[static_cast<std::size_t>(decimals)]);
  }
  const BigInt scale = powerOfTen(decimals);
  return Access::fromRational(Rational(nearest(Access::rational(*this) * scale), scale));
}

std::optional<std::int64_t> Number::whole() const {
  if (big_ == nullptr) {
    return numerator_ / denominator_;
  }
  const BigInt part = boost::multiprecision::numerator(big_->value) / boost::multiprecision::denominator(big_->value);
  return part >= smallest && part <= largest ? std::optional(static_cast<std::int64_t>(part)) : std::nullopt;
}

std::string Number::text(int decimals) const {
  if (const std::optional<Wide> units = nearestWide(*this, decimals)) {
    return withPoint(digitsOf(*units), *units < 0, decimals);
  }
  const BigInt units = nearest(Access::rational(*this) * powerOfTen(decimals));
  return withPoint(BigInt(abs(units)).str(), units < 0, decimals);
}

std::string Number::text() const {
  const Rational value = Access::rational(*this);
  const std::optional<int> decimals = exactDecimals(value);
  return decimals ? text(*decimals) : value.str();
}

std::optional<Number> parseDecimal(std::string_view text) {
  std::string_view whole;
  std::string_view fraction;
  if (text.size() > maxNumberText) {
    return std::nullopt;
  }
  const bool negative = takeMinus(text);
  if (!splitFraction(text, '.', whole, fraction) || !allDigits(whole)) {
    return std::nullopt;
  }
  return fromDigits(negative, whole, fraction);
}

std::optional<Number> parseDutchDecimal(std::string_view text) {
  std::string_view grouped;
  std::string_view fraction;
  if (text.size() > maxNumberText) {
    return std::nullopt;
  }
  const bool negative = takeMinus(text);
  if (!splitFraction(text, ',', grouped, fraction)) {
    return std::nullopt;
  }
  const std::optional<std::string> whole = withoutGroups(grouped);
  return whole ? std::optional(fromDigits(negative, *whole, fraction)) : std::nullopt;
}

std::optional<std::int64_t> parseDutchNumberWord(std::string_view word) {
  if (word == "één") {
    return 1;
  }
  if (word == "honderd") {
    return 100;
  }
  for (std::size_t number = 1; number < smallWords.size(); ++number) {
    if (word == smallWords[number]) {
      return static_cast<std::int64_t>(number);
    }
  }
  return parseTens(word);
}

std::string dutchText(const Number& number, int decimals) { return inDutch(number.text(decimals)); }

std::string dutchText(const Number& number) {
  std::string text = number.text();
  return text.find('/') == std::string::npos ? inDutch(std::move(text)) : text;
}

std::string dutchPercentage(const Number& fraction) { return dutchText(fraction * 100) + "%"; }

}  // namespace beding
