// What breaches a duty besides its term: a fact that the clause names, a guarantee that fails, a shortcoming that has
// been established, an ingebrekestelling whose term has passed.
#include <algorithm>

#include "lowering/forms/forms.h"

namespace beding::lowering {

using syntax::Conjunction;

namespace {

/// What a sentence about a duty may speak of: the instances that the duty opened.
Scope scopeOf(Lowering& lowering, const graph::Norm& norm) {
  Scope scope;
  for (const graph::Binder& binder : norm.binders) lowering.openNew(scope, binder.entity);
  if (norm.bearer.slot) scope.bearer = scope.open[*norm.bearer.slot].value;
  return scope;
}

/// The conditions of a sentence together; `tenzij` denies.
ExpressionId conditionsOf(Lowering& lowering, const Sentence& sentence, const Scope& scope) {
  ExpressionId whole;
  for (const Subclause& clause : sentence.subclauses) {
    const ExpressionId one = lowering.condition(clause.words, scope);
    whole = lowering.both(whole, clause.conjunction == Conjunction::tenzij ? lowering.negate(one) : one);
  }
  return whole;
}

/// Facts about a duty: occurrences of one event type, the occurrence in a slot of its own.
class DutyFacts {
 public:
  DutyFacts(Lowering& lowering, EventTypeId event, const graph::Norm& norm)
      : lowering_(lowering), event_(event), norm_(norm), slot_(static_cast<Slot>(norm.binders.size() + 6)) {}

  ExpressionId occurrence() { return lowering_.occurrence(slot_); }
  ExpressionId field(std::string_view name) { return lowering_.field(event_, occurrence(), name); }
  ExpressionId present(std::string_view name) { return lowering_.present(event_, occurrence(), name); }

  /// Those that name the duty in that attribute ("vandeez:7.3", or with its name behind it), and its instances.
  graph::PatternId naming(std::string_view attribute, bool atReceipt) {
    const std::string lid = norm_.where.document + ":" + norm_.where.lid;
    ExpressionId where = lowering_.either(same(attribute, lid), same(attribute, lid + " " + norm_.name));
    where = lowering_.both(present(attribute), where);
    for (Slot slot = 0; slot < norm_.binders.size(); ++slot) where = lowering_.both(where, about(slot));
    if (norm_.perOccurrence)
      where = lowering_.both(where, about(at(lowering_.graph.patterns, norm_.trigger->pattern).occurrence));
    const std::string words = at(lowering_.graph.events, event_).name;
    graph::Pattern pattern{{{event_, where}}, slot_, atReceipt, words};
    return append<graph::Pattern>(lowering_.graph.patterns, std::move(pattern));
  }

 private:
  ExpressionId same(std::string_view attribute, const std::string& text) {
    return lowering_.operation(Op::equal, Type::truth, {field(attribute), lowering_.constant(text, Type::text)});
  }
  ExpressionId about(Slot slot) {
    const bool isParty = slot < norm_.binders.size() && norm_.binders[slot].entity == graph::EntityId{0};
    const ExpressionId instance = lowering_.occurrence(slot);
    if (isParty)
      return norm_.bearer.slot == slot && field("partij")
                 ? lowering_.operation(Op::sameParty, Type::truth, {field("partij"), instance})
                 : ExpressionId{};
    const ExpressionId refers = lowering_.operation(Op::refersTo, Type::truth, {occurrence(), instance});
    at(lowering_.graph.expressions, refers).value = std::string("betreft");
    return refers;
  }

  Lowering& lowering_;
  EventTypeId event_;
  const graph::Norm& norm_;
  Slot slot_;
};

/// "tekortkoming vastgesteld" that names the duty.
ExpressionId established(Lowering& lowering, const graph::Norm& norm) {
  const auto event = eventNamed(lowering.graph, "tekortkoming vastgesteld");
  if (!event) return {};
  const graph::PatternId found = DutyFacts(lowering, *event, norm).naming("verplichting", false);
  const ExpressionId truth = lowering.operation(Op::happened, Type::truth, {}, found.index);
  at(lowering.graph.expressions, truth).words = "de tekortkoming is vastgesteld";
  return truth;
}

/// An ingebrekestelling that names the duty, and whose term has passed; at receipt when it gives none.
ExpressionId noticePassed(Lowering& lowering, const graph::Norm& norm) {
  const auto event = eventNamed(lowering.graph, "ingebrekestelling verzonden");
  if (!event) return {};
  DutyFacts notice(lowering, *event, norm);
  const graph::PatternId found = notice.naming("tekortkoming", true);
  const ExpressionId received = lowering.operation(Op::occurredAt, Type::date, {notice.occurrence()});
  const ExpressionId last = lowering.termEnd(received, notice.field("termijn"), Direction::forward);
  const ExpressionId passed = lowering.operation(Op::passed, Type::truth, {last});
  const ExpressionId now = lowering.operation(
      Op::choose, Type::truth, {notice.present("termijn"), passed, lowering.constant(Truth::yes, Type::truth)});
  const ExpressionId given = lowering.operation(Op::happened, Type::truth, {}, found.index);
  const ExpressionId truth = lowering.both(given, lowering.operation(Op::lastOf, Type::truth, {now}, found.index));
  at(lowering.graph.expressions, truth).words = "de termijn van de ingebrekestelling is verstreken";
  return truth;
}

bool hasNoTerm(const graph::Norm& norm) { return isDuty(norm.kind) && !norm.term.last; }

/// A fact that performs a duty, beside the act that does: an act of its own, fulfilled by the fact.
void performedBy(Lowering& lowering, const Site& site, ExpressionId fact, graph::Norm& norm) {
  graph::Act act;
  act.where = lowering.provenance(site);
  act.name = norm.name;
  act.fulfilledWhen = fact;
  for (const graph::Binder& binder : norm.binders) act.parameters.push_back(binder.entity);
  const auto id = append<graph::Act>(lowering.graph.acts, std::move(act));
  if (norm.act) {
    norm.alternatives.push_back(id);
    return;
  }
  norm.act = id;
  for (Slot slot = 0; slot < norm.binders.size(); ++slot)
    norm.arguments.push_back(lowering.variable(slot, norm.binders[slot].entity));
}

void useBreachSentence(Lowering& lowering, const Site& site) {
  const Sentence sentence = sentenceOf(site.statement->clauses);
  const NamedDuty duty = dutyNamed(site, sentence.main);
  lowering.use(sentence.main, 0, duty.words);
  lowering.use(sentence.main, {"geschonden", "nagekomen"});
  const auto nodes = lowering.labelled(duty.lid, duty.label);
  const auto found =
      std::find_if(nodes.begin(), nodes.end(), [](const Labelled& n) { return n.kind == Labelled::Kind::norm; });
  if (found == nodes.end()) {
    lowering.unknownReference(duty.span, duty.lid, duty.label);
    return;
  }
  const Scope scope = scopeOf(lowering, lowering.graph.norms[found->index]);
  const ExpressionId fact = conditionsOf(lowering, sentence, scope);
  if (has(sentence.main, "nagekomen")) return performedBy(lowering, site, fact, lowering.graph.norms[found->index]);
  graph::Norm& norm = lowering.graph.norms[found->index];
  norm.breachWhen = lowering.either(norm.breachWhen, fact);
  norm.standing = !norm.trigger && norm.binders.empty();
}

}  // namespace

NamedDuty dutyNamed(const Site& site, const Words& words) {
  const std::size_t duty = indexOf(words, "plicht");
  NamedDuty named{site.place(), {}, {}, duty + 1};
  for (; named.words < words.size(); ++named.words) {
    const Word& word = words[named.words];
    if (word.kind == WordKind::auxiliary || word.key == "door") break;
    if (word.kind == WordKind::reference)
      named.lid = qualified(word.item->text, site.document);
    else
      addWord(named.label, word.key);
  }
  named.span = names::spanOf(words, duty, named.words);
  return named;
}

/// "De plicht L is geschonden zodra V, indien W", "De plicht L is nagekomen zodra V": settled once all norms are known.
bool lowerBreach(Lowering& lowering, const Site& site, const Sentence& sentence) {
  if (!startsWith(sentence.main, 0, {"plicht"}) ||
      !(has(sentence.main, "geschonden") || has(sentence.main, "nagekomen")))
    return false;
  if (sentence.subclauses.empty() || site.guard.issue) return false;
  lowering.breachSentences.push_back(site);
  return true;
}

/// "P staat ervoor in dat V": kept while V is true, breached by the fact that it is not; no fault needed.
bool lowerGuarantee(Lowering& lowering, const Site& site, const Sentence& sentence) {
  const Words& words = sentence.main;
  const std::size_t stands = indexOf(words, "staat");
  if (!startsWith(words, stands, {"staat", "ervoor", "in"})) return false;
  Frame frame = openFrame(lowering, site, sentence, normClauses);
  lowering.use(words, stands, stands + 3);
  graph::Norm norm;
  norm.where = lowering.provenance(site);
  norm.guard = site.guard;
  norm.kind = graph::NormKind::guarantee;
  const Words before = part(words, 0, stands);
  for (const NounPhrase& party :
       names::nounPhrases(before, Free(before.size(), true), graph::EntityId{0}, lowering.vocabulary))
    norm.bearer = partyRef(lowering, party, before, frame);
  norm.counterparty = opposite(norm.bearer);
  const Words content = part(words, stands + 3, words.size());
  const auto kept = lowering.trigger(content, frame.scope, frame.binders);
  if (!kept) return true;  // a mistake, reported
  const ExpressionId holds =
      kept->becomes ? kept->becomes : lowering.operation(Op::happened, Type::truth, {}, kept->pattern.index);
  closeFrame(lowering, sentence, frame, normClauses);
  norm.name = nameOf(site, names::spelled(content, 0, content.size()));
  norm.standing = true;
  norm.breachWhen = lowering.negate(holds);
  norm.binders = std::move(frame.binders);
  norm.trigger = frame.trigger;
  norm.condition = frame.condition;
  norm.during = frame.during;
  norm.unless = unlessOf(lowering, site, frame, norm.name);
  norm.until = frame.until;
  addDerogation(lowering, site, sentence,
                {Labelled::Kind::norm, static_cast<std::uint32_t>(lowering.graph.norms.size())});
  lowering.note(site, norm.name, {Labelled::Kind::norm, static_cast<std::uint32_t>(lowering.graph.norms.size())});
  lowering.graph.norms.push_back(std::move(norm));
  return true;
}

void finishBreaches(Lowering& lowering) {
  for (const Site& site : lowering.breachSentences) useBreachSentence(lowering, site);
  for (std::uint32_t index = 0; index < lowering.graph.norms.size(); ++index) {
    const graph::Norm norm = lowering.graph.norms[index];
    if (!hasNoTerm(norm)) continue;
    const ExpressionId facts = lowering.either(established(lowering, norm), noticePassed(lowering, norm));
    lowering.graph.norms[index].breachWhen = lowering.either(norm.breachWhen, facts);
  }
}

}  // namespace beding::lowering
