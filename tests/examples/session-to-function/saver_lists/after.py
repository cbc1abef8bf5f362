import tensorflow as tf
import json
import math
import os


class Saver:
    """Saves variables under their names of TensorFlow 1, in files that both versions read, and restores them."""

    def __init__(self, variables, adam=None, trained=(), max_to_keep=5):
        self.variables = variables
        self.adam, self.trained = adam, trained
        self.max_to_keep, self.paths = max_to_keep, []

    def save(self, path, global_step=None):
        path = path if global_step is None else f"{path}-{int(global_step)}"
        folder = os.path.dirname(path)
        if not tf.io.gfile.isdir(folder or "."):
            raise ValueError(f"Parent directory of {path} doesn't exist, can't save.")
        tensors = {**self.variables, **self.slots(), **self.powers()}
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
        values = {name: reader.get_tensor(name) for name in [*self.variables, *self.slots(), *self.powers()]}
        for name, variable in {**self.variables, **self.slots()}.items():
            variable.assign(values[name])
        if self.adam is not None:
            first, second = float(values["beta1_power"]), float(values["beta2_power"])
            beta, power = (self.adam.beta_1, first) if first > 1e-30 else (self.adam.beta_2, max(second, 1e-30))
            self.adam.iterations.assign(round(math.log(power) / math.log(beta)) - 1)

    def slots(self):
        """The moments of Adam, by their names."""
        if self.adam is None:
            return {}
        names = {id(variable): name for name, variable in self.variables.items()}
        if not self.adam.built:
            self.adam.build(self.trained)
        found = {}
        for variable, first, second in zip(self.trained, self.adam._momentums, self.adam._velocities):
            found[f"{names[id(variable)]}/Adam"], found[f"{names[id(variable)]}/Adam_1"] = first, second
        return found

    def powers(self):
        """What Adam counted in place of its steps."""
        if self.adam is None:
            return {}
        steps = int(self.adam.iterations) + 1
        betas = {"beta1_power": self.adam.beta_1, "beta2_power": self.adam.beta_2}
        return {name: tf.constant(beta**steps, tf.float32) for name, beta in betas.items()}

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
        for file in (file for each in gone for file in tf.io.gfile.glob([f"{each}.index", f"{each}.data-?????-of-?????"])):
            tf.io.gfile.remove(file)


w = tf.Variable([1.0, 2.0], name="w")
saver = Saver({"w": w})
everything = Saver({"old/w": w})


@tf.function
def double():
    w.assign(w * 2.0)


double()
saver.save("model")
everything.save("renamed")
saver.restore("model")
print(w.numpy())
