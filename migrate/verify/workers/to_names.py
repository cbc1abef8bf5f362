"""From a checkpoint of the objects of the migrated program to the names of TensorFlow 1."""

from __future__ import annotations

import numpy

from .conversion import VALUE, Converter, bits, key_of


class ToNames(Converter):
    """From the objects of the migrated program to the names of TensorFlow 1."""

    def __init__(self, tf, stored, known):
        super().__init__(tf, stored, known)
        self.values = {}

    def take(self, name, key, value, exact=True):
        self.taken.add(key)
        self.values[name] = value
        self.pairs.append([key.removesuffix(VALUE), name, exact])

    def variable(self, variable):
        key = key_of(variable["path"])
        if not variable["path"] or key not in self.stored:
            if not variable["optional"]:
                self.missing.append({"name": variable["name"], "object": "/".join(variable["path"]) or None})
        elif self.fits(variable["name"], self.stored[key], variable["shape"]):
            self.take(variable["name"], key, self.stored[key])
        else:
            self.taken.add(key)

    def optimizer(self, optimizer):
        slots = self.slots_of(optimizer)
        powers = self.power_names(optimizer) if optimizer["v1"] == "AdamOptimizer" else []
        rate = key_of([*optimizer["path"], "_learning_rate"])
        self.reasons[rate] = "TensorFlow 1 saves no learning rate; the program sets it"
        counted = key_of([*optimizer["path"], "_iterations"])
        self.reasons[counted] = "TensorFlow 1 counts no steps in this optimizer"
        trained = [name for name in optimizer["trained"] or () if name in self.values]
        if not slots or not trained or len(trained) < len(optimizer["trained"]):
            return
        keys = self.keras_keys(optimizer, trained, slots) if optimizer["keras"] else self.v1_keys(optimizer, trained)
        if any(key not in self.stored for each in keys for key in each):
            return
        rate = self.rate(optimizer)
        if optimizer["keras"] == "SGD" and rate is None:
            reason = "Keras multiplies the learning rate into it, which is not a number in the source"
            self.reasons |= {key: reason for each in keys for key in each}
            return
        for name, own in zip(trained, keys):  # noqa: B905
            for slot, key in zip(self.slot_names(optimizer, name, len(slots)), own):  # noqa: B905
                value = self.stored[key]
                if optimizer["keras"] == "SGD":
                    value = (value / -rate).astype(value.dtype)
                self.take(slot, key, value, optimizer["keras"] != "SGD")
        if powers:
            self.powers(optimizer, powers, counted)

    def keras_keys(self, optimizer, trained, slots):
        variables = [self.tf.Variable(self.values[name]) for name in trained]
        positions = self.keras_slots(optimizer, variables, slots.values())
        return [[key_of([*optimizer["path"], "_variables", str(number)]) for number in each] for each in positions]

    def v1_keys(self, optimizer, trained):
        paths = {each["name"]: each["path"] for each in self.known["variables"]}
        names = self.slots_of(optimizer)
        return [
            [key_of([*paths[name], ".OPTIMIZER_SLOT", *optimizer["path"], slot], raw=1) for slot in names]
            for name in trained
        ]

    def powers(self, optimizer, names, counted):
        if not optimizer["keras"]:
            for name, own in zip(names, ("beta1_power", "beta2_power")):  # noqa: B905
                key = key_of([*optimizer["path"], own])
                if key in self.stored:
                    self.take(name, key, self.stored[key])
            return
        betas = self.betas(optimizer)
        if betas is None or counted not in self.stored:
            self.reasons[counted] = "the betas of Adam are not numbers in the source"
            return
        for name, beta in zip(names, betas):  # noqa: B905
            power = numpy.float32(beta ** (int(self.stored[counted]) + 1))
            self.take(name, counted, power, False)

    def write(self, output):
        names = sorted(self.values)
        tensors = [self.tf.convert_to_tensor(self.values[name]) for name in names]
        self.tf.raw_ops.SaveV2(prefix=output, tensor_names=names, shape_and_slices=[""] * len(names), tensors=tensors)

    def compare(self, output):
        reader = self.tf.train.load_checkpoint(output)
        return [name for name, value in self.values.items() if bits(reader.get_tensor(name)) != bits(value)]
