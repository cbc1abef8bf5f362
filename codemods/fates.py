"""What became of a name of TensorFlow 1, for people: what is written now, what differs, and how that is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache

from codemods.api import surface, table
from codemods.api.advice import advice
from codemods.api.calls import call_row, expression_row
from codemods.api.files import canonical_names, entry, mapping, strings, toml, with_prefix
from codemods.api.signatures import differences
from codemods.api.table import Fate
from codemods.api.wording import condition_wordings, expression_wording
from codemods.dead_references import what_to_use
from codemods.rules.kept.homes import contrib_home, needs_legacy_keras, package_home
from codemods.rules.kept.places import in_full

_REWRITTEN = (Fate.ARGUMENTS, Fate.RULE)


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
    name = _spelled(asked)
    if surface.old(name) is None and not _early(name):
        return _private(name) if _is_private(name) else _of_class(name)
    row = surface.old(name) or surface.old(table.canonical(name))
    kind, signature = (row.kind, row.signature) if row is not None else ("name", "")
    native, kept = _native(name), _kept(name)
    differs = tuple(dict.fromkeys(_differs(name, signature, native)))
    return NameFate(
        name=name,
        kind="package" if kind in ("module", "namespace") else kind,
        signature=signature,
        fate=_word(name, native, kept, differs),
        native=native,
        kept=kept,
        instead="" if native else _instead(name),
        differs=differs,
        evidence=tuple(dict.fromkeys(_evidence(name, native, kept))),
    )


def near_names(asked: str, count: int = 3) -> tuple[str, ...]:
    """Names of TensorFlow 1 that look like this one."""
    wanted = _spelled(asked)
    last = wanted.rpartition(".")[2]
    same_end = [name for name in surface.old_names() if name.rpartition(".")[2] == last]
    close = get_close_matches(wanted, tuple(surface.old_names()), count, 0.75)
    return tuple(dict.fromkeys((*close, *sorted(same_end, key=lambda name: (name.count("."), name)))))[:count]


def _spelled(asked: str) -> str:
    short = asked.strip().removesuffix("()")
    for prefix in ("tensorflow.", "tf.", "compat.v1."):
        short = short.removeprefix(prefix)
    return f"tf.{short}"


def _early(name: str) -> bool:
    """A name of the time before TensorFlow 1.0."""
    return name in canonical_names()


def _is_private(name: str) -> bool:
    return name.split(".")[1] in ("python", "core", "tools", "examples") and name.count(".") > 1


def _private(name: str) -> NameFate:
    package, _, last = name.rpartition(".")
    exists = surface.importable(name, legacy=False) or surface.has(package, last, legacy=False)
    said = "TensorFlow 2.21 still has it, and may drop it at any time" if exists else "TensorFlow 2.21 has no such name"
    native = next((text for key, text in native_forms().items() if f"{name}.".startswith(f"{key}.")), "")
    return NameFate(
        name=name,
        kind="private name",
        signature="",
        fate="private" if exists else "rewritten" if native else "gone",
        native=native,
        kept=f"tensorflow{name.removeprefix('tf')}, as it is" if exists else native,
        instead="" if native else advice(name),
        differs=(),
        evidence=(f"{said} (surface/tf2_private.txt)",),
    )


def _of_class(name: str) -> NameFate | None:
    """A member goes where its class goes; what is known of it today comes first."""
    owner, _, member = name.rpartition(".")
    row = surface.old(owner)
    fate = fate_of(owner) if row is not None and row.kind == "class" else None
    if fate is None:
        return None
    today = _short(fate.native if surface.current(fate.native) is not None else owner)
    homes = {target: surface.current(target) for target in (today, _short(fate.kept))}
    without = [each for each, found in homes.items() if found and surface.missing(f"{each}.{member}", 1, legacy=True)]
    if len(without) == len(homes) and not member.startswith("_"):
        return None
    return replace(fate, differs=(*(f"{each} has no {member}" for each in without), *fate.differs))


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
        return expression_wording(expression)
    form = native_forms().get(table.canonical(name))
    if form is not None:
        return form
    if known is None:
        return _unlisted(name)
    if name.startswith("tf.keras."):
        exists = surface.current(name)
        trusted = exists is not None and exists.available(False) and table.changed_keras(name) is None
        return name if trusted else ""
    return known.target or ""


@cache
def native_forms() -> Mapping[str, str]:
    """What the engine writes for names of a graph, in words."""
    return {table.canonical(with_prefix(name)): text for name, text in strings(toml("native_forms.toml")).items()}


def _unlisted(name: str) -> str:
    """A name of raw_ops, lite, version and the like: the same one, if its arguments are."""
    old, now = surface.old(name), surface.current(name)
    return name if old is not None and now is not None and now.available(False) else ""


def _kept(name: str) -> str:
    """What tf.compat.v1 in graph mode has in its place."""
    if name.startswith("tf.contrib."):
        home = contrib_home(name, None)
        target = ".".join((home.target, *name.split(".")[home.length :])) if home is not None else package_home(name)
        return "" if target is None or _absent(target) else _with_keras(in_full(target), target)
    spelled = name if not _absent(name) else table.canonical(name)
    return "" if _absent(spelled) else _with_keras(in_full(spelled), spelled)


def _absent(target: str) -> bool:
    """Does tf.compat.v1 with legacy Keras, or the package of the target, lack it?"""
    today = f"{surface.V1}{target.removeprefix('tf')}" if target.startswith("tf.") else target
    found = surface.current(today)
    if today.endswith("__"):  # the lists know of such names, but not which of them a module lacks
        return found is None or not found.available(legacy=True)
    return surface.missing(today, 1, legacy=True) is not None


def _with_keras(text: str, target: str) -> str:
    if text.startswith("tf_contrib."):
        return f"{text}, a file that tfmigrate adds to the repository"
    return f"{text}, with legacy Keras (tf_keras)" if needs_legacy_keras(target) else text


def _word(name: str, native: str, kept: str, differs: Collection[str]) -> str:
    if not native and name.startswith("tf.contrib."):
        return "home elsewhere" if kept else "gone"
    if not native and surface.missing(name, 1, legacy=False) is None:
        return "same name, other behaviour"
    if not native:
        return "only in tf.compat.v1" if kept else "gone"
    known = table.symbol(name)
    if table.canonical(name) in native_forms() or (
        known is not None and known.fate in _REWRITTEN and not call_row(name)
    ):
        return "rewritten"
    if call_row(name) or (native == name and not all(each.startswith("new arguments") for each in differs)):
        return "other arguments"
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
        yield from differences(signature, target.signature, renamed, name.startswith("tf.raw_ops."))
    rewritten = row or expression_row(name)
    if rewritten is not None:
        yield from condition_wordings(rewritten)
    for each in (table.layer(name), table.initializer(name)):
        declines = each.declines if each is not None else {}
        yield from (f"with {argument}: not native, for {reason}" for argument, reason in declines.items())


def _short(target: str) -> str:
    """`tensorflow.compat.v1.nn.relu, with …` -> `tf.compat.v1.nn.relu`."""
    name = target.partition(",")[0]
    return "tf" + name.removeprefix("tensorflow") if name.startswith("tensorflow.") else name


def _evidence(name: str, native: str, kept: str) -> Iterator[str]:
    known, listed, row = table.symbol(name), entry(table.canonical(name)), surface.old(name)
    if call_row(name) is not None or expression_row(name) is not None:
        yield "a row of arguments.toml; rows are run in both versions by tests/equivalence"
    elif table.layer(name) is not None or table.optimizer(name) is not None or table.initializer(name) is not None:
        yield "a row of the tables, compared with the class of TensorFlow 1 by tests/equivalence"
    elif known is not None and known.fate in (Fate.SAME, Fate.RENAMED) and listed is not None and listed.native:
        yield f"in TensorFlow 2.21 tf.compat.v1 and {listed.native} hold the same object (symbols.json, generated)"
    elif table.canonical(name) in native_forms():
        yield "programs with it become native in tests/codemods/test_native_forms.py (native_forms.toml)"
    elif known is not None and native:
        yield "judged by a person (renames.toml, stages.toml)"
    if row is not None and row.same and kept:
        yield f"in TensorFlow 1.15 it was the same object as {row.same} (surface/tf1_contrib.txt, generated)"
    elif name.startswith("tf.contrib.") and kept:
        yield "listed in contrib.toml; the target exists (surface/, generated)"
    if not native and not kept and surface.missing(name, 1, legacy=False) is not None:
        yield "neither tf nor tf.compat.v1 of TensorFlow 2.21 has the name (surface/, generated)"
    yield "signatures as TensorFlow 1.15.5 and 2.21.0 state them"
