"""The package as people use it; the figures are those of tests/consumers."""

import collections.abc
import datetime
import json
import threading
from datetime import date
from decimal import Decimal

import pytest

import beding
from conftest import CONSUMERS


def of(outcomes, norm):
    return next(outcome for outcome in outcomes if outcome.norm == norm)


def test_outcomes_are_dates_and_exact_amounts(dossier):
    dossier.advance(date(2026, 3, 31))
    outcomes = dossier.outcomes()
    assert (outcomes.document, outcomes.as_of, len(outcomes)) == ("verhuur", date(2026, 3, 31), 2)
    duty, interest = outcomes
    assert (duty.lid, duty.norm, duty.kind, duty.key) == ("verhuur:6.5", "betaling", "plicht", "F1")
    assert (duty.status, duty.due, duty.since) == ("geschonden", date(2026, 3, 16), date(2026, 3, 17))
    assert (duty.bearer, duty.counterparty, duty.amount) == ("Opdrachtgever", "Opdrachtnemer", None)
    assert (interest.amount, interest.open, interest.charged) == (Decimal("4.17"), Decimal("4.17"), False)
    assert str(interest.amount) == "4.17"
    segment = interest.segments[0]
    assert (segment.from_, segment.to, segment.base) == (date(2026, 3, 17), date(2026, 3, 31), Decimal("1000.00"))
    assert segment.percentage == "10.15"
    assert repr(duty) == "<Outcome verhuur:6.5 betaling F1: geschonden>"


def test_outcomes_are_a_sequence(dossier):
    dossier.advance(date(2026, 3, 31))
    outcomes = dossier.outcomes()
    duty, interest = outcomes
    assert isinstance(outcomes, collections.abc.Sequence)
    assert outcomes[-1].norm == "rente"
    for slice_of in (slice(None), slice(1), slice(1, None), slice(None, None, -1), slice(5, 9)):
        assert outcomes[slice_of] == [duty, interest][slice_of]
    assert (outcomes.index(interest), outcomes.count(duty), duty in outcomes) == (1, 1, True)
    assert list(reversed(outcomes)) == [interest, duty]
    assert repr(outcomes) == "<Outcomes verhuur 2026-03-31: 2>"
    for index in (2, -3, 2**80):
        with pytest.raises(IndexError, match="er zijn 2 uitkomsten"):
            outcomes[index]
    with pytest.raises(TypeError, match="index: een str kan niet"):
        outcomes["betaling"]
    with pytest.raises(ValueError):
        outcomes.index("betaling")


def test_json_is_that_of_the_command(dossier):
    said = json.loads(dossier.json())
    assert said["uitkomsten"][0]["lid"] == "verhuur:6.5"


def test_an_outcome_outlives_what_it_was_read_from(dossier):
    duty = dossier.outcomes()[0]
    assert duty.norm == "betaling"


def test_why_is_a_tree(dossier):
    dossier.advance(date(2026, 3, 31))
    explanation, = dossier.why("rente", "F1")
    texts = []

    def walk(reason):
        texts.append(reason.text)
        for each in reason.because:
            walk(each)

    walk(explanation.why)
    assert any("€ 1.000,00 × 10,15% × 15 / 365 = € 4,17" in text for text in texts)
    assert "€ 4,17" in dossier.why_text("6.8 rente")


def test_late_events_and_saved_states(graph, dossier):
    dossier.advance(date(2026, 3, 31))
    supposed = beding.Evaluation.resume(graph, dossier.save())
    supposed.apply_lines('{"op":"2026-03-16","gebeurtenis":"betaling ontvangen","factuur":"F1","bedrag":"1000.00"}\n')
    assert supposed.outcomes()[0].status == "nagekomen"
    assert dossier.outcomes()[0].status == "geschonden"
    assert supposed.today == date(2026, 3, 31)
    assert beding.Evaluation.timeline_in(dossier.save()) == dossier.timeline
    with pytest.raises(beding.InvalidInput):
        beding.Evaluation.resume(graph, dossier.save()[:-1])


def test_events_take_what_python_has(graph):
    evaluation = beding.Evaluation(graph)
    evaluation.apply({"op": date(2026, 3, 2), "gebeurtenis": "factuur verzonden", "factuur": "F1", "bedrag": 1000,
                      "factuurdatum": date(2026, 3, 1), "toelichting": None})
    evaluation.apply({"op": datetime.datetime(2026, 3, 9, 14, 5), "gebeurtenis": "betaling ontvangen",
                      "factuur": ["F1"], "bedrag": Decimal("1E+3")})
    assert '"bedrag":1000}' not in evaluation.timeline and '"bedrag":1000' in evaluation.timeline
    assert '"op":"2026-03-09T14:05:00"' in evaluation.timeline
    assert of(evaluation.outcomes(), "betaling").status == "nagekomen"
    with pytest.raises(TypeError, match="bedrag: een float kan niet"):
        evaluation.apply({"op": "2026-03-10", "gebeurtenis": "betaling ontvangen", "bedrag": 12.5})


def test_numbers_may_be_of_any_size(graph):
    evaluation = beding.Evaluation(graph)
    evaluation.apply({"op": "2026-03-02", "gebeurtenis": "factuur verzonden", "factuur": "F1", "bedrag": 10**30})
    evaluation.advance(date(2026, 3, 31))
    assert f'"bedrag":"{10**30}"' in evaluation.timeline
    with pytest.raises(beding.WrongUsage, match="64 bits"):
        evaluation.outcomes()
    with pytest.raises(TypeError, match="day: een str kan niet; geef een dag"):
        evaluation.advance("2026-04-01")


def test_terms_in_hours_are_datetimes_in_amsterdam():
    clauses = (CONSUMERS / "verhuur.beding").read_text(encoding="utf-8").replace("14 dagen", "48 uur")
    evaluation = beding.Evaluation(beding.compile_text(clauses))
    evaluation.apply({"op": "2026-07-01T23:30", "gebeurtenis": "factuur verzonden", "factuur": "F1", "bedrag": 1})
    due = of(evaluation.outcomes(), "betaling").due
    assert due.isoformat() == "2026-07-03T23:30:00+02:00"


def test_errors_have_a_kind_and_two_languages(graph, dossier):
    with pytest.raises(beding.InvalidInput) as unknown:
        dossier.apply({"op": "2026-03-10", "gebeurtenis": "factuur verzonde"})
    assert "factuur verzonden" in unknown.value.dutch
    assert unknown.value.english != unknown.value.dutch
    with pytest.raises(beding.InvalidInput, match='"op"'):
        dossier.apply({"gebeurtenis": "factuur verzonden"})
    with pytest.raises(beding.WrongUsage, match="boete"):
        dossier.why("boete")
    with pytest.raises(beding.WrongUsage, match="is voorbij"):
        dossier.advance(date(2026, 3, 1))
    with pytest.raises(beding.WrongUsage, match="geen kwestie"):
        beding.Evaluation(graph, ["6.5/x=y"])
    with pytest.raises(beding.InvalidInput, match="bedoelde u «vandeez»"):
        beding.compile("vandees")
    with pytest.raises(beding.InvalidInput, match="fout.beding:1:"):
        beding.compile_text("lid 5\n  Opdrachtgever moet iets.\n", "fout.beding")
    with pytest.raises(beding.InvalidInput):
        beding.load(b"iets anders")


def test_a_compiled_document_goes_through_its_bytes(graph, tmp_path):
    path = tmp_path / "verhuur.bgraf"
    path.write_bytes(graph.bgraf())
    assert beding.load_file(str(path)).title == beding.load(graph.bgraf()).title == "Verhuurvoorwaarden"
    assert "factuur verzonden" in json.dumps(json.loads(graph.timeline_schema()))
    assert beding.shipped_documents()


def test_a_portfolio_is_read_by_the_library(graph):
    portfolio = beding.Portfolio(graph, str(CONSUMERS / "dossiers.jsonl"), as_of=date(2026, 3, 31))
    assert len(portfolio) == 4
    told = {}
    while True:
        try:
            contract = next(portfolio)
        except StopIteration:
            break
        except beding.InvalidInput as problem:
            assert "dossiers.jsonl:3:" in problem.dutch
            continue
        told[contract.name] = [outcome.status for outcome in contract.outcomes]
    assert told == {"K1": ["geschonden", "verschuldigd"], "K2": ["open"], "K4": ["nagekomen"]}
    lines = beding.Portfolio(graph, str(CONSUMERS / "dossiers.jsonl"))
    assert json.loads(lines.next_json())["overeenkomst"] == "K1"
    assert len(beding.Portfolio(graph, str(CONSUMERS / "dossiers.jsonl"), memory=1)) == 4
    with pytest.raises(beding.InvalidInput):
        beding.Portfolio(graph, "/er/is/niets.jsonl")


def test_a_portfolio_as_known_on_a_day(graph, invoice, tmp_path):
    file = tmp_path / "dossiers.jsonl"
    later = {"vastgelegd": "2026-03-20", "corrigeert": "#1", "bedrag": "2000.00"}
    lines = [{**invoice, "bedrag": "1000.00", "overeenkomst": "K1", **more} for more in ({}, later)]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    def interest(known):
        contract, = beding.Portfolio(graph, file, as_of=date(2026, 3, 31), as_known_on=known)
        return of(contract.outcomes, "rente").amount

    assert interest(None) == interest(date(2026, 3, 20)) == Decimal("8.34")
    assert interest(date(2026, 3, 19)) == Decimal("4.17")


def test_threads_change_nothing_in_a_portfolio(graph, tmp_path):
    """Enough contracts for several blocks; the ninth has a mistake."""
    events = [{"overeenkomst": f"K{i}", "op": f"2026-03-{1 + i % 28:02}", "factuur": "F1", "bedrag": f"{100 + i}.00",
               "gebeurtenis": "factuur betaald" if i == 8 else "factuur verzonden"} for i in range(150)]
    file = tmp_path / "dossiers.jsonl"
    file.write_text("".join(json.dumps(event) + "\n" for event in events), encoding="utf-8")

    def told(threads):
        portfolio = beding.Portfolio(graph, str(file), as_of=date(2026, 4, 30), threads=threads)
        while True:
            try:
                line = portfolio.next_json()
            except beding.InvalidInput as problem:
                line = problem.dutch
            if line is None:
                return
            yield line

    alone = list(told(1))
    assert len(alone) == 150 and "dossiers.jsonl:9:" in alone[8] and '"overeenkomst":"K149"' in alone[149]
    for threads in (0, 2, 5):
        assert list(told(threads)) == alone


def test_notebooks_show_a_table_and_a_drawing(graph, dossier):
    dossier.advance(date(2026, 3, 31))
    table = dossier.outcomes()._repr_html_()
    assert "<td>verhuur:6.8</td>" in table and '<td style="text-align:right">4.17</td>' in table
    assert graph.drawing("6.5")._repr_svg_().lstrip().startswith("<?xml")
    assert "<svg" in graph._repr_svg_()
    assert "betaling" in graph.mermaid("6.5")
    assert not hasattr(beding.Outcomes, "_repr_svg_")  # a notebook would show that, and not the table
    assert dossier.outcomes().drawing()._repr_svg_().startswith("<svg")


def test_what_the_command_says_is_said_here_too(graph, dossier):
    dossier.advance(date(2026, 3, 31))
    assert "geschonden" in dossier.table() and "€ 4,17" in dossier.table()
    assert json.loads(dossier.why_json("rente", "F1"))["uitkomst"]["bedrag"] == "4.17"
    assert json.loads(graph.json("6.5"))["document"] == "verhuur"
    assert graph.dot().startswith("digraph")
    assert beding.remarks(str(CONSUMERS / "verhuur.beding")) == ""
    graph.keep(0)  # all is worked out anew, and said again
    assert dossier.outcomes()[1].amount == Decimal("4.17")
    graph.keep(1024)


def test_texts_in_tables_are_escaped(graph):
    evaluation = beding.Evaluation(graph)
    evaluation.apply({"op": "2026-03-02", "gebeurtenis": "factuur verzonden", "factuur": "<b>", "bedrag": 1})
    table = evaluation.outcomes()._repr_html_()
    assert "&lt;b&gt;" in table and "<b>" not in table


def test_threads_share_a_graph(graph, invoice):
    answers = []

    def work():
        evaluation = beding.Evaluation(graph)
        evaluation.apply(invoice)
        evaluation.advance(date(2026, 3, 31))
        answers.append(evaluation.json())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4 and len(set(answers)) == 1
