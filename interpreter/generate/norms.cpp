#include "generate/norms.h"

#include <algorithm>

#include "generate/claims.h"
#include "generate/events.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::ExpressionId;
using graph::Norm;
using graph::NormKind;

bool isStandingNorm(const Norm& norm) {
  return !norm.trigger && std::all_of(norm.binders.begin(), norm.binders.end(),
                                      [](const graph::Binder& binder) { return binder.entity == graph::EntityId{0}; });
}

graph::Slot occurrenceSlot(const Norm& norm) {
  return norm.occurrenceSlot.value_or(static_cast<graph::Slot>(norm.binders.size()));
}

bool isProhibition(const Norm& norm) { return norm.kind == NormKind::prohibition || norm.kind == NormKind::noPower; }

bool isPeriodEnd(const graph::Graph& graph, const Norm& norm) {
  return norm.againstDay && at(graph.expressions, norm.againstDay).op == graph::Op::runningPeriodEnd;
}

std::optional<EventTypeId> occasionOf(const graph::Graph& graph, const Norm& norm) {
  if (!norm.trigger || !norm.trigger->pattern) return std::nullopt;
  return at(graph.patterns, norm.trigger->pattern).alternatives.front().type;
}

std::string occasionRecord(const Model& model, const Sentence& sentence) {
  if (!sentence.over) return sentence.name + "_bij_";
  return model.entityOf(*sentence.over)->name + "." + sentence.name + "_bij";
}

Scope normScope(const Model& model, const Sentence& sentence, const std::string& contract) {
  const Norm& norm = model.graph.norms[sentence.node.index];
  Scope scope = scopeOf(model, sentence);
  scope.contract = contract;
  const auto type = occasionOf(model.graph, norm);
  if (!type) return scope;
  const graph::Slot slot = at(model.graph.patterns, norm.trigger->pattern).occurrence;
  if (isPerOccurrence(norm)) {
    const std::string own = model.entityOf(*sentence.over)->name;
    return scope.with(slot, {Bound::Kind::event, {}, *type, graph::Party::none, own + ".bij", own + ".wie"});
  }
  const std::string code = (sentence.over ? "" : contract) + occasionRecord(model, sentence);
  return scope.with(slot, {Bound::Kind::event, {}, *type, graph::Party::none, code + ".e", code + ".wie"});
}

namespace {

/// The chosen act, once there is a choice that names one.
std::string chosen(const graph::Graph& graph, Expressions& expressions, const Norm& norm, graph::ActId act,
                   const Scope& own) {
  std::string all;
  for (const graph::ActId each : graph::actsOf(norm))
    all += (all.empty() ? "" : ", ") + literal(at(graph.acts, each).name);
  return "is_gekozen(" + expressions.value(norm.choice, own) + ", " + literal(at(graph.acts, act).name) + ", {" + all +
         "})";
}

}  // namespace

std::string deedOf(Model& model, Expressions& expressions, const Sentence& sentence, graph::ActId act,
                   const Bound& event, const std::string& contract) {
  const Norm& norm = model.graph.norms[sentence.node.index];
  const Scope own = normScope(model, sentence, contract), deed = own.with(occurrenceSlot(norm), event);
  std::vector<std::string> parts = {
      expressions.matches(at(model.graph.acts, act).doneBy, event, expressions.actScope(norm, act, own))};
  if (norm.choice) parts.push_back(chosen(model.graph, expressions, norm, act, own));
  if (norm.form) parts.push_back(expressions.formCode(norm.form, event, deed));
  if (norm.exerciseCondition) parts.push_back(expressions.truth(norm.exerciseCondition, deed));
  if (norm.consent) parts.push_back("niet(" + expressions.truth(norm.consent, deed) + ")");
  return allOf(parts);
}

namespace {

bool isOverClaim(const graph::Graph& graph, const Norm& norm) {
  return std::any_of(norm.binders.begin(), norm.binders.end(),
                     [&](const graph::Binder& binder) { return at(graph.entities, binder.entity).isClaim; });
}

void limitNorm(Limits& limits, const graph::Graph& graph, const Norm& norm) {
  limitBinders(limits, norm.binders);
  const bool power = graph::isPower(norm.kind);
  limits.not_(norm.perOccurrence && !isPerOccurrence(norm),
              {"een norm over een zaak, per gebeurtenis", "a norm about an instance, per event"});
  limits.not_(power && isPerOccurrence(norm), {"een bevoegdheid per gebeurtenis", "a power per event"});
  limits.not_(
      norm.trigger && norm.trigger->pattern && at(graph.patterns, norm.trigger->pattern).alternatives.size() > 1,
      {"een norm die bij meer soorten gebeurtenissen ontstaat", "a norm that arises at several kinds of events"});
  limits.not_(norm.formSatisfiedOnlyBy, {"«uitsluitend» een vorm", "only one form"});
}

/// What the members of one norm come to.
class NormParts {
 public:
  NormParts(Model& model, Expressions& expressions, const Sentence& sentence)
      : model_(model),
        graph_(model.graph),
        expressions_(expressions),
        sentence_(sentence),
        norm_(graph_.norms[sentence.node.index]),
        scope_(normScope(model, sentence, "o.")),
        limits_(model, norm_.where) {
    limitNorm(limits_, graph_, norm_);
  }

  std::string duty();
  std::string prohibition();
  std::string power();
  std::string requirement();

 private:
  std::string lookingBack();
  std::string lastNotice();
  std::string hours(bool standsStill);
  std::string common(const std::string& base);
  std::string truth(ExpressionId id) { return expressions_.truth(id, scope_); }
  std::vector<std::string> followed();
  std::vector<std::string> lasting();
  std::string canArise() const;
  std::string fulfilled();
  std::string suspension();
  std::string standstill();

  Model& model_;
  const graph::Graph& graph_;
  Expressions& expressions_;
  const Sentence& sentence_;
  const Norm& norm_;
  Scope scope_;
  Limits limits_;
};

/// Zolang, and tenzij denied.
std::vector<std::string> NormParts::followed() {
  std::vector<std::string> parts;
  if (norm_.during) parts.push_back(truth(norm_.during));
  if (norm_.unless) parts.push_back("niet(" + truth(norm_.unless) + ")");
  return parts;
}

/// The end of the agreement stops what lasts as long as it does, and powers to end it.
std::vector<std::string> NormParts::lasting() {
  const std::string over = "niet(o.is_voorbij(v))";
  if (graph::onlyEndsAgreement(graph_, norm_)) return {over};
  if (norm_.survivesByNature || (norm_.surviving && !norm_.survivesUntil)) return {};
  if (norm_.surviving)
    return {oneOf({over, "niet(voorbij(v, " + expressions_.value(norm_.survivesUntil, scope_) + "))"})};
  return isStandingNorm(norm_) ? std::vector<std::string>{over} : std::vector<std::string>{};
}

/// Nothing new arises after the end but what survives it or is about a claim; what stands alone waits for the
/// beginning.
std::string NormParts::canArise() const {
  const bool survives = !graph::onlyEndsAgreement(graph_, norm_) &&
                        (norm_.surviving || norm_.survivesByNature || isOverClaim(graph_, norm_));
  const std::string end = survives ? "Waarheid::ja" : "niet(o.is_voorbij(v))";
  return isStandingNorm(norm_) ? "!o.begonnen_ ? Waarheid::nee : " + end : end;
}

std::string NormParts::common(const std::string& base) {
  std::string text = begunStruct(model_, sentence_, base);
  text += flag(restsOnAssumption(model_, sentence_.node), "veronderstelt");
  text += flag(norm_.trigger.has_value(), "met_aanleiding");
  if (isStandingNorm(norm_)) text += "    bool van_begin() const { return o.aangenomen_; }\n";
  text += flag(isStandingNorm(norm_), "staand");
  text += member("Waarheid", "kan_ontstaan", "", canArise());
  if (norm_.trigger && norm_.trigger->becomes) text += member("Waarheid", "begint", "", truth(norm_.trigger->becomes));
  std::vector<std::string> about;
  for (const graph::Binder& binder : norm_.binders)
    if (binder.where) about.push_back(truth(binder.where));
  if (!about.empty()) text += member("Waarheid", "waarvoor", "", allOf(about));
  if (norm_.condition) text += member("Waarheid", "indien", "", truth(norm_.condition));
  const std::vector<std::string> following = followed();
  if (!following.empty()) text += member("Waarheid", "gevolgd", "", allOf(following));
  std::vector<std::string> applies = lasting();
  if (!following.empty()) applies.push_back("gevolgd(v)");
  if (norm_.voidWhen) applies.push_back("niet(" + truth(norm_.voidWhen) + ")");
  for (const std::string& rival : expressions_.unopposed(graph::NormId{sentence_.node.index}, scope_, nullptr))
    applies.push_back(rival);
  if (!applies.empty()) text += member("Waarheid", "geldt", "", allOf(applies));
  if (norm_.until && norm_.until->becomes) text += member("Waarheid", "totdat", "", truth(norm_.until->becomes));
  if (norm_.term.last && !isInHours(graph_, norm_.term.last))
    text += member("Moment", "uiterlijk", "", expressions_.value(norm_.term.last, scope_));
  return text;
}

/// The end of a term in hours, moved by what stood still.
std::string NormParts::hours(bool standsStill) {
  if (!isInHours(graph_, norm_.term.last)) return {};
  const std::string end = expressions_.hours(norm_.term.last, scope_);
  return "    static constexpr bool in_uren = true;\n    template <class V> Uurstand uurtermijn([[maybe_unused]] V& v, "
         "[[maybe_unused]] Dag vanaf, [[maybe_unused]] bool misschien) const { return " +
         (standsStill ? "o.uurstand(*this, " + end + ", vanaf, misschien)" : "{" + end + "}") + "; }\n" +
         passesByHour();
}

/// What fulfils it by itself: the condition of one of its acts, of the norm's arguments.
std::string NormParts::fulfilled() {
  std::vector<std::string> ways;
  for (const graph::ActId act : graph::actsOf(norm_))
    if (at(graph_.acts, act).fulfilledWhen)
      ways.push_back(expressions_.truth(at(graph_.acts, act).fulfilledWhen, expressions_.actScope(norm_, act, scope_)));
  limits_.not_(ways.size() > 1 && norm_.choice,
               {"een keuze tussen dingen die zo zijn", "a choice between things being so"});
  return ways.empty() ? "" : oneOf(ways);
}

/// Which standstills stop it.
std::string NormParts::suspension() {
  const graph::NormId id{sentence_.node.index};
  std::string which, bearer = "naam(" + expressions_.actor(norm_.bearer, scope_).code + ")";
  if (norm_.bearer.fixed != graph::Party::none) bearer = partyCode(norm_.bearer.fixed);
  if (norm_.bearer.expression) bearer = "[&] { Kijk v{o.nu_, o.slot_}; return " + bearer + "; }()";
  for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
    const graph::Effect& effect = graph_.effects[i];
    if (!model_.has(graph::NodeKind::effect, i) || !suspends(graph_, effect, id)) continue;
    std::string one = "s.gevolg == " + std::to_string(i);
    const bool ofAll =
        !effect.act && effect.allOf.fixed == graph::Party::none && !effect.allOf.slot && !effect.allOf.expression;
    if (effect.targets.empty() && !ofAll) one += " && s.partij == " + bearer;
    which += (which.empty() ? "(" : " || (") + one + ")";
  }
  return which;
}

std::string NormParts::standstill() {
  const std::string which = suspension();
  if (which.empty()) return {};
  const EntityUse* entity = sentence_.over ? model_.entityOf(*sentence_.over) : nullptr;
  const bool own = entity != nullptr && entity->event;
  const std::string other = own ? " && s.volgnummer != " + entity->name + ".wie.volgnummer" : "";
  std::string text = "    bool treft(const Stilstand& s) const { return (" + which + ")" + other + "; }\n" +
                     member("Waarheid", "opgeschort", "", "o.staat_stil(v, *this)") +
                     "    Dag opgeschort_sinds() const { return o.stil_sinds(*this); }\n";
  if (norm_.term.last && isInHours(graph_, norm_.term.last))
    text += "    template <class V> bool kan_stil(V& v) const { return o.twijfel_over_stilstand(v); }\n";
  else if (norm_.term.last)
    text +=
        "    void verschuif(Termijnstand& t, Dag vanaf, bool misschien) const { o.verschuif_over(*this, t, vanaf, "
        "misschien); }\n    template <class V> bool kan_stil(V& v) const { return o.twijfel_over_stilstand(v); }\n";
  return text;
}

/// What was done before a duty arose that was late from the beginning.
std::string NormParts::lookingBack() {
  std::string loops;
  for (const graph::ActId act : graph::actsOf(norm_)) {
    const graph::PatternId done = at(graph_.acts, act).doneBy;
    if (!done || !norm_.term.last) continue;
    for (const graph::PatternAlternative& way : at(graph_.patterns, done).alternatives) {
      const Bound event{Bound::Kind::event, {}, way.type, graph::Party::none, "eerder.e", "eerder.wie"};
      loops += " for (const auto& eerder : o." + expressions_.memory(way.type, receives(graph_, act)) +
               ") if (eerder.wie.aankomst <= v.nu) doe(" + deedOf(model_, expressions_, sentence_, act, event, "o.") +
               ", eerder.op, eerder.e.sleutel);";
    }
  }
  return loops.empty() ? loops
                       : "    template <class V, class Doe> void terugblik([[maybe_unused]] V& v, Doe doe) const {" +
                             loops + " }\n";
}

std::string NormParts::duty() {
  std::string text = common("PlichtZin");
  text += flag(norm_.standing, "doorlopend") + flag(isStandingNorm(norm_) && !norm_.term.last, "heropent");
  text += flag(norm_.term.last.valid(), "met_termijn");
  if (norm_.standing && norm_.unless) text += member("Waarheid", "uitzondering", "", truth(norm_.unless));
  const std::string performed = fulfilled();
  if (!performed.empty()) text += member("Waarheid", "vervuld", "", performed);
  if (norm_.breachWhen) text += member("Waarheid", "schending", "", truth(norm_.breachWhen));
  if (norm_.term.soft) {
    text += flag(true, "open_termijn") + flag(norm_.term.prompt, "met_haast");
    text += member("Waarheid", "tijdig", "", expressions_.softTerm(norm_.term.soft, scope_));
  }
  const std::string stands = standstill();
  text += lookingBack();
  return text + stands + hours(!stands.empty()) + "  };\n";
}

std::string NormParts::prohibition() {
  limits_.not_(isInHours(graph_, norm_.term.last),
               {"een verbod of bevoegdheid met een termijn in uren", "a prohibition or power with a term in hours"});
  std::string text = common("VerbodZin");
  const std::string lasts = norm_.kind == NormKind::noPower ? "" : fulfilled();
  limits_.not_(!lasts.empty() && norm_.consent, {"toestemming voor iets dat zo is", "consent for something being so"});
  if (!lasts.empty())
    text += "    static constexpr bool duurt = true;\n    std::string_view door() const { return o.door_; }\n" +
            member("Waarheid", "daad", "", lasts);
  if (norm_.surviving && norm_.survivesUntil)
    text += member("Moment", "overleeft_tot", "", expressions_.value(norm_.survivesUntil, scope_));
  return text + "  };\n";
}

/// The last day on which notice against that day is in time.
std::string NormParts::lastNotice() {
  const std::string notice =
      norm_.noticePeriod ? expressions_.value(norm_.noticePeriod, scope_) : "Mogelijk<Termijn>()";
  if (isPeriodEnd(graph_, norm_))
    return "    static constexpr Tegen tegen = Tegen::periode;\n" +
           member("Moment", "laatste_opzegging", "",
                  "o.tegen_periode(v, [&] { return " + notice + "; }, v.nu).laatste");
  return "    static constexpr Tegen tegen = Tegen::dag;\n" +
         member("Moment", "laatste_opzegging", "",
                "opzegdag(v, [&] { return " + expressions_.value(norm_.againstDay, scope_) + "; }, [&] { return " +
                    notice + "; }, o.kalender_)");
}

/// What it asks is read when a power is used (exercises.cpp).
std::string NormParts::requirement() {
  const bool perParty = norm_.binders.empty() || (norm_.binders.size() == 1 && isStandingNorm(norm_));
  limits_.not_(!perParty || norm_.trigger || norm_.bearer.expression,
               {"een vereiste over een zaak", "a requirement about an instance"});
  limits_.not_(norm_.term.last || norm_.oncePer || norm_.oncePerCalendarYear,
               {"een vereiste met een termijn", "a requirement with a term"});
  return common("EisZin") + "  };\n";
}

std::string NormParts::power() {
  limits_.not_(isInHours(graph_, norm_.term.last),
               {"een verbod of bevoegdheid met een termijn in uren", "a prohibition or power with a term in hours"});
  std::string text = common("BevoegdheidZin") + flag(norm_.repeatable, "herhaalbaar");
  std::vector<std::string> grounds = lasting();
  if (norm_.during || norm_.unless) grounds.emplace_back("gevolgd(v)");
  if (!grounds.empty()) text += member("Waarheid", "grond", "", eachAsked(grounds));
  if (norm_.effectTime == graph::EffectTime::againstDay && !norm_.term.last) text += lastNotice();
  return text + "  };\n";
}

}  // namespace

std::string normStruct(Model& model, Expressions& expressions, const Sentence& sentence) {
  NormParts parts(model, expressions, sentence);
  const Norm& norm = model.graph.norms[sentence.node.index];
  if (isProhibition(norm)) return parts.prohibition();
  if (norm.kind == NormKind::requirement) return parts.requirement();
  return graph::isPower(norm.kind) ? parts.power() : parts.duty();
}

}  // namespace beding::generate
