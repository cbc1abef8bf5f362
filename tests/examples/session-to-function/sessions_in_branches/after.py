import sys

import tensorflow as tf
import json
import os


class Saver:
    """Saves variables under their names of TensorFlow 1, in files that both versions read, and restores them."""

    def __init__(self, variables, max_to_keep=5):
        self.variables = variables
        self.max_to_keep, self.paths = max_to_keep, []

    def save(self, path, global_step=None):
        path = path if global_step is None else f"{path}-{int(global_step)}"
        folder = os.path.dirname(path)
        if not tf.io.gfile.isdir(folder or "."):
            raise ValueError(f"Parent directory of {path} doesn't exist, can't save.")
        tensors = self.state()
        names = sorted(tensors)
        tf.raw_ops.SaveV2(
            prefix=path,
            tensor_names=names,
            shape_and_slices=[""] * len(names),
            tensors=[tf.convert_to_tensor(tensors[name]) for name in names],
        )
        self.note(path, folder)
        return path

    def restore(self, path):
        if path is None:
            raise ValueError("Can't load save_path when it is None.")
        if not tf.io.gfile.exists(f"{path}.index"):
            raise ValueError(f"The passed save_path is not a valid checkpoint: {path}")
        reader = tf.train.load_checkpoint(path)
        state = self.state()
        values = {name: reader.get_tensor(name) for name in state}
        for name, variable in state.items():
            variable.assign(values[name])

    def state(self):
        """Every variable by its name."""
        return self.variables() if callable(self.variables) else self.variables

    def note(self, path, folder):
        """Write down which files there are, and remove those that are too many."""
        gone = []
        if self.max_to_keep:
            self.paths = [*(each for each in self.paths if each != path), path]
            gone, self.paths = self.paths[: -self.max_to_keep], self.paths[-self.max_to_keep :]
        absolute = os.path.isabs(folder)
        shown = [each if absolute else os.path.relpath(each, folder or ".") for each in [path, *(self.paths or [path])]]
        lines = [f"all_model_checkpoint_paths: {json.dumps(each, ensure_ascii=False)}\n" for each in shown[1:]]
        with open(os.path.join(folder, "checkpoint"), "w", encoding="utf-8") as state:
            state.write(f"model_checkpoint_path: {json.dumps(shown[0], ensure_ascii=False)}\n{''.join(lines)}")
        for each in gone:
            for file in tf.io.gfile.glob([f"{each}.index", f"{each}.data-?????-of-?????"]):
                tf.io.gfile.remove(file)


w = tf.Variable([1.0, 2.0], name="w")


@tf.function
def double():
    w.assign(w * 2.0)
    return tf.identity(w)


saver = Saver({"w": w})

if "train" in sys.argv:
    double()
    saver.save("model")
else:
    print(w.numpy())

if "again" in sys.argv:
    saver.restore("model")
    print(double().numpy())
