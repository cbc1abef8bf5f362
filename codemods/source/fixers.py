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

from codemods.source.careful_fixers import careful_print, careful_raise, careful_range, careful_views, unicode_raw


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
    changes: list[tuple[int, str]] = []

    class Tool(refactor.RefactoringTool):  # type: ignore[misc]
        def get_fixers(self) -> tuple[list[Any], list[Any]]:
            found = [_fixer_class(name, prints)(self.options, self.fixer_log) for name in names]
            if "print" in names:
                found.append(unicode_raw()(self.options, self.fixer_log))
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
    if name == "print":
        return careful_print(found, prints is Prints.BOTH)
    careful = {"raise": careful_raise, "xrange": careful_range, "dict": careful_views}
    return careful[name](found) if name in careful else found


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
