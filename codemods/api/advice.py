"""What to use instead of a name that has no successor, for people: advice.toml, the most particular pattern first."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache

from codemods.api.files import strings, toml

_PRIVATE = ("python", "core", "tools", "examples", "models", "tensorboard")


def advice(name: str) -> str:
    """What to use instead of a name of TensorFlow 1 (`tf.contrib.crf.crf_decode`)."""
    short = name.removeprefix("tf.")
    first = short.partition(".")[0]
    key = "contrib" if first == "contrib" else "private" if first in _PRIVATE else "core"
    return next((text for pattern, text in _patterns(key).items() if _fits(short, pattern)), "")


def _fits(short: str, pattern: str) -> bool:
    return fnmatchcase(short, pattern) or short == pattern.removesuffix(".*")


@cache
def _patterns(key: str) -> Mapping[str, str]:
    """The patterns of a table; a longer one knows more of a name than a shorter one."""
    found = strings(toml("advice.toml")[key])
    return dict(sorted(found.items(), key=lambda item: (-len(item[0].replace("*", "")), item[0])))
