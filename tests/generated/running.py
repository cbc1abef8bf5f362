"""The part that runs: sessions, loops, feeds and fetches."""

from __future__ import annotations

from collections.abc import Callable

from tests.generated.script import Script

INITIALIZERS = ("tf.global_variables_initializer()", "tf.initialize_all_variables()")
VALUES = {"rate": "0.1 / (1 + {index})", "keep": "1.0", "training": "{training}"}


def feed(script: Script, rows: str = "data", truth: str = "target", index: str = "0", training: bool = False) -> str:
    """The dictionary for one run, in any order."""
    parts = [f"x: {rows}", f"y: {truth}"]
    for name, kind in script.inputs.items():
        parts.append(f"{name}: {VALUES[kind].format(index=index, training=training)}")
    script.chance.shuffle(parts)
    return "{" + ", ".join(parts) + "}"


def run(script: Script, fetches: str, fed: str) -> str:
    return f"sess.run({fetches}, {script.one(('', 'feed_dict='))}{fed})"


def initialize(script: Script) -> None:
    script.write(f"sess.run({script.one(INITIALIZERS)})")


def train(script: Script) -> None:
    """A loop that trains, with or without batches, and says how it goes."""
    index = script.name(script.one(("step", "epoch", "i")))
    with script.block(f"for {index} in range({script.one((2, 3))}):"):
        if script.happens(0.3):
            with script.block("for start in range(0, 4, 2):"):
                fed = feed(script, "data[start:start + 2]", "target[start:start + 2]", index, True)
                train_once(script, fed, index)
        elif script.happens(0.25):
            script.write(f"batch = {feed(script, index=index, training=True)}")
            train_once(script, "batch", index)
        else:
            train_once(script, feed(script, index=index, training=True), index)
        if script.happens(0.4):
            evaluate(script)


def train_once(script: Script, fed: str, index: str) -> None:
    name, loss = script.one(script.trainings)
    form = script.one(("alone", "alone", "with loss", "listed", "update"))
    if form == "with loss" and loss.fetched_beside:
        script.write(f"_, value = {run(script, f'[{name}, {loss.name}]', fed)}", f"print({index}, value)")
    elif form == "listed" and len(script.trainings) > 1:
        for each, _ in script.trainings:
            script.write(run(script, each, fed))
    elif form == "update" and script.updates:
        script.write(run(script, name, fed), f"sess.run({script.one(script.updates)})")
    else:
        script.write(run(script, script.one((name, f"[{name}]")), fed))


def print_one(script: Script) -> None:
    script.write(f"print({run(script, script.one((*script.numbers, *script.outputs)), feed(script))})")


def print_several(script: Script) -> None:
    first, second = script.one(script.numbers), script.one(script.outputs)
    form = script.one(("unpacked", "list", "dictionary", "indexed"))
    if form == "unpacked":
        a, b = script.name("a"), script.name("b")
        script.write(f"{a}, {b} = {run(script, f'[{first}, {second}]', feed(script))}", f"print({a}, {b})")
    elif form == "list":
        script.write(f"print({run(script, f'[{first}, {second}]', feed(script))})")
    elif form == "dictionary":
        found = script.name("found_values")
        script.write(f"{found} = {run(script, f'''{{'first': {first}, 'second': {second}}}''', feed(script))}")
        script.write(f"print({found}['second'], {found}['first'])")
    else:
        script.write(f"print({run(script, f'({second}, {first})', feed(script))}[1])")


def print_formatted(script: Script) -> None:
    script.write(f"print('now %.9f' % {run(script, script.one(script.numbers), feed(script))})")


def print_variable(script: Script) -> None:
    if script.variables:
        script.write(f"print(sess.run({script.one(tuple(script.variables))}))")
    else:
        print_one(script)


def print_if(script: Script) -> None:
    with script.block(f"if {run(script, script.one(script.numbers), feed(script))} > 0.4:"):
        script.write("print('much')")
    with script.block("else:"):
        script.write("print('little')")


def collect(script: Script) -> None:
    history = script.name("history")
    rows, number = script.one((("data", "target"), ("data[:3]", "target[:3]"))), script.one(script.numbers)
    script.write(f"{history} = [{run(script, number, feed(script, *rows))} for _ in range(2)]")
    script.write(f"print(len({history}), sum({history}))")


def evaluated(script: Script) -> None:
    script.write(f"print({script.one(script.numbers)}.eval({feed(script)}, session=sess))")


FORMS: tuple[Callable[[Script], None], ...] = (
    print_one,
    print_one,
    print_several,
    print_several,
    print_formatted,
    print_variable,
    print_if,
    collect,
    evaluated,
)


def evaluate(script: Script) -> None:
    script.one(FORMS)(script)
