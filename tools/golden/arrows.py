#!/usr/bin/env python3
"""Checks that every #include "FOLDER/..." follows an arrow of the top-level CMakeLists.txt.

The linker cannot see a header that is only read; this can. An arrow may be followed through others.
"""

import re
import sys

import expect

ARROW = re.compile(r"^beding_uses\(([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"/]+)/', re.MULTILINE)


def arrows(cmake):
    """Folder -> the folders it may include, itself among them."""
    direct = {words[0]: set(words[1:]) for words in (m.group(1).split() for m in ARROW.finditer(cmake))}

    def reach(folder, seen):
        for used in direct.get(folder, set()) - seen:
            seen.add(used)
            reach(used, seen)
        return seen

    return {folder: reach(folder, {folder}) for folder in direct}


def wrong_includes(text, folder, allowed):
    """The folders that `text`, a file of `folder`, includes without an arrow."""
    return sorted(used for used in set(INCLUDE.findall(text)) if used in allowed and used not in allowed[folder])


def cycles(allowed):
    return sorted(a for a in allowed for b in allowed[a] - {a} if a in allowed.get(b, set()))


def main():
    allowed = arrows((expect.ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))
    report = expect.Report("")
    folders = [path for top in ("interpreter", "tools") for path in sorted((expect.ROOT / top).iterdir())
               if path.name in allowed]
    if not folders:
        report.bad("arrows", "no folder of interpreter/ has an arrow in CMakeLists.txt")
    for folder in cycles(allowed):
        report.bad(folder, "its arrows lead back to itself")
    for folder in folders:
        wrong = [f"{expect.named(path)} includes {used}/, and {folder.name} has no arrow to {used}"
                 for path in sorted(folder.rglob("*")) if path.suffix in (".h", ".cpp")
                 for used in wrong_includes(path.read_text(encoding="utf-8"), folder.name, allowed)]
        report.bad(folder.name, "\n".join(wrong)) if wrong else report.ok()
    return report.close("")


if __name__ == "__main__":
    sys.exit(main())
