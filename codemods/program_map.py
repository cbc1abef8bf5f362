"""Which modules make a program: an entry that runs something, itself or through modules of the repository."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from codemods.analysis.main_guard import asks_for_main
from codemods.analysis.names import Import, Names, imports_of
from codemods.api import table
from codemods.source.module import Module

_RUNS = frozenset({"tf.Session", "tf.InteractiveSession", "tf.train.MonitoredTrainingSession",
                   "tf.train.MonitoredSession", "tf.train.SingularMonitoredSession", "tf.train.Supervisor",
                   "tf.keras.backend.get_session", "tf.app.run", "tf.test.main", "tf.enable_eager_execution",
                   "tf.contrib.eager.enable_eager_execution"})  # fmt: skip
_KERAS_SESSIONS = frozenset({"keras.backend.get_session", "keras.backend.tensorflow_backend.get_session"})
_TRAINERS = ("tf.estimator.", "tf.contrib.learn.")


@dataclass(frozen=True)
class Closure:
    """An entry and the modules with TensorFlow that it imports, itself first."""

    entry: str
    modules: tuple[str, ...]


def closures(modules: Mapping[str, Module]) -> tuple[Closure, ...]:
    """Every program among the modules, by the path of its entry."""
    imported = {path: local_imports(module, modules) for path, module in modules.items()}
    libraries = {target for path, targets in imported.items() for target in targets if target != path}
    found = []
    for path in sorted(modules):
        reached = _reach(path, imported)
        running = any(runs(modules[each]) for each in reached)
        if running and (path not in libraries or asks_for_main(modules[path])):
            found.append(Closure(path, (path, *sorted(reached - {path}))))
    return tuple(found)


def uses_graph(module: Module) -> bool:
    """Whether the module does anything with TensorFlow that belongs to a graph: placeholders, variables, sessions."""
    return any(table.is_graph_api(api) for _, api in Names.of(module).apis())


def runs(module: Module) -> bool:
    """Whether the module makes a session, executes eagerly, or trains an estimator."""
    names = Names.of(module)
    if any(is_tensorflow(star) for star in names.stars):
        return True
    if any(api in _RUNS or (api.startswith(_TRAINERS) and api.endswith("Estimator")) for _, api in names.apis()):
        return True
    return b"get_session" in module.data and not _KERAS_SESSIONS.isdisjoint(names.chains().values())


def is_tensorflow(star: ast.ImportFrom) -> bool:
    """Whether `from x import *` takes everything from TensorFlow: then nothing is known of what it runs."""
    return (star.module or "").split(".")[0] == "tensorflow"


def _reach(path: str, imported: Mapping[str, Iterable[str]]) -> set[str]:
    reached: set[str] = set()
    todo = [path]
    while todo:
        each = todo.pop()
        if each not in reached:
            reached.add(each)
            todo += imported.get(each, ())
    return reached


def local_imports(module: Module, paths: Container[str]) -> tuple[str, ...]:
    """The files among these paths that a module imports, inside of functions too."""
    found: dict[str, None] = {}
    for each in imports_of(module):
        for target in candidates(module.path, each):
            if target in paths:
                found[target] = None
    return tuple(found)


def candidates(path: str, each: Import) -> Iterable[str]:
    """The files that an import may mean: relative to the module's folder, any folder above it, or its package."""
    folders = path.split("/")[:-1]
    parts = each.module.split(".") if each.module else []
    bases = (
        [folders[: len(folders) - each.level + 1]]
        if each.level
        else [folders[:end] for end in range(len(folders), -1, -1)]
    )
    for base in bases:
        for tail in ([*parts], *([*parts, name] for name in each.names)):
            stem = "/".join([*base, *tail])
            yield f"{stem}.py"
            yield f"{stem}/__init__.py"
