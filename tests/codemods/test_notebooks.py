"""Whole notebooks through the engine: native, kept, and what stays as it is."""

from __future__ import annotations

import pytest

from codemods import Options, migrate_sources
from codemods.notebooks import OUTPUTS, code_cells, place_of, runnable_script, script_line
from codemods.results import ChangeSet
from codemods.rule import Tier
from tests.notebook_files import notebook, sources_of

BOOK = (
    "%matplotlib inline\n# tools\nimport numpy as np\nimport tensorflow as tf",
    "# inputs\nx = tf.placeholder(tf.float32, [None, 2])",
    "w = tf.Variable(tf.ones([2, 1]))\nscore = tf.matmul(x, w)  # a number per row\nloss = tf.reduce_sum(score)\n"
    "train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)",
    "sess = tf.Session()\nsess.run(tf.global_variables_initializer())",
    "%%time\nrows = np.ones([3, 2])\nfor step in range(3):\n"
    "    _, cost = sess.run([train, loss], {x: rows})\nprint(cost)",
)
TRACED = "    return loss\n\n\ntrain_step = train_step.get_concrete_function()"
SHOWN = ("sess.run(score, {x: rows})", "sess.run(train, {x: rows})", "sess.run([train, loss], {x: rows})")


def migrated(*cells: str, tier: Tier = Tier.NATIVE) -> ChangeSet:
    return migrate_sources({"b.ipynb": notebook(*cells)}, Options(tier=tier))


def new_cells(*cells: str, tier: Tier = Tier.NATIVE) -> list[str]:
    changes = migrated(*cells, tier=tier)
    assert [program.tier for program in changes.programs] == [tier]
    return sources_of(changes.final_bytes()["b.ipynb"])


def test_functions_stand_in_the_cell_of_their_tensors() -> None:
    tools, inputs, graph, session, training = new_cells(*BOOK)
    assert tools == BOOK[0] and session == ""
    assert inputs == "# inputs\nx_spec = tf.TensorSpec([None, 2], tf.float32)"
    assert graph.startswith("w = tf.Variable(tf.ones([2, 1]))\n") and graph.endswith(TRACED)
    assert "def train_step(x):" in graph and "# a number per row" in graph
    made = "rows = np.ones([3, 2])\nrows_tensor = tf.constant(rows, tf.float32)"
    assert training.startswith(f"%%time\n{made}\nfor step in range(3):\n    cost = train_step(rows_tensor")


def test_a_cell_displays_what_it_displayed() -> None:
    values = new_cells(*BOOK, *SHOWN)[len(BOOK) :]
    assert values[0] == "compute_score(rows).numpy()"
    assert values[1] == "train_step(rows);"  # it returns the loss for other cells, and showed nothing
    assert values[2] == "[None, train_step(rows).numpy()]"
    assert new_cells(*BOOK, "sess.run(score, {x: rows});")[-1] == "compute_score(rows);"


def test_magics_and_text_between_the_code_stay() -> None:
    cells = (*BOOK[:2], "!ls\n" + BOOK[2] + "\n%cd ..", "%%bash\nls", *BOOK[3:], "%timeit np.dot(rows, rows.T)")
    new = new_cells(*cells)
    assert new[2].startswith("!ls\nw = ") and new[2].endswith(f"{TRACED}\n\n\n%cd ..")
    assert new[3] == "%%bash\nls" and new[-1] == cells[-1]


def test_kept_notebooks_change_where_they_import() -> None:
    new = new_cells(*BOOK, *SHOWN, tier=Tier.KEPT)
    assert new[1:] == [*BOOK[1:], *SHOWN]
    assert new[0].startswith("%matplotlib inline\n# tools\nimport numpy as np\nimport tensorflow.compat.v1 as tf")


@pytest.mark.parametrize(
    ("cell", "obstacle", "symbol"),
    [
        ("score", "tensor-escapes", "score"),
        ("%timeit sess.run(score, {x: rows})", "foreign-builder", "%timeit sess.run(score, {x: rows})"),
        ("%%timeit\nsess.run(score, {x: rows})", "foreign-builder", "%%timeit"),
        ("%time cost = sess.run(score, {x: rows})", "foreign-builder", "%time cost = sess.run(score, {x: rows})"),
        ("!echo {loss}", "foreign-builder", "!echo {loss}"),
    ],
)
def test_what_a_notebook_does_with_tensors_keeps_it(cell: str, obstacle: str, symbol: str) -> None:
    (program,) = migrated(*BOOK, cell).programs
    assert program.tier == Tier.KEPT
    assert (obstacle, symbol) in [(each.id, each.symbol) for each in program.obstacles]
    place = next(each.place for each in program.obstacles if each.id == obstacle)
    assert str(place) == "b.ipynb, cell 6, line 1" and place.shown_line == 1


@pytest.mark.parametrize(
    "cells",
    [
        ("import numpy as np\nprint(1)", "!pip install tensorflow"),
        ("import tensorflow as tf\ntf.keras.layers.Dense(3)",),
        ("import tensorflow as tf", "@tf.function\ndef f(x):\n    return tf.nn.relu(x)", "f(1.0)"),
        ("", "%%bash\npip install tensorflow"),
    ],
)
def test_notebooks_without_anything_of_tensorflow_1_stay(cells: tuple[str, ...]) -> None:
    changes = migrated(*cells)
    assert changes.final_bytes() == {} and changes.files[0].status == "unchanged"


def test_files_that_cannot_be_read_are_reported() -> None:
    sources = {"a.ipynb": b"{tensorflow", "b.ipynb": notebook("import tensorflow", "\nif True x")}
    reasons = [report.reason or "" for report in migrate_sources(sources, Options()).files]
    assert "not a notebook" in reasons[0] and "cell 2, line 2" in reasons[1]


def test_readers_are_told_of_outputs_and_order() -> None:
    changes = migrated(*BOOK)
    assert [each.rule for each in changes.files[0].findings].count(OUTPUTS) == 1
    assert any("in their order" in each for each in changes.programs[0].assumptions)
    assert migrated("import tensorflow as tf\ntf.nn.relu(1.0)").files[0].findings == ()


def test_names_that_a_notebook_imports_stay_in_their_module() -> None:
    script = (
        b"import tensorflow as tf\nx = tf.placeholder(tf.float32)\ny = x + 1\nprint(tf.Session().run(y, {x: 1.0}))\n"
    )
    alone = migrate_sources({"m.py": script}, Options())
    lent = migrate_sources({"m.py": script, "b.ipynb": notebook("from m import y\nprint(y)")}, Options())
    assert [each.programs[0].tier for each in (alone, lent)] == [Tier.NATIVE, Tier.KEPT]


def test_places_of_the_script() -> None:
    data = notebook("a\nb", "%%html", "c")
    assert code_cells(data) == {1: "a\nb", 2: "%%html", 3: "c"} and code_cells(b"x") == {}
    line = script_line(data, 3, 1)
    assert line is not None and str(place_of("b.ipynb", data, line)) == "b.ipynb, cell 3, line 1"
    assert script_line(data, 2, 1) is None and script_line(data, 1, 3) is None and script_line(b"", 1, 1) is None
    assert runnable_script(data).split("\n")[line - 1] == "c" and runnable_script(b"x") == ""
    assert str(place_of("b.ipynb", b"x", 3)) == "b.ipynb:3:0"
