"""Which files of a tree are parsed: those that name TensorFlow, and those through which they reach one another."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from codemods.program_map import local_imports
from codemods.reexports import exports, with_reexports
from codemods.source.module import HANDLED, FileProblem, Module, parse_module

_MARK = b"tensorflow"
_KERAS = re.compile(rb"^[ \t]*(?:from|import)[ \t]+keras\b", re.M)
_IMPORT = re.compile(rb"^[ \t]*(?:from|import)[ \t]([^\r\n]+)", re.M)
_IMPORT_IN_JSON = re.compile(rb'(?:"|\\n)[ \t]*(?:from|import)[ \t]([^\r\n]+)')
_WORD = re.compile(rb"\w+")


Parsed = Mapping[str, Module | FileProblem]


def select_modules(
    sources: Mapping[str, bytes], parsed: Parsed | None = None
) -> tuple[dict[str, Module], dict[str, FileProblem]]:
    """The modules that matter by path, and what cannot be read of them. Nothing else is parsed.

    `parsed`: what was parsed already.
    """
    known = parsed if parsed is not None else {}
    failed: dict[str, FileProblem] = {}
    modules: dict[str, Module] = {}
    for path in marked(sources):
        _read(path, sources[path], modules, failed, known)
    _connect(sources, modules, failed, known)
    _add_borrowers(sources, modules, failed, known)
    return with_reexports(modules), failed


def marked(sources: Mapping[str, bytes]) -> list[str]:
    """The files that name TensorFlow."""
    return [path for path in sorted(sources) if path.endswith(HANDLED) and names_tensorflow(sources[path])]


def names_tensorflow(data: bytes) -> bool:
    """Whether a file names TensorFlow at all, or the Keras of its time."""
    return _MARK in data or (b"keras" in data and _KERAS.search(data) is not None)


def words_of_imports(data: bytes) -> set[bytes]:
    """Every word on a line that imports something: cheaper than a parse, and enough to rule most files out."""
    lines = _IMPORT_IN_JSON if data[:1] == b"{" else _IMPORT
    return {word for line in lines.findall(data) for word in _WORD.findall(line)}


def stem(path: str) -> str:
    """The last part of a module's dotted name."""
    parts = path.removesuffix(".py").split("/")
    return parts[-2] if parts[-1] == "__init__" and len(parts) > 1 else parts[-1]


def _read(path: str, data: bytes, modules: dict[str, Module], failed: dict[str, FileProblem], parsed: Parsed) -> None:
    found = parsed[path] if path in parsed else parse_module(path, data)
    if isinstance(found, FileProblem):
        failed[path] = found
    else:
        modules[path] = found


def _add_borrowers(
    sources: Mapping[str, bytes], modules: dict[str, Module], failed: dict[str, FileProblem], parsed: Parsed
) -> None:
    """Add the files without TensorFlow that seem to use the name under which another module has it."""
    leading = leading_to(sources, modules)
    handed_on = {f"{name}.".encode() for module in modules.values() for name in exports(module)} if leading else set()
    for path in sorted(leading - failed.keys()):
        if any(name in sources[path] for name in handed_on):
            _read(path, sources[path], modules, failed, parsed)


def _connect(
    sources: Mapping[str, bytes], modules: dict[str, Module], failed: dict[str, FileProblem], parsed: Parsed
) -> None:
    """Add the files without TensorFlow that stand between two with it."""
    leading = leading_to(sources, modules)
    todo = [*modules.values()] if leading else []
    while todo:
        for path in local_imports(todo.pop(), leading):
            if path not in modules and path not in failed:
                _read(path, sources[path], modules, failed, parsed)
                todo += [modules[path]] if path in modules else []


def leading_to(sources: Mapping[str, bytes], modules: Collection[str]) -> set[str]:
    """The files without TensorFlow that seem to import one with it, directly or not."""
    words = {path: words_of_imports(sources[path]) for path in sources if path.endswith(".py") and path not in modules}
    stems = {stem(path).encode() for path in modules}
    leading: set[str] = set()
    while True:
        more = {path for path, found in words.items() if path not in leading and not stems.isdisjoint(found)}
        if not more:
            return leading
        leading |= more
        stems |= {stem(path).encode() for path in more}
