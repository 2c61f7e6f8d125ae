"""What the runners share: run a command, compare its output with what a file expects, report."""

import argparse
import difflib
import os
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60


def run(command, cwd, stdin="", into=None):
    """Runs `command` in an environment that is the same on every machine: (stdout, stderr, status).

    Standard output goes to the file `into` instead, when there is one. A command that never ends or cannot start is a
    failure with a word about it, never an exception.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "HOME": home,
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "PATH": os.environ.get("PATH", ""),
            "TZ": "Europe/Amsterdam",
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LD_LIBRARY_PATH"):
            if name in os.environ:
                environment[name] = os.environ[name]
        try:
            with open(Path(cwd) / into, "wb") if into else nullcontext(subprocess.PIPE) as out:
                done = subprocess.run(command, cwd=cwd, env=environment, input=stdin.encode(),
                                      stdout=out, stderr=subprocess.PIPE, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return "", f"no end within {SECONDS} seconds\n", "timeout"
        except OSError as error:
            return "", f"cannot run {command[0]}: {error.strerror}\n", "not started"
    return (done.stdout or b"").decode(errors="replace"), done.stderr.decode(errors="replace"), done.returncode


def options(arguments, description, folder, accept, cases):
    """What every runner is told: the command to test, whether what it says is accepted, where the cases are, and which."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--beding", required=True, metavar="PATH", help="the command to test")
    parser.add_argument("--accept", action="store_true", help=accept)
    parser.add_argument("--folder", type=Path, default=ROOT / folder, help=f"default: {folder}")
    parser.add_argument("filter", nargs="?", default="", help=cases)
    return parser.parse_args(arguments)


def ended(text):
    """`text` with its last line ended; a missing end is shown."""
    return text if not text or text.endswith("\n") else text + "\n--- no end of line\n"


def difference(expected, actual, name):
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(),
                                 f"{name} (expected)", f"{name} (actual)", lineterm="")
    return "\n".join(lines) or f"{name}: only the ends of lines differ"


def named(path):
    """A path as people type it from the top of the project."""
    try:
        return str(Path(path).resolve().relative_to(ROOT))
    except ValueError:
        return str(path)


class Report:
    """Counts, and ends with the line that tools/test adds up."""

    def __init__(self, refresh):
        self.refresh = refresh  # the command that accepts new output
        self.passed = self.failed = 0

    def ok(self):
        self.passed += 1

    def bad(self, name, why):
        self.failed += 1
        print(f"FAILED {name}\n{why}\n")

    def compare(self, name, path, expected, actual, accept):
        """One case: `path` should hold `actual`. With `accept` it does so from now on."""
        if expected == actual:
            self.ok()
        elif accept:
            path.write_text(actual, encoding="utf-8", newline="")
            self.ok()
            print(f"accepted {name}")
        elif expected is None:
            self.bad(name, f"{named(path)} is not there; the output was:\n{actual}")
        else:
            self.bad(name, difference(expected, actual, named(path)) + f"\nto accept: {self.refresh} {name}")

    def close(self, filtered):
        if filtered and self.passed + self.failed == 0:
            print("no case has a name with that in it")
            self.failed = 1
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def read(path):
    """The text of a file, or None when it is not there. Ends of lines are kept as they are."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None


def program(path):
    """The command to test, as an absolute path; the runner stops when it is not there."""
    found = Path(path).resolve()
    if not os.access(found, os.X_OK):
        sys.exit(f"{path} is not a program; build it first")
    return str(found)
