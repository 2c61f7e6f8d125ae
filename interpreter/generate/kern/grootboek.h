// The ledger of one contract: what is open, and what a payment goes to (art. 6:43, 6:44 BW).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "generate/kern/rente.h"
#include "generate/kern/verwijzing.h"

namespace beding::kern {

enum class Soort : std::uint8_t { hoofdsom, rente, kosten, boete, schade, voorschot };

inline constexpr std::uint32_t geen_post = 0xffffffff;

struct Post {
  std::string_view sleutel;
  Soort soort = Soort::hoofdsom;
  bool betaalbaar = true;
  bool groeit = false;  ///< by the day
  Dag dag = geen_dag;
  Dag uiterlijk = geen_dag;  ///< last day to pay it in time
  Dag voldaan = geen_dag;
  std::uint32_t orde = 0;               ///< of its event on the timeline
  std::uint32_t hoofdsom = geen_post;   ///< that costs belong to
  std::uint32_t exemplaar = geen_post;  ///< of a principal: the invoice
  std::uint32_t rekening = geen_post;   ///< of a principal: where interest runs over it
  Centen bedrag;
  Centen betaald;

  Centen open() const { return bedrag - betaald; }
  Dag vervalt() const { return uiterlijk != geen_dag ? uiterlijk : dag; }
};

template <class Stukken>
struct Rekening {
  Renteloop<Stukken> rente;
  std::uint32_t hoofdsom;
  std::uint32_t naast;       ///< another over the same principal
  std::uint32_t eerder;      ///< an earlier one of the same sentence
  bool verschuldigd = true;  ///< else it takes payments as far as it has been charged
  Centen in_rekening{};

  Centen te_betalen(Dag dag) {
    const Centen open = rente.open(dag);
    return verschuldigd ? open : minste(open, in_rekening - rente.betaald());
  }
};

/// By the clause's order over all claims: `Orde::rang(soort)`. Without a clause by the law: the oldest claim first, of
/// one claim costs, interest, principal.
template <class Orde, class Stukken = GeenStukken>
class Grootboek : private Orde {
 public:
  using Rekening = kern::Rekening<Stukken>;

  Orde& orde() { return *this; }
  Centen tegoed() const { return tegoed_; }
  const Post& post(std::uint32_t post) const { return posten_[post]; }
  Rekening& rekening(std::uint32_t rekening) {
    opgeteld_ = geen_dag;  // who gets it can change it
    return rekeningen_[rekening];
  }
  const Rekening& rekening(std::uint32_t rekening) const { return rekeningen_[rekening]; }

  std::uint32_t hoofdsom_van(std::string_view sleutel) const {
    for (std::uint32_t i = 0; i < posten_.size(); ++i)
      if (posten_[i].soort == Soort::hoofdsom && posten_[i].sleutel == sleutel) return i;
    return geen_post;
  }

  /// The invoice of that key, else what was asked in advance.
  const Post* vordering(std::string_view sleutel) const {
    const Post* voorschot = nullptr;
    for (const Post& post : posten_) {
      if (post.sleutel != sleutel) continue;
      if (post.soort == Soort::hoofdsom) return &post;
      if (post.soort == Soort::voorschot && voorschot == nullptr) voorschot = &post;
    }
    return voorschot;
  }
  bool is_voldaan(std::string_view sleutel) const {
    const Post* post = vordering(sleutel);
    return post != nullptr && post->open() <= Centen();
  }
  /// All that is open on that day, but what was asked in advance: the invoice for that is still to come.
  Centen alles_open(Dag dag) {
    if (opgeteld_ == dag) return alles_open_;
    Centen som;
    for (const Post& post : posten_)
      if (post.soort != Soort::voorschot) som += post.open();
    for (Rekening& elk : rekeningen_) som += elk.rente.open(dag);
    opgeteld_ = dag;
    return alles_open_ = som;
  }
  Centen hoofdsom_open() const {
    Centen som;
    for (const Post& post : posten_)
      if (post.soort == Soort::hoofdsom) som += post.open();
    return som;
  }
  /// Whether what is open grows by itself.
  bool loopt_op() const {
    return std::any_of(posten_.begin(), posten_.end(), [](const Post& elk) { return elk.groeit; }) ||
           std::any_of(rekeningen_.begin(), rekeningen_.end(), [](const Rekening& elk) { return elk.rente.loopt(); });
  }
  /// How often it has changed.
  std::uint32_t versie() const { return versie_; }
  void stel_uiterlijk(std::uint32_t plaats, Dag dag) {
    if (plaats == geen_post || dag == geen_dag || posten_[plaats].uiterlijk == dag) return;
    posten_[plaats].uiterlijk = dag;
    op_volgorde_ = false;
  }
  void stel_bedrag(std::uint32_t plaats, Centen bedrag, bool groeit) {
    if (posten_[plaats].bedrag != bedrag) verander();
    posten_[plaats].bedrag = bedrag;
    posten_[plaats].groeit = groeit;
    for (Rij& rij : doelen_) rij.klaar = 0;  // what was paid may be open again
  }

  std::uint32_t boek(const Post& post) {
    verander();
    const auto plaats = static_cast<std::uint32_t>(posten_.size());
    posten_.push_back(post);
    if (post.betaalbaar) voeg_in(post.soort, false, plaats, post.hoofdsom != geen_post ? post.hoofdsom : plaats);
    return plaats;
  }
  std::uint32_t open_rekening(const Tarieven& tarieven, std::uint32_t hoofdsom, Dag eerste, std::uint32_t eerder,
                              bool verschuldigd = true) {
    verander();
    const auto plaats = static_cast<std::uint32_t>(rekeningen_.size());
    const Post& over = posten_[hoofdsom];
    rekeningen_.push_back(
        {Renteloop<Stukken>(tarieven, eerste, over.open()), hoofdsom, over.rekening, eerder, verschuldigd});
    posten_[hoofdsom].rekening = plaats;
    voeg_in(Soort::rente, true, plaats, hoofdsom);
    return plaats;
  }

  /// A payment. `op` gets every principal that is now paid.
  template <class Op>
  void ontvang(Dag dag, Centen bedrag, Op op) {
    tegoed_ += verdeel(dag, bedrag, nooit, op);
  }
  /// A payment that names what it is for: that first, by the law; what is then left, to what has fallen due.
  template <class Op>
  void ontvang(Dag dag, Centen bedrag, const Lijst& genoemd, Op op) {
    if (genoemd.empty()) return ontvang(dag, bedrag, op);
    orden();
    std::vector<Doel> doelen;
    for (const Rij& rij : doelen_)
      for (const Doel& doel : rij.doelen)
        if (is_genoemd(doel, genoemd)) doelen.push_back(doel);
    std::stable_sort(doelen.begin(), doelen.end(), [&](const Doel& a, const Doel& b) { return eerder(a, b); });
    for (const Doel& doel : doelen) bedrag -= betaal_doel(doel, dag, bedrag, op);
    tegoed_ += verdeel(dag, bedrag, dag, op);
  }
  /// Interest over those claims, or over all: so much, else all that has accrued.
  void breng_in_rekening(Dag dag, const Lijst& genoemd, const std::optional<Centen>& bedrag) {
    for (Rekening& elk : rekeningen_) {
      const std::string_view sleutel = posten_[elk.hoofdsom].sleutel;
      if (!genoemd.empty() && std::find(genoemd.begin(), genoemd.end(), sleutel) == genoemd.end()) continue;
      elk.in_rekening = bedrag ? elk.in_rekening + *bedrag : elk.rente.tot_en_met(dag);
    }
    verander();
  }
  /// What has been paid too much meets what has fallen due.
  template <class Op>
  void gebruik_tegoed(Dag dag, Op op) {
    if (tegoed_ > Centen()) tegoed_ = verdeel(dag, tegoed_, dag, op);
  }
  /// The next day on which the surplus may find something; `nooit` when there is none.
  Dag wek(Dag dag) const {
    Dag eerste = nooit;
    if (tegoed_ <= Centen()) return eerste;
    if (loopt_op()) return dag + 1;
    for (const Post& post : posten_)
      if (post.open() > Centen() && post.vervalt() > dag && post.vervalt() < eerste) eerste = post.vervalt();
    return eerste;
  }
  void leeg() {
    posten_.clear();
    rekeningen_.clear();
    for (Rij& rij : doelen_) rij.leeg();
    tegoed_ = {};
    versie_ = 0;
    opgeteld_ = geen_dag;
    op_volgorde_ = true;
  }

 private:
  /// A post, or the interest of an account, with the claim whose age it has.
  struct Doel {
    bool is_rente;
    std::uint32_t plaats;
    std::uint32_t vordering;
  };

  /// Of one rank, oldest first; those before `klaar` are done with.
  struct Rij {
    std::vector<Doel> doelen;
    std::size_t klaar = 0;

    void leeg() {
      doelen.clear();
      klaar = 0;
    }
  };

  void verander() {
    ++versie_;
    opgeteld_ = geen_dag;
  }
  auto leeftijd(const Doel& doel) const {
    const Post& post = posten_[doel.vordering];
    return std::make_tuple(post.vervalt(), post.dag, post.orde, doel.vordering);
  }
  static int naar_de_wet(Soort soort) {
    return soort == Soort::kosten ? 0 : soort == Soort::rente ? 1 : soort == Soort::voorschot ? 3 : 2;
  }
  /// After a last day has changed.
  void orden() {
    if (std::exchange(op_volgorde_, true)) return;
    for (Rij& rij : doelen_) {
      std::stable_sort(rij.doelen.begin(), rij.doelen.end(),
                       [&](const Doel& a, const Doel& b) { return eerder(a, b); });
      rij.klaar = 0;
    }
  }
  Soort soort(const Doel& doel) const { return doel.is_rente ? Soort::rente : posten_[doel.plaats].soort; }

  bool eerder(const Doel& a, const Doel& b) const {
    return std::make_tuple(leeftijd(a), naar_de_wet(soort(a))) < std::make_tuple(leeftijd(b), naar_de_wet(soort(b)));
  }
  bool is_genoemd(const Doel& doel, const Lijst& genoemd) const {
    const std::string_view vordering = posten_[doel.vordering].sleutel;
    const std::string_view eigen = doel.is_rente ? vordering : posten_[doel.plaats].sleutel;
    return std::any_of(genoemd.begin(), genoemd.end(),
                       [&](std::string_view naam) { return naam == eigen || naam == vordering; });
  }
  void voeg_in(Soort van, bool is_rente, std::uint32_t waar, std::uint32_t vordering) {
    Rij& rij = doelen_[static_cast<std::size_t>(Orde::rang(van))];
    std::vector<Doel>& doelen = rij.doelen;
    const Doel doel{is_rente, waar, vordering};
    std::size_t plaats = doelen.size();
    doelen.emplace_back();
    for (; plaats > 0 && eerder(doel, doelen[plaats - 1]); --plaats) doelen[plaats] = doelen[plaats - 1];
    doelen[plaats] = doel;
    rij.klaar = std::min(rij.klaar, plaats);
  }

  /// Claims that fall due after `vervallen` are passed by. Gives back what is left.
  template <class Op>
  Centen verdeel(Dag dag, Centen bedrag, Dag vervallen, Op& op) {
    orden();
    for (Rij& rij : doelen_) {
      const std::size_t aantal = rij.doelen.size();
      while (rij.klaar < aantal && is_klaar(rij.doelen[rij.klaar])) ++rij.klaar;
      for (std::size_t plaats = rij.klaar; plaats < aantal; ++plaats) {
        if (bedrag <= Centen()) return bedrag;
        const Doel& doel = rij.doelen[plaats];
        if (vervallen != nooit && posten_[doel.vordering].vervalt() > vervallen) continue;
        bedrag -= betaal_doel(doel, dag, bedrag, op);
      }
    }
    return bedrag;
  }
  /// Paid, and nothing can be added.
  bool is_klaar(const Doel& doel) {
    if (!doel.is_rente) return posten_[doel.plaats].open() <= Centen();
    Renteloop<Stukken>& rente = rekeningen_[doel.plaats].rente;
    return !rente.loopt() && rente.open(rente.laatste()) <= Centen();
  }
  template <class Op>
  Centen betaal_doel(const Doel& doel, Dag dag, Centen bedrag, Op& op) {
    verander();
    return doel.is_rente ? betaal_rente(rekeningen_[doel.plaats], dag, bedrag)
                         : betaal(posten_[doel.plaats], dag, bedrag, op);
  }
  static Centen betaal_rente(Rekening& rekening, Dag dag, Centen bedrag) {
    const Centen deel = minste(bedrag, rekening.te_betalen(dag));
    if (deel <= Centen()) return {};
    rekening.rente.betaal_rente(dag, deel);
    return deel;
  }
  template <class Op>
  Centen betaal(Post& post, Dag dag, Centen bedrag, Op& op) {
    const Centen deel = minste(bedrag, post.open());
    if (deel <= Centen()) return {};
    post.betaald += deel;
    const bool voldaan = post.open() <= Centen();
    if (voldaan) post.voldaan = dag;
    for (auto i = post.rekening; i != geen_post; i = rekeningen_[i].naast)
      rekeningen_[i].rente.betaal_hoofdsom(dag, deel);
    if (voldaan && post.exemplaar != geen_post) op(post);
    return deel;
  }

  std::vector<Post> posten_;
  std::vector<Rekening> rekeningen_;
  std::array<Rij, Orde::rangen> doelen_;
  Centen tegoed_;
  std::uint32_t versie_ = 0;
  Dag opgeteld_ = geen_dag;  ///< the day of which all that is open has been added up, until something changes
  Centen alles_open_;
  bool op_volgorde_ = true;
};

}  // namespace beding::kern
