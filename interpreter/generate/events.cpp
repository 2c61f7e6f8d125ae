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
  return "zie([&](auto&" + std::string(reads ? " v" : "") + ") { return " + matches +
         "; }, [&](Waarheid is, Twijfel vragen) {";
}

/// Looks at each reader again: of the same instance where it reads only that, else of all.
std::string again(const std::vector<Reader>& readers, const std::string& indent, const std::string& place) {
  std::string text;
  for (const Reader& reader : readers)
    text += indent + "raak(" + number(reader.sentence->number) + (reader.same ? ", " + place : "") + ");\n";
  return text;
}

bool receives(const graph::Graph& graph, graph::ActId act) {
  const graph::Act& meant = at(graph.acts, act);
  return meant.atReceipt || (meant.doneBy && at(graph.patterns, meant.doneBy).atReceipt);
}

}  // namespace

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
  for (const EntityUse& entity : model_.entities) add(entity.event);
  for (const Sentence& sentence : model_.sentences) {
    if (sentence.node.kind == NodeKind::state)
      for (const auto* triggers :
           {&graph_.states[sentence.node.index].begins, &graph_.states[sentence.node.index].ends})
        for (const graph::Trigger& trigger : *triggers) pattern(trigger.pattern);
    if (sentence.node.kind == NodeKind::norm)
      for (const graph::ActId act : graph::actsOf(graph_.norms[sentence.node.index]))
        pattern(at(graph_.acts, act).doneBy);
  }
  for (const std::uint32_t id : expressions_.happened) pattern(graph::PatternId{id});
  for (const std::uint32_t id : expressions_.last) pattern(graph::PatternId{id});
  for (const std::uint32_t id : model_.patterns) pattern(graph::PatternId{id});
  if (model_.has(NodeKind::ledger, 0)) add(graph_.ledger.paymentReceived);
  if (graph_.formation && model_.has(NodeKind::term, 0)) pattern(graph_.formation);
  for (std::uint32_t i = 0; i < graph_.events.size() && model_.has(NodeKind::term, 0); ++i)
    if (graph_.events[i].name == "overeenkomst geeindigd") add(EventTypeId{i});
  std::sort(found.begin(), found.end());
  return found;
}

std::string Events::functions() {
  refuseDerived();
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

std::string Events::function(EventTypeId type) {
  const EventUse& use = model_.event(type);
  const Bound event{Bound::Kind::event, {}, type, graph::Party::none, "e", "wie_"};
  std::string receipt = exercises(type, event, true, false) + facts(type, event, true);
  std::string own = creation(type, event);
  // What it brings about exists already when it is the use of a power; what else it does comes afterwards.
  own += exercises(type, event, false, !own.empty()) + facts(type, event, false);
  if (at(graph_.events, type).name == "overeenkomst geeindigd") own += "    eindig(nu_);\n";
  const auto received = attributeIndex(at(graph_.events, type), "ontvangen");
  const std::string name = "  /// " + at(graph_.events, type).name + "\n  void ";
  const std::string arrival = use.about && received ? ", e." + model_.field(type, *received) : "";
  const std::string ends = "    kom_tot_rust();\n  }\n", teller = model_.tellsCause() ? "    door_ = e.sleutel;\n" : "";
  if (receipt.empty() || !received)
    return name + "neem(const " + use.type + "& e) {\n    begin(e.op.dag()" + arrival + ");\n" + teller + own +
           receipt + ends;
  // What works on receipt works then: now, or on a later day.
  const std::string field = model_.field(type, *received);
  model_.event(type).arrives = true;
  std::string text = name + "neem(const " + use.type + "& e) {\n    begin(e.op.dag()" + arrival + ");\n" + teller;
  text += "    const Dag ontvangen = e." + field + " ? e." + field + "->dag() : nu_;\n";
  text +=
      own +
      "    if (ontvangen > nu_)\n      post_.push_back({ontvangen, volgnummer_, e});\n    else\n      komt_aan(e);\n" +
      ends;
  return text + "  void komt_aan(const " + use.type + "& e) {\n" + teller + "    if (e." + field + ") moment_ = e." +
         field + "->dag();\n" + receipt + ends;
}

// --------------------------------------------------------------------------------------------------------- instances

std::string Events::creation(EventTypeId type, const Bound& event) {
  std::string text;
  for (const EntityUse& entity : model_.entities) {
    if (entity.event != type) continue;
    const graph::Entity& node = at(graph_.entities, entity.id);
    const Scope scope{&node.where, ""};
    const std::string matches = expressions_.matches(node.created, event, scope);
    const std::string make = "nieuwe_" + entity.name + "(e);\n";
    text += matches == "Waarheid::ja"
                ? "    " + make
                : "    if ([[maybe_unused]] Kijk v{nu_, nu_}; " + matches + " == Waarheid::ja) " + make;
  }
  return text;
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
  text += "    " + entity.list + ".emplace_back();\n    " + entity.type + "& " + entity.name + " = " + entity.list +
          ".back();\n";
  text += "    " + entity.name + ".bij = e;\n    " + entity.name + ".sleutel = " + (keyed ? "sleutel" : "e.sleutel") +
          ";\n    " + entity.name + ".wie = wie_;\n";
  if (model_.hasPlace(entity.id)) text += "    " + entity.name + ".plaats = i;\n";
  const graph::LedgerRules& rules = graph_.ledger;
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
    if (term) text += "    const Moment uiterlijk = " + made(model_, *duty).insert(0, "") + ".uiterlijk(v);\n";
    text += "    post.dag = dag.bekend() ? dag.waarde : nu_;\n";
    if (term) text += "    post.uiterlijk = uiterlijk.bekend() ? uiterlijk.waarde : geen_dag;\n";
    text +=
        "    post.bedrag = bedrag.waarde;\n    post.orde = volgnummer_;\n    post.exemplaar = "
        "static_cast<std::uint32_t>(i);\n";
    text += "    " + entity.name + ".post = boek_.boek(post);\n";
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

// --------------------------------------------------------------------------------------------------------- exercises

std::string Events::exercises(EventTypeId type, const Bound& event, bool receipt, bool aside) {
  std::string text, effect;
  std::vector<graph::ActId> acts;
  for (const Sentence& sentence : model_.sentences) {
    if (sentence.node.kind != NodeKind::norm || !graph::isPower(graph_.norms[sentence.node.index].kind)) continue;
    for (const graph::ActId act : graph::actsOf(graph_.norms[sentence.node.index])) {
      if (!isOf(at(graph_.acts, act).doneBy, type) || receives(graph_, act) != receipt) continue;
      text += attempt(sentence, act, event);
      if (!contains(acts, act)) acts.push_back(act);
    }
  }
  for (const graph::ActId act : acts) effect += effects(act, event);
  if (text.empty()) return text;
  const std::string first = "    const std::size_t eerste = pogingen_.size();\n";
  if (!aside) return first + text + effect;
  aside_ += "  void beproef(const " + model_.event(type).type + "& e) {\n" + text + "  }\n";
  return first + "    proef([&](auto& net_ervoor) { net_ervoor.beproef(e); });\n" + effect;
}

/// One power: who tried, and whether all was as it should be just before.
std::string Events::attempt(const Sentence& power, graph::ActId act, const Bound& event) {
  const graph::Norm& norm = graph_.norms[power.node.index];
  Scope scope{&norm.where, ""};
  const auto arity = static_cast<graph::Slot>(at(graph_.acts, act).parameters.size());
  scope = scope.with(arity, expressions_.actor(norm.bearer, Scope{&norm.where, ""}));
  const std::string fits = expressions_.matches(at(graph_.acts, act).doneBy, event, scope);
  std::string other;
  if (const auto ground = attributeIndex(at(graph_.events, event.event), "grond"))
    other = "!over_andere_leden(e." + model_.field(event.event, *ground) + ", " + literal(norm.where.lid) + ")";
  std::string text = comment(model_, power.node, "    ").replace(4, 3, "//");
  text += "    " + (other.empty() ? "" : "if (" + other + ") ") + "poog<" + power.type + ">(" + number(power.number) +
          ", " + number(act.index) + ", kop_" + power.heading + "_poging, e.sleutel, " + record(model_, power) +
          ", [&](auto& v) { return " + fits + "; });\n";
  return fits.find("(v") == std::string::npos ? text.replace(text.find("auto& v"), 7, "auto&") : text;
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
      if (attributeIndex(at(graph_.events, event.event), "tegen"))
        model_.refuse(effect.where, {Phrasing{"een einde tegen een genoemde dag («tegen»)",
                                              "an end against a stated day («tegen»)"}});
    }
    if (effect.kind == EffectKind::suspend) {
      const graph::Party party = effect.allOf.fixed;
      text += "    schort_op(eerste, " + number(act.index) + ", " + number(i) + ", " +
              (party == graph::Party::none ? std::string("geen_partij") : partyCode(party)) + ");\n";
    }
  }
  std::string whole = "    gebruik(eerste, " + number(act.index) + ", " + (mayEnd ? "geheel" : "true") + ");\n";
  if (mayEnd)
    whole = "    [[maybe_unused]] Kijk v{nu_, nu_};\n    const bool geheel = " + ends + ";\n" + whole +
            "    if (geheel) eindig_door(eerste, " + number(act.index) + ");\n";
  return whole + text;
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
  if (!receipt) text += payment(type);
  return text;
}

/// The records of a sentence are told by this member whether the event is about them.
std::string Events::told(const Sentence& sentence, const std::string& matches, const std::string& member,
                         const std::string& with) {
  const auto all = instancesOf(model_, sentence);
  const std::string body = seen(matches) + " " + record(model_, sentence) + "." + member + "(is, vragen, moment_, " +
                           with + "); raak(" + number(sentence.number) + (all.empty() ? "" : ", i") + "); });\n";
  if (all.empty()) return "    " + body;
  const std::string inner = all.size() > 1 ? "for (auto& " + all[1]->name + " : " + all[1]->list + ")\n        " : "";
  return "    for (std::size_t i = 0; i < " + all[0]->list + ".size(); ++i) {\n      auto& " + all[0]->name + " = " +
         all[0]->list + "[i];\n      " + inner + body + "    }\n";
}

/// Events by which a state begins or ends.
std::string Events::triggers(EventTypeId type, const Bound& event, bool receipt) {
  std::string text;
  for (const Sentence& sentence : model_.sentences) {
    if (sentence.node.kind != NodeKind::state) continue;
    const graph::State& state = graph_.states[sentence.node.index];
    const auto each = [&](const std::vector<graph::Trigger>& all, const char* field) {
      for (const graph::Trigger& trigger : all) {
        if (!trigger.pattern || !isOf(trigger.pattern, type)) continue;
        if (at(graph_.patterns, trigger.pattern).atReceipt != receipt) continue;
        Scope scope = scopeOf(model_, sentence);
        scope.contract.clear();
        const std::string matches = expressions_.matches(trigger.pattern, event, scope);
        text += told(sentence, matches, field, "geheugen_");
      }
    };
    each(state.begins, "begin_door");
    each(state.ends, "einde_door");
  }
  return text;
}

namespace {

graph::Slot occurrenceSlot(const graph::Norm& norm) {
  return norm.occurrenceSlot.value_or(static_cast<graph::Slot>(norm.binders.size()));
}

bool isDone(const graph::Norm& norm) { return graph::isDuty(norm.kind) || norm.kind == graph::NormKind::prohibition; }

}  // namespace

/// The act by its bearer, in its form, and (of a prohibition) without consent.
std::string Events::deed(const Sentence& sentence, graph::ActId act, const Bound& event) {
  const graph::Norm& norm = graph_.norms[sentence.node.index];
  Scope own = scopeOf(model_, sentence);
  own.contract.clear();
  Scope scope{&norm.where, ""};
  for (graph::Slot slot = 0; slot < norm.arguments.size(); ++slot) {
    const graph::Expression& argument = at(graph_.expressions, norm.arguments[slot]);
    if (argument.op == graph::Op::variable) scope = scope.with(slot, own.at(argument.slot));
  }
  const auto arity = static_cast<graph::Slot>(at(graph_.acts, act).parameters.size());
  scope = scope.with(arity, expressions_.actor(norm.bearer, own));
  std::vector<std::string> parts = {expressions_.matches(at(graph_.acts, act).doneBy, event, scope)};
  const Scope deed = own.with(occurrenceSlot(norm), event);
  if (norm.form) parts.push_back(expressions_.formCode(norm.form, event, deed));
  if (norm.exerciseCondition) parts.push_back(expressions_.truth(norm.exerciseCondition, deed));
  if (norm.consent) parts.push_back("niet(" + expressions_.truth(norm.consent, deed) + ")");
  if (parts.size() == 1) return parts.front();
  std::string whole = "en(v";
  for (const std::string& part : parts) whole += ", [&] { return " + part + "; }";
  return whole + ")";
}

std::string Events::performances(EventTypeId type, const Bound& event, bool receipt) {
  std::string text;
  for (const Sentence& sentence : model_.sentences) {
    if (sentence.node.kind != NodeKind::norm || !isDone(graph_.norms[sentence.node.index])) continue;
    const graph::Norm& norm = graph_.norms[sentence.node.index];
    for (const graph::ActId act : graph::actsOf(norm)) {
      if (!isOf(at(graph_.acts, act).doneBy, type) || receives(graph_, act) != receipt) continue;
      const bool duty = graph::isDuty(norm.kind);
      text += told(sentence, deed(sentence, act, event), "doe", duty ? "geheugen_" : "e.sleutel");
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
    if (!body.empty())
      text += "  void vooraf(const " + model_.event(type).type + "&" +
              (body.find("e.") != std::string::npos ? " e" : "") + ") {\n" + body + "  }\n";
  }
  return text + "  template <class G> void vooraf(const G&) {}\n";
}

std::string Events::members() {
  std::string text;
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

/// What a condition on a derived event comes to, when all that is known of it is the duty it comes from.
Truth couldBe(const graph::Graph& graph, graph::ExpressionId id, const graph::Derivation& derivation,
              const std::string& duty) {
  if (!id) return Truth::yes;
  const graph::Expression& expression = at(graph.expressions, id);
  const auto of = [&](std::size_t index) { return couldBe(graph, expression.operands[index], derivation, duty); };
  Truth whole = Truth::unknown;
  if (expression.op == graph::Op::logicalAnd || expression.op == graph::Op::logicalOr) {
    whole = of(0);
    for (std::size_t i = 1; i < expression.operands.size(); ++i)
      whole = expression.op == graph::Op::logicalAnd ? whole && of(i) : whole || of(i);
  }
  if (expression.op != graph::Op::equal) return whole;
  const graph::Expression& a = at(graph.expressions, expression.operands[0]);
  const graph::Expression& b = at(graph.expressions, expression.operands[1]);
  const auto* text = std::get_if<std::string>(&b.value);
  if (a.op != graph::Op::attribute || a.index != derivation.lid || b.op != graph::Op::constant || text == nullptr)
    return Truth::unknown;
  return *text == duty ? Truth::yes : Truth::no;
}

}  // namespace

/// Events that the engine derives of breaches are not made; so nothing may read them but what asks whether a duty was
/// breached of that duty itself.
void Events::refuseDerived() {
  for (const graph::Derivation& derivation : graph_.derivations) {
    const auto all = types();
    if (std::find(all.begin(), all.end(), derivation.type) == all.end()) continue;
    for (const EntityUse& entity : model_.entities)
      if (entity.event == derivation.type && model_.hasDuties())
        model_.refuse(at(graph_.entities, entity.id).where, {Phrasing{"een tekortkoming die uit een schending volgt",
                                                                      "a shortcoming that follows from a breach"}});
    for (const Sentence& sentence : model_.sentences) {
      if (sentence.node.kind != NodeKind::norm || !graph::isDuty(graph_.norms[sentence.node.index].kind)) continue;
      const graph::Norm& duty = graph_.norms[sentence.node.index];
      const std::string name = lidOf(graph_, duty.where) + " " + duty.name;
      for (const std::uint32_t id : expressions_.happened)
        for (const auto& way : graph_.patterns[id].alternatives) {
          const bool own = readsOf(model_, sentence).contains({Read::What::happening, id, false});
          if (way.type == derivation.type && !own && couldBe(graph_, way.where, derivation, name) != Truth::no)
            model_.refuse(duty.where, {Phrasing{"een schending waar een andere zin van uitgaat",
                                                "a breach that another sentence builds on"}});
        }
    }
  }
}

}  // namespace beding::generate
