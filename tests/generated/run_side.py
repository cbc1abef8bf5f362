"""Runs every program of a folder in one process, as graphs or eagerly; what it prints goes to a file of its name."""

import contextlib
import gc
import io
import sys
import traceback
from pathlib import Path

import numpy as np
import tensorflow as tf


def graph_mode() -> None:
    """Programs of TensorFlow 1 get `tf.compat.v1` under its name. With resource variables the values of a run are
    defined where those of reference variables depend on the order in which its threads happen to work."""
    v1 = tf.compat.v1
    v1.disable_v2_behavior()
    v1.enable_resource_variables()
    for each in (v1, sys.modules["tensorflow.compat.v1"]):
        each.disable_v2_behavior = lambda: None  # kept programs call it again
    sys.modules["tensorflow"] = v1


def run(path: Path) -> str:
    np.random.seed(0)
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(path.read_bytes(), str(path), "exec"), {"__name__": "__main__", "__file__": str(path)})
    except BaseException:
        printed.write("crashed\n" + traceback.format_exc())
    return printed.getvalue()


def main(side: str, programs: Path, answers: Path) -> None:
    if side == "graph":
        graph_mode()
    gc.freeze()  # each program collects garbage: not all of TensorFlow again
    for path in sorted(programs.glob("*.py")):
        if side == "graph":
            tf.compat.v1.reset_default_graph()
        else:
            tf.keras.backend.clear_session()
        (answers / f"{path.stem}.out").write_text(run(path))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
