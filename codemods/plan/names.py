"""Names that a person would choose for functions, layers and optimizers, none of them taken."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterable, Sequence

_TRAINING_WORDS = frozenset({"train", "training", "trainer", "solver", "optimizer", "optim", "opt", "op", "step",
                             "minimize", "update", "ops"})  # fmt: skip
_OPERATION_WORDS = frozenset({"op", "ops", "tensor"})


def fresh(wanted: str, taken: set[str]) -> str:
    """`wanted`, or `wanted_2` and so on; the name is taken from now on."""
    name, number = wanted, 2
    while name in taken or keyword.iskeyword(name) or hasattr(builtins, name):
        name, number = f"{wanted}_{number}", number + 1
    taken.add(name)
    return name


def bare(name: str, words: frozenset[str] = _OPERATION_WORDS) -> str:
    """The name without words that only say what kind of thing it was."""
    kept = [word for word in name.split("_") if word.lower() not in words]
    return "_".join(kept).strip("_")


def training_name(targets: Sequence[str], only: bool) -> str:
    """The step that trains: `train_step`, or `train_<what>` where there are several."""
    if only or len(targets) != 1:
        return "train_step"
    rest = bare(targets[0], _TRAINING_WORDS)
    return f"train_{rest}" if rest else "train_step"


def optimizer_name(target: str | None, only: bool) -> str:
    """`optimizer`, or `<what>_optimizer` where there are several."""
    rest = bare(target, _TRAINING_WORDS) if target else ""
    return "optimizer" if only or not rest else f"{rest}_optimizer"


def joined(names: Iterable[str]) -> str:
    """`loss`, `loss_and_accuracy`, or nothing where that would be too long."""
    words = [bare(name) or name for name in names]
    text = "_and_".join(words)
    fits = 0 < len(words) <= 2 and len(text) <= 40
    return text if fits and re.fullmatch(r"[A-Za-z_]\w*", text) else ""


def bound_names(nodes: Iterable[ast.AST]) -> set[str]:
    """Every name that is bound or imported by any of these nodes: none of them is free."""
    found: set[str] = set()
    for node in nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
            case ast.arg(arg=name):
                found.add(name)
            case ast.alias(name=name, asname=asname):
                found.add((asname or name).split(".")[0])
            case ast.ExceptHandler(name=str(name)):
                found.add(name)
            case _:
                pass
    return found
