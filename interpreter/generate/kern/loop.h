// How an agreement goes through time, whatever its clauses: events, the clock, what is up, the agreement itself, what
// uses of powers bring about, and the ledger. The generated class stands on it, and says what its sentences are.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "generate/kern/bedrag.h"
#include "generate/kern/eis.h"
#include "generate/kern/grootboek.h"
#include "generate/kern/melden.h"
#include "generate/kern/wekker.h"

namespace beding::kern {

/// A breach, or a late performance, from which an event may follow.
struct Schending {
  std::uint32_t norm;
  std::uint32_t exemplaar;
  std::uint32_t tweede;
  Dag dag;
  const char* lid;     ///< "betaling:6.5"
  const char* plicht;  ///< "betaling:6.5 betaling"
  std::string_view sleutel;
  Partij partij;
  Lijst betreft;
  bool herstel;

  friend bool operator<(const Schending& a, const Schending& b) {
    return std::tie(a.norm, a.exemplaar, a.tweede) < std::tie(b.norm, b.exemplaar, b.tweede);
  }
};
inline constexpr Partij geen_partij = Partij::ander;

/// Whether a text names a lid ("6.5", "vandeez:6.5", "6") that is not `lid` ("vandeez:6.5") or a part above it.
template <class Rij>
bool noemt_ander_lid(std::string_view genoemd, std::string_view lid, Rij begin, Rij einde) {
  const auto is_deel = [&](std::string_view elk) {
    const bool onder = elk.size() > genoemd.size() && elk[genoemd.size()] == '.';
    return elk.substr(0, genoemd.size()) == genoemd && (onder || elk.size() == genoemd.size());
  };
  const auto onder = [&](std::string_view elk) { return is_deel(elk) || is_deel(elk.substr(elk.find(':') + 1)); };
  return std::any_of(begin, einde, onder) && !onder(lid);
}

/// `Zelf` is the agreement, `zinnen` how many sentences it has, `Orde` where payments go, `Bericht` a variant of what
/// may be received later than it was sent, `Stukken` what is kept of the segments of interest.
template <class Zelf, std::size_t zinnen, class Orde, class Bericht, class Stukken = GeenStukken>
class Loop : protected Melden {
 public:
  /// A new agreement; its memory stays in use.
  void leeg() {
    static_cast<Begin&>(*this) = {};
    geheugen_.leeg();
    pogingen_.clear();
    stilstanden_.clear();
    mogelijke_eindes_.clear();
    schendingen_.clear();
    versnellingen_.clear();
    namen_.clear();
    zaken_.clear();
    kalender_.leeg();
    post_.clear();
    boek_.leeg();
    wekkers_.leeg();
    uurwerk_.leeg();
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
    leid_af();
  }
  /// How all stands at the end of that day.
  const Uitkomsten& op(Datum peildatum) {
    if (peildatum.dag() < nu_) throw std::invalid_argument("de peildatum ligt voor de laatste gebeurtenis");
    tot(peildatum.dag());
    if (!uurwerk_.is_leeg())
      while (uurwerk_.eerste() < begin_van_dag(nu_ + 1) - 1) uur_slaat();
    uur_ = Uur::einde;
    uit_.leeg();
    sleutels_.clear();
    zelf().meld();
    return uit_;
  }

 protected:
  // --- events and the clock

  void begin(Dag dag, std::optional<Datum> ontvangen = {}) {
    if (dag < nu_ || dag == avond_) throw std::invalid_argument("gebeurtenissen komen op de volgorde van hun dag");
    tot(dag);
    moment_ = dag;
    orde_ = ++volgnummer_;
    wie_ = {volgnummer_, ontvangen ? std::max(dag, ontvangen->dag()) : dag};
  }
  /// What the clock does through the beginning of that day, and what is received.
  void tot(Dag dag) {
    if (nu_ == geen_dag) van_start(dag);
    while (wekkers_.eerste() <= dag || eerste_post() <= dag || eerste_avond() < dag) ga_verder();
    nu_ = slot_ = dag;
    uur_ = Uur::begin;
    zelf().groei();
  }
  /// To the next of what the clock does and what is received.
  void ga_verder() {
    const Dag klok = wekkers_.eerste(), bode = eerste_post();
    if (eerste_avond() < std::min(klok, bode)) return uur_slaat();
    klok <= bode ? klok_slaat(klok) : post_komt(bode);
  }
  void van_start(Dag dag) {
    klok_op(dag);
    begonnen_ = aangenomen_;
    zelf().raak_vaste();
    kom_tot_rust();
    leid_af();
  }
  void klok_op(Dag dag) {
    nu_ = moment_ = dag;
    uur_ = Uur::begin;
    zelf().groei();
    slot_ = dag - 1;
    orde_ = std::numeric_limits<std::uint32_t>::max();
    door_ = {};
  }
  /// A bound in hours goes by, after all that happens on that day.
  void uur_slaat() {
    slag_ = uurwerk_.neem();
    klok_op(dag_van(slag_));
    slot_ = avond_ = nu_;
    uur_ = Uur::slag;
    zelf().raak_uren();
    loop_af();
    kom_tot_rust();
    leid_af();
  }
  void klok_slaat(Dag dag) {
    klok_op(dag);
    while (wekkers_.eerste() == dag) {
      const Wekker wekker = wekkers_.neem();
      if (wekker.zin < zinnen) raak(wekker.zin, wekker.exemplaar);
    }
    loop_af();
    kom_tot_rust();
    leid_af();
  }
  Dag eerste_post() const {
    Dag eerste = nooit;
    for (const Onderweg& elk : post_) eerste = std::min(eerste, elk.dag);
    return eerste;
  }
  void post_komt(Dag dag) {
    nu_ = slot_ = moment_ = dag;
    uur_ = Uur::begin;
    const auto elk = std::find_if(post_.begin(), post_.end(), [&](const Onderweg& een) { return een.dag == dag; });
    const Onderweg komt = *elk;
    post_.erase(elk);
    orde_ = komt.volgnummer;
    wie_ = {komt.volgnummer, dag};
    std::visit([&](const auto& e) { zelf().komt_aan(e); }, komt.bericht);
    leid_af();
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
    wekkers_.zet(dag, static_cast<std::uint32_t>(zin), exemplaar);
  }
  void kom_tot_rust() {
    for (;;) {
      if (boek_.tegoed() > Centen()) verreken();
      if (std::exchange(boek_gezien_, boek_.versie()) != boek_.versie()) zelf().raak_grootboek();
      const std::size_t zin = agenda_.neem();
      if (zin < zinnen)
        bekijk_vanaf(zin);
      else if (!volg_looptijd() && !zelf().versnel())
        return;
    }
  }
  /// No norm moves before it is clear whether the agreement has come to the end of its term.
  void bekijk_vanaf(std::size_t zin) {
    for (bool te_volgen = true; zin < zinnen; zin = agenda_.neem()) {
      const bool norm = zin >= zelf().eerste_norm();
      if (norm && std::exchange(te_volgen, false)) {
        agenda_.zet(zin);
        volg_looptijd();
        continue;
      }
      te_volgen = te_volgen || !norm;
      zelf().bekijk(zin);
    }
  }
  /// An event that follows from what was: it stands behind all that the timeline tells.
  void begin_afgeleid(Dag dag, Plichtnaam uit) {
    constexpr std::uint32_t eerste_afgeleide = 0x80000000;
    moment_ = dag;
    orde_ = eerste_afgeleide + afgeleid_++;
    wie_ = {orde_, nu_, slot_ < nu_, uit};
  }
  /// What follows from an instant comes in right after it.
  void leid_af() {
    while (!schendingen_.empty()) volg_schendingen();
  }
  void volg_schendingen() {
    std::vector<Schending> nu = std::exchange(schendingen_, {});
    std::stable_sort(nu.begin(), nu.end());
    zelf().volg(nu);
  }
  /// A breach, or the performance that comes after it; each is told once.
  static bool is_te_melden(const Plicht& plicht) {
    const bool hersteld = plicht.status == Status::te_laat_nagekomen;
    return ((plicht.status == Status::geschonden || hersteld) && !plicht.gemeld) ||
           (hersteld && !plicht.herstel_gemeld);
  }
  void meld_schending(Plicht& plicht, Schending schending) {
    const bool schond = plicht.status == Status::geschonden || plicht.status == Status::te_laat_nagekomen;
    if (schond && !std::exchange(plicht.gemeld, true)) {
      schending.dag = plicht.geschonden != geen_dag ? plicht.geschonden : plicht.sinds;
      schendingen_.push_back(schending);
    }
    if (!plicht.gemeld || plicht.status != Status::te_laat_nagekomen || std::exchange(plicht.herstel_gemeld, true))
      return;
    schending.dag = plicht.sinds;
    schending.herstel = true;
    schendingen_.push_back(std::move(schending));
  }

  // --- the agreement itself

  /// A stated end takes the place of every other.
  void eindig(Dag dag) {
    if (eindigt_ <= tik()) return;
    eindigt_ = tik();
    laatste_dag_ = dag;
    loop_af();
  }
  /// What surely has not begun cannot end.
  bool kan_eindigen() const {
    Kijk v{nu_, slot_};
    return is_begonnen(v) != Waarheid::nee;
  }
  bool eindig_op(Tik tik, Dag dag) {
    if (eindigt_ <= tik || einde_staat_vast_ || !kan_eindigen()) return false;
    eindigt_ = tik;
    laatste_dag_ = dag;
    wek_na(dag);
    if (!loop_af()) zelf().raak_overeenkomst();
    return true;
  }
  /// Ends it when its term has run out, and tells that another period has begun.
  bool volg_looptijd() {
    if (!begonnen_ || is_over()) return false;
    Kijk v{nu_, slot_};
    const Looptijd looptijd = zelf().looptijd(v);
    if (!looptijd.is_bepaald()) return false;
    const auto nu = periode_op(looptijd, std::max(nu_, looptijd.begin.waarde));
    if (nu && nu->nummer != std::exchange(periode_, nu->nummer)) zelf().raak_overeenkomst();
    if (nu) wek(periode_gewekt_, std::min(v.wek, nu->laatste + 1), zinnen, 0);
    if (nu && wordt_verlengd(looptijd, *nu)) return false;
    const Dag laatste = nu                               ? nu->laatste
                        : laatste_verlengde_ != geen_dag ? laatste_verlengde_
                                                         : periode(looptijd, 0).laatste;
    return eindig_op(begin_van(laatste + 1), laatste);
  }
  /// While it is not known whether it is over, no period runs for certain.
  template <class V>
  Lopend lopende_periode(V& v) const {
    Lopend lopend;
    const auto stand = v.stand();
    const Looptijd looptijd = zelf().looptijd(v);
    lopend.mogelijk = periode_op(looptijd, nu_);
    if (lopend.mogelijk) v.kijk(lopend.mogelijk->laatste + 1);
    if (looptijd.begin.bekend() && looptijd.begin.waarde > nu_) v.kijk(looptijd.begin.waarde);
    const Waarheid voorbij = is_voorbij(v);
    if (voorbij == Waarheid::nee) lopend.nu = lopend.mogelijk;
    lopend.onbekend = looptijd.is_onbekend() || voorbij == Waarheid::onbekend;
    if (lopend.nu) v.terug(stand);
    return lopend;
  }
  template <class V>
  Moment van_lopende_periode(V& v, bool einde) const {
    const Lopend lopend = lopende_periode(v);
    if (lopend.nu) return Moment(einde ? lopend.nu->laatste : lopend.nu->eerste);
    return lopend.onbekend ? Moment(Kennis::onbekend) : Moment();
  }
  /// Too late for the running period: against the end of the first one for which it is in time.
  template <class V, class T>
  Opzegging tegen_periode(V& v, T opzegtermijn, Dag ontvangen) const {
    const auto stand = v.stand();
    const Mogelijk<Termijn> termijn = opzegtermijn();
    v.terug(stand);
    const Lopend lopend = lopende_periode(v);
    if (!lopend.nu) {
      const Moment geen = lopend.onbekend ? Moment(Kennis::onbekend) : Moment();
      return {geen, geen};
    }
    const bool met_termijn = termijn.bekend() && !termijn.waarde.is_onbepaald();
    const auto uiterlijk = [&](Dag dag) { return met_termijn ? kalender_.terug(termijn.waarde, dag) : dag; };
    const Looptijd looptijd = zelf().looptijd(v);
    Opzegging opzegging;
    Looptijdvak elk = *lopend.nu;
    for (; met_termijn && uiterlijk(elk.laatste) < ontvangen; elk = periode(looptijd, elk.nummer + 1)) {
      if (!wordt_verlengd(looptijd, elk)) return opzegging;
      opzegging.te_laat = true;
    }
    v.kijk(uiterlijk(elk.laatste) + 1);
    return {Moment(elk.laatste), Moment(uiterlijk(elk.laatste)), opzegging.te_laat};
  }
  void eindigt_misschien(Tik tik, Dag dag, Twijfel twijfel) {
    if (eindigt_ <= tik || einde_staat_vast_ || !kan_eindigen()) return;
    mogelijke_eindes_.push_back({tik, dag, twijfel});
    wek_na(dag);
    zelf().raak_overeenkomst();
  }
  /// What is dated in the past may have ended then: time does not go back for it.
  void wek_na(Dag dag) {
    if (dag >= nu_) wekkers_.zet(dag + 1, zinnen, 0);
  }
  /// Whether it has now come to its end, or may have.
  bool loop_af() {
    const bool nu_over = is_over() && !std::exchange(over_, true);
    bool twijfel = false;
    for (const MogelijkEinde& elk : mogelijke_eindes_) twijfel = twijfel || elk.tik == tik();
    if (nu_over || twijfel) zelf().raak_overeenkomst();
    return nu_over || twijfel;
  }
  /// What ends it on a later day makes the period that ends then the last.
  void stop_verlenging(Dag laatste) {
    if (!kan_eindigen()) return;
    if (laatste_verlengde_ != geen_dag && laatste_verlengde_ <= laatste) return;
    laatste_verlengde_ = laatste;
    if (!eindig_op(begin_van(laatste + 1), laatste)) zelf().raak_overeenkomst();
  }
  /// By the use of a power that works soonest.
  void eindig_door(std::size_t eerste, std::uint32_t handeling) {
    for (const Waarheid geldig : {Waarheid::ja, Waarheid::onbekend}) {
      const Poging* best = nullptr;
      for (std::size_t i = eerste; i < pogingen_.size(); ++i) {
        const Poging& poging = pogingen_[i];
        if (poging.handeling != handeling || poging.geldig != geldig || poging.zonder || !poging.eind.dag.bekend())
          continue;
        if (best == nullptr || poging.eind.dag.waarde < best->eind.dag.waarde) best = &poging;
      }
      if (best == nullptr) continue;
      const Dag dag = best->eind.dag.waarde;
      const Tik wanneer = best->eind.direct ? tik() : begin_van(dag + 1);
      const Dag laatste = best->eind.direct && geldig == Waarheid::ja ? nu_ : dag;
      if (geldig == Waarheid::ja && !best->eind.direct)
        stop_verlenging(laatste);
      else if (geldig == Waarheid::ja)
        eindig_op(wanneer, laatste);
      else
        eindigt_misschien(wanneer, laatste, best->twijfel);
    }
  }
  template <class V>
  Waarheid is_voorbij(V& v) const {
    if (is_over()) return Waarheid::ja;
    return er_is(v, mogelijke_eindes_, [&](const MogelijkEinde& elk) {
      if (tik() < elk.tik) return Waarheid::nee;
      herinner_vragen(v, elk.twijfel);
      return Waarheid::onbekend;
    });
  }
  template <class V>
  Waarheid is_van_kracht(V& v) const {
    return en(
        v, [&] { return zelf().gevormd(v); }, [&] { return niet(is_voorbij(v)); });
  }
  /// Not while it may be over already.
  void komt_tot_stand() {
    Kijk v{nu_, slot_};
    if (begonnen_ || is_begonnen(v) != Waarheid::ja) return;
    begonnen_ = true;
    volg_looptijd();
    zelf().raak_overeenkomst();
  }
  template <class V>
  Waarheid is_begonnen(V& v) const {
    return begonnen_ ? Waarheid::ja : is_van_kracht(v);
  }

  // --- exercises

  /// Who does what cannot be done, unless that is allowed.
  template <class Zin, class F, class G>
  void ontken(Poging poging, const Verbod& verbod, const Zin& zin, F past, G toegestaan) {
    Kijk v{nu_, nu_};
    v.sinds = verbod.vanaf;
    if (!verbod.ontstaan || past(v) != Waarheid::ja || van_toepassing(verbod, zin, v) != Waarheid::ja ||
        eigen_voorwaarde(verbod, zin, v) != Waarheid::ja)
      return;
    poging.geldig = toegestaan(v);
    if (poging.geldig == Waarheid::onbekend || Zin::veronderstelt) {
      Vraagt w{nu_, nu_, &geheugen_};
      toegestaan(w);
      poging.twijfel = w.bewaar();
    }
    neem_beste(poging, false);
  }
  /// Who may be using a power over one of its instances, and whether all was as it should be just before. `verder`:
  /// what the sentence asks of the act itself.
  template <class Zin, class F, class G>
  void beproef(const Poging& poging, const Bevoegdheid& bevoegdheid, const Zin& zin, F past, G verder) {
    Kijk kijk{nu_, nu_};
    const Waarheid is = past(kijk);
    if (is == Waarheid::nee) return;
    const auto toets = [&](auto& v) {
      v.sinds = bevoegdheid.ontstaan ? bevoegdheid.vanaf : geen_dag;
      if (!bevoegdheid.ontstaan) return kon_er_zijn(v, zin);
      return elk_van(
          v, [&] { return eisen(bevoegdheid, zin, v, poging.dag); }, [&] { return verder(v); });
    };
    kandidaten_.push_back({poging,
                           is,
                           toets(kijk),
                           {nu_, nu_, &geheugen_},
                           {nu_, nu_, &geheugen_},
                           !bevoegdheid.nooit_ontstaan,
                           bevoegdheid.status == Status::beschikbaar || bevoegdheid.status == Status::onbekend});
    Kandidaat& kandidaat = kandidaten_.back();
    if (is == Waarheid::onbekend) past(kandidaat.vragen_past);
    if (kandidaat.verder != Waarheid::onbekend && !Zin::veronderstelt) return;
    toets(kandidaat.vragen_verder);
    if (kandidaat.verder != Waarheid::onbekend) kandidaat.vragen_verder.gevraagd.clear();
  }
  /// Of a power that has not arisen. An occasion that came up without it, after the end of the agreement, gave none.
  template <class Zin, class V>
  Waarheid kon_er_zijn(V& v, const Zin& zin) const {
    const auto stand = v.stand();
    const Waarheid is = is_er_misschien(v, zin);
    if (!Zin::met_aanleiding || is == Waarheid::onbekend) return is;
    v.vergeet(stand);
    return Waarheid::nee;
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
      if (poging.handeling != handeling || poging.geldig == Waarheid::nee || poging.zonder) continue;
      Bevoegdheid& gebruikt = zelf().bevoegdheid(poging);
      if (poging.geldig == Waarheid::ja) gebruikt.gebruikt = poging.dag;
      if (poging.geldig == Waarheid::onbekend) {
        gebruikt.misschien_gebruikt = Waarheid::onbekend;
        gebruikt.gebruik_twijfel = geheugen_.samen(gebruikt.gebruik_twijfel, poging.twijfel);
      }
      raak(poging.zin, poging.exemplaar);
    }
  }
  /// One valid use suspends once; uses that may be valid do so perhaps.
  void schort_op(std::size_t eerste, std::uint32_t handeling, std::uint32_t gevolg, Partij partij) {
    bool zeker = false;
    for (std::size_t i = eerste; i < pogingen_.size(); ++i) {
      const Poging& poging = pogingen_[i];
      if (poging.handeling != handeling || poging.geldig == Waarheid::nee) continue;
      if (poging.geldig == Waarheid::ja && std::exchange(zeker, true)) continue;
      stilstanden_.push_back({gevolg, partij == geen_partij ? poging.drager : partij, poging.zin, poging.volgnummer,
                              poging.dag, geen_dag, poging.geldig, poging.twijfel, poging.exemplaar, poging.tweede});
      zelf().raak_opschortbaar();
    }
  }
  /// It lasts while the power lasts that was used.
  template <class Zin>
  void herzie_stilstand(const Bevoegdheid& bevoegdheid, const Zin& zin, std::uint32_t exemplaar = 0,
                        std::uint32_t tweede = 0) {
    for (Stilstand& elk : stilstanden_) {
      if (elk.door != zin.nummer || elk.tot != geen_dag || elk.exemplaar != exemplaar || elk.tweede != tweede) continue;
      Kijk v{nu_, slot_};
      if (van_toepassing(bevoegdheid, zin, v) != Waarheid::nee) continue;
      elk.tot = moment_;
      zelf().raak_opschortbaar();
    }
  }
  /// It lasts as long as what it follows; while that is not known it goes on as it was.
  template <class Zin, class V>
  void volg_stilstand(const Zin& zin, V& v, std::uint32_t gevolg, Partij partij, std::uint32_t exemplaar = 0) {
    const Waarheid is = zin.zolang(v);
    const auto loopt = std::find_if(stilstanden_.begin(), stilstanden_.end(), [&](const Stilstand& elk) {
      return elk.gevolg == gevolg && elk.exemplaar == exemplaar && elk.tot == geen_dag;
    });
    const bool begint = loopt == stilstanden_.end() && is == Waarheid::ja && zin.indien(v) == Waarheid::ja;
    const bool stopt = loopt != stilstanden_.end() && is == Waarheid::nee;
    if (stopt) loopt->tot = moment_;
    if (begint)
      stilstanden_.push_back({gevolg, partij, zin.nummer, 0, moment_, geen_dag, Waarheid::ja, {}, exemplaar, 0});
    if (begint || stopt) zelf().raak_opschortbaar();
  }

  // --- the ledger

  /// What is open today; what grows is looked at again tomorrow.
  template <class V>
  Mogelijk<Centen> openstaand(V& v, bool alles) const {
    if (alles && boek_.loopt_op()) v.kijk(v.nu + 1);
    return alles ? boek_.alles_open(v.nu) : boek_.hoofdsom_open();
  }

  void betaal(Centen bedrag) {
    boek_.ontvang(nu_, bedrag, [&](const Post& post) { is_voldaan(post); });
  }
  void betaal(Centen bedrag, const Lijst& genoemd) {
    boek_.ontvang(nu_, bedrag, genoemd, [&](const Post& post) { is_voldaan(post); });
  }
  /// An invoice may be for what was asked in advance.
  void is_voldaan(const Post& post) {
    zelf().voorschot_voldaan();
    if (post.soort == Soort::voorschot) return;
    zelf().voldaan(post.exemplaar);
    zelf().betaald(post.exemplaar);
  }
  void verreken() {
    boek_.gebruik_tegoed(nu_, [&](const Post& post) { is_voldaan(post); });
    wek(tegoed_gewekt_, boek_.wek(nu_), zinnen, 0);
  }
  void open_rekening(Bedrag& bedrag, const Tarieven& tarieven, std::uint32_t post, bool verschuldigd = true) {
    bedrag.loopt = true;
    bedrag.rekening = boek_.open_rekening(tarieven, post, nu_, bedrag.rekening, verschuldigd);
  }
  void sluit_rekening(Bedrag& bedrag) {
    bedrag.loopt = false;
    boek_.rekening(bedrag.rekening).rente.stop(slot_);
  }
  void boek(Bedrag& bedrag, const Mogelijk<Centen>& waarde, Soort soort, std::string_view sleutel,
            bool betaalbaar = true) {
    begin_te_lopen(bedrag);
    if (waarde.onbekend()) return;
    bedrag.loopt = true;
    if (!waarde.bekend() || bedrag.post != geen_post) return;
    Post post;
    post.betaalbaar = betaalbaar;
    post.sleutel = sleutel;
    post.soort = soort;
    post.dag = bedrag.ontstaan_op;
    post.orde = orde_;
    post.bedrag = waarde.waarde;
    if (soort == Soort::kosten) post.hoofdsom = boek_.hoofdsom_van(sleutel);
    bedrag.post = boek_.boek(post);
  }

  template <class F, class G>
  void boek_voorschot(F bedrag, G uiterlijk, std::string_view sleutel, std::uint32_t exemplaar) {
    Kijk v{nu_, nu_};
    const Mogelijk<Centen> gevraagd = bedrag(v);
    if (!gevraagd.bekend() || boek_.vordering(sleutel) != nullptr) return;
    const Moment dag = uiterlijk(v);
    Post post;
    post.sleutel = sleutel;
    post.soort = Soort::voorschot;
    post.dag = nu_;
    post.uiterlijk = dag.bekend() ? dag.waarde : geen_dag;
    post.orde = orde_;
    post.bedrag = gevraagd.waarde;
    post.exemplaar = exemplaar;
    boek_.boek(post);
  }
  /// All claims that are there fall due by each of these effects.
  template <class Reeks, class Doe>
  bool versnel_alle(Reeks& facturen, Doe doe) {
    const std::vector<std::uint32_t> gevolgen = std::exchange(versnellingen_, {});
    for (const std::uint32_t gevolg : gevolgen)
      for (std::uint32_t i = 0; i < facturen.size(); ++i) doe(facturen[i], gevolg, i);
    return !gevolgen.empty();
  }
  /// One of which something is open falls due at the end of this day, unless it already was.
  bool maak_opeisbaar(Plicht& plicht, std::uint32_t post) {
    if (!plicht.ontstaan || post == geen_post || boek_.post(post).open() <= Centen()) return false;
    if (plicht.vervroegd == geen_dag) plicht.vervroegd = nu_;
    return true;
  }
  void dwing(std::uint32_t exemplaar, Toestand& toestand, std::size_t zin) {
    toestand.gedwongen = true;
    raak(zin, exemplaar);
  }
  /// A claim that has been paid is no longer due at once.
  void laat_los(std::uint32_t exemplaar, Toestand& toestand, std::size_t zin) {
    if (std::exchange(toestand.gedwongen, false)) raak(zin, exemplaar);
  }
  void begin_te_lopen(Bedrag& bedrag) {
    if (bedrag.vanaf == geen_dag) bedrag.vanaf = moment_;
    if (bedrag.tot != geen_dag) bedrag.pauze += std::max(0, nu_ - bedrag.tot - 1);
    bedrag.tot = geen_dag;
  }
  void houd_op(Bedrag& bedrag) {
    bedrag.loopt = false;
    bedrag.tot = slot_;
  }
  /// The sum of the first day, and of every later day that has begun.
  void groei(const Bedrag& bedrag, const Mogelijk<Centen>& eerste, const Mogelijk<Centen>& per_dag, bool eerste_telt) {
    if (bedrag.post == geen_post || !eerste.bekend() || !per_dag.bekend()) return;
    const Dag laatste = bedrag.tot != geen_dag ? std::min(bedrag.tot, nu_) : nu_;
    const std::int64_t dagen = std::max(0, laatste - bedrag.vanaf - bedrag.pauze) + (eerste_telt ? 1 : 0);
    boek_.stel_bedrag(bedrag.post, (getal(eerste.waarde) + getal(per_dag.waarde) * Getal(dagen)).centen(),
                      bedrag.loopt);
  }

  /// The number of a new instance, where sentences tell instances of all kinds apart.
  std::uint32_t nummer_zaak(std::uint32_t soort, std::size_t plaats, std::string_view sleutel, std::string_view bij) {
    if (!Zelf::nummert_zaken) return geen_zaak;
    zaken_.push_back({soort, static_cast<std::uint32_t>(plaats), sleutel, bij, wie_});
    return static_cast<std::uint32_t>(zaken_.size() - 1);
  }

  // --- outcomes

  /// Whether what has not arisen may be there: it comes with the agreement, or when something becomes so.
  template <class Zin, class V>
  Waarheid is_er_misschien(V& v, const Zin& zin) const {
    if constexpr (Zin::met_aanleiding)
      return en(
          v, [&] { return zin.waarvoor(v); }, [&] { return zin.begint(v); });
    else
      return Zin::staand ? is_begonnen(v) : Waarheid::nee;
  }
  template <class Stand, class Zin>
  bool misschien_ontstaan(const Kop& kop, const Onderwerp& over, const Stand& stand, const Zin& zin) {
    if (stand.ontstaan || (!Zin::staand && !Zin::met_aanleiding)) return false;
    Vraagt v{nu_, slot_, &geheugen_};
    if (is_er_misschien(v, zin) != Waarheid::onbekend) return false;
    nieuw(kop, over, Status::onbekend);
    uit_.vraag(kop, v.gevraagd);
    uit_.vraag(kop, v.aangenomen);
    return true;
  }
  template <class Stand, class Zin>
  void meld_plicht(const Kop& kop, const Onderwerp& over, const Stand& plicht, const Zin& zin) {
    if (!misschien_ontstaan(kop, over, plicht, zin)) Melden::meld_plicht(kop, over, plicht, zin);
  }
  template <class Zin>
  void meld_verbod(const Kop& kop, const Onderwerp& over, const Verbod& verbod, const Zin& zin) {
    if (!misschien_ontstaan(kop, over, verbod, zin)) Melden::meld_verbod(kop, over, verbod, zin);
  }
  template <class Zin>
  void meld_bevoegdheid(const Kop& kop, const Onderwerp& over, const Bevoegdheid& bevoegdheid, const Zin& zin) {
    if (!misschien_ontstaan(kop, over, bevoegdheid, zin)) Melden::meld_bevoegdheid(kop, over, bevoegdheid, zin);
  }
  template <class Zin>
  void meld_bedrag(const Kop& kop, std::string_view sleutel, const Bedrag& bedrag, const Zin& zin) {
    if (!bedrag.ontstaan) return;
    if (bedrag.post == geen_post) {
      Vraagt v{nu_, slot_, &geheugen_};
      Bedrag kopie = bedrag;
      if (beweeg(kopie, zin, v) == Stap::start) (void)zin.waarde(v);
      if (bedrag.loopt || v.gevraagd.empty()) return;
      return meld_onbekend(kop, sleutel, bedrag, v);
    }
    const Post& post = boek_.post(bedrag.post);
    if (post.bedrag == Centen()) return;
    Uitkomst& uit = geld(kop, sleutel, post.bedrag, post.open());
    uit.vanaf = post.dag;
    uit.sinds = post.voldaan;
    if (Zin::per_dag) uit.tot = bedrag.tot;
    uit.in_rekening = Zin::verschuldigd ? In_rekening::geen : In_rekening::nee;
  }
  /// A formula is shown as it is on the day asked for; one that comes to nothing has not arisen.
  template <class Zin>
  void meld_formule(const Kop& kop, std::string_view sleutel, const Bedrag& bedrag, const Zin& zin) {
    if (!bedrag.ontstaan) return;
    if (!bedrag.loopt && bedrag.lopen != Waarheid::onbekend) return;
    Vraagt v{nu_, slot_, &geheugen_};
    if (bedrag.lopen == Waarheid::onbekend) {
      Bedrag kopie = bedrag;
      beweeg(kopie, zin, v);
      return meld_onbekend(kop, sleutel, bedrag, v);
    }
    v.sinds = bedrag.ontstaan_op;
    const Mogelijk<Centen> waarde = zin.waarde(v);
    if (waarde.onbekend()) return meld_onbekend(kop, sleutel, bedrag, v);
    uit_.vraag(kop, v.aangenomen);
    if (!waarde.bekend() || waarde.waarde <= Centen()) return;
    Uitkomst& uit = geld(kop, sleutel, waarde.waarde, waarde.waarde);
    uit.vanaf = bedrag.vanaf;
    uit.in_rekening = Zin::verschuldigd ? In_rekening::geen : In_rekening::nee;
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
    if constexpr (!Zin::verschuldigd)
      uit.in_rekening = boek_.rekening(bedrag.rekening).in_rekening > Centen() ? In_rekening::ja : In_rekening::nee;
  }
  /// An amount that a definition gives is no second debt: of an invoice it is paid when that is.
  template <class Indien, class Waarde>
  void meld_grootheid(const Kop& kop, std::string_view sleutel, Indien indien, Waarde waarde) {
    Kijk kijk{nu_, slot_};
    if (indien(kijk) == Waarheid::nee) return;
    Vraagt v{nu_, slot_, &geheugen_};
    const Mogelijk<Getal> is = waarde(v);
    if (!is.bekend() && !is.onbekend()) return;
    Uitkomst& uit = nieuw(kop, sleutel, is.bekend() ? Status::verschuldigd : Status::onbekend);
    uit.heeft_bedrag = is.bekend();
    uit.bedrag = is.waarde.centen();
    if (is.bekend()) volg_factuur(uit);
    uit_.vraag(kop, v.gevraagd);
    uit_.vraag(kop, v.aangenomen);
  }
  void volg_factuur(Uitkomst& uit) {
    const Post* post = boek_.vordering(uit.sleutel);
    if (post == nullptr) return;
    uit.drager = Partij::opdrachtgever;
    uit.jegens = Partij::opdrachtnemer;
    uit.heeft_open = true;
    uit.open = std::min(uit.bedrag, post->open());
    if (uit.open > Centen()) return;
    uit.status = Status::voldaan;
    uit.sinds = post->voldaan;
  }
  /// Of two reports the first tells the first period, the second the renewed ones; without an end while nothing says
  /// when.
  void meld_periode(const Kop& kop, int welke, int aantal) {
    Vraagt v{nu_, slot_, &geheugen_};
    const Lopend lopend = lopende_periode(v);
    const auto is_deze = [&](const Looptijdvak& elk) { return aantal == 1 || (elk.nummer > 0) == (welke == 1); };
    const bool loopt = lopend.nu && is_deze(*lopend.nu), van_kracht = begonnen_ && !is_over();
    const bool onbekend =
        !lopend.nu && lopend.onbekend && van_kracht && (!lopend.mogelijk || is_deze(*lopend.mogelijk));
    const bool zonder_einde = !lopend.nu && !onbekend && van_kracht && welke == 0;
    const bool over = is_over() && laatste_dag_ != geen_dag && welke == 0;
    if (!loopt && !onbekend && !zonder_einde && !over) return;
    Uitkomst& uit = nieuw(kop, std::string_view{}, onbekend ? Status::onbekend : over ? Status::nee : Status::ja);
    if (loopt) uit.vanaf = uit.sinds = lopend.nu->eerste;
    if (loopt) uit.tot = laatste_dag_ != geen_dag ? std::min(lopend.nu->laatste, laatste_dag_) : lopend.nu->laatste;
    if (zonder_einde || over) uit.tot = laatste_dag_;
    if (onbekend) uit_.vraag(kop, v.gevraagd);
  }

  // --- what an agreement says otherwise, if it has such sentences

  /// The number of the first sentence that moves after the states: a norm.
  static constexpr std::size_t eerste_norm() { return zinnen; }
  void raak_vaste() {}
  void raak_overeenkomst() {}
  void raak_opschortbaar() {}
  void raak_uren() {}
  void voldaan(std::uint32_t) {}
  void betaald(std::uint32_t) {}
  void voorschot_voldaan() {}
  void groei() {}
  void raak_grootboek() {}
  bool versnel() { return false; }
  void volg(const std::vector<Schending>&) {}
  Bevoegdheid& bevoegdheid(const Poging&) { throw std::logic_error("er is geen bevoegdheid"); }
  Waarheid gevormd_nu() const { return Waarheid::ja; }
  template <class V>
  Waarheid gevormd(V&) const {
    return Waarheid::ja;
  }
  template <class V>
  Looptijd looptijd(V&) const {
    return {};
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
  std::vector<MogelijkEinde> mogelijke_eindes_;
  std::vector<Schending> schendingen_;
  std::vector<std::uint32_t> versnellingen_;  ///< effects by which claims fall due at the end of this day
  std::vector<Zaak> zaken_;                   ///< all instances, in the order in which they came up
  std::vector<Onderweg> post_;
  mutable Grootboek<Orde, Stukken> boek_;
  Wekkers wekkers_;
  Agenda<zinnen> agenda_;
  std::array<Beurt, zinnen> beurten_{};
};

}  // namespace beding::kern
