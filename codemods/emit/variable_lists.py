"""The list of variables that a query such as `tf.trainable_variables()` returned, written out."""

from __future__ import annotations

import ast
import re

from codemods.api.context import has_trait
from codemods.emit.builder_calls import object_names
from codemods.emit.writer import Unwritable, Writer
from codemods.graph.program import Definition, Query
from codemods.graph.values import Kind, Value, parts
from codemods.obstacles import obstacle
from codemods.plan.slices import MOVED

QUERY_RULE = "variable-query"


def plain_values(writer: Writer, text: str) -> str:
    """A v1 optimizer takes the plain variables inside of those of Keras layers; other classes have plain ones."""
    for name in sorted(set(writer.plan.layers.values()) - object_names(writer)):
        listed = rf"\*({re.escape(name)}\.(?:trainable_)?variables)"
        text = re.sub(listed, r"*(each.value for each in \1)", text)
        text = text.replace(f"*(each for layer in {name} for", f"*(each.value for layer in {name} for")
    return text


def query_text(writer: Writer, query: Query) -> str:
    """The list of the variables that the graph was asked for, none left out."""
    entries: list[str] = []
    done: set[ast.expr] = set()
    for site in query.sites:
        if site in done:
            continue
        listed = "variables" if site in query.frozen else "trainable_variables"
        text, covered = _entry(writer, site, set(query.sites) - done, listed)
        entries.append(text)
        done |= covered
    return single_list(writer, f"[{', '.join(entries)}]")


def single_list(writer: Writer, text: str) -> str:
    """The list of one layer's variables needs no list around it."""
    found = re.fullmatch(r"\[\*((\w+)\.(?:trainable_)?variables)\]", text)
    return found[1] if found is not None and found[2] in writer.plan.layers.values() else text


def _entry(writer: Writer, site: ast.expr, wanted: set[ast.expr], attribute: str) -> tuple[str, set[ast.expr]]:
    if isinstance(site, ast.Call) and site in writer.plan.layers:
        listed = f"*{writer.plan.layers[site]}.{attribute}"
        keras = all(each.keras for each in writer.plan.optimizers.values()) and not has_symbolic_gradients(writer)
        return (listed if keras else plain_values(writer, listed)), {site}
    holders = [each for each in writer.program.definitions.values() if _holds(writer, each, site)]
    for found in holders:
        if found.value.state is not None:
            return f"*{found.name}.trainable_variables", {site}
        if found.value.items is None and found.value.element is None:
            return found.name, {site}
    for found in holders:
        sites = {part.site for part in parts(found.value) if part.site is not None}
        if sites <= wanted and _all_variables(found.value):
            spread = f"*{found.name}.values()" if found.value.sequence == "dict" else f"*{found.name}"
            return spread, sites
    for found in holders:
        for number, item in enumerate(found.value.items or ()):
            if item.site is site and item.kind == Kind.VARIABLE:
                key = repr(found.value.keys[number]) if found.value.keys is not None else str(number)
                return f"{found.name}[{key}]", {site}
    place = writer.module.place(site)
    raise Unwritable(
        obstacle("collection-query", place, ast.unparse(site)[:60], "this variable has no name to list it by")
    )


def has_symbolic_gradients(writer: Writer) -> bool:
    """Whether gradients are taken with `tf.gradients`, which does not know the variables of Keras."""
    return any(has_trait("symbolic_gradients", api) for _, api in writer.names.apis())


def _holds(writer: Writer, definition: Definition, site: ast.expr) -> bool:
    stays = writer.node(definition.node).stage not in MOVED
    return stays and any(part.site is site and part.kind == Kind.VARIABLE for part in parts(definition.value))


def _all_variables(value: Value) -> bool:
    flat = value.items is not None and all(
        item.items is None and item.element is None and item.state is None for item in value.items
    )
    return flat and all(part.kind == Kind.VARIABLE for part in parts(value))
