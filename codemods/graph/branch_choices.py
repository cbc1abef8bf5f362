"""An `if` that chooses an optimizer: what its branches have to be like, so that one stands for all."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.graph.branches import alternatives
from codemods.graph.choices import Choices
from codemods.graph.program import Definition, Node, OptimizerUse, Stage
from codemods.graph.values import Kind
from codemods.source.walk import walk

_EXITS = frozenset({"sys.exit", "os._exit", "builtins.exit", "builtins.quit"})


@dataclass(frozen=True)
class _Branch:
    """What a branch says: the optimizer, its name, and what it trains, where it says that."""

    use: OptimizerUse
    name: str | None
    trained: tuple[object, ...] | None


def settle_choice(
    choices: Choices, statement: ast.stmt, inside: Sequence[Node], known: Mapping[str, Definition], names: Names
) -> bool:
    """Whether an `if` does nothing for the graph but choose an optimizer, in every branch under one name. `inside`:
    its statements; `known`: the names before it."""
    if not isinstance(statement, ast.If):
        return False
    headers = set(_headers(statement))
    if any(node.stage != Stage.PYTHON for node in inside if node.statement in headers):
        return False
    bodies = [each for header in _headers(statement) for each in _bodies(header)]
    found = [_branch(body, inside) for body in bodies if body and not _leaves(body, names)]
    branches = [each for each in found if each is not None]
    if not branches or len(branches) != len(found) or len({(each.name, each.trained) for each in branches}) > 1:
        return False
    calls = [each.use.call for each in branches]
    if not all(bodies):
        before = known.get(branches[0].name or "")
        if before is None or branches[0].trained is not None or before.value.kind != Kind.OPTIMIZER:
            return False
        if not isinstance(before.value.site, ast.Call) or before.value.rate is not None:
            return False
        calls.append(before.value.site)
    choices.join(calls)
    choices.statements |= headers
    choices.unnamed |= {each.use.call for each in branches if each.name is None}
    return True


def _headers(statement: ast.If) -> Iterator[ast.If]:
    """The `if`, and every `elif` of it."""
    yield statement
    for each in alternatives(statement):
        yield from _headers(each)


def _bodies(header: ast.If) -> Iterator[list[ast.stmt]]:
    yield header.body
    if not alternatives(header):
        yield header.orelse


def _leaves(body: Sequence[ast.stmt], names: Names) -> bool:
    """Whether nothing goes on after the branch."""
    match body[-1]:
        case ast.Raise():
            return True
        case ast.Expr(value=ast.Call(func=function)):
            return names.function_of(function) in _EXITS
        case _:
            return False


def _branch(body: Sequence[ast.stmt], inside: Sequence[Node]) -> _Branch | None:
    within = {id(each) for statement in body for each in walk(statement)}
    nodes = [node for node in inside if id(node.statement) in within]
    makers = [node for node in nodes if node.optimizers]
    trainers = [node for node in nodes if node.minimizes]
    if len(makers) != 1 or len(makers[0].optimizers) != 1 or len(trainers) > 1:
        return None
    use = makers[0].optimizers[0]
    if use.rate is not None or use.fed or any(node.statement not in body for node in nodes):
        return None
    if not all(node.stage == Stage.PYTHON for node in nodes if node not in makers and node not in trainers):
        return None
    name = None if makers == trainers else _target(makers[0], use.call)
    trained = _trained(trainers[0]) if trainers else None
    if (makers != trainers and (name is None or makers[0].stage != Stage.STATE)) or (trainers and trained is None):
        return None
    return _Branch(use, name, trained)


def _target(node: Node, value: ast.expr) -> str | None:
    match node.statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=assigned) if assigned is value:
            return name
        case _:
            return None


def _trained(node: Node) -> tuple[object, ...] | None:
    """What a statement that only minimizes says: the name that it gives, and what is trained for what."""
    step = node.minimizes[0]
    name = _target(node, step.call)
    others = (node.creations, node.layers, node.gradients, node.applies, node.assigns, node.around, node.queries)
    if name is None or len(node.minimizes) > 1 or any(others) or node.stage != Stage.UPDATE:
        return None
    said = [each for each in (step.loss, step.variables, step.global_step) if each is not None]
    read = {each.id for one in said for each in walk(one) if isinstance(each, ast.Name)}
    uses = frozenset(use for use in node.uses if use.name in read)
    texts = [each and ast.dump(each) for each in (step.loss, step.variables, step.global_step)]
    return name, *texts, uses
