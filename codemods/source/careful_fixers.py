"""Fixers of fissix that change less, or nothing where the meaning could change: each a class made from the original."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_UNICODE_RAW = ("ur", "uR", "Ur", "UR")
_ITERATING = frozenset({"zip", "enumerate", "map", "filter", "reversed"})


def careful_print(found: Any, is_function: bool) -> Any:
    """`print (x)` is what it has to be already; and so is `print (a, b)` where print is a function."""

    class FixPrint(found):  # type: ignore[misc]
        label = "print"

        def transform(self, node: Any, results: Any) -> Any:
            alone = "bare" not in results and len(node.children) == 2
            in_parentheses = alone and str(node.children[1]).lstrip().startswith("(")
            if is_function and ("bare" in results or in_parentheses):
                return None
            if in_parentheses and node.children[1].type == self.syms.atom and _is_one_value(self, node.children[1]):
                return None
            return super().transform(node, results)

    return FixPrint


def _is_one_value(fixer: Any, atom: Any) -> bool:
    inner = atom.children[1:-1]
    return len(inner) == 1 and inner[0].type not in (fixer.syms.testlist_gexp, fixer.syms.yield_expr)


def careful_raise(found: Any) -> Any:
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


def careful_range(found: Any) -> Any:
    """What is only gone through needs no list."""

    class FixXrange(found):  # type: ignore[misc]
        label = "xrange"

        def transform_range(self, node: Any, results: Any) -> Any:
            return None if _called_by(node) in _ITERATING else super().transform_range(node, results)

    return FixXrange


def careful_views(found: Any) -> Any:
    """A dict that the loop over it does not mention is not changed by it, and needs no copy."""

    class FixDict(found):  # type: ignore[misc]
        label = "dict"

        def transform(self, node: Any, results: Any) -> Any:
            plain = str(results["method"][0]) in ("keys", "items", "values")
            if plain and (_called_by(node) in _ITERATING or self._left_alone(node)):
                return None
            return super().transform(node, results)

        def _left_alone(self, node: Any) -> bool:
            loop = node.parent
            if loop is None or node.type != self.syms.power:
                return False
            if loop.type == self.syms.comp_for:
                return True
            if loop.type != self.syms.for_stmt or len(node.children) != 3:
                return False
            name, words = str(node.children[0]).strip(), {str(leaf).strip() for leaf in loop.children[-1].leaves()}
            return name.isidentifier() and name not in words

    return FixDict


def _called_by(node: Any) -> str:
    """The name of the function that a node is an argument of."""
    holder = node.parent
    if holder is not None and holder.type == _symbols().arglist:
        holder = holder.parent
    if holder is None or holder.type != _symbols().trailer or not str(holder).lstrip().startswith("("):
        return ""
    call = holder.parent
    return str(call.children[0]).strip() if call is not None and call.children[1:2] == [holder] else ""


def _symbols() -> Any:
    return import_module("fissix.pygram").python_symbols


def unicode_raw() -> Any:
    """A fixer for `ur'…'`, which Python 3 spells `r'…'` unless it holds escapes of its own."""
    token: Any = import_module("fissix.pgen2.token")
    base: Any = import_module("fissix.fixer_base")

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
