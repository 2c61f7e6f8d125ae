// Parameters and the agreements that change them (`afspraak vastgelegd` with over, waarde, ingang).
#include "engine/parameters.h"

#include <algorithm>

#include "engine/expressions.h"
#include "engine/known_names.h"

namespace beding::engine {

namespace {

using graph::Parameter;

const Value* attributeNamed(const World& world, const Occurrence& occurrence, const std::string& name) {
  const Value* value = attributeValue(world, occurrence, 0xffffffff, &name);
  return value != nullptr && isKnown(*value) ? value : nullptr;
}

bool isAbout(const World& world, const Occurrence& occurrence, const Parameter& parameter) {
  const Value* over = attributeNamed(world, occurrence, "over");
  const auto* text = over != nullptr ? std::get_if<std::string>(over) : nullptr;
  return text != nullptr && bareName(*text) == bareName(parameter.name);
}

std::optional<Value> valueOfPercentage(std::string text) {
  if (text.ends_with('%')) text.pop_back();
  const auto number = parseDecimal(text);
  return number ? std::optional<Value>(*number / Number(100)) : std::nullopt;
}

template <class Parsed>
std::optional<Value> asValue(const std::optional<Parsed>& parsed) {
  return parsed ? std::optional<Value>(*parsed) : std::nullopt;
}

/// A value left open in the source has no type: what it looks like.
Value untyped(const std::string& text) {
  if (const auto length = parseDuration(text)) return *length;
  if (const auto number = parseDecimal(text)) return *number;
  return text;
}

std::optional<Value> valueIn(const World& world, const Occurrence& occurrence, const Parameter& parameter) {
  const Value* value = attributeNamed(world, occurrence, "waarde");
  return value == nullptr ? std::nullopt : agreedAs(*value, parameter);
}

Moment startsAt(const World& world, const Occurrence& occurrence) {
  const Value* start = attributeNamed(world, occurrence, "ingang");
  const auto* moment = start != nullptr ? std::get_if<Moment>(start) : nullptr;
  return moment != nullptr ? *moment : occurrence.event.at;
}

/// What the source left open can be filled in by any agreement.
Requirement deviable(const World& world, const Parameter& parameter) {
  return {"van " + parameter.name + " kan niet worden afgeweken", truth(parameter.deviable || !parameter.value),
          lidOf(world, parameter.where)};
}

Requirement formOf(World& world, const Parameter& parameter, Binding subject) {
  const std::string form = at(world.graph.forms, parameter.deviationForm).name;
  return {"vorm: " + form + " vereist", satisfiesForm(world, parameter.deviationForm, subject, false),
          lidOf(world, parameter.where)};
}

Requirement notTooLow(World& world, const Parameter& parameter, const Value& value) {
  const Answer minimum = evaluate(world, parameter.minimum, {});
  Verdict met = truth(!isLess(value, minimum.value));
  if (minimum.unknown()) met = truth(Truth::unknown);
  rest(met, minimum);
  return {"lager dan het minimum", met, lidOf(world, parameter.where)};
}

Requirement explicitly(World& world, const Parameter& parameter, const Occurrence& occurrence, Binding subject) {
  graph::Expression said;
  said.op = graph::Op::attribute;
  said.type = Type::truth;
  said.value = std::string("uitdrukkelijk");
  const Value* value = attributeNamed(world, occurrence, "uitdrukkelijk");
  const auto* truthValue = value != nullptr ? std::get_if<Truth>(value) : nullptr;
  return {"niet uitdrukkelijk afgesproken",
          truthValue != nullptr ? truth(*truthValue) : verdictOf(attributeOf(world, said, subject)),
          lidOf(world, parameter.where)};
}

std::optional<Binding> instanceOf(const World& world, graph::EntityId entity, std::uint32_t occurrence) {
  const auto born = world.bornOf(occurrence, entity);
  return born ? std::optional(Binding{Binding::Kind::instance, *born}) : std::nullopt;
}

}  // namespace

std::optional<Value> agreedAs(const Value& value, const Parameter& parameter) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return value;
  switch (parameter.type) {
    case Type::duration:
      return asValue(parseDuration(*text));
    case Type::money:
      return asValue(parseMoney(*text));
    case Type::number:
      return asValue(parseDecimal(*text));
    case Type::percentage:
      return valueOfPercentage(*text);
    case Type::date:
    case Type::instant:
      return asValue(parseMoment(*text));
    case Type::truth:
      return Value(*text == "ja" ? Truth::yes : *text == "nee" ? Truth::no : Truth::unknown);
    default:
      return parameter.value ? Value(*text) : untyped(*text);
  }
}

Requirement agreementCounts(World& world, std::uint32_t occurrence) {
  Requirement whole{"", truth(true), ""};
  for (const graph::AgreementRule& rule : world.graph.agreementRules) {
    const auto agreement = instanceOf(world, rule.entity, occurrence);
    if (!agreement || !world.active(rule.guard)) continue;
    Environment environment;
    environment.bind(0, *agreement);
    const Verdict counts = holds(world, rule.condition, environment);
    if (counts.truth() != Truth::yes && whole.reason.empty()) {
      whole.reason = "voorwaarde niet vervuld: " + at(world.graph.expressions, rule.condition).words;
      whole.lid = lidOf(world, rule.where);
    }
    conjoin(whole.met, counts);
  }
  return whole;
}

std::vector<AgreementTest> agreementsAbout(World& world, graph::ParameterId id) {
  const Parameter& parameter = at(world.graph.parameters, id);
  std::vector<AgreementTest> tests;
  if (!world.plan.agreement) return tests;
  for (const std::uint32_t index : world.ofType[world.plan.agreement->index]) {
    const Occurrence& occurrence = world.occurrences[index];
    if (!occurrence.happened || !isAbout(world, occurrence, parameter)) continue;
    const auto value = valueIn(world, occurrence, parameter);
    if (!value) continue;
    const Binding subject{Binding::Kind::occurrence, index};
    AgreementTest test{index, *value, startsAt(world, occurrence), {}, truth(true)};
    test.requirements.push_back(deviable(world, parameter));
    if (parameter.deviationForm) test.requirements.push_back(formOf(world, parameter, subject));
    if (parameter.deviationExplicit) test.requirements.push_back(explicitly(world, parameter, occurrence, subject));
    test.requirements.push_back(agreementCounts(world, index));
    if (parameter.minimum) test.requirements.push_back(notTooLow(world, parameter, *value));
    for (const Requirement& requirement : test.requirements) conjoin(test.valid, requirement.met);
    tests.push_back(std::move(test));
  }
  return tests;
}

/// The tested agreements that count on `moment`, in order; the last valid one decides.
Answer agreedValue(World& world, graph::ParameterId id, Answer value, const Tick& moment) {
  const AgreementTest* last = nullptr;
  std::vector<AgreementTest> tests = agreementsAbout(world, id);
  for (const AgreementTest& test : tests) {
    const Tick starts = startTick(test.from);
    if (starts > moment) {
      if (starts > world.now) value.until = std::min(value.until, starts);
      continue;
    }
    if (test.valid.truth() == Truth::no) continue;
    const bool later = last == nullptr || earliest(test.from) >= earliest(last->from);
    if (later) last = &test;
  }
  if (last == nullptr) return value;
  Answer agreed = last->valid.truth() == Truth::yes ? known(last->value) : withoutValue(last->valid);
  agreed.until = std::min(value.until, last->valid.until);
  return agreed;
}

Answer parameterValue(World& world, graph::ParameterId id, const Environment& environment, bool followed) {
  const Parameter& parameter = at(world.graph.parameters, id);
  Answer value = parameter.value
                     ? evaluate(world, parameter.value, environment)
                     : askFact(world, {}, parameter.name, "Wat is " + parameter.name + "? (in de bron niet ingevuld)");
  const bool frozen = environment.frozen && !followed;
  return agreedValue(world, id, std::move(value), frozen ? startTick(*environment.frozen) : world.now);
}

}  // namespace beding::engine
