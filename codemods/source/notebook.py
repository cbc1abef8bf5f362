"""The code cells of a notebook file, and the file with other text in some of them.

Whatever is not the source of a changed cell keeps its bytes, so the file is never written anew from its content:
the places of the sources in the JSON text are found, and only what stands there is replaced.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_SPACE = re.compile(r"[ \t\r\n]*")
_LINE_ENDS = re.compile(r"(?<=\n)")
_DECODER = json.JSONDecoder()
_PYTHON = re.compile(r"i?python[23]?|", re.I)


class NotANotebook(ValueError):
    """The file has not the form of a notebook in Python; the message says what is wrong."""


@dataclass(frozen=True)
class Cell:
    """A code cell: its place among all cells from 1, its source, and where the source stands in the file's text.

    `items`: the places of its lines, one after the other, where the source is a list.
    """

    number: int
    source: str
    start: int
    end: int
    items: tuple[tuple[int, int], ...] | None


@dataclass(frozen=True)
class Notebook:
    """The text of a notebook file and its code cells in order."""

    text: str = field(repr=False)
    bom: bool
    cells: tuple[Cell, ...]

    def with_sources(self, sources: Mapping[int, str]) -> bytes:
        """The file with these sources in the cells of these numbers."""
        pieces: list[str] = []
        end = 0
        for cell in self.cells:
            new = sources.get(cell.number, cell.source)
            if new != cell.source:
                pieces += (self.text[end : cell.start], self._value(cell, new))
                end = cell.end
        return (codecs.BOM_UTF8 if self.bom else b"") + "".join((*pieces, self.text[end:])).encode()

    def _value(self, cell: Cell, source: str) -> str:
        """The source in the form that the cell had; lines that it had keep their spelling."""
        if cell.items is None:
            return self._string(source)
        known = {json.loads(self.text[start:end]): self.text[start:end] for start, end in cell.items}
        lines = [known.get(line) or self._string(line) for line in _LINE_ENDS.split(source) if line]
        if not lines or not cell.items:
            return f"[{', '.join(lines)}]"
        before = self.text[cell.start + 1 : cell.items[0][0]]
        after = self.text[cell.items[-1][1] : cell.end - 1]
        return f"[{before}{self._separator(cell).join(lines)}{after}]"

    def _separator(self, cell: Cell) -> str:
        """What stands between two lines of a source: in this cell, else as its lines are indented, else anywhere."""
        for each in (cell, *self.cells):
            if each.items is not None and len(each.items) > 1:
                return self.text[each.items[0][1] : each.items[1][0]]
            if each is cell and each.items:
                before = self.text[cell.start + 1 : each.items[0][0]]
                if before:
                    return f",{before}"
        return ", "

    def _string(self, text: str) -> str:
        return json.dumps(text, ensure_ascii=self.text.isascii())


def read_notebook(data: bytes) -> Notebook:
    """The notebook that a file holds; raises `NotANotebook`."""
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        text = data[3 if bom else 0 :].decode()
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotANotebook(f"not a notebook: {error}") from error
    _check(content)
    cells = tuple(_cell(text, number, start) for number, (start, _) in enumerate(_cells(text), 1))
    return Notebook(text, bom, tuple(cell for cell in cells if cell is not None))


def _check(content: object) -> None:
    if not isinstance(content, dict) or not isinstance(content.get("cells", content.get("worksheets")), list):
        raise NotANotebook("not a notebook: it has no cells")
    metadata = content.get("metadata")
    for name, key in (("language_info", "name"), ("kernelspec", "language")):
        found = metadata.get(name) if isinstance(metadata, dict) else None
        language = found.get(key) if isinstance(found, dict) else None
        if isinstance(language, str) and not _PYTHON.fullmatch(language):
            raise NotANotebook(f"a notebook in {language}, not in Python")


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """Where each cell stands: in a list of the file, or of each of its worksheets in files of the third format."""
    top = {key: start for key, start, _ in _members(text, _after_space(text, 0))}
    if "cells" in top:
        yield from _items(text, top["cells"])
        return
    for sheet, _ in _items(text, top["worksheets"]):
        for key, start, _ in _members(text, sheet):
            if key == "cells":
                yield from _items(text, start)


def _cell(text: str, number: int, at: int) -> Cell | None:
    """A code cell; None for text and for other languages."""
    if text[at] != "{":
        raise NotANotebook(f"not a notebook: cell {number} is not an object")
    parts = {key: (start, end) for key, start, end in _members(text, at)}
    kind, language = (_decoded(text, parts.get(key)) for key in ("cell_type", "language"))
    span = parts.get("source", parts.get("input"))
    if kind != "code" or span is None or not _PYTHON.fullmatch(str(language or "")):
        return None
    source = _decoded(text, span)
    if isinstance(source, str):
        return Cell(number, source, *span, None)
    if not isinstance(source, list) or not all(isinstance(line, str) for line in source):
        raise NotANotebook(f"not a notebook: the source of cell {number} is no text")
    return Cell(number, "".join(source), *span, tuple(_items(text, span[0])))


def _decoded(text: str, span: tuple[int, int] | None) -> object:
    return None if span is None else json.loads(text[span[0] : span[1]])


def _members(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Each name of the object at a place, and where its value begins and ends."""
    at = _after_space(text, at + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        start = _after_space(text, _after_space(text, at) + 1)
        _, end = _DECODER.raw_decode(text, start)
        yield key, start, end
        at = _next(text, end)


def _items(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where each value of the list at a place begins and ends."""
    at = _after_space(text, at + 1)
    while text[at] != "]":
        _, end = _DECODER.raw_decode(text, at)
        yield at, end
        at = _next(text, end)


def _next(text: str, at: int) -> int:
    """Past a comma, if there is one."""
    at = _after_space(text, at)
    return _after_space(text, at + 1) if text[at] == "," else at


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match is not None else at
