// The dump of a tree made by hand; what the parser makes is shown by tests/golden/boom.
#include "syntax/print.h"

#include <doctest/doctest.h>

using namespace beding;
using namespace beding::syntax;

namespace {

Item word(const char* text, ItemKind kind = ItemKind::word) {
  Item item;
  item.kind = kind;
  item.text = text;
  item.key = text;
  return item;
}

Item literal(Value value, Type type) {
  Item item = word("", ItemKind::literal);
  item.value = std::move(value);
  item.type = type;
  return item;
}

}  // namespace

TEST_CASE("every kind of item is told apart") {
  Item fence = word("", ItemKind::fence);
  fence.inside = {word("bezwaar")};
  const std::vector<Item> items = {word("A"),
                                   word("van kracht"),
                                   word("moet", ItemKind::skeleton),
                                   word("", ItemKind::comma),
                                   fence,
                                   word("6.5", ItemKind::reference),
                                   word("", ItemKind::openParen),
                                   word("", ItemKind::closeParen)};
  CHECK(itemsText(items) == "A [van kracht] [moet], « bezwaar » {6.5} ( )");
}

TEST_CASE("every type of literal shows its value") {
  CHECK(itemsText({literal(Money{Number::ratio(1, 2)}, Type::money)}) == "<geld 0.5>");
  CHECK(itemsText({literal(Duration{14, TimeUnit::day}, Type::duration)}) == "<duur 14 dagen>");
  CHECK(itemsText({literal(Truth::unknown, Type::truth)}) == "<ja/nee onbekend>");
  CHECK(itemsText({literal(std::string("x"), Type::text)}) == "<tekst \"x\">");
  CHECK(itemsText({literal(Number(3), Type::number)}) == "<getal 3>");
}

TEST_CASE("a statement with a label, a closed list and an item's own exception") {
  Statement statement;
  statement.label = "eis";
  statement.clauses = {{Conjunction::none, {word("A")}, {}}};
  statement.listMode = ListMode::closed;
  statement.list = {{"(1)", {{Conjunction::tenzij, {word("B")}, {}}}, {}}};
  CHECK(treeText(statement) == "zin eis\n  hoofdzin: A\n  lijst, gesloten\n    onderdeel (1)\n      tenzij: B\n");
}
