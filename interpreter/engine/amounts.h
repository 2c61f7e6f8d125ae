// What goes into the ledger: invoices, payments, and the amounts that lids make due.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Step 2 of an instant: daily sums grow, invoices are posted, payments allocated, interest charged.
void enterLedger(World& world);
/// Credit meets what has fallen due; true when it did.
bool useCredit(World& world);
/// Credit meets the next claim on the day it falls due: asks for that instant.
void wakeForCredit(World& world);
/// Amounts that arise, run or stop in this instant; true when any changed.
bool updateAmounts(World& world);
/// Brings sums per day up to the present day.
void growDailySums(World& world);

/// How many days carry the daily sum of an amount per day, up to the present day.
std::int64_t dailyCount(const World& world, const graph::Amount& amount, const AmountRecord& record);

}  // namespace beding::engine
