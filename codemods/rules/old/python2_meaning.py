"""What it does
    In a file that was written for Python 2: writes `//` between operands that are plainly integers, opens the files of
    pickles for bytes, and reads them with the encoding that Python 2 wrote them in. Every other `/` whose operands may
    both be integers is listed.

Why
    These parse as Python 3 and mean something else there: Python 2 divided integers without a remainder, and its
    strings in pickles are bytes.

Example
    `half = len(xs) / 2` becomes `half = len(xs) // 2`;
    `pickle.load(open(p, "rb"))` becomes `pickle.load(open(p, "rb"), encoding="latin1")`.

When it declines
    In files that parsed as Python 3 before, nothing is edited. Divisions of values that are not known are reported, and
    so is a pickle read from anything but a file that is plainly opened for bytes here.

Assumes
    That latin1 restores the pickled strings: it does for NumPy arrays and ASCII text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.rule import Edit, Finding, Safety
from codemods.rules.old.integers import is_integer, is_plainly_float
from codemods.rules.old.pickles import pickles
from codemods.source.module import Module
from codemods.source.walk import walk

RULE = "python2-meaning"


def check(module: Module, converted: bool) -> Iterator[Finding]:
    """`converted`: the file could not be parsed as Python 3, so everything in it was meant for Python 2."""
    yield from _divisions(module, converted)
    if "pickle" in module.text:
        yield from pickles(module, RULE, converted)


def _divisions(module: Module, converted: bool) -> Iterator[Finding]:
    if "/" not in module.text or _true_division(module.tree):
        return
    for node in sorted(_divided(module), key=lambda each: (each.lineno, each.col_offset)):
        left, right = (node.target, node.value) if isinstance(node, ast.AugAssign) else (node.left, node.right)
        if is_plainly_float(module, left) or is_plainly_float(module, right):
            continue
        place = module.place(node)
        if converted and is_integer(module, left) and is_integer(module, right):
            at = _slash(module, left, right)
            if at is not None:
                message = "Python 2 divided integers without a remainder: `//`."
                yield Finding(RULE, place, message, Safety.SAFE, (Edit(at, at, "/"),))
                continue
        message = f"`{_short(module, node)}` divided integers without a remainder in Python 2; write `//` if both are."
        yield Finding(RULE, place, message, Safety.NOTE)


def _divided(module: Module) -> Iterator[ast.BinOp | ast.AugAssign]:
    for node in walk(module.tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield node


def _slash(module: Module, left: ast.expr, right: ast.expr) -> int | None:
    """Where the operator stands; None if a comment or more stands between the operands."""
    start, end = module.span(left)[1], module.span(right)[0]
    between = module.text[start:end]
    plain = between.replace("(", "").replace(")", "").replace("=", "").replace("\\", "").split()
    return start + between.index("/") if plain == ["/"] else None


def _short(module: Module, node: ast.BinOp | ast.AugAssign) -> str:
    return " ".join(module.source(node).split())[:60]


def _true_division(tree: ast.Module) -> bool:
    futures = (each for each in tree.body if isinstance(each, ast.ImportFrom) and each.module == "__future__")
    return any(alias.name == "division" for each in futures for alias in each.names)
