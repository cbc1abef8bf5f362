"""The calls of calls/*.toml as cases for both sides: what is written, what the rules make of it, and their inputs.

Each file has rows `symbol = [calls]` under what is compared: `values` (values, dtypes, shapes, gradients), `shapes`
(random numbers), `seeded` (random numbers that are equal in a tf.function), `fails` (both sides must fail), `strict`
(the new one does), `contrib` and `newer` (values, but only TensorFlow 1.15 has the symbol, or only later versions
compute the same in tf.compat.v1), `kept` (no row may translate the call), and `forms` (values, in every form of the
same call).
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from codemods.api.table import call_row, canonical, expression_row
from tests.codemods.rules.names.translation import read, translate
from tests.equivalence.sides import Arrays, Case

FOLDER = Path(__file__).parent / "calls"
KINDS = ("values", "shapes", "seeded", "fails", "strict", "newer", "contrib")
FORMS = ("forms", "forms_of_shapes")


@dataclass(frozen=True)
class Call:
    """One call of a symbol; `kind` is the section that says what is compared."""

    id: str
    kind: str
    symbol: str
    text: str


@cache
def rows(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every row of a kind, in the order of the files."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [(f"tf.{symbol}", tuple(texts)) for symbol, texts in table.get(kind, {}).items()]
    return tuple(found)


@cache
def calls() -> tuple[Call, ...]:
    found = [(kind, symbol, text) for kind in KINDS for symbol, texts in rows(kind) for text in texts]
    for section in FORMS:
        found += [(section, symbol, each) for symbol, texts in rows(section) for text in texts for each in forms(text)]
    return tuple(Call(f"call{index}", *each) for index, each in enumerate(dict.fromkeys(found)))


def forms(text: str) -> tuple[str, ...]:
    """The first call of the text that has keywords, written by keyword both ways, by position, and by both."""
    tree = ast.parse(text, mode="eval")
    call = next(node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.keywords and not node.args)
    row = call_row(ast.unparse(call.func)) or expression_row(ast.unparse(call.func))
    given = {str(keyword.arg): keyword.value for keyword in call.keywords}
    parameters = row.parameters if row is not None else ()
    leading = [name for index, name in enumerate(parameters) if set(parameters[: index + 1]) <= set(given)]
    found = []
    for count in sorted({0, (len(leading) + 1) // 2, len(leading)}):
        first = [given[name] for name in leading[:count]]
        last = [ast.keyword(name, value) for name, value in given.items() if name not in leading[:count]]
        call.args, call.keywords = list(first), last[::-1]
        found.append(ast.unparse(tree))
    return tuple(dict.fromkeys(found))


@cache
def translations() -> tuple[str, ...]:
    """What the rules write for each call."""
    return _translated(tuple(call.text for call in calls()))


def translated_again() -> tuple[str, ...]:
    return _translated(translations())


def _translated(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Those with float64 in one module, all others in another, a line for each."""
    doubles = [any(word in text for word in ("f64", "float64", "double", "dtype=")) for text in texts]
    parts = {
        kind: iter(_in_module([text for text, it in zip(texts, doubles, strict=True) if it == kind]))
        for kind in (False, True)
    }
    return tuple(next(parts[kind]) for kind in doubles)


def _in_module(texts: Sequence[str]) -> tuple[str, ...]:
    found = read(translate("import tensorflow as tf\n" + "".join(f"{text}\n" for text in texts)))
    written = tuple(found.source(statement) for statement in found.tree.body[1:])
    assert len(written) == len(texts)
    return written


@cache
def old_cases(reference: str) -> tuple[Case, ...]:
    missing = "newer" if reference == "tf115" else "contrib"
    return tuple(_case(call, call.text) for call in calls() if call.kind != missing)


@cache
def new_cases() -> tuple[Case, ...]:
    """Each call as it stands, and what is written anew also inside of a tf.function, without gradients."""
    both = tuple(zip(calls(), translations(), strict=True))
    traced = [_case(call, text) for call, text in both if call.kind == "values" and text != call.text]
    inside = [{**case, "id": in_function(str(case["id"])), "function": True, "differentiate": False} for case in traced]
    return (*(_case(call, text) for call, text in both), *inside)


def in_function(case: str) -> str:
    return f"{case}-function"


def _case(call: Call, text: str) -> Case:
    names = {node.id for node in ast.walk(ast.parse(call.text)) if isinstance(node, ast.Name)}
    sparse = {f"values{name}" for name in names & {"S", "T"}}
    return {
        "id": call.id,
        "kind": "call",
        "text": text,
        "names": sorted(names),
        "inputs": sorted(name for name in names | sparse if f"input:{name}" in inputs()),
        "differentiate": call.kind in ("values", "contrib", "seeded", "newer") or _stops_gradient(call),
        "function": call.kind in ("seeded",),
    }


def symbols_of(found: tuple[Call, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(call.symbol for call in found))


def keywords_of(api: str) -> set[str]:
    """The parameters that the forms of a symbol give."""
    named = [text for section in FORMS for name, texts in rows(section) if canonical(name) == api for text in texts]
    nodes = [node for text in named for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    own = [node for node in nodes if canonical(ast.unparse(node.func)) == api]
    return {str(keyword.arg) for node in own for keyword in node.keywords}


def _stops_gradient(call: Call) -> bool:
    row = call_row(call.symbol)
    return call.kind == "forms" and row is not None and bool(row.unless_data)


def apis_in(text: str) -> set[str]:
    nodes = ast.walk(ast.parse(text))
    return {canonical(ast.unparse(node)) for node in nodes if isinstance(node, ast.Attribute)}


@cache
def inputs() -> Arrays:
    draw = np.random.RandomState(3)
    positive = np.abs(draw.randn(4, 6)) + 0.1
    square = draw.randn(2, 4, 4)
    floats = {
        "a": draw.randn(4, 6), "b": draw.randn(4, 6), "p": positive / positive.sum(1, keepdims=True),
        "u": draw.uniform(-0.9, 0.9, (4, 6)), "w": np.array([0.9, 0.4, 0.7, 0.2]), "emb": draw.randn(10, 3),
        "img": draw.rand(2, 5, 7, 3), "imn": draw.randn(2, 8, 8, 3), "filt": draw.randn(3, 3, 3, 4),
        "point": draw.randn(1, 1, 12, 5), "seq": draw.randn(3, 5, 4), "kernel1": draw.randn(3, 4, 2),
        "vol": draw.randn(1, 4, 4, 4, 2), "kernel3": draw.randn(2, 2, 2, 2, 2), "sq": square + 3 * np.eye(4),
        "pd": square @ square.transpose(0, 2, 1) + np.eye(4), "valuesS": draw.randn(5), "valuesT": draw.randn(4),
    }  # fmt: skip
    integers = {"ids": [0, 3, 5, 1], "idx": [0, 3, 9, 1], "b01": draw.randint(0, 2, (4, 6)), "step": 13}
    integers |= {"m": draw.randint(-20, 20, (4, 6)), "n": draw.randint(1, 9, (4, 6))}
    arrays = {f"input:{name}": value.astype("float32") for name, value in floats.items()}
    arrays.update({f"input:{name}": np.asarray(value, "int32") for name, value in integers.items()})
    arrays["input:f64"] = draw.randn(4, 6)
    arrays["input:cx"] = (draw.randn(4, 6) + 1j * draw.randn(4, 6)).astype("complex64")
    arrays["input:img8"] = draw.randint(0, 255, (5, 7, 3)).astype("uint8")
    arrays["indicesS"] = np.array([[0, 1], [0, 4], [1, 0], [3, 2], [3, 5]], "int64")
    arrays["indicesT"] = np.array([[0, 4], [1, 1], [3, 2], [3, 3]], "int64")
    return arrays
