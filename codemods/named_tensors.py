"""Tensors and operations that a program asks for by their names in the graph: `sess.run("loss:0")` is `sess.run(loss)`.

A name is certain where the texts that it is made of stand once in the module, so that nothing else can take it, and the
statement that makes the operation runs once.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from codemods.analysis.names import Names
from codemods.api.context import has_trait
from codemods.feed_uses import owner, scopes_that_bind
from codemods.graph.op_names import is_default
from codemods.graph.run_once import runs_once
from codemods.plan.names import bound_names, fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_statements
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_SCOPES = frozenset({"tf.variable_scope", "tf.name_scope"})
Scope = ast.Module | ast.FunctionDef


@dataclass(frozen=True)
class Made:
    """A statement that makes what has a name in the graph, under the name of Python that holds it, if any."""

    statement: ast.Assign | ast.Expr
    scope: Scope
    held: str


@dataclass(frozen=True)
class Asked:
    """A place where something is asked for by its name in the graph."""

    place: ast.expr
    name: str
    holder: ast.Assign | None = None  # the statement that does nothing else


@dataclass
class Naming:
    """What is to be written: `names` for new ones, `edits`, statements that go."""

    module: Module
    taken: set[str]
    given: dict[ast.stmt, str] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    gone: list[ast.stmt] = field(default_factory=list)


def with_tensors_named(module: Module) -> Module:
    """The module without what is asked for by its name in the graph, where it is certain what that is."""
    names = Names.of(module)
    asked = sorted(_asked(module, names), key=lambda each: (each.holder is None, each.place.lineno))
    if not asked or _has_foreign_operations(names):
        return module
    texts = _texts(module, {id(each) for one in asked for each in walk(one.place)})
    made = {} if texts is None else _made(module, names, texts)
    naming = Naming(module, bound_names(walk(module.tree)) | {each.id for each in names_in(module)})
    for each in asked:
        if each.name not in made or not _is_reached(module, made[each.name], each):
            return module
        _write(naming, made[each.name], each)
    text = apply_edits(module.text, [*naming.edits, *remove_statements(module, naming.gone)])
    return _without_graphs(rewritten(module, text))


def _has_foreign_operations(names: Names) -> bool:
    begins = {begin for _, api in names.apis() for begin in accumulate(api.split("."), "{}.{}".format)}
    return any(has_trait("foreign_operations", each) for each in begins)


def _asked(module: Module, names: Names) -> Iterator[Asked]:
    """Every place that names a tensor or an operation by a text."""
    sessions, graphs = _all_bound_to(module, names, "sessions"), _all_bound_to(module, names, "open_graphs")
    for call in (each for each in walk(module.tree) if isinstance(each, ast.Call)):
        match call:
            case ast.Call(func=ast.Attribute(value=of), args=[ast.Constant(value=str(name))], keywords=[]) if (
                _is_lookup(call.func, name) and _is_graph(names, of, graphs, sessions)
            ):
                yield Asked(call, name, _holder(module, call))
            case ast.Call(func=ast.Attribute(value=ast.Name(id=session), attr="run")) if session in sessions:
                given = dict(zip(("fetches", "feed_dict"), call.args, strict=False))
                given |= {each.arg: each.value for each in call.keywords if each.arg is not None}
                yield from _in_fetches(given.get("fetches"))
                fed = given.get("feed_dict")
                keys = fed.keys if isinstance(fed, ast.Dict) else []
                yield from (found for each in keys for found in _in_fetches(each))
            case _:
                pass


def _is_lookup(function: ast.expr, name: str) -> bool:
    """Whether a graph is asked for a tensor or an operation, each by the form of name that it has."""
    match function:
        case ast.Attribute(attr="get_tensor_by_name"):
            return name.endswith(":0")
        case ast.Attribute(attr="get_operation_by_name"):
            return ":" not in name
        case _:
            return False


def _is_graph(names: Names, node: ast.expr, graphs: set[str], sessions: set[str]) -> bool:
    match node:
        case ast.Call(func=made):
            return has_trait("open_graphs", names.api_of(made))
        case ast.Name(id=name):
            return name in graphs
        case ast.Attribute(value=ast.Name(id=name), attr="graph"):
            return name in sessions
        case _:
            return False


def _holder(module: Module, call: ast.Call) -> ast.Assign | None:
    """The assignment of what is looked up to a name."""
    above = parents(module).get(call)
    match above:
        case ast.Assign(targets=[ast.Name()]):
            return above
        case _:
            return None


def _in_fetches(node: ast.expr | None) -> Iterator[Asked]:
    match node:
        case ast.Constant(value=str(name)):
            yield Asked(node, name)
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Dict(values=parts):
            for each in parts:
                yield from _in_fetches(each)
        case _:
            pass


def _all_bound_to(module: Module, names: Names, trait: str) -> set[str]:
    """The names that are bound to what such calls give, and to nothing else."""
    bound = [each for each in names_in(module) if isinstance(each.ctx, ast.Store)]
    found = [_is_bound_to(module, names, each, trait) for each in bound]
    others = {each.id for each, made in zip(bound, found, strict=True) if not made}
    return {each.id for each, made in zip(bound, found, strict=True) if made} - others


def _is_bound_to(module: Module, names: Names, name: ast.Name, trait: str) -> bool:
    """Whether an assignment or a `with` gives the name the result of one of these calls."""
    if not isinstance(name.ctx, ast.Store):
        return False
    match parents(module).get(name):
        case ast.Assign(value=ast.Call(func=made)) | ast.withitem(context_expr=ast.Call(func=made)):
            return has_trait(trait, names.api_of(made))
        case _:
            return False


def _texts(module: Module, asked: set[int]) -> Counter[str] | None:
    """How often each text stands in the module where it may be a name; None if names are put together somewhere."""
    found: Counter[str] = Counter()
    names = Names.of(module)
    for node in walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in asked:
            found.update(node.value.lower().split("/") if _may_name(module, node) else ())
        if isinstance(node, ast.Call) and _is_named_dynamically(names, node):
            return None
    return found


def _may_name(module: Module, text: ast.Constant) -> bool:
    """Whether the text may become a name of the graph: what is printed does not."""
    above = parents(module).get(text)
    while isinstance(above, ast.expr | ast.keyword):
        if isinstance(above, ast.Call) and isinstance(above.func, ast.Name) and above.func.id == "print":
            return False
        above = parents(module).get(above)
    return True


def _is_named_dynamically(names: Names, call: ast.Call) -> bool:
    api = names.api_of(call.func) or ""
    if not api and not (isinstance(call.func, ast.Attribute) and call.func.attr in ("minimize", "apply_gradients")):
        return False
    given = [each.value for each in call.keywords if each.arg in ("name", "name_or_scope", "scope", None)]
    if api in _SCOPES | {"tf.get_variable"} or api.startswith("tf.summary."):
        given += call.args[:1]
    given += call.args[2:3] if api == "tf.placeholder" else []
    writes = api.startswith("tf.summary.") and "Writer" in api
    return not writes and any(not isinstance(each, ast.Constant) for each in given)


def _made(module: Module, names: Names, texts: Mapping[str, int]) -> dict[str, Made]:
    """What is certain to have a name, by that name as it is asked for."""
    found: dict[str, Made] = {}
    called = {api.rpartition(".")[2].lower().replace("_", "") for _, api in names.apis()}
    for statement in (each for each in walk(module.tree) if isinstance(each, ast.Assign | ast.Expr)):
        call = statement.value
        scopes = _scopes(module, names, statement)
        scope = _home(module, names, statement)
        if not isinstance(call, ast.Call) or scopes is None or scope is None:
            continue
        name, ending = _name(names, call)
        parts = [*scopes, name] if name is not None else []
        plain = [each for each in parts if texts.get(each.lower(), 0) == 1 and not _is_taken(each, called)]
        held = _held(module, statement)
        if parts and plain == parts and held is not None:
            found["/".join(parts) + ending] = Made(statement, scope, held)
    return found


def _is_taken(name: str, called: set[str]) -> bool:
    """Whether operations that nobody named may be called so, after their kind or the function that makes them."""
    return is_default(name.lower()) or name.lower().replace("_", "") in called


def _name(names: Names, call: ast.Call) -> tuple[str | None, str]:
    """The name that a call gives its operation, and what is behind it where it is asked for."""
    api = names.api_of(call.func)
    given: ast.expr | None = next((each.value for each in call.keywords if each.arg == "name"), None)
    if api == "tf.get_variable" and call.args:
        given = call.args[0]
    text = given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None
    known = text is not None and text.replace("_", "").isalnum()
    if isinstance(call.func, ast.Attribute) and call.func.attr == "minimize" and api is None and known:
        return text, ""
    return (text if known and has_trait("named", api) else None), ":0"


def _scopes(module: Module, names: Names, statement: ast.stmt) -> list[str] | None:
    """The names of the scopes around a statement; None if something else is there too."""
    found: list[str] = []
    above = parents(module).get(statement)
    while isinstance(above, ast.With):
        for item in reversed(above.items):
            match item.context_expr:
                case ast.Call(func=made, args=[ast.Constant(value=str(name))], keywords=[]) if (
                    names.api_of(made) in _SCOPES and name.replace("_", "").isalnum()
                ):
                    found.insert(0, name)
                case ast.Call(func=made) if (api := names.api_of(made)) == "tf.device" or has_trait("sessions", api):
                    pass
                case _:
                    return None
        above = parents(module).get(above)
    variable = isinstance(statement.value, ast.Call) if isinstance(statement, ast.Assign | ast.Expr) else False
    if found and variable and _is_below_name_scope(module, names, statement):
        return None
    return found if isinstance(above, Scope) else None


def _is_below_name_scope(module: Module, names: Names, statement: ast.stmt) -> bool:
    """Whether a variable stands under a name scope, which `tf.get_variable` does not look at."""
    calls = {names.api_of(each.func) for each in walk(statement) if isinstance(each, ast.Call)}
    above = parents(module).get(statement)
    while "tf.get_variable" in calls and isinstance(above, ast.With):
        if any(names.api_of(each.context_expr.func) == "tf.name_scope"
               for each in above.items if isinstance(each.context_expr, ast.Call)):  # fmt: skip
            return True
        above = parents(module).get(above)
    return False


def _home(module: Module, names: Names, statement: ast.stmt) -> Scope | None:
    """The module, or the function that runs once, whose statement it is."""
    above = parents(module).get(statement)
    while isinstance(above, ast.With):
        above = parents(module).get(above)
    return above if isinstance(above, Scope) and runs_once(module, names, above) else None


def _held(module: Module, statement: ast.Assign | ast.Expr) -> str | None:
    """The name that holds the result, bound once; empty where nothing does, None where something else does."""
    if isinstance(statement, ast.Expr):
        return ""
    match statement.targets:
        case [ast.Name(id=name)]:
            bound = [each for each in names_in(module) if each.id == name and not isinstance(each.ctx, ast.Load)]
            arguments = any(isinstance(each, ast.arg) and each.arg == name for each in walk(module.tree))
            return name if len(bound) == 1 and not arguments and len(scopes_that_bind(module, name)) == 1 else None
        case _:
            return None


def _is_reached(module: Module, made: Made, asked: Asked) -> bool:
    """Whether the name of Python means this where the text stands, and is bound before."""
    inner = _function(module, asked.place)
    later = asked.place.lineno > (made.statement.end_lineno or made.statement.lineno)
    return (made.scope is module.tree or inner is made.scope) and (later or inner is not made.scope)


def _function(module: Module, node: ast.AST) -> ast.AST | None:
    above = parents(module).get(node)
    while above is not None and not isinstance(above, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.Module):
        above = parents(module).get(above)
    return above


def _write(naming: Naming, made: Made, asked: Asked) -> None:
    name = made.held or naming.given.get(made.statement)
    if name is None:
        name = _new_name(naming, made, asked)
        naming.given[made.statement] = name
        start = naming.module.span(made.statement)[0]
        naming.edits.append(Edit(start, start, f"{name} = "))
        if asked.holder in naming.gone:
            return
    naming.edits.append(Edit(*naming.module.span(asked.place), name))


def _new_name(naming: Naming, made: Made, asked: Asked) -> str:
    """What holds it from now on: the name that it was looked up for, if that is bound once, and nowhere else."""
    module, holder = naming.module, asked.holder
    if holder is not None and isinstance(holder.targets[0], ast.Name):
        target = holder.targets[0]
        same = [each for each in names_in(module) if each.id == target.id]
        bound = [each for each in same if not isinstance(each.ctx, ast.Load)]
        early = any(each.lineno < holder.lineno for each in same)
        own = _held(module, holder) == target.id and owner(module, target) is made.scope
        if len(bound) == 1 and own and not early and isinstance(parents(module).get(holder), Scope):
            naming.gone.append(holder)
            return target.id
    return fresh(asked.name.rpartition("/")[2].removesuffix(":0"), naming.taken)


def _without_graphs(module: Module) -> Module:
    """The module without the names of graphs that nothing reads any more."""
    names = Names.of(module)
    gone = []
    for each in names_in(module):
        statement = parents(module).get(each)
        if _is_bound_to(module, names, each, "open_graphs") and isinstance(statement, ast.Assign):
            same = [one for one in names_in(module) if one.id == each.id]
            gone += [statement] if len(same) == 1 and len(statement.targets) == 1 else []
    return rewritten(module, apply_edits(module.text, [*remove_statements(module, gone)])) if gone else module
