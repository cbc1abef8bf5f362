import tensorflow as tf
import json
import os


class Saver:
    """Saves variables under their names of TensorFlow 1, in files that both versions read, and restores them."""

    def __init__(self, variables, optimizers=(), max_to_keep=5):
        self.variables, self.optimizers = variables, optimizers
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
        state = dict(self.variables() if callable(self.variables) else self.variables)
        for optimizer, names, kinds, label, power in self.optimizers:
            trained = [state[name] for name in names]
            kept = [[optimizer.get_slot(variable, kind) for kind in kinds] for variable in trained]
            for name, slots in zip(names, kept):
                for number, slot in enumerate(slots):
                    state[label.format(name) + (f"_{number}" if number else "")] = slot
        return state

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


w = tf.Variable(1.0)
optimizer = tf.compat.v1.train.MomentumOptimizer(0.1, 0.9)


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        loss = tf.square(w)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


saver = Saver({"Variable": w}, [(optimizer, ["Variable"], ["momentum"], "{}/Momentum", "")])
saver.restore("model")
train_step()
