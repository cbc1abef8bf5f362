"""What keeps a function from being written as a class: one object has to mean what every call meant."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.graph import values
from codemods.graph.program import BuilderUse, LayerUse, SizeRead, Stage
from codemods.graph.size import is_same
from codemods.graph.values import lateness
from codemods.obstacles import obstacle
from codemods.plan.builder_reads import resolve
from codemods.plan.plan import BuilderPlan
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk

_KIND = "foreign-builder"


def misuses(module: Module, plan: BuilderPlan, own: Sequence[LayerUse], uses: Sequence[LayerUse]) -> Iterator[Obstacle]:
    """The obstacles of one builder; `uses` are the calls of all builders of the scope."""
    place, name = module.place(plan.function), plan.function.name
    for reason in (*_of_body(plan), *_of_calls(plan, own)):
        yield obstacle(_KIND, place, name, reason)
    called = {id(each.call.func) for each in uses}
    for node in names_in(module):
        if node.id == name and id(node) not in called:
            yield obstacle(_KIND, module.place(node), name, "it makes variables, and is used other than by such calls")
            return
    shared = [each for each in own if each.reuses is not None]
    if shared and any(plan.program.nodes[each].effects for each in plan.init):
        yield obstacle(_KIND, module.place(shared[0].call), name, "it does something in Python whenever it is called")
    by_call = {each.call: each for each in uses}
    for layer in own:
        if layer.reuses is not None:
            first = by_call[layer.reuses]
            for parameter in plan.constructor:
                if not _same(module, first, layer, parameter):
                    detail = f"it shares its variables, and `{parameter}` is not known to be the same"
                    yield obstacle(_KIND, module.place(layer.call), name, detail)


def _of_body(plan: BuilderPlan) -> Iterator[str]:
    body = plan.program
    if any(body.nodes[each].stage == Stage.TENSOR for each in plan.init):
        yield "a variable or layer in it depends on a tensor"
    if any(body.nodes[each].effects for each in plan.init if each in plan.call):
        yield "it does something in Python both for its variables and for its tensors"
    kept = {each.id for each in body.nodes[0].defines if each.name in plan.kept}
    for node in (*(body.nodes[each] for each in plan.call), *(body.nodes[each] for each in plan.init)):
        stored = {
            each.id for each in walk(node.statement) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
        }
        formatted = {
            id(name) for each in walk(node.statement) if isinstance(each, ast.JoinedStr) for name in walk(each)
        }
        for name in walk(node.statement):
            found = resolve(body, node, name) if isinstance(name, ast.Name) else None
            if found is None or not (found.id in plan.state or found.id in kept):
                continue
            renamed = found.id in plan.state or node.id in plan.call
            if (renamed and (found.name in stored and not _defines(plan, found.id, node.id))) or id(name) in formatted:
                yield f"`{found.name}` is bound again where it is read"


def _defines(plan: BuilderPlan, definition: int, node: int) -> bool:
    """Whether a plain assignment binds the name anew: what it reads on the right is what was there before."""
    statement = plan.program.nodes[node].statement
    return isinstance(statement, ast.Assign) and all(isinstance(each, ast.Name) for each in statement.targets)


def _of_calls(plan: BuilderPlan, own: Sequence[LayerUse]) -> Iterator[str]:
    uses = [each.builder for each in own if each.builder is not None]
    for name in plan.constructor:
        if any(lateness(use.arguments[name].value) in values.PER_RUN for use in uses):
            yield f"its variables depend on `{name}`, which is a tensor in some call"
    if len({_form(use) for use in uses}) > 1:
        yield "its calls make different things"


def _form(use: BuilderUse) -> tuple[object, ...]:
    return tuple(
        (
            node.stage,
            tuple((each.initializer, each.shared) for each in node.creations),
            tuple((each.api, each.shared) for each in node.layers),
            tuple(each.name for each in node.defines),
            tuple(each.scope for each in node.cell_runs),
            tuple(_said(each) for each in node.sizes),
        )
        for node in use.body.nodes
    )


def _said(read: SizeRead) -> tuple[object, ...]:
    """What is written in place of a size."""
    if read.parameter is not None:
        return read.index, read.parameter.name
    return tuple(ast.dump(each.expression) if each.expression is not None else each.number for each in read.sizes)


def _same(module: Module, first: LayerUse, layer: LayerUse, parameter: str) -> bool:
    assert first.builder is not None
    assert layer.builder is not None
    if parameter in layer.builder.sizes:
        sizes = zip(first.builder.sizes[parameter], layer.builder.sizes[parameter], strict=False)
        return all(is_same(*each) for each in sizes)
    one, other = first.builder.arguments[parameter], layer.builder.arguments[parameter]
    if one.value.literal is not None or other.value.literal is not None:
        return one.value.literal == other.value.literal
    if one.expression is None or other.expression is None:
        return one.expression is other.expression
    names = {each.id for each in walk(one.expression) if isinstance(each, ast.Name)}
    stored = [each.id for each in names_in(module) if isinstance(each.ctx, ast.Store)]
    plain = not any(isinstance(each, ast.Call) for each in walk(one.expression))
    once = all(stored.count(name) <= 1 for name in names)
    return plain and once and ast.dump(one.expression) == ast.dump(other.expression)
