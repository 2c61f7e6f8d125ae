"""Outcomes on a time line, as an SVG: of each a bar from the day it began, its deadline, and its status."""

import math
import re
from datetime import date, datetime
from html import escape

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")

RED, ORANGE, GREEN, BLUE, PURPLE = "#b83227", "#a8620a", "#1d7a43", "#21659c", "#7a3b96"
PALE, GREY, INK = "#54799a", "#6b7680", "#14181c"  # of what simply holds, of everything else, of names
COLOURS = {"geschonden": RED, "overtreden": RED, "ongeldig": RED,
           "te-laat-nagekomen": ORANGE, "verschuldigd": ORANGE,
           "nagekomen": GREEN, "voldaan": GREEN, "geldig": GREEN,
           "open": BLUE, "nog-niet-opeisbaar": BLUE, "uitgeoefend": BLUE,
           "geldt": PALE, "beschikbaar": PALE, "ja": PALE, "bestaat": PALE, "van-toepassing": PALE,
           "onbekend": PURPLE}

OVER = ("nagekomen", "te-laat-nagekomen", "voldaan", "vervallen", "uitgeoefend", "geldig", "ongeldig")
"""Nothing goes on after the day on which these came to be."""

WIDTH, LEFT, RIGHT = 960, 320, 790  # of the picture, and where the days begin and end
HEAD, ROW = 44, 22
MOST_ROWS = 200
MOST_DAYS = 3660  # before and after the day of the outcomes: one day in 9999 does not squeeze the others
LETTER = 7  # its width in a label, about


def _text(value):
    """For XML, which cannot hold every character."""
    return escape(re.sub("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", str(value)))


def _shortened(text, width):
    """What of it fits in so many pixels."""
    most = int(width / LETTER)
    return text if len(text) <= most else text[:most - 1] + "…"


def _spoken(moment):
    """14 mrt 2026, or 14 mrt 2026 09:30."""
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{day} {moment:%H:%M}" if isinstance(moment, datetime) else day


def _begin(moment):
    """In days; of a day its first moment."""
    part = (moment.hour * 60 + moment.minute) / 1440 if isinstance(moment, datetime) else 0
    return moment.toordinal() + part


def _end(moment):
    """The same, of a day its last moment."""
    return _begin(moment) + (0 if isinstance(moment, datetime) else 1)


class Row:
    """What is drawn of an outcome. `begin` and `end` are those of its bar, and `since` when its status began."""

    def __init__(self, outcome, document, as_of):
        self.outcome = outcome
        self.status = outcome.status or outcome.value
        self.colour = COLOURS.get(outcome.status, GREY)
        self.lid = outcome.lid.removeprefix(document + ":")
        self.begin = _begin(outcome.from_ or outcome.since or outcome.due or outcome.to)
        self.since = _begin(outcome.since) if outcome.since else self.begin
        self.end = max(self._last_moment(as_of), self.begin)
        self.deadlines = [_end(day) for day in (outcome.due, outcome.latest_due) if day]

    def _last_moment(self, as_of):
        outcome = self.outcome
        if outcome.to:
            return _end(outcome.to)
        if outcome.since and outcome.status in OVER:
            return _end(outcome.since)
        if outcome.due and self.since < _end(outcome.due):
            return _end(outcome.latest_due or outcome.due)
        return _end(as_of)

    def days(self):
        return [self.begin, self.since, self.end, *self.deadlines]

    def told(self):
        """What is shown when one points at it."""
        outcome = self.outcome
        lines = [f"{outcome.lid} {outcome.norm} {outcome.key}".rstrip() + f": {self.status}"]
        days = {"vanaf": outcome.from_, "uiterlijk": outcome.due, "uiterlijk laatst": outcome.latest_due,
                "tot": outcome.to, "sinds": outcome.since}
        lines += [f"{name} {_spoken(day)}" for name, day in days.items() if day]
        if outcome.bearer:
            lines.append(f"drager {outcome.bearer}")
        if outcome.reason:
            lines.append(outcome.reason)
        return "\n".join(_shortened(line, 2 * WIDTH) for line in lines)


class Axis:
    """The days from left to right."""

    def __init__(self, rows, as_of):
        days = [_begin(as_of), _end(as_of)] + [day for row in rows for day in row.days()]
        today = _begin(as_of)
        self.first = max(min(days), today - MOST_DAYS)
        self.last = max(min(max(days), today + MOST_DAYS), self.first + 7)

    def x(self, day):
        part = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return round(LEFT + part * (RIGHT - LEFT), 1)

    def ticks(self):
        """Days to name, as (day, name, year or nothing): weeks, months or years, as there is room."""
        return list(self._weeks() if self.last - self.first <= 62 else self._months())

    def _weeks(self):
        first = math.ceil(self.first)
        monday = first + (7 - date.fromordinal(first).weekday()) % 7
        year = None
        for number in range(monday, min(math.ceil(self.last), date.max.toordinal()), 7):
            day = date.fromordinal(number)
            yield number, f"{day.day} {MONTHS[day.month - 1]}", day.year if day.year != year else None
            year = day.year

    def _months(self):
        count = (self.last - self.first) / 30
        step = next(step for step in (1, 2, 3, 6, 12, 24) if count / step <= 15)
        begin = date.fromordinal(int(self.first))
        year = None
        for number in range((begin.year * 12 + begin.month - 1) // step * step, (date.max.year + 1) * 12, step):
            if number < 12:
                continue  # there is no year 0
            day = date(number // 12, number % 12 + 1, 1)
            if day.toordinal() > self.last:
                return
            if day.toordinal() < self.first:
                continue
            name = MONTHS[day.month - 1] if step < 12 else ""
            yield day.toordinal(), name, day.year if day.year != year else None
            year = day.year


def _attributes(given):
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in given.items())


def _rect(x, y, width, height, **more):
    return f'<rect x="{x}" y="{y}" width="{round(width, 1)}" height="{height}"{_attributes(more)}/>'


def _label(x, y, text, **more):
    return f'<text x="{x}" y="{y}"{_attributes(more)}>{_text(text)}</text>'


def _scale(axis, as_of, bottom):
    """Lines for the days that have a name, and for the day of the outcomes."""
    for day, name, year in axis.ticks():
        x = axis.x(day)
        yield f'<path d="M{x} {HEAD - 4}V{bottom}" stroke="#e3e6e9"/>'
        yield _label(x + 2, HEAD - 10, name, fill=GREY)
        if year:
            yield _label(x + 2, HEAD - 24, year, fill=GREY, font_weight="bold")
    x = axis.x(_end(as_of))
    yield f'<path d="M{x} {HEAD - 4}V{bottom}" stroke="{INK}" stroke-dasharray="3 3"/>'


def _bar(row, axis, top):
    """Faint where the present status did not hold yet."""
    begin, since, end = axis.x(row.begin), axis.x(max(row.since, row.begin)), axis.x(row.end)
    end = max(end, begin + 4)
    since = min(since, end - 4)
    yield _rect(begin, top + 6, end - begin, 10, rx=2, fill=row.colour, fill_opacity="0.3")
    yield _rect(since, top + 6, end - since, 10, rx=2, fill=row.colour)
    for deadline in row.deadlines:
        yield f'<path d="M{axis.x(deadline)} {top + 2}v18" stroke="{INK}" stroke-width="2"/>'


def _drawn(row, axis, number, names):
    """A row; `names` is where the names of the norms begin, behind the lids."""
    top = HEAD + number * ROW
    outcome = row.outcome
    name = _shortened(f"{outcome.norm} {outcome.key}".rstrip(), LEFT - names)
    yield f"<g><title>{_text(row.told())}</title>"
    yield _rect(0, top, WIDTH, ROW, fill="#f6f7f8" if number % 2 == 0 else "#ffffff", fill_opacity="0.6")
    yield _label(8, top + 15, _shortened(row.lid, names - 8), fill=GREY)
    yield _label(names, top + 15, name, fill=INK)
    yield from _bar(row, axis, top)
    yield _label(RIGHT + 10, top + 15, _shortened(row.status.replace("-", " "), WIDTH - RIGHT - 10), fill=row.colour,
                 font_weight="bold")
    yield "</g>"


def _has_days(outcome):
    return any((outcome.from_, outcome.due, outcome.to, outcome.since))


def chart(outcomes):
    """One row for each outcome that has days, in the order of the outcomes."""
    rows = [Row(outcome, outcomes.document, outcomes.as_of) for outcome in outcomes if _has_days(outcome)]
    shown = rows[:MOST_ROWS]
    axis = Axis(shown, outcomes.as_of)
    bottom = HEAD + len(shown) * ROW
    title = f"{outcomes.document} op {_spoken(outcomes.as_of)}"
    height = bottom + 24
    names = min(16 + LETTER * max((len(row.lid) for row in shown), default=0), LEFT // 2)
    drawn = [part for number, row in enumerate(shown) for part in _drawn(row, axis, number, names)]
    return "".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'font-family="sans-serif" font-size="12" role="img" aria-label="{_text(title)}">',
        _rect(0, 0, WIDTH, height, fill="#ffffff"),
        _label(8, HEAD - 10, _shortened(title, LEFT - 8), font_weight="bold", fill=INK),
        *_scale(axis, outcomes.as_of, bottom), *drawn,
        _label(8, bottom + 16, _foot(len(rows), len(shown)), fill=GREY), "</svg>"])


def _foot(count, shown):
    if count == 0:
        return "Geen uitkomst heeft een dag."
    meaning = "streep: uiterste dag; onderbroken lijn: de dag van de uitkomsten; flets: vóór de huidige status"
    return meaning if shown == count else f"en nog {count - shown} uitkomsten, die in de tabel staan; {meaning}"
