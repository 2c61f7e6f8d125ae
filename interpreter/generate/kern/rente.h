// Interest in segments (art. 6:119, 6:119a BW), kept up to date payment by payment.
#pragma once

#include <algorithm>
#include <cstddef>

#include "generate/kern/centen.h"
#include "generate/kern/datum.h"

namespace beding::kern {

/// From that day on so much a year, in parts of `Tarieven::noemer`.
struct Tarief {
  Dag vanaf;
  std::int64_t teller;
};

/// A table of rates, oldest first, equal neighbours joined. Past `bevestigd` the last rate runs on.
struct Tarieven {
  const char* naam;
  const Tarief* rijen;
  std::size_t aantal;
  std::int64_t noemer;
  Dag bevestigd;
  int dagen_per_jaar;
  bool voegt_bij;  ///< after a year unpaid interest joins the base

  /// The row of that day; `aantal` before the first.
  std::size_t rij(Dag dag) const {
    std::size_t rij = aantal;
    while (rij > 0 && rijen[rij - 1].vanaf > dag) --rij;
    return rij > 0 ? rij - 1 : aantal;
  }
  std::int64_t teller(std::size_t rij) const { return rij < aantal ? rijen[rij].teller : 0; }
  Dag einde(std::size_t rij) const {
    const std::size_t volgende = rij == aantal ? 0 : rij + 1;
    return volgende < aantal ? rijen[volgende].vanaf : nooit;
  }
};

/// A stretch with one base and one rate, both days included.
struct Rentestuk {
  Dag van;
  Dag tot;
  Centen grondslag;
  std::size_t rij;
  Centen bedrag;
};

/// Who asks for no more than the sum keeps no segments.
struct GeenStukken {
  static void bewaar(const Rentestuk&) {}
};

/// Interest over one principal sum. A segment ends where the rate changes, where the base does, and after each year;
/// what has ended is posted, rounded to the cent, and told to `Stukken`. Days come in order.
template <class Stukken = GeenStukken>
class Renteloop : public Stukken {
 public:
  Renteloop(const Tarieven& tarieven, Dag eerste, Centen hoofdsom)
      : tarieven_(&tarieven),
        eerste_(eerste),
        begin_(eerste),
        jaargrens_(eerste + kortste_jaar),
        rij_(tarieven.rij(eerste)),
        hoofdsom_(hoofdsom) {
    grens_ = std::min(tarieven.einde(rij_), jaargrens_);
  }

  Dag eerste() const { return eerste_; }
  Dag laatste() const { return laatste_; }
  bool loopt() const { return laatste_ == geen_dag; }
  Centen betaald() const { return betaald_; }

  /// All of it through that day.
  Centen tot_en_met(Dag dag) {
    if (!loopt()) return geboekt_;
    ga_naar(dag);
    return geboekt_ + stuk(dag);
  }
  Centen open(Dag dag) { return tot_en_met(dag) - betaald_; }

  /// The segment that is open on that day; it may be empty.
  Rentestuk lopend(Dag dag) {
    if (loopt()) ga_naar(dag);
    return {begin_, dag, hoofdsom_ + bijgevoegd_, rij_, stuk(dag)};
  }

  /// A payment of interest: of the running year, then of what joined the base.
  void betaal_rente(Dag dag, Centen bedrag) {
    betaald_ += bedrag;
    if (!loopt() || dag < eerste_) return;
    ga_naar(dag);
    const Centen van_jaar = minste(bedrag, dit_jaar_ + stuk(dag));
    dit_jaar_ -= van_jaar;
    if (bedrag == van_jaar) return;
    sluit(dag);
    bijgevoegd_ -= minste(bedrag - van_jaar, bijgevoegd_);
  }
  /// A payment of the principal: from the next day on the base is lower.
  void betaal_hoofdsom(Dag dag, Centen bedrag) {
    if (!loopt() || dag < eerste_) return;
    ga_naar(dag);
    sluit(dag);
    hoofdsom_ -= minste(bedrag, hoofdsom_);
  }
  /// Through that day, and no further.
  void stop(Dag dag) {
    if (dag >= eerste_) {
      ga_naar(dag);
      sluit(dag);
    }
    laatste_ = dag;
  }

 private:
  static constexpr Dag kortste_jaar = 365;

  Centen stuk(Dag dag) const {
    if (dag < begin_) return {};
    return Centen(deel((hoofdsom_ + bijgevoegd_).aantal(), tarieven_->teller(rij_) * (dag - begin_ + 1),
                       tarieven_->noemer * tarieven_->dagen_per_jaar));
  }
  void sluit(Dag dag) {
    if (dag < begin_) return;
    const Centen bedrag = stuk(dag);
    Stukken::bewaar({begin_, dag, hoofdsom_ + bijgevoegd_, rij_, bedrag});
    geboekt_ += bedrag;
    dit_jaar_ += bedrag;
    begin_ = dag + 1;
  }
  /// Ends the segments that end before that day.
  void ga_naar(Dag dag) {
    while (grens_ <= dag) {
      if (grens_ == jaargrens_ && !jaargrens_bekend_) {
        reken_jaargrens();
        continue;
      }
      sluit(grens_ - 1);
      if (grens_ == jaargrens_) nieuw_jaar();
      rij_ = tarieven_->rij(begin_);
      grens_ = std::min(tarieven_->einde(rij_), jaargrens_);
    }
  }
  /// Most interest does not run for a year: what day that ends on is found when it comes near.
  void reken_jaargrens() {
    jaargrens_ = maanden_na(eerste_, std::int64_t{12} * (jaren_ + 1));
    jaargrens_bekend_ = true;
    grens_ = std::min(tarieven_->einde(rij_), jaargrens_);
  }
  void nieuw_jaar() {
    ++jaren_;
    jaargrens_ += kortste_jaar;
    jaargrens_bekend_ = false;
    if (!tarieven_->voegt_bij) return;
    bijgevoegd_ += dit_jaar_;
    dit_jaar_ = {};
  }

  const Tarieven* tarieven_;
  Dag eerste_;
  Dag laatste_ = geen_dag;
  Dag begin_;          ///< first day of the open segment
  Dag jaargrens_;      ///< first day of the next year, or one before it
  Dag grens_ = nooit;  ///< first day that cannot belong to the open segment
  bool jaargrens_bekend_ = false;
  int jaren_ = 0;
  std::size_t rij_;
  Centen hoofdsom_;
  Centen bijgevoegd_;
  Centen dit_jaar_;  ///< posted in this interest year and unpaid; below zero when the open segment is partly paid
  Centen geboekt_;
  Centen betaald_;
};

}  // namespace beding::kern
