// How an agreement goes through time, whatever its clauses: events, the clock, what is up, exercises, standstill, the
// ledger, and what is reported. The generated class stands on it, and says what its sentences are.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "generate/kern/grootboek.h"
#include "generate/kern/recht.h"
#include "generate/kern/uitkomst.h"
#include "generate/kern/verwijzing.h"
#include "generate/kern/wekker.h"
#include "generate/kern/zinnen.h"

namespace beding::kern {

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
};

/// A stretch in which duties stand still.
struct Stilstand {
  std::uint32_t gevolg;
  Partij partij;
  std::uint32_t door;
  std::uint32_t volgnummer;
  Dag van;
  Dag tot;
  Waarheid zeker;
  Twijfel twijfel;
};
inline constexpr Partij geen_partij = Partij::ander;

/// Whether a text names a lid of the document ("6.5", "vandeez:6.5", "6") that is not `lid` or a part above it.
template <class Rij>
bool noemt_ander_lid(std::string_view genoemd, std::string_view document, std::string_view lid, Rij begin, Rij einde) {
  const std::size_t voor = document.size();
  if (genoemd.size() > voor && genoemd.substr(0, voor) == document && genoemd[voor] == ':')
    genoemd.remove_prefix(voor + 1);
  const auto onder = [&](std::string_view elk) {
    const bool deel = elk.size() > genoemd.size() && elk[genoemd.size()] == '.';
    return elk.substr(0, genoemd.size()) == genoemd && (deel || elk.size() == genoemd.size());
  };
  return std::any_of(begin, einde, onder) && !onder(lid);
}

/// What an agreement starts with.
struct Begin {
  Dag nu_ = geen_dag;
  Dag slot_ = geen_dag;    ///< last day of what stops now
  Dag moment_ = geen_dag;  ///< the day on which the event of this instant counts
  std::uint32_t volgnummer_ = 0;
  std::uint32_t orde_ = 0;
  Wie wie_;                 ///< the event of this instant
  std::string_view door_;   ///< its key, where a sentence tells that
  bool aangenomen_ = true;  ///< in force from before the first event
  bool einde_staat_vast_ = false;
  bool begonnen_ = false;
  Waarheid voorbij_ = Waarheid::nee;
  Twijfel voorbij_twijfel_;
  Dag laatste_dag_ = geen_dag;
  Dag tegoed_gewekt_ = geen_dag;
};

/// `Zelf` is the agreement, `zinnen` how many sentences it has, `Orde` where payments go, `Bericht` a variant of what
/// may be received later than it was sent, `Stukken` what is kept of the segments of interest.
template <class Zelf, std::size_t zinnen, class Orde, class Bericht, class Stukken = GeenStukken>
class Loop : protected Begin {
 public:
  /// A new agreement; its memory stays in use.
  void leeg() {
    static_cast<Begin&>(*this) = {};
    geheugen_.leeg();
    pogingen_.clear();
    stilstanden_.clear();
    post_.clear();
    boek_.leeg();
    wekkers_.leeg();
    agenda_.leeg();
    beurten_ = {};
    zelf().vergeet();
  }
  /// An event of a kind that no sentence reads.
  template <class G>
  void neem(const G& e) {
    overig(e.op);
  }
  /// An event of which these clauses read nothing but its day.
  void overig(Datum op) {
    begin(op.dag());
    kom_tot_rust();
  }
  /// How all stands at the end of that day.
  const Uitkomsten& op(Datum peildatum) {
    if (peildatum.dag() < nu_) throw std::invalid_argument("de peildatum ligt voor de laatste gebeurtenis");
    tot(peildatum.dag());
    uit_.leeg();
    sleutels_.clear();
    zelf().meld();
    return uit_;
  }

 protected:
  // --- events and the clock

  void begin(Dag dag, std::optional<Datum> ontvangen = {}) {
    if (dag < nu_) throw std::invalid_argument("gebeurtenissen komen op de volgorde van hun dag");
    tot(dag);
    moment_ = dag;
    orde_ = ++volgnummer_;
    wie_ = {volgnummer_, ontvangen ? std::max(dag, ontvangen->dag()) : dag};
  }
  /// What the clock does through the beginning of that day, and what is received.
  void tot(Dag dag) {
    if (nu_ == geen_dag) van_start(dag);
    for (Dag klok = wekkers_.eerste(), bode = eerste_post(); klok <= dag || bode <= dag;
         klok = wekkers_.eerste(), bode = eerste_post())
      klok <= bode ? klok_slaat(klok) : post_komt(bode);
    nu_ = slot_ = dag;
  }
  void van_start(Dag dag) {
    klok_op(dag);
    begonnen_ = aangenomen_;
    zelf().raak_vaste();
    kom_tot_rust();
  }
  void klok_op(Dag dag) {
    nu_ = dag;
    slot_ = dag - 1;
    orde_ = std::numeric_limits<std::uint32_t>::max();
    door_ = {};
  }
  void klok_slaat(Dag dag) {
    klok_op(dag);
    while (wekkers_.eerste() == dag) {
      const Wekker wekker = wekkers_.neem();
      if (wekker.zin < zinnen) raak(wekker.zin, wekker.exemplaar);
    }
    kom_tot_rust();
  }
  Dag eerste_post() const {
    Dag eerste = nooit;
    for (const Onderweg& elk : post_) eerste = std::min(eerste, elk.dag);
    return eerste;
  }
  void post_komt(Dag dag) {
    nu_ = slot_ = moment_ = dag;
    const auto elk = std::find_if(post_.begin(), post_.end(), [&](const Onderweg& een) { return een.dag == dag; });
    const Onderweg komt = *elk;
    post_.erase(elk);
    orde_ = komt.volgnummer;
    wie_ = {komt.volgnummer, dag};
    std::visit([&](const auto& e) { zelf().komt_aan(e); }, komt.bericht);
  }
  void komt_aan(const std::monostate&) {}

  // --- what is up

  void raak(std::size_t zin) {
    beurten_[zin].raak_alle();
    agenda_.zet(zin);
  }
  void raak(std::size_t zin, std::size_t exemplaar) {
    beurten_[zin].raak(exemplaar);
    agenda_.zet(zin);
  }
  void wek(Dag& gewekt, Dag dag, std::size_t zin, std::uint32_t exemplaar) {
    if (dag == nooit || dag == gewekt) return;
    gewekt = dag;
    wekkers_.zet({dag, static_cast<std::uint32_t>(zin), exemplaar});
  }
  void kom_tot_rust() {
    for (;;) {
      if (boek_.tegoed() > Centen()) verreken();
      std::size_t zin = agenda_.neem();
      if (zin >= zinnen) return;
      for (; zin < zinnen; zin = agenda_.neem()) zelf().bekijk(zin);
    }
  }
  /// Whether an event is what a sentence speaks of; if it is or may be, with what is asked.
  template <class F, class G>
  void zie(F past, G doe) {
    Kijk kijk{nu_, nu_};
    const Waarheid is = past(kijk);
    if (is == Waarheid::nee) return;
    if (is == Waarheid::ja) return doe(is, Twijfel{});
    Vraagt v{nu_, nu_, &geheugen_};
    past(v);
    doe(is, geheugen_.bewaar(std::move(v.gevraagd)));
  }

  // --- the agreement itself

  void eindig(Dag dag) {
    if (voorbij_ == Waarheid::ja) return;
    voorbij_ = Waarheid::ja;
    laatste_dag_ = dag;
    zelf().raak_overeenkomst();
  }
  void eindig_door(std::size_t eerste, std::uint32_t handeling) {
    for (std::size_t i = eerste; i < pogingen_.size() && !einde_staat_vast_; ++i) {
      const Poging& poging = pogingen_[i];
      if (poging.handeling != handeling || poging.geldig == Waarheid::nee) continue;
      if (poging.geldig == Waarheid::ja) return eindig(nu_);
      voorbij_ = hoogste(voorbij_, Waarheid::onbekend);
      voorbij_twijfel_ = geheugen_.samen(voorbij_twijfel_, poging.twijfel);
      zelf().raak_overeenkomst();
    }
  }
  template <class V>
  Waarheid is_voorbij(V& v) const {
    if (voorbij_ == Waarheid::onbekend) herinner(v, voorbij_twijfel_);
    return voorbij_;
  }
  template <class V>
  Waarheid is_van_kracht(V& v) const {
    return en(
        v, [&] { return zelf().gevormd(v); }, [&] { return niet(is_voorbij(v)); });
  }
  void komt_tot_stand() {
    if (begonnen_ || zelf().gevormd_nu() != Waarheid::ja || voorbij_ == Waarheid::ja) return;
    begonnen_ = true;
    zelf().raak_overeenkomst();
  }
  template <class V>
  Waarheid is_begonnen(V& v) const {
    return begonnen_ ? Waarheid::ja
                     : en(
                           v, [&] { return zelf().gevormd(v); }, [&] { return niet(is_voorbij(v)); });
  }

  // --- exercises

  /// Who tries to use a power, and whether all was as it should be just before.
  template <class Zin, class F>
  void poog(std::uint32_t zin, std::uint32_t handeling, const Kop& kop, std::string_view sleutel,
            const Bevoegdheid& bevoegdheid, F past) {
    const auto toets = [&](auto& v) {
      return en(
          v, [&] { return past(v); },
          [&] {
            return bevoegdheid.ontstaan ? eisen(bevoegdheid, Zin{{}, zelf()}, v) : is_begonnen(v);
          });
    };
    Kijk kijk{nu_, nu_};
    if (past(kijk) == Waarheid::nee) return;
    pogingen_.push_back({&kop, sleutel, zin, handeling, moment_, toets(kijk), volgnummer_, {}});
    if (pogingen_.back().geldig != Waarheid::onbekend) return;
    Vraagt v{nu_, nu_, &geheugen_};
    toets(v);
    pogingen_.back().twijfel = geheugen_.bewaar(std::move(v.gevraagd));
  }
  /// Attempts as all stands just before: of that world nothing else stays.
  template <class F>
  void proef(F doe) {
    const std::size_t eerste = pogingen_.size();
    Zelf net_ervoor = zelf();
    net_ervoor.kom_tot_rust();
    doe(net_ervoor);
    for (std::size_t i = eerste; i < net_ervoor.pogingen_.size(); ++i) {
      pogingen_.push_back(net_ervoor.pogingen_[i]);
      pogingen_.back().twijfel = geheugen_.samen({}, net_ervoor.pogingen_[i].twijfel);
    }
  }
  /// A valid use; or one that may have been valid. Who ends a part only keeps the power for the rest.
  void gebruik(std::size_t eerste, std::uint32_t handeling, bool geheel) {
    for (std::size_t i = eerste; geheel && i < pogingen_.size(); ++i) {
      const Poging& poging = pogingen_[i];
      if (poging.handeling != handeling || poging.geldig == Waarheid::nee) continue;
      Bevoegdheid& gebruikt = zelf().bevoegdheid(poging.zin);
      if (poging.geldig == Waarheid::ja) gebruikt.gebruikt = poging.dag;
      if (poging.geldig == Waarheid::onbekend) {
        gebruikt.misschien_gebruikt = Waarheid::onbekend;
        gebruikt.twijfel = geheugen_.samen(gebruikt.twijfel, poging.twijfel);
      }
      raak(poging.zin);
    }
  }
  /// One valid use suspends once; uses that may be valid do so perhaps.
  void schort_op(std::size_t eerste, std::uint32_t handeling, std::uint32_t gevolg, Partij partij) {
    bool zeker = false;
    for (std::size_t i = eerste; i < pogingen_.size(); ++i) {
      const Poging& poging = pogingen_[i];
      if (poging.handeling != handeling || poging.geldig == Waarheid::nee) continue;
      if (poging.geldig == Waarheid::ja && std::exchange(zeker, true)) continue;
      stilstanden_.push_back({gevolg, partij == geen_partij ? zelf().drager(poging.zin) : partij, poging.zin,
                              poging.volgnummer, poging.dag, geen_dag, poging.geldig, poging.twijfel});
      zelf().raak_opschortbaar();
    }
  }
  /// It lasts while the power lasts that was used.
  template <class Zin>
  void herzie_stilstand(const Zin& zin) {
    for (Stilstand& elk : stilstanden_) {
      Kijk v{nu_, slot_};
      if (elk.door != zin.nummer || elk.tot != geen_dag || zin.geldt(v) != Waarheid::nee) continue;
      elk.tot = nu_;
      zelf().raak_opschortbaar();
    }
  }
  template <class V, class Zin>
  Waarheid staat_stil(V& v, const Zin& zin) const {
    return er_is(v, stilstanden_, [&](const Stilstand& elk) {
      if (elk.tot != geen_dag || !zin.treft(elk)) return Waarheid::nee;
      if (elk.zeker == Waarheid::onbekend) herinner(v, elk.twijfel);
      return elk.zeker;
    });
  }
  /// Overlapping ones count once.
  template <class Zin>
  Dag stil_sinds(const Zin& zin) const {
    Dag van = geen_dag, tot = geen_dag;
    for (const Stilstand& elk : stilstanden_) {
      if (elk.zeker != Waarheid::ja || !zin.treft(elk)) continue;
      const bool nieuw = van == geen_dag || (tot != geen_dag && elk.van > tot);
      const bool langer = tot != geen_dag && (elk.tot == geen_dag || elk.tot > tot);
      if (nieuw) van = elk.van;
      if (nieuw || langer) tot = elk.tot;
    }
    return van;
  }

  // --- the ledger

  void betaal(Centen bedrag) {
    boek_.ontvang(nu_, bedrag, [&](std::uint32_t i) { zelf().voldaan(i); });
  }
  void betaal(Centen bedrag, const Lijst& genoemd) {
    boek_.ontvang(nu_, bedrag, genoemd, [&](std::uint32_t i) { zelf().voldaan(i); });
  }
  void verreken() {
    boek_.gebruik_tegoed(nu_, [&](std::uint32_t i) { zelf().voldaan(i); });
    wek(tegoed_gewekt_, boek_.wek(nu_), zinnen, 0);
  }
  void open_rekening(Bedrag& bedrag, const Tarieven& tarieven, std::uint32_t post) {
    bedrag.loopt = true;
    bedrag.rekening = boek_.open_rekening(tarieven, post, nu_, bedrag.rekening);
  }
  void sluit_rekening(Bedrag& bedrag) {
    bedrag.loopt = false;
    boek_.rekening(bedrag.rekening).rente.stop(slot_);
  }
  void boek(Bedrag& bedrag, const Mogelijk<Centen>& waarde, Soort soort, std::string_view sleutel) {
    if (bedrag.vanaf == geen_dag) bedrag.vanaf = nu_;
    if (waarde.onbekend()) return;
    bedrag.loopt = true;
    if (!waarde.bekend() || bedrag.post != geen_post) return;
    Post post;
    post.sleutel = sleutel;
    post.soort = soort;
    post.dag = bedrag.ontstaan_op;
    post.orde = orde_;
    post.bedrag = waarde.waarde;
    if (soort == Soort::kosten) post.hoofdsom = boek_.hoofdsom_van(sleutel);
    bedrag.post = boek_.boek(post);
  }

  // --- outcomes

  /// Of what comes with the agreement it is unknown whether it is there, while it is unknown whether that is.
  template <class Stand, class Zin>
  bool misschien_ontstaan(const Kop& kop, const Onderwerp& over, const Stand& stand, const Zin&) {
    if (!Zin::staand || stand.ontstaan) return false;
    Vraagt v{nu_, slot_, &geheugen_};
    if (is_begonnen(v) != Waarheid::onbekend) return false;
    nieuw(kop, over, Status::onbekend);
    uit_.vraag(kop, v.gevraagd);
    return true;
  }
  template <class Zin>
  void meld_plicht(const Kop& kop, const Onderwerp& over, const Plicht& plicht, const Zin& zin) {
    if (misschien_ontstaan(kop, over, plicht, zin)) return;
    if (!plicht.ontstaan || plicht.status == Status::slapend) return;
    Uitkomst& uit = nieuw(kop, over, plicht.status);
    uit.vanaf = plicht.van_begin ? geen_dag : plicht.vanaf;
    uit.uiterlijk = plicht.uiterlijk;
    uit.sinds = plicht.van_begin && plicht.status == Status::open ? geen_dag : plicht.sinds;
    if (plicht.status == Status::onbekend) vraag_naar(kop, plicht, zin);
  }
  template <class Zin>
  void meld_verbod(const Kop& kop, const Onderwerp& over, const Verbod& verbod, const Zin& zin) {
    if (misschien_ontstaan(kop, over, verbod, zin)) return;
    if (!verbod.ontstaan || verbod.status == Status::geldt_niet) return;
    Uitkomst& uit = nieuw(kop, over, verbod.status);
    uit.vanaf = verbod.van_begin ? geen_dag : verbod.vanaf;
    uit.sinds = verbod.van_begin && verbod.status == Status::geldt ? geen_dag : verbod.sinds;
    if (verbod.status == Status::overtreden) uit.overtredingen = &verbod.overtredingen;
    if (verbod.status == Status::onbekend) vraag_naar(kop, verbod, zin);
  }
  template <class Zin>
  void meld_bevoegdheid(const Kop& kop, const Onderwerp& over, const Bevoegdheid& bevoegdheid, const Zin& zin) {
    misschien_ontstaan(kop, over, bevoegdheid, zin);
    if (bevoegdheid.ontstaan && bevoegdheid.status != Status::niet_beschikbaar) {
      const bool kan_nog = bevoegdheid.status == Status::beschikbaar || bevoegdheid.status == Status::onbekend;
      Uitkomst& uit = nieuw(kop, over, bevoegdheid.status);
      uit.vanaf = bevoegdheid.vanaf;
      if (bevoegdheid.status == Status::vervallen) uit.tot = bevoegdheid.tot;
      if (kan_nog) uit.tot = bevoegdheid.uiterlijk;
      uit.sinds = bevoegdheid.sinds;
      if (bevoegdheid.status == Status::onbekend) vraag_naar(kop, bevoegdheid, zin);
    }
    for (const Poging& poging : pogingen_) {
      if (poging.zin != zin.nummer) continue;
      nieuw(*poging.kop, poging.sleutel, geldigheid(poging.geldig)).sinds = poging.dag;
      if (poging.geldig == Waarheid::onbekend) vraag_naar(*poging.kop, poging.twijfel);
    }
  }
  template <class Zin>
  void meld_toestand(const Kop& kop, const Onderwerp& over, const Toestand& toestand, const Zin& zin) {
    if (toestand.geldt == Waarheid::nee && toestand.sinds == geen_dag) return;
    Uitkomst& uit = nieuw(kop, over, status_van(toestand.geldt));
    uit.vanaf = toestand.sinds;
    if (toestand.geldt == Waarheid::ja) uit.sinds = toestand.sinds;
    if (toestand.geldt == Waarheid::nee) uit.tot = toestand.tot;
    if (toestand.geldt == Waarheid::onbekend) vraag_naar(kop, toestand, zin);
  }
  template <class Zin>
  void meld_bedrag(const Kop& kop, std::string_view sleutel, const Bedrag& bedrag, const Zin& zin) {
    if (!bedrag.ontstaan) return;
    if (bedrag.post == geen_post) {
      Vraagt v{nu_, slot_, &geheugen_};
      Bedrag kopie = bedrag;
      if (beweeg(kopie, zin, v) == Stap::start) (void)zin.waarde(v);
      if (bedrag.loopt || v.gevraagd.empty()) return;
      nieuw(kop, sleutel, Status::onbekend).vanaf = bedrag.vanaf;
      return uit_.vraag(kop, v.gevraagd);
    }
    const Post& post = boek_.post(bedrag.post);
    if (post.bedrag == Centen()) return;
    Uitkomst& uit = geld(kop, sleutel, post.bedrag, post.open());
    uit.vanaf = post.dag;
    uit.sinds = post.voldaan;
  }
  template <class Zin>
  void meld_rente(const Kop& kop, std::string_view sleutel, const Bedrag& bedrag, const Zin& zin) {
    if (!bedrag.ontstaan) return;
    if (bedrag.rekening == geen_post) {
      if (bedrag.lopen != Waarheid::onbekend) return;
      nieuw(kop, sleutel, Status::onbekend);
      return vraag_naar(kop, bedrag, zin);
    }
    Centen totaal, open;
    Dag vanaf = geen_dag;
    for (auto i = bedrag.rekening; i != geen_post; i = boek_.rekening(i).eerder) {
      Renteloop<Stukken>& rente = boek_.rekening(i).rente;
      totaal += rente.tot_en_met(nu_);
      open += rente.open(nu_);
      vanaf = rente.eerste();
    }
    Uitkomst& uit = geld(kop, sleutel, totaal, open);
    uit.vanaf = vanaf;
    uit.tot = boek_.rekening(bedrag.rekening).rente.laatste();
  }
  template <class Zin>
  void meld_recht(const Kop& kop, const Onderwerp& over, const Recht& recht, const Zin& zin) {
    if (!recht.ontstaan) return;
    Uitkomst& uit = nieuw(kop, over, recht.status);
    uit.vanaf = recht.vanaf;
    uit.uiterlijk = recht.uiterlijk;
    uit.sinds = recht.sinds;
    if (recht.status == Status::onbekend) vraag_naar(kop, recht, zin);
  }
  /// A limit that takes all liability away, or an indemnity.
  template <class Telt>
  void meld_grens(const Kop& kop, std::string_view sleutel, Telt telt, bool uitsluiting) {
    Kijk kijk{nu_, slot_};
    const Waarheid is = telt(kijk);
    if (is == Waarheid::nee) return;
    nieuw(kop, sleutel, is == Waarheid::ja ? Status::van_toepassing : Status::onbekend).heeft_bedrag = uitsluiting;
    if (is == Waarheid::ja) return;
    Vraagt v{nu_, slot_, &geheugen_};
    telt(v);
    uit_.vraag(kop, v.gevraagd);
  }
  template <class Telt, class Geval, class Jaar>
  void bij_plafond(std::string_view sleutel, Telt telt, Geval per_geval, Jaar per_jaar, Schadegeval geval) {
    Vraagt v{nu_, slot_, &geheugen_};
    const Waarheid is = telt(v);
    const Mogelijk<Getal> een = per_geval(v), jaar = per_jaar(v);
    plafonds_.push_back({sleutel, is, een, jaar, geval, std::move(v.gevraagd)});
  }
  void meld_plafonds(const Kop& kop) {
    std::stable_sort(plafonds_.begin(), plafonds_.end(),
                     [](const Plafond& a, const Plafond& b) { return a.geval.op < b.geval.op; });
    const auto over = resten(plafonds_);
    for (std::size_t i = 0; i < plafonds_.size(); ++i) {
      const Plafond& elk = plafonds_[i];
      if (elk.telt == Waarheid::nee) continue;
      const bool zeker = elk.telt == Waarheid::ja && !elk.per_geval.onbekend() && !elk.per_jaar.onbekend();
      Uitkomst& uit = nieuw(kop, elk.sleutel, zeker ? Status::van_toepassing : Status::onbekend);
      uit.heeft_bedrag = over[i].has_value();
      if (over[i]) uit.bedrag = over[i]->centen();
      uit_.vraag(kop, elk.gevraagd);
    }
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
    Uitkomst& uit = uit_.uitkomsten.emplace_back();
    uit.kop = &kop;
    uit.sleutel = sleutel;
    uit.status = status;
    return uit;
  }
  /// What a sentence asks is found by reading it once more, aloud.
  template <class Stand, class Zin>
  void vraag_naar(const Kop& kop, Stand stand, const Zin& zin) {
    Vraagt v{nu_, slot_, &geheugen_};
    beweeg(stand, zin, v);
    uit_.vraag(kop, v.gevraagd);
  }
  void vraag_naar(const Kop& kop, Twijfel twijfel) {
    Vraagt v{nu_, slot_, &geheugen_};
    herinner(v, twijfel);
    uit_.vraag(kop, v.gevraagd);
  }

  // --- what an agreement says otherwise, if it has such sentences

  void raak_vaste() {}
  void raak_overeenkomst() {}
  void raak_opschortbaar() {}
  void voldaan(std::uint32_t) {}
  Bevoegdheid& bevoegdheid(std::uint32_t) { throw std::logic_error("er is geen bevoegdheid"); }
  static Partij drager(std::uint32_t) { return geen_partij; }
  Waarheid gevormd_nu() const { return Waarheid::ja; }
  template <class V>
  Waarheid gevormd(V&) const {
    return Waarheid::ja;
  }

 private:
  Zelf& zelf() { return static_cast<Zelf&>(*this); }
  const Zelf& zelf() const { return static_cast<const Zelf&>(*this); }

  /// Sent, and not yet received.
  struct Onderweg {
    Dag dag;
    std::uint32_t volgnummer;
    Bericht bericht;
  };

 protected:
  Geheugen geheugen_;
  std::vector<Poging> pogingen_;
  std::vector<Stilstand> stilstanden_;
  std::vector<Onderweg> post_;
  std::vector<Plafond> plafonds_;
  std::deque<std::string> sleutels_;  ///< keys of two
  Grootboek<Orde, Stukken> boek_;
  Wekkers wekkers_;
  Agenda<zinnen> agenda_;
  std::array<Beurt, zinnen> beurten_{};
  Uitkomsten uit_;
};

}  // namespace beding::kern
