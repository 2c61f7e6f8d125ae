// Numbers, exact: hoeveelheden, percentages, and money that is reckoned with before it is rounded.
#pragma once

#include <cstdint>
#include <limits>
#include <numeric>
#include <string>

#include "generate/kern/centen.h"
#include "generate/kern/waarheid.h"

namespace beding::kern {

/// A fraction in lowest terms. What does not fit is refused, never wrapped.
class Getal {
 public:
  constexpr Getal() = default;
  constexpr explicit Getal(std::int64_t heel) : teller_(heel) {}
  static constexpr Getal breuk(std::int64_t teller, std::int64_t noemer) {
    const std::int64_t deler = std::gcd(teller, noemer) * (noemer < 0 ? -1 : 1);
    return {teller / deler, noemer / deler};
  }
  constexpr std::int64_t teller() const { return teller_; }
  constexpr std::int64_t noemer() const { return noemer_; }
  constexpr bool is_nul() const { return teller_ == 0; }
  /// Euros to the cent, half away from zero.
  constexpr Centen centen() const { return Centen(deel(teller_, 100, noemer_)); }

  friend constexpr Getal operator+(Getal a, Getal b) {
    const std::int64_t deler = std::gcd(a.noemer_, b.noemer_);
    return breuk(plus(maal(a.teller_, b.noemer_ / deler), maal(b.teller_, a.noemer_ / deler)),
                 maal(a.noemer_ / deler, b.noemer_));
  }
  friend constexpr Getal operator-(Getal a, Getal b) { return a + Getal(-b.teller_, b.noemer_); }
  friend constexpr Getal operator*(Getal a, Getal b) {
    const Getal c = breuk(a.teller_, b.noemer_), d = breuk(b.teller_, a.noemer_);
    return {maal(c.teller_, d.teller_), maal(c.noemer_, d.noemer_)};
  }
  friend constexpr Getal operator/(Getal a, Getal b) { return a * breuk(b.noemer_, b.teller_); }
  friend constexpr bool operator==(Getal a, Getal b) { return a.teller_ == b.teller_ && a.noemer_ == b.noemer_; }
  friend constexpr bool operator<(Getal a, Getal b) { return (a - b).teller_ < 0; }

 private:
  constexpr Getal(std::int64_t teller, std::int64_t noemer) : teller_(teller), noemer_(noemer) {}
  static constexpr std::int64_t meeste = std::numeric_limits<std::int64_t>::max();
  static constexpr std::int64_t grootte(std::int64_t a) { return a < 0 ? -a : a; }
  static constexpr std::int64_t maal(std::int64_t a, std::int64_t b) {
    if (a != 0 && grootte(b) > meeste / grootte(a)) te_groot();
    return a * b;
  }
  static constexpr std::int64_t plus(std::int64_t a, std::int64_t b) {
    if (b > 0 ? a > meeste - b : a < -meeste - b) te_groot();
    return a + b;
  }

  std::int64_t teller_ = 0;
  std::int64_t noemer_ = 1;
};

/// `1234.5`; what has no end in decimals as a fraction.
inline void schrijf(std::string& uit, Getal getal) {
  std::int64_t teller = getal.teller() < 0 ? -getal.teller() : getal.teller(), rest = teller % getal.noemer();
  std::int64_t zonder = getal.noemer();
  while (zonder % 2 == 0) zonder /= 2;
  while (zonder % 5 == 0) zonder /= 5;
  if (getal.teller() < 0) uit += '-';
  if (zonder != 1) return void(((uit += std::to_string(teller)) += '/') += std::to_string(getal.noemer()));
  uit += std::to_string(teller / getal.noemer());
  if (rest != 0) uit += '.';
  for (; rest != 0; rest = rest * 10 % getal.noemer()) uit += static_cast<char>('0' + rest * 10 / getal.noemer());
}

/// Money as a number of euros, to reckon with.
constexpr Getal getal(Centen bedrag) { return Getal::breuk(bedrag.aantal(), 100); }
constexpr Getal getal(Getal waarde) { return waarde; }
template <class T>
constexpr Mogelijk<Getal> getal(const Mogelijk<T>& waarde) {
  return waarde.bekend() ? Mogelijk<Getal>(getal(waarde.waarde)) : Mogelijk<Getal>(waarde.kennis);
}
constexpr Mogelijk<Centen> centen(const Mogelijk<Centen>& bedrag) { return bedrag; }
constexpr Mogelijk<Centen> centen(const Mogelijk<Getal>& bedrag) {
  return bedrag.bekend() ? Mogelijk<Centen>(bedrag.waarde.centen()) : Mogelijk<Centen>(bedrag.kennis);
}

/// What both together come to: only of what is known.
template <class F>
constexpr Mogelijk<Getal> reken(const Mogelijk<Getal>& a, const Mogelijk<Getal>& b, F f) {
  if (a.bekend() && b.bekend()) return f(a.waarde, b.waarde);
  return Mogelijk<Getal>(a.onbekend() || b.onbekend() ? Kennis::onbekend : Kennis::geen);
}
constexpr Mogelijk<Getal> plus(const Mogelijk<Getal>& a, const Mogelijk<Getal>& b) {
  return reken(a, b, [](Getal x, Getal y) { return Mogelijk<Getal>(x + y); });
}
constexpr Mogelijk<Getal> min(const Mogelijk<Getal>& a, const Mogelijk<Getal>& b) {
  return reken(a, b, [](Getal x, Getal y) { return Mogelijk<Getal>(x - y); });
}
constexpr Mogelijk<Getal> maal(const Mogelijk<Getal>& a, const Mogelijk<Getal>& b) {
  return reken(a, b, [](Getal x, Getal y) { return Mogelijk<Getal>(x * y); });
}
/// By zero there is no outcome.
constexpr Mogelijk<Getal> gedeeld(const Mogelijk<Getal>& a, const Mogelijk<Getal>& b) {
  return reken(a, b, [](Getal x, Getal y) { return y.is_nul() ? Mogelijk<Getal>() : Mogelijk<Getal>(x / y); });
}
/// The lowest (or the highest): what is nothing takes no part, and what is not known leaves all unknown.
template <class Beter>
constexpr Mogelijk<Getal> uiterste(const Mogelijk<Getal>& a, const Mogelijk<Getal>& b, Beter beter) {
  if (a.onbekend() || b.onbekend()) return Mogelijk<Getal>(Kennis::onbekend);
  if (!a.bekend() || !b.bekend()) return a.bekend() ? a : b;
  return beter(b.waarde, a.waarde) ? b : a;
}
constexpr Mogelijk<Getal> laagste(const Mogelijk<Getal>& a, const Mogelijk<Getal>& b) {
  return uiterste(a, b, [](Getal x, Getal y) { return x < y; });
}
constexpr Mogelijk<Getal> hoogste(const Mogelijk<Getal>& a, const Mogelijk<Getal>& b) {
  return uiterste(a, b, [](Getal x, Getal y) { return y < x; });
}

/// The sum over those that count. One of which that is not known, leaves all unknown.
template <class V, class Reeks, class Telt, class Waarde>
Mogelijk<Getal> som_over(V& v, const Reeks& reeks, Telt telt, Waarde waarde) {
  (void)v;
  Getal som;
  bool open = false;
  for (const auto& elk : reeks) {
    const Waarheid ja = telt(elk);
    if (ja == Waarheid::nee) continue;
    const Mogelijk<Getal> deel = waarde(elk);
    open = open || ja == Waarheid::onbekend || deel.onbekend();
    if (deel.bekend()) som = som + deel.waarde;
  }
  return open ? Mogelijk<Getal>(Kennis::onbekend) : Mogelijk<Getal>(som);
}

}  // namespace beding::kern
