"""What is wrong is refused in words that say which argument and what was expected: never with those of the binding."""

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import beding
from conftest import CONSUMERS

LONE = "F\ud800"  # half of a pair of surrogates


def refused(act):
    with pytest.raises((TypeError, beding.Error)) as problem:
        act()
    assert not any(word in str(problem.value) for word in ("std::", "pybind", "C++", "Invoked", "_beding"))
    return problem.value


@pytest.mark.parametrize("event, said", [
    ({1: 2}, "de naam van een veld: een int kan niet; geef str"),
    ({"factuur": [1, 2]}, "factuur, in de lijst: een int kan niet; geef str"),
    ({"factuur": ["F1", None]}, "factuur, in de lijst: een NoneType kan niet; geef str"),
    ({"factuur": {"F1"}}, "factuur: een set kan niet; geef str, int, bool, Decimal"),
    ({"factuur": b"F1"}, "factuur: een bytes kan niet"),
    ({"op": timedelta(1)}, "op: een timedelta kan niet"),
    ([], "event: een list kan niet; geef een dict"),
    (None, "event: een NoneType kan niet; geef een dict"),
])
def test_an_event_of_other_types_is_a_type_error(graph, event, said):
    problem = refused(lambda: beding.Evaluation(graph).apply(event))
    assert isinstance(problem, TypeError) and str(problem).startswith(said)


@pytest.mark.parametrize("event", [{"factuur": LONE}, {LONE: "F1"}, {"factuur": ["F1", LONE]}])
def test_a_text_that_is_no_unicode_is_invalid_input(graph, event):
    problem = refused(lambda: beding.Evaluation(graph).apply(event))
    assert isinstance(problem, beding.InvalidInput) and "geen Unicode" in problem.dutch
    assert "not Unicode" in problem.english


class Odd:
    """Of no type that anything takes."""


def entries(graph, dossier):
    """Everything that takes an argument, and what of the wrong ones below it does take."""
    file = CONSUMERS / "dossiers.jsonl"
    for entry in (beding.load, beding.load_file, beding.compile, beding.remarks, beding.compile_text, beding.Evaluation,
                  graph.mermaid, graph.json, graph.dot, graph.svg, graph.drawing, dossier.apply, dossier.apply_lines,
                  dossier.advance, dossier.outcomes, dossier.json, dossier.table, dossier.why, dossier.why_json,
                  dossier.why_text, beding.Evaluation.timeline_in):
        yield entry, ()
    yield graph.keep, (int,)
    yield lambda x: beding.compile_text("", x), ()
    yield lambda x: beding.Evaluation(graph, x), ()
    yield lambda x: dossier.why("6.5", x), ()
    yield lambda x: beding.Evaluation.resume(graph, x), ()
    yield lambda x: beding.Evaluation.resume(x, b""), ()
    yield lambda x: beding.Portfolio(x, file), ()
    yield lambda x: beding.Portfolio(graph, x), ()
    yield lambda x: beding.Portfolio(graph, file, readings=x), ()
    yield lambda x: beding.Portfolio(graph, file, all=x), ()
    yield lambda x: beding.Portfolio(graph, file, as_of=x), (type(None),)
    yield lambda x: beding.Portfolio(graph, file, as_known_on=x), (type(None),)
    yield lambda x: beding.Portfolio(graph, file, threads=x), (int,)
    yield lambda x: beding.Portfolio(graph, file, memory=x), (int,)


@pytest.mark.parametrize("wrong", [Odd(), None, 3, 1.5, b"x", ["x"], {"x": 1}, LONE, object, Path])
def test_no_entry_takes_what_it_cannot_use(graph, dossier, wrong):
    for entry, fits in entries(graph, dossier):
        if type(wrong) not in fits:
            assert str(refused(lambda: entry(wrong)))


def test_numbers_have_bounds(graph):
    for threads in (-1, 2**40, 10**4000):
        assert "van 0 tot en met" in str(refused(lambda: beding.Portfolio(graph, "x", threads=threads)))
    with pytest.raises(TypeError, match="threads: een bool kan niet"):
        beding.Portfolio(graph, "x", threads=True)


@pytest.mark.parametrize("number", [Decimal("1E+1000000000"), Decimal("1E-1000000000"), Decimal(10)**100, 10**4000,
                                    Decimal("0." + 101 * "1")])
def test_a_number_is_not_written_out_without_end(graph, invoice, number):
    problem = refused(lambda: beding.Evaluation(graph).apply({**invoice, "bedrag": number}))
    assert problem.dutch == "bedrag: dit getal heeft meer dan 100 cijfers; geef een kleiner of minder fijn getal"


def test_a_number_of_a_hundred_digits_is_written_out(graph, invoice):
    largest = 10**100 - 1
    for number in (largest, Decimal(largest)):
        evaluation = beding.Evaluation(graph)
        evaluation.apply({**invoice, "bedrag": number})
        assert str(int(number)) in evaluation.timeline


def test_messages_do_not_repeat_long_values(graph, invoice):
    problem = refused(lambda: beding.Evaluation(graph).apply({**invoice, "bedrag": "x" * 10**6}))
    assert "xxx…" in problem.dutch and len(problem.dutch) < 400


def test_messages_do_not_repeat_long_questions(graph, dossier):
    longer = "x" * 10**5
    for act in (lambda: dossier.why(longer), lambda: dossier.why("6.5", longer), lambda: graph.json(longer),
                lambda: graph.drawing(longer), lambda: beding.Evaluation(graph, [longer]),
                lambda: beding.Evaluation(graph, [f"{longer}/{longer}={longer}"]),
                lambda: dossier.apply({"op": "2026-03-03", "gebeurtenis": longer})):
        assert len(refused(act).dutch) < 700


def test_an_amount_of_thousandths_is_not_taken_for_thousands(graph, invoice):
    problem = refused(lambda: beding.Evaluation(graph).apply({**invoice, "bedrag": Decimal("1.005")}))
    assert "hoogstens twee decimalen" in problem.dutch and '"1005" als de punt duizendtallen scheidt' in problem.dutch


def fails():
    beding.compile("nergens")


@pytest.mark.parametrize("kind, code", [(beding.WrongUsage, 2), (beding.InvalidInput, 3), (beding.InternalError, 4),
                                        (beding.WrongVersion, 5)])
def test_errors_can_be_copied_and_kept(kind, code):
    error = kind("fout", "wrong")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is kind
        assert (str(again), again.dutch, again.english, again.code) == ("fout", "fout", "wrong", code)


def test_errors_come_back_from_other_processes():
    with ProcessPoolExecutor(1) as pool, pytest.raises(beding.InvalidInput, match="nergens") as problem:
        pool.submit(fails).result()
    assert "there is no file" in problem.value.english


def test_paths_are_taken_wherever_a_document_or_file_is(graph, tmp_path):
    bgraf = tmp_path / "verhuur.bgraf"
    bgraf.write_bytes(graph.bgraf())
    clauses = CONSUMERS / "verhuur.beding"
    assert beding.load_file(bgraf).document == beding.compile(clauses).document == "verhuur"
    assert beding.remarks(clauses) == ""
    assert len(beding.Portfolio(graph, CONSUMERS / "dossiers.jsonl", as_of=date(2026, 3, 31))) == 4
    with pytest.raises(beding.InvalidInput, match="hier.beding:1:"):
        beding.compile_text("kapot", Path("hier.beding"))
    for seen in (bytearray(graph.bgraf()), memoryview(graph.bgraf())):
        assert beding.load(seen).document == "verhuur"
