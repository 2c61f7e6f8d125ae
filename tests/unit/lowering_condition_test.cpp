// Conditions: geen, een, alle and niet; en and of; whether something happened in time.
#include "lowering_sample.h"

using namespace beding;
using sample::Case;
using sample::Text;

namespace {

std::string during(const std::string& front, const std::string& condition) {
  const Text text("proef: " + front + " de Diensten opschorten zolang " + condition + ".");
  return text.shown(text.graph.norms.empty() ? graph::ExpressionId{} : text.graph.norms[0].during);
}
std::string during(const std::string& condition) { return during("Opdrachtnemer kan", condition); }
/// $0 is the invoice.
std::string perInvoice(const std::string& condition) {
  return during("Voor elke factuur kan Opdrachtnemer", condition);
}

void check(const Case& each) {
  INFO(each.written);
  CHECK(during(each.written) == each.read);
}

const std::string late = "toestand \"een factuur is te laat\"($0)";
const std::string anyLate = "er is een \"factuur\" $0(" + late + ")";
const std::string bankrupt = "toestand \"een Partij is failliet\"(\"Opdrachtgever\")";
const std::string dead = "toestand \"een Partij is dood\"(\"Opdrachtgever\")";
const std::string objection =
    "{bezwaar gemaakt waarvoor en(verwijst naar 1($1, $0), zelfde partij(attribuut 0($1), \"Opdrachtgever\")) als $1}";

}  // namespace

TEST_CASE("een, geen and alle") {
  check({"een factuur te laat is", anyLate.c_str()});
  check({"geen factuur te laat is", ("niet(" + anyLate + ")").c_str()});
  check({"alle facturen te laat zijn", ("alle \"factuur\" $0(" + late + ")").c_str()});
}

TEST_CASE("niet denies what is said of an instance, or that it is so of all") {
  check({"een factuur niet te laat is", ("er is een \"factuur\" $0(niet(" + late + "))").c_str()});
  check({"niet alle facturen te laat zijn", ("niet(alle \"factuur\" $0(" + late + "))").c_str()});
  check({"alle facturen niet te laat zijn", ("alle \"factuur\" $0(niet(" + late + "))").c_str()});
  check({"Opdrachtgever niet failliet is", ("niet(" + bankrupt + ")").c_str()});
}

TEST_CASE("an open instance is that one") {
  CHECK(perInvoice("de factuur te laat is") == late);
  CHECK(perInvoice("zij te laat is") == late);
  CHECK(perInvoice("de factuur niet te laat is") == "niet(" + late + ")");
  CHECK(during("de factuur te laat is") == "B103");
}

TEST_CASE("of binds loosest, and parentheses go before") {
  check({"een factuur te laat is of Opdrachtgever failliet is", ("of(" + anyLate + ", " + bankrupt + ")").c_str()});
  check({"een factuur te laat is en Opdrachtgever failliet is", ("en(" + anyLate + ", " + bankrupt + ")").c_str()});
  check({"een factuur te laat is of Opdrachtgever failliet is en Opdrachtgever dood is",
         ("of(" + anyLate + ", en(" + bankrupt + ", " + dead + "))").c_str()});
  check({"(een factuur te laat is of Opdrachtgever failliet is) en Opdrachtgever dood is",
         ("en(of(" + anyLate + ", " + bankrupt + "), " + dead + ")").c_str()});
}

TEST_CASE("a part without a subject takes that of the part before it") {
  check({"Opdrachtgever failliet of dood is", ("of(" + bankrupt + ", " + dead + ")").c_str()});
  check({"Opdrachtgever failliet is of niet dood is", ("of(" + bankrupt + ", niet(" + dead + "))").c_str()});
}

TEST_CASE("within a term it happened or it failed to") {
  const std::string last = "(einde termijn(attribuut 1($0), 5 dagen))";
  CHECK(perInvoice("Opdrachtgever binnen 5 dagen na de factuurdatum bezwaar tegen de factuur heeft gemaakt") ==
        "gebeurd binnen " + objection + last);
  CHECK(perInvoice("Opdrachtgever niet binnen 5 dagen na de factuurdatum bezwaar tegen de factuur heeft gemaakt") ==
        "uitgebleven binnen " + objection + last);
  CHECK(perInvoice("Opdrachtgever bezwaar tegen de factuur heeft gemaakt") == "gebeurd " + objection);
  CHECK(perInvoice("Opdrachtgever niet bezwaar tegen de factuur heeft gemaakt") == "niet(gebeurd " + objection + ")");
}

TEST_CASE("a form restricts what counts") {
  CHECK(perInvoice("Opdrachtgever schriftelijk bezwaar tegen de factuur heeft gemaakt") ==
        "gebeurd {bezwaar gemaakt waarvoor en(en(verwijst naar 1($1, $0), zelfde partij(attribuut 0($1), "
        "\"Opdrachtgever\")), "
        "in vorm \"schriftelijk\"($1)) als $1}");
}

TEST_CASE("comparisons") {
  CHECK(perInvoice("het bedrag hoger dan € 500 is") == "minder(€ 500,00, attribuut 2($0))");
  CHECK(perInvoice("het bedrag lager dan € 500 is") == "minder(attribuut 2($0), € 500,00)");
  CHECK(perInvoice("het bedrag ten minste € 500 is") == "ten hoogste(€ 500,00, attribuut 2($0))");
  CHECK(perInvoice("het bedrag ten hoogste € 500 is") == "ten hoogste(attribuut 2($0), € 500,00)");
  CHECK(perInvoice("het bedrag niet hoger dan € 500 is") == "niet(minder(€ 500,00, attribuut 2($0)))");
}

TEST_CASE("words that nothing explains are no condition") {
  CHECK(during("een factuur vandaag te laat is") == "B205");
  CHECK(during("de maan vol is") == "B101");
}
