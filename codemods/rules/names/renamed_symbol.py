"""What it does
    Gives a symbol that only moved the name that TensorFlow 2 has for it.

Why
    The old name is gone; the meaning is the same. Tests compare values and gradients.

Example
    `tf.log(x)` becomes `tf.math.log(x)`; `tf.set_random_seed(1)` becomes `tf.random.set_seed(1)`.

When it declines
    Where TensorFlow itself has no name in the module, and in f-strings.
"""

from __future__ import annotations

from collections.abc import Iterator

from codemods.analysis.names import Names
from codemods.api.native import Keep, decide, keeps_alias
from codemods.api.table import symbol
from codemods.rule import Edit, Finding, Safety
from codemods.rules.names.uses import Use, spelling, uses
from codemods.source.module import Module

RULE = "renamed-symbol"


def check(module: Module) -> Iterator[Finding]:
    """One finding for each name to replace, and a note where it cannot be replaced."""
    names = Names.of(module)
    for use in uses(module):
        target = _target(names, use)
        if target is None:
            continue
        place = module.place(use.node)
        text = target if target.startswith('"') else spelling(module, use, target)
        if text is None:
            yield Finding(RULE, place, f"{use.api} is {target} now. Import tensorflow to write it.", Safety.NOTE)
        elif text != module.source(use.node) and not keeps_alias(names, use.node):
            edit = Edit(*module.span(use.node), text)
            yield Finding(RULE, place, f"{use.api} is {target} now", Safety.SAFE, (edit,))


def _target(names: Names, use: Use) -> str | None:
    """The native name, where the whole change is a change of name."""
    known = symbol(use.api)
    if known is None or known.target is None or known.target == use.api:
        return None
    return known.target if isinstance(decide(names, use.node, use.call), Keep) else None
