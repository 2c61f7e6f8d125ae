// The fields of everything that a graph holds, in their order. Writing, reading and the shape of the format all walk
// these lists. Each list binds every field of its struct: one that is added there and not here does not compile.
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include "graph/graph.h"

namespace beding::bgraf {

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

// --- What timelines may contain
BEDING_FIELDS(Attribute, name, type, otherTypes, required, isKey, isActor, isForm, standsForOp, standard, choices,
              aliases)
BEDING_FIELDS(EventType, name, attributes, derived)

// --- What every node has
BEDING_FIELDS(graph::Provenance, document, lid, span, line, file, text)
BEDING_FIELDS(graph::ReadingGuard, issue, reading)
BEDING_FIELDS(graph::Issue, where, name, readings, standard)
BEDING_FIELDS(graph::PartyRef, fixed, slot, other, expression)

// --- Expressions, occurrences, instances
BEDING_FIELDS(graph::Expression, op, type, value, index, slot, followed, rule, operands, span, words)
BEDING_FIELDS(graph::PatternAlternative, type, where)
BEDING_FIELDS(graph::Pattern, alternatives, occurrence, atReceipt, words, act)
BEDING_FIELDS(graph::Entity, where, name, created, isClaim, keyAttribute)
BEDING_FIELDS(graph::Binder, entity, where)
BEDING_FIELDS(graph::Form, name, covers, spellings, reliable)
BEDING_FIELDS(graph::Trigger, pattern, becomes)

// --- What has a value or a truth in time
BEDING_FIELDS(graph::Parameter, where, guard, name, type, value, deviable, deviationForm, deviationExplicit, minimum,
              reported, beside, agreedIn, displaced)
BEDING_FIELDS(graph::AgreementRule, where, guard, entity, condition)
BEDING_FIELDS(graph::Quantity, where, guard, name, type, binders, value, condition, otherwise, reported, parameter,
              derogates, derogatesFrom)
BEDING_FIELDS(graph::State, where, guard, name, binders, begins, beginCondition, ends, during, unless, voidWhen, lastDay, bearer,
              report, defeatedBy)
BEDING_FIELDS(graph::Judgement, where, guard, words, question, subject, type, assumed, fromJudgement)

// --- Norms
BEDING_FIELDS(graph::Act, where, name, parameters, doneBy, fulfilledWhen, atReceipt, forms)
BEDING_FIELDS(graph::Term, last, anchor, soft, prompt)
BEDING_FIELDS(graph::Norm, where, guard, name, kind, binders, bearer, counterparty, act, arguments, alternatives,
              choice, trigger, perOccurrence, condition, during, until, unless, voidWhen, term, form, formSatisfiedOnlyBy,
              exerciseCondition, requirement, oncePer, oncePerCalendarYear, rollingYearUnder, dateAttribute, effectTime,
              noticePeriod, againstDay, repeatable, consent, defeats, lifts, beside, without, interim, surviving,
              survivesUntil, survivesByNature, neverSuspended, occurrenceSlot, standing, breachWhen, namedDay,
              lateWithoutEffect)
BEDING_FIELDS(graph::Ranking, where, guard, first, second)

// --- Claims
BEDING_FIELDS(graph::Amount, where, guard, name, kind, post, binders, debtor, creditor, owed, trigger, condition,
              during, unless, voidWhen, value, daily, firstDayCounts, firstDayCountsUnder, occurrences, table, rate, capitalises,
              daysPerYear, due, defeats)
BEDING_FIELDS(graph::Right, where, guard, name, binders, holder, trigger, used, last, lapsedBy, condition, voidWhen, keptFor,
              noSanction, defeats)
BEDING_FIELDS(graph::Limit, where, guard, name, kind, binders, bearer, counterparty, condition, unless, voidWhen, amount, perYear,
              damage, groupAttribute, together, defeats, beside)
BEDING_FIELDS(graph::Property, where, guard, name, value)

// --- What goes on by itself
BEDING_FIELDS(graph::Effect, where, guard, kind, act, which, trigger, during, targets, allOf, claims, shows, binders, condition)
BEDING_FIELDS(graph::ContractTerm, declared, start, duration, renewal, reports)
BEDING_FIELDS(graph::LedgerRules, invoice, amount, invoiceDate, payment, otherPayments, advance, advanceAmount,
              advanceDue, paymentReceived, paymentAmount, paymentCurrency, paymentFor, interestCharged, chargedFor, chargedAmount, ignoreDesignation, order, orderFromClause, where)
BEDING_FIELDS(graph::Derivation, type, from, key, party, lid, first, last)
BEDING_FIELDS(graph::IgnoredHoliday, name, guard)

// --- The whole
BEDING_FIELDS(graph::DocumentRank, first, second, where)
BEDING_FIELDS(graph::Agent, name, party)
BEDING_FIELDS(graph::Note, where, text)
BEDING_FIELDS(graph::Theme, where, name)
BEDING_FIELDS(graph::CoverageEntry, lid, status, reason)
BEDING_FIELDS(graph::Graph, document, title, contractorName, clientName, events, entities, expressions, patterns,
              parameters, quantities, agreementRules, states, judgements, acts, forms, issues, norms, amounts, rights,
              limits, properties, effects, rankings, documentRanks, agents, notes, themes, coverage, term, ledger,
              inForce, formation, closingDay, ignoredHolidays, derivations, rateTables)
// clang-format on

#undef BEDING_FIELDS

/// A struct whose fields are listed above.
template <class T>
concept Described = requires(const T* each) {
  namesOf(each);
};

}  // namespace beding::bgraf
