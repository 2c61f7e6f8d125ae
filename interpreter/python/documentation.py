#!/usr/bin/env python3
"""Writes what the stub says as a C++ table: of every class, function and member its signature, as Python wants it in a
docstring, and its meaning. So `help` and the stub say the same.

    documentation.py __init__.pyi documentation.h
"""

import ast
import json
import sys


def signature(function, name):
    """`why(self, what, key='')`: without types, which a docstring cannot have."""
    arguments = ast.parse("lambda: 0", mode="eval").body
    arguments.args = function.args
    for each in arguments.args.args:
        each.annotation = None
    shown = ast.unparse(arguments).removeprefix("lambda").removesuffix(": 0").strip()
    return f"{name}({shown})\n--\n\n"


def is_property(function):
    return any(isinstance(each, ast.Name) and each.id == "property" for each in function.decorator_list)


def said(node):
    meaning = ast.get_docstring(node) or ""
    return meaning if is_property(node) else signature(node, node.name) + meaning


def of_class(node):
    """The class itself, and its members."""
    yield node.name, ast.get_docstring(node) or ""
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and (each.name == "__init__" or not each.name.startswith("_")):
            yield f"{node.name}.{each.name}", said(each)


def entries(tree):
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from of_class(node)
        elif isinstance(node, ast.FunctionDef):
            yield node.name, said(node)


def main(stub, header):
    with open(stub, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    rows = "".join(f"    {{{json.dumps(name)}, {json.dumps(text, ensure_ascii=False)}}},\n"
                   for name, text in entries(tree))
    with open(header, "w", encoding="utf-8") as file:
        file.write("// Made of the stub by documentation.py.\n#pragma once\n\n#include <string_view>\n"
                   "#include <utility>\n\n"
                   f"inline constexpr std::pair<std::string_view, const char*> documentation[] = {{\n{rows}}};\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
