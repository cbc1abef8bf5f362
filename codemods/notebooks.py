"""Notebooks for those who show and run them: their cells, the script that they stand for, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from codemods.results import Program
from codemods.rule import Finding, Obstacle, Place, Safety
from codemods.source.module import NOTEBOOK, Module
from codemods.source.notebook import NotANotebook, read_notebook
from codemods.source.script import STANDS_FOR, read_script, runnable

OUTPUTS = "notebook-outputs"


def is_notebook(path: str) -> bool:
    """Whether a path names a notebook."""
    return path.endswith(NOTEBOOK)


def code_cells(data: bytes) -> dict[int, str]:
    """The source of each code cell by its number, which counts cells of every kind from 1; empty for other files."""
    try:
        return {cell.number: cell.source for cell in read_notebook(data).cells}
    except NotANotebook:
        return {}


def runnable_script(data: bytes) -> str:
    """The notebook as a Python script, line for line as run sites count; empty if the file is no notebook."""
    try:
        return runnable(read_script(data))
    except NotANotebook:
        return ""


def place_of(path: str, data: bytes, line: int) -> Place:
    """The place, for people, of a line of the script of a notebook."""
    try:
        return Place(path, line, 0, *read_script(data).place(line))
    except NotANotebook:
        return Place(path, line, 0)


def script_line(data: bytes, cell: int, line: int) -> int | None:
    """The line of the script that is a line of a cell; None if there is none."""
    try:
        parts = read_script(data).parts
    except NotANotebook:
        return None
    fitting = (part for part in parts if part.cell.number == cell and 1 <= line <= part.text.count("\n"))
    return next((part.line + line for part in fitting), None)


def stale_outputs(module: Module) -> Finding:
    """What a reader of a changed notebook has to know."""
    message = "the outputs that the notebook holds are those of the code before; run it again to renew them"
    return Finding(OUTPUTS, module.at(1), message, Safety.NOTE)


def with_own_words(program: Program, modules: Mapping[str, Module]) -> Program:
    """A program whose obstacles name what the notebook has, not what stood for it."""
    return replace(program, obstacles=tuple(_in_own_words(program.obstacles, modules)))


def _in_own_words(obstacles: Iterable[Obstacle], modules: Mapping[str, Module]) -> Iterable[Obstacle]:
    for each in obstacles:
        module = modules.get(each.place.file)
        if STANDS_FOR in each.symbol and module is not None and module.script is not None:
            yield replace(each, symbol=module.script.original(each.place.line))
        else:
            yield each
