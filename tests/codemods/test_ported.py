"""The file with functions of tf.contrib: what it holds, where it lies, how it is imported, what the functions do."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from codemods import Options, migrate_sources
from codemods.api.files import mapping, strings, texts, toml
from codemods.ported import ported_text
from codemods.rule import Tier

RUN = "import tensorflow as tf\nsess = tf.Session()\n"
PARAMS = "from tensorflow.contrib.training import HParams\np = HParams(a=1)\n"


def final(**texts: str) -> dict[str, str]:
    """The files that change, by path; `__` stands for a slash."""
    sources = {f"{name.replace('__', '/')}.py": text.encode() for name, text in texts.items()}
    changes = migrate_sources(sources, Options(tier=Tier.KEPT))
    assert all(program.tier is Tier.KEPT for program in changes.programs)
    return {path: data.decode() for path, data in changes.final_bytes().items()}


def test_the_file_holds_what_is_used_and_no_more() -> None:
    files = final(main=f"{RUN}{PARAMS}")
    assert files["tf_contrib.py"] == ported_text({"HParams"})
    assert "class HParams" in files["tf_contrib.py"] and "tensorflow" not in files["tf_contrib.py"]
    assert "from tf_contrib import HParams\np = HParams(a=1)\n" in files["main.py"]


def test_programs_of_one_folder_share_the_file() -> None:
    files = final(one=f"{RUN}{PARAMS}", two=f"{RUN}loss = tf.contrib.seq2seq.sequence_loss(a, b, c)\n")
    assert files["tf_contrib.py"] == ported_text({"HParams", "sequence_loss"})
    assert "import tf_contrib\n" in files["two.py"] and "loss = tf_contrib.sequence_loss(a, b, c)" in files["two.py"]


def test_modules_of_a_package_import_it_from_there() -> None:
    files = final(
        pkg__train=f"{RUN}from . import model\nfrom .sub import deep\n",
        pkg__model=f"import tensorflow as tf\n{PARAMS}",
        pkg__sub__deep="import tensorflow as tf\nmode = tf.contrib.learn.ModeKeys.TRAIN\n",
    )
    assert "from .tf_contrib import HParams\n" in files["pkg/model.py"]
    assert "from .. import tf_contrib\n" in files["pkg/sub/deep.py"]
    assert files["pkg/tf_contrib.py"] == ported_text({"HParams", "ModeKeys"})


def test_a_package_that_becomes_the_file() -> None:
    text = final(main=f"{RUN}from tensorflow.contrib import legacy_seq2seq as s\ns.rnn_decoder(a, b, c)\n")["main.py"]
    assert "import tf_contrib as s\n" in text and "s.rnn_decoder(a, b, c)\n" in text


def test_two_functions_of_one_name() -> None:
    text = "tf.contrib.seq2seq.sequence_loss(a, b, c)\ntf.contrib.legacy_seq2seq.sequence_loss(a, b, c)\n"
    assert final(main=f"{RUN}{text}")["main.py"].endswith(
        "tf_contrib.sequence_loss(a, b, c)\ntf_contrib.legacy_sequence_loss(a, b, c)\n"
    )


def test_a_name_that_is_taken_is_not_used() -> None:
    files = final(main=f"{RUN}{PARAMS}", tf_contrib="x = 1\n")
    assert "from tf_contrib_functions import HParams" in files["main.py"]
    assert "tf_contrib.py" not in files


def test_a_second_run_changes_nothing() -> None:
    files = final(main=f"{RUN}{PARAMS}")
    assert final(**{path.removesuffix(".py"): text for path, text in files.items()}) == {}


def test_no_file_for_a_native_program_or_without_need() -> None:
    assert "tf_contrib.py" not in final(main=f"{RUN}x = tf.contrib.layers.flatten(y)\n")


def test_windows_newlines() -> None:
    files = final(main=f"{RUN}{PARAMS}".replace("\n", "\r\n"))
    assert files["tf_contrib.py"].count("\r\n") == files["tf_contrib.py"].count("\n")


def test_every_home_in_the_file_is_in_one_of_its_pieces() -> None:
    table = toml("contrib.toml")
    pieces = [name for names in mapping(table["ported"]).values() for name in texts(names)]
    rows: Any = table["home"]
    homes = [f"{row['to']}.{name}" for row in rows for name in texts(row["names"])] + [
        *strings(table["renamed"]).values()
    ]
    assert {home.split(".")[1] for home in homes if home.startswith("tf_contrib.")} == set(pieces)
    assert len(pieces) == len(set(pieces))
    whole = ported_text(pieces)
    assert all(f"\nclass {name}" in whole or f"\ndef {name}(" in whole for name in pieces)


@pytest.fixture(scope="module")
def functions() -> ModuleType:
    pytest.importorskip("numpy")
    module = ModuleType("tf_contrib")
    exec(compile(ported_text({"HParams", "VocabularyProcessor"}), "tf_contrib.py", "exec"), module.__dict__)
    return module


def test_hyperparameters_keep_their_types(functions: ModuleType) -> None:
    """As TensorFlow 1.15 does, value for value."""
    params = functions.HParams(b=1, a=0.5, s="x", several=[1, 2], t=True, n=None)
    assert params.parse("b=7,a=3,several=[4,5],t=false,s=a b").values() == {
        "b": 7, "a": 3.0, "s": "a b", "several": [4, 5], "t": False, "n": None
    }  # fmt: skip
    for text in ("b=1.5", "t=maybe", "zz=1", "several=1", "b=[1]", "b=2,b=3", " b=1"):
        with pytest.raises(ValueError, match=r"hyperparameter|parse|literal"):
            params.parse(text)
    for name, value in (("b", 2.0), ("b", True), ("b", "3"), ("t", 1), ("several", 4), ("several", (4,)), ("b", None)):
        with pytest.raises(ValueError, match=name):
            params.set_hparam(name, value)
    params.set_hparam("a", 1)
    params.set_hparam("n", 3)
    assert (type(params.a), params.n, "b" in params, params.get("zz", 4)) == (float, 3, True, 4)
    with pytest.raises(ValueError, match="values"):
        functions.HParams(values=1)
    assert repr(functions.HParams(b=1, a="x")) == "HParams([('a', 'x'), ('b', 1)])"


def test_words_get_numbers_in_their_order(functions: ModuleType) -> None:
    """The rows that TensorFlow 1.15 gives for these texts."""
    texts = ["Hello world, it's me-now. ABCDef FooBar hello", "world peace hello hello", "42 B2B"]
    processor = functions.VocabularyProcessor(6)
    rows = [row.tolist() for row in processor.fit_transform(texts)]
    assert rows == [[1, 2, 3, 4, 5, 6], [2, 10, 9, 9, 0, 0], [11, 12, 0, 0, 0, 0]]
    assert [*processor.reverse([[9, 0]])] == ["hello <UNK>"]
    frequent = functions.VocabularyProcessor(4, min_frequency=1).fit(texts)
    assert [row.tolist() for row in frequent.transform(texts)] == [[0, 2, 0, 0], [2, 0, 1, 1], [0, 0, 0, 0]]
