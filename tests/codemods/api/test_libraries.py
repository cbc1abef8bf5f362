"""The rows of libraries.toml speak of names that are gone, and lead to names that exist."""

from __future__ import annotations

import builtins
import importlib
import importlib.util
import sys
import warnings

import pytest

from codemods.api.libraries import BUILTIN, Hit, dead, hit, libraries, methods, rows

# In NumPy 2 these are back with another meaning; a NumPy that TensorFlow accepts has none of them.
BACK = frozenset({"numpy.bool", "numpy.long"})
# Still there to say that they are gone, or not gone from every Python that TensorFlow runs on.
STUBS = frozenset({"scipy.interpolate.interp2d", "scipy.misc", "imp", "numpy.distutils"})


OPTIONAL = frozenset({"numpy", "scipy", "sklearn", "pandas", "matplotlib"})


def exists(dotted: str) -> bool:
    parts = dotted.split(".")
    if dotted.startswith(BUILTIN):
        return hasattr(builtins, parts[1])
    for end in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:end]))
            for part in parts[end:]:
                found = getattr(found, part)
        except (ImportError, AttributeError):
            continue
        return True
    return False


def known(library: str) -> list[Hit]:
    return [row for row in rows().values() if row.library == library]


def test_there_are_rows_of_every_kind() -> None:
    assert len(rows()) > 250 and set(libraries()) >= {"python2", "python", "numpy", "scipy", "sklearn", "pandas"}
    assert all((row.target is None) + (row.call is None) + (row.advice is None) == 2 for row in rows().values())
    assert all(name.split(".")[0] in {key.split(".")[0] for key in rows()} for name in dead())
    assert "ix" in methods("pandas")


def test_the_longest_row_counts() -> None:
    found = hit("urllib2.urlopen.x")
    assert found is not None and found.moved("urllib2.urlopen.x") == "urllib.request.urlopen.x"
    assert hit("numpy.floating") is None and hit("numpy") is None


@pytest.mark.parametrize("library", libraries())
def test_old_names_are_gone_and_new_ones_are_there(library: str) -> None:
    packages = {row.key.split(".")[0] for row in known(library)}
    if any(importlib.util.find_spec(each) is None for each in packages & OPTIONAL):
        pytest.skip(f"{library} is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        still = {row.key for row in known(library) if exists(row.key)} - BACK - STUBS
        still = {key for key in still if not (key.startswith("imp.") and sys.version_info < (3, 12))}
        targets = [(row.target, row.module) for row in known(library) if row.target is not None]
        wrong = {new for new, module in targets if not exists(new if "." in new or module else BUILTIN + new)}
    assert not still, "these names exist"
    assert not {new for new in wrong if new.split(".")[0] not in ("joblib", "six", "tkinter")}, "nothing of this name"
