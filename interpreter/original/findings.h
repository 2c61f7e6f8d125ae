// Defects of a published text that can be computed: they are signs for a person to judge, not verdicts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "original/original.h"

namespace beding {

enum class FindingKind { reference, blank, numbering, term, duplicate, damage };

struct Finding {
  std::string lid;
  FindingKind kind = FindingKind::reference;
  std::string text;  ///< Dutch
};

/// "verwijzing", "niet ingevuld", "nummering", "begrip", "dubbel", "verminkt"
std::string_view nameOf(FindingKind kind);

/// In the order of the text; within a lid by kind.
std::vector<Finding> findingsOf(const Original& original);

namespace original {

// Each looks for one kind of defect in the whole text.
void findReferences(const Original& original, std::vector<Finding>& found);
void findBlanks(const Original& original, std::vector<Finding>& found);
void findNumbering(const Original& original, std::vector<Finding>& found);
void findTerms(const Original& original, std::vector<Finding>& found);
void findDuplicates(const Original& original, std::vector<Finding>& found);
void findDamage(const Original& original, std::vector<Finding>& found);

}  // namespace original
}  // namespace beding
