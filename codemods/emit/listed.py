"""The variables of a class that was a function: its properties `trainable_variables` and `variables`."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from codemods.emit.variable_lists import has_symbolic_gradients, plain_values
from codemods.emit.writer import Unwritable, Writer
from codemods.graph.creations import is_false, is_none
from codemods.graph.program import LayerUse, Node, Stage
from codemods.graph.values import Kind, Value, parts
from codemods.obstacles import obstacle
from codemods.plan.plan import BuilderPlan
from codemods.plan.training import has_weights, spread
from codemods.rule import Obstacle

TRAINABLE = "trainable_variables"
LISTS = (TRAINABLE, "variables")
PENALTIES = "losses"
_WIDTH = 100


@dataclass(frozen=True)
class Listed:
    """An element of the list. `loose`: whether it is trainable depends on how the object was made."""

    text: str
    loose: bool = False


def list_lines(writer: Writer, making: Writer, plan: BuilderPlan, wanted: str) -> list[str]:
    """The body of the property: a list of the variables in the order in which they are made."""
    found = _penalties(plan) if wanted == PENALTIES else listed_variables(making, plan, wanted)
    names: list[str] = []
    for loose, group in groupby(found, key=lambda each: each.loose):
        texts = [each.text for each in group]
        names += [_trainable_ones(texts)] if loose else texts
    if len(names) == 1 and found[0].loose:
        return [f"return [{names[0].removeprefix('*(').removesuffix(')')}]"]
    whole = f"return [{', '.join(names)}]"
    return [whole] if len(whole) <= _WIDTH else ["return [", *(f"{writer.indent}{each}," for each in names), "]"]


def _trainable_ones(texts: Sequence[str]) -> str:
    whole = len(texts) == 1 and texts[0].startswith("*")
    listed = texts[0].removeprefix("*") if whole else f"[{', '.join(texts)}]"
    return f"*(each for each in {listed} if each.trainable)"


def listed_variables(writer: Writer, plan: BuilderPlan, wanted: str) -> list[Listed]:
    """The variables of one of the lists."""
    found: list[Listed] = []
    seen: set[int | None] = set()
    for node in plan.program.nodes:
        for layer in node.layers:
            if layer.reuses is None and has_weights(layer):
                found.append(Listed(_of_layer(writer, plan, layer, wanted)))
        if node.stage == Stage.STATE:
            found += _of_statement(writer, plan, node, seen, wanted)
        found += (each for each in _of_cells(writer, plan, node, wanted) if each not in found)
    return found


def objects_with_penalties(writer: Writer) -> set[ast.FunctionDef]:
    """The functions whose objects are asked for the penalties of their layers."""
    asked = {term.layer for node in writer.program.nodes for each in node.collected for term in each.terms}
    waiting = [each for node in writer.program.nodes for each in node.layers if each.call in asked]
    found: set[ast.FunctionDef] = set()
    while waiting:
        use = waiting.pop().builder
        if use is not None and use.function not in found:
            found.add(use.function)
            waiting += [each for node in use.body.nodes for each in node.layers if _is_penalized(each)]
    return found


def _penalties(plan: BuilderPlan) -> list[Listed]:
    layers = [each for node in plan.program.nodes for each in node.layers if _is_penalized(each)]
    return [Listed(f"*{plan.layers[each.call]}.{PENALTIES}") for each in layers]


def _is_penalized(layer: LayerUse) -> bool:
    """Whether a layer that is made here, or one in the object that is, has a regularizer."""
    if layer.builder is not None:
        return layer.reuses is None and any(
            _is_penalized(it) for node in layer.builder.body.nodes for it in node.layers
        )
    given = (each for name, each in layer.arguments.items() if name.endswith("_regularizer"))
    return layer.reuses is None and any(not is_none(each) for each in given)


def _of_cells(writer: Writer, plan: BuilderPlan, node: Node, wanted: str) -> Iterator[Listed]:
    """The variables of recurrent cells, which are made when the cells run."""
    for cell in (each for run in node.cell_runs for each in run.cells):
        holder = [each for each in plan.state if plan.program.definitions[each].value.site is cell.site]
        if not holder:
            raise Unwritable(_unlisted(writer, plan, node))
        yield Listed(f"*self.{plan.state[holder[0]]}.{wanted}")


def _of_statement(
    writer: Writer, plan: BuilderPlan, node: Node, seen: set[int | None], wanted: str
) -> Iterator[Listed]:
    """The variables that a statement makes, each named once; `seen` are those that have been named."""
    every = wanted != TRAINABLE
    made = {each.call for each in node.creations}
    listed: set[ast.expr | None] = set()
    for each in node.defines:
        variables = [part for part in parts(each.value) if part.kind == Kind.VARIABLE and part.state is None]
        listed |= {part.site for part in variables}
        chosen = [part for part in variables if every or not _is_frozen(part.site)]
        new = {part.serial for part in chosen} - seen
        if not new:
            continue
        if len(new) != len(variables) or None in new:
            raise Unwritable(_unlisted(writer, plan, node))
        seen |= new
        loose = not every and any(_is_loose(part) for part in chosen)
        yield Listed(spread(f"self.{plan.state[each.id]}", each.value), loose)
    if any(call not in listed for call in made if every or not _is_frozen(call)):
        raise Unwritable(_unlisted(writer, plan, node))


def _unlisted(writer: Writer, plan: BuilderPlan, node: Node) -> Obstacle:
    place = writer.module.place(node.statement)
    return obstacle("collection-query", place, plan.function.name, "its variables cannot be listed")


def _asked(site: ast.expr | None) -> ast.expr | None:
    given = {each.arg: each.value for each in site.keywords} if isinstance(site, ast.Call) else {}
    return given.get("trainable")


def _is_frozen(site: ast.expr | None) -> bool:
    """Whether no object has a trainable variable of this call."""
    return is_false(_asked(site))


def _is_loose(variable: Value) -> bool:
    asked = _asked(variable.site)
    return not variable.trainable or not (is_none(asked) or isinstance(asked, ast.Constant))


def _of_layer(writer: Writer, plan: BuilderPlan, layer: LayerUse, wanted: str) -> str:
    listed = f"*{plan.layers[layer.call]}.{wanted}"
    keras = all(each.keras for each in writer.plan.optimizers.values()) and not has_symbolic_gradients(writer)
    return listed if keras or layer.builder is not None else plain_values(writer, listed)
