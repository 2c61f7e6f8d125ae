// The fields of everything that a graph holds, in their order, for who walks through a whole graph: to write or read
// it, to look at everything of one type. Each list binds every field of its struct: one that is added there and not
// here does not compile.
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include "graph/graph.h"

namespace beding::graph {

/// fields(archive, each) calls archive(field...) with all fields; they are constant when `each` is.
#define BEDING_FIELDS(Type, ...)                         \
  template <class Archive, class Each>                   \
  requires std::same_as<std::remove_const_t<Each>, Type> \
  void fields(Archive& archive, Each& each) {            \
    auto& [__VA_ARGS__] = each;                          \
    archive(__VA_ARGS__);                                \
  }                                                      \
  constexpr std::string_view namesOf(const Type*) { return #Type ": " #__VA_ARGS__; }

// clang-format off
BEDING_FIELDS(Span, file, begin, end)

// --- Values
BEDING_FIELDS(Money, euros)
BEDING_FIELDS(Date, days)
BEDING_FIELDS(Instant, seconds)
BEDING_FIELDS(Moment, day, instant)
BEDING_FIELDS(Duration, count, unit)
BEDING_FIELDS(TermRule, direction, extension, rounding)
BEDING_FIELDS(RateChange, from, rate)
BEDING_FIELDS(RateTable, name, changes, confirmedUntil, source)
BEDING_FIELDS(EquatedDays::Stretch, from, to)
BEDING_FIELDS(EquatedDays, days, known)

// --- What timelines may contain
BEDING_FIELDS(Attribute, name, type, otherTypes, required, isKey, isActor, isForm, standsForOp, standard, choices,
              aliases)
BEDING_FIELDS(EventType, name, attributes, derived)

// --- What every node has
BEDING_FIELDS(Provenance, document, lid, span, line, file, text)
BEDING_FIELDS(ReadingGuard, issue, reading)
BEDING_FIELDS(Issue, where, name, readings, standard)
BEDING_FIELDS(PartyRef, fixed, slot, other, expression)

// --- Expressions, occurrences, instances
BEDING_FIELDS(Expression, op, type, value, index, slot, followed, rule, operands, span, words)
BEDING_FIELDS(PatternAlternative, type, where)
BEDING_FIELDS(Pattern, alternatives, occurrence, atReceipt, words, act)
BEDING_FIELDS(Entity, where, name, created, isClaim, keyAttribute)
BEDING_FIELDS(Binder, entity, where)
BEDING_FIELDS(Form, name, covers, spellings, reliable)
BEDING_FIELDS(Trigger, pattern, becomes)

// --- What has a value or a truth in time
BEDING_FIELDS(Parameter, where, guard, name, type, value, deviable, deviationForm, deviationExplicit, minimum,
              reported, beside, agreedIn, displaced)
BEDING_FIELDS(AgreementRule, where, guard, entity, condition)
BEDING_FIELDS(Quantity, where, guard, name, type, binders, value, condition, otherwise, reported, parameter,
              derogates, derogatesFrom)
BEDING_FIELDS(State, where, guard, name, binders, begins, beginCondition, ends, during, unless, voidWhen, lastDay, bearer,
              report, defeatedBy)
BEDING_FIELDS(Judgement, where, guard, words, question, subject, type, assumed, fromJudgement)

// --- Norms
BEDING_FIELDS(Act, where, name, parameters, doneBy, fulfilledWhen, atReceipt, forms)
BEDING_FIELDS(Term, last, anchor, soft, prompt)
BEDING_FIELDS(Norm, where, guard, name, kind, binders, bearer, counterparty, act, arguments, alternatives,
              choice, trigger, perOccurrence, condition, during, until, unless, voidWhen, term, form, formSatisfiedOnlyBy,
              exerciseCondition, requirement, oncePer, oncePerCalendarYear, rollingYearUnder, dateAttribute, effectTime,
              noticePeriod, againstDay, repeatable, consent, defeats, lifts, beside, without, interim, surviving,
              survivesUntil, survivesByNature, neverSuspended, occurrenceSlot, standing, breachWhen, namedDay,
              lateWithoutEffect)
BEDING_FIELDS(Ranking, where, guard, first, second)

// --- Claims
BEDING_FIELDS(Amount, where, guard, name, kind, post, binders, debtor, creditor, owed, trigger, condition,
              during, unless, voidWhen, value, daily, firstDayCounts, firstDayCountsUnder, occurrences, table, rate, capitalises,
              daysPerYear, due, defeats)
BEDING_FIELDS(Right, where, guard, name, binders, holder, trigger, used, last, lapsedBy, condition, voidWhen, keptFor,
              noSanction, defeats)
BEDING_FIELDS(Limit, where, guard, name, kind, binders, bearer, counterparty, condition, unless, voidWhen, amount, perYear,
              damage, groupAttribute, together, defeats, beside)
BEDING_FIELDS(Property, where, guard, name, value)

// --- What goes on by itself
BEDING_FIELDS(Effect, where, guard, kind, act, which, trigger, during, targets, allOf, claims, shows, binders, condition)
BEDING_FIELDS(ContractTerm, declared, start, duration, renewal, reports)
BEDING_FIELDS(LedgerRules, invoice, amount, invoiceDate, payment, otherPayments, advance, advanceAmount,
              advanceDue, paymentReceived, paymentAmount, paymentCurrency, paymentFor, interestCharged, chargedFor, chargedAmount, ignoreDesignation, order, orderFromClause, where)
BEDING_FIELDS(Derivation, type, from, key, party, lid, first, last)
BEDING_FIELDS(IgnoredHoliday, name, guard)

// --- The whole
BEDING_FIELDS(DocumentRank, first, second, where)
BEDING_FIELDS(Agent, name, party)
BEDING_FIELDS(Note, where, text)
BEDING_FIELDS(Theme, where, name)
BEDING_FIELDS(CoverageEntry, lid, status, reason)
BEDING_FIELDS(Graph, document, title, contractorName, clientName, events, entities, expressions, patterns,
              parameters, quantities, agreementRules, states, judgements, acts, forms, issues, norms, amounts, rights,
              limits, properties, effects, rankings, documentRanks, agents, notes, themes, coverage, term, ledger,
              inForce, formation, closingDay, ignoredHolidays, derivations, rateTables, equatedDays)
// clang-format on

#undef BEDING_FIELDS

/// A struct whose fields are listed above.
template <class T>
concept Described = requires(const T* each) {
  namesOf(each);
};

}  // namespace beding::graph
