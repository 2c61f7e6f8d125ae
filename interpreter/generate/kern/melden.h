// Outcomes of sentences, and what they ask.
#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "generate/kern/afspraak.h"
#include "generate/kern/recht.h"
#include "generate/kern/stilstand.h"
#include "generate/kern/toestand.h"
#include "generate/kern/verbod.h"

namespace beding::kern {

/// The outcomes of the day asked for, of what needs no ledger.
class Melden : protected Stilstaan {
 protected:
  template <class Stand, class Zin>
  void meld_plicht(const Kop& kop, const Onderwerp& over, const Stand& plicht, const Zin& zin) {
    if (!plicht.ontstaan || plicht.status == Status::slapend) return;
    Uitkomst& uit = nieuw(kop, over, plicht.status);
    uit.vanaf = plicht.van_begin ? geen_dag : plicht.vanaf;
    uit.uiterlijk = laatste_dag_van(plicht, zin);
    if constexpr (Zin::in_uren) meld_uren(uit, uren_van(plicht, zin));
    uit.sinds = plicht.van_begin && plicht.status == Status::open ? geen_dag : plicht.sinds;
    if (plicht.status == Status::onbekend) vraag_naar(kop, plicht, zin);
    if (!zin.veronderstelt && !zin.open_termijn) return;
    Vraagt v{nu_, slot_, &geheugen_};
    herinner_aannamen(v, plicht.twijfel);
    if (plicht.gedaan != geen_dag) herinner_aannamen(v, plicht.tijd_twijfel);
    v.sinds = plicht.vanaf;
    zin.geldt(v);
    uit_.vraag(kop, v.aangenomen);
  }
  /// While a term stands still, its end moves on with the days.
  template <class Zin>
  Dag laatste_dag_van(const Plicht& plicht, const Zin& zin) const {
    Kijk v{nu_, slot_};
    v.sinds = plicht.vanaf;
    if (plicht.gesloten || plicht.geschonden != geen_dag || zin.opgeschort(v) != Waarheid::ja) return plicht.uiterlijk;
    const Moment moment = termijn_nu(plicht, zin, v).moment;
    return moment.bekend() ? moment.waarde : plicht.uiterlijk;
  }
  template <class Zin>
  Uurmoment uren_van(const UurPlicht& plicht, const Zin& zin) const {
    Kijk v{nu_, slot_};
    const bool loopt = !plicht.gesloten && plicht.geschonden == geen_dag && zin.opgeschort(v) == Waarheid::ja;
    return loopt ? zin.uurtermijn(v, plicht.vanaf, false).moment : plicht.termijn;
  }
  static void meld_uren(Uitkomst& uit, const Uurmoment& moment) {
    if (!moment.bekend()) return;
    uit.uiterlijk_om = moment.waarde.eerst;
    uit.uiterlijk_laatst = moment.waarde.laatst;
  }
  template <class Zin>
  void meld_verbod(const Kop& kop, const Onderwerp& over, const Verbod& verbod, const Zin& zin) {
    if (verbod.ontstaan && verbod.status != Status::geldt_niet) {
      Uitkomst& uit = nieuw(kop, over, verbod.status);
      uit.vanaf = verbod.van_begin ? geen_dag : verbod.vanaf;
      uit.sinds = verbod.van_begin && verbod.status == Status::geldt ? geen_dag : verbod.sinds;
      Kijk v{nu_, slot_};
      const Moment tot = zin.overleeft_tot(v);
      if (tot.bekend()) uit.tot = tot.waarde;
      if (verbod.status == Status::overtreden) uit.overtredingen = &verbod.overtredingen;
      if (verbod.status == Status::onbekend) vraag_naar(kop, verbod, zin);
    }
  }
  template <class Zin>
  void meld_bevoegdheid(const Kop& kop, const Onderwerp& over, const Bevoegdheid& bevoegdheid, const Zin& zin) {
    if (!bevoegdheid.ontstaan) return;
    if (bevoegdheid.status != Status::niet_beschikbaar) {
      const bool kan_nog = bevoegdheid.status == Status::beschikbaar || bevoegdheid.status == Status::onbekend;
      Uitkomst& uit = nieuw(kop, over, bevoegdheid.status);
      uit.vanaf = bevoegdheid.beschikbaar_vanaf;
      if (bevoegdheid.status == Status::vervallen) uit.tot = bevoegdheid.tot;
      if (kan_nog) uit.tot = bevoegdheid.uiterlijk;
      uit.sinds = bevoegdheid.sinds;
      if (bevoegdheid.status == Status::onbekend) vraag_naar(kop, bevoegdheid, zin);
    }
    if (!zin.veronderstelt) return;
    Vraagt v{nu_, slot_, &geheugen_};
    v.sinds = bevoegdheid.vanaf;
    beschikbaar(bevoegdheid, zin, v);
    uit_.vraag(kop, v.aangenomen);
  }
  /// What was tried under one sentence.
  void meld_pogingen(std::uint32_t zin) {
    for (const Poging& poging : pogingen_) {
      if (poging.zin != zin) continue;
      Uitkomst& uit =
          nieuw(*poging.kop, Onderwerp{poging.sleutel, poging.drager, poging.jegens}, geldigheid(poging.geldig));
      if (*poging.kop->drager != '\0') uit.drager = uit.jegens = Partij::ander;
      uit.sinds = poging.dag;
      Vraagt v{nu_, slot_, &geheugen_};
      herinner(v, poging.twijfel);
      if (poging.geldig == Waarheid::onbekend) uit_.vraag(*poging.kop, v.gevraagd);
      uit_.vraag(*poging.kop, v.aangenomen);
    }
  }
  template <class Zin>
  void meld_toestand(const Kop& kop, const Onderwerp& over, const Toestand& toestand, const Zin& zin) {
    if (toestand.geldt != Waarheid::nee || toestand.sinds != geen_dag) {
      Uitkomst& uit = nieuw(kop, over, status_van(toestand.geldt));
      uit.vanaf = toestand.sinds;
      if (toestand.geldt == Waarheid::ja) uit.sinds = toestand.sinds;
      Kijk kijk{nu_, slot_};
      const Moment laatste = zin.laatste_dag(kijk);
      uit.tot = toestand.geldt == Waarheid::nee ? toestand.tot : laatste.bekend() ? laatste.waarde : geen_dag;
      if (toestand.geldt == Waarheid::onbekend) vraag_naar(kop, toestand, zin);
    }
    if (!zin.veronderstelt) return;
    Vraagt v{nu_, slot_, &geheugen_};
    lees(v, toestand, zin);
    uit_.vraag(kop, v.aangenomen);
  }
  void meld_onbekend(const Kop& kop, std::string_view sleutel, const Bedrag& bedrag, const Vraagt& v) {
    nieuw(kop, sleutel, Status::onbekend).vanaf = bedrag.vanaf;
    uit_.vraag(kop, v.gevraagd);
    uit_.vraag(kop, v.aangenomen);
  }
  template <class Stand, class Zin>
  void meld_recht(const Kop& kop, const Onderwerp& over, const Stand& recht, const Zin& zin) {
    if (!recht.ontstaan) return;
    Uitkomst& uit = nieuw(kop, over, recht.status);
    uit.vanaf = recht.vanaf;
    uit.uiterlijk = recht.uiterlijk;
    if constexpr (Zin::in_uren) meld_uren(uit, recht.termijn);
    uit.sinds = recht.sinds;
    if (recht.status == Status::onbekend) vraag_naar(kop, recht, zin);
    if (!zin.veronderstelt) return;
    Vraagt v{nu_, slot_, &geheugen_};
    herinner_aannamen(v, recht.twijfel);
    uit_.vraag(kop, v.aangenomen);
  }
  /// A limit that takes all liability away, or an indemnity.
  template <class Telt>
  void meld_grens(const Kop& kop, std::string_view sleutel, Telt telt, bool uitsluiting, bool veronderstelt = false) {
    Kijk kijk{nu_, slot_};
    const Waarheid is = telt(kijk);
    if (is != Waarheid::nee)
      nieuw(kop, sleutel, is == Waarheid::ja ? Status::van_toepassing : Status::onbekend).heeft_bedrag = uitsluiting;
    if (is != Waarheid::onbekend && !veronderstelt) return;
    Vraagt v{nu_, slot_, &geheugen_};
    telt(v);
    uit_.vraag(kop, v.gevraagd);
    uit_.vraag(kop, v.aangenomen);
  }
  template <class Telt, class Geval, class Jaar>
  void bij_plafond(std::string_view sleutel, Telt telt, Geval per_geval, Jaar per_jaar, Schadegeval geval) {
    Vraagt v{nu_, slot_, &geheugen_};
    const Waarheid is = telt(v);
    const Mogelijk<Getal> een = per_geval(v), jaar = per_jaar(v);
    plafonds_.push_back({sleutel, is, een, jaar, geval, std::move(v.gevraagd), std::move(v.aangenomen)});
  }
  void meld_plafonds(const Kop& kop) {
    std::stable_sort(plafonds_.begin(), plafonds_.end(),
                     [](const Plafond& a, const Plafond& b) { return a.geval.op < b.geval.op; });
    const auto over = resten(plafonds_);
    for (std::size_t i = 0; i < plafonds_.size(); ++i) {
      const Plafond& elk = plafonds_[i];
      uit_.vraag(kop, elk.aangenomen);
      if (elk.telt == Waarheid::nee) continue;
      const bool zeker = elk.telt == Waarheid::ja && !elk.per_geval.onbekend() && !elk.per_jaar.onbekend();
      Uitkomst& uit = nieuw(kop, elk.sleutel, zeker ? Status::van_toepassing : Status::onbekend);
      uit.heeft_bedrag = over[i].has_value();
      if (over[i]) uit.bedrag = over[i]->centen();
      uit_.vraag(kop, elk.gevraagd);
    }
  }
  /// Agreements about a value of the terms are uses of the freedom to agree.
  template <class T, class Reeks, class Telt>
  void meld_afspraken(const Kop& kop, const Reeks& afspraken, std::string_view naam, Telt telt) {
    for (const auto& elk : afspraken) {
      if (!gaat_over(elk.e.over, naam) || !elk.e.waarde || !als<T>(*elk.e.waarde)) continue;
      Vraagt v{nu_, slot_, &geheugen_};
      const Waarheid geldig = telt(v, elk);
      nieuw(kop, elk.e.sleutel, geldigheid(geldig)).sinds = elk.op;
      uit_.vraag(kop, v.gevraagd);
      uit_.vraag(kop, v.aangenomen);
    }
  }
  template <class T>
  void meld_waarde(const Kop& kop, const Mogelijk<T>& waarde) {
    std::string tekst = "onbekend";
    if (waarde.bekend()) schrijf_kaal(tekst = "", waarde.waarde);
    nieuw(kop, std::string_view{}, Status::geldt).waarde = sleutels_.emplace_back(std::move(tekst)).c_str();
  }
  void meld_waarde(const Kop& kop, const char* waarde) {
    nieuw(kop, std::string_view{}, Status::geldt).waarde = waarde;
  }
  Uitkomst& geld(const Kop& kop, std::string_view sleutel, Centen bedrag, Centen open) {
    const bool voldaan = bedrag > Centen() && open <= Centen();
    Uitkomst& uit = nieuw(kop, sleutel, voldaan ? Status::voldaan : Status::verschuldigd);
    uit.heeft_bedrag = uit.heeft_open = true;
    uit.bedrag = bedrag;
    uit.open = open;
    return uit;
  }
  /// The key of two, to keep.
  std::string_view bewaar_sleutel(std::string_view een, std::string_view ander) {
    return namen_.emplace_back(std::string(een) + "/" + std::string(ander));
  }
  /// The key of two.
  std::string_view samen(std::string_view een, std::string_view ander) {
    if (een.empty()) return ander;
    return sleutels_.emplace_back(std::string(een) + "/" + std::string(ander));
  }
  Uitkomst& nieuw(const Kop& kop, const Onderwerp& over, Status status) {
    Uitkomst& uit = nieuw(kop, over.sleutel, status);
    uit.drager = over.drager;
    uit.jegens = over.jegens;
    return uit;
  }
  Uitkomst& nieuw(const Kop& kop, std::string_view sleutel, Status status) {
    return uit_.uitkomsten.emplace_back(kop, sleutel, status);
  }
  /// What a sentence asks is found by reading it once more, aloud.
  template <class Stand, class Zin>
  void vraag_naar(const Kop& kop, Stand stand, const Zin& zin) {
    Vraagt v{nu_, slot_, &geheugen_};
    beweeg(stand, zin, v);
    uit_.vraag(kop, v.gevraagd);
  }

  Uitkomsten uit_;
  std::vector<Plafond> plafonds_;
  std::deque<std::string> namen_;     ///< keys of two, of what followed
  std::deque<std::string> sleutels_;  ///< keys of two
};

}  // namespace beding::kern
