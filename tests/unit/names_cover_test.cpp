// Words with their determiners, and the readings of a declared phrase among them. No parser: clauses are made by hand.
#include <doctest/doctest.h>

#include <sstream>

#include "names/vocabulary.h"

using namespace beding;
using namespace beding::names;

namespace {

constexpr graph::EntityId party{0}, invoice{1}, defect{2};

/// A clause from words with spaces between them; `per_direct` is a fixed group, a comma stands by itself.
struct Clause {
  std::vector<syntax::Item> items;
  Words words;

  explicit Clause(const std::string& text) {
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      syntax::Item item;
      item.kind = word == ","                           ? syntax::ItemKind::comma
                  : word.find('_') != std::string::npos ? syntax::ItemKind::skeleton
                                                        : syntax::ItemKind::word;
      for (char& c : word) c = c == '_' ? ' ' : c;
      item.text = item.key = word;
      if (item.key[0] >= 'A' && item.key[0] <= 'Z') item.key[0] = static_cast<char>(item.key[0] - 'A' + 'a');
      items.push_back(std::move(item));
    }
    words = wordsOf(items);
  }
  [[nodiscard]] Free free() const { return Free(words.size(), true); }
};

/// `*factuur` is a slot for an invoice.
Phrase phrase(const std::string& text) {
  Phrase result;
  result.spelled = text;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    if (word == "*factuur")
      result.pattern.push_back({"", invoice});
    else if (word == "*partij")
      result.pattern.push_back({"", party});
    else
      result.pattern.push_back({word, {}});
  }
  return result;
}

Vocabulary vocabulary() {
  Vocabulary known;
  known.nouns = {{invoice, {"factuur"}}, {invoice, {"facturen"}}, {defect, {"verborgen", "gebrek"}}};
  for (const char* each : {"*factuur betalen", "*factuur te laat", "bezwaar maken tegen *factuur", "*partij failliet",
                           "Overeenkomst opzeggen"}) {
    known.phrases.push_back(phrase(each));
  }
  return known;
}

std::size_t readings(const std::string& clause, const std::string& declared) {
  const Clause in(clause);
  const Phrase wanted = phrase(declared);
  return matches(in.words, in.free(), wanted, vocabulary()).size();
}

/// The words that no reading took, of the only reading.
std::string left(const std::string& clause, const std::string& declared) {
  const Clause in(clause);
  const Phrase wanted = phrase(declared);
  const auto found = matches(in.words, in.free(), wanted, vocabulary());
  if (found.size() != 1) return std::to_string(found.size()) + " readings";
  std::string rest;
  for (std::size_t i = 0; i < in.words.size(); ++i) {
    if (found[0].rest[i]) rest += (rest.empty() ? "" : " ") + in.words[i].key;
  }
  return rest;
}

NounPhrase only(const std::string& clause, graph::EntityId entity) {
  const Clause in(clause);
  const auto found = nounPhrases(in.words, in.free(), entity, vocabulary());
  REQUIRE(found.size() == 1);
  return found[0];
}

}  // namespace

TEST_CASE("a determiner stands on the word it precedes") {
  const Clause in("de factuur het gebrek een bezwaar elke dag iedere Partij alle facturen geen rente die termijn");
  const std::vector<Determiner> expected{Determiner::definite, Determiner::definite, Determiner::indefinite,
                                         Determiner::each,     Determiner::each,     Determiner::all,
                                         Determiner::no,       Determiner::that};
  REQUIRE(in.words.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO(in.words[i].key);
    CHECK(in.words[i].determiner == expected[i]);
  }
  CHECK(in.words[1].article == "het");
  CHECK(in.words[4].article == "iedere");
}

TEST_CASE("a determiner without a word after it is a word of its own") {
  const Clause last("voor deze");
  REQUIRE(last.words.size() == 2);
  CHECK(last.words[1].key == "deze");
  CHECK(last.words[1].determiner == Determiner::none);
  const Clause comma("die , betalen");
  REQUIRE(comma.words.size() == 3);
  CHECK(comma.words[0].key == "die");
}

TEST_CASE("auxiliaries, negation, commas and fixed groups are told apart") {
  const Clause in("factuur is niet , per_direct");
  REQUIRE(in.words.size() == 5);
  CHECK(in.words[0].kind == WordKind::plain);
  CHECK(in.words[1].kind == WordKind::auxiliary);
  CHECK(in.words[2].kind == WordKind::negation);
  CHECK(in.words[3].kind == WordKind::comma);
  CHECK(in.words[4].kind == WordKind::skeleton);
}

TEST_CASE("words are shown as they were written") {
  const Clause in("De factuur is , het gebrek niet");
  CHECK(spelled(in.words, 0, in.words.size()) == "de factuur is, het gebrek niet");
  CHECK(spelled(in.words, 3, 4) == "het gebrek");
}

TEST_CASE("a phrase is read in any order of its words") {
  CHECK(readings("Opdrachtgever de factuur betalen", "*factuur betalen") == 1);
  CHECK(readings("betalen Opdrachtgever de factuur", "*factuur betalen") == 1);
  CHECK(readings("is de factuur te laat", "*factuur te laat") == 1);
  CHECK(readings("te laat de factuur is", "*factuur te laat") == 1);
}

TEST_CASE("a phrase is read only when all its words are there") {
  CHECK(readings("de factuur te", "*factuur te laat") == 0);
  CHECK(readings("te laat", "*factuur te laat") == 0);
  CHECK(readings("de factuur te laatt", "*factuur te laat") == 0);
  CHECK(readings("de factuur is", "*factuur is") == 0);  // an auxiliary is never matched
}

TEST_CASE("an instance stays with its preposition") {
  CHECK(readings("bezwaar tegen de factuur maken", "bezwaar maken tegen *factuur") == 1);
  CHECK(readings("tegen de factuur bezwaar maken", "bezwaar maken tegen *factuur") == 1);
  CHECK(readings("de factuur bezwaar maken tegen", "bezwaar maken tegen *factuur") == 0);
  CHECK(readings("tegen bezwaar maken de factuur", "bezwaar maken tegen *factuur") == 0);
}

TEST_CASE("what a reading does not take stays free") {
  CHECK(left("Opdrachtgever de factuur niet betalen", "*factuur betalen") == "opdrachtgever niet");
  CHECK(left("een geldige factuur betalen", "*factuur betalen").empty());  // the adjective goes with its noun
  CHECK(left("oude facturen betalen", "*factuur betalen") ==
        "oude");  // without determiner nothing says where it begins
}

TEST_CASE("every instance that fits is a reading of its own") {
  CHECK(readings("de factuur een factuur betalen", "*factuur betalen") == 2);
  CHECK(readings("betalen betalen de factuur", "*factuur betalen") == 2);
}

TEST_CASE("words that are taken are not read again") {
  const Clause in("de factuur betalen");
  const Phrase wanted = phrase("*factuur betalen");
  Free free = in.free();
  free[0] = false;
  CHECK(matches(in.words, free, wanted, vocabulary()).empty());
}

TEST_CASE("a noun of several words, in singular and plural") {
  CHECK(only("het verborgen gebrek", defect).end == 2);
  CHECK(only("alle facturen", invoice).determiner == Determiner::all);
  const Clause loose("het gebrek");
  CHECK(nounPhrases(loose.words, loose.free(), defect, vocabulary()).empty());
}

TEST_CASE("adjectives stand between the determiner and the noun") {
  const NounPhrase two = only("een oude onbetwiste factuur", invoice);
  CHECK(two.begin == 0);
  CHECK(two.end == 3);
  CHECK(two.determiner == Determiner::indefinite);
  CHECK(two.adjectives == std::vector<std::size_t>{0, 1});
  const NounPhrase four = only("een a b c d factuur", invoice);  // at most three
  CHECK(four.begin == 4);
  CHECK(four.adjectives.empty());
  const NounPhrase behind = only("een betaling van factuur", invoice);  // not past a preposition
  CHECK(behind.determiner == Determiner::none);
}

TEST_CASE("a pronoun may stand for any instance, a noun only for its own") {
  const NounPhrase she = only("zij te laat", invoice);
  CHECK(she.pronoun);
  CHECK(she.determiner == Determiner::definite);
  CHECK(readings("zij te laat is", "*factuur te laat") == 1);
  CHECK(readings("het verborgen gebrek te laat is", "*factuur te laat") == 0);
}

TEST_CASE("parties by name, each, and the other one") {
  CHECK(only("Opdrachtgever", party).party == graph::Party::client);
  CHECK(only("Opdrachtnemer", party).party == graph::Party::contractor);
  CHECK(only("iedere Partij", party).determiner == Determiner::each);
  const NounPhrase other = only("de andere Partij", party);
  CHECK(other.otherParty);
  CHECK(other.adjectives.empty());
  CHECK(only("de wederpartij", party).otherParty);
}

TEST_CASE("a fixed group is one word here and several there") {
  const Clause grouped("per_direct opzeggen"), apart("per direct opzeggen");
  CHECK(wordsAt(grouped.words, 0, {"per", "direct"}) == 1);
  CHECK(wordsAt(apart.words, 0, {"per", "direct"}) == 2);
  CHECK(wordsAt(grouped.words, 0, {"per"}) == 0);
  CHECK(wordsAt(grouped.words, 0, {"per", "direct", "opzeggen"}) == 2);
  CHECK(wordsAt(apart.words, 1, {"direct", "opzeggen", "nu"}) == 0);
}

TEST_CASE("an inflected word is the declared one") {
  for (const auto& [written, declared] : {std::pair{"schriftelijk", "schriftelijk"},
                                          {"schriftelijke", "schriftelijk"},
                                          {"gestelde", "gesteld"},
                                          {"felle", "fel"},
                                          {"betrouwbare", "betrouwbaar"},
                                          {"late", "laat"},
                                          {"gave", "gaaf"},
                                          {"boze", "boos"}}) {
    INFO(written);
    CHECK(sameInflected(written, declared));
  }
  for (const auto& [written, declared] : {std::pair{"gesteld", "gestelde"},
                                          {"geldige", "ongeldig"},
                                          {"rede", "rood"},
                                          {"de", "d"},
                                          {"laatste", "laat"}}) {
    INFO(written);
    CHECK_FALSE(sameInflected(written, declared));
  }
}

TEST_CASE("the nearest phrases, best first") {
  const Clause typo("de factuur betaalen");
  const auto any = [](const Phrase&) { return true; };
  const auto near = nearestPhrases(typo.words, typo.free(), vocabulary(), any);
  REQUIRE_FALSE(near.empty());
  CHECK(near.front() == "*factuur betalen");
  CHECK(near.size() <= 3);
  const Clause far("zwemmen");
  CHECK(nearestPhrases(far.words, far.free(), vocabulary(), any).empty());
  const auto none = [](const Phrase&) { return false; };
  CHECK(nearestPhrases(typo.words, typo.free(), vocabulary(), none).empty());
}

TEST_CASE("a plural begins as its singular does and ends in -en or -s") {
  const std::vector<std::pair<std::string, std::string>> plurals{{"facturen", "factuur"},
                                                                 {"weken", "week"},
                                                                 {"schades", "schade"},
                                                                 {"zekerheden", "zekerheid"},
                                                                 {"nota's", "nota"}};
  for (const auto& [many, one] : plurals) {
    INFO(many);
    CHECK(isPluralOf({many}, {one}));
  }
  CHECK(isPluralOf({"geleverde", "producten"}, {"geleverd", "product"}));
  CHECK_FALSE(isPluralOf({"nota"}, {"factuur"}));
  CHECK_FALSE(isPluralOf({"rekeningen"}, {"factuur"}));
  CHECK_FALSE(isPluralOf({"factuur"}, {"facturen"}));
}

TEST_CASE("what is left where a phrase has a place for an instance") {
  const Vocabulary known = vocabulary();
  const Clause typo("de factuurr te laat is");
  const auto stray = strayWords(typo.words, typo.free(), known.phrases[1]);
  REQUIRE(stray);
  CHECK(spelledBare(typo.words, stray->first, stray->second) == "factuurr");
  CHECK_FALSE(strayWords(typo.words, typo.free(), known.phrases[0]));
}
