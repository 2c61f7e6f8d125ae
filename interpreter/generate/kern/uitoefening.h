// Uses of powers: who tried what, which of them was meant, and whether it was valid.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generate/kern/bevoegdheid.h"
#include "generate/kern/uitkomst.h"
#include "generate/kern/verloop.h"

namespace beding::kern {

inline constexpr std::uint32_t geen_zaak = 0xffffffff;

/// When a use of a power works: at once, or from the end of a later day.
struct Eind {
  Moment dag;
  bool direct = true;
};

/// An attempt to use a power.
struct Poging {
  const Kop* kop;
  std::string_view sleutel;
  std::uint32_t zin;
  std::uint32_t handeling;
  Dag dag;
  Waarheid geldig;
  std::uint32_t volgnummer;
  Twijfel twijfel;
  std::uint32_t exemplaar = 0;  ///< which of the power's records it is
  std::uint32_t tweede = 0;
  Partij drager = Partij::ander;
  Partij jegens = Partij::ander;
  std::array<std::uint32_t, 2> over = {geen_zaak, geen_zaak};  ///< what the act is about
  bool zonder = false;                                         ///< there was nothing that it could be about
  bool was_beschikbaar = false;
  Eind eind;

  Dag gedateerd = geen_dag;  ///< the day that it names for itself, else when it was done

  bool is_over(std::size_t plaats, std::uint32_t zaak) const {
    return over[plaats] == geen_zaak || over[plaats] == zaak;
  }
};

/// An attempt at a power over one of its instances, before it is known which of them was meant.
struct Kandidaat {
  Poging poging;
  Waarheid past;
  Waarheid verder;
  Vraagt vragen_past;
  Vraagt vragen_verder;
  bool betrokken;
  bool beschikbaar;
};

/// All that was tried.
class Uitoefening : protected Verloop {
 protected:
  Poging begin_poging(const Kop& kop, std::string_view sleutel, std::uint32_t zin, std::uint32_t handeling) const {
    Poging poging{};
    poging.kop = &kop;
    poging.sleutel = sleutel;
    poging.zin = zin;
    poging.handeling = handeling;
    poging.dag = poging.gedateerd = moment_;
    poging.volgnummer = wie_.volgnummer;
    return poging;
  }
  /// Whether some power carries what the event does, or may.
  bool gedragen(std::uint32_t volgnummer) const {
    return std::any_of(pogingen_.begin(), pogingen_.end(),
                       [&](const Poging& elk) { return elk.volgnummer == volgnummer && elk.geldig != Waarheid::nee; });
  }
  /// From the day that the act names, or at once.
  static Eind op_genoemde_dag(Dag ontvangen, const Moment& genoemd) {
    const bool direct = !genoemd.bekend() || genoemd.waarde <= ontvangen;
    return {direct ? Moment(ontvangen) : genoemd, direct};
  }
  static Eind tegen_dag(const Moment& dag) { return {dag, false}; }
  static Eind na_opzegtermijn(const Kalender& kalender, Dag ontvangen, const Mogelijk<Termijn>& termijn,
                              const Moment& genoemd) {
    if (!termijn.bekend() || termijn.waarde.is_onbepaald()) return {Moment(), false};
    const Dag eerste = kalender.einde(termijn.waarde, ontvangen);
    return {Moment(genoemd.bekend() ? std::max(eerste, genoemd.waarde) : eerste), false};
  }
  /// Whether an act about these was done by a valid use of a power, or may have been.
  template <class V>
  Waarheid uitgeoefend(V& v, std::uint32_t handeling, std::uint32_t een = geen_zaak,
                       std::uint32_t ander = geen_zaak) const {
    return er_is(v, pogingen_, [&](const Poging& elk) {
      const auto past = [&](std::size_t plaats, std::uint32_t zaak) {
        return zaak == geen_zaak || elk.is_over(plaats, zaak);
      };
      return elk.handeling == handeling && past(0, een) && past(1, ander) ? was_geldig(v, elk) : Waarheid::nee;
    });
  }
  /// Not more often than is allowed: `te_vroeg` compares an earlier valid use of the act by the same party.
  template <class V, class Te_vroeg>
  Waarheid niet_vaker(V& v, const Poging& poging, Te_vroeg te_vroeg) const {
    return niet(er_is(v, pogingen_, [&](const Poging& elk) {
      const bool telt = elk.handeling == poging.handeling && elk.drager == poging.drager &&
                        elk.volgnummer != poging.volgnummer && te_vroeg(elk.gedateerd, poging.gedateerd);
      if (telt && elk.geldig == Waarheid::onbekend) herinner_vragen(v, elk.twijfel);
      return telt ? elk.geldig : Waarheid::nee;
    }));
  }
  bool is_binnen(Dag eerder, Dag later, Termijn termijn) const {
    return later <= kalender_.einde_periode(eerder, termijn, 1);
  }
  /// Whether an event was one.
  template <class V>
  Waarheid rechtsgeldig(V& v, std::uint32_t volgnummer, std::uint32_t handeling, std::string_view lid) const {
    return er_is(v, pogingen_, [&](const Poging& elk) {
      const std::string_view eigen = elk.kop->lid;
      const bool onder = lid.empty() || (eigen.substr(0, lid.size()) == lid &&
                                         (eigen.size() == lid.size() || eigen[lid.size()] == '.'));
      const bool deze = elk.volgnummer == volgnummer && onder && (handeling == geen_zaak || elk.handeling == handeling);
      return deze ? was_geldig(v, elk) : Waarheid::nee;
    });
  }
  template <class V>
  static Waarheid was_geldig(V& v, const Poging& poging) {
    if (poging.geldig == Waarheid::onbekend)
      herinner(v, poging.twijfel);
    else
      herinner_aannamen(v, poging.twijfel);
    return poging.geldig;
  }
  /// There is nothing at all that the power could be about: still an attempt, and an invalid one.
  template <class F>
  void beproef_zonder(Poging poging, F past) {
    Kijk kijk{nu_, nu_};
    if (past(kijk) == Waarheid::nee) return;
    poging.zonder = true;
    poging.geldig = Waarheid::nee;
    neem_beste(poging, false);
  }
  /// Who says not what the act is about means the only thing that can be meant. Of what one party tries by one event
  /// under one sentence, the best counts.
  void weeg_pogingen() {
    Kandidaat* enige = nullptr;
    std::size_t betrokken = 0;
    for (Kandidaat& elk : kandidaten_)
      if (elk.betrokken && ++betrokken > 0) enige = &elk;
    if (betrokken == 1 && enige->past == Waarheid::onbekend && vraagt_alleen_waarover(*enige)) {
      enige->past = Waarheid::ja;
      enige->vragen_past.gevraagd.clear();
    }
    for (Kandidaat& elk : kandidaten_) {
      elk.poging.geldig = laagste(elk.past, elk.verder);
      Vraagt v{nu_, nu_, &geheugen_};
      if (elk.poging.geldig == Waarheid::onbekend)
        for (const Vraagt* vragen : {&elk.vragen_past, &elk.vragen_verder})
          v.gevraagd.insert(v.gevraagd.end(), vragen->gevraagd.begin(), vragen->gevraagd.end());
      v.aangenomen = elk.vragen_verder.aangenomen;
      if (!v.gevraagd.empty() || !v.aangenomen.empty()) elk.poging.twijfel = v.bewaar();
      neem_beste(elk.poging, elk.beschikbaar);
    }
    kandidaten_.clear();
  }
  bool vraagt_alleen_waarover(const Kandidaat& kandidaat) const {
    const std::string betreft = "feit/" + std::string(kandidaat.poging.sleutel) + "/betreft";
    const auto& gevraagd = kandidaat.vragen_past.gevraagd;
    return std::all_of(gevraagd.begin(), gevraagd.end(), [&](const Gevraagd& elk) { return elk.id == betreft; });
  }
  void neem_beste(const Poging& poging, bool beschikbaar) {
    for (auto eerder = pogingen_.rbegin(); eerder != pogingen_.rend(); ++eerder) {
      if (eerder->volgnummer != poging.volgnummer) break;
      if (eerder->zin != poging.zin || eerder->drager != poging.drager) continue;
      const bool beter = poging.geldig > eerder->geldig ||
                         (poging.geldig == eerder->geldig && beschikbaar && !eerder->was_beschikbaar);
      if (!beter) return;
      *eerder = poging;
      eerder->was_beschikbaar = beschikbaar;
      return;
    }
    pogingen_.push_back(poging);
    pogingen_.back().was_beschikbaar = beschikbaar;
  }

  std::vector<Poging> pogingen_;
  std::vector<Kandidaat> kandidaten_;
};

}  // namespace beding::kern
