#include "engine/requirements.h"

#include <algorithm>

#include "engine/agreement.h"
#include "engine/expressions.h"
#include "engine/norms.h"
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

  /// All that the power itself asks.
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

}  // namespace

void addRequirements(World& world, NormId power, const NormRecord& record, Exercise& exercise) {
  Test(world, power, record, exercise).power();
  testRequirements(world, power, exercise);
}

void addDenial(World& world, NormId denial, const NormRecord& record, Exercise& exercise) {
  const Norm& norm = at(world.graph.norms, denial);
  const Verdict denied = denies(world, norm, record.environment, exercise.occurrence);
  exercise.requirements.push_back({excludedBy(world, norm), negated(denied), lidOf(world, norm.where)});
}

}  // namespace beding::engine
