"""Names that may share what they hold, over a whole module and at any time; and names of which too little is known."""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.api import array_calls
from codemods.graph.program import GraphProgram
from codemods.plan.callees import Callees, binding_counts
from codemods.source.tree import parents
from codemods.source.walk import walk

UNKNOWN = "?"
_JOINING = (ast.Add, ast.Mult, ast.BitOr)  # of lists and dictionaries; of arrays they make new ones, as all others do
_HOLDING = (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Starred, ast.BoolOp, ast.ListComp, ast.SetComp, ast.DictComp,
            ast.GeneratorExp)  # fmt: skip
_READING = (ast.Slice, ast.JoinedStr, ast.FormattedValue, ast.Compare, ast.UnaryOp, ast.Assert, ast.Expr, ast.If,
            ast.While)  # fmt: skip
_PLACES = (ast.Attribute, ast.Subscript)
_OPEN = frozenset({"__dict__", "__array_interface__", "__getitem__"})
_EVERYTHING = frozenset({"exec", "eval", "execfile", "globals", "locals", "vars"})


@dataclass(frozen=True)
class Sharing:
    """`into`: name -> the names that may get what it holds; `made`: names of what may be computed from it, so that it
    has to be known, too; `lost`: names of what is changed, or handed to code that is not followed."""

    into: Mapping[str, frozenset[str]]
    made: Mapping[str, frozenset[str]]
    lost: frozenset[str]

    def stays(self, name: str) -> bool:
        """Whether what the name holds is known, and nothing in the module can change it."""
        before = _reversed(self.into)
        known = UNKNOWN not in _reached([name], before, _reversed(self.made))
        return known and not self.lost & _EVERYTHING and not _reached(_reached([name], before), self.into) & self.lost


@lru_cache(maxsize=8)
def sharing(program: GraphProgram, names: Names) -> Sharing:
    """Reads every name and every call of the module."""
    reader = _Reader(Callees(program, names), parents(names.module))
    return reader.read()


def _reached(start: Iterable[str], *steps: Mapping[str, Iterable[str]]) -> set[str]:
    found, todo = set(start), list(start)
    while todo:
        name = todo.pop()
        new = {each for some in steps for each in some.get(name, ())} - found
        found |= new
        todo += new
    return found


def _reversed(steps: Mapping[str, Iterable[str]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for first, others in steps.items():
        for each in others:
            found.setdefault(each, set()).add(first)
    return found


@dataclass
class _Reader:
    callees: Callees
    above: Mapping[ast.AST, ast.AST]
    into: dict[str, set[str]] = field(default_factory=dict)
    made: dict[str, set[str]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)

    def read(self) -> Sharing:
        settled = self.callees.settled
        for node in walk(self.callees.names.module.tree):
            match node:
                case ast.Name(id=name, ctx=ast.Load()) if name not in settled and not self.callees.is_library(node):
                    self._follow(name, node)
                case ast.Call() if self._is_unknown(node):
                    self._follow(UNKNOWN, node)
                case ast.Yield() | ast.YieldFrom() | ast.Await():
                    self._follow(UNKNOWN, node)
                case ast.AugAssign(target=ast.Name(id=name)) | ast.Name(id=name, ctx=ast.Del()):
                    self.lost.add(name)
                case _:
                    pass
        self.into[UNKNOWN] = self.into.get(UNKNOWN, set()) | not_understood(self.callees, self.above)
        into, made = ({name: frozenset(each) for name, each in one.items()} for one in (self.into, self.made))
        return Sharing(into, made, frozenset(self.lost))

    def _is_unknown(self, call: ast.Call) -> bool:
        """Whether the result may be known to code that is not followed; of methods their objects say that."""
        match call.func:
            case ast.Name(id=name) if name in self.callees.functions:
                return False
            case ast.Attribute():
                return False
            case _:
                return not self.callees.is_giving(call)

    def _follow(self, name: str, node: ast.expr) -> None:
        """Where the value of the expression goes, as a whole or in part."""
        flow = _Flow(self.callees, self.above, name, self.into, self.lost)
        flow.follow(node)
        for each in flow.computed:
            _Flow(self.callees, self.above, name, self.made, set()).follow(each)


def not_understood(callees: Callees, above: Mapping[ast.AST, ast.AST]) -> set[str]:
    """Names that may be bound in ways that are not followed: imported ones, parameters of what is called from afar."""
    understood: Counter[str] = Counter()
    read: set[str] = set()
    for node in walk(callees.names.module.tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                read.add(name)
            case ast.Assign(targets=targets) if not isinstance(above[node], ast.ClassDef):
                understood.update(name for each in targets for name in stored(each))
            case ast.For(target=target) | ast.comprehension(target=target) | ast.NamedExpr(target=target):
                understood.update(stored(target))
            case ast.AugAssign(target=target) | ast.AnnAssign(target=target, value=ast.expr()):
                understood.update(stored(target))
            case ast.FunctionDef(name=name) if callees.functions.get(name) is node:
                understood.update([name, *(each.arg for each in ast.walk(node.args) if isinstance(each, ast.arg))])
            case _:
                pass
    bound = binding_counts(callees.names)
    unbound = {name for name in read if bound[name] == 0 and not hasattr(builtins, name)}
    return unbound | {name for name in bound if bound[name] != understood[name]}


def stored(target: ast.expr) -> list[str]:
    """The names that a target binds."""
    return [each.id for each in walk(target) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]


@dataclass
class _Flow:
    """Where the values of one name go; `computed`: expressions that are made from them and share nothing."""

    callees: Callees
    above: Mapping[ast.AST, ast.AST]
    name: str
    into: dict[str, set[str]]
    lost: set[str]
    computed: list[ast.expr] = field(default_factory=list)

    def follow(self, node: ast.expr) -> None:
        todo: list[ast.expr] = [node]
        while todo:
            each = todo.pop()
            todo += self._next(each, self.above[each]) if each not in self.callees.fed else []

    def _next(self, each: ast.expr, around: ast.AST) -> list[ast.expr]:
        """The expression around that may hold the value of this one, or a part of it."""
        match around:
            case ast.Attribute() | ast.Subscript():
                return self._part(each, around)
            case ast.Call():
                return self._called(each, around) if around.func is each else self._given(each, around)
            case ast.keyword():
                call = self.above[around]
                return self._given(each, call) if isinstance(call, ast.Call) else self._lose()
            case ast.BinOp():
                return [around] if isinstance(around.op, _JOINING) and not _has_float(around) else []
            case ast.IfExp():
                return [around] if around.test is not each else []
            case ast.Tuple() | ast.List() if isinstance(self.above[around], ast.Assign):
                return self._paired(each, around)
            case ast.NamedExpr(target=target):
                return [*self._bind(target), around]
            case _ if isinstance(around, _HOLDING):
                assert isinstance(around, ast.expr)
                return [around]
            case _:
                return [] if isinstance(around, _READING) else self._bound(each, around)

    def _lose(self, *rest: ast.expr) -> list[ast.expr]:
        self.lost.add(self.name)
        return [*rest]

    def _bind(self, target: ast.expr) -> list[ast.expr]:
        plain = all(isinstance(each.ctx, ast.Load) for each in walk(target) if isinstance(each, _PLACES))
        self.into.setdefault(self.name, set()).update(stored(target))
        return [] if plain else self._lose()

    def _part(self, each: ast.expr, around: ast.Attribute | ast.Subscript) -> list[ast.expr]:
        if isinstance(around, ast.Subscript) and around.slice is each:
            return []
        if not isinstance(around.ctx, ast.Load):
            return self._lose()
        call = self.above[around]
        if isinstance(around, ast.Subscript):
            return [around]
        if isinstance(call, ast.Call) and call.func is around:
            return self._method(call)
        if array_calls.tells_nothing(around.attr):
            self.computed.append(around)
            return []
        return [around] if around.attr not in _OPEN else self._lose()

    def _method(self, call: ast.Call) -> list[ast.expr]:
        if self.callees.is_giving(call):
            return []
        known = self.callees.method(call)
        if known is None:
            return self._lose(call)
        if not known.shared:
            self.computed.append(call)
        return [call] if known.shared else []

    def _called(self, each: ast.expr, call: ast.Call) -> list[ast.expr]:
        if isinstance(each, ast.Name) and each.id in self.callees.functions:
            return [call]
        return [] if self.callees.is_giving(call) else self._lose(call)

    def _given(self, each: ast.expr, call: ast.Call) -> list[ast.expr]:
        """What becomes of an argument."""
        position = call.args.index(each) if each in call.args else 0
        known = self.callees.reading(call)
        if known is not None and position < known.arrays:
            return self._zipped(position, call) if known.shared else []
        match call.func:
            case ast.Attribute(value=ast.Constant() | ast.JoinedStr()):
                return []
            case ast.Name(id=name) if name in self.callees.functions:
                return self._passed(each, call, self.callees.functions[name])
            case _:
                return self._lose(call)

    def _zipped(self, position: int, call: ast.Call) -> list[ast.expr]:
        """`for a, b in zip(c, d)`: each gets its own."""
        match self.above[call]:
            case ast.For(target=ast.Tuple(elts=targets)) | ast.comprehension(target=ast.Tuple(elts=targets)):
                plain = len(targets) == len(call.args) and not any(isinstance(one, ast.Starred) for one in targets)
                if plain and self.callees.dotted(call) == "builtins.zip":
                    return self._bind(targets[position])
            case _:
                pass
        return [call]

    def _passed(self, each: ast.expr, call: ast.Call, function: ast.FunctionDef) -> list[ast.expr]:
        positional = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
        names = {one.value: one.arg for one in call.keywords} | dict(zip(call.args, positional, strict=False))
        name = names.get(each)
        if name is None or any(isinstance(one, ast.Starred) for one in call.args):
            return self._lose(call)
        self.into.setdefault(self.name, set()).add(name)
        return []

    def _paired(self, each: ast.expr, around: ast.Tuple | ast.List) -> list[ast.expr]:
        """`a, b = c, d` binds one by one."""
        statement = self.above[around]
        assert isinstance(statement, ast.Assign)
        for target in statement.targets:
            match target:
                case ast.Tuple(elts=targets) | ast.List(elts=targets):
                    starred = any(isinstance(one, ast.Starred) for one in (*targets, *around.elts))
                    same = not starred and len(targets) == len(around.elts)
                    self._bind(targets[around.elts.index(each)] if same else target)
                case _:
                    self._bind(target)
        return []

    def _bound(self, each: ast.expr, around: ast.AST) -> list[ast.expr]:
        """What a statement does with a value."""
        match around:
            case ast.Assign(targets=targets) if not isinstance(self.above[around], ast.ClassDef):
                return [one for target in targets for one in self._bind(target)]
            case ast.AnnAssign(target=target, value=value):
                return self._bind(target) if value is each else []
            case ast.AugAssign(target=target, op=op):
                return self._bind(target) if isinstance(op, _JOINING) else []
            case ast.For(target=target, iter=iterated) | ast.comprehension(target=target, iter=iterated):
                return self._bind(self._counted(target, iterated)) if iterated is each else []
            case ast.Return():
                return self._returned(around)
            case _:
                return self._lose()

    def _counted(self, target: ast.expr, iterated: ast.expr) -> ast.expr:
        """What gets the elements in `for number, element in enumerate(...)`."""
        match target, iterated:
            case ast.Tuple(elts=[_, element]), ast.Call() if self.callees.dotted(iterated) == "builtins.enumerate":
                return element
            case _:
                return target

    def _returned(self, statement: ast.stmt) -> list[ast.expr]:
        around = self.above[statement]
        while not isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef):
            around = self.above[around]
        if self.callees.functions.get(around.name) is not around:
            return self._lose()
        self.into.setdefault(self.name, set()).add(around.name)
        return []


def _has_float(node: ast.BinOp) -> bool:
    """Whether lists cannot be meant, so that the result is a new array or a number."""
    return any(isinstance(each, ast.Constant) and isinstance(each.value, float) for each in (node.left, node.right))
