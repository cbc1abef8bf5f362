"""The package keras of that time: where its parts are now, and which defaults are written out."""

from __future__ import annotations

import pytest

from tests.codemods.rules.kept.programs import kept, kept_entry

TF = "import tensorflow as tf\n"
V1 = "tensorflow.compat.v1"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import keras", f"from {V1} import keras"),
        ("import keras as k", f"from {V1} import keras as k"),
        ("import keras.backend as K", f"from {V1}.keras import backend as K"),
        ("import keras.layers", f"from {V1} import keras"),
        ("from keras import backend as K", f"from {V1}.keras import backend as K"),
        ("from keras.layers.core import Dense, Dropout", f"from {V1}.keras.layers import Dense, Dropout"),
        ("from keras.layers.normalization import (\n    BatchNormalization,\n)", "(\n    BatchNormalization,\n)"),
        ("from keras.utils import np_utils", f"from {V1}.keras import utils as np_utils"),
        ("from keras.engine.topology import Layer", f"from {V1}.keras.layers import Layer"),
    ],
)
def test_imports_follow(before: str, after: str) -> None:
    text = kept_entry(f"{TF}{before}\n")
    assert after in text
    assert "from keras" not in text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("keras.layers.core.Dense(1)", "keras.layers.Dense(1)"),
        ("keras.utils.np_utils.to_categorical(y)", "keras.utils.to_categorical(y)"),
        ("keras.optimizers.Adadelta()", "keras.optimizers.Adadelta(lr=1.0)"),
        ("keras.optimizers.Adagrad(decay=0.1)", "keras.optimizers.Adagrad(decay=0.1, lr=0.01)"),
        ("keras.optimizers.Adagrad(decay=0.1, )", "keras.optimizers.Adagrad(decay=0.1, lr=0.01)"),
    ],
)
def test_uses_follow(before: str, after: str) -> None:
    assert kept_entry(f"{TF}import keras\nx = {before}\n").endswith(f"x = {after}\n")


@pytest.mark.parametrize(
    "use",
    [
        "keras.layers.Dense(1)",
        "keras.optimizers.Adadelta(0.5)",
        "keras.optimizers.Adadelta(lr=0.5)",
        "keras.optimizers.Adagrad(**options)",
        "keras.optimizers.Adam()",
        "keras.backend.get_session()",
    ],
)
def test_other_uses_stay(use: str) -> None:
    assert kept_entry(f"{TF}import keras\nx = {use}\n").endswith(f"x = {use}\n")


def test_other_names_called_keras_stay() -> None:
    assert "from .keras import core\n" in kept_entry(f"{TF}from .keras import core\n")
    assert "def f(keras):\n    return keras.layers.core.Dense(1)\n" in kept_entry(
        f"{TF}def f(keras):\n    return keras.layers.core.Dense(1)\n"
    )


def test_a_package_of_the_repository_stays() -> None:
    source = "import tensorflow as tf\nimport keras\nx = keras.layers.core.Dense(1)\n"
    assert "import keras\n" in kept_entry(source, keras="layers = 1\n")
    assert "keras.layers.core.Dense(1)\n" in kept_entry(source, keras="layers = 1\n")


def test_modules_with_keras_alone_follow_their_program() -> None:
    after = kept(f"{TF}import model\n", model="from keras.layers import Dense\n")
    assert after["model.py"] == f"from {V1}.keras.layers import Dense\n"
