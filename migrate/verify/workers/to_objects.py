"""From a checkpoint of names to one of the objects of the migrated program."""

from __future__ import annotations

import json
import math

import numpy

from .conversion import SMALLEST, Converter, bits

EXACT = 1e-30


class ToObjects(Converter):
    """From names to the objects of the migrated program."""

    def __init__(self, tf, stored, known):
        super().__init__(tf, stored, known)
        self.placed = []  # (path, value)
        self.slots = []  # (optimizer, slot, name of the variable, value) of tf.compat.v1 optimizers
        self.paths = {each["name"]: each["path"] for each in known["variables"] if each["path"]}
        self.held = {each["name"] for each in known["variables"] if each["keras"]}

    def take(self, name, path, value, exact=True):
        self.taken.add(name)
        self.placed.append((path, value))
        self.pairs.append([name, "/".join(path), exact])

    def variable(self, variable):
        name = variable["name"]
        if name not in self.stored:
            if not variable["optional"]:
                self.lack(name, variable["path"])
        elif not variable["path"]:
            self.reasons[name] = "the migrated program has no name that leads to this variable"
        elif self.fits(name, self.stored[name], variable["shape"]):
            self.take(name, variable["path"], self.stored[name])
        else:
            self.taken.add(name)

    def optimizer(self, optimizer):
        slots = self.slots_of(optimizer)
        powers = self.power_names(optimizer) if optimizer["v1"] == "AdamOptimizer" else []
        trained = self.trained(optimizer, self.stored)
        if not slots or not trained:
            return
        found = {name: self.slot_names(optimizer, name, len(slots)) for name in trained}
        reason = self.unusable(optimizer, found, powers)
        if reason is not None:
            self.refuse(found, powers, reason)
        elif self.fit(found):
            place = self.in_keras if optimizer["keras"] else self.in_v1
            place(optimizer, found, slots, powers)

    def unusable(self, optimizer, found, powers):
        """Why the slots cannot be taken over, if they cannot; what is not in the file is noted."""
        named = [each for name, slots in found.items() if name for each in slots] + powers
        absent = [each for each in named if each not in self.stored]
        for name in absent:
            self.lack(name, optimizer["path"])
        if absent:
            return f"{absent[0]} is not in the file"
        for name in found:
            if name not in self.stored:
                return f"{name or 'a variable of this optimizer'} is not in the file"
            if name not in self.paths:
                return f"the migrated program has no name that leads to {name}"
        return None

    def refuse(self, found, powers, reason):
        named = [*(slot for slots in found.values() for slot in slots), *powers]
        self.reasons |= {each: reason for each in named if each in self.stored}

    def fit(self, found):
        """Whether slots have the shapes of their variables; the first that has not is noted."""
        for name, slots in found.items():
            shape = list(self.stored[name].shape)
            for slot in slots:
                if list(self.stored[slot].shape) != shape:
                    self.shapes.append({"name": slot, "file": list(self.stored[slot].shape), "program": f"{shape}"})
                    return False
        return True

    def in_keras(self, optimizer, found, slots, powers):
        rate = self.rate(optimizer)
        if optimizer["keras"] == "SGD" and rate is None:
            reason = "Keras multiplies the learning rate into it, which is not a number in the source"
            self.refuse(found, powers, reason)
            return
        source, steps = self.steps(optimizer, powers) if powers else (None, None)
        if powers and steps is None:
            self.refuse(found, powers, f"the steps of Adam cannot be told: {source}")
            return
        path = optimizer["path"]
        variables = [self.tf.Variable(self.stored[name]) for name in found]
        for name, positions in zip(found, self.keras_slots(optimizer, variables, slots.values())):  # noqa: B905
            for slot, position in zip(found[name], positions):  # noqa: B905
                value = self.stored[slot]
                if optimizer["keras"] == "SGD":
                    value = (-rate * value).astype(value.dtype)
                self.take(slot, [*path, "_variables", str(position)], value, optimizer["keras"] != "SGD")
        if powers:
            self.take(source, [*path, "_iterations"], numpy.int64(steps), False)
            self.taken |= set(powers)
            self.pairs += [[each, "/".join([*path, "_iterations"]), False] for each in powers if each != source]

    def steps(self, optimizer, powers):
        """The tensor that tells how many steps Adam took, and their number; or why it cannot be told, and None.

        The power of the first beta is the more exact one until it is too small; in the end both are 0."""
        betas = self.betas(optimizer)
        if betas is None:
            return "its betas are not numbers in the source", None
        values = [float(self.stored[name]) for name in powers]
        told = [each for each in zip(powers, betas, values) if each[2] >= SMALLEST]  # noqa: B905
        told.sort(key=lambda each: each[2] < EXACT)
        if told:
            name, beta, power = told[0]
            return name, round(math.log(power) / math.log(beta)) - 1
        return self.counted(optimizer, max(betas))

    def counted(self, optimizer, beta):
        """As above, by the counter of the program, where both powers are 0."""
        name = optimizer["counter"] or "global_step"
        count = self.stored.get(name)
        if count is None or numpy.shape(count) or numpy.asarray(count).dtype.kind not in "iu":
            return f"both powers of its betas are 0, as after many steps, and there is no counter {name}", None
        least = math.floor(0.999 * math.log(SMALLEST) / math.log(beta))  # the powers are rounded at every step
        if count < least:
            return f"both powers of its betas are 0, as after some {least} steps, but {name} is {count}", None
        return name, int(count)

    def in_v1(self, optimizer, found, slots, powers):
        if any(name in self.held for name in found):
            reason = "tf.train.Checkpoint does not reach the slots of Keras variables in this optimizer"
            self.refuse(found, powers, reason)
            return
        for name in found:
            for number, slot in enumerate(found[name]):
                self.taken.add(slot)
                self.slots.append((optimizer, list(slots)[number], name, self.stored[slot]))
                where = f"{'/'.join(self.paths[name])}/.OPTIMIZER_SLOT/{'/'.join(optimizer['path'])}"
                self.pairs.append([slot, f"{where}/{list(slots)[number]}", True])
        for name, own in zip(powers, ("beta1_power", "beta2_power")):  # noqa: B905
            self.take(name, [*optimizer["path"], own], self.stored[name])

    def write(self, output):
        root, _ = self.built(self.placed, self.slots)
        self.tf.train.Checkpoint.write(root, output)

    def compare(self, output):
        """Read what was written into objects full of zeros; the paths of all that is not equal bit for bit."""
        empty = [(path, blank(value)) for path, value in self.placed]
        root, variables = self.built(empty, [(*slot[:3], blank(slot[3])) for slot in self.slots])
        self.tf.train.Checkpoint.read(root, output).assert_existing_objects_matched()
        wanted = [value for _, value in self.placed] + [slot[3] for slot in self.slots]
        paths = ["/".join(path) for path, _ in self.placed] + [f"{slot[2]}/{slot[1]}" for slot in self.slots]
        return [
            path
            for path, value, variable in zip(paths, wanted, variables)  # noqa: B905
            if bits(variable.numpy()) != bits(value)
        ]

    def built(self, placed, slots):
        """Objects that lead to variables with these values, and the variables in order."""
        root = self.tf.train.Checkpoint()
        root.save_counter  # noqa: B018  asked for, it is made; `restore` looks for it
        made, by_path = [], {}
        owners = {"/".join(slot[0]["path"]) for slot in slots}
        for path, value in placed:
            variable = self.tf.Variable(value, trainable=False)
            by_path["/".join(path)] = variable
            made.append(variable)
            if "/".join(path[:-1]) not in owners:
                self.hang(root, path, variable)
        for optimizer, names in self.grouped(slots).items():
            made += self.old_optimizer(root, optimizer, names, by_path, placed, made)
        return root, made

    def hang(self, root, path, variable):
        for part in path[:-1]:
            below = root.__dict__.get(part)
            if below is None:
                below = self.tf.train.Checkpoint()
                setattr(root, part, below)
            root = below
        setattr(root, path[-1], variable)

    def grouped(self, slots):
        groups = {}
        for optimizer, slot, name, value in slots:
            groups.setdefault(json.dumps(optimizer), []).append((slot, name, value))
        return groups

    def old_optimizer(self, root, text, slots, by_path, placed, made):
        """A tf.compat.v1.train optimizer that has taken a step of nothing, with these slots; its slot variables."""
        spec = json.loads(text)
        old = self.tf.compat.v1.train
        more = {"momentum": 0.9} if "momentum" in spec["slots"] else {}
        more |= {"centered": True} if spec["numbers"].get("centered") else {}
        optimizer = getattr(old, spec["v1"])(learning_rate=0.1, **more)
        variables = {name: by_path["/".join(self.paths[name])] for _, name, _ in slots}
        before = [variable.numpy() for variable in made]
        optimizer.apply_gradients([(self.tf.zeros_like(each), each) for each in variables.values()])
        for variable, value in zip(made, before):  # noqa: B905
            variable.assign(value)
        self.hang(root, spec["path"], optimizer)
        own = {each.name.split(":")[0].rsplit("/", 1)[-1]: each for each in optimizer.variables()}
        for position, (path, value) in enumerate(placed):
            if path[:-1] == spec["path"] and path[-1] in own:
                own[path[-1]].assign(value)
                made[position] = own[path[-1]]
        found = []
        for slot, name, value in slots:
            variable = optimizer.get_slot(variables[name], slot)
            variable.assign(value)
            found.append(variable)
        return found


def blank(value):
    """Of the same shape and kind, but zeros, or empty strings."""
    array = numpy.asarray(value)
    return numpy.full(array.shape, b"", object) if array.dtype.kind in "OS" else numpy.zeros_like(array)
