"""Compiles clauses, tells what happens, and asks what holds, why, and what if."""

import sys
from datetime import date
from decimal import Decimal

import beding


def show(dossier):
    outcomes = dossier.outcomes()
    print(f"{outcomes.document} op {outcomes.as_of}")
    for outcome in outcomes:
        print(f"  {outcome.lid} {outcome.norm} {outcome.key}: {outcome.status}", outcome.due or "", outcome.amount or "")


graph = beding.compile(sys.argv[1])
dossier = beding.Evaluation(graph)
dossier.apply({"op": "2026-03-02", "gebeurtenis": "factuur verzonden", "factuur": "F1", "bedrag": Decimal("1000.00")})
dossier.advance(date(2026, 3, 31))
show(dossier)
print(dossier.why_text("rente", "F1").splitlines()[0])

# What if it was paid in time? The saved state goes on apart from the dossier.
supposed = beding.Evaluation.resume(graph, dossier.save())
supposed.apply({"op": date(2026, 3, 16), "gebeurtenis": "betaling ontvangen", "factuur": "F1", "bedrag": 1000})
show(supposed)

# Many contracts: the library reads the file itself, contract by contract.
portfolio = beding.Portfolio(graph, sys.argv[2], as_of=date(2026, 3, 31))
while True:
    try:
        contract = next(portfolio)
    except StopIteration:
        break
    except beding.InvalidInput as problem:  # costs that contract only
        print(problem)
    else:
        print(contract.name, [outcome.status for outcome in contract.outcomes])
