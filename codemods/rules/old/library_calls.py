"""Arguments and calls that libraries dropped and that rows cannot express: Matplotlib's, NumPy's, Python's."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit, Finding, Safety
from codemods.rules.old import frames
from codemods.rules.old.guards import guarded_lines
from codemods.source.module import Module
from codemods.source.statements import remove_statements
from codemods.source.tree import parents

Check = Callable[[Module, str], Iterator[Finding]]
_AXES = frozenset({"axes", "subplot", "add_subplot", "add_axes", "subplot2grid"})
_SIGNS = {
    "matplotlib": (b"axisbg", b"normed", b"hold"),
    "numpy": (b"normed", b"newshape"),
    "pandas": (b"pandas",),
    "python": (b"getargspec",),
}
_SPEC = {"args": "args", "varargs": "varargs", "defaults": "defaults", "keywords": "varkw"}


def may_concern(module: Module, library: str) -> bool:
    """Does a module mention such an argument or call of a library?"""
    return any(sign in module.data for sign in _SIGNS.get(library, ()))


def check(module: Module, library: str, rule: str) -> Iterator[Finding]:
    """What one library changed."""
    found = _CHECKS.get(library)
    if found is not None:
        guarded = guarded_lines(module)
        yield from (each for each in found(module, rule) if each.place.line not in guarded)


def _matplotlib(module: Module, rule: str) -> Iterator[Finding]:
    if b"matplotlib" not in module.data:
        return
    names, above = Names.of(module), parents(module)
    for call in above:
        if not isinstance(call, ast.Call):
            continue
        word = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        dotted = names.dotted_of(call.func)
        if word in _AXES or (dotted or "").startswith("matplotlib."):
            yield from _keyword(module, rule, call, "axisbg", "facecolor")
        if word == "hist" and (dotted is None or dotted.startswith("matplotlib.")):
            yield from _keyword(module, rule, call, "normed", "density")
        holder = above[call]
        if word == "hold" and _holds(names, call) and isinstance(holder, ast.Expr):
            edits = remove_statements(module, [holder])
            yield Finding(rule, module.place(call), "Axes always hold now.", Safety.SAFE, edits)


def _holds(names: Names, call: ast.Call) -> bool:
    """`hold(True)` says what is always so; `hold()` alone toggled it."""
    dotted = names.dotted_of(call.func)
    value = call.args[0].value if len(call.args) == 1 and isinstance(call.args[0], ast.Constant) else None
    return dotted == "matplotlib.pyplot.hold" and (value is True or value in ("on", 1)) and not call.keywords


def _keyword(module: Module, rule: str, call: ast.Call, old: str, new: str) -> Iterator[Finding]:
    for keyword in call.keywords:
        if keyword.arg == old and not any(each.arg == new for each in call.keywords):
            start, _ = module.span(keyword)
            edit = Edit(start, start + len(old), new)
            yield Finding(rule, module.place(keyword), f"{old}= is now {new}=.", Safety.SAFE, (edit,))


def _new_shape(module: Module, rule: str, call: ast.Call) -> Iterator[Finding]:
    """`newshape` has always been the second argument; `shape`, its new name, is younger than NumPy 2."""
    first = call.keywords[0] if call.keywords else None
    if first is None or first.arg != "newshape" or len(call.args) != 1 or isinstance(call.args[0], ast.Starred):
        yield from _keyword(module, rule, call, "newshape", "shape")
        return
    start, end = module.span(first)
    value = module.text[start:end].partition("=")[2]
    edit = Edit(start, end - len(value.lstrip()), "")
    yield Finding(rule, module.place(first), "newshape= is gone.", Safety.SAFE, (edit,))


def _numpy(module: Module, rule: str) -> Iterator[Finding]:
    if not may_concern(module, "numpy"):
        return
    names = Names.of(module)
    for call in parents(module):
        dotted = names.dotted_of(call.func) if isinstance(call, ast.Call) else None
        if isinstance(call, ast.Call) and dotted == "numpy.reshape":
            yield from _new_shape(module, rule, call)
        if isinstance(call, ast.Call) and dotted == "numpy.histogram":
            bins = call.args[1] if len(call.args) > 1 else None
            bins = next((each.value for each in call.keywords if each.arg == "bins"), bins)
            even = bins is None or (isinstance(bins, ast.Constant) and isinstance(bins.value, int))
            if even:
                yield from _keyword(module, rule, call, "normed", "density")


def _python(module: Module, rule: str) -> Iterator[Finding]:
    if b"getargspec" not in module.data:
        return
    names, above = Names.of(module), parents(module)
    for call in above:
        if isinstance(call, ast.Call) and names.dotted_of(call.func) == "inspect.getargspec":
            edits = _full_spec(module, call, above[call])
            if isinstance(call.func, ast.Attribute) and edits is not None:
                end = module.span(call.func)[1]
                edits = (Edit(end - len("getargspec"), end, "getfullargspec"), *edits)
                yield Finding(rule, module.place(call), "getargspec is now getfullargspec.", Safety.SAFE, edits)
            else:
                message = "inspect.getargspec is gone. Use inspect.getfullargspec, which returns seven values."
                yield Finding(rule, module.place(call), message, Safety.NOTE)


def _full_spec(module: Module, call: ast.Call, above: ast.AST) -> tuple[Edit, ...] | None:
    """What else has to change where the result is used; None where that is not known."""
    end = module.span(call)[1]
    match above:
        case ast.Attribute(attr=word) if word in _SPEC:
            last = module.span(above)[1]
            return () if _SPEC[word] == word else (Edit(last - len(word), last, _SPEC[word]),)
        case ast.Subscript(slice=ast.Constant(value=0 | 1 | 2 | 3)):
            return ()
        case ast.Assign(targets=[ast.Tuple(elts=elements)]) if len(elements) == 4:
            return (Edit(end, end, "[:4]"),)
    return None


_CHECKS: dict[str, Check] = {
    "matplotlib": _matplotlib,
    "numpy": _numpy,
    "pandas": frames.check,
    "python": _python,
}
