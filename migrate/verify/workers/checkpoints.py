"""Reads, converts and writes a checkpoint.

A checkpoint "of names" is what `tf.train.Saver` of TensorFlow 1 wrote: tensors under the names of variables. One
"of objects" is what `tf.train.Checkpoint` writes: tensors under the way to them through attributes.
"""

from __future__ import annotations

import json

from .conversion import GRAPH


def main(config_path):
    """Do what the configuration says, and write the answer beside it."""
    with open(config_path) as stream:
        config = json.load(stream)
    answer = answer_to(config)
    with open(config["answer"], "w") as stream:
        json.dump(answer, stream)


def answer_to(config):
    try:
        import tensorflow as tf
    except ImportError as error:
        return {"status": "unavailable", "error": f"{error}"}
    try:
        reader = tf.train.load_checkpoint(config["checkpoint"])
        stored = {name: reader.get_tensor(name) for name in reader.get_variable_to_shape_map()}
    except (tf.errors.OpError, ValueError, RuntimeError) as error:
        return {"status": "unreadable", "error": f"{error}".splitlines()[0]}
    kind = "objects" if GRAPH in stored else "names"
    listed = [described(name, value) for name, value in sorted(stored.items()) if name != GRAPH]
    answer = {"status": "read", "kind": kind, "tensors": listed}
    if config["map"] is None:
        return answer
    from .to_names import ToNames
    from .to_objects import ToObjects

    converter = (ToObjects if kind == "names" else ToNames)(tf, stored, config["map"])
    converter.convert()
    answer |= {"pairs": converter.pairs, "missing": converter.missing, "shapes": converter.shapes,
               "left": converter.left(), "status": "converted"}  # fmt: skip
    if converter.pairs and not converter.shapes and config["output"] is not None:
        converter.write(config["output"])
        answer["different"] = converter.compare(config["output"])
    return answer


def described(name, value):
    shape = getattr(value, "shape", ())
    return {"name": name, "shape": list(shape), "dtype": getattr(getattr(value, "dtype", None), "name", "string")}
