"""The cells of a notebook as one module in their order, and the way back.

A string of its own opens each cell, so that what belongs to the next cell is told apart; what is not Python is a call
that stands for it, with the names that it uses. Lines stay lines: a line of a cell is a line of the script.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from codemods.source.magics import Magic, magics_in
from codemods.source.notebook import Cell, NotANotebook, Notebook, read_notebook

_OPENING = re.compile(r'^"%% cell (\d+)"[ \t]*$', re.M)
STANDS_FOR = "__magic__"
_FUTURE = re.compile(r"^[ \t]*from[ \t]+__future__[ \t]+import[^\n]*", re.M)
_WORD = re.compile(r"[A-Za-z_]\w*")


class CellsMixedUp(ValueError):
    """A changed script cannot be divided into its cells any more, or something that is not Python was touched."""


@dataclass(frozen=True)
class Mask:
    """The text that stands in a script for a piece of a cell that is not Python."""

    text: str
    original: str
    magic: Magic


@dataclass(frozen=True)
class Part:
    """A cell in the script: the line that opens it, its text behind that line, and what was masked there."""

    cell: Cell
    line: int
    text: str = field(repr=False)
    masks: tuple[Mask, ...]


@dataclass(frozen=True)
class Script:
    """A notebook as one module. Cells without code, or in another language, have no part in it."""

    notebook: Notebook
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The module's text."""
        return "".join(f"{_opening(part.cell)}{part.text}" for part in self.parts)

    def place(self, line: int) -> tuple[int, int]:
        """The number of the cell that holds a line of the script, and the number of the line there."""
        index = bisect_right([part.line for part in self.parts], line) - 1
        if index < 0:
            return 0, 0
        return self.parts[index].cell.number, max(line - self.parts[index].line, 1)

    def original(self, line: int) -> str:
        """What a notebook has where a line of the script is."""
        number, within = self.place(line)
        sources = [part.cell.source for part in self.parts if part.cell.number == number]
        return "".join(sources).split("\n")[max(within, 1) - 1].strip()

    def with_text(self, text: str) -> bytes:
        """The notebook file with the cells that a changed text of the script has; raises `CellsMixedUp`."""
        pieces = _OPENING.split(text)
        if pieces[1::2] != [str(part.cell.number) for part in self.parts]:
            raise CellsMixedUp("the cells cannot be told apart")
        texts = [piece.removeprefix("\n") for piece in pieces[2::2]]
        if pieces[0]:
            texts[:1] = [pieces[0] + text for text in texts[:1]]
        changed = {
            part.cell.number: _source(part, text)
            for part, text in zip(self.parts, texts, strict=True)
            if text != part.text
        }
        return self.notebook.with_sources(changed)

    def shown(self, tree: ast.Module) -> Iterator[ast.Expr]:
        """The expressions whose value a cell displays: those that a cell ends with, and no semicolon behind."""
        lines = [part.line for part in self.parts]
        last = {bisect_right(lines, statement.lineno): statement for statement in tree.body}
        for index, statement in last.items():
            if isinstance(statement, ast.Expr) and index and statement.lineno not in lines:
                part = self.parts[index - 1]
                rest = part.text.split("\n")[(statement.end_lineno or 0) - part.line - 1 :]
                behind = rest[0].encode()[statement.end_col_offset :].decode() if rest else ""
                if not behind.lstrip().startswith(";"):
                    yield statement


def read_script(data: bytes) -> Script:
    """The script of a notebook file; raises `NotANotebook`."""
    notebook = read_notebook(data)
    if any(_OPENING.search(cell.source) or STANDS_FOR in cell.source for cell in notebook.cells):
        raise NotANotebook("a cell has text that stands for the border of cells here")
    found = {cell: tuple(magics_in(_plain(cell.source))) for cell in notebook.cells if cell.source.strip()}
    words = _words(found)
    parts: list[Part] = []
    line = 1
    for cell, magics in found.items():
        source = _plain(cell.source)
        if not any(word in words for magic in magics for word in magic.reads) and any(each.whole for each in magics):
            continue
        part = _part(cell, source, line, magics, words)
        parts.append(part)
        line += part.text.count("\n") + 1
    return Script(notebook, tuple(parts))


def runnable(script: Script) -> str:
    """The script as Python can run it outside of a notebook, line for line: what only a notebook can do is left out."""
    pieces: list[str] = []
    for part in script.parts:
        text = part.text
        for mask in part.masks:
            text = text.replace(mask.text, _runnable(mask), 1)
        pieces += (_opening(part.cell), text)
    return _FUTURE.sub("pass", "".join(pieces))


def _runnable(mask: Mask) -> str:
    if mask.magic.python:
        return mask.magic.python
    return f"None{chr(10) * mask.text.count(chr(10))}" if not mask.magic.binds else f"{mask.magic.binds[0]} = None"


def _part(cell: Cell, source: str, line: int, magics: Sequence[Magic], words: frozenset[str]) -> Part:
    pieces: list[str] = []
    masks: list[Mask] = []
    end = 0
    for number, magic in enumerate(magics):
        original = source[magic.start : magic.end]
        masks.append(Mask(_mask(f"{cell.number}_{number}", original, magic, words), original, magic))
        pieces += (source[end : magic.start], masks[-1].text)
        end = magic.end
    return Part(cell, line, "".join((*pieces, source[end:], "\n")), tuple(masks))


def _mask(key: str, original: str, magic: Magic, words: frozenset[str]) -> str:
    reads = "".join(f", {word}" for word in magic.reads if word in words)
    binds = f"{', '.join(magic.binds)} = " if magic.binds else ""
    return f"{binds}{STANDS_FOR}({key!r}{reads}{chr(10) * original.count(chr(10))})"


def _source(part: Part, piece: str) -> str:
    """The source of a cell from its changed text."""
    text = piece if part.text.startswith("\n") else piece.lstrip("\n")
    header = ""
    for mask in part.masks:
        if text.count(mask.text) != 1:
            raise CellsMixedUp(f"{mask.original.splitlines()[0]} would not stay as it is")
        if mask.magic.header and not text.lstrip().startswith(mask.text):
            text = text.replace(f"{mask.text}\n", "", 1)
            header = f"{mask.original}\n"
        elif mask.magic.whole and text.strip() != mask.text:
            raise CellsMixedUp(f"{mask.original.splitlines()[0]} would not stay alone")
        text = text.replace(mask.text, mask.original)
    old = _plain(part.cell.source)
    text = header + text.rstrip("\n") + old[len(old.rstrip("\n")) :]
    if not text.strip():
        return ""
    text = re.sub(r"^(?=[^\n])", _indent(part.cell.source), text, flags=re.M)
    return text.replace("\n", "\r\n") if "\r\n" in part.cell.source else text


def _opening(cell: Cell) -> str:
    return f'"%% cell {cell.number}"\n'


def _words(found: Mapping[Cell, Sequence[Magic]]) -> frozenset[str]:
    """Every word of the Python of a notebook: a magic that mentions none of them touches nothing of it."""
    words: set[str] = set()
    for cell, magics in found.items():
        source, end = _plain(cell.source), 0
        for magic in (*magics, Magic(len(source), len(source))):
            words.update(_WORD.findall(source, end, magic.start))
            end = magic.end
    return frozenset(words)


def _plain(text: str) -> str:
    """The source of a cell as Python reads it: an indentation of the whole cell does not count in a notebook."""
    text = text.replace("\r\n", "\n")
    indent = _indent(text)
    return re.sub(f"^{indent}", "", text, flags=re.M) if indent else text


def _indent(source: str) -> str:
    """The white space before the first line of a cell."""
    first = source.lstrip("\r\n")
    return first[: len(first) - len(first.lstrip(" \t"))]
