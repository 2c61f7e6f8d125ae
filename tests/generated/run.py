#!/usr/bin/env python3
"""Runs generated C++ beside the interpreter: the scenarios of a document, and timelines made at random.

    tests/generated/run.py --maker build/dev/bin/beding_gegenereerd --cxx c++ [--aantal 200] [DOC[,LID,LID…]…]
    tests/generated/run.py --maker … docs/taal.md               every example of a page that can be C++
    tests/generated/run.py --maker … --zinnen 20 vandeez        of the document about so many norms, picked by the seed

For each document (or leden of it) the header is made and compiled as C++17 with all warnings as errors, then told every
timeline; outcomes and questions have to be those of the interpreter. Left out is what generated code does not give:
reasons, the segments of interest, warnings, assumptions, the text of questions. A document that has scenarios and none
that can be told counts as failed.
"""

import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# The one that takes longest to compile first. `alleen`: as if the document had no other leden.
DOCUMENTS = ["vandeez", "wonderfull", "elan", "vandeez,6.5,6.8,alleen", "tests/bench/betaling/betaling.beding",
             "tests/generated/randgevallen.beding", "tests/generated/verloop.beding", "tests/generated/geld.beding",
             "tests/generated/schorsing.beding",
             "tests/generated/namen.beding"]
LEFT_OUT = ("reden", "segmenten")
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
SHOWN = 12


def identity(outcome):
    return tuple(outcome.get(field, "") for field in ("lid", "naam", "soort", "sleutel", "drager"))


def outcomes(evaluation, reported):
    return {identity(outcome): {name: value for name, value in outcome.items() if name not in LEFT_OUT}
            for outcome in evaluation["uitkomsten"] if (outcome["lid"], outcome["naam"]) in reported}


def questions(evaluation, reported):
    found = {}
    for question in evaluation["vragen"]:
        needed = sorted(name for name in question["nodig_voor"] if name in {" ".join(each) for each in reported})
        if needed:
            found[question["id"]] = (needed, sorted(question.get("onderwerpen", [])))
    return found


def differences(expected, made, reported):
    if "fout" in made:
        yield made["fout"]
        return
    ours, theirs = outcomes(made, reported), outcomes(expected, reported)
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key) != theirs.get(key):
            yield f"  interpreter {theirs.get(key)}\n  generated   {ours.get(key)}"
    asked, wanted = questions(made, reported), questions(expected, reported)
    for key in sorted(asked.keys() | wanted.keys()):
        if asked.get(key) != wanted.get(key):
            yield f"  interpreter asks {key}: {wanted.get(key)}\n  generated asks   {key}: {asked.get(key)}"


def cases_of(path):
    """The lines of every case."""
    text = path.read_text(encoding="utf-8").splitlines()
    case = []
    for line in text:
        case.append(line)
        if line.startswith("einde"):
            yield case
            case = []


def make(document, lids, arguments, folder):
    """The folders that were made, one for each document; none when there is no C++."""
    command = [arguments.maker, ROOT / document if "/" in document else document, folder]
    for option in ("aantal", "zaad", "zinnen", "gebeurtenissen"):
        command += [f"--{option}", getattr(arguments, option)]
    for lid in lids:
        command += ["--alleen", "ja"] if lid == "alleen" else ["--lid", lid]
    if subprocess.run([str(word) for word in command], cwd=ROOT).returncode not in (0, 1):
        raise SystemExit(f"{document}: the maker broke down")
    return sorted(folder.iterdir(), key=lambda made: int(made.name))


def run(arguments, folder):
    """Problems, and the number of cases."""
    program = folder / "driver"
    subprocess.run([arguments.cxx, "-std=c++17", "-O0", *WARNINGS, *arguments.vlaggen.split(), folder / "driver.cpp", "-o",
                    program], check=True)
    made = subprocess.run([program, folder / "cases.txt"], check=True, capture_output=True, text=True).stdout.splitlines()
    expected = (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    reported = {tuple(line.split("\t")) for line in (folder / "reported.tsv").read_text(encoding="utf-8").splitlines()}
    problems = [] if len(made) == len(expected) and made else [f"{len(made)} lines against {len(expected)}"]
    for case, ours, theirs in zip(cases_of(folder / "cases.txt"), made, expected):
        found = list(differences(json.loads(theirs), json.loads(ours), reported))
        if found:
            problems.append("\n".join([f"  document {folder.name}"] + found + ["    " + line.replace("\t", " ") for line in case]))
    return problems, len(expected)


def compare(name, arguments):
    document, *lids = name.split(",")
    with tempfile.TemporaryDirectory() as folder:
        made = [run(arguments, each) for each in make(document, lids, arguments, pathlib.Path(folder))]
    if not made:
        return [f"{name}: no C++"], 1
    return [problem for problems, _ in made for problem in problems], sum(count for _, count in made)


def main():
    parser = argparse.ArgumentParser(description="Runs generated C++ beside the interpreter.")
    parser.add_argument("documents", nargs="*", default=DOCUMENTS)
    parser.add_argument("--maker", type=pathlib.Path, required=True)
    parser.add_argument("--cxx", default="c++")
    parser.add_argument("--vlaggen", default="")
    parser.add_argument("--aantal", type=int, default=60)
    parser.add_argument("--zaad", type=int, default=1)
    parser.add_argument("--zinnen", type=int, default=0)
    parser.add_argument("--gebeurtenissen", type=int, default=30)
    parser.add_argument("--tegelijk", type=int, default=2)
    arguments = parser.parse_args()
    cases, failed = 0, 0
    with concurrent.futures.ThreadPoolExecutor(arguments.tegelijk) as pool:
        for name, (problems, count) in zip(arguments.documents, pool.map(lambda each: compare(each, arguments),
                                                                         arguments.documents)):
            for problem in problems[:SHOWN]:
                print(f"{name}\n{problem}")
            cases, failed = cases + count, failed + len(problems)
    print(f"{cases - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
