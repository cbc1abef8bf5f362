"""Which modules are asked for the sizes of their tensors."""

from __future__ import annotations

import pytest

from codemods.graph.size_reads import reads_sizes
from codemods.source.module import Module, parse_module

HEAD = "import tensorflow as tf\nfrom tensorflow import placeholder as given\n"


@pytest.mark.parametrize(
    ("made", "read"),
    [
        ("tf.placeholder(tf.float32, [None, 2])", False),
        ("given(tf.float32, [None, 2])", False),
        ("tf.zeros([1, 2])", True),
        ("model.placeholder_of_images()", True),
    ],
)
def test_a_tensor_that_is_fed_and_no_placeholder_has_to_be_known(made: str, read: bool) -> None:
    text = f"{HEAD}x = {made}\ny = tf.layers.dense(x, 3)\nsess.run(y, {{x: rows}})\n"
    module = parse_module("program.py", text.encode())
    assert isinstance(module, Module)
    assert reads_sizes(module) is read
