"""Functions that make variables or layers and return tensors: each call is an object made once, and a call of it."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from codemods.analysis.flag_names import started_names
from codemods.analysis.names import Names
from codemods.api import table
from codemods.api.context import has_trait
from codemods.api.recurrent import recurrent
from codemods.graph import values
from codemods.graph.batch_norm import switch_of
from codemods.graph.bodies import is_parameter, outer_names
from codemods.graph.drivers import local_names, makes_session
from codemods.graph.environment import Environment
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.program import Argument, BuilderUse, GraphProgram, LayerUse, Node, Stage
from codemods.graph.record import Record
from codemods.graph.regularizers import hand_on_penalties, penalties_so_far
from codemods.graph.returns import result_of, variables_unread, without_variables
from codemods.graph.size_arguments import outward, sizes_given
from codemods.graph.size_reads import shape_here
from codemods.graph.values import Kind, Value, lateness, parts
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.tree import names_in
from codemods.source.walk import walk

_KIND = "foreign-builder"
_DEPTH = 8


@lru_cache(maxsize=8)
def state_makers(module: Module) -> frozenset[ast.FunctionDef]:
    """The functions that make variables or layers, themselves or through others of the module."""
    names = Names.of(module)
    functions = [each for each in walk(module.tree) if isinstance(each, ast.FunctionDef)]
    called = {each: [node for node in walk(each) if isinstance(node, ast.Call)] for each in functions}
    found = {each for each in functions if any(_makes(names, call) for call in called[each])}
    found |= {each for each in functions if _is_elsewhere(module, each) and _makes_and_runs(names, called[each])}
    while True:
        known = {each.name for each in found}
        more = {
            each
            for each in functions
            if each not in found
            and any(isinstance(call.func, ast.Name) and call.func.id in known for call in called[each])
        }
        if not more:
            return frozenset(found)
        found |= more


def _makes(names: Names, call: ast.Call) -> bool:
    api = names.api_of(call.func)
    return api is not None and (has_trait("variable_makers", api) or table.layer(table.canonical(api)) is not None)


def _is_elsewhere(module: Module, function: ast.FunctionDef) -> bool:
    """Whether a function stands in another file than the program: what it makes cannot move to where it is called."""
    return bool(module.borders) and function.lineno < module.borders[-1].line


def _makes_and_runs(names: Names, calls: Sequence[ast.Call]) -> bool:
    """Whether some of these calls make recurrent cells, and others run them."""
    rows = [row for call in calls if (api := names.api_of(call.func)) and (row := recurrent(api)) is not None]
    return any(row.cells for row in rows) and any(row.state for row in rows)


def handed_on(module: Module) -> list[Obstacle]:
    """Functions that make variables are understood where they are called by name, and nowhere else."""
    names = Names.of(module)
    makers = {each.name for each in state_makers(module)}
    found = [
        each
        for each in walk(module.tree)
        if isinstance(each, ast.Lambda)
        and any(isinstance(call, ast.Call) and (_makes(names, call) or _called(call) in makers) for call in walk(each))
    ]
    obstacles = [obstacle(_KIND, module.place(each), "lambda", "it makes variables") for each in found]
    if makers:
        running = {each.name for each in state_makers(module) if makes_session(each, names)}
        started = {each for each in started_names(module) if each.id in running}
        for name in names_in(module):
            known = name in names.scopes.calls or name in started or is_parameter(module, name)
            if name.id in makers and isinstance(name.ctx, ast.Load) and not known:
                detail = "it makes variables, and is used other than by such calls"
                obstacles.append(obstacle(_KIND, module.place(name), name.id, detail))
    return obstacles


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def build_object(build: Evaluation, node: ast.Call, function: ast.FunctionDef | ast.Lambda) -> Value | None:
    """The tensors that such a function returns, or None if it is another kind of function."""
    if not isinstance(function, ast.FunctionDef) or function not in state_makers(build.module):
        return None
    before = dict(build.record.uses)
    bound = _bound(build, node, function)
    if bound is None or not any(lateness(each.value) in values.PER_RUN for each in bound.values()):
        build.record.uses = before
        return None
    refused = _refusal(build, function) or _misread(function, bound)
    if refused is not None:
        return build.note(_KIND, node, function.name, refused)
    return _object(build, node, function, bound)


def _bound(build: Evaluation, node: ast.Call, function: ast.FunctionDef) -> dict[str, Argument] | None:
    spec = function.args
    names = [each.arg for each in spec.args]
    every = [*names, *(each.arg for each in spec.kwonlyargs)]
    starred = any(isinstance(each, ast.Starred) for each in node.args)
    if spec.posonlyargs or spec.vararg or spec.kwarg or starred or len(node.args) > len(names):
        return None
    given = dict(zip(names, node.args, strict=False))
    for keyword in node.keywords:
        if keyword.arg is None or keyword.arg not in every or keyword.arg in given:
            return None
        given[keyword.arg] = keyword.value
    defaults = dict(zip(reversed(names), reversed(spec.defaults), strict=False))
    defaults |= {each.arg: it for each, it in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if it is not None}
    if any(name not in given and name not in defaults for name in every):
        return None
    return {
        name: Argument(given.get(name), evaluate(build, given[name] if name in given else defaults[name]))
        for name in every
    }


def _refusal(build: Evaluation, function: ast.FunctionDef) -> str | None:
    """Why the function cannot be written as a class."""
    if function in build.builders or len(build.builders) >= _DEPTH:
        return "the function calls itself"
    if build.functions:
        return "it makes variables, and is called by a function that is handed on"
    if function.decorator_list:
        return "it makes variables and has a decorator"
    for each in walk(function):
        if each is not function and isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            return "it makes variables and defines functions of its own"
        if isinstance(each, ast.Global | ast.Nonlocal | ast.Yield | ast.YieldFrom | ast.Await):
            return f"it makes variables and has a `{type(each).__name__.lower()}`"
        if isinstance(each, ast.Name) and each.id == "self":
            return "it makes variables and has a name `self`"
    return None


def _misread(function: ast.FunctionDef, bound: Mapping[str, Argument]) -> str | None:
    """Names of functions that are handed in would be looked for among those of the function that calls them."""
    given = [each.value.function for each in bound.values() if each.value.function is not None]
    known = local_names(function)
    read = sorted(name for each in given for name in outer_names(each) if name in known)
    return f"a function that is handed to it reads another `{read[0]}` than it has" if read else None


def _object(build: Evaluation, node: ast.Call, function: ast.FunctionDef, bound: Mapping[str, Argument]) -> Value:
    inner = replace(
        build, environment=Environment(parent=build.environment), record=Record(), functions=[], called=[], captured={},
        all_variables=[], builders=(*build.builders, function), owners={}, objects={},
    )  # fmt: skip
    assert build.lower is not None
    penalties = penalties_so_far(build)
    body = build.lower(inner, function, {name: _parameter(each.value) for name, each in bound.items()})
    build.serial, build.defined = inner.serial, inner.defined
    build.record.obstacles += body.obstacles
    result = result_of(body)
    problem = _problem(body) or _outside(build, function, body)
    problem = problem or (_returned(build, node, result.value) if result is not None else None)
    if problem is not None or result is None:
        return build.note(_KIND, node, function.name, problem or "it does not end with its only `return`")
    made = frozenset(each.name for each in inner.all_variables)
    sizes = sizes_given(build, node, bound, body)
    if sizes is None:
        return build.note(_KIND, node, function.name, "the size of a tensor is not known where it is called")
    arguments = {**dict.fromkeys(sizes, Argument(None, values.PYTHON)), **bound}
    use = BuilderUse(function, arguments, body, made, _reused(body) - made, sizes)
    owner = _owner(build, node, use)
    build.all_variables += [each._replace(site=node) for each in inner.all_variables]
    _hand_on(build, body)
    hand_on_penalties(build, node, penalties)
    shapes = {name: it for name, each in bound.items() if (it := shape_here(build, each.value)) is not None}
    build.record.layers.append(
        LayerUse(node, function.name, {}, function.name, False, owner, builder=use, shapes=shapes)
    )
    return outward(build, without_variables(result.value), bound, body)


def _parameter(value: Value) -> Value:
    return replace(values.TENSOR, shape=value.shape) if value.kind == Kind.INPUT else value


def _problem(body: GraphProgram) -> str | None:
    """What a function that only builds and computes does not do."""
    if body.runs:
        return "it makes variables and runs the graph"
    for node in body.nodes:
        if node.optimizers or node.minimizes or node.gradients or node.applies:
            return "training is set up inside of a function"
        if node.around:
            return "it makes variables, and summaries or metrics"
        if node.cell_feeds or node.hoists or (node.cell_runs and not _runs_own(body, node)):
            return "it makes variables and runs recurrent cells"
        if node.inputs:
            return "a placeholder is made inside of a function"
        if node.queries or node.assigns or node.stage == Stage.UPDATE:
            return "it makes variables, and asks for variables or changes them"
        for layer in node.layers:
            flag = switch_of(layer)
            if flag is not None and not _is_plain(body, node, flag):
                return "a training switch is a tensor"
    return None


def _runs_own(body: GraphProgram, node: Node) -> bool:
    """Whether all cells that a statement runs were made by statements of the body that do nothing else."""
    made = [call for each in body.nodes if each.stage == Stage.STATE and not each.creations for call in each.cells]
    return all(cell.site in made for run in node.cell_runs for cell in run.cells)


def _is_plain(body: GraphProgram, node: Node, flag: ast.expr) -> bool:
    if not isinstance(flag, ast.Name):
        return isinstance(flag, ast.Constant)
    used = [use.definition for use in node.uses if use.name == flag.id]
    read = [body.definitions[each] for each in used if each is not None and each in body.definitions]
    return bool(read) and all(each.value.kind == Kind.PYTHON for each in read)


def _returned(build: Evaluation, node: ast.Call, value: Value) -> str | None:
    kinds = {part.kind for part in parts(value)}
    if Kind.VARIABLE in kinds and not variables_unread(build, node, value):
        return "it returns its variables"
    return None if kinds <= {Kind.TENSOR, Kind.RANDOM, Kind.VARIABLE} else "it returns something beside tensors"


def _outside(build: Evaluation, function: ast.FunctionDef, body: GraphProgram) -> str | None:
    """What the function reads by name from around it must be there when the object is called."""
    root = build.environment
    while root.parent is not None:
        root = root.parent
    from_module = function.name in root.outer and function.name not in root.definitions
    for node in body.nodes:
        for use in node.uses:
            if use.definition in body.definitions:
                continue
            found = build.environment.look_up(use.name)[0]
            if found is not None and lateness(found) in values.PER_RUN:
                return f"it reads the tensor `{use.name}` of the graph around it"
            if from_module and use.name in root.definitions:
                return f"`{use.name}` is another name where it is called"
    return None


def _reused(body: GraphProgram) -> frozenset[str]:
    found: set[str] = set()
    for node in body.nodes:
        found |= {each.name for each in node.creations if each.reuses is not None and each.name is not None}
        for layer in node.layers:
            if layer.builder is not None:
                found |= layer.builder.reused
            elif layer.reuses is not None:
                found.add(layer.name)
    return frozenset(found)


def _owner(build: Evaluation, node: ast.Call, use: BuilderUse) -> ast.Call | None:
    """The call that made the object which this call means; None if it makes one of its own."""
    owners = {build.owners.get(name) for name in use.reused}
    owner = next(iter(owners), None)
    if use.reused and any(each.defers for each in use.body.nodes):
        build.note("collection-query", node, use.function.name, "it adds the penalties of its variables once more")
    if owner is not None and len(owners) == 1 and not use.made and _is_same(build.objects[owner], use):
        return owner
    if use.reused and (use.made or owners != {None} or not build.builders):
        build.note("variable-reuse-dynamic", node, use.function.name, "it shares only some of its variables")
    build.objects[node] = use
    build.owners |= dict.fromkeys(use.made | use.reused, node)
    return None


def _is_same(first: BuilderUse, use: BuilderUse) -> bool:
    """Whether a call finds everything where another call of the same function made it."""
    return first.function is use.function and _places(first.body) == _places(use.body)


def _places(body: GraphProgram) -> tuple[object, ...]:
    """The full name of each variable and layer, at the call that makes or finds it."""
    found: list[object] = []
    for node in body.nodes:
        found += [(each.call, each.name) for each in node.creations]
        for layer in node.layers:
            row = table.layer(layer.api)
            name = layer.name if row is not None and row.weights else None
            found.append((layer.call, _places(layer.builder.body) if layer.builder is not None else name))
    return tuple(found)


def _hand_on(build: Evaluation, body: GraphProgram) -> None:
    """The statement that calls the function reads, draws and does what its body does."""
    for node in body.nodes:
        build.record.uses |= {use: None for use in node.uses if use.definition not in body.definitions}
        build.record.random |= node.random
        build.record.sparse |= node.sparse
        build.record.defers |= dict.fromkeys(node.defers)
        build.record.effects |= node.effects and not _is_creation(body, node)


def _is_creation(body: GraphProgram, node: Node) -> bool:
    """Whether a statement makes variables, or a plain value that only goes into them."""
    own = {each.id for each in node.defines}
    readers = [other for other in body.nodes if own & {use.definition for use in other.uses}]
    only = node.stage == Stage.PYTHON and bool(readers) and all(each.stage == Stage.STATE for each in readers)
    return node.stage == Stage.STATE or only
