#!/usr/bin/env python3
"""Holds `beding opmaak` against the shipped clauses and the library.

Every file is laid out already. Every document comes back byte for byte after its white space was spoilt, and means the
same (the same rule graph, but for its line numbers) after each of its sentences was put on one line and laid out anew; and
what was laid out does not change when it is laid out again.
"""

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

import expect

STRING = re.compile(r'("[^"\n]*")')
LINE_NUMBER = re.compile(r"(:\S+)? regel \d+")


def in_words(text, change):
    """`text` with `change` done to what stands outside comments and quotes, line by line."""
    result = []
    for line in text.splitlines():
        if line.lstrip().startswith("//"):
            result.append(line)
            continue
        parts = STRING.split(line)
        result.append("".join(part if i % 2 else change(part) for i, part in enumerate(parts)))
    return result


def spoilt(text):
    """Other white space of every kind; a line at the margin stays there."""
    lines = in_words(text, lambda part: re.sub(r"(?<=\S) (?=\S)", "  \t", part))
    indented = [line if line[:1].strip() else "  " + line for line in lines]
    return "\r\n".join(line + "  " if line.strip() else "\r\n" for line in indented) + "\r\n\r\n"


def unbroken(text):
    """Every sentence on one line."""
    result = []
    for line in text.splitlines():
        goes_on = (result and line.startswith("  ") and result[-1].strip() and not line.lstrip().startswith(("//", "("))
                   and not result[-1].lstrip().startswith(("//", "kwestie", "lid ", "artikel ", "voorwaarden"))
                   and not result[-1].endswith((".", ":", ".\"", ";")))
        if goes_on:
            result[-1] += " " + line.strip()
        else:
            result.append(line)
    return "\n".join(result) + "\n"


class Document:
    """A copy of a document, to change and to look at."""

    def __init__(self, beding, folder, below):
        self.beding, self.folder = beding, Path(below) / folder.name
        shutil.copytree(folder, self.folder)
        self.files = sorted(self.folder.rglob("*.beding"))
        self.before = {path: path.read_bytes() for path in self.files}

    def run(self, *words):
        return expect.run([str(self.beding), *words], self.folder.parent)

    def graph(self):
        out, err, status = self.run("dump", "--stap", "graaf", self.folder.name)
        return LINE_NUMBER.sub("", out) if status == 0 else err

    def change(self, how):
        for path in self.files:
            path.write_bytes(how(self.before[path].decode()).encode())

    def lay_out(self):
        """What went wrong, or nothing."""
        out, err, status = self.run("opmaak", self.folder.name)
        if status != 0:
            return out + err
        out, err, status = self.run("opmaak", "--controleer", self.folder.name)
        return "" if status == 0 else "laid out twice is not the same:\n" + out + err


def check_spoilt(document, report):
    document.change(spoilt)
    wrong = document.lay_out()
    for path in document.files:
        expected, actual = document.before[path].decode(), path.read_text(encoding="utf-8")
        if not wrong and expected != actual:
            wrong = expect.difference(expected, actual, path.name)
    report.bad(f"{document.folder.name} spoilt", wrong) if wrong else report.ok()


def check_unbroken(document, graph, report):
    document.change(unbroken)
    wrong = document.lay_out()
    if not wrong and document.graph() != graph:
        wrong = expect.difference(graph, document.graph(), "graph")
    report.bad(f"{document.folder.name} unbroken", wrong) if wrong else report.ok()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--beding", required=True, type=Path)
    beding = parser.parse_args().beding.resolve()
    report = expect.Report("beding opmaak clauses stdlib")
    for folder in ("clauses", "stdlib"):
        out, err, status = expect.run([str(beding), "opmaak", "--controleer", folder], expect.ROOT)
        report.ok() if status == 0 else report.bad(folder, out + err + f"lay them out with: beding opmaak {folder}")
    for folder in sorted(path for path in (expect.ROOT / "clauses").iterdir() if any(path.glob("*.beding"))):
        with tempfile.TemporaryDirectory() as below:
            document = Document(beding, folder, below)
            graph = document.graph()
            check_spoilt(document, report)
            check_unbroken(document, graph, report)
    return report.close("")


if __name__ == "__main__":
    sys.exit(main())
