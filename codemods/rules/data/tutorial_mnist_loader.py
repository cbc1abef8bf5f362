"""What it does
    Adds a small module, `input_data.py`, that gives MNIST as the tutorials of TensorFlow 1 did, and imports that.

Why
    `tensorflow.examples.tutorials.mnist` is in no TensorFlow 2. The module has the same arrays, splits and
    `next_batch`; it reads the files of MNIST in the folder given if they are there, and else asks Keras for them.

Example
    `from tensorflow.examples.tutorials.mnist import input_data` becomes `import input_data`, beside a new file of that
    name; `mnist = input_data.read_data_sets("data", one_hot=True)` stays as it is.

When it declines
    Where other parts of the tutorials are used (their model, `mnist.inference`), where the data has an address of its
    own (`source_url`), and where programs that share a module would have to import the new one in different ways.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.rule import Edit, Finding, Safety
from codemods.source.module import Module

RULE = "tutorial-mnist-loader"
NAMES = frozenset({"read_data_sets", "DataSet", "Datasets", "dense_to_one_hot", "extract_images", "extract_labels"})
MODULES = ("tensorflow.examples.tutorials.mnist.input_data", "tensorflow.contrib.learn.python.learn.datasets.mnist")
_MARKS = (b"tutorials", b"datasets")
_POSITIONAL = 7  # arguments of read_data_sets before the address of the data
_Statement = ast.Import | ast.ImportFrom


@dataclass(frozen=True)
class Loader:
    """The import of the loader by a statement. `name`: what the module is bound to; None: names are taken from it."""

    statement: _Statement
    name: str | None


def loaders(module: Module) -> tuple[Loader, ...]:
    """The imports of the loader; none of them if the module uses it in a way that the new file does not offer."""
    if not any(mark in module.data for mark in _MARKS):
        return ()
    names = Names.of(module)
    found = tuple(loader for statement in names.import_statements for loader in _loader(module, statement))
    return found if found and not any(_foreign(names, module)) else ()


def finding(module: Module, loader: Loader, package: str, stem: str) -> Finding:
    """Import the new file. `package`: the one it is imported from, "" for none."""
    start, end = module.span(loader.statement)
    dotted = f"{package}{'' if not package or package.endswith('.') else '.'}{stem}"
    if loader.name is None:
        assert isinstance(loader.statement, ast.ImportFrom)
        old = loader.statement.module or ""
        start = start + module.text[start:end].index(old, len("from"))
        edit = Edit(start, start + len(old), dotted)
    else:
        bound = "" if loader.name == stem else f" as {loader.name}"
        edit = Edit(start, end, f"from {package} import {stem}{bound}" if package else f"import {stem}{bound}")
    message = f"The loader of MNIST is now {dotted}."
    return Finding(RULE, module.place(loader.statement), message, Safety.SAFE, (edit,))


def _loader(module: Module, statement: _Statement) -> Iterator[Loader]:
    alias = statement.names[0]
    if len(statement.names) == 1 and statement.lineno == statement.end_lineno:
        whole = alias.name if isinstance(statement, ast.Import) else f"{statement.module}.{alias.name}"
        if whole in MODULES and (alias.asname or isinstance(statement, ast.ImportFrom)):
            yield Loader(statement, alias.asname or alias.name)
            return
    taken = isinstance(statement, ast.ImportFrom) and not statement.level and statement.module in MODULES
    if taken and all(alias.name in NAMES for alias in statement.names):
        yield Loader(statement, None)


def _foreign(names: Names, module: Module) -> Iterator[bool]:
    """For every use: is it of something that the new file does not have?"""
    for node in names.scopes.chains:
        dotted = names.dotted_of(node) or ""
        inside = next((dotted.removeprefix(f"{each}.") for each in MODULES if dotted.startswith(f"{each}.")), None)
        if inside is not None:
            yield inside.split(".")[0] not in NAMES
    for call in ast.walk(module.tree):
        if isinstance(call, ast.Call) and (names.dotted_of(call.func) or "").endswith(".read_data_sets"):
            named = {keyword.arg for keyword in call.keywords}
            yield bool(named & {"source_url", None}) or len(call.args) > _POSITIONAL
