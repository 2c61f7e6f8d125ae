#!/usr/bin/env python3
"""Holds the JSON Schemas of `beding schema` against what the command really reads and writes.

usage: validate.py --beding PATH

The schemas are sound themselves; every line of goed.jsonl keeps to the timeline schema and is read, every line of
fout.jsonl breaks it and is refused with status 3; outcomes and graphs keep to theirs. Ends with `N passed, N failed`.
"""

import argparse
import json
import pathlib
import subprocess
import sys

try:
    from jsonschema import Draft202012Validator as Validator
except ImportError:
    sys.exit("validate.py needs python3-jsonschema (tools/packages installs it)\n0 passed, 1 failed")

HERE = pathlib.Path(__file__).parent
DOCUMENT = "vandeez"
failures = []
passed = 0


def check(label, ok, detail=""):
    global passed
    if ok:
        passed += 1
    else:
        failures.append(f"FAIL {label}: {detail}")


def run(beding, *arguments, text=None):
    done = subprocess.run([beding, *arguments], input=text, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def schema(beding, what):
    """The schema of that name as a validator; a broken one lets nothing through."""
    status, out, err = run(beding, "schema", what)
    try:
        loaded = json.loads(out)
        Validator.check_schema(loaded)
        check(f"schema {what}", status == 0, err)
        return Validator(loaded)
    except Exception as error:  # whatever is wrong with it is the failure to report
        check(f"schema {what}", False, str(error)[:300])
        return Validator(False)


def check_output(label, validator, result):
    status, out, err = result
    if status != 0:
        return check(label, False, f"status {status}: {err[:300]}")
    errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(json.loads(out))]
    check(label, not errors, "; ".join(errors[:3]))


def check_lines(beding, validator, name, good):
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        check(f"{name}:{number} by the schema", validator.is_valid(json.loads(line)) == good, line)
        if not good:
            status = run(beding, "evalueer", DOCUMENT, "-", text=line + "\n")[0]
            check(f"{name}:{number} by the command", status == 3, f"status {status}: {line}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--beding", required=True)
    beding = parser.parse_args().beding
    timeline, outcome, graph = (schema(beding, what) for what in ("tijdlijn", "uitkomst", "graaf"))
    check_lines(beding, timeline, "goed.jsonl", True)
    check_lines(beding, timeline, "fout.jsonl", False)
    good = str(HERE / "goed.jsonl")
    for extra in ([], ["--alles"], ["--zoals-bekend-op", "2025-03-20"]):
        result = run(beding, "evalueer", DOCUMENT, good, "--peildatum", "2025-06-30", "--json", *extra)
        check_output(" ".join(["evalueer", *extra]), outcome, result)
    for around in ([], ["--rond", "6.5"]):
        check_output(" ".join(["graaf", *around]), graph, run(beding, "graaf", DOCUMENT, "--vorm", "json", *around))
    for failure in failures:
        print(failure)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
