// Days as numbers since 1 January 1970, and terms of days, weeks, months and years.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

namespace beding::kern {

using Dag = std::int32_t;
inline constexpr Dag geen_dag = std::numeric_limits<Dag>::min();
inline constexpr Dag nooit = std::numeric_limits<Dag>::max();

struct JaarMaandDag {
  int jaar = 1970;
  int maand = 1;
  int dag = 1;
};

/// By the proleptic Gregorian calendar, in years that begin in March, as Neri and Schneider do it («Euclidean affine
/// functions and their application to calendar algorithms», 2023): divisions become multiplications.
constexpr JaarMaandDag uiteen(Dag dag) {
  constexpr int tijdperken = 82;  // of 400 years, so that nothing is negative
  const std::uint32_t geteld = 4 * static_cast<std::uint32_t>(dag + 719'468 + 146'097 * tijdperken) + 3;
  const std::uint32_t eeuw = geteld / 146'097;
  const std::uint64_t verhouding = std::uint64_t{2'939'745} * (geteld % 146'097 | 3);
  const auto jaar = static_cast<std::uint32_t>(verhouding >> 32);
  const std::uint32_t in_jaar = static_cast<std::uint32_t>(verhouding) / 2'939'745 / 4;
  const std::uint32_t maand = 2'141 * in_jaar + 197'913;
  const int verder = in_jaar >= 306 ? 1 : 0;  // January and February are of the next year
  return {static_cast<int>(100 * eeuw + jaar) - 400 * tijdperken + verder, static_cast<int>(maand >> 16) - 12 * verder,
          static_cast<int>((maand & 0xffff) / 2'141) + 1};
}
constexpr Dag ineen(int jaar, int maand, int dag) {
  const int y = maand <= 2 ? jaar - 1 : jaar;
  const int eeuw = (y >= 0 ? y : y - 399) / 400;
  const int in_eeuw = y - eeuw * 400;
  const int in_jaar = (153 * (maand > 2 ? maand - 3 : maand + 9) + 2) / 5 + dag - 1;
  return eeuw * 146'097 + in_eeuw * 365 + in_eeuw / 4 - in_eeuw / 100 + in_jaar - 719'468;
}
constexpr bool schrikkeljaar(int jaar) { return jaar % 4 == 0 && (jaar % 100 != 0 || jaar % 400 == 0); }
constexpr int dagen_in(int jaar, int maand) {
  return maand == 2 ? (schrikkeljaar(jaar) ? 29 : 28) : maand == 4 || maand == 6 || maand == 9 || maand == 11 ? 30 : 31;
}

/// A day of the calendar. Throws std::invalid_argument for a day that does not exist.
class Datum {
 public:
  constexpr Datum() = default;
  constexpr explicit Datum(Dag dag) : dag_(dag) {}
  constexpr Datum(int jaar, int maand, int dag) : dag_(ineen(jaar, maand, dag)) {
    if (maand < 1 || maand > 12 || dag < 1 || dag > dagen_in(jaar, maand))
      throw std::invalid_argument("deze dag bestaat niet");
  }
  constexpr Dag dag() const { return dag_; }
  friend constexpr bool operator==(Datum a, Datum b) { return a.dag_ == b.dag_; }
  friend constexpr bool operator<(Datum a, Datum b) { return a.dag_ < b.dag_; }

 private:
  Dag dag_ = 0;
};

inline constexpr std::size_t iso_lengte = 10;

/// `2025-03-01`; gives where it ends.
inline char* schrijf_iso(char* uit, Dag dag) {
  const JaarMaandDag d = uiteen(dag);
  const auto twee = [&](int plaats, unsigned waarde) {
    uit[plaats] = static_cast<char>('0' + waarde / 10);
    uit[plaats + 1] = static_cast<char>('0' + waarde % 10);
  };
  const auto jaar = static_cast<unsigned>(d.jaar);
  twee(0, jaar / 100);
  twee(2, jaar % 100);
  uit[4] = uit[7] = '-';
  twee(5, static_cast<unsigned>(d.maand));
  twee(8, static_cast<unsigned>(d.dag));
  return uit + iso_lengte;
}
inline void schrijf(std::string& uit, Dag dag) {
  char tekst[iso_lengte];
  uit.append(tekst, static_cast<std::size_t>(schrijf_iso(tekst, dag) - tekst));
}

/// The same day so many months on; where that month is too short, its last day.
constexpr Dag maanden_na(Dag dag, std::int64_t aantal) {
  const JaarMaandDag d = uiteen(dag);
  const std::int64_t maand = std::int64_t{d.jaar} * 12 + d.maand - 1 + aantal;
  const int jaar = static_cast<int>(maand / 12), in_jaar = static_cast<int>(maand % 12) + 1;
  const int laatste = dagen_in(jaar, in_jaar);
  return ineen(jaar, in_jaar, d.dag < laatste ? d.dag : laatste);
}

inline constexpr Dag eerste_dag = ineen(1, 1, 1), laatste_dag = ineen(9999, 12, 31);

/// A length of time, or the day on which it ends, or no end at all. Hours have no place here.
class Termijn {
 public:
  enum class Eenheid : std::uint8_t { dag, week, maand, jaar, werkdag, onbepaald, vast };

  constexpr Termijn() = default;
  static constexpr Termijn dagen(std::int64_t aantal) { return {Eenheid::dag, aantal}; }
  static constexpr Termijn weken(std::int64_t aantal) { return {Eenheid::week, aantal}; }
  static constexpr Termijn maanden(std::int64_t aantal) { return {Eenheid::maand, aantal}; }
  static constexpr Termijn jaren(std::int64_t aantal) { return {Eenheid::jaar, aantal}; }
  static constexpr Termijn werkdagen(std::int64_t aantal) { return {Eenheid::werkdag, aantal}; }
  static constexpr Termijn onbepaald() { return {Eenheid::onbepaald, 0}; }
  static constexpr Termijn tot_en_met(Datum dag) { return {Eenheid::vast, dag.dag()}; }

  constexpr Eenheid eenheid() const { return eenheid_; }
  constexpr std::int64_t aantal() const { return aantal_; }
  constexpr bool is_dag() const { return eenheid_ == Eenheid::vast; }
  constexpr bool is_onbepaald() const { return eenheid_ == Eenheid::onbepaald; }
  constexpr bool in_werkdagen() const { return eenheid_ == Eenheid::werkdag; }
  constexpr bool in_maanden() const { return eenheid_ == Eenheid::maand || eenheid_ == Eenheid::jaar; }
  constexpr Dag dag() const { return static_cast<Dag>(aantal_); }
  constexpr Termijn maal(std::int64_t keer) const { return {eenheid_, aantal_ * keer}; }
  /// The last day, but of werkdagen, for which a calendar is needed; the day from which it is counted does not count.
  constexpr Dag einde(Dag vanaf) const { return verschoven(vanaf, gewoon()); }
  constexpr Dag terug(Dag tot) const { return verschoven(tot, -gewoon()); }
  /// A year is twelve months, a week seven days.
  friend constexpr bool operator==(Termijn a, Termijn b) { return a.maat() == b.maat() && a.gewoon() == b.gewoon(); }
  /// What has no end is longer than all else. Other lengths that have no unit in common are not compared.
  friend constexpr bool operator<(Termijn a, Termijn b) {
    if (a.is_onbepaald() || b.is_onbepaald()) return !a.is_onbepaald();
    return a.maat() == b.maat() && a.gewoon() < b.gewoon();
  }

 private:
  /// Beyond the calendar (the years 1 to 9999) there are no days.
  static constexpr std::int64_t meeste = 4'000'000;

  constexpr Termijn(Eenheid eenheid, std::int64_t aantal)
      : aantal_(static_cast<std::int32_t>(aantal)), eenheid_(eenheid) {
    if (aantal > meeste || aantal < -meeste) throw std::overflow_error("deze termijn loopt de kalender uit");
  }
  constexpr Eenheid maat() const {
    return eenheid_ == Eenheid::week ? Eenheid::dag : eenheid_ == Eenheid::jaar ? Eenheid::maand : eenheid_;
  }
  /// In days or months.
  constexpr std::int64_t gewoon() const {
    return eenheid_ == Eenheid::week   ? std::int64_t{aantal_} * 7
           : eenheid_ == Eenheid::jaar ? std::int64_t{aantal_} * 12
                                       : aantal_;
  }
  constexpr Dag verschoven(Dag dag, std::int64_t aantal) const {
    return in_maanden() ? over_maanden(dag, aantal) : binnen(std::int64_t{dag} + aantal);
  }
  static constexpr Dag over_maanden(Dag dag, std::int64_t aantal) {
    const JaarMaandDag d = uiteen(dag);
    const std::int64_t maand = std::int64_t{d.jaar} * 12 + d.maand - 1 + aantal;
    return maand < 12 ? eerste_dag : maand / 12 > 9999 ? laatste_dag : maanden_na(dag, aantal);
  }
  static constexpr Dag binnen(std::int64_t dag) {
    return static_cast<Dag>(dag < eerste_dag ? eerste_dag : dag > laatste_dag ? laatste_dag : dag);
  }

  std::int32_t aantal_ = 0;
  Eenheid eenheid_ = Eenheid::dag;
};

/// `14 dagen`, `1 maand`
inline void schrijf(std::string& uit, Termijn termijn) {
  constexpr const char* een[] = {"dag", "week", "maand", "jaar", "werkdag"};
  constexpr const char* meer[] = {"dagen", "weken", "maanden", "jaar", "werkdagen"};
  if (termijn.is_onbepaald()) return void(uit += "onbepaald");
  if (termijn.is_dag()) return schrijf(uit, termijn.dag());
  const auto eenheid = static_cast<std::size_t>(termijn.eenheid());
  (uit += std::to_string(termijn.aantal())) += ' ';
  uit += termijn.aantal() == 1 ? een[eenheid] : meer[eenheid];
}

}  // namespace beding::kern
