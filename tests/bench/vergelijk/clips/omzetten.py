#!/usr/bin/env python3
"""What CLIPS cannot read, as what it can: JSON Lines and the table of rates as words and numbers.

    omzetten.py IN RENTETABEL EVENTS RATES PEILDATUM
"""

import csv
import json
import sys
from datetime import date

EPOCH = date(1970, 1, 1)


def number(text):
    return (date.fromisoformat(text) - EPOCH).days


def main():
    source, table, events, rates, as_of = sys.argv[1:]
    with open(source, encoding="utf-8") as lines, open(events, "w", encoding="utf-8") as out:
        for event in map(json.loads, lines):
            if event["op"] > as_of:
                continue
            about = event.get("verplichting") or event.get("tekortkoming") or event.get("factuur") or "none"
            cents = round(float(event.get("bedrag", 0)) * 100)
            term = event.get("termijn", "0").split()[0]
            kind = event["gebeurtenis"].replace(" ", "-")
            print(event["overeenkomst"], kind, number(event["op"]), event["id"], about, cents, term, file=out)
    known = None
    with open(table, encoding="utf-8") as rows, open(rates, "w", encoding="utf-8") as out:
        for row in csv.DictReader(rows):
            rate = round(float(row["percentage"]) * 100)
            if rate != known:
                print(number(row["geldig_vanaf"]), rate, file=out)
            known = rate


if __name__ == "__main__":
    main()
