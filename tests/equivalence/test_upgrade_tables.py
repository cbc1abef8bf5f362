"""What TensorFlow's own upgrade script knows is in our tables too, or contradicted with a reason."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from codemods.api import surface
from codemods.api.calls import call_row
from codemods.api.files import strings
from codemods.fates import NameFate, fate_of

REASONS = tomllib.loads((Path(__file__).parent / "upgrade_tables.toml").read_text())
ALIASES = {"contrib_": "tf.contrib.", "slim.": "tf.contrib.slim."}
WRITTEN_AS_IT_IS = ("same", "renamed")
DUMP = """
import json, sys
import tensorflow as tf
from tensorflow.tools.compatibility import tf_upgrade_v2
spec = tf_upgrade_v2.TFAPIChangeSpec()

def found(name):
    value = tf
    for part in name.split(".")[1:]:
        value = getattr(value, part, None)
    return value

ours = json.load(sys.stdin)
same = [name for name, target in ours.items() if (theirs := found(spec.symbol_renames.get(name, "tf.no"))) is not None
        and (found(target) is theirs or found(target) == theirs)]
tables = {"renames": spec.symbol_renames, "reorders": spec.function_reorders, "same": same,
          "keywords": spec.function_keyword_renames, "warnings": sorted(spec.function_warnings),
          "argument_warnings": sorted(spec.function_arg_warnings), "transformers": sorted(spec.function_transformers),
          "modules": sorted(spec.module_deprecations)}
json.dump(tables, sys.stdout, default=str)
"""

Tables = Mapping[str, dict[str, dict[str, str]]]


@pytest.fixture(scope="module")
def tables() -> Tables:
    ours = {}
    for name in surface.old_names():
        fate = fate_of(name)
        if fate is not None and fate.native.startswith("tf."):
            ours[name] = fate.native
    command = [sys.executable, "-W", "ignore", "-c", DUMP]
    answer = subprocess.run(command, input=json.dumps(ours), capture_output=True, text=True, check=True, timeout=120)
    found: Tables = json.loads(answer.stdout)
    return found


def spelled(name: str) -> str:
    """`contrib_data.X`, as a program may have imported it, is `tf.contrib.data.X`."""
    start = next((alias for alias in ALIASES if name.startswith(alias)), None)
    return name if start is None else ALIASES[start] + name.removeprefix(start)


def fate(name: str) -> NameFate | None:
    """None: the name is not one of TensorFlow 1.15, or a method, which has no row."""
    return None if name.startswith("*") else fate_of(spelled(name))


def contradicted(key: str, name: str) -> bool:
    return any(fnmatchcase(spelled(name), pattern) for pattern in strings(REASONS[key]))


def is_dead(target: str) -> bool:
    """Some of the targets there are in no TensorFlow 2.21; the lists are compared with it in test_symbols.py."""
    return surface.missing(target, 1, legacy=True) is not None


@pytest.mark.tensorflow
def test_the_tables_are_there(tables: Tables) -> None:
    assert len(tables["renames"]) > 1000 and len(tables["keywords"]) > 100 and len(tables["reorders"]) > 100
    known = [name for name in tables["renames"] if fate(name) is not None]
    assert len(known) > 1000


@pytest.mark.tensorflow
def test_every_rename_is_covered(tables: Tables) -> None:
    wrong = []
    for old, new in tables["renames"].items():
        ours = fate(old)
        if ours is None or contradicted("renames", old):
            continue
        if str(new).startswith("tf.compat.v1."):
            right = ours.fate not in WRITTEN_AS_IT_IS and bool(ours.instead if is_dead(str(new)) else ours.kept)
        else:
            right = ours.native == new or old in tables["same"] or (not ours.native and bool(ours.kept))
            right = right or ours.fate in ("rewritten", "other arguments")
        if not right:
            wrong.append(f"{old} -> {new}; ours: {ours.fate} {ours.native or ours.kept or ours.instead}")
    assert wrong == []


@pytest.mark.tensorflow
def test_every_renamed_argument_is_covered(tables: Tables) -> None:
    wrong = []
    for name, keywords in tables["keywords"].items():
        ours = fate(name)
        if ours is None or ours.fate not in (*WRITTEN_AS_IT_IS, "other arguments"):
            continue
        row = call_row(ours.name)
        for old, new in keywords.items():
            written = row.arguments.get(old, old) if row is not None else old
            if new is not None and written != new and not contradicted("keywords", f"{name}.{old}"):
                wrong.append(f"{name}({old} -> {new}); ours: {written}")
    assert wrong == []


@pytest.mark.tensorflow
def test_whatever_is_reordered_or_warned_about_is_no_mere_name(tables: Tables) -> None:
    wrong = []
    for key in ("reorders", "warnings", "argument_warnings", "transformers"):
        for name in tables[key]:
            ours = fate(name)
            if ours is not None and ours.fate in WRITTEN_AS_IT_IS and not contradicted("warnings", name):
                wrong.append(f"{key}: {name}; ours: {ours.fate} {ours.native}")
    assert wrong == []


@pytest.mark.tensorflow
def test_modules_that_left_have_a_fate(tables: Tables) -> None:
    for name in tables["modules"]:
        ours = fate_of(name)
        assert ours is not None and (ours.kept or ours.instead), name


@pytest.mark.tensorflow
def test_every_reason_is_needed(tables: Tables) -> None:
    names = [spelled(name) for name in tables["renames"]]
    names += [f"{name}.{old}" for name, keywords in tables["keywords"].items() for old in keywords]
    patterns = [*REASONS["renames"], *REASONS["keywords"]]
    assert [each for each in patterns if not any(fnmatchcase(name, each) for name in names)] == []
