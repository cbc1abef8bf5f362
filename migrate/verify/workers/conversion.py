"""What both ways of converting a checkpoint share: what was taken over, what is missing, how slots are named."""

from __future__ import annotations

import re

import numpy

VALUE = "/.ATTRIBUTES/VARIABLE_VALUE"
GRAPH = "_CHECKPOINTABLE_OBJECT_GRAPH"
SMALLEST = float(numpy.finfo(numpy.float32).tiny)  # TensorFlow computes 0 for what is smaller


class Converter:
    """`pairs`: what was taken over, as [old, new, exact]; `missing`: what the program has and the file has not;
    `shapes`: what differs; `beside`: tensors that are no state of the program."""

    beside = ()

    def __init__(self, tf, stored, known):
        self.tf, self.stored, self.known = tf, stored, known
        self.pairs, self.missing, self.shapes = [], [], []
        self.taken, self.reasons = set(), {}
        self.used = {}

    def convert(self):
        for variable in self.known["variables"]:
            self.variable(variable)
        for optimizer in self.known["optimizers"]:
            self.optimizer(optimizer)

    def left(self):
        """Tensors of the file that nothing asked for, with the reason where there is one."""
        names = sorted(set(self.stored) - self.taken - set(self.beside))
        return [{"name": name, "reason": self.reasons.get(name) or self.unknown(name)} for name in names]

    def unknown(self, name):
        """Why what an optimizer keeps is left over, where it is not known which variables it trains."""
        for each in self.known["optimizers"]:
            ends = rf"/{re.escape(each['label'])}(_\d+)?|(.*/)?beta[12]_power(_\d+)?"
            own = re.search(f"({ends})$", name) or name.startswith(f"{'/'.join(each['path'])}/")
            if each["trained"] is None and own:
                return "the source does not tell all that its optimizer trains"
        return None

    def fits(self, name, value, known):
        """Whether a tensor has the shape that the source tells; a difference is noted."""
        if known is None:
            return True
        sizes, whole = known
        shape = numpy.shape(value)
        last = shape[len(shape) - len(sizes) :] if len(shape) >= len(sizes) else None
        wrong = last is None or (whole and len(shape) != len(sizes))
        if wrong or any(size is not None and size != own for size, own in zip(sizes, last)):  # noqa: B905
            before = "" if whole else "..., "
            text = before + ", ".join("?" if size is None else str(size) for size in sizes)
            self.shapes.append({"name": name, "file": list(shape), "program": f"[{text}]"})
            return False
        return True

    def trained(self, optimizer, there):
        """The names of the variables that an optimizer trains, without those that it may have and has not."""
        loose = {each["name"] for each in self.known["variables"] if each["optional"]}
        return [name for name in optimizer["trained"] or () if name in there or name not in loose]

    def slot_names(self, optimizer, name, count):
        """The names of the slots of one variable in TensorFlow 1: those of the first optimizer of a kind bear no
        number."""
        base = under(optimizer["scope"], f"{name}/{optimizer['label']}")
        first = self.used.get(base, 0)
        self.used[base] = first + count
        return [base if number == 0 else f"{base}_{number}" for number in range(first, first + count)]

    def power_names(self, optimizer):
        """The names of what Adam counts with; each Adam has its own."""
        base = under(optimizer["operations"], "beta{}_power")
        number = self.used.get(base, 0)
        self.used[base] = number + 1
        return [base.format(beta) + (f"_{number}" if number else "") for beta in (1, 2)]

    def slots_of(self, optimizer):
        """What the optimizer keeps for each variable: name in tf.compat.v1 -> end of the name in Keras."""
        slots = dict(optimizer["slots"])
        if not optimizer["numbers"].get("centered"):
            slots.pop("mg", None)
        return slots

    def keras_slots(self, optimizer, variables, ends):
        """For each variable the positions of its slots among `optimizer.variables` of Keras."""
        options = {"momentum": 0.9} if optimizer["keras"] == "SGD" and ends else {}
        made = getattr(self.tf.keras.optimizers, optimizer["keras"])(learning_rate=0.1, **options)
        made.build(variables)
        found = [[i for i, each in enumerate(made.variables) if each.path.endswith(f"_{end}")] for end in ends]
        return [list(each) for each in zip(*found)]  # noqa: B905

    def rate(self, optimizer):
        """The learning rate, if it is a number that the source tells."""
        rate = optimizer["numbers"].get("learning_rate")
        return rate if rate is not None and rate == rate and rate != 0 else None

    def betas(self, optimizer):
        """Both betas of Adam as the float32 that they are multiplied as, None where they are not known."""
        given = [optimizer["numbers"].get(name, default) for name, default in (("beta1", 0.9), ("beta2", 0.999))]
        if not all(each == each and 0 < each < 1 for each in given):
            return None
        return [float(numpy.float32(each)) for each in given]

    def lack(self, name, path):
        """Note that the file does not have what the program keeps at this path."""
        self.missing.append({"name": name or "/".join(path), "object": "/".join(path) or None})


def under(scope, name):
    return f"{scope}/{name}" if scope else name


def key_of(path, raw=0):
    """How a checkpoint of objects spells a path."""
    parts = [part if raw and part == ".OPTIMIZER_SLOT" else part.replace(".", "..").replace("/", ".S") for part in path]
    return "/".join(parts) + VALUE


def bits(value):
    """What two equal values have in common, down to the last bit."""
    array = numpy.asarray(value)
    return (array.shape, array.dtype.str, array.tolist() if array.dtype == object else array.tobytes())
