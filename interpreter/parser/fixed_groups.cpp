#include "parser/fixed_groups.h"

#include <algorithm>
#include <array>

namespace beding::parser {
namespace {

constexpr std::array groups = {
    FixedGroup{"met onmiddellijke ingang", true, 3},
    FixedGroup{"met inachtneming van", true, 3},
    FixedGroup{"met uitzondering van", true, 3},
    FixedGroup{"bij aangetekende brief", false, 3},
    FixedGroup{"geheel of gedeeltelijk", false, 3},
    FixedGroup{"zo spoedig mogelijk", true, 3},
    FixedGroup{"zo snel mogelijk", true, 3},
    FixedGroup{"in afwijking van", true, 3},
    FixedGroup{"voor rekening van", false, 3},
    FixedGroup{"bij gebreke van", true, 3},
    FixedGroup{"naar keuze van", true, 3},
    FixedGroup{"tot en met", true, 3},
    FixedGroup{"van rechtswege", false, 2},
    FixedGroup{"per gebeurtenis", false, 2},
    FixedGroup{"in mindering", false, 2},
    FixedGroup{"in rekening", false, 2},
    FixedGroup{"ten hoogste", true, 2},
    FixedGroup{"ten minste", true, 2},
    FixedGroup{"voor zover", true, 2},
    FixedGroup{"van kracht", false, 2},
    FixedGroup{"per direct", true, 2},
    FixedGroup{"per omgaande", true, 2},
    FixedGroup{"ten spoedigste", true, 2},
    FixedGroup{"per e-mail", false, 2},
    FixedGroup{"tot stand", false, 2},
    FixedGroup{"in totaal", false, 2},
    FixedGroup{"ook na", true, 2},
};

/// In alphabetical order.
constexpr auto firstWords = [] {
  std::array<std::string_view, groups.size()> words;
  for (std::size_t i = 0; i < groups.size(); ++i) words[i] = groups[i].key.substr(0, groups[i].key.find(' '));
  std::sort(words.begin(), words.end());
  return words;
}();

}  // namespace

std::span<const FixedGroup> fixedGroups() { return groups; }

bool beginsFixedGroup(std::string_view word) { return std::binary_search(firstWords.begin(), firstWords.end(), word); }

const FixedGroup* fixedGroupAt(std::string_view words) {
  for (const FixedGroup& group : groups) {
    if (!words.starts_with(group.key)) continue;
    if (words.size() == group.key.size() || words[group.key.size()] == ' ') return &group;
  }
  return nullptr;
}

}  // namespace beding::parser
