#!/usr/bin/env python3
"""Golden tests: what `beding` says about a source, beside the source.

A case is tests/golden/STAGE/{good,bad}/NAME.beding. Its first line gives the command:

    // beding: dump --stap boom {file}

{file} is the case itself and {name} its name without the ending, for files beside it ({name}.jsonl). The command runs
in the case's folder. NAME.verwacht holds standard output, then `--- stderr` and standard error when there is any, then
`--- status N`. A case in good/ must end with status 0 and one in bad/ with another, also when accepted.
"""

import shlex
import sys

import expect

MARK = "// beding:"


def actual_output(beding, case, line):
    words = [w.replace("{file}", case.name).replace("{name}", case.stem) for w in shlex.split(line[len(MARK):])]
    out, err, status = expect.run([beding, *words], case.parent)
    if err:
        err = "--- stderr\n" + expect.ended(err)
    return expect.ended(out) + err + f"--- status {status}\n", status


def check(case, folder, beding, accept, report):
    name = str(case.relative_to(folder).with_suffix(""))
    line = (expect.read(case) or "").split("\n", 1)[0].strip()
    if not line.startswith(MARK):
        return report.bad(name, f"the first line of {expect.named(case)} must be: {MARK} ARGUMENTS")
    try:
        actual, status = actual_output(beding, case, line)
    except ValueError as error:
        return report.bad(name, f"the first line of {expect.named(case)} cannot be read: {error}")
    if not isinstance(status, int) or status < 0:
        return report.bad(name, f"the command did not end by itself:\n{actual}")
    if (status == 0) != (case.parent.name == "good"):
        return report.bad(name, f"status {status} does not belong in {case.parent.name}/:\n{actual}")
    expected_file = case.with_suffix(".verwacht")
    report.compare(name, expected_file, expect.read(expected_file), actual, accept)


def main(arguments):
    options = expect.options(arguments, __doc__, "tests/golden", accept="write the output as the new expectation",
                             cases="only cases with this in their name")

    beding = expect.program(options.beding)
    folder = options.folder.resolve()
    report = expect.Report(f"tools/golden/golden.py --beding {expect.named(options.beding)} --accept")
    for case in sorted(folder.glob("*/*/*.beding")):
        if case.parent.name in ("good", "bad") and options.filter in str(case.relative_to(folder)):
            check(case, folder, beding, options.accept, report)
    for stale in sorted(folder.rglob("*.verwacht")):
        if options.filter in str(stale.relative_to(folder)) and not stale.with_suffix(".beding").exists():
            report.bad(str(stale.relative_to(folder)), "belongs to no .beding file")
    return report.close(options.filter)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
