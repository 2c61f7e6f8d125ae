#!/usr/bin/env python3
"""Recorded sessions: tests/{cli,repl}/NAME.sessie, to be read as a terminal.

    # what this session shows; such lines stand at the top only
    $ beding controleer a.beding
    a.beding: in orde

    $ beding repl <<EINDE
    toon
    EINDE
    geen document geladen
    --- status 1

Below a command stands its standard output, then `--- stderr` and standard error when there is any, then `--- status N`
when it is not 0. The commands of a session run one after another in one empty folder that holds a copy of
tests/cli/NAME/, if that exists; {root} is the project, also in the output. Besides `beding` there is `cat FILE`, to
show what a command wrote. There is no shell: no globs, no pipe but `| head -N`, and nothing else but `> FILE` behind a command. One blank line
stands before every `$` but the first.
"""

import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

import expect


class Step:
    def __init__(self, line):
        self.line = line          # as written, with its `$ `
        self.stdin = []
        self.end = None           # the word that ends stdin, when there is any


def parse(text):
    """The head of a session and its steps; the expected output is not kept, it is compared as a whole."""
    head, steps, reading = [], [], None
    for line in text.splitlines():
        if reading:
            if line == reading.end:
                reading = None
            else:
                reading.stdin.append(line)
        elif line.startswith("$ "):
            step = Step(line)
            steps.append(step)
            if "<<" in line:
                step.end = line.split("<<")[-1].strip()
                reading = step
        elif not steps:
            head.append(line)
    if reading:
        raise ValueError(f"`{reading.line}` never reaches its {reading.end!r}")
    if not steps:
        raise ValueError("has no line that begins with `$ `")
    wrong = [line for line in head if line and not line.startswith("#")]
    if wrong:
        raise ValueError(f"has output before the first command: {wrong[0]}")
    return head, steps


HEAD = re.compile(r" \| head -(\d+)$")
INTO = re.compile(r" > (\S+)$")


def perform(step, beding, folder):
    """The output of one step, as the session writes it."""
    only = HEAD.search(step.line)
    into = INTO.search(step.line)
    command = INTO.sub("", HEAD.sub("", step.line[2:])).split("<<")[0]
    words = [w.replace("{root}", str(expect.ROOT)) for w in shlex.split(command)]
    if words[:1] == ["cat"]:
        texts = [expect.read(folder / name) for name in words[1:]]
        out = "".join(f"{name} is not there\n" if text is None else text for name, text in zip(words[1:], texts))
        err, status = "", 0
    elif words[:1] == ["beding"]:
        stdin = "".join(line + "\n" for line in step.stdin)
        out, err, status = expect.run([beding, *words[1:]], folder, stdin, into and into.group(1))
    else:
        raise ValueError(f"`{step.line}` is neither beding nor cat")
    if not isinstance(status, int) or status < 0:
        raise ValueError(f"`{step.line}` did not end by itself ({status}):\n{out}{err}")
    out = expect.ended(out)
    if only:
        out = "".join(out.splitlines(keepends=True)[:int(only.group(1))])
    if err:
        out += "--- stderr\n" + expect.ended(err)
    if status != 0:
        out += f"--- status {status}\n"
    return out.replace(str(expect.ROOT), "{root}").replace(str(folder), ".")


def retell(text, beding, folder):
    """A session as it should have been written, when its commands run in `folder`."""
    head, steps = parse(text)
    told = "".join(line + "\n" for line in head)
    for step in steps:
        told += ("" if step is steps[0] else "\n") + step.line + "\n"
        if step.end is not None:
            told += "".join(line + "\n" for line in [*step.stdin, step.end])
        told += perform(step, beding, folder)
    return told


def replay(session, beding):
    """The whole session, in a copy of its folder."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve() / "werk"
        files = session.with_suffix("")
        if files.is_dir():
            shutil.copytree(files, folder)
        else:
            folder.mkdir()
        return retell(expect.read(session), beding, folder)


def main(arguments):
    options = expect.options(arguments, __doc__, "tests", accept="write the output as the new expectation",
                             cases="only sessions with this in their name")

    beding = expect.program(options.beding)
    folder = options.folder.resolve()
    report = expect.Report(f"tools/golden/sessions.py --beding {expect.named(options.beding)} --accept")
    for session in sorted(folder.rglob("*.sessie")):
        name = str(session.relative_to(folder).with_suffix(""))
        if options.filter not in name:
            continue
        try:
            report.compare(name, session, expect.read(session), replay(session, beding), options.accept)
        except ValueError as error:
            report.bad(name, f"{expect.named(session)} {error}")
    return report.close(options.filter)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
