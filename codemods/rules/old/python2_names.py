"""What it does
    Replaces names that only Python 2 has: built-in ones (`xrange`, `unicode`, `raw_input`), modules (`cPickle`,
    `urllib2`, `Queue`) and methods (`iteritems`, `has_key`). In a file that was Python 2 by syntax, fissix also makes
    `map`, `zip`, `range` and `dict.items` give lists where a list matters.

Why
    The current TensorFlow runs on Python 3, where these names raise.

Example
    `for i in xrange(10):` becomes `for i in range(10):`; `import cPickle as pickle` becomes `import pickle`.

When it declines
    Where the module defines the name itself, takes it from six or a star import, tests the version of Python, or
    expects the name to be missing; and methods that a class of the tree defines.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codemods.analysis.names import Names
from codemods.api.libraries import BUILTIN, PYTHON_2
from codemods.rule import Edit, Finding, Safety
from codemods.rules.old.denoted import may_define, unresolved_builtins
from codemods.rules.old.guards import guarded_lines
from codemods.rules.old.removed_names import PYTHON_2_RULE
from codemods.rules.old.removed_names import check as check_names
from codemods.source.module import Module
from codemods.source.statements import remove_statements, stands_alone
from codemods.source.tree import parents
from codemods.source.walk import walk

RULE = PYTHON_2_RULE
VIEWS = {"iteritems": "items", "iterkeys": "keys", "itervalues": "values", "viewitems": "items", "viewkeys": "keys",
         "viewvalues": "values"}  # fmt: skip
METHODS = (*VIEWS, "has_key")
_GENERATORS = frozenset({"iter", "open", "enumerate", "zip", "map", "filter", "reversed"})
_SIGNS = (b".iter", b".view", b".has_key", b".next", b"def next", b"setdefaultencoding")


def check(module: Module, defined: Collection[str], only_2: bool = False) -> Iterator[Finding]:
    """Every such name. `defined`: methods of these names that classes of the tree define; `only_2`: the file was
    Python 2 by its syntax."""
    default = list(_default_encoding(module))
    lines = {node.place.line for node in default}
    yield from default
    yield from (finding for finding in check_names(module, PYTHON_2) if finding.place.line not in lines)
    for node in unresolved_builtins(module):
        message = (
            f"{node.id} is gone, unless a star import of this module defines it. Import it by name, or write it anew."
        )
        yield Finding(RULE, module.place(node), message, Safety.NOTE)
    if may_concern(module):
        yield from _methods(module, defined)
        yield from _iterators(module, only_2)


def may_concern(module: Module) -> bool:
    """Does a module mention a method that Python 3 lacks, or may a star import bring a name of Python 2?"""
    return any(sign in module.data for sign in _SIGNS) or any(may_define(star) for star in Names.of(module).stars)


def own_names(module: Module) -> frozenset[str]:
    """Every name that the module binds itself, in any scope, and what a star import may bring."""
    stars = {"range", "map", "zip", "filter"} if any(star.level for star in Names.of(module).stars) else set()
    bound = {node.id for node in Names.of(module).scopes.scope_of if not isinstance(node.ctx, ast.Load)}
    for node in walk(module.tree):
        match node:
            case ast.FunctionDef(name=word) | ast.ClassDef(name=word) | ast.arg(arg=word):
                bound.add(word)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                bound |= {alias.asname or alias.name.split(".")[0] for alias in names}
    return frozenset(bound | stars)


def _methods(module: Module, defined: Collection[str]) -> Iterator[Finding]:
    names, guarded = Names.of(module), guarded_lines(module)
    for call in parents(module):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.lineno in guarded:
            continue
        method, receiver = call.func.attr, call.func.value
        if method not in METHODS or call.keywords or names.dotted_of(receiver) is not None:
            continue
        if method in defined:
            message = f"A class of this repository defines {method}; whether this call means it is not known."
            yield Finding(RULE, module.place(call), message, Safety.NOTE)
        elif method in VIEWS and not call.args:
            yield _renamed(module, call.func, VIEWS[method])
        elif method == "has_key" and len(call.args) == 1 and not isinstance(call.args[0], ast.Starred):
            yield _membership(module, call, receiver, call.args[0])


def _renamed(module: Module, attribute: ast.Attribute, new: str) -> Finding:
    end = module.span(attribute)[1]
    edit = Edit(end - len(attribute.attr), end, new)
    return Finding(RULE, module.place(attribute), f".{attribute.attr} is now .{new}.", Safety.SAFE, (edit,))


def _membership(module: Module, call: ast.Call, receiver: ast.expr, key: ast.expr) -> Finding:
    above = parents(module).get(call)
    word, whole = "in", module.span(call)
    if isinstance(above, ast.UnaryOp) and isinstance(above.op, ast.Not):
        word, whole = "not in", module.span(above)
        above = parents(module).get(above)
    plain = isinstance(above, ast.If | ast.While | ast.Assert | ast.Return | ast.Assign | ast.BoolOp | ast.IfExp)
    left, right = _operand(module, key), _operand(module, receiver)
    text = f"{left} {word} {right}"
    edit = Edit(*whole, text if plain else f"({text})")
    return Finding(RULE, module.place(call), ".has_key is now the operator in.", Safety.SAFE, (edit,))


def _operand(module: Module, node: ast.expr) -> str:
    text = module.source(node)
    closed = isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.Constant | ast.List | ast.Dict)
    return text if closed or text.startswith("(") else f"({text})"


def _iterators(module: Module, only_2: bool) -> Iterator[Finding]:
    """`x.next()` where x is plainly an iterator of Python's own, and classes that iterate by a method `next`."""
    guarded = guarded_lines(module)
    generators = {each.name for each in walk(module.tree) if isinstance(each, ast.FunctionDef) and _yields(each)}
    for node in parents(module):
        if isinstance(node, ast.ClassDef) and node.lineno not in guarded:
            yield from _iterator_class(module, node)
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "next"
            and not (node.args or node.keywords or node.lineno in guarded)
        ):
            found = _next(module, node, node.func.value, generators)
            yield from (finding for finding in found if only_2 or finding.edits)


def _next(module: Module, call: ast.Call, receiver: ast.expr, generators: Collection[str]) -> Iterator[Finding]:
    plainly = isinstance(receiver, ast.GeneratorExp) or (
        isinstance(receiver, ast.Call)
        and isinstance(receiver.func, ast.Name)
        and receiver.func.id in (_GENERATORS | set(generators))
    )
    text = module.source(receiver)
    if plainly or (isinstance(receiver, ast.Name) and _always_iterator(module, receiver, generators)):
        edit = Edit(*module.span(call), f"next({text})")
        yield Finding(RULE, module.place(call), ".next() is now next().", Safety.SAFE, (edit,))
    elif isinstance(receiver, ast.Name | ast.Attribute) and "def next" not in module.text:
        message = f"Iterators have no method next in Python 3. If {text} is one, write next({text})."
        yield Finding(RULE, module.place(call), message, Safety.NOTE)


def _always_iterator(module: Module, name: ast.Name, generators: Collection[str]) -> bool:
    """Is every binding of this name in the module an assignment of a call that makes an iterator?"""
    stores = [each for each in parents(module) if isinstance(each, ast.Name) and each.id == name.id]
    stores = [each for each in stores if not isinstance(each.ctx, ast.Load)]
    taken = {each.arg for each in walk(module.tree) if isinstance(each, ast.arg)}
    assigned = [parents(module).get(each) for each in stores]
    return bool(stores) and name.id not in taken and all(_makes_iterator(each, generators) for each in assigned)


def _makes_iterator(statement: ast.AST | None, generators: Collection[str]) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name()], value=ast.Call(func=ast.Name(id=word))):
            return word in generators or word == "iter"
    return False


def _yields(function: ast.FunctionDef) -> bool:
    stack: list[ast.AST] = list(function.body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            stack.extend(ast.iter_child_nodes(node))
    return False


def _iterator_class(module: Module, node: ast.ClassDef) -> Iterator[Finding]:
    methods = {each.name: each for each in node.body if isinstance(each, ast.FunctionDef)}
    defined = {target.id for each in node.body if isinstance(each, ast.Assign) for target in _names(each.targets)}
    method = methods.get("next")
    if method is None or "__iter__" not in methods or "__next__" in {*methods, *defined}:
        return
    last = module.line(method.end_lineno or method.lineno)
    start = module.line_starts[(method.end_lineno or method.lineno) - 1] + len(last.rstrip("\r\n"))
    indent = module.line(method.lineno)[: module.column(method)]
    edit = Edit(start, start, f"{module.newline * 2}{indent}__next__ = next")
    yield Finding(RULE, module.place(method), "Python 3 iterates by the method __next__.", Safety.SAFE, (edit,))


def _names(targets: list[ast.expr]) -> list[ast.Name]:
    return [target for target in targets if isinstance(target, ast.Name)]


def _default_encoding(module: Module) -> Iterator[Finding]:
    """`reload(sys); sys.setdefaultencoding("utf-8")`: what Python 3 does anyway."""
    if "setdefaultencoding" not in module.text:
        return
    names, guarded = Names.of(module), guarded_lines(module)
    for holder in (module.tree.body, *(each.body for each in module.tree.body if isinstance(each, ast.If))):
        for statement in holder:
            if statement.lineno not in guarded and _sets_encoding(names, statement):
                yield _removed(module, names, statement, holder)


def _removed(module: Module, names: Names, statement: ast.stmt, holder: list[ast.stmt]) -> Finding:
    reloads = [each for each in holder if _reloads_sys(names, each) and each.lineno <= statement.lineno]
    gone = [*reloads[-1:], statement]
    message = "Text is UTF-8 by default; nothing needs to be set."
    if not all(stands_alone(module, each) for each in gone):
        return Finding(RULE, module.place(statement), "Remove this: text is UTF-8 by default.", Safety.NOTE)
    return Finding(RULE, module.place(gone[0]), message, Safety.SAFE, remove_statements(module, gone))


def _sets_encoding(names: Names, statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=func, args=[ast.Constant(value=str(word))])):
            return names.dotted_of(func) == "sys.setdefaultencoding" and word.lower().replace("-", "") == "utf8"
    return False


def _reloads_sys(names: Names, statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=func, args=[argument])):
            word = names.dotted_of(func) or (BUILTIN + func.id if isinstance(func, ast.Name) else "")
            return word in (f"{BUILTIN}reload", "imp.reload", "importlib.reload") and names.dotted_of(argument) == "sys"
    return False
