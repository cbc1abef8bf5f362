"""What TensorFlow means: typed, fast access to the tables. The one module of this package that others import."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache

from codemods.api.calls import CallRow, ExpressionRow, call_row, expression_row
from codemods.api.files import (
    Listed,
    Table,
    canonical_names,
    entry,
    listed,
    mapping,
    strings,
    texts,
    toml,
    with_prefix,
)
from codemods.api.rows import Fate, InitializerRow, LayerRow, OptimizerRow, Stage, Symbol

__all__ = [
    "CallRow",
    "ExpressionRow",
    "Fate",
    "InitializerRow",
    "LayerRow",
    "OptimizerRow",
    "Stage",
    "Symbol",
    "call_row",
    "canonical",
    "changed_keras",
    "expression_row",
    "initializer",
    "initializers",
    "is_graph_api",
    "layer",
    "layers",
    "optimizer",
    "optimizers",
    "stage",
    "symbol",
    "symbols",
]

V1 = "tf.compat.v1."


def canonical(name: str) -> str:
    """The one TensorFlow 1.15 name that stands for all aliases of the same thing."""
    if name.startswith(V1):
        name = "tf." + name.removeprefix(V1)
    return canonical_names().get(name, name)


@cache
def symbol(name: str) -> Symbol | None:
    """The row of a dotted name, aliases resolved; None if TensorFlow 1.15 and the tables do not know it."""
    spelled = "tf." + name.removeprefix(V1) if name.startswith(V1) else name
    name = canonical(spelled)
    known = entry(name)
    if known is None and not _by_hand(name):
        return None
    fate, target = _fate(name, spelled, known)
    return Symbol(name, stage(name), _parameters(name, known), fate, target, _note(name, fate))


def changed_keras(name: str) -> str | None:
    """Why a tf.keras name of an old program cannot be believed to mean the same in Keras 3; None: it does."""
    short = canonical(name).removeprefix("tf.")
    patterns = texts(toml("renames.toml")["keras"])
    if not short.startswith("keras.") or any(fnmatchcase(short, pattern) for pattern in patterns):
        return None
    return str(mapping(toml("removed.toml")["advice"])["keras.*"])


def symbols() -> tuple[str, ...]:
    """Every canonical name that has a row."""
    return tuple(listed())


def stage(name: str) -> Stage:
    """The stage of a name: its own entry, else the longest pattern that covers it."""
    short = canonical(name).removeprefix("tf.")
    exact, patterns = _stages()
    if short in exact:
        return exact[short]
    return next(
        (found for start, end, found in patterns if short.startswith(start) and short.endswith(end)), Stage.OTHER
    )


_GRAPH_STAGES = frozenset({Stage.INPUT, Stage.STATE, Stage.UPDATE, Stage.QUERY, Stage.DRIVER, Stage.EFFECT})


def is_graph_api(name: str | None) -> bool:
    """Whether calling the name makes, changes or runs part of a graph: a placeholder, a variable, a session."""
    return name is not None and not name.endswith("set_random_seed") and stage(name) in _GRAPH_STAGES


@cache
def _stages() -> tuple[Mapping[str, Stage], tuple[tuple[str, str, Stage], ...]]:
    exact: dict[str, Stage] = {}
    patterns: list[tuple[str, str, Stage]] = []
    for key, names in toml("stages.toml").items():
        for name in texts(names):
            start, star, end = name.partition("*")
            if star:
                patterns.append((start, end, Stage(key)))
            else:
                exact[canonical(with_prefix(name)).removeprefix("tf.")] = Stage(key)
    return exact, tuple(sorted(patterns, key=lambda item: (-len(item[0]) - len(item[1]), item[0])))


def _by_hand(name: str) -> bool:
    rows = (layer(name), initializer(name), call_row(name), expression_row(name))
    short = name.removeprefix("tf.")
    return any(row is not None for row in rows) or short in _stages()[0] or name.startswith("tf.keras.")


def _fate(name: str, spelled: str, known: Listed | None) -> tuple[Fate, str | None]:
    short = name.removeprefix("tf.")
    if short in mapping(toml("removed.toml")["removed"]):
        return Fate.V1_ONLY if known is not None and known.home == "v1" else Fate.GONE, None
    row = call_row(name)
    if row is not None:
        return Fate.ARGUMENTS, row.native or _spelling(name, spelled, known)
    if expression_row(name) is not None:
        return Fate.ARGUMENTS, None
    renamed = _renamed(short)
    if renamed is not None:
        return Fate.RENAMED, renamed
    if name in _judged("rule") or _has_row(name):
        return Fate.RULE, None
    return _generated_fate(name, spelled, known)


def _renamed(short: str) -> str | None:
    """What renames.toml says: another name, or plain text."""
    native, text = (mapping(toml("renames.toml")[key]) for key in ("native", "text"))
    return with_prefix(str(native[short])) if short in native else str(text[short]) if short in text else None


def _spelling(name: str, spelled: str, known: Listed | None) -> str:
    """The native name: as it is spelled, if TensorFlow 2 knows that spelling."""
    if known is None or spelled in known.spellings:
        return spelled
    return known.native or (known.spellings[0] if known.spellings else name)


def _has_row(name: str) -> bool:
    handled = {Stage.INPUT, Stage.UPDATE, Stage.QUERY, Stage.DRIVER, Stage.SCOPE}
    return (
        layer(name) is not None
        or optimizer(name) is not None
        or initializer(name) is not None
        or stage(name) in handled
    )


def _generated_fate(name: str, spelled: str, known: Listed | None) -> tuple[Fate, str | None]:
    """Same object in both versions: same meaning. A mere namesake proves nothing, a person has to."""
    if name.startswith("tf.keras."):
        return Fate.SAME, name
    if known is None:
        return Fate.GONE, None
    judged = _judged("same")
    if known.native is not None or name in judged:
        target = _spelling(name, spelled, known)
        return (Fate.SAME if target == spelled else Fate.RENAMED), target
    return (Fate.V1_ONLY if known.home == "v1" else Fate.GONE), None


@cache
def _judged(key: str) -> frozenset[str]:
    """The canonical names of a list of renames.toml."""
    return frozenset(canonical(with_prefix(name)) for name in texts(toml("renames.toml")[key]))


def _parameters(name: str, known: Listed | None) -> tuple[str, ...] | None:
    for row in (layer(name), initializer(name), call_row(name), expression_row(name)):
        if row is not None:
            return row.parameters
    return known.parameters if known is not None else None


def _note(name: str, fate: Fate) -> str:
    row = optimizer(name)
    if row is not None or fate not in (Fate.V1_ONLY, Fate.GONE):
        return row.note if row is not None else ""
    short = name.removeprefix("tf.")
    removed, advice = (mapping(toml("removed.toml")[key]) for key in ("removed", "advice"))
    if short in removed:
        return str(removed[short])
    return next((str(text) for pattern, text in advice.items() if fnmatchcase(short, pattern)), "")


def _own_or_listed_parameters(row: Table, name: str) -> tuple[str, ...]:
    known = entry(canonical(name))
    return texts(row.get("parameters")) or (known.parameters if known is not None else None) or ()


def _arguments(row: Table) -> dict[str, str | None]:
    """TensorFlow 1 parameter -> new parameter; a list in the file means equal names; dropped ones map to None."""
    given = row.get("arguments")
    found: dict[str, str | None] = {}
    if isinstance(given, list):
        found.update({name: name for name in texts(given)})
    else:
        found.update(strings(given))
    found.update(dict.fromkeys(texts(row.get("dropped"))))
    return found


def layer(name: str) -> LayerRow | None:
    return _layers().get(canonical(name))


def layers() -> tuple[LayerRow, ...]:
    return tuple(_layers().values())


@cache
def _layers() -> Mapping[str, LayerRow]:
    raw = {key: mapping(value) for key, value in toml("layers.toml").items()}
    found: dict[str, LayerRow] = {}
    for row in raw.values():
        whole = {**raw[str(row["like"])], **row} if "like" in row else row
        for api in texts(row["apis"]):
            found[with_prefix(api)] = _layer(with_prefix(api), whole)
    return found


def _layer(api: str, row: Table) -> LayerRow:
    function = row.get("function")
    return LayerRow(
        api=api,
        keras=str(row["keras"]),
        parameters=_own_or_listed_parameters(row, api),
        call=texts(row["call"]),
        arguments=_arguments(row),
        fixed=strings(row.get("fixed")),
        weights=texts(row.get("weights")),
        tracked=texts(row.get("tracked") or row.get("weights")),
        scope=str(row["scope"]),
        stateful=bool(row.get("stateful")),
        once=bool(row.get("once") or row.get("weights")),
        function=None if function is None else str(function),
        declines=strings(row.get("declines")),
        switch=str(row.get("switch", "training")),
        trains=bool(row.get("trains")),
        none=strings(row.get("none")),
        keywords=bool(row.get("keywords")),
    )


def optimizer(name: str) -> OptimizerRow | None:
    return _optimizers().get(canonical(name))


def optimizers() -> tuple[OptimizerRow, ...]:
    return tuple(_optimizers().values())


@cache
def _optimizers() -> Mapping[str, OptimizerRow]:
    rows = ((key, mapping(value)) for key, value in toml("optimizers.toml").items())
    return {f"tf.train.{key}": _optimizer(key, row) for key, row in rows}


def _optimizer(name: str, row: Table) -> OptimizerRow:
    keras = row.get("keras")
    exact = texts(row["exact"])
    api = f"tf.train.{name}"
    arguments: dict[str, str | None] = {**strings(row.get("arguments")), "use_locking": None, "name": None}
    return OptimizerRow(
        api=api,
        keras=None if keras is None else str(keras),
        v1=f"tf.compat.v1.train.{name}",
        parameters=_own_or_listed_parameters(row, api),
        arguments=arguments,
        fixed=strings(row.get("fixed")),
        exact_dense="dense" in exact,
        exact_changing_rate="changing_rate" in exact,
        exact_sparse="sparse" in exact,
        note=str(row.get("note", "")),
        slots=strings(row.get("slots")),
        fed=tuple(texts(row.get("fed", []))),
    )


def initializer(name: str) -> InitializerRow | None:
    return _initializers().get(canonical(name))


def initializers() -> tuple[InitializerRow, ...]:
    return tuple(_initializers().values())


@cache
def _initializers() -> Mapping[str, InitializerRow]:
    rows = ((with_prefix(key), mapping(value)) for key, value in toml("initializers.toml").items())
    return {api: _initializer(api, row) for api, row in rows}


def _initializer(api: str, row: Table) -> InitializerRow:
    shorthand = row.get("shorthand")
    return InitializerRow(
        api=api,
        keras=f"tf.keras.initializers.{row['keras']}",
        parameters=_own_or_listed_parameters(row, api),
        arguments={**_arguments(row), "dtype": None},
        fixed=strings(row.get("fixed")),
        shorthand=None if shorthand is None else str(shorthand),
        declines=strings(row.get("declines")),
    )
