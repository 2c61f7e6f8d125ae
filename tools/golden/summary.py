#!/usr/bin/env python3
"""Adds up what ctest ran (its JUnit file) and ends with `N passed, N failed`.

A suite counts the cases it tells of in its own closing line (doctest, our runners, `beding toets`), else it is one
case. A suite that failed and names no failed case counts one, so that a crash is never lost in the sum.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

CLOSINGS = (
    re.compile(r"^\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed", re.MULTILINE),
    re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE),
    re.compile(r"^(\d+) geslaagd, (\d+) gezakt$", re.MULTILINE),
)


def counted(output, succeeded):
    """The cases of one suite: (passed, failed)."""
    told = [match for closing in CLOSINGS for match in closing.finditer(output)]
    if not told:
        return (1, 0) if succeeded else (0, 1)
    passed, failed = (int(n) for n in max(told, key=lambda match: match.start()).groups())
    return (passed, failed) if succeeded or failed else (passed, 1)


def total(junit):
    """All suites of a JUnit text: (name, passed, failed) each."""
    for case in ElementTree.fromstring(junit).iter("testcase"):
        yield case.get("name"), *counted(case.findtext("system-out") or "", case.get("status") == "run")


def main(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        suites = list(total(file.read()))
    for name, passed, failed in suites:
        print(f"{name:12} {passed:5} passed, {failed} failed")
    passed, failed = sum(s[1] for s in suites), sum(s[2] for s in suites)
    if passed + failed == 0:
        failed = 1  # no test at all is no success
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
