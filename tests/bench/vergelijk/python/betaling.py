#!/usr/bin/env python3
"""The payment clause in Python, as one would write it: json, datetime and decimal.

    betaling.py IN UIT PEILDATUM RENTETABEL
"""

import csv
import json
import sys
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

TERM = timedelta(days=14)
DAY = timedelta(days=1)
CENT = Decimal("0.01")
NOTHING = Decimal("0.00")


def read_rates(path):
    """(from, fraction per year), in order; a row with the rate of the row before it is no change."""
    rates = []
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rate = Decimal(row["percentage"]) / 100
            if not rates or rates[-1][1] != rate:
                rates.append((date.fromisoformat(row["geldig_vanaf"]), rate))
    return rates


def years_later(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class Interest:
    """Interest over one invoice; what is closed is rounded and posted."""

    def __init__(self, rates, first, principal):
        self.rates, self.first, self.start, self.principal = rates, first, first, principal
        self.last, self.years = None, 0
        self.capitalised = self.of_year = self.posted = self.paid = NOTHING

    def running(self, day):
        rate = next(rate for since, rate in reversed(self.rates) if since <= self.start)
        days = max((day - self.start).days + 1, 0)
        return ((self.principal + self.capitalised) * rate * days / 365).quantize(CENT, ROUND_HALF_UP)

    def border(self):
        year = years_later(self.first, self.years + 1)
        return min([year] + [since for since, _ in self.rates if since > self.start][:1]), year

    def pass_borders(self, day):
        border, year = self.border()
        while border <= day:
            self.close(border - DAY)
            if border == year:
                self.years += 1
                self.capitalised += self.of_year
                self.of_year = NOTHING
            border, year = self.border()

    def close(self, day):
        if day < self.start:
            return
        amount = self.running(day)
        self.posted += amount
        self.of_year += amount
        self.start = day + DAY

    def through(self, day):
        if self.last:
            return self.posted
        self.pass_borders(day)
        return self.posted + self.running(day)

    def pay_interest(self, day, most):
        part = min(most, self.through(day) - self.paid)
        if part <= 0:
            return NOTHING
        self.paid += part
        met = min(part, self.of_year + self.running(day))
        self.of_year -= met
        if part > met:
            self.close(day)
            self.capitalised -= min(part - met, self.capitalised)
        return part

    def pay_principal(self, day, amount):
        self.pass_borders(day)
        self.close(day)
        self.principal -= amount

    def end(self, day):
        self.pass_borders(day)
        self.close(day)
        self.last = day


@dataclass
class Invoice:
    key: str
    sent: date
    open: Decimal
    settled: date | None = None
    reminded: date | None = None  # first day after a reminder's term
    noticed: date | None = None
    interest: Interest | None = None

    @property
    def due(self):
        return self.sent + TERM


@dataclass
class Costs:
    key: str
    day: date
    amount: Decimal
    open: Decimal
    settled: date | None = None


@dataclass
class Power:
    ground: str  # the attribute of an invoice
    available: bool = False
    used: bool = False
    since: date | None = None
    start: date | None = None
    end: date | None = None


@dataclass
class Contract:
    rates: list
    invoices: list = field(default_factory=list)
    costs: list = field(default_factory=list)
    exercises: list = field(default_factory=list)
    suspension: Power = field(default_factory=lambda: Power("reminded"))
    dissolution: Power = field(default_factory=lambda: Power("noticed"))
    credit: Decimal = NOTHING
    started: date | None = None
    ended: date | None = None
    performed: date | None = None
    suspended: date | None = None

    def take(self, event):
        day = date.fromisoformat(event["op"])
        self.pass_days(day)
        handler = HANDLERS.get(event["gebeurtenis"])
        if handler:
            handler(self, day, event)

    def pass_days(self, day):
        for invoice in self.invoices:
            if self.credit and invoice.open and invoice.due <= day:
                self.credit = self.pay_invoice(invoice, invoice.due, self.credit)
        for invoice in self.invoices:
            if invoice.due < day and invoice.open and not invoice.interest:
                invoice.interest = Interest(self.rates, invoice.due + DAY, invoice.open)
        for power in (self.suspension, self.dissolution):
            self.grant(power, day)

    def grounds(self, power, day):
        """The days since which invoices give ground for a power."""
        for invoice in self.invoices:
            expired = getattr(invoice, power.ground)
            if invoice.open and expired and max(expired, invoice.due + DAY) <= day:
                yield max(expired, invoice.due + DAY)

    def grant(self, power, day):
        if power.available or power.used or self.ended:
            return
        since = min(self.grounds(power, day), default=None)
        if since:
            power.available, power.start, power.since = True, since, since

    def withdraw(self, power, day):
        if power.available and (self.ended or not any(self.grounds(power, day))):
            power.available, power.end, power.since = False, day, day

    def on_agreement(self, day, _):
        self.started = day

    def on_invoice(self, day, event):
        self.invoices.append(Invoice(event["factuur"], day, Decimal(event["bedrag"])))

    def on_payment(self, day, event):
        rest = self.pay_costs(day, Decimal(event["bedrag"]))
        for invoice in self.invoices:
            if rest and invoice.interest and not invoice.interest.last:
                rest -= invoice.interest.pay_interest(day, rest)
        for invoice in self.invoices:
            if rest and invoice.open:
                rest = self.pay_invoice(invoice, day, rest)
        self.credit += rest
        self.withdraw(self.suspension, day)
        self.withdraw(self.dissolution, day)
        if not self.suspension.available:
            self.suspended = None

    def on_costs(self, day, event):
        amount = Decimal(event["bedrag"])
        self.costs.append(Costs(event["id"], day, amount, amount))
        self.credit = self.pay_costs(day, self.credit)

    def pay_costs(self, day, rest):
        for costs in self.costs:
            if costs.open:
                part = min(rest, costs.open)
                costs.open -= part
                rest -= part
                if not costs.open:
                    costs.settled = day
        return rest

    def pay_invoice(self, invoice, day, rest):
        part = min(rest, invoice.open)
        invoice.open -= part
        if invoice.interest:
            invoice.interest.pay_principal(day, part)
        if not invoice.open:
            invoice.settled = day
            if invoice.interest:
                invoice.interest.end(day)
        return rest - part

    def expire(self, day, event, about, name):
        expired = day + timedelta(days=int(event["termijn"].split()[0])) + DAY
        for invoice in self.invoices:
            if invoice.key == event[about]:
                setattr(invoice, name, min(getattr(invoice, name) or expired, expired))

    def on_reminder(self, day, event):
        self.expire(day, event, "verplichting", "reminded")

    def on_notice(self, day, event):
        self.expire(day, event, "tekortkoming", "noticed")

    def on_suspension(self, day, event):
        valid = self.suspension.available
        self.exercises.append(("2.1", "opschorten", event["id"], day, valid))
        if valid and not self.suspended:
            self.suspended = day

    def on_dissolution(self, day, event):
        valid = self.dissolution.available
        self.exercises.append(("3.1", "ontbinden", event["id"], day, valid))
        if valid:
            self.ended = day
            self.dissolution.available, self.dissolution.used, self.dissolution.since = False, True, day
            self.withdraw(self.suspension, day)
            self.suspended = None

    def on_performance(self, day, _):
        if not self.performed and not self.ended:
            self.performed = day

    def outcomes(self, as_of):
        self.pass_days(as_of)
        for invoice in self.invoices:
            late = (invoice.settled or as_of) > invoice.due
            status = ("te-laat-nagekomen" if late else "nagekomen") if invoice.settled else (
                "geschonden" if late else "open")
            since = invoice.settled or (invoice.due + DAY if late else invoice.sent)
            yield outcome("1.1", "betaling", "plicht", invoice.key, status, True, vanaf=invoice.sent,
                          uiterlijk=invoice.due, sinds=since)
        for invoice in self.invoices:
            interest = invoice.interest
            if interest:
                total = interest.through(as_of)
                left = total - interest.paid
                yield outcome("1.2", "rente", "bedrag", invoice.key, "voldaan" if total and not left else
                              "verschuldigd", True, bedrag=total, open=left, vanaf=interest.first, tot=interest.last)
        for costs in self.costs:
            yield outcome("1.3", "kosten", "bedrag", costs.key, "verschuldigd" if costs.open else "voldaan", True,
                          bedrag=costs.amount, open=costs.open, vanaf=costs.day, sinds=costs.settled)
        yield from self.power("2.1", "opschorten", self.suspension)
        status = ("nagekomen" if self.performed else "vervallen" if self.ended else
                  "opgeschort" if self.suspended else "open")
        yield outcome("2.2", "leveren", "plicht", None, status, False, vanaf=self.started,
                      sinds=self.performed or self.ended or self.suspended or self.started)
        yield from self.power("3.1", "ontbinden", self.dissolution)
        for lid, name, key, day, valid in self.exercises:
            yield outcome(lid, name, "uitoefening", key, "geldig" if valid else "ongeldig", False, sinds=day)

    @staticmethod
    def power(lid, name, power):
        if power.start:
            status = "uitgeoefend" if power.used else "beschikbaar" if power.available else "vervallen"
            yield outcome(lid, name, "bevoegdheid", None, status, False, vanaf=power.start,
                          tot=power.end if status == "vervallen" else None, sinds=power.since)


HANDLERS = {
    "overeenkomst gesloten": Contract.on_agreement,
    "factuur verzonden": Contract.on_invoice,
    "betaling ontvangen": Contract.on_payment,
    "aanmaning verzonden": Contract.on_reminder,
    "kosten gemaakt": Contract.on_costs,
    "ingebrekestelling verzonden": Contract.on_notice,
    "opschorting ingeroepen": Contract.on_suspension,
    "ontbinding ingeroepen": Contract.on_dissolution,
    "werkzaamheden voltooid": Contract.on_performance,
}


def outcome(lid, name, kind, key, status, client_owes, **fields):
    found = {"lid": "betaling:" + lid, "naam": name, "soort": kind}
    if key:
        found["sleutel"] = key
    found["status"] = status
    found["drager"], found["jegens"] = ("Opdrachtgever", "Opdrachtnemer") if client_owes else (
        "Opdrachtnemer", "Opdrachtgever")
    found.update((field, str(value)) for field, value in fields.items() if value is not None)
    return found


def main():
    source, target, as_of, rates = sys.argv[1], sys.argv[2], date.fromisoformat(sys.argv[3]), read_rates(sys.argv[4])
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:

        def write():
            if contract:
                out.write(json.dumps({"overeenkomst": name, "uitkomsten": list(contract.outcomes(as_of))},
                                     separators=(",", ":")) + "\n")

        name, contract = None, None
        for line in lines:
            event = json.loads(line)
            if event["overeenkomst"] != name:
                write()
                name, contract = event["overeenkomst"], Contract(rates)
            if event["op"] <= sys.argv[3]:
                contract.take(event)
        write()


if __name__ == "__main__":
    main()
