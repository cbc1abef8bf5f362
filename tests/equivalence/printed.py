"""What two programs print, compared: the same words around the same numbers, however NumPy writes them."""

from __future__ import annotations

import math
import re

_SCALAR = re.compile(r"np\.\w+\(([^()]*)\)")
_BOOLEAN = re.compile(r"np\.(True|False)_")
_ARRAY = re.compile(r"array\((.*?)(?:,\s*dtype=\w+)?\)", re.S)
_NUMBER = re.compile(r"(?<![A-Za-z_])(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|nan|inf)")
TOLERANCE = 1e-5


def same_print(old: str, new: str, tolerance: float = TOLERANCE) -> bool:
    """Whether the texts agree: numbers within a tolerance, everything else to the letter, white space aside. Programs
    have to print enough digits for it: the last of few may fall on either side."""
    first, second = _plain(old), _plain(new)
    return _words(first) == _words(second) and _same_numbers(_NUMBER.findall(first), _NUMBER.findall(second), tolerance)


def _plain(text: str) -> str:
    """The text as NumPy 1 would print it."""
    return _ARRAY.sub(r"\1", _SCALAR.sub(r"\1", _BOOLEAN.sub(r"\1", text)))


def _words(text: str) -> str:
    return "".join(_NUMBER.sub("#", text).split())


def _same_numbers(old: list[str], new: list[str], tolerance: float) -> bool:
    return len(old) == len(new) and all(_near(float(a), float(b), tolerance) for a, b in zip(old, new, strict=True))


def _near(a: float, b: float, tolerance: float) -> bool:
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    return a == b or abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))
