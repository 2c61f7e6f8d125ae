"""The stub and the package say the same: names, arguments, their defaults, meanings."""

import ast
import inspect
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import beding

STUB = ast.parse((Path(beding.__file__).parent / "__init__.pyi").read_text(encoding="utf-8"))
TOLD = {node.name: node for node in STUB.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
CLASSES = {name: node for name, node in TOLD.items() if isinstance(node, ast.ClassDef)}


def members(node):
    return {each.name: each for each in node.body if isinstance(each, ast.FunctionDef)}


def decorated(node, name):
    return any(isinstance(each, ast.Name) and each.id == name for each in node.decorator_list)


def callables():
    """What can be called, as (name, what the stub says, what there is)."""
    for name, node in TOLD.items():
        if isinstance(node, ast.FunctionDef):
            yield name, node, getattr(beding, name)
    for name, node in CLASSES.items():
        for member, function in members(node).items():
            if not decorated(function, "property") and not decorated(function, "overload"):
                yield f"{name}.{member}", function, getattr(getattr(beding, name), member)


def arguments(node):
    """Their names, and their defaults as written."""
    names = [each.arg for each in node.args.args]
    return names, [ast.unparse(each) for each in node.args.defaults]


def taken_by(name, function):
    """The same as pybind11 takes them: what it answers to an argument that nothing has."""
    is_class = name.endswith(".__init__")
    with pytest.raises(TypeError) as refused:
        (getattr(beding, name.removesuffix(".__init__")) if is_class else function)(er_is_niets=1)
    shape = re.search(r"^ +1\. [\w.]*\((.*)\)", str(refused.value), re.MULTILINE).group(1)
    shape = "self, " + shape if is_class else shape.replace("arg0", "self")
    return arguments(ast.parse(f"def f({shape}): pass").body[0])


def test_all_that_there_is_is_told():
    assert set(TOLD) == set(beding.__all__)
    for name, node in CLASSES.items():
        told = {member for member in members(node) if not member.startswith("__")}
        there = {member for member in vars(getattr(beding, name)) if not member.startswith("_") or "_repr_" in member}
        there -= {"__repr__", "code", "dutch", "english"}
        assert told == there - inherited(node), name
    assert re.fullmatch(r"\d+\.\d+\.\d+", beding.__version__)
    assert (Path(beding.__file__).parent / "py.typed").exists()


def inherited(node):
    """What a base that the stub names gives without being told."""
    bases = {"Sequence": Sequence, "Iterator": Iterator}
    names = [ast.unparse(base).split("[")[0] for base in node.bases]
    return {member for name in names if name in bases for member in dir(bases[name])}


def test_bases_are_what_the_stub_says():
    for name, base in (("Outcomes", Sequence), ("Portfolio", Iterator), ("Drawing", str), ("WrongUsage", beding.Error)):
        assert issubclass(getattr(beding, name), base)
    told = members(CLASSES["Outcomes"])
    for member in ("index", "count", "__contains__", "__reversed__", "__len__", "__getitem__", "__iter__"):
        assert member in told or hasattr(Sequence, member)
        assert callable(getattr(beding.Outcomes, member))


@pytest.mark.parametrize("name, node, function", [pytest.param(*each, id=each[0]) for each in callables()])
def test_arguments_are_what_the_stub_says(name, node, function):
    names, defaults = arguments(node)
    if name.split(".")[-1] not in ("__len__", "__iter__", "__next__"):
        said = inspect.signature(function).parameters.values()
        assert [each.name for each in said][-len(names):] == names
        assert [repr(each.default) for each in said if each.default is not each.empty] == defaults
    if type(function).__name__ in ("instancemethod", "builtin_function_or_method"):
        taken, filled = taken_by(name, function)
        assert (taken, filled) == (names, defaults)


def test_help_says_what_the_stub_says():
    for name, node in TOLD.items():
        assert inspect.getdoc(getattr(beding, name)) == ast.get_docstring(node), name
        for member, function in members(node).items() if name in CLASSES else ():
            if not member.startswith("_"):
                said = inspect.getdoc(getattr(getattr(beding, name), member))
                assert (said or None) == ast.get_docstring(function), f"{name}.{member}"
