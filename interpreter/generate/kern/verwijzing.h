// What events say about other things: to what they refer, what they list, in what form they came; and open norms, which
// only people answer.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "generate/kern/waarheid.h"

namespace beding::kern {

/// Which event of the timeline it is, and when it reached the other party.
struct Wie {
  std::uint32_t volgnummer = 0;
  Dag aankomst = geen_dag;
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
bool zegt(const std::optional<T>& gegeven) {
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

template <class X>
bool noemt(std::string_view tekst, const X& exemplaar) {
  return zelfde(tekst, exemplaar.sleutel) || zelfde(tekst, exemplaar.bij.sleutel);
}
template <class X>
bool noemt(const Lijst& teksten, const X& exemplaar) {
  for (const std::string_view tekst : teksten)
    if (noemt(tekst, exemplaar)) return true;
  return false;
}
template <class T, class X>
bool noemt(const std::optional<T>& gegeven, const X& exemplaar) {
  return gegeven && noemt(*gegeven, exemplaar);
}
template <class X>
bool noemt(Niets, const X&) {
  return false;
}

/// Whether it was the only one of its kind when the event reached its party.
template <class Reeks, class X>
bool was_enige(const Reeks& reeks, const X& exemplaar, const Wie& wie) {
  std::size_t aantal = 0;
  bool erbij = false;
  for (const auto& elk : reeks) {
    const bool later =
        elk.wie.aankomst != wie.aankomst ? elk.wie.aankomst > wie.aankomst : elk.wie.volgnummer > wie.volgnummer;
    if (later) continue;
    ++aantal;
    erbij = erbij || &elk == &exemplaar;
  }
  return erbij && aantal == 1;
}

/// By what it names; else by what it brought about; else by `betreft`; else to the only one there was.
template <class V, class Gegeven, class Reeks, class X>
Waarheid verwijst(V& v, const Gegeven& gegeven, const Lijst& betreft, const Wie& wie, std::string_view sleutel,
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

/// Whether a list has that word. A word that is none of the choices may mean what is looked for.
template <class V>
Waarheid bevat(V& v, const std::optional<Lijst>& lijst, std::string_view woord,
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
Waarheid in_vorm(V& v, const std::optional<std::string_view>& vorm, std::string_view sleutel,
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
Moment moment_van(V& v, bool laatste, Lus lus) {
  const auto stand = v.stand();
  Moment gevonden;
  bool twijfel = false;
  lus([&](Waarheid telt, Dag op) {
    twijfel = twijfel || telt == Waarheid::onbekend;
    if (telt != Waarheid::ja) return;
    const bool beter = !gevonden.bekend() || (laatste ? op >= gevonden.waarde : op < gevonden.waarde);
    if (beter) gevonden = Moment(op);
  });
  if (gevonden.bekend()) v.terug(stand);
  return gevonden.bekend() || !twijfel ? gevonden : Moment(Kennis::onbekend);
}

/// What the last event says that matches, or may do so.
template <class T, class V, class Lus>
T van_de_laatste(V& v, Lus lus) {
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
