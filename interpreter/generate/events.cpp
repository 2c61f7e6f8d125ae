#include "generate/events.h"

#include <algorithm>

#include "generate/reads.h"
#include "generate/sentences.h"
#include "graph/opposition.h"
#include "graph/print.h"

namespace beding::generate {

using graph::EffectKind;
using graph::NodeKind;

namespace {

std::string number(std::uint32_t index) { return std::to_string(index); }

/// The head of what is done when the event of an instant matches, or may: `is` and `vragen` say so.
std::string seen(const std::string& matches) {
  const bool reads = matches.find("(v") != std::string::npos;
  const bool assumes =
      matches.find("rechtsgeldig(v") != std::string::npos || matches.find("uitgeoefend(v") != std::string::npos;
  return std::string(assumes ? "zie<true>" : "zie") + "([&](auto&" + std::string(reads ? " v" : "") + ") { return " +
         matches + "; }, [&](Waarheid is, Twijfel vragen) {";
}

/// Looks at each reader again: of the same instance where it reads only that, else of all.
std::string again(const std::vector<Reader>& readers, const std::string& indent, const std::string& place) {
  std::string text;
  for (const Reader& reader : readers)
    text += indent + "raak(" + number(reader.sentence->number) + (reader.same ? ", " + place : "") + ");\n";
  return text;
}

}  // namespace

bool receives(const graph::Graph& graph, graph::ActId act) {
  const graph::Act& meant = at(graph.acts, act);
  return meant.atReceipt || (meant.doneBy && at(graph.patterns, meant.doneBy).atReceipt);
}

bool Events::isOf(graph::PatternId pattern, EventTypeId type) const {
  if (!pattern) return false;
  const auto& ways = at(graph_.patterns, pattern).alternatives;
  return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
}

/// Those that some pattern of what is generated speaks of.
std::vector<EventTypeId> Events::types() {
  std::vector<EventTypeId> found;
  const auto add = [&](EventTypeId type) {
    if (type && std::find(found.begin(), found.end(), type) == found.end()) found.push_back(type);
  };
  const auto pattern = [&](graph::PatternId id) {
    if (id)
      for (const auto& way : at(graph_.patterns, id).alternatives) add(way.type);
  };
  for (const EntityUse& entity : model_.entities)
    if (entity.event) pattern(at(graph_.entities, entity.id).created);
  for (std::uint32_t i = 0; i < graph_.effects.size(); ++i)
    if (model_.has(NodeKind::effect, i) && graph_.effects[i].trigger) pattern(graph_.effects[i].trigger->pattern);
  for (const Sentence& sentence : model_.sentences) {
    if (sentence.node.kind == NodeKind::state)
      for (const auto* triggers :
           {&graph_.states[sentence.node.index].begins, &graph_.states[sentence.node.index].ends})
        for (const graph::Trigger& trigger : *triggers) pattern(trigger.pattern);
    if (sentence.node.kind != NodeKind::norm) continue;
    const graph::Norm& norm = graph_.norms[sentence.node.index];
    for (const graph::ActId act : graph::actsOf(norm)) pattern(at(graph_.acts, act).doneBy);
    for (const auto& trigger : {norm.trigger, norm.until})
      if (trigger) pattern(trigger->pattern);
  }
  for (const std::uint32_t id : expressions_.happened) pattern(graph::PatternId{id});
  for (const std::uint32_t id : expressions_.last) pattern(graph::PatternId{id});
  for (const std::uint32_t id : model_.patterns) pattern(graph::PatternId{id});
  if (model_.has(NodeKind::ledger, 0)) add(graph_.ledger.paymentReceived);
  if (charges(graph_.ledger.interestCharged)) add(graph_.ledger.interestCharged);
  if (graph_.formation && model_.has(NodeKind::term, 0)) pattern(graph_.formation);
  for (std::uint32_t i = 0; i < graph_.events.size() && model_.has(NodeKind::term, 0); ++i)
    if (graph_.events[i].name == "overeenkomst geeindigd") add(EventTypeId{i});
  for (const graph::Derivation& derivation : graph_.derivations)
    if (model_.derives(derivation)) add(derivation.type);
  if (graph_.closingDay && model_.has(NodeKind::term, 0)) add(graph_.closingDay);
  if (!model_.parameters.empty())
    if (const auto agreed = agreements(graph_)) add(*agreed);
  std::sort(found.begin(), found.end());
  return found;
}

std::string Events::functions() {
  aside_.clear();
  std::string text;
  for (const EventTypeId type : types()) text += function(type);
  return text;
}

std::string Events::instances() {
  std::string text;
  for (const EntityUse& entity : model_.entities)
    if (entity.event) text += instance(entity);
  return text;
}

/// What happens at once, and what only when the other party receives it: now, or on a later day.
std::string Events::function(EventTypeId type) {
  const EventUse& use = model_.event(type);
  const Bound event{Bound::Kind::event, {}, type, graph::Party::none, "e", "wie_"};
  const auto received = attributeIndex(at(graph_.events, type), "ontvangen");
  const std::string created = creation(type, event);
  const std::string tried = exercises(type, event, !created.empty());
  const std::string own = facts(type, event, false), receipt = facts(type, event, true);
  std::string ends = at(graph_.events, type).name == "overeenkomst geeindigd" ? "    eindig(nu_);\n" : "";
  const bool later = received && (!receipt.empty() || receivesExercise(type));
  const std::string arrival = use.about && received ? ", e." + model_.field(type, *received) : "";
  const std::string name = "  /// " + at(graph_.events, type).name + "\n";
  std::string text =
      name + "  void neem(const " + use.type + "& e) {\n    begin(e.op.dag()" + arrival +
      ");\n    gebeurt(e);\n    kom_tot_rust();\n    leid_af();\n  }\n  void gebeurt([[maybe_unused]] const " +
      use.type + "& e) {\n" + (model_.tellsCause() ? "    door_ = e.sleutel;\n" : "");
  if (!later) return text + created + tried + own + receipt + ends + "  }\n";
  const std::string field = model_.field(type, *received);
  model_.event(type).arrives = true;
  text += "    const Dag ontvangen = e." + field + " ? e." + field +
          "->dag() : nu_;\n    const bool komt_aan = ontvangen <= nu_;\n" + created + tried + own;
  if (!receipt.empty()) text += "    if (komt_aan) komt_binnen(e);\n";
  text += "    if (!komt_aan) post_.push_back({ontvangen, wie_.volgnummer, e});\n" + ends + "  }\n";
  if (!receipt.empty())
    text += "  void komt_binnen(const " + use.type + "& e) {\n    const Dag gedaan = moment_;\n    if (e." + field +
            ") moment_ = e." + field + "->dag();\n" + receipt + "    moment_ = gedaan;\n  }\n";
  return text + "  void komt_aan([[maybe_unused]] const " + use.type + "& e) {\n" +
         (model_.tellsCause() ? "    door_ = e.sleutel;\n" : "") + arrivalExercises(type, event) +
         (receipt.empty() ? "" : "    komt_binnen(e);\n") + "    kom_tot_rust();\n  }\n";
}

// --------------------------------------------------------------------------------------------------------- instances

/// What is asked in advance is in the ledger once its amount is known.
std::string Events::advance(const EntityUse& entity) {
  const graph::LedgerRules& rules = graph_.ledger;
  Scope scope{&rules.where, ""};
  scope.slots.push_back({Bound::Kind::instance, entity.id, entity.event, graph::Party::none, entity.name});
  return "    boek_voorschot([&](auto& v) { return centen(" + expressions_.value(rules.advanceAmount, scope) +
         "); }, [&](auto& v) { return " +
         (rules.advanceDue ? expressions_.value(rules.advanceDue, scope) : "(void)v, Moment()") + "; }, " +
         entity.name + ".sleutel, static_cast<std::uint32_t>(i));\n";
}

std::string Events::creation(EventTypeId type, const Bound& event) {
  std::string text;
  for (const EntityUse& entity : model_.entities) {
    if (!entity.event || !isOf(at(graph_.entities, entity.id).created, type)) continue;
    const graph::Entity& node = at(graph_.entities, entity.id);
    const Scope scope{&node.where, ""};
    const std::string matches = expressions_.matches(node.created, event, scope);
    const std::string make =
        "nieuwe_" + entity.name + "(" + (entity.event == type ? "e" : converted(entity, type)) + ");\n";
    text += matches == "Waarheid::ja"
                ? "    " + make
                : "    if ([[maybe_unused]] Kijk v{nu_, nu_}; " + matches + " == Waarheid::ja) " + make;
  }
  return text;
}

/// An event of another kind that brings about the same: what stands in the same place means the same.
std::string Events::converted(const EntityUse& entity, EventTypeId type) {
  const EventType &from = at(graph_.events, type), &to = at(graph_.events, entity.event);
  std::string fields = "b.op = e.op; b.sleutel = e.sleutel; ";
  for (const auto& [index, name] : model_.event(entity.event).fields) {
    const bool same = index < from.attributes.size() && from.attributes[index].type == to.attributes[index].type;
    if (same) fields += "b." + name + " = e." + model_.field(type, index) + "; ";
  }
  if (model_.event(entity.event).about) {
    model_.event(type).about = true;
    fields += "b.betreft = e.betreft; ";
  }
  return "[&] { " + model_.event(entity.event).type + " b{}; " + fields + "return b; }()";
}

/// The struct comes with the header's other types; this makes one, books it, and has all about it looked at.
std::string Events::instance(const EntityUse& entity) {
  const graph::Entity& node = at(graph_.entities, entity.id);
  const bool keyed = node.keyAttribute < at(graph_.events, entity.event).attributes.size();
  const std::string type = model_.event(entity.event).type;
  std::string text = "  void nieuwe_" + entity.name + "(const " + type + "& e) {\n";
  if (keyed) {
    const Attribute& key = at(graph_.events, entity.event).attributes[node.keyAttribute];
    const std::string field = "e." + model_.field(entity.event, node.keyAttribute);
    if (key.type == Type::list)
      model_.refuse(node.where, {Phrasing{"een zaak met een lijst als kenmerk", "an instance with a list as its key"}});
    text += "    const std::string_view sleutel = " + (key.required ? field : field + ".value_or(e.sleutel)") + ";\n";
    text += "    for (const auto& bekend : " + entity.list + ")\n      if (zelfde(bekend.sleutel, sleutel)) return;\n";
  }
  text += "    [[maybe_unused]] const std::size_t i = " + entity.list + ".size();\n";
  text += "    " + entity.type + "& " + entity.name + " = " + entity.list + ".emplace_back(e);\n";
  text += "    " + entity.name + ".sleutel = " + (keyed ? "sleutel" : "e.sleutel") + ";\n    " + entity.name +
          ".wie = wie_;\n";
  if (!entity.hidden)
    text += "    " + entity.name + ".nummer = nummer_zaak(" + number(entity.id.index) + ", i, " + entity.name +
            ".sleutel, e.sleutel);\n";
  if (model_.hasPlace(entity.id)) text += "    " + entity.name + ".plaats = static_cast<std::uint32_t>(i);\n";
  const graph::LedgerRules& rules = graph_.ledger;
  if (model_.has(NodeKind::ledger, 0) && rules.advance == entity.id) text += advance(entity);
  if (model_.has(NodeKind::ledger, 0) && rules.invoice == entity.id) {
    Scope scope{&rules.where, ""};
    scope.slots.push_back({Bound::Kind::instance, entity.id, entity.event, graph::Party::none, entity.name});
    text += "    [[maybe_unused]] Kijk v{nu_, nu_};\n    Post post;\n    post.sleutel = sleutel;\n";
    text += "    const Mogelijk<Centen> bedrag = " + expressions_.value(rules.amount, scope) + ";\n";
    text +=
        "    const Moment dag = " + (rules.invoiceDate ? expressions_.value(rules.invoiceDate, scope) : "Moment()") +
        ";\n";
    const Sentence* duty = rules.payment ? model_.sentenceOf({NodeKind::norm, rules.payment.index}) : nullptr;
    const bool term = duty != nullptr && at(graph_.norms, rules.payment).term.last;
    if (term)
      text += "    v.sinds = moment_;\n    const Moment uiterlijk = " + made(model_, *duty) + ".uiterlijk(v);\n";
    text += "    post.dag = dag.bekend() ? dag.waarde : nu_;\n";
    if (term) text += "    post.uiterlijk = uiterlijk.bekend() ? uiterlijk.waarde : geen_dag;\n";
    text +=
        "    post.bedrag = bedrag.waarde;\n    post.orde = volgnummer_;\n    post.exemplaar = "
        "static_cast<std::uint32_t>(i);\n";
    text += "    " + entity.name + ".post = boek_.boek(post);\n";
    if (rules.advance && model_.entityOf(rules.advance) != nullptr)
      text += "    voorschot_voldaan();  // what was asked in advance may be this invoice from now on\n";
    const auto* amount = rules.amount ? &at(graph_.expressions, rules.amount) : nullptr;
    const EventType& event = at(graph_.events, entity.event);
    const auto index =
        amount != nullptr && amount->op == graph::Op::attribute ? meantAttribute(event, *amount) : std::nullopt;
    if (!index || !event.attributes[*index].required)
      model_.refuse(node.where, {Phrasing{"een factuur waarvan het bedrag kan ontbreken",
                                          "an invoice of which the amount may be absent"}});
  }
  for (const Sentence& sentence : model_.sentences) {
    if (sentence.over == entity.id && startsByItself(model_, sentence))
      text += "    raak(" + number(sentence.number) + ", i);\n";
    if (sentence.beside == entity.id) text += "    raak(" + number(sentence.number) + ");\n";
  }
  text += again(readersOf(model_, Read::What::instances, entity.id.index), "    ", "i");
  return text + "  }\n";
}

// ------------------------------------------------------------------------------------------------------------- facts

std::string Events::facts(EventTypeId type, const Bound& event, bool receipt) {
  const EventUse& use = model_.event(type);
  std::string text;
  if (receipt ? use.received : use.happens) {
    text += "    " + expressions_.memory(type, receipt) + ".push_back({e, wie_, moment_});\n";
    for (const std::uint32_t id : model_.patterns)
      if (isOf(graph::PatternId{id}, type) && graph_.patterns[id].atReceipt == receipt)
        text += again(readersOf(model_, Read::What::happening, id), "    ", "");
  }
  text += triggers(type, event, receipt) + performances(type, event, receipt);
  const auto remember = [&](std::uint32_t id, const std::string& name, const std::string& also) {
    const graph::Pattern& pattern = graph_.patterns[id];
    if (!isOf(graph::PatternId{id}, type) || pattern.atReceipt != receipt) return;
    const graph::Provenance nowhere;
    const Scope scope{&nowhere, ""};
    const std::string matches = expressions_.matches(graph::PatternId{id}, event, scope);
    text += "    " + seen(matches) + "\n      " + name + number(id) + "_.neem(" + also + "is, vragen" +
            (also.empty() ? ", geheugen_" : "") + ");\n" +
            again(readersOf(model_, Read::What::happening, id), "      ", "") + "    });\n";
  };
  for (const std::uint32_t id : expressions_.happened) remember(id, "gebeurd_", "");
  for (const std::uint32_t id : expressions_.last) remember(id, "laatste_", "e, ");
  if (!receipt) text += payment(type) + charge(type);
  return text;
}

/// The records of a sentence are told by this member whether the event is about them.
std::string Events::told(const Sentence& sentence, const std::string& matches, const std::string& member,
                         const std::string& with, bool keeps) {
  const auto all = instancesOf(model_, sentence);
  const std::string own = record(model_, sentence);
  const bool again = sentence.node.kind == NodeKind::norm && graph::isPower(graph_.norms[sentence.node.index].kind);
  const std::string keep = !keeps ? ""
                                  : (again ? " " : " if (!" + own + ".ontstaan) ") + occasionRecord(model_, sentence) +
                                        " = {e, wie_, moment_};";
  const std::string body = seen(matches) + keep + " " + own + "." + member + "(is, vragen, moment_, " + with +
                           "); raak(" + number(sentence.number) + (all.empty() ? "" : ", i") + "); });\n";
  if (all.empty()) return "    " + body;
  const std::string inner = all.size() > 1 ? "for (auto& " + all[1]->name + " : " + all[1]->list + ")\n        " : "";
  return "    for (std::size_t i = 0; i < " + all[0]->list + ".size(); ++i) {\n      auto& " + all[0]->name + " = " +
         all[0]->list + "[i];\n      " + inner + body + "    }\n";
}

/// Events by which a state or norm begins or ends.
std::string Events::triggers(EventTypeId type, const Bound& event, bool receipt) {
  std::string text;
  for (const Sentence& sentence : model_.sentences) {
    const auto one = [&](const graph::Trigger& trigger, const char* member, bool keeps) {
      if (!trigger.pattern || !isOf(trigger.pattern, type)) return;
      if (at(graph_.patterns, trigger.pattern).atReceipt != receipt) return;
      Scope scope = scopeOf(model_, sentence);
      scope.contract.clear();
      const std::string matches = expressions_.matches(trigger.pattern, event, scope);
      text += told(sentence, matches, member, "geheugen_", keeps);
    };
    if (sentence.node.kind == NodeKind::state) {
      for (const graph::Trigger& begin : graph_.states[sentence.node.index].begins) one(begin, "begin_door", false);
      for (const graph::Trigger& end : graph_.states[sentence.node.index].ends) one(end, "einde_door", false);
    }
    if (sentence.node.kind != NodeKind::norm) continue;
    const graph::Norm& norm = graph_.norms[sentence.node.index];
    if (isPerOccurrence(norm))
      text += occasion(sentence, *norm.trigger, type, event, receipt);
    else if (norm.trigger)
      one(*norm.trigger, "begin_door", true);
    if (norm.until) one(*norm.until, "einde_door", false);
  }
  return text + consequences(type, event, receipt);
}

/// A norm for this event alone.
std::string Events::occasion(const Sentence& sentence, const graph::Trigger& trigger, EventTypeId type,
                             const Bound& event, bool receipt) {
  if (!isOf(trigger.pattern, type) || at(graph_.patterns, trigger.pattern).atReceipt != receipt) return {};
  const EntityUse& entity = *model_.entityOf(*sentence.over);
  return "    " + seen(expressions_.matches(trigger.pattern, event, Scope{&at(graph_.entities, entity.id).where, ""})) +
         " nieuwe_" + entity.name + "(e); " + entity.list + ".back()." + sentence.name +
         ".begin_door(is, vragen, moment_, geheugen_); });\n";
}

/// What an event brings about by itself.
std::string Events::consequences(EventTypeId type, const Bound& event, bool receipt) {
  std::string text;
  for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
    const graph::Effect& effect = graph_.effects[i];
    if (!model_.has(NodeKind::effect, i) || !effect.trigger || !isOf(effect.trigger->pattern, type)) continue;
    if (effect.kind != EffectKind::accelerate || at(graph_.patterns, effect.trigger->pattern).atReceipt != receipt)
      continue;
    const Scope scope{&effect.where, ""};
    std::vector<std::string> parts = {expressions_.matches(effect.trigger->pattern, event, scope)};
    if (effect.condition) parts.push_back(expressions_.truth(effect.condition, scope));
    text += "    if ([[maybe_unused]] Kijk v{nu_, nu_}; " + allOf(parts) +
            " == Waarheid::ja) versnellingen_.push_back(" + number(i) + ");\n";
  }
  return text;
}

namespace {

bool isDone(const graph::Norm& norm) { return graph::isDuty(norm.kind) || norm.kind == graph::NormKind::prohibition; }

}  // namespace

std::string Events::performances(EventTypeId type, const Bound& event, bool receipt) {
  std::string text;
  for (const Sentence& sentence : model_.sentences) {
    if (sentence.node.kind != NodeKind::norm || !isDone(graph_.norms[sentence.node.index])) continue;
    const graph::Norm& norm = graph_.norms[sentence.node.index];
    for (const graph::ActId act : graph::actsOf(norm)) {
      if (!isOf(at(graph_.acts, act).doneBy, type) || receives(graph_, act) != receipt) continue;
      const char* with = !graph::isDuty(norm.kind)           ? "e.sleutel"
                         : isInHours(graph_, norm.term.last) ? "geheugen_, e.sleutel"
                                                             : "geheugen_";
      text += told(sentence, deedOf(model_, expressions_, sentence, act, event, ""), "doe", with, false);
    }
  }
  return text;
}

std::string Events::payment(EventTypeId type) {
  const graph::LedgerRules& rules = graph_.ledger;
  if (!model_.has(NodeKind::ledger, 0) || type != rules.paymentReceived) return {};
  const EventType& event = at(graph_.events, type);
  std::string named;
  if (!rules.ignoreDesignation) {
    model_.event(type).about = true;
    const bool has = rules.paymentFor < event.attributes.size();
    named = ", namen(" + (has ? "e." + model_.field(type, rules.paymentFor) : std::string("Niets{}")) + ", e.betreft)";
  }
  std::string text = "    betaal(" + std::string("e.") + model_.field(type, rules.paymentAmount) + named + ");\n";
  if (rules.paymentCurrency < event.attributes.size()) {
    const std::string field = "e." + model_.field(type, rules.paymentCurrency);
    text.insert(4, "if (" + field + ".value_or(\"EUR\") == \"EUR\") ");
  }
  return text;
}

/// Interest that may be charged.
std::string Events::charge(EventTypeId type) {
  if (!charges(type)) return {};
  const EventType& event = at(graph_.events, type);
  const auto first = [&](Type wanted, std::uint32_t given) {
    if (given < event.attributes.size()) return given;
    const auto found = std::find_if(event.attributes.begin(), event.attributes.end(),
                                    [&](const Attribute& each) { return each.type == wanted; });
    return static_cast<std::uint32_t>(found - event.attributes.begin());
  };
  const auto field = [&](std::uint32_t index, const char* otherwise) {
    return index < event.attributes.size() ? "e." + model_.field(type, index) : std::string(otherwise);
  };
  model_.event(type).about = true;
  return "    boek_.breng_in_rekening(nu_, namen(" +
         field(first(Type::reference, graph_.ledger.chargedFor), "Niets{}") + ", e.betreft), " +
         field(first(Type::money, graph_.ledger.chargedAmount), "std::nullopt") + ");\n";
}

bool Events::charges(EventTypeId type) const {
  return type && type == graph_.ledger.interestCharged &&
         std::any_of(model_.sentences.begin(), model_.sentences.end(), [&](const Sentence& each) {
           return each.node.kind == NodeKind::amount && !graph_.amounts[each.node.index].owed &&
                  graph_.amounts[each.node.index].kind == graph::AmountKind::interest;
         });
}

// -------------------------------------------------------------------------------------------------------- beforehand

std::string Events::beforehand() {
  std::string text;
  for (const EventTypeId type : types()) {
    const Bound event{Bound::Kind::event, {}, type, graph::Party::none, "e", "wie_"};
    std::string body;
    const graph::Provenance nowhere;
    if (model_.has(NodeKind::term, 0) && isOf(graph_.formation, type)) {
      const std::string matches = expressions_.matches(graph_.formation, event, Scope{&nowhere, ""});
      body += matches == "Waarheid::ja" ? "    aangenomen_ = false;\n"
                                        : "    if (Kijk v{}; " + matches + " != Waarheid::nee) aangenomen_ = false;\n";
    }
    if (at(graph_.events, type).name == "overeenkomst geeindigd") body += "    einde_staat_vast_ = true;\n";
    body += announced(type);
    if (body.empty()) continue;
    beforehand_.push_back(model_.event(type).type);
    text += "  void vooraf(const " + model_.event(type).type + "&" +
            (body.find("e.") != std::string::npos ? " e" : "") + ") {\n" + body + "  }\n";
  }
  return text + "  template <class G> void vooraf(const G&) {}\n";
}

/// What the timeline as a whole says: stated shortcomings, days of closing, keys of what consent may be for.
std::string Events::announced(EventTypeId type) {
  const EventType& node = at(graph_.events, type);
  std::string text;
  for (const graph::Derivation& derivation : graph_.derivations) {
    if (derivation.type != type || !model_.derives(derivation)) continue;
    const auto field = [&](std::uint32_t attribute) {
      if (attribute >= node.attributes.size()) return std::string("\"\"");
      return "tekst_van(e." + model_.field(type, attribute) + ")";
    };
    text +=
        "    " + stated(derivation) + ".push_back({" + field(derivation.key) + ", " + field(derivation.lid) + "});\n";
  }
  if (type == graph_.closingDay)
    for (std::uint32_t i = 0; i < node.attributes.size(); ++i)
      if (node.attributes[i].type == Type::date || node.attributes[i].type == Type::instant) {
        const std::string day = "e." + model_.field(type, i);
        text += "    if (" + day + " && e.op < *" + day + ") kalender_.sluit(" + day + "->dag());\n";
      }
  if (expressions_.consents.contains(type.index)) {
    std::string keys = "e.sleutel";
    for (std::uint32_t i = 0; i < node.attributes.size(); ++i)
      if (node.attributes[i].type == Type::reference) keys += ", tekst_van(e." + model_.field(type, i) + ")";
    text += "    van_soort_" + number(type.index) + "_.push_back({" + keys + "});\n    van_soort_" +
            number(type.index) + "_.back().insert(van_soort_" + number(type.index) +
            "_.back().end(), e.betreft.begin(), e.betreft.end());\n";
  }
  return text;
}

/// Where those that are stated are kept.
std::string Events::stated(const graph::Derivation& derivation) const {
  return "gesteld_" + identifier(at(graph_.events, derivation.type).name) + "_";
}

std::vector<std::string> Events::announcements() const {
  std::vector<std::string> all;
  for (const graph::Derivation& derivation : graph_.derivations)
    if (model_.derives(derivation)) all.push_back(stated(derivation));
  for (const std::uint32_t index : expressions_.consents) all.push_back("van_soort_" + number(index) + "_");
  return all;
}

std::string Events::members() {
  std::string text;
  for (const graph::Derivation& derivation : graph_.derivations)
    if (model_.derives(derivation)) text += "  std::vector<Gesteld> " + stated(derivation) + ";\n";
  for (const std::uint32_t index : expressions_.consents)
    text += "  std::vector<Lijst> van_soort_" + number(index) + "_;\n";
  for (const auto& [index, use] : model_.events)
    for (const bool receipt : {false, true})
      if (receipt ? use.received : use.happens)
        text += "  std::vector<Gebeurde<" + use.type + ">> " + expressions_.memory(EventTypeId{index}, receipt) + ";\n";
  for (const std::uint32_t id : expressions_.happened)
    text += "  Gebeurd gebeurd_" + number(id) + "_;  // " + graph::text(graph_, graph::PatternId{id}) + "\n";
  for (const std::uint32_t id : expressions_.last)
    text += "  Laatste<" + model_.events.at(graph_.patterns[id].alternatives.front().type.index).type + "> laatste_" +
            number(id) + "_;  // " + graph::text(graph_, graph::PatternId{id}) + "\n";
  return text;
}

// ----------------------------------------------------------------------------------------------------- derived events

namespace {

/// A duty that a shortcoming itself gave rise to makes no new one.
bool comesFrom(const graph::Graph& graph, const graph::Norm& norm, EventTypeId type) {
  const auto speaks = [&](graph::PatternId pattern) {
    if (!pattern) return false;
    const auto& ways = at(graph.patterns, pattern).alternatives;
    return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
  };
  return (norm.trigger && speaks(norm.trigger->pattern)) ||
         std::any_of(norm.binders.begin(), norm.binders.end(),
                     [&](const graph::Binder& binder) { return speaks(at(graph.entities, binder.entity).created); });
}

}  // namespace

/// Events that follow from a breach, or from a performance after it. Nothing comes of what nothing reads.
std::string Events::derived() {
  std::string text;
  for (const graph::Derivation& derivation : graph_.derivations)
    if (model_.derives(derivation)) text += derived(derivation);
  return text.empty() ? text : "  void volg(const std::vector<Schending>& alle) {\n" + text + "  }\n";
}

std::string Events::derived(const graph::Derivation& derivation) {
  const EventUse& use = model_.event(derivation.type);
  std::string fields, own;
  const auto field = [&](std::uint32_t attribute, const std::string& value) {
    const auto found = use.fields.find(attribute);
    if (found != use.fields.end()) fields += "      e." + found->second + " = " + value + ";\n";
  };
  field(derivation.key, "elk.sleutel");
  field(derivation.party, "elk.partij");
  field(derivation.lid, "elk.plicht");
  if (use.about) fields += "      e.betreft = elk.betreft;\n";
  for (std::uint32_t i = 0; i < graph_.norms.size(); ++i)
    if (comesFrom(graph_, graph_.norms[i], derivation.type)) own += " || elk.norm == " + number(i);
  const bool late = derivation.from == graph::DerivedFrom::latePerformance;
  return "    // " + at(graph_.events, derivation.type).name + "\n    for (const Schending& elk : alle) {\n      if (" +
         (late ? "!" : "") + "elk.herstel" + own + " || is_gesteld(" + stated(derivation) +
         ", elk.sleutel, elk.lid)) continue;\n      " + use.type +
         " e{};\n      e.op = Datum(elk.dag);\n      e.sleutel = elk.sleutel;\n" + fields +
         "      begin_afgeleid(elk.dag, {elk.lid, elk.plicht});\n      gebeurt(e);\n      kom_tot_rust();\n    }\n";
}

}  // namespace beding::generate
