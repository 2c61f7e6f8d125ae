"""How outcomes and graphs look in a notebook: a table, and drawings."""

from html import escape

from .chart import chart

COLUMNS = ("lid", "naam", "sleutel", "status", "drager", "uiterlijk", "sinds", "bedrag", "open")


def _cell(name, value):
    right = ' style="text-align:right"' if name in ("bedrag", "open") else ""
    return f"<td{right}>{escape('' if value is None else str(value))}</td>"


def _row(row):
    row = {**row, "status": row["status"] or row["waarde"]}
    return "<tr>" + "".join(_cell(name, row[name]) for name in COLUMNS) + "</tr>"


def outcomes_html(self):
    """Of outcomes: a table, and below it what is asked."""
    head = "".join(f"<th>{name}</th>" for name in COLUMNS)
    rows = "".join(map(_row, self.rows()))
    asked = "".join(f"<li>{escape(question.text)} <code>{escape(question.id)}</code></li>"
                    for question in self.questions)
    questions = f"<p>Vragen</p><ul>{asked}</ul>" if asked else ""
    return (f"<table><caption>{escape(self.document)} op {self.as_of}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{questions}")


class Drawing(str):
    """An SVG that a notebook shows."""

    def _repr_svg_(self):
        return str(self)


def drawing_of_graph(self, around=""):
    """The same as a notebook shows it."""
    return Drawing(self.svg(around))


def drawing_of_outcomes(self):
    """The outcomes that have days, on a time line: of each its term, its deadline and its status."""
    return Drawing(chart(self))
