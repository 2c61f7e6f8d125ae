// What is up: days on which something may change by itself, and the instances of a sentence that have to be looked at.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "generate/kern/datum.h"

namespace beding::kern {

/// On that day, that sentence for that instance.
struct Wekker {
  Dag dag;
  std::uint32_t zin;
  std::uint32_t exemplaar;
};

/// Earliest first. New ones are mostly late ones, so they are put in from the end.
class Wekkers {
 public:
  Dag eerste() const { return eerste_; }
  Wekker neem() {
    const Wekker wekker = rij_[kop_++];
    eerste_ = kop_ < rij_.size() ? rij_[kop_].dag : nooit;
    return wekker;
  }
  void zet(Dag dag, std::uint32_t zin, std::uint32_t exemplaar) {
    std::size_t plaats = rij_.size();
    rij_.emplace_back();
    for (; plaats > kop_ && dag < rij_[plaats - 1].dag; --plaats) rij_[plaats] = rij_[plaats - 1];
    rij_[plaats] = {dag, zin, exemplaar};
    eerste_ = std::min(eerste_, dag);
  }
  void leeg() {
    rij_.clear();
    kop_ = 0;
    eerste_ = nooit;
  }

 private:
  std::vector<Wekker> rij_;
  std::size_t kop_ = 0;
  Dag eerste_ = nooit;
};

/// The place of the lowest bit that is set; there is one.
inline std::size_t laagste_bit(std::uint64_t bits) {
#if defined(__GNUC__)
  return static_cast<std::size_t>(__builtin_ctzll(bits));
#else
  std::size_t plaats = 0;
  for (; (bits & 1) == 0; bits >>= 1) ++plaats;
  return plaats;
#endif
}

/// Which instances of a sentence are up. The first 63 have a bit each, all others share the last.
class Beurt {
 public:
  bool leeg() const { return bits_ == 0; }
  void raak(std::size_t exemplaar) { bits_ |= std::uint64_t{1} << (exemplaar < laatste ? exemplaar : laatste); }
  void raak_alle() { bits_ = ~std::uint64_t{0}; }
  void wis() { bits_ = 0; }

  /// Every one of them, once; `doe` gets the instance and its place.
  template <class Reeks, class Doe>
  void elk(Reeks& reeks, Doe doe) {
    const std::size_t aantal = reeks.size();
    std::uint64_t bits = std::exchange(bits_, 0);
    for (std::size_t i = eerste(bits); i < aantal; i = na(i, bits)) doe(reeks[i], static_cast<std::uint32_t>(i));
  }

 private:
  static std::size_t eerste(std::uint64_t bits) { return bits == 0 ? niemand : laagste_bit(bits); }
  static std::size_t na(std::size_t i, std::uint64_t& bits) {
    if (i >= laatste) return i + 1;
    bits &= bits - 1;
    return eerste(bits);
  }

  static constexpr std::size_t laatste = 63;  ///< its bit is that of all behind it as well
  static constexpr std::size_t niemand = std::numeric_limits<std::size_t>::max();
  std::uint64_t bits_ = 0;
};

/// Which sentences are up, of so many; in the order of their numbers.
template <std::size_t aantal>
class Agenda {
 public:
  void zet(std::size_t zin) { bits_[zin / 64] |= std::uint64_t{1} << zin % 64; }
  void leeg() { bits_ = {}; }
  /// The first, which is then up no more; `aantal` when there is none.
  std::size_t neem() {
    for (std::size_t woord = 0; woord < bits_.size(); ++woord) {
      if (bits_[woord] == 0) continue;
      const std::size_t plaats = laagste_bit(bits_[woord]);
      bits_[woord] &= bits_[woord] - 1;
      return woord * 64 + plaats;
    }
    return aantal;
  }

 private:
  std::array<std::uint64_t, (aantal + 63) / 64> bits_{};
};

}  // namespace beding::kern
