#!/usr/bin/env python3
"""Holds the examples of docs/*.md and README.md against the program.

A fenced block says in its first line what it is:

    ```beding                   compiles without any message; its scenarios pass
    ```beding vervolg           the same, put behind the example before it
    ```beding fout B205         gives these messages and no others; so does `waarschuwing B504`
    ```beding zakt              compiles, and a scenario in it fails
    ```beding bestand huur.beding   compiles, and is from here on a file for the sessions
    ```jsonl bestand zaak.jsonl     a file for the sessions, in whatever language
    ```cpp uit tests/x/main.cpp     is that file of the repository, in whatever language
    ```sessie                   replayed in a folder with those files and clauses/, as tests/cli; see sessions.py

An example without a header gets one, and one without `artikel` and `lid` stands in the first of the first. Blocks of
another kind are text. `--accept` writes the sessions and files anew, never the examples. Every link within the pages leads somewhere,
and every message that the program knows is named in taal.md. A picture graaf-DOCUMENT-LID.svg says what `beding graaf` says
now; `--accept` draws it anew. Where its nodes stand depends on the fonts of a machine, and is not compared.
"""

import re
import sys
import tempfile
from pathlib import Path

import expect
import sessions

HEADER = """voorwaarden voorbeeld "Voorbeeld"
  gebruikt algemeen.
  partijen Opdrachtnemer "Watt Energie B.V.", Opdrachtgever.

"""
CODE = re.compile(r"\[(B\d+)\]")
LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]*)#?([^)\s]*)\)")
KIND = re.compile(r"DiagnosticKind \w+\{\s*\"(B\d+)\"")


class Block:
    def __init__(self, line, words):
        self.line = line            # of its fence, counted from 1
        self.kind, self.words = words[0], words[1:]
        self.text = ""
        self.source = next(iter(self.after("uit")), None)  # the file that it is

    def after(self, word):
        """What the fence says behind `word`, up to the end."""
        return self.words[self.words.index(word) + 1:] if word in self.words else []


def blocks(text):
    """The fenced blocks of a page that say what they are."""
    found, block, fenced = [], None, False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            fenced = not fenced
            block = Block(number, line[3:].split()) if fenced and line[3:].strip() else None
            if block:
                found.append(block)
        elif block:
            block.text += line + "\n"
    if fenced:
        raise ValueError("the last fence is never closed")
    return found


def document(example):
    """An example as a document: what it leaves out stands in front of it."""
    starts = {line.split()[0] for line in example.splitlines() if line and not line[0].isspace()}
    if starts & {"voorwaarden", "bibliotheek", "overeenkomst"}:
        return example
    if "artikel" in starts:
        return HEADER + example
    return HEADER + ("artikel 1\n" if "lid" in starts else "artikel 1\nlid 1\n") + example


class Page:
    """One page: its blocks in order, in one folder."""

    def __init__(self, path, beding, folder):
        self.path, self.beding, self.folder = path, beding, folder
        self.text = expect.read(path)
        self.example = ""           # the last one that compiled, for `vervolg`

    def check(self, block):
        """What is wrong with a block that is no session; nothing when all is well."""
        if block.source:
            held = expect.read(expect.ROOT / block.source) or ""
            return "" if block.text == held else expect.difference(held, block.text, block.source)
        file = next(iter(block.after("bestand")), None)
        if block.kind != "beding":
            if file:
                (self.folder / file).write_text(block.text, encoding="utf-8")
            return ""
        example = block.text if "vervolg" not in block.words else self.example + "\n" + block.text
        name = file or "voorbeeld.beding"
        (self.folder / name).write_text(document(example), encoding="utf-8")
        expected = block.after("fout") or block.after("waarschuwing")
        if expected:
            return self.messages(name, expected)
        self.example = example
        return self.compiles(name) or (self.scenarios(name, "zakt" in block.words) if "scenario" in example else "")

    def messages(self, name, expected):
        out, err, _ = expect.run([self.beding, "controleer", name], self.folder)
        return "" if set(CODE.findall(out + err)) == set(expected) else f"should give {expected}:\n{out}{err}"

    def compiles(self, name):
        out, err, status = expect.run([self.beding, "controleer", name], self.folder)
        return "" if (status, out, err) == (0, f"{name}: in orde\n", "") else out + err

    def scenarios(self, name, fail):
        out, err, status = expect.run([self.beding, "toets", name], self.folder)
        return "" if status == (1 if fail else 0) else out + err

    def rewrite(self, told):
        """Puts the sessions anew in the page: what each block should say, by the line of its fence."""
        lines = self.text.splitlines(keepends=True)
        for fence in sorted(told, reverse=True):
            end = next(n for n in range(fence, len(lines)) if lines[n].startswith("```"))
            lines[fence:end] = [told[fence]]
        self.path.write_text("".join(lines), encoding="utf-8")


def check_page(page, report, accept, wanted):
    told = {}
    for block in blocks(page.text):
        name = f"{page.path.name}:{block.line}"
        if block.kind != "sessie":
            wrong = page.check(block)
        else:
            actual = told[block.line] = sessions.retell(block.text, page.beding, page.folder)
            wrong = "" if accept or actual == block.text else expect.difference(block.text, actual, name)
        if block.source and accept:
            told[block.line], wrong = expect.read(expect.ROOT / block.source) or "", ""
        if not name.startswith(wanted) or not (block.kind in ("beding", "sessie") or block.source):
            continue
        report.bad(name, wrong) if wrong else report.ok()
    if accept:
        page.rewrite(told)


def anchors(text):
    """The headings of a page as links name them."""
    outside = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.*)", outside, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def dead_links(path, text):
    """The links of a page to files or headings that are not there."""
    dead = []
    for file, anchor in LINK.findall(text):
        target = path.parent / file if file else path
        known = target.exists() and (not anchor or anchor in anchors(expect.read(target)))
        if not known:
            dead.append(file + ("#" + anchor if anchor else ""))
    return dead


def unnamed_codes(registries, page):
    """Codes of messages in the registries that the page does not name."""
    return sorted({code for text in registries for code in KIND.findall(text)} - set(re.findall(r"\bB\d+\b", page)))


def check_links(path, report):
    dead = dead_links(path, expect.read(path))
    report.bad(path.name, "links to " + ", ".join(dead)) if dead else report.ok()


def check_codes(page, report):
    registries = sorted((expect.ROOT / "interpreter/diagnostics").glob("registry_*.h"))
    missing = unnamed_codes([expect.read(path) for path in registries], page)
    report.bad("taal.md", "does not name " + ", ".join(missing)) if missing else report.ok()


def told_by(picture):
    """What a picture says, in no order: its labels, and between which nodes its arrows go."""
    texts = re.findall(r"<text\b[^>]*>([^<]*)<", picture or "")
    nodes = {name: " ".join(re.findall(r"<text\b[^>]*>([^<]*)<", inside))
             for name, inside in re.findall(r'class="node">\s*<title>([^<]*)</title>(.*?)</g>', picture or "", re.DOTALL)}
    arrows = re.findall(r'class="edge">\s*<title>([^<]*)&#45;&gt;([^<]*)</title>', picture or "")
    return sorted(texts + [f"{nodes[a]} -> {nodes[b]}" for a, b in arrows])


def check_picture(path, beding, report, accept):
    document, lid = path.stem.removeprefix("graaf-").rsplit("-", 1)
    drawn, err, status = expect.run([beding, "graaf", document, "--vorm", "svg", "--rond", lid], expect.ROOT)
    wrong = err if status != 0 else ""
    if not wrong and told_by(drawn) != told_by(expect.read(path)):
        if accept:
            path.write_text(drawn, encoding="utf-8")
        else:
            before, now = told_by(expect.read(path)), told_by(drawn)
            wrong = expect.difference("\n".join(before), "\n".join(now), path.name) + "\ndraw it anew with --accept"
    report.bad(path.name, wrong) if wrong else report.ok()


def main(arguments):
    options = expect.options(arguments, __doc__, "docs", accept="write the sessions and pictures anew",
                             cases="only what starts with this, such as taal.md:120")

    beding = expect.program(options.beding)
    report = expect.Report("")
    pages = [*sorted(options.folder.resolve().glob("*.md")), *options.folder.resolve().parent.glob("README.md")]
    for path in pages:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary).resolve()
            (folder / "clauses").symlink_to(expect.ROOT / "clauses")
            try:
                check_page(Page(path, beding, folder), report, options.accept, options.filter)
            except ValueError as error:
                report.bad(path.name, str(error))
    if report.passed + report.failed == 0:
        report.bad(expect.named(options.folder), "holds no example")
    if not options.filter:
        for path in pages:
            check_links(path, report)
        for picture in sorted(options.folder.resolve().glob("graaf-*.svg")):
            check_picture(picture, beding, report, options.accept)
        manual = expect.read(options.folder / "taal.md")
        if manual is not None:
            check_codes(manual, report)
    return report.close(options.filter)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
