// How long an agreement lasts: the term, its periods, and its end.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "generate/kern/waarheid.h"

namespace beding::kern {

/// A moment within the course of things: what the clock does on a day comes before its events.
using Tik = std::int64_t;
inline constexpr Tik nooit_tik = std::numeric_limits<Tik>::max();
constexpr Tik begin_van(Dag dag) { return Tik{2} * dag; }
/// An end of the agreement that may have come, for as long as its use of a power may be valid.
struct MogelijkEinde {
  Tik tik;
  Dag dag;
  Twijfel twijfel;
};

/// How long the agreement lasts, as far as that is said.
struct Looptijd {
  Moment begin;
  Mogelijk<Termijn> duur;
  bool verlengt = false;
  Mogelijk<Termijn> verlenging{};

  static bool is_bepaald(const Mogelijk<Termijn>& lengte) {
    return lengte.bekend() && !lengte.waarde.is_onbepaald() && lengte.waarde.aantal() > 0;
  }
  bool is_bepaald() const { return begin.bekend() && is_bepaald(duur); }
  bool kan_verlengen() const { return verlengt && is_bepaald(verlenging); }
  bool is_onbekend() const { return begin.onbekend() || duur.onbekend() || (verlengt && verlenging.onbekend()); }
  /// The n-th period, counted from the first start, so that nothing drifts.
  Dag einde(const Kalender& kalender, int nummer) const {
    if (nummer == 0 || verlenging.waarde == duur.waarde)
      return kalender.einde_periode(begin.waarde, duur.waarde, nummer + 1);
    return kalender.einde_periode(kalender.einde_periode(begin.waarde, duur.waarde, 1) + 1, verlenging.waarde, nummer);
  }
};
/// One period of the term; the first is number 0.
struct Looptijdvak {
  Dag eerste;
  Dag laatste;
  int nummer;
};
/// The period that runs, and the one that would if it is not over.
struct Lopend {
  std::optional<Looptijdvak> nu;
  std::optional<Looptijdvak> mogelijk;
  bool onbekend = false;
};
/// What notice against the end of a period works against.
struct Opzegging {
  Moment dag;
  Moment laatste;  ///< the last day on which it is in time for that
  bool te_laat = false;
};

}  // namespace beding::kern
