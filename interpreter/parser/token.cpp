// Kinds of tokens and what they are called in messages.
#include "parser/token.h"

#include <array>

#include "base/text.h"

namespace beding::parser {
namespace {

constexpr std::array<Phrasing, static_cast<std::size_t>(TokenKind::end) + 1> names = {
    Phrasing{"een onderdeel van een opsomming", "an item of a list"},
    Phrasing{"een woord", "a word"},
    Phrasing{"een dubbele punt", "a colon"},
    Phrasing{"een woord", "a word"},
    Phrasing{"het woord voorwaarden", "the word voorwaarden"},
    Phrasing{"het woord bibliotheek", "the word bibliotheek"},
    Phrasing{"het woord overeenkomst", "the word overeenkomst"},
    Phrasing{"het woord gebruikt", "the word gebruikt"},
    Phrasing{"het woord partijen", "the word partijen"},
    Phrasing{"artikel", "artikel"},
    Phrasing{"lid", "lid"},
    Phrasing{"het woord gebeurtenis", "the word gebeurtenis"},
    Phrasing{"het woord zaak", "the word zaak"},
    Phrasing{"het woord handeling", "the word handeling"},
    Phrasing{"het woord toestand", "the word toestand"},
    Phrasing{"het woord vorm", "the word vorm"},
    Phrasing{"het woord ingebouwd", "the word ingebouwd"},
    Phrasing{"ter beoordeling", "ter beoordeling"},
    Phrasing{"het woord kwestie", "the word kwestie"},
    Phrasing{"het woord lezing", "the word lezing"},
    Phrasing{"het woord standaard", "the word standaard"},
    Phrasing{"het woord scenario", "the word scenario"},
    Phrasing{"het woord op", "the word op"},
    Phrasing{"het woord verwacht", "the word verwacht"},
    Phrasing{"let op", "let op"},
    Phrasing{"niet uitvoerbaar", "niet uitvoerbaar"},
    Phrasing{"het woord eigenschap", "the word eigenschap"},
    Phrasing{"indien", "indien"},
    Phrasing{"tenzij", "tenzij"},
    Phrasing{"zodra", "zodra"},
    Phrasing{"zolang", "zolang"},
    Phrasing{"totdat", "totdat"},
    Phrasing{"een woord", "a word"},
    Phrasing{"een woord", "a word"},
    Phrasing{"een woord", "a word"},
    Phrasing{"het woord met", "the word met"},
    Phrasing{"een datum", "a date"},
    Phrasing{"een getal", "a number"},
    Phrasing{"een tijd", "a time"},
    Phrasing{"een verwijzing naar een lid", "a reference to a lid"},
    Phrasing{"een tekst tussen aanhalingstekens", "a text in quotes"},
    Phrasing{"een tekst tussen aanhalingstekens", "a text in quotes"},
    Phrasing{"een punt", "a full stop"},
    Phrasing{"een komma", "a comma"},
    Phrasing{"een dubbele punt", "a colon"},
    Phrasing{"een puntkomma", "a semicolon"},
    Phrasing{"een haakje openen", "an opening parenthesis"},
    Phrasing{"een haakje sluiten", "a closing parenthesis"},
    Phrasing{"het teken «", "the character «"},
    Phrasing{"het teken »", "the character »"},
    Phrasing{"het teken €", "the character €"},
    Phrasing{"het teken %", "the character %"},
    Phrasing{"een opsommingsteken", "a bullet"},
    Phrasing{"een woord", "a word"},
    Phrasing{"een aanhalingsteken", "a quote"},
    Phrasing{"een gedachtestreepje", "a dash"},
    Phrasing{"witruimte", "white space"},
    Phrasing{"commentaar", "a comment"},
    Phrasing{"een ander teken", "another character"},
    Phrasing{"het einde van het bestand", "the end of the file"},
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
static_assert(names[static_cast<std::size_t>(TokenKind::comma)].dutch == "een komma");

}  // namespace

bool isStatementWord(TokenKind kind) { return kind >= TokenKind::voorwaarden && kind <= TokenKind::eigenschap; }

bool isConjunction(TokenKind kind) { return kind >= TokenKind::indien && kind <= TokenKind::totdat; }

bool isWord(TokenKind kind) { return kind == TokenKind::word || (kind >= TokenKind::modal && kind <= TokenKind::met); }

std::string quoted(const Token& token) {
  return token.kind == TokenKind::string ? std::string(token.text) : inQuotes(token.text);
}

std::string shortName(TokenKind kind) { return std::string(shortNames[static_cast<std::size_t>(kind)]); }

Phrasing spokenName(TokenKind kind) { return names[static_cast<std::size_t>(kind)]; }

}  // namespace beding::parser
