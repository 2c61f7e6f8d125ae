// What events say about other things: to what they refer, what they list, in what form they came; and open norms, which
// only people answer.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "generate/kern/waarheid.h"

namespace beding::kern {

/// The duty of which a breach brought an event about.
struct Plichtnaam {
  const char* lid = nullptr;     ///< "betaling:6.5"
  const char* plicht = nullptr;  ///< "betaling:6.5 betaling"

  /// By its lid or by lid and name, with or without the document.
  bool is(std::string_view tekst) const {
    if (lid == nullptr) return false;
    const std::size_t document = std::string_view(lid).find(':') + 1;
    return tekst == lid || tekst == plicht || tekst == lid + document || tekst == plicht + document;
  }
};

/// Which event of the timeline it is, and when it reached the other party.
struct Wie {
  std::uint32_t volgnummer = 0;
  Dag aankomst = geen_dag;
  bool klok = false;  ///< it followed from what the clock did, before the events of that day
  Plichtnaam uit{};

  friend bool operator<(const Wie& a, const Wie& b) {
    return std::make_tuple(a.aankomst, !a.klok, a.volgnummer) < std::make_tuple(b.aankomst, !b.klok, b.volgnummer);
  }
};

/// Any instance: what kind it is of, and its place among those.
struct Zaak {
  std::uint32_t soort = 0xffffffff;
  std::uint32_t plaats = 0;
  std::string_view sleutel;
  std::string_view bij;  ///< the event that brought it about
  Wie wie;
};

/// An event that is remembered.
template <class G>
struct Gebeurde {
  G e;
  Wie wie;
  Dag op;
};

/// What is remembered of an instance beside each instance of another kind, by its place.
template <class R>
class Rij {
 public:
  R& operator[](std::size_t plaats) {
    if (plaats >= rij_.size()) rij_.resize(plaats + 1);
    return rij_[plaats];
  }
  const R& operator[](std::size_t plaats) const {
    static const R nieuw{};
    return plaats < rij_.size() ? rij_[plaats] : nieuw;
  }

 private:
  std::vector<R> rij_;
};

using Lijst = std::vector<std::string_view>;
/// Of a kind of event that has no such attribute.
struct Niets {};

inline bool zegt(Niets) { return false; }
inline bool zegt(std::string_view) { return true; }
template <class T>
inline bool zegt(const std::optional<T>& gegeven) {
  return gegeven.has_value();
}

/// What a payment is for: by its own attribute, else by `betreft`.
inline Lijst namen(Niets, const Lijst& betreft) { return betreft; }
inline Lijst namen(const std::optional<std::string_view>& gegeven, const Lijst& betreft) {
  return gegeven ? Lijst{*gegeven} : betreft;
}
inline Lijst namen(const std::optional<Lijst>& gegeven, const Lijst& betreft) {
  return gegeven && !gegeven->empty() ? *gegeven : betreft;
}

inline std::string_view sleutel_van(std::string_view gebeurtenis) { return gebeurtenis; }
template <class G>
inline std::string_view sleutel_van(const G& gebeurtenis) {
  return gebeurtenis.sleutel;
}
template <class X>
inline bool noemt(std::string_view tekst, const X& exemplaar) {
  return zelfde(tekst, exemplaar.sleutel) || zelfde(tekst, sleutel_van(exemplaar.bij)) || exemplaar.wie.uit.is(tekst);
}
template <class X>
inline bool noemt(const Lijst& teksten, const X& exemplaar) {
  for (const std::string_view tekst : teksten)
    if (noemt(tekst, exemplaar)) return true;
  return false;
}
template <class T, class X>
inline bool noemt(const std::optional<T>& gegeven, const X& exemplaar) {
  return gegeven && noemt(*gegeven, exemplaar);
}
template <class X>
inline bool noemt(Niets, const X&) {
  return false;
}

/// Whether it was the only one of its kind when the event reached its party.
template <class Reeks, class X>
inline bool was_enige(const Reeks& reeks, const X& exemplaar, const Wie& wie) {
  std::size_t aantal = 0;
  bool erbij = false;
  for (const auto& elk : reeks) {
    if (wie < elk.wie) continue;
    ++aantal;
    erbij = erbij || &elk == &exemplaar;
  }
  return erbij && aantal == 1;
}

/// By what it names; else by what it brought about; else by `betreft`; else to the only one there was.
template <class V, class Gegeven, class Reeks, class X>
inline Waarheid verwijst(V& v, const Gegeven& gegeven, const Lijst& betreft, const Wie& wie, std::string_view sleutel,
                         const Reeks& reeks, const X& exemplaar, bool zelf) {
  if (zegt(gegeven)) return waar(noemt(gegeven, exemplaar));
  bool bracht_voort = false;
  for (const auto& elk : reeks) {
    if (elk.wie.volgnummer != wie.volgnummer) continue;
    if (&elk == &exemplaar) return Waarheid::ja;
    bracht_voort = true;
  }
  if (bracht_voort) return Waarheid::nee;
  if (!betreft.empty()) return waar(noemt(betreft, exemplaar));
  if (zelf || was_enige(reeks, exemplaar, wie)) return Waarheid::ja;
  v.vraag("betreft", sleutel);
  return Waarheid::onbekend;
}

/// Of one kind among all instances.
class VanSoort {
 public:
  VanSoort(const std::vector<Zaak>& zaken, std::uint32_t soort) {
    for (const Zaak& elk : zaken)
      if (elk.soort == soort) deze_.push_back(&elk);
  }
  struct Loper {
    std::vector<const Zaak*>::const_iterator plaats;
    const Zaak& operator*() const { return **plaats; }
    Loper& operator++() { return ++plaats, *this; }
    bool operator!=(const Loper& ander) const { return plaats != ander.plaats; }
  };
  Loper begin() const { return {deze_.begin()}; }
  Loper end() const { return {deze_.end()}; }

 private:
  std::vector<const Zaak*> deze_;
};

/// As `verwijst`, to an instance or event that is only known by now; without one it is asked.
template <class V, class Gegeven>
inline Waarheid verwijst_naar(V& v, const Gegeven& gegeven, const Lijst& betreft, const Wie& wie,
                              std::string_view sleutel, const std::vector<Zaak>& zaken, const Zaak* zaak) {
  if (zaak == nullptr) {
    v.vraag("betreft", sleutel);
    return Waarheid::onbekend;
  }
  const VanSoort alle(zaken, zaak->soort);
  const bool zelf = zaak->soort == 0xffffffff && zaak->wie.volgnummer == wie.volgnummer;
  return verwijst(v, gegeven, betreft, wie, sleutel, alle, *zaak, zelf);
}

/// The first instance that bears this key, of whatever kind.
inline const Zaak* genoemde(const std::vector<Zaak>& zaken, std::string_view sleutel) {
  for (const Zaak& elk : zaken)
    if (zelfde(elk.sleutel, sleutel)) return &elk;
  return nullptr;
}
/// What a text names; else it is the thing that says so itself. Nothing when nothing is said.
template <class V, class Naam>
const Zaak* genoemd_door(V& v, const std::vector<Zaak>& zaken, Naam naam, const Zaak* zelf) {
  const auto stand = v.stand();
  const Mogelijk<std::string_view> tekst = naam();
  v.terug(stand);
  if (!tekst.bekend()) return nullptr;
  const Zaak* zaak = genoemde(zaken, tekst.waarde);
  return zaak != nullptr ? zaak : zelf;
}

/// Something of what is named, if that is of the kind that is meant; of the thing itself, if that is meant; of nothing
/// when nothing is named.
template <class T, class Reeks, class A, class B, class C>
inline T bij_genoemde(const Zaak* zaak, std::uint32_t soort, std::uint32_t eigen, const Reeks& reeks, A a, B b,
                      C van_niets) {
  if (zaak == nullptr) return T(van_niets());
  if (zaak->soort == soort) return a(reeks[zaak->plaats]);
  return zaak->soort == eigen ? T(b()) : T{};
}

/// Whether it is so of what is named; where nothing is named, of any.
template <class V, class Reeks, class A>
inline Waarheid van_genoemde(V& v, const Zaak* zaak, std::uint32_t soort, const Reeks& reeks, A a) {
  if (zaak == nullptr) return er_is(v, reeks, a);
  return zaak->soort == soort ? a(reeks[zaak->plaats]) : Waarheid::nee;
}

/// Whether a value is the key of an instance, or names it otherwise.
template <class X>
inline Waarheid heet(const Mogelijk<std::string_view>& naam, const X& exemplaar) {
  if (!naam.bekend()) return naam.onbekend() ? Waarheid::onbekend : Waarheid::nee;
  return waar(zelfde(naam.waarde, exemplaar.sleutel) || exemplaar.wie.uit.is(naam.waarde));
}

/// "wonderfull:7.3", "7.3.(a)" and "7.3 geheimhouding" are under "wonderfull:7".
inline Waarheid onder_lid(const Mogelijk<std::string_view>& tekst, std::string_view lid) {
  if (!tekst.bekend()) return tekst.onbekend() ? Waarheid::onbekend : Waarheid::nee;
  const auto onder = [&](std::string_view gezocht) {
    const std::size_t lengte = gezocht.size();
    const bool begint = tekst.waarde.substr(0, lengte) == gezocht;
    return begint && (tekst.waarde.size() == lengte || tekst.waarde[lengte] == '.' || tekst.waarde[lengte] == ' ');
  };
  return waar(onder(lid) || onder(lid.substr(lid.find(':') + 1)));
}

/// Whether this act is the chosen one; what names none of them is no choice.
inline bool noemt_handeling(std::string_view handeling, std::string_view keuze) {
  return handeling.find(keuze) != std::string_view::npos;
}
inline Waarheid is_gekozen(const Mogelijk<std::string_view>& keuze, std::string_view handeling,
                           std::initializer_list<std::string_view> alle) {
  if (!keuze.bekend() || noemt_handeling(handeling, keuze.waarde)) return Waarheid::ja;
  for (const std::string_view elk : alle)
    if (noemt_handeling(elk, keuze.waarde)) return Waarheid::nee;
  return Waarheid::ja;
}

/// What the timeline itself says, in the place of what would follow.
struct Gesteld {
  std::string_view sleutel;
  std::string_view plicht;
};
/// Under this key, or (of a duty without key) as one of this lid.
inline bool is_gesteld(const std::vector<Gesteld>& gesteld, std::string_view sleutel, std::string_view lid) {
  const auto begint = [&](std::string_view met) { return !met.empty() && sleutel.substr(0, met.size()) == met; };
  for (const Gesteld& elk : gesteld)
    if (elk.sleutel == sleutel || (begint(lid) && begint(elk.plicht))) return true;
  return false;
}

/// Whether a list has that word. A word that is none of the choices may mean what is looked for.
template <class V>
inline Waarheid bevat(V& v, const std::optional<Lijst>& lijst, std::string_view woord,
                      std::initializer_list<std::string_view> keuzen, std::string_view feit, std::string_view sleutel) {
  bool vreemd = !lijst;
  for (const std::string_view elk : lijst ? *lijst : Lijst{}) {
    if (elk == woord) return Waarheid::ja;
    bool bekend = keuzen.size() == 0;
    for (const std::string_view keuze : keuzen) bekend = bekend || keuze == elk;
    vreemd = vreemd || !bekend;
  }
  if (!vreemd) return Waarheid::nee;
  v.vraag(feit, sleutel);
  return Waarheid::onbekend;
}

/// How a form that events name stands to the one that is asked for. A wider one may have been it; of some narrower ones
/// it has to be found out whether they count.
enum class Past : std::uint8_t { nee, ja, misschien, nader };
struct Vorm {
  std::string_view naam;
  Past past;
};
template <class V, std::size_t aantal, class Nader>
inline Waarheid in_vorm(V& v, const std::optional<std::string_view>& vorm, std::string_view sleutel,
                        const Vorm (&vormen)[aantal], Nader nader) {
  for (const Vorm& elk : vormen) {
    if (!vorm || elk.naam != *vorm || elk.past == Past::misschien) continue;
    return elk.past == Past::nader ? nader() : waar(elk.past == Past::ja);
  }
  v.vraag("vorm", sleutel);
  return Waarheid::onbekend;
}

/// The first moment of those that surely match, or the last; without one, what may have matched is the question.
template <class V, class Lus>
inline Vanaf gevonden(V& v, bool laatste, Lus lus) {
  const auto stand = v.stand();
  Vanaf beste;
  bool twijfel = false;
  lus([&](Waarheid telt, Dag op, bool binnen, std::string_view sleutel) {
    twijfel = twijfel || telt == Waarheid::onbekend;
    if (telt != Waarheid::ja || !binnen) return;
    const bool beter = !beste.dag.bekend() || (laatste ? op >= beste.dag.waarde : op < beste.dag.waarde);
    if (beter) beste = {Moment(op), sleutel};
  });
  if (beste.dag.bekend())
    v.terug(stand);
  else if (twijfel)
    beste.dag = Moment(Kennis::onbekend);
  return beste;
}
template <class V, class Lus>
inline Moment moment_van(V& v, bool laatste, Lus lus) {
  return gevonden(v, laatste, lus).dag;
}

/// What the last event says that matches, or may do so.
template <class T, class V, class Lus>
inline T van_de_laatste(V& v, Lus lus) {
  const auto begin = v.stand();
  Dag op = geen_dag;
  Wie laatste;
  lus([&](const auto& g, auto telt, auto) {
    const bool later = g.op != op ? g.op > op : g.wie.volgnummer > laatste.volgnummer;
    if (!later || telt() == Waarheid::nee) return;
    op = g.op;
    laatste = g.wie;
  });
  v.terug(begin);
  T uit{};
  lus([&](const auto& g, auto telt, auto waarde) {
    if (g.wie.volgnummer != laatste.volgnummer || telt() == Waarheid::nee) return;
    const bool zeker = telt() == Waarheid::ja;
    uit = zeker ? waarde() : (waarde(), T(onbekende<T>()));
  });
  return uit;
}

// ------------------------------------------------------------------------------------------------------- judgements

/// The answers of people to one open norm, each about one subject or about all; `T` is what the norm asks for.
template <class T>
class Oordelen {
 public:
  struct Een {
    std::string_view over;
    std::optional<T> uitkomst;
    Dag op;
  };
  void neem(std::string_view over, std::optional<T> uitkomst, Dag op) { gegeven_.push_back({over, uitkomst, op}); }
  /// About this subject goes before about all, and later before earlier.
  const Een* over(std::string_view sleutel) const {
    const Een* beste = nullptr;
    for (const Een& elk : gegeven_) {
      if (!elk.over.empty() && elk.over != sleutel) continue;
      const bool eigen = beste == nullptr || elk.over.empty() == beste->over.empty();
      if (beste == nullptr || (eigen ? elk.op >= beste->op : !elk.over.empty())) beste = &elk;
    }
    return beste;
  }

 private:
  std::vector<Een> gegeven_;
};

/// It counts for the whole life of its subject, also before its day. Without one it is a question.
template <class V, class T>
auto geoordeeld(V& v, const Oordelen<T>& oordelen, std::string_view vraag, std::string_view sleutel) {
  const auto* gegeven = oordelen.over(sleutel);
  if (gegeven != nullptr && gegeven->uitkomst) return kale(*gegeven->uitkomst);
  v.stel(vraag, sleutel);
  if constexpr (std::is_same_v<T, bool>)
    return Waarheid::onbekend;
  else
    return decltype(kale(*gegeven->uitkomst))(Kennis::onbekend);
}
/// Assumed while nobody has judged it.
template <class V>
inline Waarheid verondersteld(V& v, const Oordelen<bool>& oordelen, std::string_view vraag, std::string_view sleutel,
                              Waarheid anders) {
  const auto* gegeven = oordelen.over(sleutel);
  if (gegeven != nullptr && gegeven->uitkomst) return kale(*gegeven->uitkomst);
  v.neem_aan(vraag, sleutel);
  return anders;
}
/// `vanaf het oordeel`: not so before somebody has judged it.
template <class V, class T>
auto geoordeeld_vanaf(V& v, const Oordelen<T>& oordelen, std::string_view vraag, std::string_view sleutel) {
  using Antwoord = decltype(geoordeeld(v, oordelen, vraag, sleutel));
  const auto* gegeven = oordelen.over(sleutel);
  const bool later = gegeven != nullptr && gegeven->uitkomst && gegeven->op > v.nu;
  if (later) v.kijk(gegeven->op);
  if constexpr (std::is_same_v<T, bool>) {
    if (gegeven == nullptr) return Waarheid::nee;
  }
  return later ? Antwoord{} : geoordeeld(v, oordelen, vraag, sleutel);
}

}  // namespace beding::kern
