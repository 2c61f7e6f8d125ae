// Terms: the last moment of a duty, and when a power that is used works.
#include "lowering_sample.h"

using namespace beding;
using sample::Text;

namespace {

Text duty(const std::string& term) {
  return Text("proef: Voor elke factuur moet Opdrachtgever de factuur betalen " + term + ".");
}
Text power(const std::string& term) { return Text("proef: Opdrachtgever kan de Overeenkomst opzeggen" + term + "."); }

const graph::Norm& norm(const Text& text) {
  INFO(text.shown({}));
  REQUIRE(text.graph.norms.size() == 1);
  return text.graph.norms[0];
}

std::string last(const std::string& term) {
  const Text text = duty(term);
  return text.shown(norm(text).term.last);
}

}  // namespace

TEST_CASE("the last moment and what it is counted from") {
  const Text text = duty("binnen 14 dagen na de factuurdatum");
  CHECK(text.shown(norm(text).term.last) == "einde termijn(attribuut 1($0), 14 dagen)");
  CHECK(text.shown(norm(text).term.anchor) == "attribuut 1($0)");
  CHECK(norm(text).binders.size() == 1);
  CHECK(norm(text).bearer.fixed == graph::Party::client);
  CHECK(norm(text).counterparty.fixed == graph::Party::contractor);
}

TEST_CASE("the words of a term") {
  CHECK(last("uiterlijk op 1 maart 2025") == "1 maart 2025");
  CHECK(last("uiterlijk binnen 14 dagen na de factuurdatum") == "einde termijn(attribuut 1($0), 14 dagen)");
  CHECK(last("tot en met 1 maart 2025") == "1 maart 2025");
  CHECK(norm(Text("proef: Voor elke factuur moet Opdrachtgever de factuur betalen.")).term.last.valid() == false);
}

TEST_CASE("before a moment is at the latest the day before it") {
  const Text text = duty("vóór de factuurdatum");
  CHECK(text.shown(norm(text).term.last) == "einde termijn terug(attribuut 1($0), 1 dag)");
  CHECK(at(text.graph.expressions, norm(text).term.last).rule.direction == Direction::backward);
  CHECK(text.shown(norm(text).term.anchor) == "attribuut 1($0)");
}

TEST_CASE("the order of term and act is free") {
  CHECK(last("binnen 14 dagen na de factuurdatum") == [] {
    const Text text(
        "proef: Voor elke factuur moet Opdrachtgever binnen 14 dagen na de factuurdatum de factuur betalen.");
    return text.shown(norm(text).term.last);
  }());
}

TEST_CASE("from a moment on is no last moment") {
  const Text text = duty("vanaf 1 maart 2025");
  CHECK_FALSE(norm(text).term.last.valid());
  CHECK(text.shown(norm(text).during) == "bereikt(1 maart 2025)");
}

TEST_CASE("a soft term asks for a judgement, with or without a hard one") {
  const Text both = duty("zo spoedig mogelijk, maar uiterlijk binnen 14 dagen na de factuurdatum");
  CHECK(norm(both).term.soft.valid());
  CHECK(both.shown(norm(both).term.last) == "einde termijn(attribuut 1($0), 14 dagen)");
  const Text soft = duty("onverwijld");
  CHECK(norm(soft).term.soft.valid());
  CHECK_FALSE(norm(soft).term.last.valid());
  CHECK_FALSE(norm(duty("binnen 14 dagen na de factuurdatum")).term.soft.valid());
}

TEST_CASE("a notice period moves the effect") {
  const Text text = power(", met inachtneming van 2 maanden");
  CHECK(norm(text).effectTime == graph::EffectTime::afterNotice);
  CHECK(text.shown(norm(text).noticePeriod) == "2 maanden");
  CHECK_FALSE(norm(text).againstDay.valid());
}

TEST_CASE("against a day, before or after the notice") {
  for (const char* written : {" tegen het einde van de lopende periode, met inachtneming van 1 maand",
                              " met inachtneming van 1 maand tegen het einde van de lopende periode"}) {
    INFO(written);
    const Text text = power(written);
    CHECK(norm(text).effectTime == graph::EffectTime::againstDay);
    CHECK(text.shown(norm(text).againstDay) == "einde lopende periode");
    CHECK(text.shown(norm(text).noticePeriod) == "1 maand");
  }
}

TEST_CASE("at once") {
  const Text text = power(" met onmiddellijke ingang");
  CHECK(norm(text).effectTime == graph::EffectTime::immediately);
  CHECK_FALSE(norm(text).noticePeriod.valid());
}

TEST_CASE("a form is what the act must be done in") {
  const Text text("proef: Opdrachtgever kan de Overeenkomst schriftelijk opzeggen.");
  REQUIRE(norm(text).form.valid());
  CHECK(at(text.graph.forms, norm(text).form).name == "schriftelijk");
  CHECK_FALSE(norm(power("")).form.valid());
}
