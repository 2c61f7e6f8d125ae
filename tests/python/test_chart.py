"""The drawing of outcomes on a time line."""

from datetime import date, datetime
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

import beding
from beding.chart import MOST_ROWS, chart

SVG = "{http://www.w3.org/2000/svg}"


def outcome(**given):
    said = dict.fromkeys(("from_", "due", "latest_due", "to", "since")) | dict.fromkeys(
        ("key", "value", "bearer", "reason"), "") | {"lid": "proef:1.1", "norm": "betaling", "status": "open"} | given
    return SimpleNamespace(**said)


class Table(list):
    document = "proef"
    as_of = date(2026, 3, 31)


def rows(svg):
    """The groups: each a row."""
    return ElementTree.fromstring(svg).findall(f"{SVG}g")


def texts(element):
    return [each.text for each in element.iter(f"{SVG}text")]


def bars(row):
    """(left, right) of what is drawn behind the status, faint and full."""
    return [(float(each.get("x")), float(each.get("x")) + float(each.get("width")))
            for each in row.iter(f"{SVG}rect") if each.get("rx")]


def test_each_outcome_with_days_is_a_row(dossier):
    dossier.advance(date(2026, 3, 31))
    drawing = dossier.outcomes().drawing()
    assert isinstance(drawing, beding.Drawing)
    duty, interest = rows(drawing)
    assert texts(duty) == ["6.5", "betaling F1", "geschonden"]
    assert duty.find(f"{SVG}title").text == (
        "verhuur:6.5 betaling F1: geschonden\nvanaf 2 mrt 2026\nuiterlijk 16 mrt 2026\nsinds 17 mrt 2026\n"
        "drager Opdrachtgever")
    assert texts(interest)[2] == "verschuldigd"
    assert "verhuur op 31 mrt 2026" in drawing and "16 mrt" in drawing


def test_what_has_no_days_is_left_out():
    assert rows(chart(Table())) == []
    assert "Geen uitkomst heeft een dag." in chart(Table([outcome()]))
    assert len(rows(chart(Table([outcome(), outcome(since=date(2026, 3, 1))])))) == 1


def test_a_bar_runs_to_where_its_status_ends():
    begin, due, today = date(2026, 3, 2), date(2026, 3, 16), Table.as_of
    table = Table([outcome(from_=begin, due=due),
                   outcome(from_=begin, due=due, since=date(2026, 3, 17), status="geschonden"),
                   outcome(from_=begin, due=due, since=date(2026, 3, 9), status="nagekomen"),
                   outcome(from_=begin, to=date(2026, 3, 9)), outcome(from_=begin), outcome(from_=today, to=today)])
    (_, open_), (faint, late), (_, done), (_, ended), (_, going), (_, now) = map(bars, rows(chart(table)))
    assert done[1] == ended[1] and done[1] - done[0] == pytest.approx(now[1] - now[0], abs=0.2)  # the day it was done
    assert ended[1] < open_[1] < going[1] == late[1] == now[1]
    assert faint[0] == open_[0] and late[0] == pytest.approx(open_[1], abs=0.2)


def test_texts_are_escaped():
    odd = "<script>&\"'\x00\x1b]"
    svg = chart(Table([outcome(key=odd, bearer=odd, reason=odd, since=date(2026, 3, 1))]))
    row, = rows(svg)
    assert "<script" not in svg and texts(row)[1] == "betaling <script>&\"'\ufffd\ufffd]"
    assert "<script>" in row.find(f"{SVG}title").text


def test_a_picture_is_bounded():
    table = Table([outcome(key="x" * 10000, reason="y" * 10000, since=date(2026, 1, 1 + i % 28)) for i in range(1000)])
    svg = chart(table)
    assert len(rows(svg)) == MOST_ROWS
    assert "en nog 800 uitkomsten" in svg
    assert len(texts(rows(svg)[0])[1]) < 50
    assert float(ElementTree.fromstring(svg).get("height")) < 5000 and len(svg) < 400_000


@pytest.mark.parametrize("days", [
    {"from_": date.min, "due": date.max}, {"from_": date.max}, {"to": date.min}, {"since": date(2026, 4, 30)},
    {"from_": datetime(2026, 3, 30, 9, 30), "due": datetime(2026, 3, 31, 9, 30)},
    {"from_": date(2020, 2, 29), "due": date(2026, 5, 1)}, {"from_": date(2025, 11, 30)}])
def test_any_day_has_a_place(days):
    for day in (Table.as_of, date.min, date.max):
        table = Table([outcome(**days)])
        table.as_of = day
        row, = rows(chart(table))
        for left, right in bars(row):
            assert 320 <= left <= right <= 795
    assert len(texts(ElementTree.fromstring(chart(Table([outcome(**days)]))))) < 40


def test_months_and_years_are_named():
    def named(begin, end):
        return texts(ElementTree.fromstring(chart(Table([outcome(from_=begin, to=end)]))))

    assert {"dec", "jan", "mrt", "2026"} <= set(named(date(2025, 11, 20), date(2026, 6, 1)))
    assert {"2", "2 mrt", "30 mrt"} & set(named(date(2026, 3, 1), date(2026, 3, 31))) == {"2 mrt", "30 mrt"}
    assert {"2020", "2026"} <= set(named(date(2018, 1, 1), date(2027, 1, 1)))
