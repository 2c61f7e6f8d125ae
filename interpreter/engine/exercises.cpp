#include "engine/exercises.h"

#include <algorithm>

#include "engine/agreement.h"
#include "engine/expressions.h"
#include "engine/instances.h"
#include "engine/norms.h"
#include "engine/parameters.h"
#include "engine/powers.h"
#include "engine/why.h"
#include "engine/words.h"
#include "values/deadline.h"

namespace beding::engine {

namespace {

using graph::ActId;
using graph::Norm;
using graph::NormId;
using graph::NormKind;

std::string notMet(const World& world, graph::ExpressionId id, const std::string& otherwise) {
  const std::string text = wordsOf(world.graph, id);
  return "voorwaarde niet vervuld: " + (text.empty() ? otherwise : text);
}

/// That the agreement lasts, or survives its end.
std::string lastsText(const World& world) {
  if (!world.agreement.lastDay || !world.over()) return "de Overeenkomst is niet geëindigd";
  return "de Overeenkomst is op " + dutchText(beding::momentOf(*world.agreement.lastDay)) + " geëindigd";
}

std::string excludedBy(const World& world, const Norm& norm) {
  return "voorwaarde niet vervuld: " + lidOf(world, norm.where) + " sluit dit uit";
}

/// Whether a denial (kan niet) is about this exercise; prior consent takes it away.
Verdict denies(World& world, const Norm& norm, Environment environment, std::uint32_t occurrence) {
  environment.bind(occurrenceSlot(norm), {Binding::Kind::occurrence, occurrence});
  return both(holds(world, norm.exerciseCondition, environment), negated(holdsNot(world, norm.consent, environment)));
}

Verdict excludes(World& world, const Defeat& defeat, const Exercise& exercise) {
  return both(defeat.applies, denies(world, at(world.graph.norms, defeat.by), defeat.environment, exercise.occurrence));
}

/// What is asked of one exercise, one after another.
class Test {
 public:
  Test(World& world, NormId id, const NormRecord& record, Exercise& exercise)
      : world_(world), id_(id), norm_(at(world.graph.norms, id)), record_(record), exercise_(exercise) {}

  void power() {
    ground();
    if (!record_.arisen) return;
    term();
    own();
    notice();
  }

  /// What power and requirement sentences have in common: form, condition on the act, how often.
  void own() {
    if (norm_.form) form();
    if (norm_.exerciseCondition) {
      const std::string fallback = norm_.requirement.empty() ? "de eis aan de uitoefening" : norm_.requirement;
      require(norm_.requirement.empty() ? notMet(world_, norm_.exerciseCondition, fallback)
                                        : "voorwaarde niet vervuld: " + fallback,
              decide(world_, norm_.exerciseCondition, exercise_.environment));
    }
    frequency();
  }

  void term() {
    Answer last;
    if (norm_.term.last) {
      last = evaluate(world_, norm_.term.last, exercise_.environment);
    } else if (isAgainstOneDay(world_, norm_)) {
      last = endDayFor(world_, norm_, exercise_.environment, exercise_.at).latestNotice;
      day();
    }
    if (last.moment() == nullptr && !last.unknown()) return;
    Answer moment = known(exercise_.at);
    moment.binding = {Binding::Kind::occurrence, exercise_.occurrence};
    const std::string limit = last.moment() != nullptr ? dutchText(*last.moment()) : "een onbekende dag";
    require("termijn: uiterlijk " + limit + ", ontvangen " + dutchText(exercise_.at),
            isAtOrBefore(world_, moment, last));
  }

  /// Notice against a later day is no notice against this one.
  void day() {
    const Answer against = endDayFor(world_, norm_, exercise_.environment, exercise_.at).day;
    const auto named = namedDay(world_, norm_, exercise_.environment);
    if (!named || against.moment() == nullptr || *named <= against.moment()->day) return;
    require("tegen " + dutchText(beding::momentOf(*named)) + ", en niet tegen " + dutchText(*against.moment()),
            truth(false));
  }

  void require(std::string reason, Verdict met, std::vector<Reason> because = {}) {
    exercise_.requirements.push_back({std::move(reason), met, lidOf(world_, norm_.where), std::move(because)});
  }

 private:
  /// Has the power arisen, and does it still apply?
  void ground() {
    if (!record_.arisen) {
      require(trigger(), mayHaveArisen());
      return;
    }
    if (record_.ended) require("voorwaarde niet vervuld: de bevoegdheid is geëindigd", truth(false));
    const Verdict lasts = outlives(world_, norm_, record_);
    if (lasts.truth() != Truth::yes) require("voorwaarde niet vervuld: " + lastsText(world_), lasts);
    followed("", norm_.during, false);
    followed("geen uitzondering: ", norm_.unless, true);
    for (const Defeat& defeat : defeatsOf(world_, id_, record_))
      require(excludedBy(world_, at(world_.graph.norms, defeat.by)), negated(excludes(world_, defeat, exercise_)));
    exercise_.assumed.add(record_.condition.assumed);
    if (norm_.condition || record_.condition.truth() != Truth::yes)
      require(notMet(world_, norm_.condition, "de aanleiding"),
              both(record_.condition, holds(world_, norm_.condition, record_.environment)), because(norm_.condition));
    if (norm_.repeatable) return;
    const Verdict used = record_.power.usedAt ? truth(true) : record_.power.used;
    if (used.unknown() || record_.power.usedAt) require("de bevoegdheid is al uitgeoefend", negated(used));
  }

  /// What the sentence follows: `zolang`, and `tenzij` denied.
  void followed(const std::string& lead, graph::ExpressionId id, bool denied) {
    if (!id) return;
    const Verdict so = decide(world_, id, record_.environment);
    require("voorwaarde niet vervuld: " + lead + wordsOf(world_.graph, id), denied ? negated(so) : so, because(id));
  }

  /// How a condition stands just before the act.
  std::vector<Reason> because(graph::ExpressionId id) {
    if (!id || !world_.options.explain) return {};
    return Explainer(world_).expression(id, record_.environment, 1).because;
  }

  /// Not arisen: surely not, or it is not known whether its occasion came up.
  Verdict mayHaveArisen() {
    if (!norm_.trigger && isStanding(norm_)) return both(record_.included, hasBegun(world_));
    if (!norm_.trigger || !norm_.trigger->becomes) return both(record_.included, truth(false));
    const Verdict occasion = both(record_.included, decide(world_, norm_.trigger->becomes, record_.environment));
    return occasion.truth() == Truth::unknown ? occasion : truth(false);
  }

  /// "bevrijdende (overmacht M1)": what the instance lacks.
  std::string isNone(const graph::Binder& binder, Binding one) const {
    std::string such = wordsOf(world_.graph, binder.where);
    for (const std::string_view article : {"een ", "elke ", "elk "}) {
      if (such.starts_with(article)) such.erase(0, article.size());
    }
    const std::string& name = at(world_.graph.entities, binder.entity).name;
    return "voorwaarde niet vervuld: " + such + " (" + name + " " + world_.keyOf(one) + ")";
  }

  std::string trigger() {
    if (record_.included.truth() == Truth::no) {
      for (graph::Slot slot = 0; slot < norm_.binders.size(); ++slot) {
        if (holds(world_, norm_.binders[slot].where, record_.environment).truth() == Truth::no)
          return isNone(norm_.binders[slot], record_.environment.at(slot));
      }
    }
    if (norm_.trigger && norm_.trigger->becomes) return notMet(world_, norm_.trigger->becomes, "de aanleiding");
    if (!world_.inForce()) return "voorwaarde niet vervuld: de Overeenkomst is niet van kracht";
    return "voorwaarde niet vervuld: de aanleiding voor de bevoegdheid ontbreekt";
  }

  void form() {
    const Binding subject{Binding::Kind::occurrence, exercise_.occurrence};
    require("vorm: " + at(world_.graph.forms, norm_.form).name + " vereist",
            satisfiesForm(world_, norm_.form, subject, norm_.formSatisfiedOnlyBy));
  }

  /// Notice for the running period that came too late, where the clause gives it no effect.
  void notice() {
    if (!norm_.lateWithoutEffect) return;
    const EndDay end = endDayFor(world_, norm_, exercise_.environment, exercise_.at);
    require("termijn: te laat voor de lopende periode", truth(!end.late));
  }

  Moment dateOf(const Exercise& exercise) const {
    const Occurrence& occurrence = world_.occurrences[exercise.occurrence];
    const Value* value = attributeValue(world_, occurrence, norm_.dateAttribute, nullptr);
    const auto* moment = value != nullptr ? std::get_if<Moment>(value) : nullptr;
    return moment != nullptr ? *moment : exercise.at;
  }

  bool perCalendarYear() const {
    const bool rolling = norm_.rollingYearUnder.issue && world_.active(norm_.rollingYearUnder);
    return norm_.oncePerCalendarYear && !rolling;
  }

  bool tooSoonAfter(const Exercise& earlier) const {
    const Date before = dateOf(earlier).day, now = dateOf(exercise_).day;
    if (perCalendarYear()) return civil(before).year == civil(now).year;
    return now <= lastDayOfPeriod(before, norm_.oncePer.value_or(Duration{12, TimeUnit::month}), 1, world_.calendar);
  }

  void frequency() {
    if (!norm_.oncePer && !norm_.oncePerCalendarYear) return;
    Verdict met = truth(true);
    for (const Exercise& earlier : world_.exercises) {
      const bool same = earlier.act == exercise_.act && earlier.bearer == exercise_.bearer;
      if (!same || earlier.valid == Truth::no || earlier.occurrence == exercise_.occurrence || !tooSoonAfter(earlier))
        continue;
      Verdict blocked = truth(earlier.valid);
      blocked.questions = earlier.questions;
      conjoin(met, negated(blocked));
    }
    const std::string often =
        perCalendarYear() ? "kalenderjaar" : dutchText(norm_.oncePer.value_or(Duration{12, TimeUnit::month}));
    require("herhaling: ten hoogste eenmaal per " + often, met);
  }

  World& world_;
  NormId id_;
  const Norm& norm_;
  const NormRecord& record_;
  Exercise& exercise_;
};

bool isLifted(const World& world, NormId power, NormId requirement) {
  const auto& lifts = at(world.graph.norms, power).lifts;
  return std::find(lifts.begin(), lifts.end(), requirement) != lifts.end() || isRankedBefore(world, power, requirement);
}

std::string requirementWords(const World& world, const Norm& norm) {
  return "voorwaarde niet vervuld: " +
         (norm.requirement.empty() ? "de eis van " + lidOf(world, norm.where) : norm.requirement);
}

/// A requirement sentence for one combination of its instances, tested; nothing when it is not about this exercise.
std::optional<Exercise> meet(World& world, NormId id, const NormRecord& record, const Exercise& exercise) {
  const Norm& norm = at(world.graph.norms, id);
  const bool isOther = record.bearer != graph::Party::none && record.bearer != exercise.bearer;
  if (isOther || record.included.truth() == Truth::no) return std::nullopt;
  if (isAct(world, exercise.act, norm, record, exercise.occurrence).truth() == Truth::no) return std::nullopt;
  Exercise attempt = exercise;
  attempt.requirements.clear();
  attempt.environment = record.environment;
  attempt.environment.bind(occurrenceSlot(norm), {Binding::Kind::occurrence, exercise.occurrence});
  Test test(world, id, record, attempt);
  if (!record.arisen) {
    if (norm.trigger) test.require(requirementWords(world, norm), truth(false));
    return norm.trigger ? std::optional(attempt) : std::nullopt;
  }
  if (appliesNow(world, id, record).truth() == Truth::no) return std::nullopt;
  if (norm.condition) test.require(requirementWords(world, norm), decide(world, norm.condition, attempt.environment));
  test.term();
  test.own();
  return attempt;
}

Truth metBy(const Exercise& attempt) {
  Truth met = Truth::yes;
  for (const Requirement& requirement : attempt.requirements) met = met && requirement.met.truth();
  return met;
}

int rank(Truth truth) { return truth == Truth::yes ? 2 : truth == Truth::unknown ? 1 : 0; }

/// Some combination of its instances must let the act pass.
void testRequirement(World& world, NormId id, Exercise& exercise) {
  std::optional<Exercise> best;
  for (const NormRecord& record : world.norms[id.index]) {
    auto attempt = record.isSource ? std::nullopt : meet(world, id, record, exercise);
    if (attempt && (!best || rank(metBy(*attempt)) > rank(metBy(*best)))) best = std::move(attempt);
  }
  if (!best) return;
  exercise.requirements.insert(exercise.requirements.end(), best->requirements.begin(), best->requirements.end());
}

bool sharesAct(const Norm& norm, ActId act) {
  const auto acts = actsOf(norm);
  return std::find(acts.begin(), acts.end(), act) != acts.end();
}

void testRequirements(World& world, NormId power, Exercise& exercise) {
  for (std::uint32_t index = 0; index < world.graph.norms.size(); ++index) {
    const Norm& norm = world.graph.norms[index];
    if (norm.kind != NormKind::requirement || !world.active(norm.guard) || !sharesAct(norm, exercise.act)) continue;
    if (isLifted(world, power, NormId{index})) continue;
    testRequirement(world, NormId{index}, exercise);
  }
}

void conclude(Exercise& exercise, const Verdict& fit) {
  exercise.valid = fit.truth();
  exercise.questions.add(fit.questions);
  for (const Requirement& requirement : exercise.requirements) {
    exercise.valid = exercise.valid && requirement.met.truth();
    exercise.questions.add(requirement.met.questions);
    exercise.assumed.add(requirement.met.assumed);
  }
  if (exercise.valid != Truth::unknown) exercise.questions.clear();
}

/// `grond` that names a lid narrows an exercise to the powers of that lid.
bool isNarrowedAway(const World& world, const Norm& norm, std::uint32_t occurrence) {
  const std::string name = "grond";
  const Value* value = attributeValue(world, world.occurrences[occurrence], 0xffffffff, &name);
  const auto* ground = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  if (ground == nullptr) return false;
  const auto isOf = [&](const Norm& other) {
    const std::string lid = lidOf(world, other.where);
    return *ground == lid || *ground == other.where.lid || lid.starts_with(*ground + ".") ||
           other.where.lid.starts_with(*ground + ".");
  };
  return !isOf(norm) && std::any_of(world.graph.norms.begin(), world.graph.norms.end(), isOf);
}

Exercise attempt(World& world, NormId id, std::size_t position, ActId act, std::uint32_t occurrence) {
  const Norm& norm = at(world.graph.norms, id);
  const NormRecord& record = world.norms[id.index][position];
  Exercise exercise;
  exercise.norm = id;
  exercise.record = static_cast<std::uint32_t>(position);
  exercise.act = act;
  exercise.bearer = record.bearer;
  exercise.counterparty = record.counterparty;
  exercise.occurrence = occurrence;
  exercise.environment = record.environment;
  exercise.environment.bind(occurrenceSlot(norm), {Binding::Kind::occurrence, occurrence});
  exercise.at = actMoment(world, at(world.graph.acts, act), occurrence);
  exercise.wasAvailable = isAvailable(world, id, record).truth() != Truth::no;
  return exercise;
}

Exercise tested(World& world, NormId id, std::size_t position, ActId act, std::uint32_t occurrence,
                const Verdict& fit) {
  Exercise exercise = attempt(world, id, position, act, occurrence);
  Test(world, id, world.norms[id.index][position], exercise).power();
  testRequirements(world, id, exercise);
  conclude(exercise, fit);
  return exercise;
}

/// One exercise per norm, holder and event: the best of its combinations.
void keepBest(std::vector<Exercise>& found, Exercise exercise) {
  for (Exercise& other : found) {
    if (other.norm != exercise.norm || other.bearer != exercise.bearer) continue;
    const int mine = rank(exercise.valid), theirs = rank(other.valid);
    const bool better = mine > theirs || (mine == theirs && exercise.wasAvailable && !other.wasAvailable);
    if (better) other = std::move(exercise);
    return;
  }
  found.push_back(std::move(exercise));
}

/// No instance at all that the power could be about: still an attempt, and an invalid one.
void attemptWithoutInstances(World& world, NormId id, ActId act, std::uint32_t occurrence,
                             std::vector<Exercise>& found) {
  const Norm& norm = at(world.graph.norms, id);
  NormRecord record;
  record.bearer = world.partyOf(norm.bearer, record.environment);
  const bool isNamed = !norm.bearer.slot && !norm.bearer.expression;
  if (!world.norms[id.index].empty() || !isNamed) return;
  if (isAct(world, act, norm, record, occurrence).truth() == Truth::no) return;
  Exercise exercise;
  exercise.norm = id;
  exercise.unmatched = true;
  exercise.act = act;
  exercise.bearer = record.bearer;
  exercise.counterparty = otherParty(record.bearer);
  exercise.occurrence = occurrence;
  exercise.environment.bind(occurrenceSlot(norm), {Binding::Kind::occurrence, occurrence});
  exercise.at = actMoment(world, at(world.graph.acts, act), occurrence);
  std::string subject = "de aanleiding";
  if (!norm.binders.empty()) subject = at(world.graph.entities, norm.binders.front().entity).name;
  exercise.requirements.push_back(
      {"voorwaarde niet vervuld: er is geen " + subject, truth(false), lidOf(world, norm.where)});
  keepBest(found, std::move(exercise));
}

/// A combination of instances for which an event may be the act.
struct Candidate {
  std::size_t position;
  Verdict fit;
};

std::vector<Candidate> candidatesFor(World& world, NormId id, ActId act, std::uint32_t occurrence) {
  std::vector<Candidate> candidates;
  for (std::size_t position = 0; position < world.norms[id.index].size(); ++position) {
    const NormRecord& record = world.norms[id.index][position];
    const bool isSleepingSource = record.isSource && world.norms[id.index].size() > 1;
    if (isSleepingSource) continue;
    const Verdict fit = isAct(world, act, at(world.graph.norms, id), record, occurrence);
    if (fit.truth() != Truth::no) candidates.push_back({position, fit});
  }
  return candidates;
}

/// Whether all that is asked is what the event is about.
bool asksOnlyWhich(const World& world, const Verdict& fit, std::uint32_t occurrence) {
  const std::string asked = "feit/" + world.occurrences[occurrence].event.key + "/betreft";
  return fit.truth() == Truth::unknown &&
         std::all_of(fit.questions.begin(), fit.questions.end(),
                     [&](std::uint32_t question) { return world.questions[question].id == asked; });
}

/// Who says not what the act is about means the only thing that can be meant: what another could do is not.
void settleOnly(const World& world, NormId id, std::uint32_t occurrence, std::vector<Candidate>& candidates) {
  Candidate* only = nullptr;
  for (Candidate& candidate : candidates) {
    if (world.norms[id.index][candidate.position].included.truth() == Truth::no) continue;
    if (only != nullptr) return;
    only = &candidate;
  }
  if (only != nullptr && asksOnlyWhich(world, only->fit, occurrence)) only->fit = truth(true);
}

void testAgainst(World& world, NormId id, std::vector<Exercise>& found) {
  const Norm& norm = at(world.graph.norms, id);
  for (const ActId act : actsOf(norm)) {
    const auto occurrence = newOccurrence(world, at(world.graph.acts, act));
    if (!occurrence || isNarrowedAway(world, norm, *occurrence)) continue;
    std::vector<Candidate> candidates = candidatesFor(world, id, act, *occurrence);
    settleOnly(world, id, *occurrence, candidates);
    for (const Candidate& candidate : candidates)
      keepBest(found, tested(world, id, candidate.position, act, *occurrence, candidate.fit));
    attemptWithoutInstances(world, id, act, *occurrence, found);
  }
}

/// The norms about acts that may be done by such an event.
const std::vector<NormId>& concernedBy(const World& world, std::uint32_t occurrence) {
  return world.plan.exercised[world.occurrences[occurrence].event.type.index];
}

/// A denial is an outcome of its own only where no power carries the act.
void testDenial(World& world, NormId id, std::vector<Exercise>& found) {
  const Norm& norm = at(world.graph.norms, id);
  for (const ActId act : actsOf(norm)) {
    const auto occurrence = newOccurrence(world, at(world.graph.acts, act));
    if (!occurrence || isNarrowedAway(world, norm, *occurrence)) continue;
    for (std::size_t position = 0; position < world.norms[id.index].size(); ++position) {
      const NormRecord& record = world.norms[id.index][position];
      if (!record.arisen || isAvailable(world, id, record).truth() != Truth::yes) continue;
      const Verdict fit = isAct(world, act, norm, record, *occurrence);
      if (fit.truth() != Truth::yes) continue;
      Exercise exercise = attempt(world, id, position, act, *occurrence);
      exercise.wasAvailable = false;
      if (holds(world, norm.exerciseCondition, exercise.environment).truth() != Truth::yes) continue;
      const Verdict denied = denies(world, norm, record.environment, *occurrence);
      exercise.requirements.push_back({excludedBy(world, norm), negated(denied), lidOf(world, norm.where)});
      conclude(exercise, fit);
      keepBest(found, std::move(exercise));
    }
  }
}

/// Whether the occurrence is such an act, whoever did it. What falls outside the act's choice of events, or may do so,
/// is no attempt.
bool isSuchAct(World& world, ActId id, std::uint32_t occurrence) {
  const graph::Act& act = at(world.graph.acts, id);
  if (!newOccurrence(world, act)) return false;
  const auto actor = static_cast<graph::Slot>(act.parameters.size());
  for (const graph::Party party : {graph::Party::contractor, graph::Party::client}) {
    Environment environment;
    environment.bind(actor, world.bindingOf(party));
    if (matches(world, act.doneBy, occurrence, environment).truth() == Truth::yes) return true;
  }
  return false;
}

/// Whether a power, or its denial, is about such an act: then an attempt without ground deserves a warning.
bool isLegalAct(World& world, std::uint32_t occurrence) {
  for (const NormId id : concernedBy(world, occurrence)) {
    const Norm& norm = at(world.graph.norms, id);
    if (norm.kind != NormKind::power && norm.kind != NormKind::noPower) continue;
    for (const ActId act : actsOf(norm))
      if (isSuchAct(world, act, occurrence)) return true;
  }
  return false;
}

/// Who does what a duty asks, exercises nothing.
bool performsDuty(World& world, std::uint32_t occurrence) {
  for (const NormId id : concernedBy(world, occurrence)) {
    const Norm& norm = at(world.graph.norms, id);
    if (norm.kind != NormKind::obligation) continue;
    for (const NormRecord& record : world.norms[id.index]) {
      for (const ActId act : actsOf(norm)) {
        const bool done = newOccurrence(world, at(world.graph.acts, act)) == occurrence &&
                          isAct(world, act, norm, record, occurrence).truth() == Truth::yes;
        if (done && record.included.truth() != Truth::no) return true;
      }
    }
  }
  return false;
}

/// Who agrees otherwise about a parameter exercises that freedom.
bool agreesOtherwise(World& world, std::uint32_t occurrence) {
  for (std::uint32_t index = 0; index < world.graph.parameters.size(); ++index) {
    for (const AgreementTest& test : agreementsAbout(world, graph::ParameterId{index}))
      if (test.occurrence == occurrence) return true;
  }
  return false;
}

/// An exercise, also an invalid one, says by its own outcome what is the matter.
void warnWithoutGround(World& world, const std::vector<Exercise>& found) {
  const std::uint32_t occurrence = world.arrival->occurrence;
  if (!found.empty() || !isLegalAct(world, occurrence)) return;
  if (performsDuty(world, occurrence) || agreesOtherwise(world, occurrence)) return;
  const Occurrence& event = world.occurrences[occurrence];
  world.warnings.insert(
      worded({"geen grondslag in dit document: {0} {1} van {2}", "no ground in this document: {0} {1} of {2}"},
             {world.typeOf(event).name, event.event.key, wordingOf(event.event.at)}));
}

/// Who ends a part of the agreement keeps the power for the rest.
bool endsPartOnly(World& world, const Exercise& exercise) {
  bool part = false;
  for (const graph::Effect& effect : world.graph.effects) {
    if (effect.kind != graph::EffectKind::endAgreement || effect.act != exercise.act || !world.active(effect.guard))
      continue;
    const bool ends = !effect.which || matches(world, effect.which, exercise.occurrence, {}).truth() == Truth::yes;
    if (ends) return false;
    part = true;
  }
  return part;
}

}  // namespace

std::vector<Exercise> testExercises(World& world) {
  std::vector<Exercise> found;
  if (world.arrival == nullptr) return found;
  const auto& concerned = concernedBy(world, world.arrival->occurrence);
  for (const NormId id : concerned) {
    const Norm& norm = at(world.graph.norms, id);
    if (isPower(norm.kind) && world.active(norm.guard)) testAgainst(world, id, found);
  }
  const bool carried =
      std::any_of(found.begin(), found.end(), [](const Exercise& exercise) { return exercise.valid != Truth::no; });
  for (const NormId id : concerned) {
    const Norm& norm = at(world.graph.norms, id);
    if (!carried && norm.kind == NormKind::noPower && world.active(norm.guard)) testDenial(world, id, found);
  }
  warnWithoutGround(world, found);
  return found;
}

void recordExercises(World& world, const std::vector<Exercise>& exercises) {
  for (const Exercise& exercise : exercises) {
    world.exercises.push_back(exercise);
    world.work.mark(world.plan.ofAct[exercise.act.index]);
    world.work.mark(world.plan.unit(UnitKind::norm, exercise.norm.index));
    if (exercise.valid == Truth::no || exercise.unmatched || endsPartOnly(world, exercise)) continue;
    PowerUse& power = world.norms[exercise.norm.index][exercise.record].power;
    if (exercise.valid == Truth::yes) {
      power.usedAt = exercise.at;
    } else {
      power.used.value = Truth::unknown;
      power.used.questions.add(exercise.questions);
    }
  }
}

}  // namespace beding::engine
