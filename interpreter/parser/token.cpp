// Kinds of tokens and what they are called in messages.
#include "parser/token.h"

#include <array>

#include "base/text.h"

namespace beding::parser {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(TokenKind::end) + 1> names = {
    "een onderdeel van een opsomming",
    "een woord",
    "een dubbele punt",
    "een woord",
    "het woord voorwaarden",
    "het woord bibliotheek",
    "het woord overeenkomst",
    "het woord gebruikt",
    "het woord partijen",
    "artikel",
    "lid",
    "het woord gebeurtenis",
    "het woord zaak",
    "het woord handeling",
    "het woord toestand",
    "het woord vorm",
    "het woord ingebouwd",
    "ter beoordeling",
    "het woord kwestie",
    "het woord lezing",
    "het woord standaard",
    "het woord scenario",
    "het woord op",
    "het woord verwacht",
    "let op",
    "niet uitvoerbaar",
    "het woord eigenschap",
    "indien",
    "tenzij",
    "zodra",
    "zolang",
    "totdat",
    "een woord",
    "een woord",
    "een woord",
    "het woord met",
    "een datum",
    "een getal",
    "een tijd",
    "een verwijzing naar een lid",
    "een tekst tussen aanhalingstekens",
    "een tekst tussen aanhalingstekens",
    "een punt",
    "een komma",
    "een dubbele punt",
    "een puntkomma",
    "een haakje openen",
    "een haakje sluiten",
    "het teken «",
    "het teken »",
    "het teken €",
    "het teken %",
    "een opsommingsteken",
    "een woord",
    "een aanhalingsteken",
    "een gedachtestreepje",
    "witruimte",
    "commentaar",
    "een ander teken",
    "het einde van het bestand",
};

constexpr std::array<std::string_view, static_cast<std::size_t>(TokenKind::end) + 1> shortNames = {
    "onderdeel",     "labelwoord", "labelteken", "beschadigd", "zinswoord",   "zinswoord", "zinswoord", "zinswoord",
    "zinswoord",     "zinswoord",  "zinswoord",  "zinswoord",  "zinswoord",   "zinswoord", "zinswoord", "zinswoord",
    "zinswoord",     "zinswoord",  "zinswoord",  "zinswoord",  "zinswoord",   "zinswoord", "zinswoord", "zinswoord",
    "zinswoord",     "zinswoord",  "zinswoord",  "voegwoord",  "voegwoord",   "voegwoord", "voegwoord", "voegwoord",
    "hulpwerkwoord", "geraamte",   "werkwoord",  "woord",      "datum",       "getal",     "tijd",      "verwijzing",
    "tekst",         "tekst",      "punt",       "komma",      "dubbelepunt", "puntkomma", "haakje",    "haakje",
    "frase",         "frase",      "euro",       "procent",    "teken",       "woord",     "aanhaling", "streepje",
    "wit",           "commentaar", "ander",      "einde",
};
static_assert(shortNames[static_cast<std::size_t>(TokenKind::end)] == "einde");
static_assert(names[static_cast<std::size_t>(TokenKind::comma)] == "een komma");

}  // namespace

bool isStatementWord(TokenKind kind) { return kind >= TokenKind::voorwaarden && kind <= TokenKind::eigenschap; }

bool isConjunction(TokenKind kind) { return kind >= TokenKind::indien && kind <= TokenKind::totdat; }

bool isWord(TokenKind kind) { return kind == TokenKind::word || (kind >= TokenKind::modal && kind <= TokenKind::met); }

std::string quoted(const Token& token) {
  return token.kind == TokenKind::string ? std::string(token.text) : inQuotes(token.text);
}

std::string shortName(TokenKind kind) { return std::string(shortNames[static_cast<std::size_t>(kind)]); }

std::string dutchName(TokenKind kind) { return std::string(names[static_cast<std::size_t>(kind)]); }

}  // namespace beding::parser
