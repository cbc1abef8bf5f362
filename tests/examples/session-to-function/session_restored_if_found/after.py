import os

import tensorflow as tf
import json
import math


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
        tensors = {**self.state(), **self.powers()}
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
        values = {name: reader.get_tensor(name) for name in [*state, *self.powers()]}
        for name, variable in state.items():
            variable.assign(values[name])
        for optimizer, _, _, _, power in self.optimizers:
            if power:
                first, second = (float(values[power.format(beta)]) for beta in ("beta1", "beta2"))
                beta, last = (optimizer.beta_1, first) if first > 1e-30 else (optimizer.beta_2, max(second, 1e-30))
                optimizer.iterations.assign(round(math.log(last) / math.log(beta)) - 1)

    def state(self):
        """Every variable by its name."""
        state = dict(self.variables() if callable(self.variables) else self.variables)
        for optimizer, names, kinds, label, power in self.optimizers:
            trained = [state[name] for name in names]
            if not optimizer.built:
                optimizer.build(trained)
            kept = zip(*[[each for each in optimizer.variables if each.path.endswith(f"_{kind}")] for kind in kinds])
            for name, slots in zip(names, kept):
                for number, slot in enumerate(slots):
                    state[label.format(name) + (f"_{number}" if number else "")] = slot
        return state

    def powers(self):
        """What Adam counted in place of its steps."""
        found = {}
        for optimizer, _, _, _, power in self.optimizers:
            if power:
                steps = int(optimizer.iterations) + 1
                for name, beta in (("beta1", optimizer.beta_1), ("beta2", optimizer.beta_2)):
                    found[power.format(name)] = tf.constant(beta**steps, tf.float32)
        return found

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


x_spec = tf.TensorSpec([2], tf.float32)
w = tf.Variable([1.0, 2.0], name="w")


def compute_y_and_loss(x):
    y = w * x
    loss = tf.reduce_sum(tf.square(y - 1.0))
    return y, loss


@tf.function(input_signature=[x_spec])
def loss_and_y(x):
    y, loss = compute_y_and_loss(x)
    return loss, y


optimizer = tf.keras.optimizers.Adam(0.1, epsilon=1e-08)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        _, loss = compute_y_and_loss(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


saver = Saver({"w": w}, [(optimizer, ["w"], ["momentum", "velocity"], "{}/Adam", "{}_power")])

if __name__ == "__main__":
    for step in range(3):
        train_step([1.0, 2.0])
    saver.save(os.path.join("weights", "model"), global_step=step)
    found = tf.train.get_checkpoint_state("weights")
    if found and found.model_checkpoint_path:
        saver.restore(found.model_checkpoint_path)
        print("restored", w.numpy())
    train_step([1.0, 1.0])
    print([value.numpy() for value in loss_and_y([0.0, 2.0])])
