"""Which expressions of a module are plainly pandas objects, and what of their methods is gone."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.api.libraries import methods
from codemods.rule import Edit, Finding, Place, Safety
from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

LIBRARY = "pandas"
_MAKES = frozenset({
    "pandas.DataFrame", "pandas.Series", "pandas.read_csv", "pandas.read_table", "pandas.read_excel", "pandas.read_sql",
    "pandas.read_json", "pandas.read_hdf", "pandas.read_pickle", "pandas.concat", "pandas.merge", "pandas.get_dummies",
})  # fmt: skip
_KEEPS = frozenset({
    "copy", "dropna", "fillna", "drop", "head", "tail", "sample", "reset_index", "set_index", "sort_values", "astype",
    "sort_index", "rename", "shift", "diff", "apply", "merge", "join", "transpose", "sort", "append",
})  # fmt: skip
_GONE = "pandas has no .{} any more."
_ONLY_PANDAS = frozenset({"ix", "as_matrix"})


def check(module: Module, rule: str) -> Iterator[Finding]:
    """Methods that pandas dropped: replaced where the object is plainly of pandas and the meaning is the same."""
    if b"pandas" not in module.data:
        return
    advice, above = methods(LIBRARY), parents(module)
    for node in above:
        if not isinstance(node, ast.Attribute) or node.attr not in advice or not isinstance(node.ctx, ast.Load):
            continue
        plainly = is_frame(module, node.value)
        edits = _edits(module, node, above[node]) if plainly else ()
        if edits:
            yield Finding(rule, module.place(node), _GONE.format(node.attr), Safety.SAFE, edits)
        elif (plainly or node.attr in _ONLY_PANDAS) and _imports_pandas(module):
            yield Finding(rule, module.place(node), f"{_GONE.format(node.attr)} {advice[node.attr]}", Safety.NOTE)


def left(module: Module) -> Iterator[tuple[Place, str, str]]:
    """The methods that stay, each once: place, name and advice."""
    seen: set[str] = set()
    for finding in sorted(check(module, ""), key=lambda each: each.place):
        word = finding.message.removeprefix("pandas has no .").partition(" ")[0]
        if not finding.edits and word not in seen:
            seen.add(word)
            yield finding.place, f"pandas .{word}", methods(LIBRARY)[word]


def is_frame(module: Module, node: ast.expr, asked: frozenset[str] = frozenset()) -> bool:
    """Is this plainly a DataFrame or a Series? `asked`: names that are, if this is."""
    match node:
        case ast.Call(func=func) if Names.of(module).dotted_of(func) in _MAKES:
            return True
        case ast.Call(func=ast.Attribute(value=value, attr=word)) if word in _KEEPS:
            return not any(each.arg == "inplace" for each in node.keywords) and is_frame(module, value, asked)
        case ast.Subscript(value=value, slice=ast.List() | ast.Slice() | ast.Compare()):
            return is_frame(module, value, asked)
        case ast.Name(id=word):
            return word in asked or _always(module, word, asked | {word})
    return False


def _always(module: Module, word: str, asked: frozenset[str]) -> bool:
    """Is every binding of a name, in any scope of the module, an assignment of a frame?"""
    stores = [each for each in names_in(module) if each.id == word and not isinstance(each.ctx, ast.Load)]
    values = [_value(parents(module).get(each)) for each in stores]
    if not values or any(each.arg == word for each in parents(module) if isinstance(each, ast.arg)):
        return False
    fresh = any(each is not None and not _mentions(each, word) for each in values)
    return fresh and all(each is not None and is_frame(module, each, asked) for each in values)


def _mentions(node: ast.expr, word: str) -> bool:
    return any(isinstance(each, ast.Name) and each.id == word for each in walk(node))


def _value(statement: ast.AST | None) -> ast.expr | None:
    match statement:
        case ast.Assign(targets=[ast.Name()], value=value):
            return value
    return None


def _imports_pandas(module: Module) -> bool:
    bindings = Names.of(module).scopes.top.bindings
    return any(getattr(each, "dotted", "").split(".")[0] == LIBRARY for found in bindings.values() for each in found)


def _edits(module: Module, node: ast.Attribute, call: ast.AST) -> tuple[Edit, ...]:
    if not isinstance(call, ast.Call) or call.func is not node:
        return ()
    end = module.span(node)[1]
    start = end - len(node.attr)
    if node.attr == "as_matrix" and not call.args and not call.keywords:
        return (Edit(start, module.span(call)[1], "values"),)
    if node.attr == "iteritems" and not call.args and not call.keywords:
        return (Edit(start, end, "items"),)
    plain = all(each.arg in ("ascending", "inplace") for each in call.keywords)
    if node.attr == "sort" and len(call.args) == 1 and plain and not isinstance(call.args[0], ast.Starred):
        return (Edit(start, end, "sort_values"),)
    return ()
