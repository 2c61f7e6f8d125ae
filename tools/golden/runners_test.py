#!/usr/bin/env python3
"""Tests of the runners: each must fail when it should. A small script stands in for `beding`."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

import arrows
import constructs
import golden
import manual
import sessions
import summary

BEDING = """#!/bin/sh
case "$1" in
  zeg) shift; echo "$@" ;;
  controleer) if grep -q mis "$2"; then echo "$2:1:1: fout[B101]: mis"; exit 1; else echo "$2: in orde"; fi ;;
  toets) if grep -q zakt "$2"; then echo "0 geslaagd, 1 gezakt"; exit 1; else echo "1 geslaagd, 0 gezakt"; fi ;;
  lees) cat ;;
  fout) echo "mis" >&2; exit 1 ;;
  stort) kill -SEGV $$ ;;
  schrijf) echo inhoud > uit.txt ;;
esac
"""


class Runner(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = Path(self.temporary.name)
        self.beding = self.write("bin/beding", BEDING)
        self.beding.chmod(0o755)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run_with(self, runner, *arguments):
        """(status, what was printed)"""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = runner.main(["--beding", str(self.beding), "--folder", str(self.folder / "tests"), *arguments])
        return status, printed.getvalue()


class Golden(Runner):
    def test_accepts_then_passes_then_fails_on_another_output(self):
        case = self.write("tests/run/good/a.beding", "// beding: zeg {file} {name}.jsonl\n")
        self.assertEqual(self.run_with(golden)[0], 1)
        self.assertEqual(self.run_with(golden, "--accept")[0], 0)
        self.assertEqual(case.with_suffix(".verwacht").read_text(), "a.beding a.jsonl\n--- status 0\n")
        self.assertEqual(self.run_with(golden), (0, "1 passed, 0 failed\n"))
        case.write_text("// beding: zeg iets anders\n")
        status, printed = self.run_with(golden)
        self.assertEqual(status, 1)
        self.assertIn("-a.beding a.jsonl\n+iets anders\n", printed)
        self.assertIn("--accept run/good/a", printed)
        self.assertTrue(printed.endswith("0 passed, 1 failed\n"))

    def test_status_belongs_to_the_folder_also_when_accepted(self):
        self.write("tests/run/good/a.beding", "// beding: fout\n")
        self.write("tests/run/bad/b.beding", "// beding: zeg b\n")
        self.assertEqual(self.run_with(golden, "--accept")[0], 1)
        self.assertEqual(list(self.folder.rglob("*.verwacht")), [])

    def test_bad_case_keeps_standard_error(self):
        self.write("tests/run/bad/a.beding", "// beding: fout\n")
        self.assertEqual(self.run_with(golden, "--accept")[0], 0)
        self.assertEqual((self.folder / "tests/run/bad/a.verwacht").read_text(), "--- stderr\nmis\n--- status 1\n")

    def test_crash_is_never_accepted(self):
        self.write("tests/run/bad/a.beding", "// beding: stort\n")
        self.assertEqual(self.run_with(golden, "--accept")[0], 1)

    def test_case_without_command_and_expectation_without_case_fail(self):
        self.write("tests/run/good/a.beding", "lid 1\n")
        self.write("tests/run/good/b.verwacht", "--- status 0\n")
        self.assertTrue(self.run_with(golden)[1].endswith("0 passed, 2 failed\n"))

    def test_filter_that_finds_nothing_fails(self):
        self.write("tests/run/good/a.beding", "// beding: zeg a\n")
        self.assertEqual(self.run_with(golden, "zzz")[0], 1)


class Sessions(Runner):
    def test_accept_writes_what_a_reader_expects(self):
        session = self.write("tests/cli/a.sessie", "# kop\n$ beding zeg 'a b'\n$ beding lees <<EINDE\nregel\nEINDE\n"
                                                   "$ beding fout\n$ beding schrijf\n$ cat uit.txt\n")
        self.assertEqual(self.run_with(sessions)[0], 1)
        self.assertEqual(self.run_with(sessions, "--accept")[0], 0)
        self.assertEqual(session.read_text(), "# kop\n$ beding zeg 'a b'\na b\n\n$ beding lees <<EINDE\nregel\nEINDE\n"
                         "regel\n\n$ beding fout\n--- stderr\nmis\n--- status 1\n\n$ beding schrijf\n\n$ cat uit.txt\n"
                         "inhoud\n")
        self.assertEqual(self.run_with(sessions), (0, "1 passed, 0 failed\n"))

    def test_another_output_fails_with_a_difference(self):
        self.write("tests/cli/a.sessie", "$ beding zeg a\nb\n")
        status, printed = self.run_with(sessions)
        self.assertEqual(status, 1)
        self.assertIn("-b\n+a\n", printed)

    def test_head_shows_the_first_lines(self):
        session = self.write("tests/cli/a.sessie", "$ beding zeg a b | head -1\na b\n\n$ beding zeg a | head -0\n")
        self.assertEqual(self.run_with(sessions), (0, "1 passed, 0 failed\n"))
        session.write_text("$ beding zeg a | head -0\na\n")
        self.assertEqual(self.run_with(sessions)[0], 1)

    def test_output_goes_into_a_file(self):
        self.write("tests/cli/a.sessie", "$ beding zeg a b > c.txt\n\n$ cat c.txt\na b\n")
        self.assertEqual(self.run_with(sessions), (0, "1 passed, 0 failed\n"))

    def test_works_on_a_copy_of_its_folder(self):
        self.write("tests/cli/a/uit.txt", "oud\n")
        self.write("tests/cli/a.sessie", "$ beding schrijf\n\n$ cat uit.txt\ninhoud\n")
        self.assertEqual(self.run_with(sessions)[0], 0)
        self.assertEqual((self.folder / "tests/cli/a/uit.txt").read_text(), "oud\n")

    def test_what_cannot_be_replayed_fails_also_when_accepted(self):
        for number, text in enumerate(["", "uitvoer zonder opdracht\n", "$ ls\n", "$ beding lees <<EINDE\nregel\n",
                                       "$ beding stort\n"]):
            self.write(f"tests/cli/{number}.sessie", text)
        self.assertTrue(self.run_with(sessions, "--accept")[1].endswith("0 passed, 5 failed\n"))


class Manual(Runner):
    def page(self, *blocks):
        return self.write("tests/a.md", "# Kop\n" + "".join(f"```{kind}\n{text}```\ntekst\n" for kind, text in blocks))

    def test_an_example_compiles_and_its_scenarios_pass(self):
        self.page(("beding", "goed.\n"), ("beding", 'scenario "a":\n'), ("beding fout B101", "mis.\n"))
        self.assertEqual(self.run_with(manual), (0, "4 passed, 0 failed\n"))

    def test_an_example_that_stopped_compiling_fails(self):
        for kind, text in [("beding", "mis.\n"), ("beding", "scenario zakt\n"), ("beding fout B101", "goed.\n"),
                           ("beding fout B102", "mis.\n"), ("sessie", "$ beding zeg a\nb\n")]:
            self.page((kind, text))
            status, printed = self.run_with(manual)
            self.assertEqual(status, 1, kind)
            self.assertIn("FAILED a.md:2", printed)

    def test_what_an_example_leaves_out_stands_in_front_of_it(self):
        self.assertEqual(manual.document("voorwaarden a.\n"), "voorwaarden a.\n")
        self.assertEqual(manual.document("artikel 2\nlid 3\n"), manual.HEADER + "artikel 2\nlid 3\n")
        self.assertEqual(manual.document("lid 3\n  zin.\n"), manual.HEADER + "artikel 1\nlid 3\n  zin.\n")
        self.assertEqual(manual.document("zin.\n"), manual.HEADER + "artikel 1\nlid 1\nzin.\n")

    def test_an_example_may_follow_the_one_before_it(self):
        self.page(("beding", "goed.\n"), ("beding vervolg bestand b.beding", "zin.\n"), ("sessie", "$ cat b.beding\n"))
        self.assertEqual(self.run_with(manual)[0], 1)
        self.assertEqual(self.run_with(manual, "--accept")[0], 0)
        self.assertIn("lid 1\ngoed.\n\nzin.\n```\n", (self.folder / "tests/a.md").read_text())
        self.assertEqual(self.run_with(manual), (0, "4 passed, 0 failed\n"))

    def test_an_example_from_a_file_is_that_file(self):
        self.page(("cpp uit tools/demo", "x\n"))
        self.assertEqual(self.run_with(manual)[0], 1)
        self.assertEqual(self.run_with(manual, "--accept")[0], 0)
        self.assertIn("tools/packages\n", (self.folder / "tests/a.md").read_text())
        self.assertEqual(self.run_with(manual), (0, "2 passed, 0 failed\n"))

    def test_a_picture_is_compared_by_its_labels_and_arrows_not_by_names_and_places(self):
        node = '<g id="n" class="node">\n<title>{0}</title>\n<text x="{2}">{1}</text>\n</g>'
        arrow = '<g id="e" class="edge">\n<title>{0}&#45;&gt;{1}</title>\n</g>'
        before = node.format("norm1", "betaling", 1) + node.format("zaak2", "factuur", 2) + arrow.format("zaak2", "norm1")
        moved = arrow.format("zaak3", "norm9") + node.format("zaak3", "factuur", 5) + node.format("norm9", "betaling", 4)
        turned = before.replace("zaak2&#45;&gt;norm1", "norm1&#45;&gt;zaak2")
        self.assertEqual(manual.told_by(before), ["betaling", "factuur", "factuur -> betaling"])
        self.assertEqual(manual.told_by(moved), manual.told_by(before))
        self.assertNotEqual(manual.told_by(turned), manual.told_by(before))

    def test_a_page_without_an_example_fails(self):
        self.page()
        self.assertEqual(self.run_with(manual)[0], 1)

    def test_a_dead_link_is_found(self):
        page = self.write("tests/a.md", "## 9. Kop, en: meer\n[a](#9-kop-en-meer) [b](a.md#9-kop-en-meer) [c](https://x.nl)\n")
        self.assertEqual(manual.dead_links(page, page.read_text()), [])
        page.write_text("## Kop\n[a](#kopp) [b](b.md)\n")
        self.assertEqual(manual.dead_links(page, page.read_text()), ["#kopp", "b.md"])

    def test_a_message_that_is_not_named_is_found(self):
        registry = 'inline constexpr DiagnosticKind a{"B001", "x"};\nconstexpr DiagnosticKind b{\n    "B002", "y"};\n'
        self.assertEqual(manual.unnamed_codes([registry], "| B001 | oorzaak |"), ["B002"])


class Arrows(unittest.TestCase):
    allowed = arrows.arrows("beding_uses(base)\nbeding_uses(graph base)   # why\nbeding_uses(engine graph fmt::fmt)\n")

    def test_an_arrow_may_be_followed_through_others(self):
        self.assertEqual(arrows.wrong_includes('#include "base/ids.h"\n#include "engine/x.h"\n', "engine",
                                               self.allowed), [])

    def test_an_include_against_the_arrows_is_found(self):
        self.assertEqual(arrows.wrong_includes('#include "engine/x.h"\n#include <base/y.h>\n', "graph",
                                               self.allowed), ["engine"])

    def test_a_cycle_is_found(self):
        self.assertEqual(arrows.cycles(self.allowed), [])
        self.assertEqual(arrows.cycles(arrows.arrows("beding_uses(a b)\nbeding_uses(b a)\n")), ["a", "b"])


class Summary(unittest.TestCase):
    def test_counts_each_kind_of_closing_line(self):
        self.assertEqual(summary.counted("[doctest] test cases:  12 |  11 passed | 1 failed | 0 skipped\n", False),
                         (11, 1))
        self.assertEqual(summary.counted("x\n4 passed, 0 failed\n", True), (4, 0))
        self.assertEqual(summary.counted("3 geslaagd, 2 gezakt\n", False), (3, 2))

    def test_a_suite_that_breaks_is_never_lost(self):
        self.assertEqual(summary.counted("Segmentation fault\n", False), (0, 1))
        self.assertEqual(summary.counted("4 passed, 0 failed\n", False), (4, 1))
        junit = '<testsuite><testcase name="a" status="fail"><system-out>x</system-out></testcase></testsuite>'
        self.assertEqual(list(summary.total(junit)), [("a", 0, 1)])


class Constructs(Runner):
    def test_a_row_needs_a_lid_and_a_scenario_about_it(self):
        self.write("clauses/huur/1.beding", "artikel 1\nlid 1\nlid 2\n  scenario \"klopt\":\n    verwacht op 1 mei 2025: 1.1 x is open.\n")
        rows = [f"| {each} | wat | `hoe` | huur:1.1 | «klopt» |" for each in constructs.CONSTRUCTS]

        def mistakes(first):
            return constructs.wrong_in("\n".join([first, *rows[1:]]), self.folder / "clauses")

        self.assertEqual(mistakes(rows[0]), [])
        self.assertEqual(mistakes(rows[0].replace("1.1", "1.2")), [])
        self.assertEqual(mistakes(rows[0].replace("1.1", "1.3")),
                         ["C01: huur has no lid 1.3", "C01: «klopt» is not about 1.3"])
        self.assertEqual(mistakes(rows[0].replace("klopt", "anders")), ["C01: huur has no scenario «anders»"])
        self.assertEqual(mistakes(""), ["C01 has 0 rows"])


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
