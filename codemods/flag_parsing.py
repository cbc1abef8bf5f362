"""Where a program without tf.app.run parses its command line: TensorFlow 1 did it when a flag was first read.

What is decided here is decided on the old modules; the line `FLAGS(sys.argv)` goes into the native text of the entry.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from codemods.analysis.bindings import Imported
from codemods.analysis.flag_names import flag_uses, is_flag_name, runner_calls
from codemods.analysis.main_guard import is_main
from codemods.analysis.names import Import, Names, canonical
from codemods.api import reserved
from codemods.native import TRANSLATE, NativeModule
from codemods.obstacles import obstacle
from codemods.program_map import Closure, candidates
from codemods.rule import Finding, Safety
from codemods.rules.names.absl_flags import RULE
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten, text_of
from codemods.source.statements import insert_after, insert_before, stands_alone
from codemods.source.tree import parents
from codemods.source.walk import walk

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_PLAIN_READERS = frozenset({"print", "str", "repr", "hasattr", "getattr"})
Modules = Mapping[str, Module]


class _Unclear(Exception):
    """What makes it uncertain when flags are parsed."""

    def __init__(self, module: Module, node: ast.expr | ast.stmt, reason: str) -> None:
        super().__init__(reason)
        self.found = obstacle("flags", module.place(node), ast.unparse(node).splitlines()[0][:60], reason)


def with_parsed_flags(
    component: Sequence[Closure], modules: Modules, made: Mapping[str, NativeModule]
) -> dict[str, NativeModule]:
    """The native modules, each entry with a line that parses its flags where it needs one."""
    found = dict(made)
    for closure in component:
        users = {path for path in closure.modules if flag_uses(modules[path])}
        if not users:
            continue
        try:
            needed = _needed(closure, modules, users)
            if needed and any(closure.entry in other.modules for other in component if other is not closure):
                raise _Unclear(modules[closure.entry], needed, "another program imports this one")
        except _Unclear as unclear:
            found[closure.entry] = NativeModule(obstacles=(unclear.found,))
            continue
        if needed and not found[closure.entry].obstacles:
            found[closure.entry] = _parsed(modules[closure.entry], found[closure.entry], _definers(modules, users))
    return found


def _needed(closure: Closure, modules: Modules, users: set[str]) -> ast.stmt | None:
    """The statement of the entry below which flags are to be parsed; None: something parses them in time."""
    entry = modules[closure.entry]
    for path in sorted(users - {closure.entry}):
        _check_library(modules[path], _own(modules[path], closure))
    own = _own(entry, closure)
    foreign = _foreign(closure, modules, users)
    early = [node for each in entry.tree.body for node in _immediate(each) if _may_read(entry, node, own, foreign)]
    if not early and runner_calls(entry):
        return None
    reads = [use for path in users for use in flag_uses(modules[path]) if use.rest.startswith("FLAGS.")]
    if not reads and not foreign:
        return None
    for path in sorted(users):
        _check_uses(modules[path])
    for path in closure.modules:
        _check_foreign(modules[path], foreign)
    _check_entry(entry)
    return _anchor(entry, _definers(modules, users), own, foreign)


def _own(module: Module, closure: Closure) -> frozenset[str]:
    """The names of a module that stand for functions and classes of the program."""
    defined = {each.name for each in module.tree.body if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    for statement in Names.of(module).import_statements:
        if _files(module.path, statement, closure.modules):
            defined |= {each.asname or each.name.split(".")[0] for each in statement.names}
    return frozenset(defined)


def _files(path: str, statement: ast.Import | ast.ImportFrom, files: Container[str]) -> set[str]:
    """The files among these that an import may mean."""
    named = tuple(each.name for each in statement.names)
    if isinstance(statement, ast.ImportFrom):
        meant = [Import(statement.level, statement.module or "", named)]
    else:
        meant = [Import(0, each, ()) for each in named]
    return {file for each in meant for file in candidates(path, each) if file in files}


def _foreign(closure: Closure, modules: Modules, users: set[str]) -> frozenset[str]:
    """Names under which modules may have taken the flags of another module."""
    named = {each.id for path in users for each in _stores(modules[path])}
    imports = ((path, each) for path in closure.modules for each in Names.of(modules[path]).import_statements)
    return frozenset(named if any(_files(path, each, users) for path, each in imports) else ())


def _stores(module: Module) -> Iterator[ast.Name]:
    """Where a module-level name is bound to the object that holds all flags."""
    names = Names.of(module)
    for name, scope in names.scopes.scope_of.items():
        if isinstance(name.ctx, ast.Store) and scope is names.scopes.top:
            denoted = names.dotted_of(name) or ""
            if denoted == "absl.flags.FLAGS" or (is_flag_name(canonical(denoted) or "") and denoted.endswith(".FLAGS")):
                yield name


def _immediate(statement: ast.AST) -> Iterator[ast.AST]:
    """What runs when the module runs: not the bodies of functions."""
    stack = [statement]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, _FUNCTIONS):
            stack += [*getattr(node, "decorator_list", ()), *node.args.defaults, *filter(None, node.args.kw_defaults)]
        else:
            stack += ast.iter_child_nodes(node)


def _may_read(module: Module, node: ast.AST, own: frozenset[str], foreign: frozenset[str]) -> bool:
    """Whether a flag may be read: here, or in a function of the program that is called here."""
    names = Names.of(module)
    if isinstance(node, ast.Attribute):
        if isinstance(node.value, ast.Name | ast.Attribute) and _last(node.value) in foreign:
            return True
        return any(use.node is node and use.rest.startswith("FLAGS.") for use in flag_uses(module))
    if isinstance(node, ast.Call):
        root = names.root_of(node.func)
        return root is not None and root.id in own
    return False


def _last(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def _check_library(module: Module, own: frozenset[str]) -> None:
    """An imported module reads no flag while it is imported, and defines all of its own then."""
    for statement in module.tree.body:
        if is_main(statement):
            continue
        for node in _immediate(statement):
            if isinstance(node, ast.expr) and _may_read(module, node, own, frozenset()):
                raise _Unclear(module, node, "it may read a flag while the module is imported")


def _definers(modules: Modules, users: set[str]) -> frozenset[str]:
    """The modules that define flags."""
    return frozenset(path for path in users if any(use.rest.startswith("DEFINE") for use in flag_uses(modules[path])))


def _check_uses(module: Module) -> None:
    """Flags are read by their names alone, and defined by statements of the module itself."""
    above = parents(module)
    names = Names.of(module)
    for use in flag_uses(module):
        node, up = use.node, above.get(use.node)
        if use.rest.startswith("DEFINE"):
            call = names.scopes.calls.get(node)
            if call is None or above.get(above.get(call, call)) is not module.tree:
                raise _Unclear(module, node, "a flag is defined elsewhere than in the body of a module")
        elif use.rest.startswith("FLAGS."):
            if not isinstance(node.ctx, ast.Load) or _is_odd(use.rest.split(".")[1]):
                raise _Unclear(module, node, "it is not only the value of a flag that is read")
        elif use.rest == "FLAGS" and not _is_handed_over(names, node, up):
            raise _Unclear(module, node, "it is not only the value of a flag that is read")


def _check_foreign(module: Module, foreign: frozenset[str]) -> None:
    """Flags of another module, and the command line, are not changed."""
    above = parents(module)
    for node in walk(module.tree):
        if not isinstance(node, ast.Attribute):
            continue
        up, inner = above.get(node), node.value
        stored = not isinstance(node.ctx, ast.Load)
        if node.attr == "argv" and (stored or isinstance(up, ast.Attribute) or _is_stored(up)):
            raise _Unclear(module, node, "the command line is changed")
        if isinstance(inner, ast.Name | ast.Attribute) and _last(inner) in foreign and (stored or _is_odd(node.attr)):
            raise _Unclear(module, node, "it is not only the value of a flag that is read")


def _check_entry(entry: Module) -> None:
    bound = Names.of(entry).scopes.top.bindings.get("sys", [])
    if entry.script is not None:
        raise _Unclear(entry, entry.tree.body[0], "a notebook has no command line of its own")
    if any(not isinstance(each, Imported) or each.dotted != "sys" for each in bound):
        raise _Unclear(entry, entry.tree.body[0], "`sys` is another name here")
    if not flag_uses(entry):
        raise _Unclear(entry, entry.tree.body[0], "only modules that it imports define flags")


def _is_odd(name: str) -> bool:
    """Whether an attribute of FLAGS is not a flag."""
    return name.startswith("_") or reserved.is_member_of_flags(name)


def _is_stored(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load)


def _is_handed_over(names: Names, node: ast.expr, up: ast.AST | None) -> bool:
    if isinstance(up, ast.Assign | ast.Return | ast.keyword) or not isinstance(getattr(node, "ctx", None), ast.Load):
        return True
    if not isinstance(up, ast.Call) or node is up.func:
        return False
    called = up.func.id if isinstance(up.func, ast.Name) else ""
    return not hasattr(builtins, called) or called in _PLAIN_READERS


def _anchor(entry: Module, definers: frozenset[str], own: frozenset[str], foreign: frozenset[str]) -> ast.stmt:
    """The last statement of the entry that defines flags or brings a module that does."""
    names = Names.of(entry)
    imports = [each for each in names.import_statements if _files(entry.path, each, definers - {entry.path})]
    if any(each not in entry.tree.body for each in imports):
        raise _Unclear(entry, imports[0], "a module that defines flags is imported inside of a block")
    defining = [use.node.lineno for use in flag_uses(entry) if use.rest.startswith("DEFINE")]
    lines = [*(each.lineno for each in imports), *defining]
    if not lines:
        raise _Unclear(entry, entry.tree.body[0], "no module that the started one imports defines flags")
    index = max(index for index, each in enumerate(entry.tree.body) if each.lineno <= max(lines))
    for statement in entry.tree.body[: index + 1]:
        for node in _immediate(statement):
            if isinstance(node, ast.expr) and _may_read(entry, node, own, foreign):
                raise _Unclear(entry, node, "a flag may be read before all are defined")
    if not stands_alone(entry, entry.tree.body[index]):
        raise _Unclear(entry, entry.tree.body[index], "another statement stands on its line")
    return entry.tree.body[index]


def _parsed(old: Module, made: NativeModule, definers: frozenset[str]) -> NativeModule:
    """The native text of the entry with the line that parses."""
    data = tuple(made.texts.values())[-1]
    module = rewritten(old, text_of(old.path, data))
    body, last = module.tree.body, _last_definition(module, definers)
    flags = list(_stores(module))
    while last + 1 < len(body) and any(each in walk(body[last + 1]) for each in flags):
        last += 1
    known = [each.id for each in flags if each.lineno <= body[last].lineno]
    name = known[0] if known else f"{_absl(module)}.FLAGS"
    edits = [insert_after(module, body[last], [f"{name}(sys.argv)"])]
    first = next(each for each in body if isinstance(each, ast.Import | ast.ImportFrom) and not _is_future(each))
    if not _has_sys(body[: last + 1]):
        edits.append(insert_before(module, first, ["import sys"]))
    text = apply_edits(module.text, edits)
    message = "flags are parsed here; TensorFlow 1 did it when one was read"
    finding = Finding(RULE, old.place(old.tree.body[0]), message, Safety.SAFE, tuple(edits))
    return replace(made, texts={**made.texts, TRANSLATE: module.encode(text)}, findings=(*made.findings, finding))


def _last_definition(module: Module, definers: frozenset[str]) -> int:
    names = Names.of(module)
    found = 0
    for index, statement in enumerate(module.tree.body):
        if isinstance(statement, ast.Import | ast.ImportFrom):
            found = index if _files(module.path, statement, definers - {module.path}) else found
        elif isinstance(statement, ast.Expr | ast.Assign) and isinstance(statement.value, ast.Call):
            called = names.dotted_of(statement.value.func) or ""
            found = index if called.startswith("absl.flags.DEFINE") else found
    return found


def _absl(module: Module) -> str:
    top = Names.of(module).scopes.top.bindings.items()
    return next(name for name, found in top if any(getattr(each, "dotted", "") == "absl.flags" for each in found))


def _is_future(statement: ast.Import | ast.ImportFrom) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _has_sys(statements: Sequence[ast.stmt]) -> bool:
    imports = (each for each in statements if isinstance(each, ast.Import))
    return any(alias.name == "sys" and alias.asname is None for each in imports for alias in each.names)
