"""`--map`: what the user says of a name replaces what the program says of its object, and nothing else; how paths are
spelled where a tf.train.Checkpoint has a name like theirs itself."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from codemods import CheckpointMap, KnownOptimizer, KnownVariable
from codemods.plan.known_shapes import Shape
from migrate.checkpoint import CheckpointOrder, _known
from migrate.checkpoint_names import given_names, key_name, spelled, with_names
from migrate.problems import UserError
from migrate.restoring import restoring_call

W = KnownVariable("w", ("w",), shape=Shape((2, 3), True))
U = KnownVariable("layer/kernel", ("layer", "_kernel"), optional=True, shape=Shape((4,), False), keras=True)
LOST = KnownVariable("lost", (), shape=Shape((5,), True))
ADAM = KnownOptimizer(("optimizer",), "Adam", "AdamOptimizer", "Adam", {}, {}, ("w", "layer/kernel"))
OWN = CheckpointMap((W, U, LOST), (ADAM,))


def test_an_object_gets_the_name_and_keeps_what_is_known_of_it() -> None:
    found = with_names(OWN, {"old/weights": ("layer", "_kernel")})
    assert found.variables == (W, replace(U, name="old/weights", optional=False), LOST)
    assert found.optimizers[0].trained == ("w", "old/weights")


def test_a_name_without_an_object_gets_one() -> None:
    found = with_names(OWN, {"lost": ("holder", "w")})
    assert found.variables == (W, U, replace(LOST, path=("holder", "w")))
    assert found.optimizers == OWN.optimizers


def test_an_object_that_nobody_knows_is_added() -> None:
    found = with_names(OWN, {"more": ("other",)})
    assert found.variables == (*OWN.variables, KnownVariable("more", ("other",)))
    assert with_names(CheckpointMap(), {"a": ("b",)}).variables == (KnownVariable("a", ("b",)),)


def test_names_that_are_swapped() -> None:
    found = with_names(OWN, {"w": ("layer", "_kernel"), "layer/kernel": ("w",)})
    assert [(each.name, each.path) for each in found.variables[:2]] == [("layer/kernel", W.path), ("w", U.path)]
    assert found.variables[0].shape == W.shape
    assert found.optimizers[0].trained == ("layer/kernel", "w")


def test_an_object_whose_name_goes_to_another_has_none() -> None:
    found = with_names(OWN, {"w": ("layer", "_kernel")})
    assert [(each.name, each.path) for each in found.variables] == [("", W.path), ("w", U.path), ("lost", ())]
    assert found.optimizers[0].trained == ("", "w")


def test_two_names_for_one_object_are_refused(tmp_path: Path) -> None:
    (tmp_path / "names.json").write_text('{"a": "u", "b": "u"}')
    with pytest.raises(UserError, match="gives u more than one name"):
        given_names(tmp_path / "names.json")


def test_the_program_keeps_no_second_entry_for_an_object(tmp_path: Path) -> None:
    program, names = tmp_path / "train.py", tmp_path / "names.json"
    lines = ("import tensorflow as tf", 'w = tf.get_variable("w", [2, 3])', "with tf.Session() as sess:",
             "    sess.run(tf.global_variables_initializer())", "    print(sess.run(w))")  # fmt: skip
    program.write_text("\n".join(lines) + "\n")
    names.write_text(json.dumps({"before": "w"}))
    known = _known(CheckpointOrder(tmp_path / "old", program, names))
    assert known is not None
    assert [(each.name, each.path) for each in known.variables] == [("before", ("w",))]
    assert known.variables[0].shape == Shape((2, 3), True)


def test_names_that_a_checkpoint_has_itself_are_spelled_otherwise() -> None:
    assert [key_name(each) for each in ("w", "root", "root_", "save_counter", "_w", "w_")] == [
        "w",
        "root_",
        "root__",
        "save_counter_",
        "_w_",
        "w_",
    ]
    plain = (("net",),)
    assert spelled(("root",), plain) == ("root_",)
    assert spelled(("net", "save", "root"), plain) == ("net", "save_", "root")
    assert spelled(("layer", "_kernel"), plain) == ("layer", "_kernel")
    known = CheckpointMap((KnownVariable("root", ("root",)), KnownVariable("w", ("net", "save"))), (), plain)
    assert restoring_call(known, Path("new")) == (
        'tf.train.Checkpoint(root_=root, net=tf.train.Checkpoint(save_=net.save)).restore("new")'
    )
