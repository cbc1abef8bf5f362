"""What it does
    Replaces names that NumPy and Python have dropped since (`np.float`, `np.product`, `collections.Iterable`).

Why
    The current TensorFlow runs on a current Python and NumPy, where these names raise.

Example
    `np.zeros(3, dtype=np.float)` becomes `np.zeros(3, dtype=float)`.

When it declines
    Where the built-in name means something else in the module. Names without an equivalent are left alone.
"""

from __future__ import annotations

import ast
from functools import cache

from codemods.analysis.names import Names
from codemods.api.files import strings, toml
from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module

RULE = "removed-alias"


def removed_alias_findings(module: Module) -> tuple[Finding, ...]:
    """Every such name of a module. Valid for programs of any tier."""
    if not any(package in module.data for package in (b"numpy", b"collections", b"time")):
        return ()
    names = Names.of(module)
    return tuple(
        finding
        for node in names.scopes.chains
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
        for finding in _check(module, names, node)
    )


def _check(module: Module, names: Names, node: ast.Attribute) -> tuple[Finding, ...]:
    dotted, root = names.dotted_of(node), names.root_of(node)
    extra = 0
    while dotted is not None and dotted not in _aliases() and "." in dotted:
        dotted, extra = dotted.rpartition(".")[0], extra + 1
    prefix: ast.expr = node
    for _ in range(extra):
        prefix = prefix.value if isinstance(prefix, ast.Attribute) else prefix
    if dotted not in _aliases() or root is None or not isinstance(prefix, ast.Attribute):
        return ()
    text = _text(names, root, _aliases()[dotted], names.dotted_of(root) or "")
    if text is None:
        return ()
    edit = Edit(*module.span(prefix), text)
    return (Finding(RULE, module.place(node), f"{dotted} is now {_aliases()[dotted]}.", Safety.SAFE, (edit,)),)


def _text(names: Names, root: ast.Name, target: str, package: str) -> str | None:
    if "." not in target:
        scope = names.scopes.scope_of[root]
        return target if scope.owner(target) is None and not names.stars else None
    return root.id + target.removeprefix(package) if target.startswith(f"{package}.") else None


@cache
def _aliases() -> dict[str, str]:
    return strings(toml("removed_aliases.toml")["aliases"])
