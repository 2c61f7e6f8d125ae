#!/usr/bin/env python3
"""Installs the libraries beside the build and builds programs on them as strangers do: found by CMake in C++ and C, by
pkg-config, from the sources, on the engine alone, and in Python. Each says what its `verwacht.txt` says.

The engine is then looked into: it holds neither the compiler nor ANTLR, and neither library shows more than its headers.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tools/golden"))
import expect  # noqa: E402


class Failed(Exception):
    pass


def done(command, **more):
    """What the command prints; Failed when it fails."""
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)
    if result.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))}\n{result.stdout}{result.stderr}")
    return result.stdout


class Consumers:
    def __init__(self, options):
        self.options = options
        self.folder = options.build / "consumers"
        self.prefix = self.folder / "prefix"
        self.wrapper = options.wrapper.split()

    def install(self):
        shutil.rmtree(self.prefix, ignore_errors=True)
        done(["cmake", "--install", self.options.build, "--prefix", self.prefix, "--component", "library"])

    def cache(self):
        """What the build itself was made with, so that the programs fit."""
        text = (self.options.build / "CMakeCache.txt").read_text(encoding="utf-8")
        return dict(re.findall(r"^([A-Za-z0-9_]+):\w+=(.*)$", text, re.MULTILINE))

    def build(self, name, *more):
        """Configures and builds the program of a folder."""
        cache = self.cache()
        sanitize = cache.get("BEDING_SANITIZE", "")
        checks = f"-fsanitize={sanitize} -fno-sanitize-recover=all" if sanitize else ""
        folder = self.folder / name
        if (folder / "CMakeCache.txt").exists() and not more:
            shutil.rmtree(folder)
        done(["cmake", "-S", HERE / name, "-B", folder, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={self.prefix}",
              f"-DCMAKE_BUILD_TYPE={cache['CMAKE_BUILD_TYPE']}", f"-DCMAKE_C_FLAGS={checks}",
              f"-DCMAKE_CXX_FLAGS={checks}", f"-DCMAKE_EXE_LINKER_FLAGS={checks}", *more])
        done(["cmake", "--build", folder, "--parallel", "2"])
        return folder

    def run(self, program, *words):
        return done([*self.wrapper, program, *words], cwd=HERE)

    def compiled(self):
        path = self.folder / "verhuur.bgraf"
        done([self.options.beding, "compileer", HERE / "verhuur.beding", "-o", path])
        return path

    def libraries(self):
        return {name: next(self.prefix.glob(f"lib*/**/lib{name}.so")) for name in ("beding", "beding_engine")}

    # --- The cases: each returns what was said, to be held against its file ---------------------------------------

    def cpp(self):
        return self.run(self.build("cpp") / "huur", "verhuur.beding")

    def c(self):
        return self.run(self.build("c") / "huur", "verhuur.beding", "dossiers.jsonl")

    def engine(self):
        return self.run(self.build("engine") / "lopend", self.compiled(), "dossiers.jsonl")

    def subdirectory(self):
        cache = self.cache()
        same = ("BEDING_SANITIZE", "BEDING_WERROR", "BEDING_COVERAGE", "CMAKE_CXX_FLAGS", "CMAKE_CXX_FLAGS_DEBUG",
                "CMAKE_CXX_FLAGS_RELEASE")  # so that the compiler cache has it already
        folder = self.build("subdirectory", f"-DBEDING_SOURCE={HERE.parents[1]}",
                            *(f"-D{name}={cache.get(name, '')}" for name in same))
        return self.run(folder / "ingevoegd", self.compiled(), "dossiers.jsonl")

    def python(self):
        """Its component alone."""
        prefix = self.folder / "python"
        shutil.rmtree(prefix, ignore_errors=True)
        done(["cmake", "--install", self.options.build, "--prefix", prefix, "--component", "python"])
        package = next(prefix.glob("lib*/python*/site-packages"))
        environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        if "address" in self.cache().get("BEDING_SANITIZE", ""):  # which the interpreter itself was not built with
            # Python itself has no C++: without its library the sanitizer does not know how exceptions are thrown.
            environment["LD_PRELOAD"] = " ".join(done(["c++", f"-print-file-name={library}"]).strip()
                                                 for library in ("libasan.so", "libstdc++.so"))
            environment["ASAN_OPTIONS"] = "detect_leaks=0"
        return done([sys.executable, HERE / "python/main.py", "verhuur.beding", "dossiers.jsonl"], cwd=HERE,
                    env=environment)

    def pkgconfig(self):
        where = next(self.prefix.glob("lib*/**/pkgconfig"))
        environment = {**os.environ, "PKG_CONFIG_PATH": str(where)}
        flags = done(["pkg-config", "--cflags", "--libs", "beding"], env=environment).split()
        sanitize = self.cache().get("BEDING_SANITIZE", "")
        checks = [f"-fsanitize={sanitize}"] if sanitize else []
        program = self.folder / "huur"
        done(["cc", "-std=c99", *checks, HERE / "c/main.c", "-o", program, *flags, f"-Wl,-rpath,{where.parent}"])
        return self.run(program, "verhuur.beding", "dossiers.jsonl")

    def engine_alone(self):
        """The engine and what it needs, without a trace of the compiler."""
        library = self.libraries()["beding_engine"]
        wrong = [line for line in done(["ldd", library]).splitlines() if re.search(r"antlr|libbeding\.so", line)]
        traces = r"antlr|beding::(parse|lower)\(|beding::Workspace|beding::syntax::|beding::names::|gvContext"
        wrong += [line for line in done(["nm", "-C", library]).splitlines() if re.search(traces, line)]
        whole = done(["nm", "-C", self.libraries()["beding"]])
        if not re.search(r"beding::Workspace", whole) or "antlr4::" not in whole:
            wrong.append("the compiler shows no such trace either: this looks for the wrong thing")
        return "\n".join(wrong)

    def symbols(self):
        """What the libraries show beyond their headers, and what they do not show of them."""
        header = next(self.prefix.glob("include/beding/beding_c.h")).read_text(encoding="utf-8")
        told = set(re.findall(r"^BEDING_API [^;(]*?(beding_\w+)\(", header, re.MULTILINE))
        there = {line.split()[-1] for library in self.libraries().values()
                 for line in done(["nm", "-D", "--defined-only", library]).splitlines()}
        wrong = [f"{name} stands in beding_c.h only" for name in sorted(told - there)]
        if len(told) < 40:
            wrong.append("beding_c.h declares next to nothing: this reads it wrongly")
        for library in self.libraries().values():
            shown = done(["nm", "-D", "-C", "--defined-only", library]).splitlines()
            ours = [line for line in shown if re.search(r"beding", line)]
            public = re.compile(r"^[0-9a-f]+ [TVRW] (beding_|beding::v1::(Graph|Evaluation|Portfolio)::"
                                r"|beding::v1::(isoText|kindName|compile|compileText|shippedDocuments|drawing)(\[abi:cxx11\])?\()")
            wrong += [line for line in ours if not public.search(line) or "Inside::" in line]
        return "\n".join(wrong)


CASES = ("cpp", "c", "engine", "subdirectory", "pkgconfig", "python", "engine_alone", "symbols")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=lambda text: Path(text).resolve(), help="the build folder")
    parser.add_argument("--beding", required=True, help="the command")
    parser.add_argument("--wrapper", default="", help="put before each program, such as valgrind and its options")
    parser.add_argument("filter", nargs="?", default="", help="only the case of this name")
    options = parser.parse_args(arguments)
    options.beding = expect.program(options.beding)

    report = expect.Report("")
    consumers = Consumers(options)
    consumers.install()
    for name in CASES:
        if options.filter not in ("", name) or (name == "python" and consumers.cache().get("BEDING_PYTHON") != "ON"):
            continue
        folder = HERE / {"subdirectory": "engine", "pkgconfig": "c"}.get(name, name)
        try:
            expected, actual = expect.read(folder / "verwacht.txt") or "", getattr(consumers, name)()
            report.ok() if actual == expected else report.bad(name, expect.difference(expected, actual, name))
        except Failed as problem:
            report.bad(name, str(problem))
    return report.close(options.filter)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
