"""The scopes of a module and what each binds its names to, read in one pass over the tree without recursion."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class Imported:
    """Bound by an import to a dotted name; a relative one begins with its dots."""

    dotted: str


@dataclass(frozen=True, eq=False)
class Alias:
    """Bound by `name = a.b.c`."""

    value: ast.expr


@dataclass(frozen=True)
class Other:
    """Bound to something that is not an import or an alias: a parameter, a result, a loop variable."""


@dataclass(frozen=True)
class Absent:
    """Bound to None, as in `except ImportError: tf = None`: whoever uses the name means its other binding."""


Binding = Imported | Alias | Other | Absent
_OTHER = Other()
_ABSENT = Absent()


@dataclass(eq=False)
class Scope:
    """A module, class, function or comprehension. Complete, and not changed any more, once `read_scopes` is done.

    `denoted`: what its names were found to denote, so that it is looked up once.
    """

    parent: Scope | None
    is_class: bool = False
    is_comprehension: bool = False
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    elsewhere: dict[str, Scope] = field(default_factory=dict)
    denoted: dict[str, str | None] = field(default_factory=dict)

    def owner(self, name: str) -> Scope | None:
        """The scope in which Python looks the name up: a class body is invisible from the functions inside of it."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.elsewhere:
                scope = scope.elsewhere[name]
            if name in scope.bindings and (scope is self or not scope.is_class):
                return scope
            scope = scope.parent
        return None


@dataclass(frozen=True, eq=False)
class Scopes:
    """`chains`: the longest attribute chains on a name, `words`: every identifier of the module; in reading order.

    `parts`: the name at the root of each chain of attributes, and these; `calls`: what is called -> its call.
    """

    top: Scope
    scope_of: Mapping[ast.Name, Scope]
    chains: tuple[ast.Name | ast.Attribute, ...]
    import_statements: tuple[ast.Import | ast.ImportFrom, ...]
    stars: tuple[ast.ImportFrom, ...]
    words: frozenset[str]
    calls: Mapping[ast.expr, ast.Call]
    parts: Mapping[ast.expr, tuple[ast.Name, tuple[str, ...]]]


def read_scopes(tree: ast.Module, handed_on: Mapping[str, str] = MappingProxyType({})) -> Scopes:
    """Read a whole module. `handed_on`: names of other modules, as they are imported here, with what they denote."""
    reader = _Reader(handed_on)
    reader.run(tree)
    statements = tuple(sorted(reader.imports, key=_position))
    return Scopes(
        top=reader.top,
        scope_of=reader.scope_of,
        chains=tuple(sorted(reader.chains, key=_position)),
        import_statements=statements,
        stars=tuple(each for each in statements if isinstance(each, ast.ImportFrom) and each.names[0].name == "*"),
        words=frozenset(reader.words),
        calls=reader.calls,
        parts=reader.parts,
    )


def _position(node: ast.expr | ast.stmt) -> tuple[int, int]:
    return node.lineno, node.col_offset


class _Reader:
    """Walks with a stack of its own, so that deeply nested source cannot exhaust Python's."""

    def __init__(self, handed_on: Mapping[str, str]) -> None:
        self.handed_on = handed_on
        self.top = Scope(None)
        self.scope_of: dict[ast.Name, Scope] = {}
        self.chains: list[ast.Name | ast.Attribute] = []
        self.imports: list[ast.Import | ast.ImportFrom] = []
        self.words: set[str] = set()
        self.calls: dict[ast.expr, ast.Call] = {}
        self.parts: dict[ast.expr, tuple[ast.Name, tuple[str, ...]]] = {}
        self.stack: list[tuple[ast.AST, Scope]] = []
        self.late: list[tuple[str, Binding, Scope]] = []
        self.handlers: Mapping[type[ast.AST], Callable[[ast.AST, Scope], None]] = self._handlers()

    def run(self, tree: ast.Module) -> None:
        self._push(tree.body, self.top)
        while self.stack:
            node, scope = self.stack.pop()
            self.handlers.get(type(node), self._children)(node, scope)
        for name, binding, scope in sorted(self.late, key=lambda item: item[0] in item[2].elsewhere):
            outer = scope.elsewhere.get(name)
            owner = scope if outer is None else outer.owner(name) or outer
            owner.bindings.setdefault(name, []).append(binding)

    def _handlers(self) -> Mapping[type[ast.AST], Callable[[ast.AST, Scope], None]]:
        def typed(handler: object) -> Callable[[ast.AST, Scope], None]:
            assert callable(handler)
            return handler

        table: dict[type[ast.AST], object] = {
            ast.Name: self._name,
            ast.Attribute: self._attribute,
            ast.Call: self._call,
            ast.Import: self._import,
            ast.ImportFrom: self._import_from,
            ast.Assign: self._assign,
            ast.AnnAssign: self._annotated,
            ast.ClassDef: self._class,
            ast.Lambda: self._lambda,
            ast.Global: self._global,
            ast.Nonlocal: self._nonlocal,
            ast.ExceptHandler: self._except,
            ast.NamedExpr: self._walrus,
            ast.MatchAs: self._pattern,
            ast.MatchStar: self._pattern,
            ast.MatchMapping: self._match_mapping,
        }
        table |= dict.fromkeys(_FUNCTIONS, self._function) | dict.fromkeys(_COMPREHENSIONS, self._comprehension)
        return {kind: typed(handler) for kind, handler in table.items()}

    def _push(self, nodes: Iterable[ast.AST], scope: Scope) -> None:
        self.stack += ((node, scope) for node in nodes)

    def _children(self, node: ast.AST, scope: Scope) -> None:
        values, stack = node.__dict__, self.stack
        for name in node._fields:
            value = values.get(name)
            if type(value) is list:
                stack += [(item, scope) for item in value if isinstance(item, ast.AST)]
            elif isinstance(value, ast.AST) and value._fields and type(value) is not ast.Constant:
                stack.append((value, scope))

    def _call(self, node: ast.Call, scope: Scope) -> None:
        self.calls[node.func] = node
        self._children(node, scope)

    def _bind(self, name: str, binding: Binding, scope: Scope) -> None:
        self.words.add(name)
        self.late.append((name, binding, scope))

    def _name(self, node: ast.Name, scope: Scope) -> None:
        self._root(node, scope)
        self.chains.append(node)
        if not isinstance(node.ctx, ast.Load):
            self._bind(node.id, _OTHER, scope)

    def _root(self, node: ast.Name, scope: Scope) -> None:
        self.words.add(node.id)
        self.scope_of[node] = scope

    def _attribute(self, node: ast.Attribute, scope: Scope) -> None:
        root: ast.expr = node
        attributes: list[str] = []
        while isinstance(root, ast.Attribute):
            attributes.append(root.attr)
            root = root.value
        if isinstance(root, ast.Name):
            self._root(root, scope)
            self.chains.append(node)
            self.parts[node] = (root, tuple(reversed(attributes)))
        else:
            self.stack.append((root, scope))

    def _import(self, node: ast.Import, scope: Scope) -> None:
        self.imports.append(node)
        for alias in node.names:
            root = alias.name.split(".")[0]
            self._bind(alias.asname or root, Imported(alias.name if alias.asname else root), scope)

    def _import_from(self, node: ast.ImportFrom, scope: Scope) -> None:
        self.imports.append(node)
        dots, module = "." * node.level, node.module or ""
        prefix = f"{dots}{module}." if module else dots
        for alias in node.names:
            if alias.name == "*":
                self._star(prefix)
            else:
                dotted = f"{prefix}{alias.name}"
                self._bind(alias.asname or alias.name, Imported(self.handed_on.get(dotted, dotted)), scope)

    def _star(self, prefix: str) -> None:
        for name, dotted in self.handed_on.items():
            short = name.removeprefix(prefix)
            if short != name and "." not in short and not short.startswith("_"):
                self._bind(short, Imported(dotted), self.top)

    def _assign(self, node: ast.Assign, scope: Scope) -> None:
        self.stack.append((node.value, scope))
        for target in node.targets:
            self._bind_target(target, node.value, scope)

    def _annotated(self, node: ast.AnnAssign, scope: Scope) -> None:
        self.stack.append((node.annotation, scope))
        if node.value is not None:
            self.stack.append((node.value, scope))
        self._bind_target(node.target, node.value, scope)

    def _bind_target(self, target: ast.expr, value: ast.expr | None, scope: Scope) -> None:
        alias = isinstance(value, ast.Name | ast.Attribute)
        absent = isinstance(value, ast.Constant) and value.value is None
        if isinstance(target, ast.Name) and value is not None and (alias or absent):
            self._root(target, scope)
            self.chains.append(target)
            self._bind(target.id, Alias(value) if alias else _ABSENT, scope)
        else:
            self.stack.append((target, scope))

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> None:
        self._bind(node.name, _OTHER, scope)
        self._push(node.decorator_list, scope)
        if node.returns is not None:
            self.stack.append((node.returns, scope))
        self._push(node.body, self._parameters(node.args, scope))

    def _lambda(self, node: ast.Lambda, scope: Scope) -> None:
        self.stack.append((node.body, self._parameters(node.args, scope)))

    def _parameters(self, arguments: ast.arguments, scope: Scope) -> Scope:
        inner = Scope(scope)
        self._push(arguments.defaults, scope)
        self._push((default for default in arguments.kw_defaults if default is not None), scope)
        rest = [each for each in (arguments.vararg, arguments.kwarg) if each is not None]
        for parameter in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *rest):
            self._bind(parameter.arg, _OTHER, inner)
            if parameter.annotation is not None:
                self.stack.append((parameter.annotation, scope))
        return inner

    def _class(self, node: ast.ClassDef, scope: Scope) -> None:
        self._bind(node.name, _OTHER, scope)
        self._push((*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)), scope)
        self._push(node.body, Scope(scope, is_class=True))

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp, scope: Scope) -> None:
        inner = Scope(scope, is_comprehension=True)
        first, *_ = node.generators
        self.stack.append((first.iter, scope))
        results = (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
        self._push(results, inner)
        for generator in node.generators:
            self._push((generator.target, *generator.ifs), inner)
            if generator is not first:
                self.stack.append((generator.iter, inner))

    def _walrus(self, node: ast.NamedExpr, scope: Scope) -> None:
        self.stack.append((node.value, scope))
        while scope.is_comprehension and scope.parent is not None:
            scope = scope.parent
        self._name(node.target, scope)

    def _global(self, node: ast.Global, scope: Scope) -> None:
        scope.elsewhere |= dict.fromkeys(node.names, self.top)

    def _nonlocal(self, node: ast.Nonlocal, scope: Scope) -> None:
        """The names are looked up outwards; what is bound here counts as bound there."""
        outer = scope.parent
        while outer is not None and (outer.is_class or outer.is_comprehension):
            outer = outer.parent
        if outer is not None:
            scope.elsewhere |= dict.fromkeys(node.names, outer)

    def _except(self, node: ast.ExceptHandler, scope: Scope) -> None:
        if node.name is not None:
            self._bind(node.name, _OTHER, scope)
        self._children(node, scope)

    def _pattern(self, node: ast.MatchAs | ast.MatchStar, scope: Scope) -> None:
        if node.name is not None:
            self._bind(node.name, _OTHER, scope)
        self._children(node, scope)

    def _match_mapping(self, node: ast.MatchMapping, scope: Scope) -> None:
        if node.rest is not None:
            self._bind(node.rest, _OTHER, scope)
        self._children(node, scope)
