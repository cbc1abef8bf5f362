"""Which names of a builder's body each of its statements reads: to make its layers, and to call them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from codemods.api import table
from codemods.graph.program import Definition, GraphProgram, LayerUse, Node, SizeRead, Stage
from codemods.plan.plan import BuilderPlan
from codemods.source.walk import walk


@dataclass(frozen=True)
class Reader:
    """`written`: what the name of a variable is written from, where that is more than the call's own argument."""

    body: GraphProgram
    plans: Mapping[ast.FunctionDef, BuilderPlan]
    written: Mapping[ast.Call, tuple[ast.expr, ...]]

    def statement(self, node: Node) -> set[int]:
        """The definitions that a statement reads."""
        parts = [each for creation in node.creations for each in self.written.get(creation.call, ())]
        return self._definitions(node, [node.statement, *parts])

    def constructions(self, node: Node) -> set[int]:
        """The definitions that making the layers of a statement reads."""
        made = [layer for layer in node.layers if layer.reuses is None]
        calls = {layer.call for layer in made}
        given = {it for each in node.sizes if each.given and each.given[0] in calls for it in _known(each)}
        return given | self._definitions(node, [each for layer in made for each in self._constructor_parts(layer)])

    def calls(self, node: Node) -> set[int]:
        """The definitions that a statement reads once its layers are made."""
        hidden = {
            id(name)
            for layer in node.layers
            for part in (*self._constructor_parts(layer), *self._dropped_parts(layer), layer.call.func)
            for name in walk(part)
        } | _of_scopes(node)
        return {
            found.id
            for name in walk(node.statement)
            if isinstance(name, ast.Name) and id(name) not in hidden and (found := resolve(self.body, node, name))
        }

    def closure(self, definitions: Iterable[int]) -> set[int]:
        """The statements, those that make variables aside, that these definitions need."""
        found: set[int] = set()
        todo = list(definitions)
        while todo:
            node = self.body.nodes[self.body.definitions[todo.pop()].node]
            if node.id in found or node.stage == Stage.STATE or self.is_header(node):
                continue
            found.add(node.id)
            todo += self.statement(node)
        return found

    def reads(self, nodes: Iterable[int]) -> set[int]:
        """The definitions that making these statements' variables, or computing them, reads."""
        tensors = (Stage.TENSOR,)
        found = (self.body.nodes[each] for each in nodes)
        return {
            definition
            for node in found
            for definition in (self.calls(node) if node.stage in tensors else self.statement(node))
        }

    def parameters(self, definitions: Iterable[int]) -> set[str]:
        """The names of the parameters among these definitions."""
        return {each.name for each in self.body.nodes[0].defines if each.id in set(definitions)}

    def is_header(self, node: Node) -> bool:
        """Whether this stands for the parameters."""
        return node.id == 0

    def _definitions(self, node: Node, parts: Iterable[ast.AST]) -> set[int]:
        inside = [each for part in parts for each in walk(part)]
        hidden, read = _sizes(node, inside)
        hidden |= _of_scopes(node)
        names = (each for each in inside if isinstance(each, ast.Name) and id(each) not in hidden)
        found = {it.id for name in names if (it := resolve(self.body, node, name)) is not None}
        return found | {each for each in read if each in self.body.definitions}

    def _constructor_parts(self, layer: LayerUse) -> list[ast.expr]:
        if layer.builder is not None:
            plan = self.plans[layer.builder.function]
            return given(layer, plan.constructor)
        row = table.layer(layer.api)
        kept = row.call if row is not None else ()
        named = ("name", "reuse")
        return [it for name, it in layer.arguments.items() if name not in kept and name not in named]

    def _dropped_parts(self, layer: LayerUse) -> list[ast.expr]:
        if layer.builder is not None:
            plan = self.plans[layer.builder.function]
            return given(layer, [each for each in layer.builder.arguments if each not in plan.called])
        return [it for name, it in layer.arguments.items() if name in ("name", "reuse")]


def _known(read: SizeRead) -> set[int]:
    """The definitions that the text of a size reads."""
    if read.parameter is not None:
        return {read.parameter.id}
    return {definition for size in read.sizes for _, definition in size.names if definition is not None}


def _of_scopes(node: Node) -> set[int]:
    """The names of scopes, which are written down as texts."""
    return {id(name) for each in node.scope_names for name in walk(each.expression)}


def _sizes(node: Node, inside: Iterable[ast.AST]) -> tuple[set[int], set[int]]:
    """The names that are not read any more where sizes are written down, and the definitions that are read instead."""
    present = {id(each) for each in inside}
    reads = [each for each in node.sizes if each.given is None and id(each.expression) in present]
    hidden = {id(name) for each in reads for name in walk(each.expression)}
    return hidden, {it for each in reads for it in _known(each)}


def given(layer: LayerUse, names: Iterable[str]) -> list[ast.expr]:
    """The expressions that a call gives these parameters."""
    if layer.builder is None:
        return []
    found = (layer.builder.arguments[name].expression for name in names)
    return [each for each in found if each is not None]


def resolve(body: GraphProgram, node: Node, name: ast.Name) -> Definition | None:
    """The definition of the function that a statement reads under a name."""
    if not isinstance(name.ctx, ast.Load):
        return None
    used = [use.definition for use in node.uses if use.name == name.id and use.definition in body.definitions]
    if used:
        return body.definitions[used[-1]] if used[-1] is not None else None
    before = [each for each in body.definitions.values() if each.name == name.id and each.node < node.id]
    return max(before, key=lambda each: each.id) if before else None
