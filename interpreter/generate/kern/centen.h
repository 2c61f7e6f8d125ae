// Euros to the cent, exact. What does not fit is refused, never wrapped.
#pragma once

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

namespace beding::kern {

[[noreturn]] inline void te_groot() { throw std::overflow_error("dit bedrag is te groot om mee te rekenen"); }

/// A sum of money in cents, at most a hundred thousand billion euros, so that a sum of two always fits.
class Centen {
 public:
  constexpr Centen() = default;
  constexpr explicit Centen(std::int64_t aantal) : aantal_(aantal) {
    if (aantal > meeste || aantal < -meeste) te_groot();
  }
  static constexpr Centen euro(std::int64_t heel, int cent = 0) {
    if (heel > meeste / 100 || heel < -meeste / 100) te_groot();
    return Centen(heel * 100 + cent);
  }
  constexpr std::int64_t aantal() const { return aantal_; }

  friend constexpr Centen operator+(Centen a, Centen b) { return Centen(a.aantal_ + b.aantal_); }
  friend constexpr Centen operator-(Centen a, Centen b) { return Centen(a.aantal_ - b.aantal_); }
  constexpr Centen& operator+=(Centen b) { return *this = *this + b; }
  constexpr Centen& operator-=(Centen b) { return *this = *this - b; }
  friend constexpr bool operator==(Centen a, Centen b) { return a.aantal_ == b.aantal_; }
  friend constexpr bool operator!=(Centen a, Centen b) { return a.aantal_ != b.aantal_; }
  friend constexpr bool operator<(Centen a, Centen b) { return a.aantal_ < b.aantal_; }
  friend constexpr bool operator>(Centen a, Centen b) { return b < a; }
  friend constexpr bool operator<=(Centen a, Centen b) { return !(b < a); }
  friend constexpr bool operator>=(Centen a, Centen b) { return !(a < b); }

 private:
  static constexpr std::int64_t meeste = 4'000'000'000'000'000'000;
  std::int64_t aantal_ = 0;
};

constexpr Centen minste(Centen a, Centen b) { return a < b ? a : b; }

/// a × b ÷ c to the cent, half away from zero; b and c are not negative.
constexpr std::int64_t deel(std::int64_t a, std::int64_t b, std::int64_t c) {
  constexpr std::int64_t klein = std::int64_t{1} << 30, ruimte = std::numeric_limits<std::int64_t>::max() / 4;
  const bool past = a < klein && a > -klein && b < klein;  // what is small needs no division to know
  if (!past && b != 0 && (a > ruimte / b || a < -ruimte / b)) te_groot();
  const std::int64_t twee = 2 * a * b;
  return (twee + (a < 0 ? -c : c)) / (2 * c);
}

inline constexpr std::size_t euro_lengte = 24;  ///< more than any takes

/// `1234.56`; gives where it ends.
inline char* schrijf_euro(char* uit, Centen bedrag) {
  const std::int64_t cent = bedrag.aantal(), los = cent < 0 ? -cent : cent;
  if (cent < 0) *uit++ = '-';
  int lengte = 1;
  for (std::int64_t heel = los / 1000; heel > 0; heel /= 10) ++lengte;
  std::int64_t heel = los / 100;
  for (int plaats = lengte; plaats-- > 0; heel /= 10) uit[plaats] = static_cast<char>('0' + heel % 10);
  uit += lengte;
  *uit++ = '.';
  *uit++ = static_cast<char>('0' + los / 10 % 10);
  *uit++ = static_cast<char>('0' + los % 10);
  return uit;
}
inline void schrijf(std::string& uit, Centen bedrag) {
  char tekst[euro_lengte];
  uit.append(tekst, static_cast<std::size_t>(schrijf_euro(tekst, bedrag) - tekst));
}

}  // namespace beding::kern
