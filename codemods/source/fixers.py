"""The one door to fissix: runs its fixers over a text and says which of them changed which line.

fissix keeps its grammar in the user's cache folder; where there is none to write to, in a temporary one.
"""

from __future__ import annotations

import logging
import tempfile
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

_UNICODE_RAW = ("ur", "uR", "Ur", "UR")


class Prints(Enum):
    """How a text prints. `BOTH`: by the function, as it says itself, and somewhere by a statement all the same."""

    AS_IT_SAYS = "as it says"
    FUNCTION = "function"
    BOTH = "both"


class _Tool(Protocol):
    def convert(self, text: str) -> tuple[str, tuple[tuple[int, str], ...]]: ...


def run_fixers(text: str, fixers: tuple[str, ...]) -> tuple[str, tuple[tuple[int, str], ...]] | int:
    """The text that the fixers make of a Python 2 text, and (line, fixer) of each change.

    If it is no Python 2: the line that is none. The lines of the text end in line feeds.
    """
    ended = text if text.endswith("\n") else text + "\n"
    furthest = 1
    for prints in Prints:
        try:
            new, changes = _tool(fixers, prints).convert(ended)
        except Exception as error:  # its tokenizer and parser fail in many ways; each means that this is something else
            furthest = max(furthest, _line(error))
            continue
        return (new if ended == text else new.removesuffix("\n")), changes
    return furthest


def _line(error: Exception) -> int:
    """Where its parser gave up."""
    context = getattr(error, "context", None) or (error.args[-1:] and ("", error.args[-1]))
    place = context[1] if isinstance(context, tuple) and len(context) == 2 else None
    return place[0] if isinstance(place, tuple) and place and isinstance(place[0], int) else 1


@cache
def _tool(names: tuple[str, ...], prints: Prints) -> _Tool:
    """A converter with these fixers. What it is made of has no types, so it is put together here."""
    refactor: Any = _refactor()
    base: Any = import_module("fissix.fixer_base")
    changes: list[tuple[int, str]] = []

    class Tool(refactor.RefactoringTool):  # type: ignore[misc]
        def get_fixers(self) -> tuple[list[Any], list[Any]]:
            found = [_fixer_class(name, prints)(self.options, self.fixer_log) for name in names]
            if "print" in names:
                found.append(_unicode_raw(base)(self.options, self.fixer_log))
            for fixer in found:
                _record(fixer, changes)
            found.sort(key=lambda fixer: fixer.run_order)
            return [fixer for fixer in found if fixer.order == "pre"], [each for each in found if each.order == "post"]

        def convert(self, text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
            changes.clear()
            tree = self._both(text) if prints is Prints.BOTH else self.refactor_string(text, "text")
            return str(tree), tuple(sorted(set(changes)))

        def _both(self, text: str) -> Any:
            tree = self.driver.parse_string(text)
            tree.future_features = frozenset()
            self.refactor_tree(tree, "text")
            return tree

    logging.getLogger("RefactoringTool").setLevel(logging.CRITICAL)
    tool: _Tool = Tool([], {"print_function": prints is Prints.FUNCTION})
    return tool


def _refactor() -> Any:
    import fissix  # type: ignore[import-untyped]

    try:
        return import_module("fissix.refactor")
    except OSError:
        fissix.CACHE_DIR = Path(tempfile.mkdtemp(prefix="tfmigrate-"))
        return import_module("fissix.refactor")


def _fixer_class(name: str, prints: Prints) -> Any:
    module = import_module(f"fissix.fixes.fix_{name}")
    found = getattr(module, "Fix" + "".join(part.title() for part in name.split("_")))
    if name == "tuple_params":
        return type("FixTupleParams", (found,), {"new_name": _packed, "label": name})
    if name == "print" and prints is Prints.BOTH:
        return _print_statements(found)
    return _careful_raise(found) if name == "raise" else found


def _print_statements(found: Any) -> Any:
    """Where print is a function, `print (a, b)` is a call already."""

    class FixPrint(found):  # type: ignore[misc]
        label = "print"

        def transform(self, node: Any, results: Any) -> Any:
            bare = "bare" in results or (len(node.children) == 2 and str(node.children[1]).lstrip().startswith("("))
            return None if bare else super().transform(node, results)

    return FixPrint


def _packed(fixer: Any, template: str = "packed") -> str:
    """The parameter that stands for a tuple of them."""
    return str(super(type(fixer), fixer).new_name(template))


def _record(fixer: Any, changes: list[tuple[int, str]]) -> None:
    """Note each change that a fixer makes."""
    transform, name = fixer.transform, _name(fixer)

    def recording(node: Any, results: Any) -> Any:
        line, before = node.get_lineno(), str(node)
        new = transform(node, results)
        if new is not None or str(node) != before:
            changes.append((line or 1, name))
        return new

    fixer.transform = recording


def _name(fixer: Any) -> str:
    return str(type(fixer).__module__).rpartition("fix_")[2] if "fix_" in type(fixer).__module__ else fixer.label


def _careful_raise(found: Any) -> Any:
    """`raise type, value, traceback` raises the value itself if it is an exception: only literals are surely none."""

    class FixRaise(found):  # type: ignore[misc]
        label = "raise"

        def transform(self, node: Any, results: Any) -> Any:
            value = str(results["val"]).strip() if "val" in results else ""
            literal = value[:1] in ("'", '"', "(") or value == "None"
            if ("tb" in results and not literal) or (value == "None" and "tb" not in results):
                return None
            return super().transform(node, results)

    return FixRaise


def _unicode_raw(base: Any) -> Any:
    """A fixer for `ur'…'`, which Python 3 spells `r'…'` unless it holds escapes of its own."""
    token: Any = import_module("fissix.pgen2.token")

    class FixUnicodeRaw(base.BaseFix):  # type: ignore[misc]
        label = "ur"
        _accept_type = token.STRING

        def match(self, node: Any) -> bool:
            return node.value[:2] in _UNICODE_RAW and "\\u" not in node.value.lower()

        def transform(self, node: Any, results: Any) -> Any:
            new = node.clone()
            new.value = node.value[1:]
            return new

    return FixUnicodeRaw
