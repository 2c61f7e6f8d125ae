"""Beding for Python: clauses compiled, evaluations that go on, outcomes and reasons.

    import beding
    from decimal import Decimal

    graph = beding.compile("vandeez")
    dossier = beding.Evaluation(graph)
    dossier.apply({"op": "2026-03-02", "gebeurtenis": "factuur verzonden", "factuur": "F1", "bedrag": Decimal("1000")})
    for outcome in dossier.outcomes():
        print(outcome.lid, outcome.status, outcome.due)

Amounts are Decimals in euros, exact; days are dates, and instants datetimes in Amsterdam. What goes wrong is an
exception of `beding.errors`. A graph may be shared by threads, and everything that takes time lets other threads go on;
an evaluation or a portfolio is for one thread at a time.
"""

from collections.abc import Sequence
from datetime import date, datetime

from ._beding import (Contract, Evaluation, Explanation, Graph, Outcome, Outcomes, Portfolio, Question, Reason, Segment,
                      Violation, __version__, compile, compile_text, load, load_file, remarks, shipped_documents)
from .errors import Error, InternalError, InvalidInput, WrongUsage, WrongVersion
from .notebook import Drawing, drawing_of_graph, drawing_of_outcomes, outcomes_html

__all__ = ["Contract", "Drawing", "Error", "Evaluation", "Explanation", "Graph", "InternalError", "InvalidInput",
           "Outcome", "Outcomes", "Portfolio", "Question", "Reason", "Segment", "Violation", "WrongUsage",
           "WrongVersion", "compile", "compile_text", "load", "load_file", "remarks", "shipped_documents"]

Moment = date | datetime

Sequence.register(Outcomes)
for _name in ("__contains__", "__reversed__", "index", "count"):
    setattr(Outcomes, _name, getattr(Sequence, _name))
Outcomes.drawing = drawing_of_outcomes
Outcomes._repr_html_ = outcomes_html
Graph.drawing = drawing_of_graph
Graph._repr_svg_ = lambda self: self.svg()
