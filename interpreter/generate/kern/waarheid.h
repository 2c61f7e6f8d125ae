// Three-valued truth, and values that may not be known. What is unknown is never no and never zero.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "generate/kern/kalender.h"

namespace beding::kern {

enum class Waarheid : std::uint8_t { nee, onbekend, ja };

constexpr Waarheid waar(bool ja) { return ja ? Waarheid::ja : Waarheid::nee; }
constexpr Waarheid niet(Waarheid a) { return static_cast<Waarheid>(2 - static_cast<int>(a)); }
constexpr Waarheid laagste(Waarheid a, Waarheid b) { return a < b ? a : b; }
constexpr Waarheid hoogste(Waarheid a, Waarheid b) { return a < b ? b : a; }

/// A value, nothing of the kind, or a question. As wide as a day, so that both go through one register at once.
enum class Kennis : std::int32_t { geen, onbekend, bekend };

template <class T>
struct Mogelijk {
  T waarde{};
  Kennis kennis = Kennis::geen;

  constexpr Mogelijk() = default;
  constexpr Mogelijk(T bekend) : waarde(bekend), kennis(Kennis::bekend) {}
  constexpr explicit Mogelijk(Kennis zonder) : kennis(zonder) {}
  constexpr bool bekend() const { return kennis == Kennis::bekend; }
  constexpr bool onbekend() const { return kennis == Kennis::onbekend; }
};
using Moment = Mogelijk<Dag>;

/// A day, and the event or instance that it is of.
struct Vanaf {
  Moment dag;
  std::string_view van;
};

/// Of a value that it is not known.
template <class T>
constexpr auto onbekende() {
  if constexpr (std::is_same_v<T, Waarheid>)
    return Waarheid::onbekend;
  else
    return Kennis::onbekend;
}

/// What is asked: its id, and the key of what it is about.
struct Gevraagd {
  std::string id;
  std::string onderwerp;
};

/// What was asked and assumed when it happened, kept for as long as it matters.
struct Aantekening {
  std::vector<Gevraagd> gevraagd;
  std::vector<Gevraagd> aangenomen;
  const Aantekening* eerder;
};

/// A doubt: nothing, or what is asked. The notes live with the agreement, so that records stay plain.
struct Twijfel {
  const Aantekening* laatste = nullptr;
};

class Geheugen {
 public:
  Twijfel bewaar(std::vector<Gevraagd> gevraagd, Twijfel eerder = {}, std::vector<Gevraagd> aangenomen = {}) {
    return {&aantekeningen_.emplace_back(Aantekening{std::move(gevraagd), std::move(aangenomen), eerder.laatste})};
  }
  Twijfel samen(Twijfel a, Twijfel b) {
    for (const Aantekening* elk = b.laatste; elk != nullptr; elk = elk->eerder)
      a = bewaar(elk->gevraagd, a, elk->aangenomen);
    return a;
  }
  void leeg() { aantekeningen_.clear(); }

 private:
  std::deque<Aantekening> aantekeningen_;
};

/// How a sentence is read on the hot path: on a day, remembering the first later day on which it may read otherwise.
struct Kijk {
  Dag nu = geen_dag;
  Dag slot = geen_dag;  ///< last day of what stops now: at the beginning of a day it is the day before
  Geheugen* geheugen = nullptr;
  Dag op = geen_dag;     ///< the day on which the event of this instant counts, if that is another
  Dag sinds = geen_dag;  ///< what can be agreed is read as it was on that day; none: as it is
  Dag wek = nooit;

  constexpr Dag moment() const { return op != geen_dag ? op : nu; }
  constexpr void kijk(Dag dag) { wek = dag < wek ? dag : wek; }
  static constexpr void vraag(std::string_view, std::string_view) {}
  static constexpr void stel(std::string_view, std::string_view) {}
  static constexpr void neem_aan(std::string_view, std::string_view) {}
  static constexpr std::size_t stand() { return 0; }
  static constexpr void terug(std::size_t) {}
  static constexpr void vergeet(std::size_t) {}
  static constexpr void alleen_vanaf(std::size_t) {}
  static constexpr void neem_aan_vanaf(std::size_t) {}
  static constexpr bool zonder_aanname(std::size_t) { return true; }
};

/// The same reading, which also notes what is asked, and which judgements are assumed.
struct Vraagt {
  struct Stand {
    std::size_t gevraagd;
    std::size_t aangenomen;
  };
  Dag nu = geen_dag;
  Dag slot = geen_dag;
  Geheugen* geheugen = nullptr;
  Dag op = geen_dag;
  Dag sinds = geen_dag;
  std::vector<Gevraagd> gevraagd{};
  std::vector<Gevraagd> aangenomen{};

  Dag moment() const { return op != geen_dag ? op : nu; }
  static void kijk(Dag) {}
  void vraag(std::string_view feit, std::string_view onderwerp) {
    const std::string tussen = onderwerp.empty() ? "" : std::string(onderwerp) + "/";
    gevraagd.push_back({"feit/" + tussen + std::string(feit), std::string(onderwerp)});
  }
  void stel(std::string_view id, std::string_view onderwerp) {
    gevraagd.push_back({std::string(id), std::string(onderwerp)});
  }
  void neem_aan(std::string_view id, std::string_view onderwerp) {
    aangenomen.push_back({std::string(id), std::string(onderwerp)});
  }
  /// What was asked since does not decide: the question stays.
  void neem_aan_vanaf(Stand stand) {
    aangenomen.insert(aangenomen.end(), gevraagd.begin() + static_cast<std::ptrdiff_t>(stand.gevraagd), gevraagd.end());
    terug(stand);
  }
  Stand stand() const { return {gevraagd.size(), aangenomen.size()}; }
  /// What was asked since is not asked; what was assumed, was.
  void terug(Stand stand) { gevraagd.resize(stand.gevraagd); }
  void vergeet(Stand stand) {
    terug(stand);
    aangenomen.resize(stand.aangenomen);
  }
  void alleen_vanaf(Stand stand) {
    gevraagd.erase(gevraagd.begin(), gevraagd.begin() + static_cast<std::ptrdiff_t>(stand.gevraagd));
  }
  bool zonder_aanname(Stand stand) const { return aangenomen.size() == stand.aangenomen; }
  Twijfel bewaar(Twijfel eerder = {}) { return geheugen->bewaar(std::move(gevraagd), eerder, std::move(aangenomen)); }
};

/// Joins parts of which one that is `beslist` decides the whole. What is asked for a part is only asked while the whole
/// is unknown; what is assumed for one counts unless another decides without.
template <class V>
class Samen {
 public:
  constexpr Samen(V& v, Waarheid beslist) : v_(v), begin_(v.stand()), beslist_(beslist), geheel_(niet(beslist)) {}

  /// False when all is clear.
  template <class Deel>
  constexpr bool neem(Deel deel) {
    const auto voor = v_.stand();
    const Waarheid is = deel();
    geheel_ = beslist_ == Waarheid::nee ? laagste(geheel_, is) : hoogste(geheel_, is);
    klaar_ = is == beslist_ && v_.zonder_aanname(voor);
    return !klaar_;
  }
  constexpr Waarheid geheel() {
    if (klaar_)
      v_.vergeet(begin_);
    else if (geheel_ != Waarheid::onbekend)
      v_.terug(begin_);
    return geheel_;
  }

 private:
  V& v_;
  decltype(std::declval<V&>().stand()) begin_;
  Waarheid beslist_;
  Waarheid geheel_;
  bool klaar_ = false;
};

/// All parts ...
template <class V, class... Delen>
constexpr Waarheid en(V& v, Delen... delen) {
  Samen<V> samen(v, Waarheid::nee);
  (void)(samen.neem(delen) && ...);
  return samen.geheel();
}

/// ... or one of them.
template <class V, class... Delen>
constexpr Waarheid of(V& v, Delen... delen) {
  Samen<V> samen(v, Waarheid::ja);
  (void)(samen.neem(delen) && ...);
  return samen.geheel();
}

/// All parts, each asked for by itself.
template <class V, class... Delen>
inline Waarheid elk_van(V& v, Delen... delen) {
  const auto stand = v.stand();
  Waarheid geheel = Waarheid::ja;
  (void)((geheel = laagste(geheel, delen()), geheel != Waarheid::nee || !std::is_same_v<V, Kijk>)&&...);
  if (geheel != Waarheid::onbekend) v.terug(stand);
  return geheel;
}

/// Of all instances there is one ...
template <class V, class Reeks, class A>
constexpr Waarheid er_is(V& v, const Reeks& reeks, A a) {
  Samen<V> samen(v, Waarheid::ja);
  for (const auto& elk : reeks)
    if (!samen.neem([&] { return a(elk); })) break;
  return samen.geheel();
}

/// ... or it is so of each.
template <class V, class Reeks, class A>
constexpr Waarheid van_elk(V& v, const Reeks& reeks, A a) {
  return niet(er_is(v, reeks, [&](const auto& elk) { return niet(a(elk)); }));
}

template <class A, class B>
constexpr Waarheid zonder(const A& a, const B& b) {
  return a.onbekend() || b.onbekend() ? Waarheid::onbekend : Waarheid::nee;
}
/// The same text; keys mostly differ at their end.
inline bool zelfde(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || (a.back() == b.back() && a == b));
}
template <class T>
constexpr bool zelfde(const T& a, const T& b) {
  return a == b;
}
/// A party, or who acts for it; higher numbers are others whom the clauses name. Of `ander` it is not known who it is.
enum class Partij : std::uint8_t { opdrachtnemer, opdrachtgever, ander, namens_opdrachtnemer, namens_opdrachtgever };
constexpr Partij zelf(Partij partij) {
  if (partij == Partij::namens_opdrachtnemer) return Partij::opdrachtnemer;
  return partij == Partij::namens_opdrachtgever ? Partij::opdrachtgever : partij;
}
constexpr bool zelfde(Partij a, Partij b) { return zelf(a) == zelf(b) && a != Partij::ander; }
constexpr bool is_partij(Partij partij) {
  return zelf(partij) == Partij::opdrachtnemer || zelf(partij) == Partij::opdrachtgever;
}
constexpr Partij andere(Partij partij) {
  if (!is_partij(partij)) return Partij::ander;
  return zelf(partij) == Partij::opdrachtnemer ? Partij::opdrachtgever : Partij::opdrachtnemer;
}
constexpr Mogelijk<Partij> andere(const Mogelijk<Partij>& partij) {
  return partij.bekend() ? Mogelijk<Partij>(andere(partij.waarde)) : partij;
}
/// Whether it is who acts for a party.
constexpr Waarheid is_namens(const Mogelijk<Partij>& partij) {
  if (!partij.bekend()) return partij.onbekend() ? Waarheid::onbekend : Waarheid::nee;
  return waar(zelf(partij.waarde) != partij.waarde);
}
constexpr Waarheid gelijk(Waarheid a, Waarheid b) {
  return a == Waarheid::onbekend || b == Waarheid::onbekend ? Waarheid::onbekend : waar(a == b);
}
template <class A, class B>
constexpr Waarheid gelijk(const Mogelijk<A>& a, const Mogelijk<B>& b) {
  return a.bekend() && b.bekend() ? waar(zelfde(a.waarde, b.waarde)) : zonder(a, b);
}
template <class T>
constexpr Waarheid minder(const Mogelijk<T>& a, const Mogelijk<T>& b) {
  return a.bekend() && b.bekend() ? waar(a.waarde < b.waarde) : zonder(a, b);
}
template <class T>
constexpr Waarheid ten_hoogste(const Mogelijk<T>& a, const Mogelijk<T>& b) {
  return a.bekend() && b.bekend() ? waar(a.waarde < b.waarde || zelfde(a.waarde, b.waarde)) : zonder(a, b);
}

constexpr bool is_bekend(Waarheid a) { return a != Waarheid::onbekend; }
constexpr bool gelijkluidend(Waarheid a, Waarheid b) { return a == b; }
template <class T>
constexpr bool is_bekend(const Mogelijk<T>& a) {
  return a.bekend();
}
template <class T>
constexpr bool gelijkluidend(const Mogelijk<T>& a, const Mogelijk<T>& b) {
  return b.bekend() && zelfde(a.waarde, b.waarde);
}

/// a when the condition is true, else b; when it is not known, only what both come to.
template <class V, class C, class A, class B>
constexpr auto kies(V& v, C c, A a, B b) {
  using Antwoord = decltype(a());
  const auto stand = v.stand();
  const Waarheid keuze = c();
  if (keuze != Waarheid::onbekend) {
    v.terug(stand);
    return keuze == Waarheid::ja ? a() : b();
  }
  const Antwoord een = a(), ander = b();
  const bool eender = is_bekend(een) && gelijkluidend(een, ander);
  if (eender) v.terug(stand);
  return eender ? een : Antwoord(onbekende<Antwoord>());
}

/// The first that is known; without one, what the last asks.
template <class V, class A>
constexpr auto eerste_bekende(V&, A a) {
  return a();
}
template <class V, class A, class... Rest>
constexpr auto eerste_bekende(V& v, A a, Rest... rest) {
  const auto stand = v.stand();
  const auto eerste = a();
  if (eerste.bekend()) return eerste;
  v.terug(stand);
  return eerste_bekende(v, rest...);
}

/// Whether it is that party, or may be because nobody says who it is.
template <class V, class Wie>
constexpr Waarheid mogelijk_is(V& v, Wie wie, Partij partij) {
  const auto stand = v.stand();
  const Mogelijk<Partij> genoemd = wie();
  v.terug(stand);
  return waar(!genoemd.bekend() || zelfde(genoemd.waarde, partij));
}

/// Who it is, if that is known.
template <class V, class Wie>
constexpr Mogelijk<Partij> zeker_wie(V& v, Wie wie) {
  const auto stand = v.stand();
  const Mogelijk<Partij> genoemd = wie();
  v.terug(stand);
  return genoemd.bekend() ? genoemd : Mogelijk<Partij>();
}
constexpr Partij naam(const Mogelijk<Partij>& partij) {
  return partij.bekend() && is_partij(partij.waarde) ? zelf(partij.waarde) : Partij::ander;
}

/// From the beginning of that day on.
template <class V>
constexpr Waarheid bereikt(V& v, const Moment& moment) {
  if (!moment.bekend()) return moment.onbekend() ? Waarheid::onbekend : Waarheid::nee;
  if (moment.waarde > v.nu) v.kijk(moment.waarde);
  return waar(moment.waarde <= v.nu);
}
/// From the end of that day on.
template <class V>
constexpr Waarheid voorbij(V& v, const Moment& moment) {
  return bereikt(v, moment.bekend() ? Moment(moment.waarde + 1) : moment);
}

/// The earliest or the latest of several days: one that is open only adds its question to those that are known.
template <class V, class Beter, class... Delen>
inline Moment uiterste_dag(V& v, Beter beter, Delen... delen) {
  const auto stand = v.stand();
  Moment beste;
  bool open = false;
  const auto neem = [&](const Moment& deel) {
    open = open || deel.onbekend();
    if (deel.bekend() && (!beste.bekend() || beter(deel.waarde, beste.waarde))) beste = deel;
  };
  (neem(delen()), ...);
  if (beste.bekend()) v.neem_aan_vanaf(stand);
  return beste.bekend() || !open ? beste : Moment(Kennis::onbekend);
}
template <class V, class... Delen>
inline Moment vroegste(V& v, Delen... delen) {
  return uiterste_dag(
      v, [](Dag a, Dag b) { return a < b; }, delen...);
}
template <class V, class... Delen>
inline Moment laatste(V& v, Delen... delen) {
  return uiterste_dag(
      v, [](Dag a, Dag b) { return b < a; }, delen...);
}

/// The one, else the other; what is asked is not replaced.
constexpr Moment anders_de(const Moment& een, const Moment& ander) {
  return een.bekend() || een.onbekend() ? een : ander;
}

constexpr Moment dag_na(const Moment& moment) { return moment.bekend() ? Moment(moment.waarde + 1) : moment; }

inline Moment einde_termijn(const Moment& vanaf, const Mogelijk<Termijn>& termijn, const Kalender& kalender = {}) {
  if (termijn.bekend() && termijn.waarde.is_dag()) return Moment(termijn.waarde.dag());
  if (vanaf.onbekend() || termijn.onbekend()) return Moment(Kennis::onbekend);
  if (!vanaf.bekend() || !termijn.bekend() || termijn.waarde.is_onbepaald()) return {};
  return Moment(kalender.einde(termijn.waarde, vanaf.waarde));
}
inline Moment begin_termijn(const Moment& tot, const Mogelijk<Termijn>& termijn, const Kalender& kalender = {}) {
  if (termijn.bekend() && termijn.waarde.is_dag()) return Moment(termijn.waarde.dag());
  if (tot.onbekend() || termijn.onbekend()) return Moment(Kennis::onbekend);
  if (!tot.bekend() || !termijn.bekend() || termijn.waarde.is_onbepaald()) return {};
  return Moment(kalender.terug(termijn.waarde, tot.waarde));
}

/// The last day for notice against that day; while that is not known there is none.
template <class V, class D, class T>
inline Moment opzegdag(V& v, D tegen, T termijn, const Kalender& kalender) {
  const auto stand = v.stand();
  const Moment dag = tegen();
  const Mogelijk<Termijn> lengte = termijn();
  v.vergeet(stand);
  if (!dag.bekend()) return {};
  const bool zonder_termijn = !lengte.bekend() || lengte.waarde.is_onbepaald();
  return zonder_termijn ? dag : Moment(kalender.terug(lengte.waarde, dag.waarde));
}
/// Not for a later day than the sentence has.
template <class V, class A, class B>
inline Waarheid niet_later(V& v, A genoemd, B tegen) {
  const auto stand = v.stand();
  const Moment een = genoemd(), ander = tegen();
  v.vergeet(stand);
  return waar(!een.bekend() || !ander.bekend() || een.waarde <= ander.waarde);
}

/// Longer than a term, or as long.
template <class V>
inline Waarheid langer_dan(V& v, const Moment& sinds, const Mogelijk<Termijn>& termijn, const Kalender& kalender) {
  if (!sinds.bekend() || !termijn.bekend()) return zonder(sinds, termijn);
  return voorbij(v, einde_termijn(sinds, termijn, kalender));
}
template <class V>
inline Waarheid ten_minste(V& v, const Moment& sinds, const Mogelijk<Termijn>& termijn, const Kalender& kalender) {
  if (!sinds.bekend() || !termijn.bekend()) return zonder(sinds, termijn);
  return bereikt(v, einde_termijn(sinds, termijn, kalender));
}

// ------------------------------------------------------------------------------------------- what events say or do not

inline Moment kale(Datum datum) { return Moment(datum.dag()); }
template <class T>
inline Mogelijk<T> kale(const T& waarde) {
  return Mogelijk<T>(waarde);
}
inline Waarheid kale(bool waarde) { return waar(waarde); }

template <class T>
auto zeker(const T& waarde) {
  return kale(waarde);
}
/// Given, or else what it stands for.
template <class T, class U>
auto anders(const std::optional<T>& waarde, const U& ander) {
  return kale(waarde ? *waarde : T(ander));
}
/// Given, or else a question.
template <class V, class T>
auto gegeven(V& v, const std::optional<T>& waarde, std::string_view feit, std::string_view sleutel) {
  if (waarde) return kale(*waarde);
  v.vraag(feit, sleutel);
  if constexpr (std::is_same_v<T, bool>)
    return Waarheid::onbekend;
  else
    return decltype(kale(*waarde))(Kennis::onbekend);
}
inline Moment genoemde_dag(const std::optional<Datum>& dag) { return dag ? Moment(dag->dag()) : Moment(); }
constexpr Moment gezet(Dag dag) { return dag == geen_dag ? Moment() : Moment(dag); }

// ------------------------------------------------------------------------------------------------- what is remembered

template <class V>
inline void herinner_aannamen(V& v, Twijfel twijfel) {
  if constexpr (std::is_same_v<V, Vraagt>)
    for (const Aantekening* elk = twijfel.laatste; elk != nullptr; elk = elk->eerder)
      v.aangenomen.insert(v.aangenomen.end(), elk->aangenomen.begin(), elk->aangenomen.end());
}
template <class V>
inline void herinner_vragen(V& v, Twijfel twijfel) {
  if constexpr (std::is_same_v<V, Vraagt>)
    for (const Aantekening* elk = twijfel.laatste; elk != nullptr; elk = elk->eerder)
      v.gevraagd.insert(v.gevraagd.end(), elk->gevraagd.begin(), elk->gevraagd.end());
}
template <class V>
inline void herinner(V& v, Twijfel twijfel) {
  herinner_aannamen(v, twijfel);
  herinner_vragen(v, twijfel);
}

/// Whether such an event has been.
struct Gebeurd {
  Waarheid is = Waarheid::nee;
  Twijfel twijfel;

  void neem(Waarheid ook, Twijfel vragen, Geheugen& geheugen) {
    is = hoogste(is, ook);
    if (vragen.laatste != nullptr) twijfel = geheugen.samen(twijfel, vragen);
  }
};
template <class V>
inline Waarheid herinnerd(V& v, const Gebeurd& gebeurd) {
  if (gebeurd.is == Waarheid::onbekend) herinner(v, gebeurd.twijfel);
  return gebeurd.is;
}

/// The last of such events.
template <class G>
struct Laatste {
  std::optional<G> gebeurtenis;
  Waarheid telt = Waarheid::nee;
  Twijfel twijfel;

  void neem(const G& nieuw, Waarheid ja, Twijfel vragen) {
    if (ja == Waarheid::nee) return;
    gebeurtenis = nieuw;
    telt = ja;
    twijfel = vragen;
  }
};
template <class V, class G, class A>
inline Waarheid van_laatste(V& v, const Laatste<G>& laatste, A a) {
  if (!laatste.gebeurtenis) return Waarheid::nee;
  const Waarheid is = a(*laatste.gebeurtenis);
  if (laatste.telt == Waarheid::ja) return is;
  herinner(v, laatste.twijfel);
  return Waarheid::onbekend;
}

}  // namespace beding::kern
