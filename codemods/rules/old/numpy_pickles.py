"""What it does
    Adds `allow_pickle=True` to `np.load` where it plainly reads pickled objects.

Why
    NumPy no longer reads them unless told so; the old default was to read them.

Example
    `np.load("vgg16.npy", encoding="latin1").item()` becomes
    `np.load("vgg16.npy", encoding="latin1", allow_pickle=True).item()`.

When it declines
    Where nothing shows that objects are read: no `encoding=`, which only pickles need, and no `.item()` on the result.

Assumes
    That the file can be trusted: reading a pickle can run code. It could before, too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module
from codemods.source.tree import parents

RULE = "numpy-pickles"


def check(module: Module) -> Iterator[Finding]:
    """One finding for each such call."""
    if b"numpy" not in module.data or ".load(" not in module.text:
        return
    names, above = Names.of(module), parents(module)
    for call in above:
        if (
            isinstance(call, ast.Call)
            and names.dotted_of(call.func) == "numpy.load"
            and _reads_objects(call, above[call])
        ):
            last = max(
                (*call.args, *(keyword.value for keyword in call.keywords)), key=lambda each: module.span(each)[1]
            )
            end = module.span(last)[1]
            edit = Edit(end, end, ", allow_pickle=True")
            message = "NumPy reads pickled objects only if told so."
            yield Finding(RULE, module.place(call), message, Safety.REVIEW, (edit,))


def _reads_objects(call: ast.Call, above: ast.AST) -> bool:
    given = {keyword.arg for keyword in call.keywords}
    if not call.args or len(call.args) > 2 or isinstance(call.args[0], ast.Starred) or given & {"allow_pickle", None}:
        return False
    return "encoding" in given or (isinstance(above, ast.Attribute) and above.attr == "item")
