#include "engine/rights.h"

#include "engine/expressions.h"
#include "engine/instances.h"

namespace beding::engine {

namespace {

using graph::Right;

bool arise(World& world, const Right& right, RightRecord& record) {
  if (record.arisen || record.neverArises || record.included.truth() == Truth::no) return false;
  std::optional<Firing> firing = Firing{world.moment(), world.now, {}, truth(true)};
  if (right.trigger) firing = fires(world, *right.trigger, record.environment, record.trigger);
  if (!firing) return false;
  Environment environment = record.environment;
  if (right.trigger) environment = with(world, *right.trigger, environment, *firing);
  environment.frozen = firing->at;
  record.condition = both(both(record.included, firing->certain), holds(world, right.condition, environment));
  if (record.condition.truth() == Truth::no) {
    record.neverArises = !right.trigger;
    return false;
  }
  record.environment = environment;
  record.holder = resolveParty(world, right.holder, environment);
  record.arose = firing;
  return record.arisen = true;
}

struct Status {
  std::string_view name;
  std::optional<Moment> since;
  QuestionSet questions;
  bool closed = false;
};

Status statusOf(World& world, const Right& right, RightRecord& record, const Answer& last) {
  const Verdict used = holdsNot(world, right.used, record.environment);
  if (used.truth() == Truth::yes) {
    record.usedAt = world.moment();
    return {"bestaat", record.usedAt, {}, true};
  }
  Verdict lapsed = holdsNot(world, right.lapsedBy, record.environment);
  if (last.moment() != nullptr || last.unknown()) disjoin(lapsed, hasPassed(world, last));
  if (right.noSanction) lapsed = truth(false);
  if (record.condition.truth() == Truth::unknown) return {"onbekend", std::nullopt, record.condition.questions, false};
  if (lapsed.truth() == Truth::no) return {"bestaat", record.arose->at, {}, false};
  const Verdict gone = both(lapsed, negated(used));
  if (gone.truth() == Truth::unknown) return {"onbekend", std::nullopt, gone.questions, false};
  return {"vervallen", world.moment(), {}, true};
}

/// A lapse that its provision no longer gives is none.
bool isVoid(World& world, const Right& right, RightRecord& record) {
  if (holdsNot(world, right.voidWhen, record.environment).truth() != Truth::yes) return false;
  record.arisen = false;
  record.neverArises = true;
  return true;
}

bool update(World& world, const Right& right, RightRecord& record) {
  const bool arose = arise(world, right, record);
  if (!record.arisen || record.closed) return arose;
  if (isVoid(world, right, record)) return true;
  const Answer last = evaluate(world, right.last, record.environment);
  record.deadline = last.moment() != nullptr ? std::optional(*last.moment()) : std::nullopt;
  record.latestDeadline = last.latest;
  Status status = statusOf(world, right, record, last);
  const bool moved = status.name != record.status || status.closed;
  record.status = status.name;
  if (moved || status.since) record.since = status.since;
  record.questions = status.questions;
  record.closed = status.closed;
  record.assumed = record.condition.assumed;
  return moved;
}

}  // namespace

bool updateRights(World& world) {
  bool changed = false;
  world.work.each(UnitKind::right, [&](std::uint32_t index) {
    const Right& right = world.graph.rights[index];
    if (!world.active(right.guard)) return;
    const Unit unit = world.plan.unit(UnitKind::right, index);
    std::vector<RightRecord>& records = world.rights[index];
    changed = addRecords(world, unit, right.binders, records, [](RightRecord&) {}) || changed;
    changed = takeDue(world, unit, records, [&](Row row) { return update(world, right, records[row]); }) || changed;
  });
  return changed;
}

}  // namespace beding::engine
