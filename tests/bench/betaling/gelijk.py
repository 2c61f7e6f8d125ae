#!/usr/bin/env python3
"""Compares outcomes for the payment clause: every status, day and cent.

    tests/bench/betaling/gelijk.py EEN.jsonl ANDER.jsonl [--leden 1.1,1.2]
    tests/bench/betaling/gelijk.py --bin build/dev/bin [--zaad 1] [--overeenkomsten 150]

The first form compares two files with a line per contract: {"overeenkomst": …, "uitkomsten": […]}. The second makes a
portfolio, has it evaluated by Beding, by the program written by hand and by generated C++ (when that is there), on three
days, and compares those. Outcomes
are matched by lid, kind, name and key. Left out is what only Beding gives: properties, reasons, and the segments of
interest. Exit 1 when anything differs.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
RATES = ROOT / "stdlib/tabellen/wettelijke-handelsrente.csv"
DAYS = ("2025-02-14", "2026-06-30", "2026-12-31")
ONLY_BEDING = ("reden", "segmenten")
SHOWN = 20


def outcomes(line, lids):
    contract = json.loads(line)
    found = {}
    for outcome in contract["uitkomsten"]:
        lid = outcome["lid"].removeprefix("betaling:")
        if outcome["soort"] == "eigenschap" or (lids and lid not in lids):
            continue
        key = tuple(outcome.get(field, "") for field in ("lid", "soort", "naam", "sleutel"))
        found[key] = {field: value for field, value in outcome.items() if field not in ONLY_BEDING}
    return contract["overeenkomst"], found


def of_contract(one, other, lids):
    """Differences between two lines, as texts."""
    (name, a), (its, b) = outcomes(one, lids), outcomes(other, lids)
    if name != its:
        yield f"{name} against {its}"
        return
    for key in sorted(a.keys() | b.keys()):
        if a.get(key) != b.get(key):
            yield f"{name}\n  {a.get(key)}\n  {b.get(key)}"


def compare(one, other, lids=None):
    """Differences between two files, and the number of contracts."""
    with open(one, encoding="utf-8") as first, open(other, encoding="utf-8") as second:
        ones, others = list(first), list(second)
    found = [text for a, b in zip(ones, others) for text in of_contract(a, b, lids)]
    if len(ones) != len(others):
        found.append(f"{len(ones)} contracts against {len(others)}")
    return found, len(ones)


def in_every_way(folder, arguments):
    """Differences over a portfolio on every day of DAYS."""
    events, hand, beding = (folder / name for name in ("in.jsonl", "hand.jsonl", "beding.jsonl"))
    with open(events, "wb") as file:
        subprocess.run([arguments.bin / "beding_portefeuille", "--zaad", str(arguments.zaad), "--overeenkomsten",
                        str(arguments.overeenkomsten)], stdout=file, check=True)
    found, contracts = [], 0
    generated = arguments.bin / "beding_betaling_gegenereerd"
    for day in DAYS:
        subprocess.run([arguments.bin / "beding_betaling", events, hand, day, RATES], check=True)
        subprocess.run([arguments.bin / "beding", "portefeuille", HERE / "betaling.beding", "--in", events, "--uit",
                        beding, "--peildatum", day], stdout=subprocess.DEVNULL, check=True)
        more, count = compare(hand, beding)
        found += more
        contracts += count
        if generated.exists():
            subprocess.run([generated, events, folder / "generated.jsonl", day], check=True)
            more, count = compare(folder / "generated.jsonl", beding)
            found += more
            contracts += count
    return found, contracts


def main():
    parser = argparse.ArgumentParser(description="Compares outcomes for the payment clause.")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--leden", help="only these: 1.1,1.2")
    parser.add_argument("--bin", type=pathlib.Path)
    parser.add_argument("--zaad", type=int, default=1)
    parser.add_argument("--overeenkomsten", type=int, default=150)
    arguments = parser.parse_args()
    if arguments.bin:
        with tempfile.TemporaryDirectory() as folder:
            found, contracts = in_every_way(pathlib.Path(folder), arguments)
    elif len(arguments.files) == 2:
        found, contracts = compare(*arguments.files, arguments.leden and arguments.leden.split(","))
    else:
        sys.exit(__doc__)
    for text in found[:SHOWN]:
        print(text)
    print(f"{contracts if not found else 0} passed, {len(found)} failed")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
