"""One Python source file: its bytes, its text with the newlines it came with, its tree, and the way between them.

Trees count lines and UTF-8 bytes; edits count characters of the text. Everything that crosses goes through here.
"""

from __future__ import annotations

import ast
import codecs
import io
import re
import tokenize
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from codemods.rule import Place
from codemods.source.joined import Border, borders_of, place_in_file
from codemods.source.notebook import NotANotebook
from codemods.source.script import Script, read_script

NOTEBOOK = ".ipynb"
HANDLED = (".py", NOTEBOOK)
_LINE_END = re.compile(r"\r\n|\r|\n")
_PYTHON_2 = {
    "multiple exception types must be parenthesized": "`except A, e`",
    "Missing parentheses in call to": "a print statement",
    "leading zeros in decimal integer literals": "an octal literal such as 0777",
    "inconsistent use of tabs and spaces": "tabs and spaces mixed in one block",
}
_OLD_OPERATOR = re.compile(
    r"<>|`|\bur['\"]|\b\d+L\b|^\s*raise\s+\w+\s*,|^\s*print\s+[^(=\s]|^\s*print\s*>>|^\s*exec\s+['\"\w]"
)

Located = ast.expr | ast.stmt | ast.excepthandler | ast.keyword | ast.arg | ast.alias


@dataclass(frozen=True)
class FileProblem:
    """A file that cannot be read as Python 3, with the reason in one line."""

    path: str
    reason: str
    line: int = 1
    python_2: bool = False


@dataclass(frozen=True, eq=False)
class Module:
    """A parsed source file. Two modules are the same only if they are the same object.

    `reexports`: names that other modules of the tree hand on, as an import here spells them (`common.tf`), with what
    they denote (`tensorflow`). `borders`: where its files begin, if it is several files as one.
    """

    path: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    encoding: str
    bom: bool
    newline: str
    tree: ast.Module = field(repr=False)
    line_starts: tuple[int, ...] = field(repr=False)
    reexports: Mapping[str, str] = field(default_factory=dict, repr=False)
    script: Script | None = field(default=None, repr=False)
    borders: tuple[Border, ...] = field(default=(), repr=False)

    @cached_property
    def shown(self) -> frozenset[ast.stmt]:
        """The statements whose value a notebook displays below their cell."""
        return frozenset() if self.script is None else frozenset(self.script.shown(self.tree))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, with its line end."""
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[self.line_starts[number - 1] : end]

    def offset(self, line: int, column_bytes: int) -> int:
        """The place in `text` of a line and a column as the tree counts them."""
        return self.line_starts[line - 1] + self._characters(line, column_bytes)

    def line_of(self, offset: int) -> int:
        """The number, from 1, of the line that holds a character of `text`."""
        low, high = 0, len(self.line_starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.line_starts[middle] <= offset else (low, middle)
        return low + 1

    def span(self, node: Located) -> tuple[int, int]:
        """Where a node begins and ends in `text`. Nodes inside of f-strings are not to be trusted."""
        end_line = node.end_lineno if node.end_lineno is not None else node.lineno
        end_column = node.end_col_offset if node.end_col_offset is not None else node.col_offset
        return self.offset(node.lineno, node.col_offset), self.offset(end_line, end_column)

    def source(self, node: Located) -> str:
        """The text of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def place(self, node: Located) -> Place:
        """Where a node begins, for people: the column counts characters."""
        return self.at(node.lineno, self.column(node))

    def column(self, node: Located) -> int:
        """How many characters stand before a node in its line."""
        return self._characters(node.lineno, node.col_offset)

    def at(self, line: int, column: int = 0) -> Place:
        """A place by its line: in a notebook with the cell that holds it."""
        if self.borders:
            return Place(*place_in_file(self.borders, line), column)
        return Place(self.path, line, column, *(self.script.place(line) if self.script is not None else (0, 0)))

    def encode(self, text: str) -> bytes:
        """Text in the encoding of this file, with its byte order mark; in a notebook divided into its cells."""
        if self.script is not None:
            return self.script.with_text(text)
        return encode_text(text, self.encoding, self.bom)

    def _characters(self, line: int, column_bytes: int) -> int:
        text = self.line(line)
        if text.isascii():
            return column_bytes
        return len(text.encode()[:column_bytes].decode(errors="ignore"))


def parse_module(path: str, data: bytes) -> Module | FileProblem:
    """Read a file; what cannot be read as Python 3 is described, never raised."""
    if path.endswith(NOTEBOOK):
        return _parse_notebook(path, data)
    if b"\0" in data:
        return FileProblem(path, "contains null bytes: not Python source")
    try:
        bom, encoding, text = decode(data)
        faithful = encode_text(text, encoding, bom) == data
    except (SyntaxError, UnicodeError, LookupError) as error:
        return FileProblem(path, f"cannot be decoded: {_one_line(error)}")
    if not faithful:
        return FileProblem(path, f"cannot be written back in its encoding ({encoding}) without change")
    tree = _tree(path, text, None)
    if isinstance(tree, FileProblem):
        return tree
    return Module(path, data, text, encoding, bom, _newline(text), tree, line_starts(text))


def rewritten(module: Module, text: str) -> Module:
    """The module with a text that was written for it, which has to parse."""
    if text == module.text:
        return module
    found = parse_module(module.path, module.encode(text))
    if isinstance(found, FileProblem):
        raise AssertionError(f"{module.path}: the text written does not parse: {found.reason}")
    borders = borders_of(text) if module.borders else ()
    return replace(found, reexports=module.reexports, borders=borders)


def _parse_notebook(path: str, data: bytes) -> Module | FileProblem:
    try:
        script = read_script(data)
    except NotANotebook as error:
        return FileProblem(path, _one_line(error))
    text = script.text
    tree = _tree(path, text, script)
    if isinstance(tree, FileProblem):
        return tree
    return Module(path, data, text, "utf-8", script.notebook.bom, "\n", tree, line_starts(text), script=script)


def _tree(path: str, text: str, script: Script | None) -> ast.Module | FileProblem:
    try:
        return _parse(text)
    except SyntaxError as error:
        return _syntax_problem(path, text, error, script)
    except (RecursionError, MemoryError):
        return FileProblem(path, "nested too deeply to be parsed")
    except ValueError as error:
        return FileProblem(path, f"cannot be parsed: {_one_line(error)}")


def line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins, as the parser counts lines: a form feed does not end one, a lone carriage return does."""
    if "\r" not in text:
        return tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))
    return (0, *(match.end() for match in _LINE_END.finditer(text)))


def decode(data: bytes) -> tuple[bool, str, str]:
    """Whether a byte order mark begins the file, its encoding, and its text. Raises what decoding raises."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    bom = data.startswith(codecs.BOM_UTF8)
    plain = "utf-8" if encoding == "utf-8-sig" else encoding
    return bom, plain, data[3 if bom else 0 :].decode(plain)


def text_of(path: str, data: bytes) -> str:
    """The text of a file, or of the script that a notebook stands for. Raises what reading raises."""
    return read_script(data).text if path.endswith(NOTEBOOK) else decode(data)[2]


def with_new_text(path: str, data: bytes, text: str) -> bytes:
    """The file with another text: a notebook is divided into its cells again."""
    if path.endswith(NOTEBOOK):
        return read_script(data).with_text(text)
    bom, encoding, _ = decode(data)
    return encode_text(text, encoding, bom)


def encode_text(text: str, encoding: str, bom: bool) -> bytes:
    """The bytes of a text in an encoding."""
    return (codecs.BOM_UTF8 if bom else b"") + text.encode(encoding)


def _parse(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def _newline(text: str) -> str:
    if "\r" not in text:
        return "\n"
    counts = {"\n": 0, "\r\n": 0, "\r": 0}
    for match in _LINE_END.finditer(text):
        counts[match.group()] += 1
    return max(counts, key=lambda end: counts[end])


def _syntax_problem(path: str, text: str, error: SyntaxError, script: Script | None) -> FileProblem:
    line = error.lineno or 1
    where = Place(path, line, 0, *(script.place(line) if script is not None else ())).inside
    message = error.msg or "invalid syntax"
    for sign, construct in _PYTHON_2.items():
        if sign in message:
            return FileProblem(path, f"Python 2 syntax in {where}: {construct}", line, True)
    starts = line_starts(text)
    source = text[starts[min(line, len(starts)) - 1] :].split("\n", 1)[0]
    if _OLD_OPERATOR.search(source):
        return FileProblem(path, f"Python 2 syntax in {where}: {source.strip()[:60]}", line, True)
    return FileProblem(path, f"syntax error in {where}: {_one_line(message)}", line)


def _one_line(error: object) -> str:
    return " ".join(str(error).split())[:200]
