// The syntax tree: what was written, nothing about what it means. A clause is one flat list of words and literals;
// which declared phrases cover it is decided later, in names/. The tree keeps every place for messages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/source.h"
#include "values/value.h"

namespace beding::syntax {

enum class ItemKind : std::uint8_t {
  word,      ///< an ordinary word, also a capitalised name
  skeleton,  ///< a reserved word of the language, or a fixed group ("in afwijking van") read as one item
  comma,
  openParen,  ///< parentheses that group a condition; "(14)" after a number word is read away by the parser
  closeParen,
  literal,    ///< a date, amount, duration, percentage, number, truth or quoted text, in `value`
  reference,  ///< a reference to a lid: 6.5, 9.2.a, 2.7.(1), 18.6.a.•1; or to a statute: "artikel 6:271 BW"
  fence,      ///< «...»: the items inside must be covered by exactly one phrase
};

/// One word, literal or reference. `text` is as written; `key` is how it is matched: lower case, typographic quotes
/// and hyphens made plain, accents kept. For a fixed group `key` has single spaces ("ten hoogste").
struct Item {
  ItemKind kind = ItemKind::word;
  std::string text;
  std::string key;
  Value value;             ///< for a literal
  Type type = Type::text;  ///< type of the literal
  Span span;
  std::vector<Item> inside;  ///< for a fence
};

/// The word that opens a clause. `none` is the main clause.
enum class Conjunction : std::uint8_t { none, indien, tenzij, zodra, zolang, totdat };

/// A clause: its conjunction and everything up to the next conjunction, the colon of a list or the end.
/// A fronted clause ("Zodra X, moet ...") ends before the comma that precedes the finite verb of the main clause.
struct Clause {
  Conjunction conjunction = Conjunction::none;
  std::vector<Item> items;
  Span span;
};

/// An item of a list: `a.`, `(1)`, `•`; `id` is as the catalogue writes it: "a", "(1)", "•1". May carry its own
/// `tenzij`.
struct ListEntry {
  std::string id;
  std::vector<Clause> clauses;
  Span span;
};

/// How a list after a colon was announced.
enum class ListMode : std::uint8_t { none, plain, open, closed };  // open: "onder meer:", closed: "uitsluitend:"

enum class StatementKind : std::uint8_t {
  sentence,       ///< every norm, claim, definition, parameter ...: told apart in lowering/
  event,          ///< gebeurtenis N met A (type, ...), ... .
  entity,         ///< zaak N ontstaat bij ...
  act,            ///< handeling V (forms) gebeurt door ... / is vervuld zodra ...
  state,          ///< toestand ...
  form,           ///< vorm A omvat B, C.
  judgement,      ///< ter beoordeling "WORDS" per X [, options]: ...
  issue,          ///< kwestie N  lezing A: ... lezing B: ... standaard A.
  note,           ///< let op: "..."
  notExecutable,  ///< niet uitvoerbaar: "..."
  property,       ///< eigenschap N: "..."   (a declarative lid that can be queried)
  native,         ///< ingebouwd ...: binds a word of the library to a built-in of the engine (stdlib only)
};

/// An attribute in an event declaration: `bedrag (geld, mag ontbreken)`.
struct AttributeDecl {
  std::string name;
  std::string typeName;              ///< "geld", "datum", "kenmerk", "verwijzing", "lijst" ...
  std::vector<std::string> options;  ///< "mag ontbreken", "standaard op", "afgeleid" ...: as written, folded
  std::vector<std::string> choices;  ///< for `keuze uit "a", "b"`
  std::string standard;              ///< for `standaard "a"`: what it is when absent
  Span span;
  Span typeSpan;
};

struct Reading;

/// One statement, up to its full stop. Which fields are filled depends on `kind`.
struct Statement {
  StatementKind kind = StatementKind::sentence;
  std::optional<std::string> label;  ///< sentence: `betaling:`
  Span labelSpan;
  std::vector<Clause> clauses;  ///< the words after the statement keyword, in order, by clause
  ListMode listMode = ListMode::none;
  std::vector<ListEntry> list;
  std::string quoted;                     ///< judgement: the source's words; note, notExecutable, property: the text
  std::vector<Clause> options;            ///< judgement: what stands between the quoted words and the colon;
                                          ///< event: what stands between commas before `met` ("afgeleid")
  std::vector<AttributeDecl> attributes;  ///< event
  std::vector<std::vector<Item>> forms;   ///< act: the other forms, between parentheses
  std::string name;                       ///< issue, property: its name
  std::vector<Reading> readings;          ///< issue
  std::string standard;                   ///< issue: name of the standard reading
  Span standardSpan;
  Span span;
};

struct Reading {
  std::string name;
  std::vector<Statement> statements;
  Span span;
};

/// `lid 5 "..."` with everything under it. Sentences before the first lid of an article stand in lid "".
struct Lid {
  std::string number;
  std::string title;
  std::vector<Statement> statements;
  Span span;
};

struct Article {
  std::string number;
  std::string title;
  std::vector<Lid> lids;
  Span span;
};

/// The id of a lid without its document: "6.5", "6" for an article without leden, "aanhef" before the first article.
inline std::string lidName(const Article& article, const Lid& lid) {
  if (lid.number.empty() || article.number.empty()) return article.number + lid.number;
  return article.number + "." + lid.number;
}

/// `op 1 maart 2025 14:05: factuur verzonden, factuur "F1", bedrag € 1.000.` Attribute names and the event's name
/// are matched later against the vocabulary.
struct ScenarioEvent {
  Moment at;
  std::vector<std::vector<Item>> parts;  ///< split at commas: the event's name first, then attribute and value
  Span span;
};

/// `verwacht op 16 maart 2025: 6.5 betaling voor "F1" is geschonden, uiterlijk 15 maart 2025.` or `... is er niet.`
struct Expectation {
  Moment at;
  std::vector<std::vector<Item>> parts;  ///< split at commas: what is expected first, then further fields
  Span span;
};

/// `lezing vrije dagen van 4.3 werkdag`: the reading under which a scenario runs.
struct ReadingChoice {
  std::string reading;
  std::string lid;
  std::string issue;
  Span span;
};

struct Scenario {
  std::string name;
  std::vector<std::string> documents;   ///< after `met`; empty: the document it stands in
  std::vector<ReadingChoice> readings;  ///< after `met` too
  std::vector<ScenarioEvent> events;
  std::vector<Expectation> expectations;
  std::string lid;  ///< "artikel.lid" it stands under, or empty
  Span span;
};

/// What a file declares at its top. A file without header continues the document of its folder. A contract
/// (`overeenkomst "TITLE" tussen A en B onder D, met afspraken: ...`) is named after its file; what its header says is
/// agreed stands among the statements of the file.
enum class HeaderKind : std::uint8_t { none, terms, library, contract };  // voorwaarden, bibliotheek, overeenkomst

struct Header {
  HeaderKind kind = HeaderKind::none;
  std::string name;  ///< "vandeez"
  std::string title;
  std::vector<std::string> uses;   ///< gebruikt algemeen, kalender nederland
  std::vector<Span> usesSpans;     ///< parallel to `uses`
  std::vector<std::string> terms;  ///< contract: the documents behind `onder`
  std::vector<Span> termsSpans;    ///< parallel to `terms`
  std::vector<std::vector<Item>>
      parties;  ///< partijen Opdrachtnemer "Vandeez Hosting B.V.", Opdrachtgever: split at commas
  Span span;
};

/// One source file.
struct File {
  FileIndex index = 0;
  Header header;
  std::vector<Statement> statements;  ///< before the first article: parameters, vocabulary
  std::vector<Article> articles;
  std::vector<Scenario> scenarios;
};

}  // namespace beding::syntax
