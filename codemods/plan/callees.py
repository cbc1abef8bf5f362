"""What the calls of a module do with the arrays that they are given: nothing, hand them on, or something unknown."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from codemods.analysis.names import Names
from codemods.api import array_calls, table
from codemods.api.array_calls import Reading
from codemods.api.table import Stage
from codemods.graph.program import GraphProgram
from codemods.source.tree import parents
from codemods.source.walk import walk

_TENSORS = frozenset({Stage.TENSOR, Stage.RANDOM, Stage.INPUT, Stage.STATE})
_NOTHING = Reading(99, shared=False)
_DEPTH = 5


@dataclass(frozen=True, eq=False)
class Callees:
    """The functions that a module calls."""

    program: GraphProgram
    names: Names

    @cached_property
    def functions(self) -> Mapping[str, ast.FunctionDef]:
        """The functions of the module that are called by their names, and nothing else is done with these."""
        tree = self.names.module.tree
        above = parents(self.names.module)
        found: dict[str, list[ast.FunctionDef]] = {}
        others: set[str] = set()
        for node in walk(tree):
            if isinstance(node, ast.FunctionDef):
                plain = not isinstance(above[node], ast.ClassDef) and not _is_special(node)
                found.setdefault(node.name, []).extend([node] * (1 if plain else 2))
            elif isinstance(node, ast.Name) and not _is_called(above, node):
                others.add(node.id)
        return {name: each[0] for name, each in found.items() if len(each) == 1 and name not in others}

    @cached_property
    def _runs(self) -> frozenset[ast.Call]:
        return frozenset(run.call for run in self.program.runs)

    @cached_property
    def fed(self) -> frozenset[ast.expr]:
        """What runs of the graph are fed: they keep nothing of it."""
        return frozenset(feed.value for run in self.program.runs for feed in run.feeds)

    @cached_property
    def settled(self) -> frozenset[str]:
        """Names that are only ever bound to literals that cannot change."""
        bound: Counter[str] = Counter()
        for node in walk(self.names.module.tree):
            if isinstance(node, ast.Assign):
                bound.update(name for target in node.targets for name in _literal(target, node.value))
        counts = binding_counts(self.names)
        return frozenset(name for name, count in bound.items() if counts[name] == count)

    def is_library(self, name: ast.Name) -> bool:
        """Whether the name is a well-known module, or of one."""
        dotted = self.names.dotted_of(name)
        return dotted is not None and (dotted.partition(".")[0] == "tensorflow" or array_calls.is_giving(dotted))

    def reading(self, call: ast.Call) -> Reading | None:
        """What is known of a call: how many arguments it only reads, and whether its result shares what they hold."""
        if call in self._runs:
            return _NOTHING
        if not _is_plain(call):
            return None
        api = self.names.api_of(call.func)
        if api is not None:
            return _NOTHING if table.stage(api) in _TENSORS else None
        dotted = self.dotted(call)
        known = array_calls.function(dotted) if dotted is not None else None
        return known if dotted is not None and len(call.args) <= array_calls.most_positional(dotted) else None

    def only_reads(self, call: ast.Call, argument: ast.expr) -> bool:
        """Whether a call leaves this one of its arguments by position as it is, or it is nothing that can change."""
        known = self.reading(call)
        read = known is not None and call.args.index(argument) < known.arrays
        return read or all(self._is_fixed(each) for each in walk(argument))

    def _is_fixed(self, node: ast.AST) -> bool:
        """Whether it is a literal that cannot change, or a part of one."""
        if isinstance(node, ast.Name):
            return node.id in self.settled
        return isinstance(node, ast.Constant | ast.Tuple | ast.UnaryOp | ast.unaryop | ast.expr_context)

    def method(self, call: ast.Call) -> Reading | None:
        """What is known of a method of an object that may be an array."""
        assert isinstance(call.func, ast.Attribute)
        known = array_calls.method(call.func.attr) if _is_plain(call) else None
        return known if len(call.args) <= array_calls.most_positional(call.func.attr) else None

    def is_giving(self, call: ast.Call) -> bool:
        """Whether nothing else can change what the call returns, except through what it was given."""
        dotted = self.dotted(call)
        known = dotted is not None and (array_calls.function(dotted) is not None or array_calls.is_giving(dotted))
        return known or call in self._runs or self.names.api_of(call.func) is not None

    def dotted(self, call: ast.Call, depth: int = _DEPTH) -> str | None:
        """The function that is called, as an import would write it; a method of a known object as one of its module."""
        function = call.func
        dotted = self.names.function_of(function)
        if dotted is not None or not isinstance(function, ast.Attribute) or depth == 0:
            return dotted
        match function.value:
            case ast.Name(id=name):
                made = self._made.get(name)
            case ast.Call() as made:
                pass
            case _:
                made = None
        maker = self.dotted(made, depth - 1) if made is not None else None
        module = array_calls.module_of(maker) if maker is not None else None
        return f"{module}.{function.attr}" if module is not None else None

    @cached_property
    def _made(self) -> Mapping[str, ast.Call]:
        """Names that are bound once, to what a call returns or to a part of it."""
        found: dict[str, ast.Call] = {}
        for node in walk(self.names.module.tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                found |= {name: node.value for target in node.targets for name in _bound(target)}
        return {name: call for name, call in found.items() if binding_counts(self.names)[name] == 1}


@lru_cache(maxsize=8)
def binding_counts(names: Names) -> Counter[str]:
    """How often each name is bound in the whole module, in any scope and in any way."""
    scopes = {id(each): each for each in (names.scopes.top, *names.scopes.scope_of.values())}
    return Counter(name for each in scopes.values() for name, bound in each.bindings.items() for _ in bound)


def _bound(target: ast.expr) -> Iterator[str]:
    elements: Sequence[ast.expr] = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
    yield from (each.id for each in elements if isinstance(each, ast.Name))


def _literal(target: ast.expr, value: ast.expr) -> Iterator[str]:
    match target, value:
        case ast.Tuple(elts=targets), ast.Tuple(elts=values):
            pairs = zip(targets, values, strict=False) if len(targets) == len(values) else ()
            yield from (name for one, each in pairs for name in _literal(one, each))
        case ast.Name(id=name), ast.Constant():
            yield name
        case _:
            return


def _is_plain(call: ast.Call) -> bool:
    """Whether the arguments stand there one by one, none of which says what to write to."""
    starred = any(isinstance(each, ast.Starred) for each in call.args)
    return not starred and not any(array_calls.shares_after_all(each.arg) for each in call.keywords)


def _is_special(function: ast.FunctionDef) -> bool:
    """Whether calling the function is more than running its body, or arguments come in other ways than one by one."""
    spec = function.args
    other = function.decorator_list or spec.vararg or spec.kwarg
    made = any(not isinstance(each, ast.Constant | None) for each in (*spec.defaults, *spec.kw_defaults))
    return bool(other) or made or any(isinstance(each, ast.Yield | ast.YieldFrom) for each in walk(function))


def _is_called(above: Mapping[ast.AST, ast.AST], name: ast.Name) -> bool:
    around = above[name]
    return isinstance(around, ast.Call) and around.func is name
