"""The lines of a cell that are IPython and not Python: `%matplotlib inline`, `!pip install x`, `np.dot?`, `%%time`."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.source.walk import walk

_TOKEN = re.compile(
    r"""(?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"|(?P<comment>\#[^\n]*)|(?P<open>[\[({])|(?P<close>[\])}])|(?P<joined>\\\n)|(?P<newline>\n)",
    re.S,
)
_REST = r"(?:[^\n\\]|\\(?:\n|.)|\\$)*"  # a backslash at the end of a line goes on with the next one
_LINE = re.compile(
    rf"[ \t]*(?:(?P<assigned>[\w., \t]+=[ \t]*)(?P<value>[%!]{_REST})"
    rf"|(?P<magic>%{_REST}|!{_REST}|\?{_REST})"
    r"|(?P<help>%{0,2}[\w.*]+(?:\[[^\n]*\])?\?{1,2}[ \t]*(?=\n|$)))"
)
_HEADER = re.compile(r"\s*(?P<header>%%[ \t]*(?P<name>[\w.]+)[^\n]*)")
_NAME = re.compile(r"%{1,2}[ \t]*(?P<name>[\w.]+)[ \t]*(?P<body>.*)", re.S)
_IDENTIFIER = re.compile(r"(?<![\w.])[A-Za-z_]\w*")
_EXPANDED = re.compile(r"\{([^{}\n]*)\}|\$\$?(\w+)")

PYTHON_CELLS = frozenset({"time", "capture"})
_ONCE = frozenset({"time", "prun"})
_WITHOUT_PYTHON = (
    "alias alias_magic autoreload autosave bash bookmark cat cd colors conda config cp dirs env help history html "
    "javascript js latex load_ext logstart ls magic man markdown matplotlib mkdir mv notebook perl pip popd precision "
    "pushd pwd pycat pylab quickref reload_ext rerun rm rmdir ruby script set_env sh svg sx system tensorboard "
    "tensorflow_version unload_ext version_information watermark who whos writefile"
)
_NO_PYTHON = frozenset(_WITHOUT_PYTHON.split())


@dataclass(frozen=True)
class Magic:
    """A piece of a cell that is not Python. `reads` and `binds`: names of the notebook that it uses and gives a value.

    `python`: the Python that it stands for, once; empty if none. `header`: it must stay the first line of its cell;
    `whole`: it is the whole cell.
    """

    start: int
    end: int
    reads: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    python: str = ""
    header: bool = False
    whole: bool = False


def magics_in(source: str) -> Iterator[Magic]:
    """Every such piece, in order. A cell in another language is one piece from its beginning to its end."""
    at = 0
    header = _HEADER.match(source)
    if header is not None:
        if header["name"] not in PYTHON_CELLS:
            start = header.start("header")
            yield Magic(start, len(source.rstrip()), *_names(source[start:]), whole=True)
            return
        yield Magic(*header.span("header"), header=True)
        at = header.end()
    while at < len(source):
        found = _LINE.match(source, at)
        if found is not None:
            yield _magic(found)
            at = found.end()
        at = _next_statement(source, at)


def _next_statement(source: str, at: int) -> int:
    """Where the line after the statement at a place begins: strings and brackets may go on over lines."""
    depth = 0
    while (token := _TOKEN.search(source, at)) is not None:
        at = token.end()
        depth += (token["open"] is not None) - (token["close"] is not None and depth > 0)
        if token["newline"] is not None and not depth:
            return at
    return len(source)


def _magic(found: re.Match[str]) -> Magic:
    if found["value"] is not None:
        return Magic(*found.span("value"), *_names(found["value"]))
    if found["help"] is not None:
        return Magic(*found.span("help"))
    text = found["magic"]
    reads, binds = ((), ()) if text.rstrip().endswith("?") or text[0] == "?" else _names(text)
    return Magic(*found.span("magic"), reads, binds, _python(text))


def _python(text: str) -> str:
    """The statement that `%time statement` runs."""
    name = _NAME.fullmatch(text)
    body = name["body"].strip() if name is not None and name["name"] in _ONCE else ""
    return body if _parsed(body) is not None else ""


def _names(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that a magic may read and bind: in a shell line only those that are expanded."""
    name = _NAME.fullmatch(text)
    if name is None or name["name"] in _NO_PYTHON:
        text = " ".join(found[1] or found[2] for found in _EXPANDED.finditer(text))
        return _identifiers(text), ()
    tree = _parsed(name["body"].strip())
    nodes = [] if tree is None else [each for each in walk(tree) if isinstance(each, ast.Name)]
    bound = dict.fromkeys(each.id for each in nodes if isinstance(each.ctx, ast.Store))
    return _identifiers(name["body"]), tuple(bound)


def _identifiers(text: str) -> tuple[str, ...]:
    found = dict.fromkeys(_IDENTIFIER.findall(text))
    return tuple(each for each in found if not keyword.iskeyword(each))


def _parsed(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return None
