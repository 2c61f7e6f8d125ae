#!/usr/bin/env python3
"""Holds the table of docs/constructies.md against the clauses.

Each of the 69 constructs has one row, with the lid of a shipped document that uses it and a scenario beside it. The lid
must exist, and the scenario must stand in it or expect something of it. Whether the scenario passes is for `beding toets clauses`.
"""

import argparse
import re
import sys
from pathlib import Path

ROW = re.compile(r"^\| (C\d\d) \|.*\| (\w+):(\S+) \| «(.+)» \|$")
CONSTRUCTS = [f"C{number:02}" for number in range(1, 70)]


def leden_and_scenarios(folder):
    """The leden of a document, and per title of a scenario the leden it stands in or names."""
    leden, scenarios = set(), {}
    for path in sorted(folder.glob("*.beding")):
        article, lid, title = "", "", None
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"artikel (\S+)", line):
                article = found[1]
            elif found := re.match(r"lid (\S+)", line):
                lid = f"{article}.{found[1]}"
                leden.add(lid)
            elif found := re.match(r'\s*scenario "([^"]+)"', line):
                title = found[1]
                scenarios.setdefault(title, set()).add(lid)
            elif title and (found := re.match(r"\s*verwacht op [^:]+: (?:\w+:)?(\S+)", line)):
                scenarios[title].add(found[1])
    return leden, scenarios


def wrong_in(table, clauses):
    """What is wrong with the table, in order."""
    rows = [found for line in table.splitlines() if (found := ROW.match(line))]
    numbers = [row[1] for row in rows]
    wrong = [f"{each} has {numbers.count(each)} rows" for each in CONSTRUCTS if numbers.count(each) != 1]
    known = {}
    for number, document, lid, title in (row.groups() for row in rows):
        if document not in known:
            known[document] = leden_and_scenarios(clauses / document)
        leden, scenarios = known[document]
        if lid not in leden:
            wrong.append(f"{number}: {document} has no lid {lid}")
        if title not in scenarios:
            wrong.append(f"{number}: {document} has no scenario «{title}»")
        elif not any(each == lid or each.startswith(lid + ".") for each in scenarios[title]):
            wrong.append(f"{number}: «{title}» is not about {lid}")
    return wrong


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", default="docs/constructies.md")
    parser.add_argument("--clauses", default="clauses", type=Path)
    arguments = parser.parse_args(arguments)
    wrong = wrong_in(Path(arguments.table).read_text(encoding="utf-8"), arguments.clauses)
    for each in wrong:
        print(each)
    failed = len({each[:3] for each in wrong})
    print(f"{len(CONSTRUCTS) - failed} passed, {failed} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
