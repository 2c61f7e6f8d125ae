#include "explain/spoken.h"

#include <algorithm>
#include <array>

namespace beding {
namespace {

constexpr std::array interfaceWords = {
    // kinds
    Phrasing{"plicht", "obligation"},
    Phrasing{"verbod", "prohibition"},
    Phrasing{"bevoegdheid", "power"},
    Phrasing{"uitoefening", "exercise"},
    Phrasing{"bedrag", "amount"},
    Phrasing{"toestand", "state"},
    Phrasing{"recht", "right"},
    Phrasing{"vrijwaring", "indemnity"},
    Phrasing{"beperking", "limitation"},
    Phrasing{"vermoeden", "presumption"},
    Phrasing{"eigenschap", "property"},
    // statuses
    Phrasing{"slapend", "dormant"},
    Phrasing{"open", "open"},
    Phrasing{"nagekomen", "performed"},
    Phrasing{"geschonden", "breached"},
    Phrasing{"te laat nagekomen", "performed late"},
    Phrasing{"opgeschort", "suspended"},
    Phrasing{"vervallen", "lapsed"},
    Phrasing{"onbekend", "unknown"},
    Phrasing{"geldt", "applies"},
    Phrasing{"geldt niet", "does not apply"},
    Phrasing{"overtreden", "violated"},
    Phrasing{"beschikbaar", "available"},
    Phrasing{"niet beschikbaar", "not available"},
    Phrasing{"uitgeoefend", "exercised"},
    Phrasing{"geldig", "valid"},
    Phrasing{"ongeldig", "invalid"},
    Phrasing{"verschuldigd", "owed"},
    Phrasing{"nog niet opeisbaar", "not yet due"},
    Phrasing{"voldaan", "paid"},
    Phrasing{"ja", "yes"},
    Phrasing{"nee", "no"},
    Phrasing{"bestaat", "exists"},
    Phrasing{"van toepassing", "applicable"},
    Phrasing{"niet van toepassing", "not applicable"},
    // themes
    Phrasing{"betaling", "payment"},
    Phrasing{"verzuim", "default"},
    Phrasing{"rente", "interest"},
    Phrasing{"kosten", "costs"},
    Phrasing{"boete", "penalty"},
    Phrasing{"opschorting", "suspension"},
    Phrasing{"beëindiging", "termination"},
    Phrasing{"klachten", "complaints"},
    Phrasing{"aansprakelijkheid", "liability"},
    Phrasing{"overig", "other"},
};

}  // namespace

std::string spoken(std::string_view word, Language language) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '-', ' ');
  const auto found = std::find_if(interfaceWords.begin(), interfaceWords.end(),
                                  [&](const Phrasing& each) { return each.dutch == text; });
  return found == interfaceWords.end() ? text : std::string(found->in(language));
}

}  // namespace beding
