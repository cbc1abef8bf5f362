"""TensorFlow that one module hands to another, and the files without TensorFlow that stand between two with it."""

from __future__ import annotations

from collections.abc import Mapping

from codemods import Options, migrate_sources
from codemods.analysis.names import Names
from codemods.program_map import closures
from codemods.rule import Tier
from codemods.selection import select_modules


def tree(**texts: str) -> dict[str, bytes]:
    """Texts by path; `__` stands for a slash."""
    return {f"{name.replace('__', '/')}.py": text.encode() for name, text in texts.items()}


def apis(sources: Mapping[str, bytes], path: str) -> list[str]:
    modules, failed = select_modules(sources)
    assert not failed
    return [api for _, api in Names.of(modules[path]).apis()]


def test_a_star_import_brings_tensorflow() -> None:
    sources = tree(
        layers="import tensorflow as tf\n", model="from layers import *\ny = tf.nn.relu(x)\nimport tensorflow"
    )
    assert apis(sources, "model.py") == ["tf.nn.relu"]


def test_a_name_is_imported_from_another_module() -> None:
    sources = tree(
        pkg__common="import tensorflow as tf\nfrom tensorflow import nn\n",
        pkg__a="from .common import tf as t, nn\nt.log(x)\nnn.relu(x)\n# tensorflow\n",
        pkg__b="from pkg import common\ncommon.tf.log(x)\n# tensorflow\n",
        pkg__c="import pkg.common\npkg.common.tf.log(x)\n# tensorflow\n",
        pkg__d="from . import common as c\nc.nn.relu(x)\n# tensorflow\n",
    )
    assert apis(sources, "pkg/a.py") == ["tf.log", "tf.nn.relu"]
    assert apis(sources, "pkg/b.py") == ["tf.log"]
    assert apis(sources, "pkg/c.py") == ["tf.log"]
    assert apis(sources, "pkg/d.py") == ["tf.nn.relu"]


def test_a_name_goes_through_several_modules() -> None:
    sources = tree(
        a="import tensorflow as tf\n",
        b="from a import *\n",
        c="from b import *\n",
        d="from c import tf\ntf.log(x)\nimport tensorflow",
    )
    assert apis(sources, "d.py") == ["tf.log"]


def test_what_is_bound_to_something_else_too_is_not_believed() -> None:
    sources = tree(
        a="import tensorflow as tf\ntf = wrap(tf)\n",
        b="from a import *\ntf.log(x)\n# tensorflow\n",
        c="import tensorflow as tf\n",
        d="from c import *\ntf = other()\ntf.log(x)\n# tensorflow\n",
    )
    assert apis(sources, "b.py") == []
    assert apis(sources, "d.py") == []


def test_private_names_do_not_come_with_a_star() -> None:
    sources = tree(a="import tensorflow as _tf\n", b="from a import *\n_tf.log(x)\n# tensorflow\n")
    assert apis(sources, "b.py") == []


def test_a_module_without_tensorflow_between_two_with_it_is_part_of_the_program() -> None:
    sources = tree(
        train="import tensorflow as tf\nimport model\nwith tf.Session() as sess:\n    model.go(sess)\n",
        model="from layers import *\n\n\ndef go(sess):\n    sess.run(tf.global_variables_initializer())\n",
        layers="import tensorflow as tf\n",
        elsewhere="import layers\n",
        setup="import os\n",
    )
    modules, _ = select_modules(sources)
    assert sorted(modules) == ["layers.py", "model.py", "train.py"]
    assert [each.modules for each in closures(modules)] == [("train.py", "layers.py", "model.py")]
    changes = migrate_sources(sources, Options(tier=Tier.KEPT))
    assert changes.final_bytes()["layers.py"] == b"import tensorflow.compat.v1 as tf\n"


def test_symbols_of_contrib_are_replaced_where_tensorflow_is_handed_on() -> None:
    sources = tree(
        train="import tensorflow as tf\nimport model\nwith tf.Session() as sess:\n    pass\n",
        model="from layers import *\ncell = tf.contrib.rnn.GRUCell(3)\n",
        layers="import tensorflow as tf\n",
    )
    final = migrate_sources(sources, Options(tier=Tier.KEPT)).final_bytes()
    assert final["model.py"] == b"from layers import *\ncell = tf.nn.rnn_cell.GRUCell(3)\n"
