// What people say of the terms: agreements that change a value (docs/taal.md 3.6, 14.2), judgements on open norms (13).
#include <algorithm>

#include "base/text.h"
#include "oracle/reference_view.h"

namespace beding::oracle {

using graph::Judgement;
using graph::Parameter;

namespace {

std::string bare(const std::string& name) {
  const std::string folded = fold(name);
  for (const std::string article : {"de ", "het ", "een "})
    if (folded.starts_with(article)) return folded.substr(article.size());
  return folded;
}

template <class Parsed>
std::optional<Value> some(const std::optional<Parsed>& parsed) {
  return parsed ? std::optional<Value>(*parsed) : std::nullopt;
}

std::optional<Value> percentage(std::string text) {
  if (text.ends_with('%')) text.pop_back();
  const auto number = parseDecimal(text);
  return number ? std::optional<Value>(*number / Number(100)) : std::nullopt;
}

/// A place left open in the source takes what it looks like.
Value whatItLooksLike(const std::string& text) {
  if (const auto length = parseDuration(text)) return *length;
  if (const auto number = parseDecimal(text)) return *number;
  return text;
}

std::optional<Value> valueAs(const std::string& text, const Parameter& parameter) {
  switch (parameter.type) {
    case Type::duration:
      return some(parseDuration(text));
    case Type::money:
      return some(parseMoney(text));
    case Type::number:
      return some(parseDecimal(text));
    case Type::percentage:
      return percentage(text);
    case Type::date:
    case Type::instant:
      return some(parseMoment(text));
    case Type::truth:
      return Value(text == "ja" ? Truth::yes : text == "nee" ? Truth::no : Truth::unknown);
    default:
      return parameter.value ? Value(text) : whatItLooksLike(text);
  }
}

bool isBelow(const Value& a, const Value& b) {
  if (const auto* x = std::get_if<Money>(&a), *y = std::get_if<Money>(&b); x && y) return *x < *y;
  if (const auto* x = std::get_if<Number>(&a), *y = std::get_if<Number>(&b); x && y) return *x < *y;
  const auto *x = std::get_if<Duration>(&a), *y = std::get_if<Duration>(&b);
  if (!x || !y || x->unit == TimeUnit::indefinite || y->unit == TimeUnit::indefinite) return false;
  const auto isLong = [](Duration length) { return length.unit == TimeUnit::month || length.unit == TimeUnit::year; };
  if (isLong(*x) && isLong(*y)) {
    const auto months = [](Duration length) {
      return length.unit == TimeUnit::year ? length.count * 12 : length.count;
    };
    return months(*x) < months(*y);
  }
  return x->unit == y->unit && x->count < y->count;
}

Answer notBelow(const View& view, const Parameter& parameter, const Value& value) {
  if (!parameter.minimum) return yes();
  const Answer minimum = valueOf(view, parameter.minimum, {});
  Answer whole = isBelow(value, minimum.value) ? no() : yes();
  if (isUnknown(minimum)) whole.value = Truth::unknown;
  whole.asks = minimum.asks;
  whole.assumed = minimum.assumed;
  return whole;
}

Answer isExpress(const View& view, const Parameter& parameter, std::uint32_t event) {
  if (!parameter.deviationExplicit) return yes();
  const Value* value = attribute(view, event, "uitdrukkelijk");
  const auto* said = value != nullptr ? std::get_if<Truth>(value) : nullptr;
  if (said != nullptr && *said != Truth::unknown) return answer(*said);
  const auto& type = at(view.graph().events, view.in.happenings[event].event.type);
  const bool declared = attributeIndex(type, "uitdrukkelijk").has_value();
  return askTruth(view, {Thing::Kind::event, event}, declared ? "uitdrukkelijk" : "gegeven");
}

bool isAbout(const View& view, std::uint32_t event, const Parameter& parameter) {
  if (at(view.graph().events, view.in.happenings[event].event.type).name != agreementType) return false;
  const Value* over = attribute(view, event, "over");
  const auto* text = over != nullptr ? std::get_if<std::string>(over) : nullptr;
  return text != nullptr && bare(*text) == bare(parameter.name);
}

std::optional<Agreed> agreedBy(const View& view, std::uint32_t event, const Parameter& parameter) {
  const Value* said = attribute(view, event, "waarde");
  if (said == nullptr) return std::nullopt;
  const auto* text = std::get_if<std::string>(said);
  const auto value = text != nullptr ? valueAs(*text, parameter) : std::optional(*said);
  if (!value) return std::nullopt;
  const Value* from = attribute(view, event, "ingang");
  const auto* start = from != nullptr ? std::get_if<Moment>(from) : nullptr;
  // What the source left open can be filled in by any agreement.
  Answer valid = parameter.deviable || !parameter.value ? yes() : no();
  if (parameter.deviationForm) valid = both(valid, satisfiesForm(view, parameter.deviationForm, event, false));
  valid = both(valid, isExpress(view, parameter, event));
  valid = both(valid, agreementCounts(view, event));
  valid = both(valid, notBelow(view, parameter, *value));
  return Agreed{event, *value, start != nullptr ? *start : view.in.happenings[event].event.at, valid};
}

}  // namespace

Answer agreementCounts(const View& view, std::uint32_t event) {
  Answer whole = yes();
  for (const graph::AgreementRule& rule : view.graph().agreementRules) {
    if (!view.active(rule.guard)) continue;
    for (std::uint32_t index = 2; index < view.facts.instances.size(); ++index) {
      const Instance& each = view.facts.instances[index];
      if (each.entity != rule.entity || each.bornOf != event) continue;
      whole = both(whole, met(view, rule.condition, Place{}.with(0, {Thing::Kind::instance, index})));
      break;
    }
  }
  return whole;
}

std::vector<Agreed> agreementsAbout(const View& view, graph::ParameterId id) {
  const Parameter& parameter = at(view.graph().parameters, id);
  std::vector<Agreed> found;
  for (std::uint32_t event = 0; event < view.in.happenings.size(); ++event) {
    if (!view.facts.happened[event] || !isAbout(view, event, parameter)) continue;
    if (auto agreed = agreedBy(view, event, parameter)) found.push_back(std::move(*agreed));
  }
  return found;
}

/// Of the agreements that have begun by then the last one decides; of those of one day the last on the timeline.
Answer agreedValue(const View& view, graph::ParameterId id, Answer otherwise, const Tick& on) {
  std::optional<Agreed> last;
  for (Agreed& agreed : agreementsAbout(view, id)) {
    lookAt(view, agreed.from);
    if (beginOf(agreed.from) > on || isNo(agreed.valid)) continue;
    if (!last || earliest(agreed.from) >= earliest(last->from)) last = std::move(agreed);
  }
  if (!last) return otherwise;
  if (isYes(last->valid)) return answer(last->value);
  Answer whole = last->valid;
  whole.value = {};
  return whole;
}

Answer parameterValue(const View& view, graph::ParameterId id, const Place& place, bool followed) {
  const Parameter& parameter = at(view.graph().parameters, id);
  Answer value = parameter.value ? valueOf(view, parameter.value, place) : ask(view, {}, parameter.name);
  return agreedValue(view, id, std::move(value), place.arose && !followed ? beginOf(*place.arose) : view.now);
}

// -------------------------------------------------------------------------------------------------------- judgements

namespace {

std::string lidOf(const graph::Graph& graph, const graph::Provenance& where) {
  return (where.document.empty() ? graph.document : where.document) + ":" + where.lid;
}

bool answers(const graph::Graph& graph, const JudgementAnswer& answer, const Judgement& judgement) {
  const std::string lid = lidOf(graph, judgement.where);
  return answer.norm == lid + "/" + judgement.words || answer.norm == lid || lid.starts_with(answer.norm + ".");
}

/// The outcome as a value of the type that is asked for, if it can be one.
std::optional<Value> outcomeAs(const Value& outcome, Type type) {
  const auto* truth = std::get_if<Truth>(&outcome);
  if (truth != nullptr && *truth == Truth::unknown) return outcome;
  if ((truth != nullptr) != (type == Type::truth) || !isKnown(outcome)) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&outcome)) return valueFrom(*text, type);
  const auto* number = std::get_if<Number>(&outcome);
  if (number != nullptr && type == Type::money) return Money{*number};
  const auto* money = std::get_if<Money>(&outcome);
  return money != nullptr && type != Type::money ? std::optional<Value>(money->euros) : outcome;
}

/// About this subject goes before about all; later before earlier.
const JudgementAnswer* givenOn(const View& view, const Judgement& judgement, const std::string& subject) {
  const JudgementAnswer* best = nullptr;
  const auto rank = [](const JudgementAnswer& each) {
    return std::tuple(!each.subject.empty(), earliest(each.at), each.position);
  };
  for (const JudgementAnswer& each : view.in.timeline.judgements) {
    if (each.at.day > view.in.asOf || !(each.subject.empty() || each.subject == subject)) continue;
    if (!answers(view.graph(), each, judgement) || !outcomeAs(each.outcome, judgement.type)) continue;
    if (best == nullptr || rank(each) > rank(*best)) best = &each;
  }
  return best;
}

/// Not judged: a question, and where something is assumed, that for the time being.
Answer unjudged(const View& view, const Judgement& judgement, Thing subject) {
  const Ask question{lidOf(view.graph(), judgement.where) + "/" + judgement.words, keyOf(view, subject)};
  Answer whole = judgement.type == Type::truth ? answer(Truth::unknown) : Answer{};
  (judgement.assumed ? whole.assumed : whole.asks) = {question};
  if (judgement.assumed) whole.value = *judgement.assumed;
  return whole;
}

}  // namespace

/// A judgement answers for the whole life of its subject, also before its day; `vanaf het oordeel` only from its day.
Answer judged(const View& view, graph::JudgementId id, Thing subject) {
  const Judgement& judgement = at(view.graph().judgements, id);
  const JudgementAnswer* given = givenOn(view, judgement, keyOf(view, subject));
  const bool fromItsDay = judgement.fromJudgement && judgement.type == Type::truth;
  if (given == nullptr && fromItsDay) return no();
  if (given == nullptr || given->outcome == Value(Truth::unknown)) return unjudged(view, judgement, subject);
  lookAt(view, given->at);
  if (judgement.fromJudgement && view.now < beginOf(given->at)) return fromItsDay ? no() : Answer{};
  return answer(*outcomeAs(given->outcome, judgement.type));
}

}  // namespace beding::oracle
