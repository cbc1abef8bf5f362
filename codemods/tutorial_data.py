"""The pass before all others: programs that read the data of the tutorials get a module of their own for it."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from codemods.placement import Spot, free_stem, spot_for
from codemods.program_map import Closure
from codemods.rule import Edit, Finding, Options, Place, Safety
from codemods.rules.data.tutorial_mnist_loader import RULE, Loader, finding, loaders
from codemods.skips import allowed, skips_of
from codemods.source.edits import apply_edits
from codemods.source.module import FileProblem, Module, parse_module

STEMS = ("input_data", "tutorial_mnist", "mnist_input_data")


@dataclass(frozen=True)
class Supplied:
    """`modules` after the pass; `texts`: the bytes of files that are changed or new; `findings` by path."""

    modules: Mapping[str, Module]
    texts: Mapping[str, bytes] = field(default_factory=dict)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)


def supply_tutorial_data(
    modules: Mapping[str, Module],
    found: Sequence[Closure],
    sources: Mapping[str, bytes],
    others: Collection[str],
    options: Options,
) -> Supplied:
    """`others`: paths of the tree that are not among the sources. Line numbers stay what they are."""
    wanted = {path: loaders(module) for path, module in modules.items() if options.for_path(path).wants(RULE)}
    spots = {path: spot_for(path, found, modules, sources) for path, each in wanted.items() if each}
    known = {path: spot for path, spot in spots.items() if spot is not None}
    folders = sorted({folder for spot in known.values() for folder in spot.folders})
    stem = free_stem(STEMS, template(), folders, sources, others)
    texts: dict[str, bytes] = {}
    findings: dict[str, tuple[Finding, ...]] = {}
    for path, spot in known.items():
        findings[path] = _findings(modules[path], wanted[path], spot, stem)
        if findings[path]:
            texts[path] = _text(modules[path], findings[path])
            texts |= {posixpath.join(each, f"{stem}.py"): _template(modules[path]) for each in spot.folders}
    findings |= {path: (_added(path),) for path in texts if path not in modules}
    new = {path: data for path, data in sorted(texts.items()) if data != sources.get(path)}
    return Supplied(
        {**modules, **{path: _read(modules[path], new[path]) for path in modules if path in new}}, new, findings
    )


@cache
def template() -> bytes:
    """The module that is added."""
    return (Path(__file__).parent / "added" / "input_data.py.txt").read_bytes()


def _added(path: str) -> Finding:
    message = "The loader of MNIST that TensorFlow no longer has."
    return Finding(RULE, Place(path, 1, 0), message, Safety.SAFE, (Edit(0, 0, ""),))


def _template(module: Module) -> bytes:
    return template().replace(b"\n", module.newline.encode())


def _findings(module: Module, wanted: Sequence[Loader], spot: Spot, stem: str) -> tuple[Finding, ...]:
    proposed = [finding(module, loader, spot.package, stem) for loader in wanted]
    return tuple(allowed(module, skips_of(module), proposed))


def _text(module: Module, findings: Sequence[Finding]) -> bytes:
    return module.encode(apply_edits(module.text, [edit for each in findings for edit in each.edits]))


def _read(module: Module, data: bytes) -> Module:
    read = parse_module(module.path, data)
    if isinstance(read, FileProblem):
        raise AssertionError(f"{module.path}: the text written does not parse: {read.reason}")
    return replace(read, reexports=module.reexports)
