// The syntax tree in indented Dutch, for `beding dump --stap boom`. One line per clause, list item or attribute; items
// that are more than plain words are marked:
//
//   voorwaarden vandeez "Algemene voorwaarden"
//   artikel 6 "Prijzen"
//     lid 5
//       zin betaling
//         hoofdzin: [Voor] elke factuur [moet] Opdrachtgever de factuur betalen [binnen] de betalingstermijn [na] ...
//
// [word] is a skeleton word or fixed group, <duur 14 dagen> a literal with its type and value, {6.5} a reference.
#pragma once

#include <string>

#include "syntax/tree.h"

namespace beding::syntax {

std::string treeText(const File& file);
/// One statement at the margin; for messages of tests and for the dumps of later stages.
std::string treeText(const Statement& statement);
/// One clause's items on one line.
std::string itemsText(const std::vector<Item>& items);

/// "hoofdzin", "indien" ...
std::string_view dutchName(Conjunction conjunction);
/// "zin", "gebeurtenis", "open norm" ...
std::string_view dutchName(StatementKind kind);

}  // namespace beding::syntax
