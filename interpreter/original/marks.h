// How numbers are written at the start of a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace beding::original {

/// A number at the start of a line, and the words behind it.
struct Mark {
  int article = 0;  ///< of `6.5`; 0 when only one number is written
  int number = 0;
  std::string_view rest;
};

/// `6.5 Betaling ...` or `6.5. Betaling ...`
std::optional<Mark> decimalMark(std::string_view line);
/// `5. Betaling ...`
std::optional<Mark> plainMark(std::string_view line);
/// `Artikel 6 Prijzen`, `ARTIKEL 6 - PRIJZEN`
std::optional<Mark> articleMark(std::string_view line);
/// `6 Prijzen`, `6. Prijzen`: an article only when leden 6.1 and further follow.
std::optional<Mark> bareArticleMark(std::string_view line);
/// `a. ...`, `a) ...`: 1 for a
std::optional<Mark> letterMark(std::string_view line);
/// A bullet; the number is 1.
std::optional<Mark> bulletMark(std::string_view line);

}  // namespace beding::original
