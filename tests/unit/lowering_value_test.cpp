// Values: amounts, moments and terms as expressions of the graph.
#include "lowering_sample.h"

using namespace beding;
using sample::Case;
using sample::Text;

namespace {

/// The value of a quantity that each invoice has; $0 is the invoice.
std::string perInvoice(const std::string& written) {
  const Text text("Voor elke factuur is de waarde " + written + ".");
  return text.shown(text.graph.quantities.empty() ? graph::ExpressionId{} : text.graph.quantities[0].value);
}

Type typePerInvoice(const std::string& written) {
  const Text text("Voor elke factuur is de waarde " + written + ".");
  REQUIRE(text.graph.quantities.size() == 1);
  return text.graph.quantities[0].type;
}

Direction directionOf(const std::string& written) {
  const Text text("Voor elke factuur is de waarde " + written + ".");
  REQUIRE(text.graph.quantities.size() == 1);
  return at(text.graph.expressions, text.graph.quantities[0].value).rule.direction;
}

std::string forAll(const std::string& written) {
  const Text text("De waarde is " + written + ".");
  return text.shown(text.graph.parameters.empty() ? graph::ExpressionId{} : text.graph.parameters[0].value);
}

}  // namespace

TEST_CASE("a duration after or before a moment is a term") {
  CHECK(perInvoice("14 dagen na de factuurdatum") == "einde termijn(attribuut 1($0), 14 dagen)");
  CHECK(perInvoice("3 dagen vóór de factuurdatum") == "einde termijn terug(attribuut 1($0), 3 dagen)");
  CHECK(directionOf("14 dagen na de factuurdatum") == Direction::forward);
  CHECK(directionOf("3 dagen vóór de factuurdatum") == Direction::backward);
  CHECK(typePerInvoice("14 dagen na de factuurdatum") == Type::date);
  CHECK(perInvoice("de dag na de factuurdatum") == "dag na(attribuut 1($0))");
  CHECK(perInvoice("2 dagen na 14 dagen na de factuurdatum") ==
        "einde termijn(einde termijn(attribuut 1($0), 14 dagen), 2 dagen)");
}

TEST_CASE("a share of something is of its type") {
  CHECK(perInvoice("20% van het bedrag") == "maal(0,2, attribuut 2($0))");
  CHECK(typePerInvoice("20% van het bedrag") == Type::money);
  CHECK(perInvoice("20% van het openstaande bedrag van de factuur") == "maal(0,2, openstaand($0))");
  CHECK(perInvoice("20% van het laagste van het bedrag en € 500") == "maal(0,2, laagste(attribuut 2($0), € 500,00))");
}

TEST_CASE("the highest, lowest, earliest and last") {
  for (const Case& each :
       {Case{"het laagste van het bedrag en € 500", "laagste(attribuut 2($0), € 500,00)"},
        Case{"het hoogste van het bedrag en € 500", "hoogste(attribuut 2($0), € 500,00)"},
        Case{"het hoogste van het bedrag, € 500 en € 20", "hoogste(hoogste(attribuut 2($0), € 500,00), € 20,00)"},
        Case{"het vroegste van de factuurdatum en 1 maart 2025", "laagste(attribuut 1($0), 1 maart 2025)"}}) {
    INFO(each.written);
    CHECK(perInvoice(each.written) == each.read);
  }
}

TEST_CASE("maal binds tighter than min, and min reads from the left") {
  for (const Case& each : {Case{"het bedrag min € 20 maal 2", "min(attribuut 2($0), maal(€ 20,00, 2))"},
                           Case{"het bedrag maal 2 plus € 20", "plus(maal(attribuut 2($0), 2), € 20,00)"},
                           Case{"het bedrag min € 20 min € 5", "min(min(attribuut 2($0), € 20,00), € 5,00)"}}) {
    INFO(each.written);
    CHECK(perInvoice(each.written) == each.read);
  }
}

TEST_CASE("a sum over all instances") {
  CHECK(forAll("de som van het bedrag van alle facturen") == "som over \"factuur\" $0(-, attribuut 2($0))");
}

TEST_CASE("a name stands for its definition, in whatever order they stand") {
  CHECK(forAll("de grens plus € 5.\n  De grens is € 100") == "plus(parameter \"grens\", € 5,00)");
}

TEST_CASE("what cannot be a value is said") {
  CHECK(perInvoice("een poos") == "B108");
  CHECK(perInvoice("14 dagen na het bedrag") == "B105");
  CHECK(forAll("20% van het openstaande bedrag") == "B103");
  CHECK(forAll("de waarde plus € 1") == "B110");
}
