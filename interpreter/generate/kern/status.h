// How things stand, as outcomes say it.
#pragma once

#include <cstdint>
#include <string_view>

#include "generate/kern/waarheid.h"

namespace beding::kern {

enum class Status : std::uint8_t {
  slapend,
  open,
  nagekomen,
  geschonden,
  te_laat_nagekomen,
  opgeschort,
  vervallen,
  onbekend,
  niet_beschikbaar,
  beschikbaar,
  uitgeoefend,
  geldig,
  ongeldig,
  nog_niet_opeisbaar,
  verschuldigd,
  voldaan,
  ja,
  nee,
  geldt,
  geldt_niet,
  overtreden,
  bestaat,
  van_toepassing,
  niet_van_toepassing,
};

inline constexpr std::string_view statusteksten[] = {"slapend",
                                                     "open",
                                                     "nagekomen",
                                                     "geschonden",
                                                     "te-laat-nagekomen",
                                                     "opgeschort",
                                                     "vervallen",
                                                     "onbekend",
                                                     "niet-beschikbaar",
                                                     "beschikbaar",
                                                     "uitgeoefend",
                                                     "geldig",
                                                     "ongeldig",
                                                     "nog-niet-opeisbaar",
                                                     "verschuldigd",
                                                     "voldaan",
                                                     "ja",
                                                     "nee",
                                                     "geldt",
                                                     "geldt-niet",
                                                     "overtreden",
                                                     "bestaat",
                                                     "van-toepassing",
                                                     "niet-van-toepassing"};
constexpr std::string_view tekst(Status status) { return statusteksten[static_cast<int>(status)]; }
constexpr Status status_van(Waarheid waarheid) {
  return waarheid == Waarheid::ja ? Status::ja : waarheid == Waarheid::nee ? Status::nee : Status::onbekend;
}
constexpr Status geldigheid(Waarheid waarheid) {
  return waarheid == Waarheid::ja ? Status::geldig : waarheid == Waarheid::nee ? Status::ongeldig : Status::onbekend;
}

}  // namespace beding::kern
