"""The sum as tools/golden/summary.py reads it, and what the tests share."""

from decimal import Decimal
from pathlib import Path

import pytest

import beding

CONSUMERS = Path(__file__).resolve().parents[1] / "consumers"


def pytest_terminal_summary(terminalreporter):
    stats = terminalreporter.stats
    failed = len(stats.get("failed", [])) + len(stats.get("error", []))
    terminalreporter.write_line(f"{len(stats.get('passed', []))} passed, {failed} failed")


@pytest.fixture(scope="session")
def graph():
    """Payment within 14 days (6.5), and statutory interest (6.8)."""
    return beding.compile(str(CONSUMERS / "verhuur.beding"))


@pytest.fixture
def invoice():
    return {"op": "2026-03-02", "gebeurtenis": "factuur verzonden", "factuur": "F1", "bedrag": Decimal("1000.00")}


@pytest.fixture
def dossier(graph, invoice):
    evaluation = beding.Evaluation(graph)
    evaluation.apply(invoice)
    return evaluation
