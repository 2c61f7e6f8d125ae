// Lengths of time as contracts write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace beding {

enum class TimeUnit : std::uint8_t { hour, day, workday, week, month, year, indefinite };

/// So many units. `indefinite` (onbepaald) has no count.
struct Duration {
  std::int64_t count = 0;
  TimeUnit unit = TimeUnit::day;
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// Reads `14 dagen`, `1 maand`, `10 werkdagen`, `48 uur`, `één dag`, `veertien (14) dagen`, `onbepaald`. A word and
/// figures that differ (`vijftien (14) dagen`) are refused.
std::optional<Duration> parseDuration(std::string_view text);
std::string dutchText(Duration duration);

}  // namespace beding
