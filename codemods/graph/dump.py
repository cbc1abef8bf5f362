"""The graph program as readable text: what a scope feeds, holds, computes, changes and runs, line by line."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator

from codemods.graph.program import Definition, GraphProgram, Input, Node, RunSite, Stage, Use
from codemods.graph.values import Kind, parts

_WIDTH = 60


def dump(program: GraphProgram) -> list[str]:
    """The lines of a scope in source order; plain Python and what only drives the session are left out."""
    numbers = run_numbers(program)
    lines = [_title(program)]
    for node in sorted(program.nodes, key=lambda each: each.statement.lineno):
        found = [*_STAGES[node.stage](program, node)] if node.stage in _STAGES else []
        lines += [_line(node, text) for text in found]
        lines += [_line(node, _run(program, run, numbers)) for run in program.runs if run.node == node.id]
    return lines


def run_numbers(program: GraphProgram) -> dict[ast.Call, int]:
    """Every run that is not just an initialization, numbered in source order from 1."""
    working = [run for run in program.runs if not run.initializer]
    working.sort(key=lambda run: (run.call.lineno, run.call.col_offset))
    return {run.call: number for number, run in enumerate(working, 1)}


def label(program: GraphProgram, definition: Definition) -> str:
    """The name of a definition, with its line where the scope binds the name more than once."""
    several = Counter(each.name for each in program.definitions.values())[definition.name] > 1
    line = program.nodes[definition.node].statement.lineno
    return f"{definition.name}@{line}" if several else definition.name


def short(node: ast.AST) -> str:
    """The source of a node on one line, cut where it gets long."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 3]}..."


def _title(program: GraphProgram) -> str:
    return "module" if isinstance(program.body, ast.Module) else f"function {program.body.name}"


def _line(node: Node, text: str) -> str:
    where = f"  {_place(node)}" if _place(node) else ""
    return f"{node.statement.lineno:5}  {text}{where}"


def _place(node: Node) -> str:
    kinds = [_BLOCKS[type(each)] for each in node.block if type(each) in _BLOCKS]
    return " ".join(dict.fromkeys(kinds))


_BLOCKS: dict[type[ast.stmt], str] = {
    ast.For: "in loop", ast.While: "in loop", ast.If: "in if", ast.Try: "in try", ast.FunctionDef: "in function",
}  # fmt: skip


def _inputs(program: GraphProgram, node: Node) -> Iterator[str]:
    for each in node.inputs:
        default = f" = {ast.unparse(each.default)}" if each.default is not None else ""
        yield f"input   {label(program, program.definitions[each.definition])} {_spec(each)}{default}"


def _spec(given: Input) -> str:
    dtype = given.dtype.attr if isinstance(given.dtype, ast.Attribute) else None
    if dtype is None:
        dtype = str(given.dtype.value) if isinstance(given.dtype, ast.Constant) else _other_dtype(given)
    if given.shape is None or ast.unparse(given.shape) == "None":
        return f"{dtype} of any shape"
    shape = ast.unparse(given.shape).replace("None", "?")
    return f"{dtype}{shape}" if shape[0] in "[(" else f"{dtype} of shape {shape}"


def _other_dtype(given: Input) -> str:
    if isinstance(given.default, ast.Constant):
        return type(given.default.value).__name__
    return ast.unparse(given.dtype) if given.dtype is not None else "float32"


def _states(program: GraphProgram, node: Node) -> Iterator[str]:
    names = _names(program, node)
    for creation in node.creations:
        again = " again" if creation.reuses is not None else ""
        yield f"state   {names} = variable {creation.name or 'without a known name'}{again}"
    yield from _optimizers(names, node)
    if node.queries:
        variables = [label(program, each) for each in program.definitions.values() if _is_one_of(each, node)]
        yield f"state   {names} = variables {' '.join(variables)}"
    elif not node.creations and not node.optimizers:
        yield f"state   {names} = {short(node.statement)}"


def _is_one_of(definition: Definition, node: Node) -> bool:
    sites = {id(site) for query in node.queries for site in query.sites}
    mine = definition.value.kind == Kind.VARIABLE and id(definition.value.site) in sites
    return mine and definition.node != node.id


def _optimizers(names: str, node: Node) -> Iterator[str]:
    for use in node.optimizers:
        kind = use.api.rsplit(".", 1)[-1].removesuffix("Optimizer")
        given = f"{names} = " if node.stage == Stage.STATE else ""
        yield f"state   {given}optimizer {kind}" + (" with a fed rate" if use.rate is not None else "")


def _layers(node: Node) -> Iterator[str]:
    for layer in node.layers:
        again = " again" if layer.reuses is not None else ""
        yield f"state   layer {layer.name}{again} ({layer.api})"


def _tensors(program: GraphProgram, node: Node) -> Iterator[str]:
    yield from _layers(node)
    yield from _optimizers("", node)
    random = "  random" if node.random else ""
    yield f"tensor  {_names(program, node)} <- {_reads(program, node.uses)}{random}"
    for each in node.gradients:
        yield f"        gradients of {short(each.loss)}"
    if node.after:
        yield f"        after {_reads(program, node.after)}"


def _updates(program: GraphProgram, node: Node) -> Iterator[str]:
    yield from _layers(node)
    yield from _optimizers("", node)
    names = _names(program, node)
    for minimize in node.minimizes:
        listed = f" over {short(minimize.variables)}" if minimize.variables is not None else ""
        counted = f", counting {short(minimize.global_step)}" if minimize.global_step is not None else ""
        yield f"update  {names}: minimize {short(minimize.loss)}{listed}{counted}"
    for apply in node.applies:
        yield f"update  {names}: apply {short(apply.pairs)}"
    for assign in node.assigns:
        yield f"update  {names}: {short(assign.call)}"
    if not (node.minimizes or node.applies or node.assigns):
        yield f"update  {names} <- {_reads(program, node.uses)}"
    if node.after:
        yield f"        after {_reads(program, node.after)}"


def _names(program: GraphProgram, node: Node) -> str:
    return " ".join(label(program, each) for each in node.defines) or "-"


def _reads(program: GraphProgram, uses: tuple[Use, ...]) -> str:
    found = (program.definitions[use.definition] if use.definition is not None else use.name for use in uses)
    names = (label(program, each) if isinstance(each, Definition) else each for each in found)
    return " ".join(dict.fromkeys(names)) or "nothing"


def _run(program: GraphProgram, run: RunSite, numbers: dict[ast.Call, int]) -> str:
    if run.initializer:
        return "run     initializes variables"
    kinds = {part.kind for fetch in run.fetches for part in parts(fetch.value)}
    reading = "  reads state only" if kinds <= {Kind.VARIABLE, Kind.CONSTANT} else ""
    feeds = " ".join(feed.name for feed in run.feeds)
    held = ", held in a name" if run.held is not None else ""
    return f"run {numbers[run.call]}   {short(run.structure)}{f'  feeds {feeds}{held}' if feeds else ''}{reading}"


_STAGES: dict[Stage, Callable[[GraphProgram, Node], Iterator[str]]] = {
    Stage.INPUT: _inputs,
    Stage.STATE: _states,
    Stage.TENSOR: _tensors,
    Stage.UPDATE: _updates,
}
