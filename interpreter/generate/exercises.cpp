// Uses of powers: who tries, whether all was as it should be just before, and what that brings about.
#include <algorithm>

#include "generate/events.h"
#include "generate/reads.h"
#include "generate/sentences.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::EffectKind;
using graph::NodeKind;

namespace {

std::string number(std::uint32_t index) { return std::to_string(index); }

bool isAct(const graph::Graph& graph, const Sentence& sentence, bool (*kind)(const graph::Norm&)) {
  return sentence.node.kind == NodeKind::norm && kind(graph.norms[sentence.node.index]);
}
bool isPower(const graph::Norm& norm) { return graph::isPower(norm.kind); }
bool isRequirement(const graph::Norm& norm) { return norm.kind == graph::NormKind::requirement; }
bool isDenial(const graph::Norm& norm) { return norm.kind == graph::NormKind::noPower; }

/// "for" over its instances, with their places.
std::string eachRow(const std::vector<const EntityUse*>& all, const std::string& body) {
  if (all.empty()) return "    " + body;
  std::string text = "    for (std::uint32_t i = 0; i < " + all[0]->list + ".size(); ++i) {\n      auto& " +
                     all[0]->name + " = " + all[0]->list + "[i];\n";
  if (all.size() == 1) return text + "      " + body + "    }\n";
  return text + "      for (std::uint32_t j = 0; j < " + all[1]->list + ".size(); ++j) {\n        auto& " +
         all[1]->name + " = " + all[1]->list + "[j];\n        " + body + "      }\n    }\n";
}

}  // namespace

bool Events::receivesExercise(EventTypeId type) const {
  return std::any_of(model_.sentences.begin(), model_.sentences.end(), [&](const Sentence& sentence) {
    if (!isAct(graph_, sentence, isPower) && !isAct(graph_, sentence, isDenial)) return false;
    const auto acts = graph::actsOf(graph_.norms[sentence.node.index]);
    return std::any_of(acts.begin(), acts.end(), [&](graph::ActId act) {
      return isOf(at(graph_.acts, act).doneBy, type) && receives(graph_, act);
    });
  });
}

/// All that an event tries, as all stands just before; and what it brings about. What it creates exists already: then
/// it is tried apart.
std::string Events::exercises(EventTypeId type, const Bound& event, bool aside) {
  const std::string now = attempts(type, event, false), later = attempts(type, event, true);
  if (now.empty() && later.empty()) return {};
  std::string tried = now;
  if (!later.empty())
    tried += "    if (komt_aan) {\n    const Dag gedaan = moment_;\n    if (e." + receiptField(type) +
             ") moment_ = e." + receiptField(type) + "->dag();\n" + later + "    moment_ = gedaan;\n    }\n";
  if (!aside)
    return "    [[maybe_unused]] const std::size_t eerste = pogingen_.size();\n" + tried + effectsOf(type, event);
  aside_ += "  void probeer(const " + model_.event(type).type + "& e" + (later.empty() ? "" : ", bool komt_aan") +
            ") {\n" + tried + "  }\n";
  return "    [[maybe_unused]] const std::size_t eerste = pogingen_.size();\n    proef([&](auto& net_ervoor) { "
         "net_ervoor.probeer(e" +
         std::string(later.empty() ? "" : ", komt_aan") + "); });\n" + effectsOf(type, event);
}

std::string Events::receiptField(EventTypeId type) {
  return model_.field(type, attributeIndex(at(graph_.events, type), "ontvangen").value());
}

std::string Events::arrivalExercises(EventTypeId type, const Bound& event) {
  const std::string tried = attempts(type, event, true);
  return tried.empty()
             ? tried
             : "    [[maybe_unused]] const std::size_t eerste = pogingen_.size();\n" + tried + effectsOf(type, event);
}

std::string Events::attempts(EventTypeId type, const Bound& event, bool receipt) {
  std::string powers, denials;
  for (const Sentence& sentence : model_.sentences) {
    const bool power = isAct(graph_, sentence, isPower);
    if (!power && !isAct(graph_, sentence, isDenial)) continue;
    for (const graph::ActId act : graph::actsOf(graph_.norms[sentence.node.index])) {
      if (!isOf(at(graph_.acts, act).doneBy, type) || receives(graph_, act) != receipt) continue;
      (power ? powers : denials) += power ? attempt(sentence, act, event) : denial(sentence, act, event);
    }
  }
  if (!denials.empty()) denials = "    if (!gedragen(wie_.volgnummer)) {\n" + denials + "    }\n";
  return powers + denials;
}

/// A ground that names a lid narrows a use to that of that lid.
std::string Events::notOfOtherLeden(const graph::Norm& norm, const Bound& event) {
  const auto ground = attributeIndex(at(graph_.events, event.event), "grond");
  if (!ground) return {};
  return "if (!over_andere_leden(e." + model_.field(event.event, *ground) + ", " + literal(lidOf(graph_, norm.where)) +
         ")) ";
}

/// What its sentence and others ask of the act itself.
std::string Events::demands(const Sentence& power, graph::ActId act, const Bound& event, const Scope& own) {
  const graph::Norm& norm = graph_.norms[power.node.index];
  const Scope deed = own.with(occurrenceSlot(norm), event);
  std::vector<std::string> parts;
  if (norm.form) parts.push_back(expressions_.formCode(norm.form, event, deed));
  if (norm.exerciseCondition) parts.push_back(expressions_.truth(norm.exerciseCondition, deed));
  const std::string often = frequency(norm);
  if (!often.empty()) parts.push_back(often);
  if (norm.lateWithoutEffect) parts.push_back("waar(!" + againstPeriod(norm, own, "poging.dag") + ".te_laat)");
  if (norm.effectTime == graph::EffectTime::againstDay && !norm.term.last && !isPeriodEnd(graph_, norm))
    parts.push_back("niet_later(v, [&] { return " + namedDay(norm, event, own) + "; }, [&] { return " +
                    expressions_.value(norm.againstDay, own) + "; })");
  for (const std::string& rival : expressions_.unopposed(graph::NormId{power.node.index}, own, &event))
    parts.push_back(rival);
  for (const Sentence& each : model_.sentences)
    if (isAct(graph_, each, isRequirement) && isAsked(power, each, act))
      parts.push_back(requirement(each, act, event, own));
  return eachAsked(parts);
}

/// Whichever lid gives the power, unless that lid goes before.
bool Events::isAsked(const Sentence& power, const Sentence& requirement, graph::ActId act) const {
  const graph::NormId own{power.node.index}, asking{requirement.node.index};
  return contains(graph::actsOf(at(graph_.norms, asking)), act) && !isRankedBefore(graph_, own, asking) &&
         !contains(at(graph_.norms, own).lifts, asking);
}

/// What a requirement asks of who it is about.
std::string Events::requirement(const Sentence& sentence, graph::ActId act, const Bound& event, const Scope& power) {
  const graph::Norm& norm = graph_.norms[sentence.node.index];
  Scope own{&norm.where, ""};
  for (const EntityUse* entity : instancesOf(model_, sentence))
    own.slots.push_back(expressions_.eachOf(*entity, static_cast<graph::Slot>(power.slots.size()), power));
  const Scope deed = own.with(occurrenceSlot(norm), event);
  std::vector<std::string> parts;
  if (norm.condition) parts.push_back(expressions_.truth(norm.condition, deed));
  if (norm.form) parts.push_back(expressions_.formCode(norm.form, event, deed));
  if (norm.exerciseCondition) parts.push_back(expressions_.truth(norm.exerciseCondition, deed));
  const std::string who = own.slots.empty() ? "" : own.slots.front().code;
  const std::string bearer = norm.bearer.slot ? who + ".partij" : partyCode(norm.bearer.fixed);
  const bool anybody = !norm.bearer.slot && norm.bearer.fixed == graph::Party::none;
  const std::string stand = who.empty() ? sentence.name + "_" : who + "." + sentence.name;
  const std::string one =
      (anybody ? "" : "poging.drager != " + bearer + " ? Waarheid::ja : ") + "voldoet(v, " + stand + ", " +
      sentence.type + "{{}, *this" + (who.empty() ? "" : ", " + who) + "}, [&] { return " +
      expressions_.matches(at(graph_.acts, act).doneBy, event, expressions_.actScope(norm, act, own)) +
      "; }, [&] { return " + eachAsked(parts) + "; })";
  return who.empty() ? one
                     : "van_elk(v, " + model_.entityOf(*sentence.over)->list + ", [&](const auto& " + who +
                           ") { return " + one + "; })";
}

/// The day that the act itself names.
std::string Events::namedDay(const graph::Norm& norm, const Bound& event, const Scope& own) {
  if (norm.namedDay) return expressions_.value(norm.namedDay, own.with(occurrenceSlot(norm), event));
  const EventType& type = at(graph_.events, event.event);
  const auto against = attributeIndex(type, "tegen");
  const bool day =
      against && (type.attributes[*against].type == Type::date || type.attributes[*against].type == Type::instant);
  return day ? "genoemde_dag(e." + model_.field(event.event, *against) + ")" : "Moment()";
}

/// How often it may be used.
std::string Events::frequency(const graph::Norm& norm) const {
  const bool rolling = norm.rollingYearUnder.issue && isStandard(graph_, norm.rollingYearUnder);
  if (!norm.oncePer && !norm.oncePerCalendarYear) return {};
  const Duration every = norm.oncePer.value_or(Duration{12, TimeUnit::month});
  const std::string soon = norm.oncePerCalendarYear && !rolling ? "uiteen(eerder).jaar == uiteen(later).jaar"
                                                                : "is_binnen(eerder, later, " + termCode(every) + ")";
  return "niet_vaker(v, poging, [&](Dag eerder, Dag later) { return " + soon + "; })";
}

/// The attribute that dates a use, where some sentence limits how often.
std::string Events::dated(graph::ActId act, const Bound& event) {
  for (const graph::Norm& norm : graph_.norms)
    if (contains(graph::actsOf(norm), act) && (norm.oncePer || norm.oncePerCalendarYear) &&
        norm.dateAttribute < at(graph_.events, event.event).attributes.size())
      return "genoemde_dag(e." + model_.field(event.event, norm.dateAttribute) + ")";
  return {};
}

std::string Events::againstPeriod(const graph::Norm& norm, const Scope& own, const std::string& received) {
  return "tegen_periode(v, [&] { return " +
         (norm.noticePeriod ? expressions_.value(norm.noticePeriod, own) : "Mogelijk<Termijn>()") + "; }, " + received +
         ")";
}

/// At once, after notice, or from a day that the act names.
std::string Events::whenItWorks(const graph::Norm& norm, graph::ActId act, const Bound& event, const Scope& own) {
  if (!graph::endsAgreement(graph_, act)) return {};
  const std::string named = namedDay(norm, event, own);
  if (norm.effectTime == graph::EffectTime::againstDay && isPeriodEnd(graph_, norm))
    return "tegen_dag(" + againstPeriod(norm, own, "moment_") + ".dag)";
  if (norm.effectTime == graph::EffectTime::againstDay)
    return "tegen_dag(" + expressions_.value(norm.againstDay, own) + ")";
  if (norm.effectTime == graph::EffectTime::afterNotice)
    return "na_opzegtermijn(kalender_, moment_, " + expressions_.value(norm.noticePeriod, own) + ", " + named + ")";
  return "op_genoemde_dag(moment_, " + named + ")";
}

/// One power: who tried, over which of its instances, and whether all was as it should be.
std::string Events::attempt(const Sentence& power, graph::ActId act, const Bound& event) {
  const graph::Norm& norm = graph_.norms[power.node.index];
  const auto all = instancesOf(model_, power);
  const Scope own = normScope(model_, power, "");
  const std::string fits =
      expressions_.matches(at(graph_.acts, act).doneBy, event, expressions_.actScope(norm, act, own));
  const std::string asked = demands(power, act, event, own), works = whenItWorks(norm, act, event, own);
  std::string setup = "auto poging = begin_poging(kop_" + power.heading + "_poging, e.sleutel, " +
                      number(power.number) + ", " + number(act.index) + ");";
  const auto set = [&](const std::string& field, const std::string& value) {
    setup += " poging." + field + " = " + value + ";";
  };
  if (!all.empty()) set("exemplaar", "i");
  if (all.size() > 1) set("tweede", "j");
  set("drager", partyOf(norm.bearer, own));
  set("jegens", norm.counterparty.slot || norm.counterparty.expression || norm.counterparty.fixed != graph::Party::none
                    ? partyOf(norm.counterparty, own)
                    : "andere(poging.drager)");
  for (graph::Slot slot = 0; slot < norm.arguments.size() && slot < 2; ++slot) {
    const graph::Expression& argument = at(graph_.expressions, norm.arguments[slot]);
    const Bound about = argument.op == graph::Op::variable ? own.at(argument.slot) : Bound{};
    if (about.kind == Bound::Kind::instance && about.event)
      set("over[" + number(slot) + "]", model_.numberOf(about.code));
  }
  const std::string stand = record(model_, power);
  if (!works.empty())
    setup += " poging.eind = [&] { [[maybe_unused]] Kijk v{nu_, nu_}; v.sinds = " + stand + ".ontstaan ? " + stand +
             ".vanaf : geen_dag; return " + works + "; }();";
  const std::string day = dated(act, event);
  if (!day.empty())
    setup += " if (const Moment gedateerd = " + day + "; gedateerd.bekend()) poging.gedateerd = gedateerd.waarde;";
  std::string about;
  for (const EntityUse* entity : all) about += ", " + entity->name;
  const auto lambda = [](const std::string& body) {
    const bool reads = body.find("(v") != std::string::npos || body.find(", v)") != std::string::npos;
    return "[&](auto&" + std::string(reads ? " v" : "") + ") { return " + body + "; }";
  };
  std::string text = comment(model_, power.node, "    ").replace(4, 3, "//") + "    " + notOfOtherLeden(norm, event) +
                     "{\n" +
                     eachRow(all, "{ " + setup + " beproef(poging, " + record(model_, power) + ", " + power.type +
                                      "{{}, *this" + about + "}, " + lambda(fits) + ", " + lambda(asked) + "); }\n") +
                     "    weeg_pogingen();\n";
  const bool isNamed = !norm.bearer.slot && !norm.bearer.expression;
  if (!all.empty() && all[0]->event && isNamed) {
    const Scope none = expressions_.actScope(norm, act, Scope{&norm.where, ""});
    const std::string empty = all.size() > 1 && all[1]->event ? " || " + all[1]->list + ".empty()" : "";
    text += "    if (" + all[0]->list + ".empty()" + empty + ") { auto poging = begin_poging(kop_" + power.heading +
            "_poging, e.sleutel, " + number(power.number) + ", " + number(act.index) +
            "); poging.drager = " + partyOf(norm.bearer, own) +
            "; poging.jegens = andere(poging.drager); beproef_zonder(poging, " +
            lambda(expressions_.matches(at(graph_.acts, act).doneBy, event, none)) + "); }\n";
  }
  return text + "    }\n";
}

/// A denial is an outcome of its own only where no power carries the act.
std::string Events::denial(const Sentence& sentence, graph::ActId act, const Bound& event) {
  const graph::Norm& norm = graph_.norms[sentence.node.index];
  const auto all = instancesOf(model_, sentence);
  const Scope own = normScope(model_, sentence, ""), deed = own.with(occurrenceSlot(norm), event);
  std::vector<std::string> parts = {
      expressions_.matches(at(graph_.acts, act).doneBy, event, expressions_.actScope(norm, act, own))};
  if (norm.exerciseCondition) parts.push_back(expressions_.truth(norm.exerciseCondition, deed));
  const std::string allowed = norm.consent ? expressions_.truth(norm.consent, deed) : "Waarheid::nee";
  std::string about;
  for (const EntityUse* entity : all) about += ", " + entity->name;
  const auto lambda = [](const std::string& body) {
    const bool reads = body.find("(v") != std::string::npos;
    return "[&](auto&" + std::string(reads ? " v" : "") + ") { return " + body + "; }";
  };
  const std::string body =
      "{ auto poging = begin_poging(kop_" + sentence.heading + "_poging, e.sleutel, " + number(sentence.number) + ", " +
      number(act.index) + "); poging.drager = " + partyOf(norm.bearer, own) +
      "; poging.jegens = andere(poging.drager); ontken(poging, " + record(model_, sentence) + ", " + sentence.type +
      "{{}, *this" + about + "}, " + lambda(allOf(parts)) + ", " + lambda(allowed) + "); }\n";
  return comment(model_, sentence.node, "    ").replace(4, 3, "//") + "    " + notOfOtherLeden(norm, event) + "{\n" +
         eachRow(all, body) + "    }\n";
}

std::string Events::partyOf(const graph::PartyRef& party, const Scope& own) {
  if (!party.slot && !party.expression) return partyCode(party.fixed);
  return "[&] { [[maybe_unused]] Kijk v{nu_, nu_}; return naam(" + expressions_.actor(party, own).code + "); }()";
}

// ----------------------------------------------------------------------------------------------------------- effects

/// What the uses that this event makes bring about, act by act.
std::string Events::effectsOf(EventTypeId type, const Bound& event) {
  std::vector<graph::ActId> acts;
  for (const Sentence& sentence : model_.sentences) {
    if (!isAct(graph_, sentence, isPower)) continue;
    for (const graph::ActId act : graph::actsOf(graph_.norms[sentence.node.index]))
      if (isOf(at(graph_.acts, act).doneBy, type) && !contains(acts, act)) acts.push_back(act);
  }
  std::string text;
  for (const graph::ActId act : acts) text += effects(act, event);
  return text + readersOfExercise(acts);
}

std::string Events::readersOfExercise(const std::vector<graph::ActId>& acts) {
  std::set<std::uint32_t> readers;
  for (const graph::ActId act : acts)
    for (const Reader& reader : readersOf(model_, Read::What::exercise, act.index))
      readers.insert(reader.sentence->number);
  for (const Reader& reader : readersOf(model_, Read::What::exercise, anyAct)) readers.insert(reader.sentence->number);
  std::string text;
  for (const std::uint32_t reader : readers) text += "    raak(" + number(reader) + ");\n";
  return text;
}

std::string Events::effects(graph::ActId act, const Bound& event) {
  std::string text, ends;
  bool mayEnd = false;
  for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
    const graph::Effect& effect = graph_.effects[i];
    if (!model_.has(NodeKind::effect, i) || effect.act != act) continue;
    const Scope scope{&effect.where, ""};
    const std::string which = effect.which ? expressions_.matches(effect.which, event, scope) : "Waarheid::ja";
    if (effect.kind == EffectKind::endAgreement) {
      mayEnd = true;
      ends += (ends.empty() ? "" : " || ") + which + " == Waarheid::ja";
    }
    if (effect.kind == EffectKind::suspend) {
      const graph::Party party = effect.allOf.fixed;
      text += "    schort_op(eerste, " + number(act.index) + ", " + number(i) + ", " +
              (party == graph::Party::none ? std::string("geen_partij") : partyCode(party)) + ");\n";
    }
  }
  std::string whole = "    gebruik(eerste, " + number(act.index) + ", " + (mayEnd ? "geheel" : "true") + ");\n";
  if (!mayEnd) return whole + text;
  return "    {\n    [[maybe_unused]] Kijk v{nu_, nu_};\n    const bool geheel = " + ends + ";\n" + whole +
         "    if (geheel) eindig_door(eerste, " + number(act.index) + ");\n    }\n" + text;
}

}  // namespace beding::generate
