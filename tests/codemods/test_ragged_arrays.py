"""Arrays of zipped values: reported where they are made, through a function of another module too."""

from __future__ import annotations

import pytest

from codemods import Options, migrate_sources

MAIN = """import tensorflow as tf
import numpy as np
import loader
with tf.Session() as sess:
    print(sess.run(tf.constant(1.0)))
"""
LOADER = "import numpy as np\n\ndef batches(data, size):\n    data = np.array(data)\n    return data[:size]\n"


def places(main: str, loader: str = LOADER) -> list[tuple[str, int]]:
    sources = {"main.py": main.encode(), "loader.py": loader.encode()}
    (program,) = migrate_sources(sources, Options()).programs
    return [(each.place.file, each.place.line) for each in program.obstacles if each.id == "ragged-array"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a = np.array(list(zip(x, y)))", [("main.py", 6)]),
        ("a = np.asarray(list(zip(x, y, z)))", [("main.py", 6)]),
        ("b = loader.batches(list(zip(x, y)), 3)", [("loader.py", 4)]),
        ("b = loader.batches(size=3, data=list(zip(x, y)))", [("loader.py", 4)]),
    ],
)
def test_reported(line: str, expected: list[tuple[str, int]]) -> None:
    assert places(f"{MAIN}{line}\n") == expected


@pytest.mark.parametrize(
    "line",
    [
        "a = np.array(list(zip(x, y)), dtype=object)",
        "a = np.array([x, y])",
        "a = list(zip(x, y))",
        "b = loader.batches(x, 3)",
        "b = loader.batches(x, list(zip(x, y)))",
        "b = loader.others(list(zip(x, y)), 3)",
        "b = other.batches(list(zip(x, y)), 3)",
    ],
)
def test_left_alone(line: str) -> None:
    assert places(f"{MAIN}{line}\n") == []


def test_a_function_that_says_what_it_makes_is_left_alone() -> None:
    loader = LOADER.replace("np.array(data)", "np.array(data, dtype=object)")
    assert places(f"{MAIN}b = loader.batches(list(zip(x, y)), 3)\n", loader) == []
