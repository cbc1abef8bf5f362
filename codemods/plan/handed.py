"""Values that are handed to code which is not followed: it may change them, at once or through what it returned."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from codemods.analysis.names import Names
from codemods.api import array_calls
from codemods.plan.callees import binding_counts
from codemods.plan.changes import held_names
from codemods.plan.changing_functions import ChangingFunctions, changing_functions
from codemods.source.walk import statements, walk

_DEPTH = 5
_APPLYING = frozenset({"builtins.map", "builtins.filter"})
_Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def handed(names: Names, nodes: Sequence[ast.AST]) -> Iterator[tuple[str, int]]:
    """The names of what calls among these nodes hand to code that is not followed, each with the line."""
    if not any(isinstance(each, ast.Call) for each in nodes):
        return
    unfollowed = _unfollowed(names)
    found = dict.fromkeys((*unfollowed.handed(nodes), *unfollowed.functions.changed(nodes)))
    yield from ((name, line) for name, line in found if not unfollowed.is_fixed(name))


@lru_cache(maxsize=8)
def _unfollowed(names: Names) -> _Unfollowed:
    return _Unfollowed(names)


@dataclass(frozen=True, eq=False)
class _Unfollowed:
    """What a module calls that is neither of its own nor of a well-known library."""

    names: Names

    @cached_property
    def functions(self) -> ChangingFunctions:
        """The functions of the module that hand on what they are given."""
        return changing_functions(self.names.module.tree, self.handed)

    @cached_property
    def _own(self) -> Mapping[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
        return {each.name: each for each in statements(self.names.module.tree) if isinstance(each, _DEFINED)}

    @cached_property
    def _values(self) -> Mapping[str, list[ast.expr]]:
        """Name -> what assignments bind it to, or take it from."""
        found: dict[str, list[ast.expr]] = {}
        for each in walk(self.names.module.tree):
            if isinstance(each, ast.Assign):
                for target in each.targets:
                    for name, value in _pairs(target, each.value):
                        found.setdefault(name, []).append(value)
        return found

    def handed(self, nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
        """What is given to calls that are not followed; and what their results may hold, where these are called."""
        for call in nodes:
            if not isinstance(call, ast.Call):
                continue
            yield from ((name, call.lineno) for name in (*self._kept(call.func), *self._written(call)))
            if self._is_unknown(call):
                given = (*call.args, *(each.value for each in call.keywords))
                held = (name for each in given for name in held_names(each) if not _tells_nothing(each))
                yield from ((name, call.lineno) for name in held)

    def _written(self, call: ast.Call) -> Iterator[str]:
        """The names of what a function of a library may write its result to."""
        dotted = self.names.function_of(call.func)
        for each in call.args[array_calls.written_by(dotted) :] if dotted is not None else ():
            yield from held_names(each)

    def _kept(self, function: ast.expr) -> Iterator[str]:
        """The names of what was given where the object was made whose method this is."""
        root = function
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        for value in self._values.get(root.id, ()) if isinstance(root, ast.Name) else ():
            if isinstance(value, ast.Call) and self._may_keep(value):
                yield from (name for each in value.args for name in held_names(each))
                yield from (name for each in value.keywords for name in held_names(each.value))

    def _may_keep(self, call: ast.Call) -> bool:
        """Whether what is made here may hold what it is made of."""
        own = self._own.get(call.func.id) if isinstance(call.func, ast.Name) else None
        partial = self.names.dotted_of(call.func) == "functools.partial"
        return partial or isinstance(own, ast.ClassDef) or self._is_unknown_function(call.func)

    def _is_unknown(self, call: ast.Call) -> bool:
        dotted = self.names.function_of(call.func) or ""
        if dotted in _APPLYING or dotted.startswith("functools."):
            return any(self._is_import(each) for each in call.args[:1])
        return self._is_unknown_function(call.func)

    def _is_import(self, node: ast.expr) -> bool:
        """Whether it is imported from elsewhere than a library."""
        dotted = self.names.dotted_of(node)
        return dotted is not None and not array_calls.is_library(dotted)

    def _is_unknown_function(self, function: ast.expr, depth: int = _DEPTH) -> bool:
        match function:
            case ast.Attribute(value=owner, attr=method):
                if self.names.dotted_of(function) is not None:
                    return self._is_import(function)
                return array_calls.method(method) is None and self._is_unknown_object(owner, depth)
            case ast.Name(id=name) if name in self._own:
                return self._is_special(self._own[name])
            case ast.Name(id=name):
                dotted = self.names.function_of(function)
                if dotted is not None and dotted.startswith("builtins."):
                    return not hasattr(builtins, name)
                values = self._values.get(name, [])
                made = not values or any(self._is_unknown_value(each, depth) for each in values)
                return self._is_import(function) if dotted is not None else made
            case _:
                return self._is_unknown_value(function, depth)

    def _is_unknown_value(self, value: ast.expr, depth: int) -> bool:
        """Whether calling the value may run code that is not followed."""
        match value:
            case ast.Lambda():
                return False
            case ast.Name() | ast.Attribute() if depth:
                return self._is_unknown_function(value, depth - 1)
            case ast.Call(func=maker, args=arguments):
                library = self.names.dotted_of(maker) is not None and not self._is_import(maker)
                return not library or any(self._is_import(each) for each in arguments)
            case ast.IfExp(body=body, orelse=other):
                return self._is_unknown_value(body, depth) or self._is_unknown_value(other, depth)
            case _:
                return True

    def _is_unknown_object(self, owner: ast.expr, depth: int) -> bool:
        """Whether the methods of an object are not followed."""
        match owner:
            case ast.Name(id=name) if name not in self._own and depth:
                values = self._values.get(name, ())
                return self._is_import(owner) or any(self._is_unknown_object(each, depth - 1) for each in values)
            case ast.Call(func=ast.Name(id=name)) if name in self._own:
                return isinstance(self._own[name], ast.ClassDef) and self._is_special(self._own[name])
            case ast.Call(func=maker):
                return self._is_unknown_function(maker, depth - 1) if depth else True
            case ast.Attribute(value=inner) | ast.Subscript(value=inner):
                return self._is_unknown_object(inner, depth)
            case _:
                return False

    def _is_special(self, defined: _Defined) -> bool:
        """Whether more belongs to it than its own body: what decorates it, or what it inherits from."""
        if isinstance(defined, ast.ClassDef) and any(self._is_unknown_base(each) for each in defined.bases):
            return True
        return any(
            self._is_import(each.func if isinstance(each, ast.Call) else each) for each in defined.decorator_list
        )

    def _is_unknown_base(self, base: ast.expr) -> bool:
        own = self._own.get(base.id) if isinstance(base, ast.Name) else None
        return self._is_special(own) if own is not None else self._is_import(base)

    def is_fixed(self, name: str) -> bool:
        """Whether what the name denotes cannot change."""
        if name not in self._fixed:
            self._fixed[name] = name in self._own or self._is_called(name) or self._is_plain_name(name, _DEPTH)
        return self._fixed[name]

    @cached_property
    def _fixed(self) -> dict[str, bool]:
        return {}

    def _is_called(self, name: str) -> bool:
        return name in self._callees and not self._values.get(name)

    @cached_property
    def _callees(self) -> frozenset[str]:
        calls = (each.func for each in walk(self.names.module.tree) if isinstance(each, ast.Call))
        return frozenset(each.id for each in calls if isinstance(each, ast.Name))

    def _is_plain_name(self, name: str, depth: int) -> bool:
        values = [value for value in self._values.get(name, ()) if depth]
        counted = [loop.iter for loop in self._loops if isinstance(loop.target, ast.Name) and loop.target.id == name]
        numbers = all(self._counts(each, depth) for each in counted)
        known = len(values) + len(counted) == binding_counts(self.names)[name] > 0
        return known and numbers and all(self._is_plain(each, depth - 1) for each in values)

    @cached_property
    def _loops(self) -> Sequence[ast.For | ast.comprehension]:
        return [each for each in walk(self.names.module.tree) if isinstance(each, ast.For | ast.comprehension)]

    def _is_plain(self, value: ast.expr, depth: int) -> bool:
        """Whether this makes something that cannot change: a number, a text, a symbol of a library."""
        match value:
            case ast.Constant() | ast.JoinedStr() | ast.Compare() | ast.Lambda():
                return True
            case ast.Name(id=name):
                return depth > 0 and self._is_plain_name(name, depth)
            case ast.UnaryOp(operand=inner) | ast.Subscript(value=inner):
                return self._is_plain(inner, depth)
            case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
                return self._is_plain(left, depth) and self._is_plain(right, depth)
            case ast.Tuple(elts=parts) | ast.BoolOp(values=parts):
                return all(self._is_plain(each, depth) for each in parts)
            case ast.Attribute(attr=attribute):
                dotted = self.names.dotted_of(value)
                symbol = dotted is not None and array_calls.is_library(dotted)
                return symbol or array_calls.tells_nothing(attribute) or self._is_parsed(value, depth)
            case ast.Call():
                return self._is_plain_call(value, depth)
            case _:
                return False

    def _is_parsed(self, value: ast.Attribute, depth: int) -> bool:
        """Whether this is an argument of the command line."""
        made = self._values.get(value.value.id, ()) if isinstance(value.value, ast.Name) else ()
        return bool(made) and all(isinstance(each, ast.Call) and self._is_plain_call(each, depth) for each in made)

    def _counts(self, value: ast.expr, depth: int) -> bool:
        """Whether a loop goes through numbers: `range(...)`, or a method of what cannot change."""
        if not isinstance(value, ast.Call):
            return False
        dotted = self.names.function_of(value.func)
        return dotted == "builtins.range" if dotted is not None else self._is_plain_call(value, depth)

    def _is_plain_call(self, value: ast.Call, depth: int) -> bool:
        """Whether a function is called that gives nothing which can change, or a method of what cannot change."""
        dotted = self.names.function_of(value.func)
        if dotted is not None:
            return array_calls.gives_fixed(dotted) and self._is_given_plain(value, dotted, depth)
        return isinstance(value.func, ast.Attribute) and self._is_plain(value.func.value, depth)

    def _is_given_plain(self, value: ast.Call, dotted: str, depth: int) -> bool:
        """Whether what a call may give back cannot change: `max(rows)` may be one of the rows."""
        if not array_calls.shares(dotted):
            return True
        given = [*value.args, *(each.value for each in value.keywords if each.arg != "key")]
        return all(self._holds_plain(each, depth) for each in given)

    def _holds_plain(self, given: ast.expr, depth: int) -> bool:
        """Whether it cannot change, or what it holds cannot."""
        match given:
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                return all(self._is_plain(each, depth) for each in parts)
            case ast.ListComp(elt=element) | ast.GeneratorExp(elt=element) | ast.SetComp(elt=element):
                return self._is_plain(element, depth)
            case _:
                return self._is_plain(given, depth)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """The names that an assignment binds, each with what it is bound to, or taken from."""
    match target, value:
        case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
            for one, each in zip(targets, values, strict=True):
                yield from _pairs(one, each)
        case _:
            stored = (each for each in walk(target) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store))
            yield from ((each.id, value) for each in stored)


def _tells_nothing(given: ast.expr) -> bool:
    return isinstance(given, ast.Attribute) and array_calls.tells_nothing(given.attr)
