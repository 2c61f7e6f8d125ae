// Where an agreement is in time: what day and hour, what event, whether it is over.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "generate/kern/looptijd.h"
#include "generate/kern/uren.h"
#include "generate/kern/verwijzing.h"

namespace beding::kern {

/// Where on the day it is: at its beginning or its events, at a second that the clock strikes, or at its end.
enum class Uur : std::uint8_t { begin, slag, einde };

/// What an agreement starts with.
struct Begin {
  Dag nu_ = geen_dag;
  Dag moment_ = geen_dag;  ///< the day on which the event of this instant counts
  Dag slot_ = geen_dag;    ///< last day of what stops now
  Uur uur_ = Uur::begin;
  Ogenblik slag_ = geen_ogenblik;  ///< the second that the clock strikes
  Dag avond_ = geen_dag;           ///< of which an hour has gone by: nothing more happens on it
  std::uint32_t volgnummer_ = 0;
  std::uint32_t orde_ = 0;
  Wie wie_;                 ///< the event of this instant
  std::string_view door_;   ///< its key, where a sentence tells that
  bool aangenomen_ = true;  ///< in force from before the first event
  bool einde_staat_vast_ = false;
  bool begonnen_ = false;
  bool over_ = false;                 ///< that it is over has been told
  Tik eindigt_ = nooit_tik;           ///< from then on it is over
  Dag laatste_dag_ = geen_dag;        ///< of it, once that is known
  Dag laatste_verlengde_ = geen_dag;  ///< the period that ends on this day is the last
  Dag periode_gewekt_ = geen_dag;
  int periode_ = 0;
  std::uint32_t afgeleid_ = 0;  ///< events that followed from others
  Dag tegoed_gewekt_ = geen_dag;
  std::uint32_t boek_gezien_ = 0;
};

/// What is told of it, and what can be read of that by itself.
class Verloop : protected Begin {
 protected:
  Dag eerste_avond() const { return uurwerk_.is_leeg() ? nooit : dag_van(uurwerk_.eerste()); }
  Ogenblik dit_uur() const {
    if (uur_ == Uur::slag) return slag_;
    return uur_ == Uur::begin ? begin_van_dag(nu_) : begin_van_dag(nu_ + 1) - 1;
  }
  /// Between its bounds it is not known whether a term in hours has gone by.
  template <class V>
  Waarheid uren_voorbij(V& v, const Uurmoment& moment) const {
    if (!moment.bekend()) return moment.onbekend() ? Waarheid::onbekend : Waarheid::nee;
    const Ogenblik verstreken = uur_ == Uur::slag ? slag_ : dit_uur() - 1;
    for (const Ogenblik grens : {moment.waarde.eerst, moment.waarde.laatst})
      if (grens > verstreken) uurwerk_.zet(grens);
    if (verstreken < moment.waarde.eerst) return Waarheid::nee;
    return verstreken < moment.waarde.laatst ? vraag_uur(v, moment.waarde.van) : Waarheid::ja;
  }
  /// Whether an event is what a sentence speaks of; if it is or may be, with what is asked.
  template <bool met_aannamen = false, class F, class G>
  void zie(F past, G doe) {
    Kijk kijk{nu_, nu_};
    const Waarheid is = past(kijk);
    if (is == Waarheid::nee) return;
    if (is == Waarheid::ja && !met_aannamen) return doe(is, Twijfel{});
    Vraagt v{nu_, nu_, &geheugen_};
    past(v);
    if (is == Waarheid::ja) v.gevraagd.clear();
    doe(is, v.bewaar());
  }
  Tik tik() const { return begin_van(nu_) + (slot_ < nu_ ? 0 : 1); }
  bool is_over() const { return tik() >= eindigt_; }
  bool wordt_verlengd(const Looptijd& looptijd, const Looptijdvak& periode) const {
    return looptijd.kan_verlengen() && (laatste_verlengde_ == geen_dag || periode.laatste < laatste_verlengde_);
  }
  Looptijdvak periode(const Looptijd& looptijd, int nummer) const {
    const Dag eerste = nummer == 0 ? looptijd.begin.waarde : looptijd.einde(kalender_, nummer - 1) + 1;
    return {eerste, looptijd.einde(kalender_, nummer), nummer};
  }
  std::optional<Looptijdvak> periode_op(const Looptijd& looptijd, Dag dag) const {
    if (!looptijd.is_bepaald() || dag < looptijd.begin.waarde) return {};
    Looptijdvak elk = periode(looptijd, 0);
    for (; dag > elk.laatste; elk = periode(looptijd, elk.nummer + 1))
      if (!wordt_verlengd(looptijd, elk)) return {};
    return elk;
  }

  Geheugen geheugen_;
  Kalender kalender_;
  mutable Uurwerk uurwerk_;
};

}  // namespace beding::kern
