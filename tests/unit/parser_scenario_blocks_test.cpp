// Which scenarios can be passed over: only those of which the layout alone tells where they end.
#include "parser/scenario_blocks.h"

#include <doctest/doctest.h>

#include <string>

#include "parser_sample.h"

using namespace beding;
using parser::plainScenarios;

namespace {

const std::string head = "lid 1\n  De termijn is 14 dagen.\n\n";
const std::string plain =
    "  scenario \"te laat: B.V. niet ok. // nee\" met proef:\n"
    "    op 3 maart 2026: factuur verzonden, factuur \"F1\",\n"
    "      bedrag € 1.000.\n"
    "\n"
    "    // 3 maart + 14 = 17 maart\n"
    "    verwacht op 17 maart 2026: 1.1 betaling voor \"F1\" is open.\n";
const std::string tail = "\nlid 2\n  De rente is 5%.\n";

/// What is left of a text.
std::string without(const std::string& text) {
  std::string left;
  std::size_t at = 0;
  for (const parser::Block& block : plainScenarios(text)) {
    left += text.substr(at, block.begin - at);
    at = block.end;
  }
  return left + text.substr(at);
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  const std::size_t at = text.find(part);
  REQUIRE(at != text.npos);
  return text.replace(at, part.size(), by);
}

}  // namespace

TEST_CASE("a scenario that stands as the layout has it is passed over, up to its last line") {
  CHECK(without(head + plain + tail) == head + tail);
  CHECK(without(plain) == "");
  CHECK(without(head + plain + "\n" + plain + tail) == head + "\n" + tail);
  CHECK(without(head + replaced(plain, "open.\n", "open.")) == head);
  CHECK(without(replaced(head + plain + tail, "verzonden, factuur \"F1\",\n", "verzonden, factuur \"F1\",  \r\n")) ==
        head + tail);
  CHECK(without(head + tail) == head + tail);
}

TEST_CASE("what may be a clause is never passed over") {
  const auto stays = [](const std::string& scenario) {
    const std::string text = head + scenario + tail;
    return without(text) == text;
  };
  CHECK_FALSE(stays(plain));
  CHECK(stays(replaced(plain, "€ 1.000.\n", "€ 1.000\n")));                    // a stop is wanting
  CHECK(stays(replaced(plain, "is open.\n", "is open\n")));                    // the last one
  CHECK(stays(replaced(plain, "\n\n", "\n    De rente is 5%.\n\n")));          // a sentence among them
  CHECK(stays(replaced(plain, "\n\n", "\n      De rente is 5%.\n\n")));        // further in, behind a stop
  CHECK(stays(replaced(plain, "\n\n", "\n   De rente is 5%.\n\n")));           // less far in
  CHECK(stays(replaced(plain, "is open.\n", "is open. De rente is 5%.\n")));   // on the same line
  CHECK(stays(replaced(plain, "      bedrag", "      rente: bedrag")));        // a label
  CHECK(stays(replaced(plain, "is open.\n", "rente: Voor elke factuur.\n")));  // likewise
  CHECK(stays(replaced(plain, "proef:\n", "proef: op 1 maart 2026: betaling ontvangen.\n")));
  CHECK(stays(replaced(plain, "      bedrag", "\tbedrag")));
  CHECK(stays(replaced(plain, "\"F1\",\n", "\"F1\",  // de eerste\n")));
  CHECK(stays(replaced(plain, "met proef:", "met proef\"x:")));
  CHECK(stays("  scenario \"leeg\" met proef:\n"));
}

TEST_CASE("a file without its scenarios has the same clauses, in the same places") {
  const std::string text =
      "voorwaarden proef \"Proef\"\n  gebruikt algemeen.\nartikel 1 \"Een\"\n" + head + plain + tail;
  SourceSet sources;
  const FileIndex file = sources.add("proef.beding", text);
  Diagnostics diagnostics;
  const syntax::File all = parse(sources, file, diagnostics);
  const syntax::File clauses = parse(sources, file, diagnostics, {}, Scenarios::passedOver);
  CHECK(diagnostics.all().empty());
  CHECK(all.scenarios.size() == 1);
  CHECK(clauses.scenarios.empty());
  syntax::File expected = all;
  expected.scenarios.clear();
  CHECK(syntax::treeText(clauses) == syntax::treeText(expected));
  const auto place = [](const syntax::File& of) { return of.articles.front().lids.back().statements.front().span; };
  CHECK(place(clauses) == place(all));
}
