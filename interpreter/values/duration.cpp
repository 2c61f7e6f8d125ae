#include "values/duration.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "values/ascii.h"
#include "values/number.h"

namespace beding {

namespace {

struct UnitName {
  std::string_view text;
  TimeUnit unit;
};

constexpr std::array unitNames = {
    UnitName{"uur", TimeUnit::hour},        UnitName{"uren", TimeUnit::hour},
    UnitName{"dag", TimeUnit::day},         UnitName{"dagen", TimeUnit::day},
    UnitName{"kalenderdag", TimeUnit::day}, UnitName{"kalenderdagen", TimeUnit::day},
    UnitName{"werkdag", TimeUnit::workday}, UnitName{"werkdagen", TimeUnit::workday},
    UnitName{"week", TimeUnit::week},       UnitName{"weken", TimeUnit::week},
    UnitName{"maand", TimeUnit::month},     UnitName{"maanden", TimeUnit::month},
    UnitName{"jaar", TimeUnit::year},       UnitName{"jaren", TimeUnit::year},
};

std::optional<std::int64_t> parseDigits(std::string_view text) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  const bool read = result.ec == std::errc() && result.ptr == end && value >= 0;
  return read && !text.starts_with('-') ? std::optional(value) : std::nullopt;
}

/// `14`, `veertien`, `veertien (14)`; a word and figures that differ are no count.
std::optional<std::int64_t> parseCount(std::string_view text) {
  const std::size_t open = text.find(" (");
  if (open == std::string_view::npos) {
    const std::optional<std::int64_t> digits = parseDigits(text);
    return digits ? digits : parseDutchNumberWord(text);
  }
  const std::optional<std::int64_t> word = parseDutchNumberWord(text.substr(0, open));
  const bool closed = text.ends_with(')');
  const std::string_view inside = text.substr(open + 2, text.size() - open - 2 - (closed ? 1 : 0));
  return closed && word && word == parseDigits(inside) ? word : std::nullopt;
}

std::optional<TimeUnit> parseUnit(std::string_view text) {
  const auto* const found =
      std::find_if(unitNames.begin(), unitNames.end(), [&](const UnitName& name) { return name.text == text; });
  return found == unitNames.end() ? std::nullopt : std::optional(found->unit);
}

/// Dutch keeps `uur` and `jaar` singular after a number.
std::string_view unitText(TimeUnit unit, bool one) {
  switch (unit) {
    case TimeUnit::hour:
      return "uur";
    case TimeUnit::day:
      return one ? "dag" : "dagen";
    case TimeUnit::workday:
      return one ? "werkdag" : "werkdagen";
    case TimeUnit::week:
      return one ? "week" : "weken";
    case TimeUnit::month:
      return one ? "maand" : "maanden";
    case TimeUnit::year:
      return "jaar";
    case TimeUnit::indefinite:
      break;
  }
  return "";
}

}  // namespace

std::optional<Duration> parseDuration(std::string_view text) {
  const std::string lower = asciiLowerCase(text);
  if (lower == "onbepaald" || lower == "onbepaalde tijd") {
    return Duration{0, TimeUnit::indefinite};
  }
  const std::size_t space = lower.rfind(' ');
  if (space == std::string::npos) {
    return std::nullopt;
  }
  const std::optional<std::int64_t> count = parseCount(std::string_view(lower).substr(0, space));
  const std::optional<TimeUnit> unit = parseUnit(std::string_view(lower).substr(space + 1));
  return count && unit ? std::optional(Duration{*count, *unit}) : std::nullopt;
}

std::string dutchText(Duration duration) {
  if (duration.unit == TimeUnit::indefinite) {
    return "onbepaald";
  }
  return std::to_string(duration.count) + " " + std::string(unitText(duration.unit, duration.count == 1));
}

}  // namespace beding
