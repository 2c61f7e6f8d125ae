"""How outcomes and graphs look in a notebook: a table, and a drawing."""

from html import escape

COLUMNS = ("lid", "naam", "sleutel", "status", "drager", "uiterlijk", "sinds", "bedrag", "open")


def _cell(name, value):
    right = ' style="text-align:right"' if name in ("bedrag", "open") else ""
    return f"<td{right}>{escape('' if value is None else str(value))}</td>"


def _row(row):
    row = {**row, "status": row["status"] or row["waarde"]}
    return "<tr>" + "".join(_cell(name, row[name]) for name in COLUMNS) + "</tr>"


def outcomes_html(outcomes):
    """The outcomes as a table, and below it what is asked."""
    head = "".join(f"<th>{name}</th>" for name in COLUMNS)
    rows = "".join(map(_row, outcomes.rows()))
    asked = "".join(f"<li>{escape(question.text)} <code>{escape(question.id)}</code></li>"
                    for question in outcomes.questions)
    questions = f"<p>Vragen</p><ul>{asked}</ul>" if asked else ""
    return (f"<table><caption>{escape(outcomes.document)} op {outcomes.as_of}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{questions}")


class Drawing(str):
    """An SVG that a notebook shows."""

    def _repr_svg_(self):
        return str(self)
