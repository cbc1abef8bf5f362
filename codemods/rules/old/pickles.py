"""Pickles in files that were written for Python 2: opened for bytes, and read as Python 2 wrote them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module
from codemods.source.tree import names_in, parents

_OPENERS = frozenset({"gzip.open", "bz2.open", "bz2.BZ2File", "gzip.GzipFile"})
_FILES = {"pickle.load": 0, "pickle.dump": 1}
_NOTE = 'a pickle that Python 2 wrote needs encoding="latin1" here, and a file opened with "rb".'


def pickles(module: Module, rule: str, may_edit: bool) -> Iterator[Finding]:
    """One finding for each call that reads a pickle, or writes one into a file that is not open for bytes."""
    names = Names.of(module)
    made: set[Edit] = set()
    for call in parents(module):
        dotted = names.dotted_of(call.func) if isinstance(call, ast.Call) else None
        if not isinstance(call, ast.Call) or dotted not in (*_FILES, "pickle.loads"):
            continue
        edits = _edits(module, names, call, dotted) if may_edit and dotted in _FILES else None
        if edits:
            edits = tuple(edit for edit in edits if edit not in made)  # two may be read from one file
            made |= set(edits)
            message = "Pickles are bytes; latin1 reads what Python 2 wrote, whatever it holds."
            yield Finding(rule, module.place(call), message, Safety.REVIEW, edits)
        elif edits is None and dotted != "pickle.dump" and not _says_encoding(call):
            yield Finding(rule, module.place(call), _NOTE, Safety.NOTE)


def _says_encoding(call: ast.Call) -> bool:
    return any(keyword.arg in ("encoding", None) for keyword in call.keywords)


def _edits(module: Module, names: Names, call: ast.Call, dotted: str) -> tuple[Edit, ...] | None:
    """None where nobody can tell what the file is."""
    position = _FILES[dotted]
    if len(call.args) <= position or any(isinstance(each, ast.Starred) for each in call.args):
        return None
    opened = _opened(module, names, call, call.args[position])
    if opened is None:
        return None
    mode = _for_bytes(module, names, opened, "r" if position == 0 else "w")
    if mode is None:
        return None
    if position or _says_encoding(call):
        return mode
    end = module.span(call.args[0])[1]
    return (*mode, Edit(end, end, ', encoding="latin1"'))


def _opened(module: Module, names: Names, call: ast.Call, node: ast.expr) -> ast.Call | None:
    """The call that opens the file: in its place, or in the `with` or the one assignment that binds its name."""
    if isinstance(node, ast.Call):
        return node if _opens(names, node) else None
    if not isinstance(node, ast.Name):
        return None
    values = _with_values(module, call, node.id) or _assigned(module, node.id)
    value = values[0] if len(values) == 1 else None
    return value if isinstance(value, ast.Call) and _opens(names, value) else None


def _with_values(module: Module, call: ast.Call, word: str) -> list[ast.expr | None]:
    """What the innermost `with` around a call binds to a name; nothing where the block also uses it otherwise."""
    node: ast.AST | None = call
    while node is not None:
        if isinstance(node, ast.With):
            for item in node.items:
                if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == word:
                    first, last = node.lineno, node.end_lineno or node.lineno
                    inside = [each for each in names_in(module) if each.id == word and first <= each.lineno <= last]
                    plain = all(each is item.optional_vars or _is_pickled(module, each) for each in inside)
                    return [item.context_expr] if plain or _binary(item.context_expr) else [None]
        node = parents(module).get(node)
    return []


def _assigned(module: Module, word: str) -> list[ast.expr | None]:
    """What the assignments to a name give it, if it is used for nothing but pickles."""
    uses = [each for each in names_in(module) if each.id == word]
    stores = [each for each in uses if isinstance(each.ctx, ast.Store)]
    loads = [each for each in uses if isinstance(each.ctx, ast.Load)]
    values = [_value(parents(module).get(each)) for each in stores]
    plain = all(_is_pickled(module, each) or _is_closed(module, each) for each in loads)
    return values if plain or all(_binary(each) for each in values) else [None]


def _value(statement: ast.AST | None) -> ast.expr | None:
    match statement:
        case ast.Assign(targets=[ast.Name()], value=value):
            return value
    return None


def _is_pickled(module: Module, node: ast.Name) -> bool:
    above = parents(module).get(node)
    return isinstance(above, ast.Call) and Names.of(module).dotted_of(above.func) in _FILES


def _is_closed(module: Module, node: ast.Name) -> bool:
    above = parents(module).get(node)
    return isinstance(above, ast.Attribute) and above.attr == "close"


def _opens(names: Names, call: ast.Call) -> bool:
    dotted = names.dotted_of(call.func)
    if dotted is not None:
        return dotted in _OPENERS
    plain = isinstance(call.func, ast.Name) and call.func.id == "open"
    return plain and names.scopes.scope_of[call.func].owner("open") is None  # type: ignore[index]


def _mode(call: ast.Call) -> ast.expr | None:
    return call.args[1] if len(call.args) > 1 else next((k.value for k in call.keywords if k.arg == "mode"), None)


def _binary(node: ast.expr | None) -> bool:
    mode = _mode(node) if isinstance(node, ast.Call) else None
    return isinstance(mode, ast.Constant) and isinstance(mode.value, str) and "b" in mode.value


def _for_bytes(module: Module, names: Names, call: ast.Call, letter: str) -> tuple[Edit, ...] | None:
    """The edit that opens a file for bytes; none where it is; None where the mode is not known or another."""
    mode = _mode(call)
    if mode is None:
        if names.dotted_of(call.func) is not None:
            return ()  # compressed files are read as bytes unless told otherwise
        if letter != "r" or len(call.args) != 1 or call.keywords:
            return None
        end = module.span(call.args[0])[1]
        return (Edit(end, end, ', "rb"'),)
    if not isinstance(mode, ast.Constant) or not isinstance(mode.value, str):
        return None
    if "b" in mode.value:
        return ()
    if mode.value not in (letter, f"{letter}+"):
        return None
    return (Edit(*module.span(mode), f'"{mode.value[0]}b{mode.value[1:]}"'),)
