"""What became of a name of TensorFlow 1, for people: what is written now, what differs, and how that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from codemods.api import surface, table
from codemods.api.advice import advice
from codemods.api.calls import CallRow, call_row, expression_row
from codemods.api.files import canonical_names, entry, mapping, toml
from codemods.api.signatures import differences
from codemods.api.table import Fate
from codemods.dead_references import what_to_use
from codemods.rules.kept.homes import contrib_home, needs_legacy_keras, package_home
from codemods.rules.kept.places import in_full

_STAGES = {
    "input": "becomes a parameter of the functions that need it (placeholder-to-parameter)",
    "state": "becomes an object that is created once (variable)",
    "update": "becomes a call inside of a function (session-to-function)",
    "query": "becomes the list that it stood for (variable-query)",
    "driver": "goes: runs become calls of functions (session-to-function)",
    "scope": "goes: objects are held by Python names (session-to-function)",
}


@dataclass(frozen=True)
class NameFate:
    """`native` and `kept`: what each tier writes, empty if it has nothing; `fate`: one or two words."""

    name: str
    kind: str
    signature: str
    fate: str
    native: str
    kept: str
    instead: str
    differs: tuple[str, ...]
    evidence: tuple[str, ...]


@cache
def fate_of(asked: str) -> NameFate | None:
    """The fate of a name, with or without `tf.`, `tensorflow.` or `tf.compat.v1.` before it; None: it is unknown."""
    name = next((each for each in _spellings(asked) if surface.old(each) is not None or _early(each)), None)
    if name is None:
        return next((_private(each) for each in _spellings(asked) if _is_private(each)), None) or _of_class(asked)
    row = surface.old(name) or surface.old(table.canonical(name))
    kind, signature = (row.kind, row.signature) if row is not None else ("name", "")
    native, kept = _native(name), _kept(name)
    return NameFate(
        name=name,
        kind="package" if kind in ("module", "namespace") else kind,
        signature=signature,
        fate=_word(name, native, kept),
        native=native,
        kept=kept,
        instead="" if native else _instead(name),
        differs=tuple(dict.fromkeys(_differs(name, signature, native))),
        evidence=tuple(dict.fromkeys(_evidence(name, native, kept))),
    )


def near_names(asked: str, count: int = 3) -> tuple[str, ...]:
    """Names of TensorFlow 1 that look like this one."""
    wanted = _spellings(asked)[-1]
    last = wanted.rpartition(".")[2]
    same_end = [name for name in surface.old_names() if name.rpartition(".")[2] == last]
    close = get_close_matches(wanted, tuple(surface.old_names()), count, 0.75)
    return tuple(dict.fromkeys((*close, *sorted(same_end, key=lambda name: (name.count("."), name)))))[:count]


def _spellings(asked: str) -> tuple[str, ...]:
    short = asked.strip().removesuffix("()")
    for prefix in ("tensorflow.", "tf.", "compat.v1."):
        short = short.removeprefix(prefix)
    return (f"tf.{short}",)


def _early(name: str) -> bool:
    """A name of the time before TensorFlow 1.0."""
    return name in canonical_names()


def _is_private(name: str) -> bool:
    return name.split(".")[1] in ("python", "core", "tools", "examples") and name.count(".") > 1


def _private(name: str) -> NameFate:
    package, _, last = name.rpartition(".")
    exists = surface.importable(name, legacy=False) or surface.has(package, last, legacy=False)
    said = "TensorFlow 2.21 still has it, and may drop it at any time" if exists else "TensorFlow 2.21 has no such name"
    fate = "private" if exists else "gone"
    return NameFate(name, "private name", "", fate, "", "", advice(name), (), (f"{said} (surface/tf2_private.txt)",))


def _of_class(asked: str) -> NameFate | None:
    """A member goes where its class goes."""
    owner, _, member = _spellings(asked)[0].rpartition(".")
    row = surface.old(owner)
    return fate_of(owner) if row is not None and row.kind == "class" and member else None


def _native(name: str) -> str:
    """What native code has in its place."""
    known = table.symbol(name)
    layer, optimizer, initializer = table.layer(name), table.optimizer(name), table.initializer(name)
    expression = expression_row(name)
    if layer is not None:
        return (
            f"tf.keras.layers.{layer.keras}"
            if layer.function is None
            else f"{layer.function}, or tf.keras.layers.{layer.keras}"
        )
    if optimizer is not None:
        keras = f"tf.keras.optimizers.{optimizer.keras}, where it computes the same; else " if optimizer.keras else ""
        return f"{keras}{optimizer.v1}"
    if initializer is not None:
        return initializer.keras
    if expression is not None:
        return expression.text
    if known is None:
        return _unlisted(name)
    if name.startswith("tf.keras."):
        exists = surface.current(name)
        trusted = exists is not None and exists.available(False) and table.changed_keras(name) is None
        return name if trusted else ""
    if known.fate is Fate.RULE:
        return _STAGES.get(known.stage.value, "is written by a rule of its own")
    return known.target or ""


def _unlisted(name: str) -> str:
    """A name of raw_ops, lite, version and the like: the same one, if its arguments are."""
    old, now = surface.old(name), surface.current(name)
    return name if old is not None and now is not None and now.available(False) else ""


def _kept(name: str) -> str:
    """What tf.compat.v1 in graph mode has in its place."""
    if name.startswith("tf.contrib."):
        home = contrib_home(name, None)
        target = ".".join((home.target, *name.split(".")[home.length :])) if home is not None else package_home(name)
        row = surface.old(name)
        if target is None and row is not None and row.same.startswith("tf.") and ".contrib." not in row.same:
            target = row.same
        return "" if target is None else _with_keras(in_full(target), target)
    spelled = name if surface.current(surface.V1 + name.removeprefix("tf")) is not None else table.canonical(name)
    exists = surface.current(surface.V1 + spelled.removeprefix("tf"))
    return "" if exists is None else _with_keras(in_full(spelled), spelled)


def _with_keras(text: str, target: str) -> str:
    if text.startswith("tf_contrib."):
        return f"{text}, a file that tfmigrate adds to the repository"
    return f"{text}, with legacy Keras (tf_keras)" if needs_legacy_keras(target) else text


def _word(name: str, native: str, kept: str) -> str:
    known = table.symbol(name)
    if table.changed_keras(name) is not None and surface.missing(name, 1, legacy=False) is None:
        return "same name, other behaviour"
    if not native and name.startswith("tf.contrib."):
        return "home elsewhere" if kept else "gone"
    if not native:
        return "only in tf.compat.v1" if kept else "gone"
    if known is not None and known.fate in (Fate.ARGUMENTS, Fate.RULE):
        return "other arguments" if known.fate is Fate.ARGUMENTS and call_row(name) else "rewritten"
    return "same" if native == name else "renamed"


def _instead(name: str) -> str:
    short = name.removeprefix("tf.")
    removed = mapping(toml("removed.toml")["removed"])
    if name.startswith("tf.keras.") and surface.missing(name, 1, legacy=False) is None:
        return f"write {name} of Keras 3 by hand, after a look at what differs"
    return str(removed[short]) if short in removed else advice(name) or what_to_use(name)


def _differs(name: str, signature: str, native: str) -> Iterator[str]:
    row = call_row(name)
    target = surface.current((row.native if row is not None else native) or name)
    if name.startswith("tf.contrib."):
        target = surface.current(_short(_kept(name)))
    renamed: Mapping[str, str | None] = row.arguments if row is not None else {}
    if target is not None:
        yield from differences(signature, target.signature, renamed)
    if row is not None:
        yield from _conditions(row)
    for each in (expression_row(name), table.layer(name), table.initializer(name)):
        declines = each.declines if each is not None and hasattr(each, "declines") else {}
        yield from (f"with {argument}: not native, for {reason}" for argument, reason in declines.items())


def _short(target: str) -> str:
    """`tensorflow.compat.v1.nn.relu, with …` -> `tf.compat.v1.nn.relu`."""
    name = target.partition(",")[0]
    return "tf" + name.removeprefix("tensorflow") if name.startswith("tensorflow.") else name


def _conditions(row: CallRow) -> Iterator[str]:
    yield from (
        f"{name} is written as {row.arguments.get(name, name)}={text.replace('{}', name)}"
        for name, text in row.wrap.items()
    )
    yield from (f"{name}={text} is added, so that the behaviour stays" for name, text in row.add.items())
    yield from (f"with {name}: not native, for {reason}" for name, reason in row.conditions.declines.items())
    yield from (f"only if {name} is plainly a float" for name in row.conditions.one_float)
    yield from (f"only calls with {name} are changed" for name in row.conditions.only_with)


def _evidence(name: str, native: str, kept: str) -> Iterator[str]:
    known, listed, row = table.symbol(name), entry(table.canonical(name)), surface.old(name)
    if call_row(name) is not None or expression_row(name) is not None:
        yield "a row of arguments.toml; rows are run in both versions by tests/equivalence"
    elif table.layer(name) is not None or table.optimizer(name) is not None or table.initializer(name) is not None:
        yield "a row of the tables, compared with the class of TensorFlow 1 by tests/equivalence"
    elif known is not None and known.fate in (Fate.SAME, Fate.RENAMED) and listed is not None and listed.native:
        yield f"in TensorFlow 2.21 tf.compat.v1 and {listed.native} hold the same object (symbols.json, generated)"
    elif known is not None and native:
        yield "judged by a person (renames.toml, stages.toml)"
    if row is not None and row.same and kept:
        yield f"in TensorFlow 1.15 it was the same object as {row.same} (surface/tf1_contrib.txt, generated)"
    elif name.startswith("tf.contrib.") and kept:
        yield "listed in contrib.toml; the target exists (surface/, generated)"
    if not native and not kept:
        yield "neither tf nor tf.compat.v1 of TensorFlow 2.21 has the name (surface/, generated)"
    yield "signatures as TensorFlow 1.15.5 and 2.21.0 state them"
