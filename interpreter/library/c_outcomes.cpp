// The C interface: outcomes, questions and reasons as structs.
#include "library/c.h"

using namespace beding::v1;

namespace {

beding_moment momentOf(const std::optional<Moment>& moment) {
  if (!moment) return {};
  return {1, dateOf(moment->date), moment->second ? 1 : 0, moment->second.value_or(0)};
}

beding_amount amountOf(const std::optional<Cents>& cents) {
  return cents ? beding_amount{1, cents->count} : beding_amount{};
}

beding_outcome seen(const Outcome& from) {
  beding_outcome outcome{};
  outcome.lid = from.lid.c_str();
  outcome.norm = from.norm.c_str();
  outcome.kind = static_cast<beding_kind>(from.kind);
  outcome.key = from.key.c_str();
  outcome.status = from.status.c_str();
  outcome.bearer = from.bearer.c_str();
  outcome.counterparty = from.counterparty.c_str();
  outcome.value = from.value.c_str();
  outcome.reason = from.reason.c_str();
  outcome.from = momentOf(from.from);
  outcome.due = momentOf(from.due);
  outcome.latest_due = momentOf(from.latestDue);
  outcome.to = momentOf(from.to);
  outcome.since = momentOf(from.since);
  outcome.amount = amountOf(from.amount);
  outcome.open = amountOf(from.open);
  outcome.charged = from.charged ? int{*from.charged} : -1;
  outcome.dormant = int{from.dormant};
  outcome.violations = from.violations.size();
  outcome.segments = from.segments.size();
  outcome.self = &from;
  return outcome;
}

beding_violation seen(const Violation& from) { return {momentOf(from.from), momentOf(from.to), from.event.c_str()}; }

beding_segment seen(const Segment& from) {
  return {dateOf(from.from),       dateOf(from.to),   from.base.count,
          from.percentage.c_str(), from.amount.count, int{from.confirmed}};
}

beding_question seen(const Question& from) {
  return {from.id.c_str(), from.text.c_str(), from.neededFor.size(), from.subjects.size(), &from};
}

beding_reason seen(const Reason& from) {
  return {from.text.c_str(), from.lid.c_str(), from.source.c_str(), from.because.size(), &from};
}

/// What a struct was made of; nothing of NULL.
template <class From, class Struct>
const From* behind(const Struct* seenAs) {
  return seenAs == nullptr ? nullptr : static_cast<const From*>(seenAs->self);
}

/// Sets `into` to what stands there; 0 when nothing does.
template <class List, class Struct>
int got(const List* list, size_t index, Struct* into) {
  if (list == nullptr || into == nullptr || index >= list->size()) return 0;
  *into = seen((*list)[index]);
  return 1;
}

const char* textAt(const std::vector<std::string>* texts, size_t index) {
  return texts == nullptr || index >= texts->size() ? nullptr : (*texts)[index].c_str();
}

const char* dutchAt(const std::vector<Text>& texts, size_t index) {
  return index < texts.size() ? texts[index].dutch.c_str() : nullptr;
}

}  // namespace

const char* beding_kind_name(beding_kind kind) {
  return kind < BEDING_OBLIGATION || kind > BEDING_PROPERTY ? "" : kindName(static_cast<Kind>(kind)).data();
}

// ----------------------------------------------------------------------------------------------------------- outcomes

void beding_outcomes_free(beding_outcomes* outcomes) { delete outcomes; }

int beding_outcomes_day(const beding_outcomes* outcomes, beding_date* day) {
  if (outcomes == nullptr || day == nullptr) return 0;
  *day = dateOf(outcomes->outcomes.asOf);
  return 1;
}

size_t beding_outcomes_count(const beding_outcomes* outcomes) {
  return outcomes == nullptr ? 0 : outcomes->outcomes.outcomes.size();
}

int beding_outcomes_get(const beding_outcomes* outcomes, size_t index, beding_outcome* outcome) {
  return got(outcomes == nullptr ? nullptr : &outcomes->outcomes.outcomes, index, outcome);
}

int beding_violation_get(const beding_outcome* outcome, size_t index, beding_violation* violation) {
  const auto* from = behind<Outcome>(outcome);
  return got(from == nullptr ? nullptr : &from->violations, index, violation);
}

int beding_segment_get(const beding_outcome* outcome, size_t index, beding_segment* segment) {
  const auto* from = behind<Outcome>(outcome);
  return got(from == nullptr ? nullptr : &from->segments, index, segment);
}

const char* beding_outcomes_assumption(const beding_outcomes* outcomes, size_t index) {
  return outcomes == nullptr ? nullptr : dutchAt(outcomes->outcomes.assumptions, index);
}

const char* beding_outcomes_warning(const beding_outcomes* outcomes, size_t index) {
  return outcomes == nullptr ? nullptr : dutchAt(outcomes->outcomes.warnings, index);
}

// ---------------------------------------------------------------------------------------------------------- questions

size_t beding_questions_count(const beding_outcomes* outcomes) {
  return outcomes == nullptr ? 0 : outcomes->outcomes.questions.size();
}

int beding_questions_get(const beding_outcomes* outcomes, size_t index, beding_question* question) {
  return got(outcomes == nullptr ? nullptr : &outcomes->outcomes.questions, index, question);
}

const char* beding_question_needed_for(const beding_question* question, size_t index) {
  const auto* from = behind<Question>(question);
  return textAt(from == nullptr ? nullptr : &from->neededFor, index);
}

const char* beding_question_subject(const beding_question* question, size_t index) {
  const auto* from = behind<Question>(question);
  return textAt(from == nullptr ? nullptr : &from->subjects, index);
}

// ------------------------------------------------------------------------------------------------------------ reasons

void beding_explanations_free(beding_explanations* explanations) { delete explanations; }

size_t beding_explanations_count(const beding_explanations* explanations) {
  return explanations == nullptr ? 0 : explanations->explanations.size();
}

int beding_explanations_get(const beding_explanations* explanations, size_t index, beding_outcome* outcome,
                            beding_reason* why) {
  if (index >= beding_explanations_count(explanations)) return 0;
  const Explanation& from = explanations->explanations[index];
  if (outcome != nullptr) *outcome = seen(from.outcome);
  if (why != nullptr) *why = seen(from.why);
  return 1;
}

int beding_reason_because(const beding_reason* reason, size_t index, beding_reason* step) {
  const auto* from = behind<Reason>(reason);
  return got(from == nullptr ? nullptr : &from->because, index, step);
}
