"""Every target in the tables exists in TensorFlow 2 and takes the arguments that are written for it."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

from codemods.api import surface, table
from codemods.api.calls import ExpressionRow, call_rows, expression_rows
from codemods.api.files import strings, tables, texts, toml
from codemods.fates import NameFate, fate_of
from codemods.rules.kept.places import in_full

WALKER = Path(__file__).parent / "programs" / "walk_targets.py"
NAME = re.compile(r"(?<![\w.])(?:tf|tensorflow|tf_slim|tf_keras)(?:\.[A-Za-z_]\w*)+")
GONE = ("tf.contrib", "tensorflow.contrib")  # texts say that it is
MARKS = ("_sentinel", "keyword_required")  # parameters that only keep other arguments from their places
ADDED = "tf_contrib."  # a file that is added to the repository
ELSEWHERE = ("tensorboard.",)  # packages that need not be installed

Call = Mapping[str, object]


def fates() -> tuple[NameFate, ...]:
    found = [fate_of(name) for name in surface.old_names()]
    return tuple(fate for fate in found if fate is not None)


def named(text: str) -> list[str]:
    return [name for name in NAME.findall(text) if not name.startswith(GONE)]


def told() -> Iterator[str]:
    """Every text of the tables that people read, or that is written."""
    for fate in fates():
        yield from (fate.native, fate.instead)
    for file in ("native_forms.toml", "advice.toml", "renames.toml", "removed.toml"):
        for value in toml(file).values():
            if isinstance(value, dict):
                yield from strings(value).values()
            elif file == "native_forms.toml":
                yield str(value)
    yield from (f"tf.{name}" for name in strings(toml("renames.toml")["native"]).values())
    for layer in table.layers():
        yield from (f"tf.keras.layers.{layer.keras}", layer.function or "")
    for optimizer in table.optimizers():
        yield from (f"tf.keras.optimizers.{optimizer.keras}" if optimizer.keras else "", optimizer.v1)
    yield from (row.keras for row in table.initializers())


def native_names() -> list[str]:
    plain = [re.sub(r"\(\)\.\w+", "", text) for text in told()]
    return sorted({name for text in plain for name in named(text)})


def kept_names() -> list[str]:
    """What the tier kept writes: with legacy Keras."""
    targets = {fate.kept.partition(",")[0] for fate in fates() if fate.kept}
    rows = [row for key in ("home", "plain") for row in tables(toml("contrib.toml")[key])]
    listed = {f"{row['to']}.{name}" for row in rows for name in texts(row.get("names"))}
    listed |= {str(row["to"]) for row in rows} | {*strings(toml("contrib.toml")["renamed"]).values()}
    targets |= {in_full(name) for name in listed}
    return sorted(each for each in targets if not each.startswith((ADDED, *ELSEWHERE)) and f"{each}." != ADDED)


def call(name: str, keywords: Collection[str], places: tuple[str, ...] = (), count: int = 0) -> Call:
    return {"name": name, "keywords": sorted(set(keywords)), "places": list(places), "count": count}


def native_calls() -> Iterator[Call]:
    for row in call_rows():
        declined = row.conditions.declines
        mapped = {row.arguments.get(each, each) for each in row.parameters if each not in (*declined, *MARKS)}
        found = table.symbol(row.api)
        assert found is not None and found.target is not None, row.api
        yield call(found.target, {*(each for each in mapped if each is not None), *row.add}, row.positions)
    for expression in expression_rows():
        yield from calls_in(expression)
    for layer in table.layers():
        new = {each for name, each in layer.arguments.items() if each is not None and name not in layer.declines}
        yield call(f"tf.keras.layers.{layer.keras}", {*new, *layer.fixed})
    for optimizer in table.optimizers():
        new = {each for each in optimizer.arguments.values() if each is not None}
        if optimizer.keras is not None:
            yield call(f"tf.keras.optimizers.{optimizer.keras}", {*new, *optimizer.fixed})
        yield call(optimizer.v1, set(optimizer.parameters), optimizer.parameters)
    for initializer in table.initializers():
        new = {initializer.arguments.get(each, each) or "" for each in initializer.parameters} - {""}
        yield call(initializer.keras, {*new, *initializer.fixed} - set(initializer.declines))


def calls_in(row: ExpressionRow) -> Iterator[Call]:
    """The calls of TensorFlow in the text of a row, with every keyword that it may write."""
    rest = "".join(f", {name}={name}" for name in row.rest)
    for text in (row.text, row.data_text):
        plain = re.sub(r"\{\w+:factor\}", "", text.replace("{rest}", rest))
        for node in ast.walk(ast.parse(re.sub(r"\{(\w+)(?::float)?\}", r"\1", plain))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                name = ast.unparse(node.func)
                if name.startswith("tf."):
                    target = name
                elif name.partition(".")[0] in row.parameters:
                    target = f"tf.Variable.{node.func.attr}"
                else:
                    continue
                starred = any(isinstance(each, ast.Starred) for each in node.args)
                yield call(target, {str(each.arg) for each in node.keywords}, (), 0 if starred else len(node.args))


def walk(names: list[str], calls: list[Call], legacy: bool) -> Mapping[str, str]:
    keras = {"TF_USE_LEGACY_KERAS": "1" if legacy else "0"}
    answer = subprocess.run(
        [sys.executable, "-W", "ignore", str(WALKER)],
        input=json.dumps({"names": names, "calls": calls}),
        env={**os.environ, **keras, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    found = json.loads(answer.stdout.splitlines()[-1])
    assert found["looked_up"] == len(names) + len(calls)
    wrong: Mapping[str, str] = found["wrong"]
    return wrong


@pytest.mark.tensorflow
def test_native_targets_exist_and_take_what_is_written() -> None:
    names, calls = native_names(), list(native_calls())
    assert len(names) > 2500 and len(calls) > 300
    assert walk(names, calls, legacy=False) == {}


@pytest.mark.tensorflow
def test_kept_targets_exist() -> None:
    names = kept_names()
    assert len(names) > 2500
    assert walk(names, [], legacy=True) == {}


@pytest.mark.tensorflow
def test_the_walk_finds_what_is_wrong() -> None:
    names = ["tf.no_such_name", "tf.nn.relu"]
    calls = [
        call("tf.reduce_sum", ["keep_dims"]),
        call("tf.reduce_sum", ["keepdims"], ("input_tensor", "axis")),
        call("tf.reduce_sum", [], ("axis",)),
        call("tf.keras.layers.Dense", ["units", "trainable", "filters"]),
    ]
    wrong = walk(names, calls, legacy=False)
    assert set(wrong) == {"tf.no_such_name", *(json.dumps(calls[each]) for each in (0, 2, 3))}
    assert wrong[json.dumps(calls[3])] == "takes no filters"
