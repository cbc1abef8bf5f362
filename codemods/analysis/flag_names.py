"""Which names of a module are the flags of tf.app: the module tf.flags, the object FLAGS, a flag, or tf.app.run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names, canonical
from codemods.source.module import Module
from codemods.source.tree import parents

FLAGS_MODULES = ("tf.app.flags", "tf.flags", "tf.python.platform.flags")
_INNER = frozenset({"tf_decorator", "absolute_import", "division", "print_function"})
APP_MODULES = ("tf.app", "tf.python.platform.app")
_BEGINNINGS = ("tf.app", "tf.flags", "tf.python")
_INSIDE = tuple(f"{each}." for each in FLAGS_MODULES)
RUNNERS = ("tf.app.run", "tf.python.platform.app.run")


@dataclass(frozen=True, eq=False)
class FlagUse:
    """A chain of names. `rest`: what stands behind the module tf.flags: ``, `DEFINE_float`, `FLAGS.rate`."""

    node: ast.Name | ast.Attribute
    api: str
    rest: str


@lru_cache(maxsize=8)
def flag_uses(module: Module) -> tuple[FlagUse, ...]:
    """Every use of flags in reading order, those of `FLAGS = tf.app.flags.FLAGS` too."""
    return tuple(_uses(module)) if "flags" in module.text else ()


def _uses(module: Module) -> Iterator[FlagUse]:
    for node, api in Names.of(module).apis():
        for start in FLAGS_MODULES:
            if api == start or api.startswith(f"{start}."):
                yield FlagUse(node, api, api[len(start) + 1 :])


def is_flag_name(api: str) -> bool:
    """Whether a name of TensorFlow belongs to flags or to what starts a program with them."""
    return api.startswith(_BEGINNINGS) and (api in RUNNERS or api in FLAGS_MODULES or api.startswith(_INSIDE))


@lru_cache(maxsize=8)
def runner_calls(module: Module) -> tuple[ast.Call, ...]:
    """The calls of tf.app.run."""
    if "app" not in module.text:
        return ()
    names = Names.of(module)
    found = (names.scopes.calls.get(node) for node, api in names.apis() if api in RUNNERS)
    return tuple(each for each in found if each is not None)


@lru_cache(maxsize=8)
def started_names(module: Module) -> frozenset[ast.Name]:
    """Where functions are handed to tf.app.run, or to that of absl, which calls them once."""
    names = Names.of(module)
    calls = [*runner_calls(module)]
    if "absl" in module.text:
        calls += [call for node, call in names.scopes.calls.items() if names.dotted_of(node) == "absl.app.run"]
    given = [value for call in calls for value in (*call.args[:1], *(each.value for each in call.keywords))]
    return frozenset(each for each in given if isinstance(each, ast.Name))


@lru_cache(maxsize=8)
def is_written(module: Module) -> bool:
    """Whether everything that has to do with flags in a module can be written with absl."""
    names = Names.of(module)
    if any(each.rest.split(".")[0] in _INNER for each in flag_uses(module)):
        return False
    if any(brings_flags(each, alias) for each in names.import_statements for alias in each.names if alias.asname):
        return False
    runners = {id(each.func) for each in runner_calls(module)}
    if any(api in RUNNERS and id(node) not in runners for node, api in names.apis()):
        return False
    spelled = [node for node, api in names.apis() if is_flag_name(api)]
    if any(_is_misplaced(module, node) for node in spelled):
        return False
    return all(started(module, names, call) is not None for call in runner_calls(module))


def _is_misplaced(module: Module, node: ast.expr) -> bool:
    """Whether a name stands in an f-string, where its place is not known."""
    return "".join(module.source(node).split()) != ast.unparse(node)


def brings_flags(statement: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
    """Whether an import brings flags or app of TensorFlow, by its own name."""
    if not isinstance(statement, ast.ImportFrom) or statement.level:
        return False
    return canonical(f"{statement.module}.{alias.name}") in (*FLAGS_MODULES, *APP_MODULES)


def started(module: Module, names: Names, call: ast.Call) -> ast.expr | str | None:
    """What a call of tf.app.run starts: what it is given, or the name `main`; None: not known."""
    bound = bind(call, ("main", "argv"))
    if bound is None:
        return None
    given = bound.get("main")
    if given is not None and not (isinstance(given, ast.Constant) and given.value is None):
        return given
    above = parents(module)
    node: ast.AST = call
    while node in above:
        node = above[node]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            return None
    defined = [each for each in module.tree.body if isinstance(each, ast.FunctionDef) and each.name == "main"]
    alone = len(names.scopes.top.bindings.get("main", [])) == 1
    return "main" if given is None and len(defined) == 1 and alone else None


def is_handed_on(names: Names, node: ast.expr) -> bool:
    """Whether a chain reaches flags through a name bound to them: what binds the name changes, not the chain."""
    root = names.root_of(node)
    known = canonical(names.dotted_of(root) or "") if root is not None else None
    return known is not None and (is_flag_name(known) or known in APP_MODULES)
