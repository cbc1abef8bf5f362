"""From a checkpoint of the objects of the migrated program to the names of TensorFlow 1."""

from __future__ import annotations

import numpy

from .conversion import GRAPH, SMALLEST, VALUE, Converter, bits, key_of


class ToNames(Converter):
    """From the objects of the migrated program to the names of TensorFlow 1."""

    beside = (GRAPH, f"save_counter{VALUE}")

    def __init__(self, tf, stored, known):
        super().__init__(tf, stored, known)
        self.values = {}

    def take(self, name, key, value, exact=True):
        self.taken.add(key)
        self.values[name] = value
        self.pairs.append([key.removesuffix(VALUE), name, exact])

    def variable(self, variable):
        name, key = variable["name"], key_of(variable["path"])
        if not variable["path"] or key not in self.stored:
            if not variable["optional"]:
                self.lack(name, variable["path"])
        elif not name:
            self.reasons[key] = "--map gives its name to another"
        elif self.fits(name, self.stored[key], variable["shape"]):
            self.take(name, key, self.stored[key])
        else:
            self.taken.add(key)

    def optimizer(self, optimizer):
        slots = self.slots_of(optimizer)
        powers = self.power_names(optimizer) if optimizer["v1"] == "AdamOptimizer" else []
        self.reasons[key_of([*optimizer["path"], "_learning_rate"])] = (
            "TensorFlow 1 saves no learning rate; the program sets it"
        )
        counted = key_of([*optimizer["path"], "_iterations"])
        self.reasons[counted] = "TensorFlow 1 counts no steps in this optimizer"
        trained = self.trained(optimizer, self.values)
        if not slots or not trained:
            return
        named = [self.slot_names(optimizer, name, len(slots)) for name in trained]
        if any(name not in self.values for name in trained):
            return
        keys = self.keras_keys(optimizer, trained, slots) if optimizer["keras"] else self.v1_keys(optimizer, trained)
        absent = [pair for each in zip(named, keys) for pair in zip(*each) if pair[1] not in self.stored]  # noqa: B905
        for slot, key in absent:
            self.lack(slot, key.removesuffix(VALUE).split("/"))
        reason = f"{absent[0][1].removesuffix(VALUE)} is not in the file" if absent else self.unknown_rate(optimizer)
        if reason is not None:
            self.reasons |= {key: reason for each in keys for key in each}
            return
        for own, there in zip(named, keys):  # noqa: B905
            for slot, key in zip(own, there):  # noqa: B905
                self.slot(optimizer, slot, key)
        if powers:
            self.powers(optimizer, powers, counted)

    def unknown_rate(self, optimizer):
        """Why the accumulator of Momentum cannot be told, if it cannot."""
        if optimizer["keras"] != "SGD" or self.rate(optimizer) is not None:
            return None
        return "Keras multiplies the learning rate into it, which is not a number in the source"

    def slot(self, optimizer, name, key):
        value = self.stored[key]
        if optimizer["keras"] == "SGD":
            value = (value / -self.rate(optimizer)).astype(value.dtype)
        self.take(name, key, value, optimizer["keras"] != "SGD")

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
                else:
                    self.lack(name, [*optimizer["path"], own])
            return
        betas = self.betas(optimizer)
        if betas is None or counted not in self.stored:
            self.reasons[counted] = "the betas of Adam are not numbers in the source"
            for name in names:
                self.lack(name, [*optimizer["path"], "_iterations"])
            return
        for name, beta in zip(names, betas):  # noqa: B905
            power = beta ** (int(self.stored[counted]) + 1)
            self.take(name, counted, numpy.float32(power if power >= SMALLEST else 0), False)

    def write(self, output):
        names = sorted(self.values)
        tensors = [self.tensor(self.values[name]) for name in names]
        self.tf.raw_ops.SaveV2(prefix=output, tensor_names=names, shape_and_slices=[""] * len(names), tensors=tensors)

    def compare(self, output):
        reader = self.tf.train.load_checkpoint(output)
        return [name for name, value in self.values.items() if bits(reader.get_tensor(name)) != bits(value)]

    def tensor(self, value):
        text = numpy.asarray(value).dtype.kind in "OS"
        return self.tf.convert_to_tensor(value, self.tf.string if text else None)
