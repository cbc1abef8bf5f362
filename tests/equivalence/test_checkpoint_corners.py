"""Checkpoints that the converters find hard, in TensorFlow: texts, names that tf.train.Checkpoint has itself, and Adam
after so many steps that nothing is left of the powers of its betas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from codemods import CheckpointMap, KnownVariable
from migrate.checkpoint_names import OWN_NAMES, key_name
from migrate.restoring import restoring_call
from tests.equivalence.test_checkpoints import executed, written

pytestmark = pytest.mark.tensorflow
ROOT = Path(__file__).resolve().parents[2]
START = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
import numpy as np
import tensorflow as tf
from migrate.verify.workers.checkpoints import answer_to

folder = sys.argv[1]

def save(name, **tensors):
    names = sorted(tensors)
    values = [tf.convert_to_tensor(tensors[each]) for each in names]
    named = [each.replace("__", "/") for each in names]
    path, whole = folder + "/" + name, [""] * len(names)
    tf.raw_ops.SaveV2(prefix=path, tensor_names=named, shape_and_slices=whole, tensors=values)

def convert(source, target, variables, *optimizers):
    told = [dict(name=name, path=path, keras=False, optional=False, shape=None) for name, path in variables.items()]
    return answer_to({{"checkpoint": folder + "/" + source, "output": folder + "/" + target,
                      "map": {{"variables": told, "optimizers": optimizers}}}})
"""
OTHERS = """
texts = dict(s=b"old", many=np.array([b"a", b"", b"b\\0c"], object), none=np.array([], "S1").reshape(0, 2),
             root=np.float32(3), save=np.float32(4), plain=np.float32(5), save_counter=np.int64(6))
save("texts", **texts)
paths = {name: [SPELLED.get(name, name)] for name in texts}
there = convert("texts", "objects", paths)
back = convert("objects", "back", paths)
reader = tf.train.load_checkpoint(folder + "/back")
same = {name: np.array_equal(reader.get_tensor(name), value) for name, value in texts.items()}

root, save_, save_counter = (tf.Variable(np.zeros((), kind)) for kind in ("f4", "f4", "i8"))
s, many = tf.Variable(""), tf.Variable(["", "", ""])
class net: save = tf.Variable(0.0)
CALL.assert_existing_objects_matched()
loaded = [s.numpy().decode(), [each.decode() for each in many.numpy()], root.numpy().item(), net.save.numpy().item(),
          save_counter.numpy().item()]
own = [name for name in dir(tf.train.Checkpoint()) if not name.startswith("_")]
"""
SMALL = """
adam = dict(path=["optimizer"], keras="Adam", v1="AdamOptimizer", label="Adam", numbers={}, trained=["w"], scope="",
            operations="", counter="steps", slots={"m": "momentum", "v": "velocity"})
one = np.ones(2, np.float32)
zero = np.float32(0)
save("long", w=one, w__Adam=2 * one, w__Adam_1=3 * one, beta1_power=zero, beta2_power=zero, steps=np.int64(100_000))
names = {"w": ["w"], "steps": ["steps"]}
kept = convert("long", "kept", names, adam)
w, steps, optimizer = tf.Variable(0 * one), tf.Variable(np.int64(0)), tf.keras.optimizers.Adam()
optimizer.build([w])
tf.train.Checkpoint(w=w, steps=steps, optimizer=optimizer).restore(folder + "/kept").assert_nontrivial_match()
again = convert("kept", "again", names, adam)
powers = [tf.train.load_variable(folder + "/again", f"beta{number}_power").item() for number in (1, 2)]
unsaid = convert("long", "unsaid", {"w": ["w"]}, {**adam, "counter": "other"})
"""
END = """
counted = [int(optimizer.iterations), powers]
print(json.dumps([there, back, same, loaded, own, kept, again, counted, unsaid]))
"""


def test_texts_own_names_and_long_trainings(tmp_path: Path) -> None:
    names = ("s", "many", "root", "save_counter")
    known = CheckpointMap((*(KnownVariable(each, (each,)) for each in names), KnownVariable("save", ("net", "save"))),
                          (), (("net",),))  # fmt: skip
    call = restoring_call(known, tmp_path / "objects").replace(
        "net=tf.train.Checkpoint(save_=net.save)", "save_=net.save"
    )
    spelling = {name: key_name(name) for name in OWN_NAMES}
    text = START + f"SPELLED = {spelling!r}\n" + OTHERS.replace("CALL", call) + SMALL + END
    answer = executed(written(tmp_path, "corners.py", text.encode()), tmp_path)
    there, back, same, loaded, own, kept, again, counted, unsaid = json.loads(answer.splitlines()[-1])
    for each in (there, back, kept, again):
        assert (each["missing"], each["shapes"], each["different"]) == ([], [], []), each
    assert len(there["pairs"]) == len(back["pairs"]) == 7 and there["left"] == back["left"] == []
    assert all(same.values()), same
    assert loaded == ["old", ["a", "", "b\0c"], 3.0, 4.0, 6]
    assert set(own) <= OWN_NAMES | {each for each in own if key_name(each) != each}, "a new name of tf.train.Checkpoint"

    assert kept["left"] == [] and ["steps", "optimizer/_iterations", False] in kept["pairs"]
    assert counted == [100_000, [0.0, 0.0]]
    assert {each["reason"] for each in unsaid["left"] if each["name"] != "steps"} == {
        "the steps of Adam cannot be told: both powers of its betas are 0, as after many steps, "
        "and there is no counter other"
    }
