// What was agreed in place of what the terms say, and for what consent was given.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generate/kern/getal.h"
#include "generate/kern/verwijzing.h"

namespace beding::kern {

/// What was agreed, of whatever kind it is.
using Waarde = std::variant<std::monostate, std::string_view, Termijn, Centen, Getal, Datum>;

/// Of a length only `onbepaald` is also a word.
inline bool zelfde(const Waarde& waarde, std::string_view tekst) {
  const auto* lengte = std::get_if<Termijn>(&waarde);
  if (lengte != nullptr && lengte->is_onbepaald()) return tekst == "onbepaald";
  const auto* gezegd = std::get_if<std::string_view>(&waarde);
  return gezegd != nullptr && *gezegd == tekst;
}

template <class T>
std::optional<T> als(const Waarde& waarde) {
  const auto* gevonden = std::get_if<T>(&waarde);
  return gevonden != nullptr ? std::optional<T>(*gevonden) : std::nullopt;
}
template <>
inline std::optional<Getal> als<Getal>(const Waarde& waarde) {
  if (const auto* bedrag = std::get_if<Centen>(&waarde)) return getal(*bedrag);
  const auto* gevonden = std::get_if<Getal>(&waarde);
  return gevonden != nullptr ? std::optional<Getal>(*gevonden) : std::nullopt;
}
template <>
inline std::optional<Dag> als<Dag>(const Waarde& waarde) {
  const auto* gevonden = std::get_if<Datum>(&waarde);
  return gevonden != nullptr ? std::optional<Dag>(gevonden->dag()) : std::nullopt;
}

/// Of a value that the source leaves open, anything can be agreed.
template <>
inline std::optional<Waarde> als<Waarde>(const Waarde& waarde) {
  return std::holds_alternative<std::monostate>(waarde) ? std::optional<Waarde>() : waarde;
}
inline void schrijf_kaal(std::string&, std::monostate) {}
inline void schrijf_kaal(std::string& uit, std::string_view tekst) { uit += tekst; }
inline void schrijf_kaal(std::string& uit, Termijn termijn) { schrijf(uit, termijn); }
inline void schrijf_kaal(std::string& uit, Dag dag) { schrijf(uit, dag); }
inline void schrijf_kaal(std::string& uit, Datum dag) { schrijf(uit, dag.dag()); }
inline void schrijf_kaal(std::string& uit, Centen bedrag) { schrijf(uit, bedrag); }
inline void schrijf_kaal(std::string& uit, Getal getal) { schrijf(uit, getal); }
inline void schrijf_kaal(std::string& uit, const Waarde& waarde) {
  std::visit([&](const auto& een) { schrijf_kaal(uit, een); }, waarde);
}

inline std::string klein(std::string_view tekst) {
  std::string uit(tekst);
  for (char& letter : uit)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  return uit;
}
/// A name without its article; capitals do not count.
inline bool gaat_over(const std::optional<std::string_view>& over, std::string_view naam) {
  if (!over) return false;
  std::string kaal = klein(*over);
  for (const std::string_view lidwoord : {"de ", "het ", "een "})
    if (kaal.compare(0, lidwoord.size(), lidwoord) == 0) {
      kaal.erase(0, lidwoord.size());
      break;
    }
  return kaal == naam;
}
template <class G>
Dag ingang(const G& afspraak) {
  return afspraak.ingang ? afspraak.ingang->dag() : afspraak.op.dag();
}

/// The last agreement that counts, and has come into force on the day that the sentence looks at.
template <class T, class V, class Reeks, class Anders, class Telt>
Mogelijk<T> afgesproken(V& v, bool telkens, const Reeks& afspraken, std::string_view naam, Anders anders, Telt telt) {
  const Dag op = telkens || v.sinds == geen_dag ? v.nu : v.sinds;
  const typename Reeks::value_type* laatste = nullptr;
  const auto stand = v.stand();
  for (const auto& elk : afspraken) {
    if (!gaat_over(elk.e.over, naam) || !elk.e.waarde || !als<T>(*elk.e.waarde)) continue;
    if (ingang(elk.e) > op) {
      if (ingang(elk.e) > v.nu) v.kijk(ingang(elk.e));
      continue;
    }
    const bool later = laatste == nullptr || ingang(elk.e) >= ingang(laatste->e);
    if (later && telt(elk) != Waarheid::nee) laatste = &elk;
    v.vergeet(stand);
  }
  if (laatste == nullptr) return anders();
  return telt(*laatste) == Waarheid::ja ? Mogelijk<T>(*als<T>(*laatste->e.waarde)) : Mogelijk<T>(Kennis::onbekend);
}
/// What the source leaves open is asked for.
template <class T, class V>
Mogelijk<T> gevraagd(V& v, std::string_view naam) {
  v.vraag(naam, {});
  return Mogelijk<T>(Kennis::onbekend);
}

// ---------------------------------------------------------------------------------------------------------- consent

/// The words of an act; `eigen`: of what the event does.
struct Daadvorm {
  std::string_view woorden;
  bool eigen;
};

inline std::string_view tekst_van(std::string_view tekst) { return tekst; }
inline std::string_view tekst_van(const std::optional<std::string_view>& tekst) { return tekst.value_or(""); }

/// The words that say something.
inline std::vector<std::string> kernwoorden(std::string_view tekst) {
  constexpr std::string_view leeg[] = {"de", "het", "een", "van", "voor", "door", "aan", "in", "op", "over"};
  std::vector<std::string> woorden;
  const std::string alles = klein(tekst);
  for (std::size_t begin = 0; begin < alles.size();) {
    const std::size_t einde = std::min(alles.find(' ', begin), alles.size());
    std::string woord = alles.substr(begin, einde - begin);
    const bool zegt_iets = !woord.empty() && std::find(std::begin(leeg), std::end(leeg), woord) == std::end(leeg);
    if (zegt_iets) woorden.push_back(std::move(woord));
    begin = einde + 1;
  }
  return woorden;
}
inline bool heeft(const std::vector<std::string>& woorden, const std::string& woord) {
  return std::find(woorden.begin(), woorden.end(), woord) != woorden.end();
}
/// Its verb, and nothing that the form does not say.
inline bool benoemt(const std::vector<std::string>& woorden, std::string_view vorm) {
  const std::vector<std::string> gezegd = kernwoorden(vorm);
  if (gezegd.empty() || woorden.empty()) return false;
  const std::string& kop = vorm.find(" van ") == std::string_view::npos ? gezegd.back() : gezegd.front();
  return heeft(woorden, kop) &&
         std::all_of(woorden.begin(), woorden.end(), [&](const std::string& woord) { return heeft(gezegd, woord); });
}
inline bool noemt_een(const std::vector<std::string>& woorden, const Lijst& sleutels) {
  return std::any_of(sleutels.begin(), sleutels.end(),
                     [&](std::string_view sleutel) { return !sleutel.empty() && heeft(woorden, klein(sleutel)); });
}

/// Whether a consent is for what an event does; not known when it names no act and nothing that is known. `sleutels`:
/// its own key first; `alle`: those of all events of its kind on the timeline.
template <class V, std::size_t aantal>
Waarheid toestemming_voor(V& v, const std::optional<std::string_view>& voor, const Lijst& over,
                          std::string_view sleutel, Lijst sleutels, const Lijst& betreft,
                          const Daadvorm (&vormen)[aantal], const std::vector<Lijst>& alle) {
  if (!voor && over.empty()) return Waarheid::ja;
  std::vector<std::string> woorden = voor ? kernwoorden(*voor) : std::vector<std::string>{};
  for (const std::string_view zaak : over) woorden.push_back(klein(zaak));
  sleutels.insert(sleutels.end(), betreft.begin(), betreft.end());
  if (noemt_een(woorden, sleutels)) return Waarheid::ja;
  bool andere = false;
  for (const Daadvorm& vorm : vormen) {
    if (!benoemt(woorden, vorm.woorden)) continue;
    if (vorm.eigen) return Waarheid::ja;
    andere = true;
  }
  for (const Lijst& elk : alle) andere = andere || (elk.front() != sleutels.front() && noemt_een(woorden, elk));
  if (andere) return Waarheid::nee;
  v.vraag("voor", sleutel);
  return Waarheid::onbekend;
}

}  // namespace beding::kern
