"""What `arg_scope` gives to the layer functions at a place: by the `with` statements around it, and, in a function, by
those around its calls."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from codemods.analysis.names import Names
from codemods.api import table
from codemods.carried_values import Carried, carried
from codemods.graph.bodies import docstring_of
from codemods.layer_parts import BATCH_NORM
from codemods.source.assigned_once import assigned_once
from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

ARG_SCOPE = "tf.contrib.framework.arg_scope"
Given = Mapping[str, Carried]
Context = Mapping[str, Given]  # layer function -> parameter -> argument
_DEPTH = 8
_NOTHING: Context = {}


class Unclear(Exception):
    """What a scope gives, or where, is not known."""


def canonical_of(module: Module, node: ast.expr) -> str | None:
    """The layer function, or another symbol of TensorFlow 1, that an expression denotes."""
    api = Names.of(module).api_of(node)
    return None if api is None else table.canonical(api)


def is_arg_scope(module: Module, expression: ast.expr) -> bool:
    """Whether an expression opens a scope of arguments."""
    return isinstance(expression, ast.Call) and canonical_of(module, expression.func) == ARG_SCOPE


@dataclass(frozen=True)
class Reader:
    """Reads the scopes of one module. `makers`: the functions that were found to return a scope, and the names that
    hold one."""

    module: Module
    makers: list[ast.FunctionDef] = field(default_factory=list)
    held: list[ast.Assign] = field(default_factory=list)

    def context(self, node: ast.AST, depth: int = 0) -> Context:
        """What is given at a node; raises `Unclear`."""
        found: list[ast.withitem] = []
        above, below = parents(self.module).get(node), node
        while above is not None and not isinstance(above, ast.FunctionDef):
            if isinstance(above, ast.With) and below in above.body:
                found[:0] = [each for each in above.items if is_arg_scope(self.module, each.context_expr)]
            elif isinstance(above, ast.Lambda | ast.ClassDef | ast.AsyncFunctionDef | ast.GeneratorExp):
                raise Unclear
            below = above
            above = parents(self.module).get(below)
        context = _NOTHING if above is None else self._of_function(above, below, depth + 1)
        for each in found:
            context = self.opened(each.context_expr, context, {}, depth)
        return context

    def _of_function(self, function: ast.FunctionDef, below: ast.AST, depth: int) -> Context:
        """What is given in a function: the same in all of its calls."""
        if depth > _DEPTH or below not in function.body:
            raise Unclear
        calls = self.calls(function)
        contexts = [_within(self.context(each, depth), self._reached(function)) for each in calls]
        if any(each != contexts[0] for each in contexts):
            raise Unclear
        return contexts[0] if contexts else _NOTHING

    def calls(self, function: ast.FunctionDef) -> list[ast.Call]:
        """The calls of a function of the module, if nothing else is done with it."""
        scopes = Names.of(self.module).scopes
        reads = [each for each in names_in(self.module) if each.id == function.name]
        calls = [scopes.calls.get(each) for each in reads]
        decorated = bool(function.decorator_list) or isinstance(parents(self.module).get(function), ast.ClassDef)
        same = [
            each for each in walk(self.module.tree) if isinstance(each, ast.FunctionDef) and each.name == function.name
        ]
        if None in calls or decorated or len(same) > 1 or any(isinstance(each, ast.Yield) for each in walk(function)):
            raise Unclear
        return [each for each in calls if each is not None]

    def _reached(self, function: ast.FunctionDef) -> set[str]:
        """The symbols that a function names, and those that it calls name."""
        functions = {each.name: each for each in walk(self.module.tree) if isinstance(each, ast.FunctionDef)}
        waiting, seen = [function], set[ast.FunctionDef]()
        found: set[str] = set()
        while waiting:
            one = waiting.pop()
            seen.add(one)
            for each in walk(one):
                if isinstance(each, ast.Name | ast.Attribute):
                    found.add(canonical_of(self.module, each) or "")
                if isinstance(each, ast.Name) and (named := functions.get(each.id)) is not None and named not in seen:
                    waiting.append(named)
        return found

    def opened(self, header: ast.expr, outer: Context, known: Mapping[str, Carried], depth: int) -> Context:
        """What is given inside of a scope."""
        assert isinstance(header, ast.Call)
        match header:
            case ast.Call(args=[ast.List(elts=several) | ast.Tuple(elts=several)], keywords=keywords):
                given = {each.arg: carried(self.module, each.value, known) for each in keywords}
                return _with(outer, (canonical_of(self.module, each) for each in several), given)
            case ast.Call(args=[ast.Call() as made], keywords=[]):
                return self._made(made, outer, depth + 1)
            case ast.Call(args=[ast.Name() as name], keywords=[]):
                statement = assigned_once(self.module, name.id)
                if statement is None or not isinstance(statement.value, ast.Call):
                    raise Unclear
                self.held.append(statement)
                return self._made(statement.value, self.context(statement, depth), depth + 1)
            case _:
                raise Unclear

    def _made(self, call: ast.Call, outer: Context, depth: int) -> Context:
        """What a function of the program returns: the scope that it opened."""
        same = [
            each
            for each in self.module.tree.body
            if isinstance(each, ast.FunctionDef) and isinstance(call.func, ast.Name) and each.name == call.func.id
        ]
        if depth > _DEPTH or len(same) != 1 or same[0].args.vararg or same[0].args.kwarg:
            raise Unclear
        self.calls(same[0])
        self.makers.append(same[0])
        return self._returned(same[0], self._arguments(same[0], call), outer, depth)

    def _arguments(self, function: ast.FunctionDef, call: ast.Call) -> dict[str, Carried]:
        spec = function.args
        names = [each.arg for each in (*spec.args, *spec.kwonlyargs)]
        defaults = dict(zip(reversed([each.arg for each in spec.args]), reversed(spec.defaults), strict=False))
        defaults |= {each.arg: it for each, it in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if it is not None}
        given = dict(zip(names[: len(spec.args)], call.args, strict=False))
        given |= {each.arg: each.value for each in call.keywords if each.arg is not None}
        if len(call.args) > len(spec.args) or any(each.arg not in names for each in call.keywords) or spec.posonlyargs:
            raise Unclear
        found = {name: carried(self.module, {**defaults, **given}[name], {}) for name in {**defaults, **given}}
        if None in found.values() or set(found) != set(names):
            raise Unclear
        return {name: each for name, each in found.items() if each is not None}

    def _returned(self, function: ast.FunctionDef, known: dict[str, Carried], outer: Context, depth: int) -> Context:
        body, scopes = list(function.body), dict[str, Context]()
        if body and body[0] is docstring_of(function):
            body = body[1:]
        while body:
            match body.pop(0):
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if name not in known:
                    one = carried(self.module, value, known)
                    if one is None:
                        raise Unclear
                    known[name] = one
                case ast.With(items=items, body=inner) if not body:
                    for each in items:
                        if not is_arg_scope(self.module, each.context_expr):
                            raise Unclear
                        outer = self.opened(each.context_expr, outer, known, depth)
                        if isinstance(each.optional_vars, ast.Name):
                            scopes[each.optional_vars.id] = outer
                    body = list(inner)
                case ast.Return(value=ast.Name(id=name)) if name in scopes:
                    return scopes[name]
                case _:
                    raise Unclear
        raise Unclear


def _with(outer: Context, functions: Iterable[str | None], given: Mapping[str | None, Carried | None]) -> Context:
    context = {name: dict(each) for name, each in outer.items()}
    for function in functions:
        if function is None:
            raise Unclear
        for name, one in given.items():
            if name is None or one is None:
                raise Unclear
            context.setdefault(function, {})[name] = one
    return context


def _within(context: Context, reached: set[str]) -> Context:
    return {name: each for name, each in context.items() if name in reached or name == BATCH_NORM}
