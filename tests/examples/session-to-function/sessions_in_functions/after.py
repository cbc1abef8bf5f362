from absl import app
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


x_spec = tf.TensorSpec([2], tf.float32)
w = tf.Variable([1.0, 2.0], name="w")


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    return tf.reduce_sum(tf.square(w * x - 1.0))


compute_loss = compute_loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


def train(steps):
    """Trains and saves."""
    saver = Saver({"w": w})
    for _ in range(steps):
        train_step([1.0, 1.5])
    saver.save("model")
    return compute_loss([1.0, 1.0]).numpy()


def evaluate(path):
    saver = Saver({"w": w})
    saver.restore(path)
    print(compute_loss([1.0, 1.0]).numpy(), w.numpy())


def main(_):
    print(train(3))
    for path in ["model", "model"]:
        evaluate(path)


if __name__ == "__main__":
    app.run(main)
