"""Sessions one after the other over one graph: in each of them the variables have values of their own, so that a later
one may only work with what no earlier one has touched, or with what it restores or starts afresh to begin with."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.graph.around import SaverCall, SaverUse
from codemods.graph.program import GraphProgram, Node, Stage
from codemods.graph.values import Kind
from codemods.obstacles import obstacle
from codemods.plan.alternatives import is_instead
from codemods.plan.held_state import everything, held_by, is_fixed, state_of, updates
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk

_SESSIONS = frozenset({"tf.Session", "tf.InteractiveSession"})
_STATE = frozenset[int]()


@dataclass(frozen=True)
class Session:
    """The statement that opens a session, and those at which it is open."""

    header: Node
    nodes: frozenset[int]


@dataclass(frozen=True)
class _Work:
    """What is done with variables at a statement: with those that these statements make."""

    node: int
    state: frozenset[int]
    changes: bool


@dataclass(frozen=True)
class _Restore:
    """A restoring of variables. `sure`: it happens whenever the session is opened."""

    node: int
    state: frozenset[int]
    sure: bool


def session_obstacles(program: GraphProgram, module: Module, names: Names) -> Iterator[Obstacle]:
    """The sessions after the first that would find other values in their variables."""
    if program.sessions < 2 or not everything(program):
        return
    sessions = sessions_of(program, names)
    if sessions is None:
        last = next(node for node in reversed(program.nodes) if node.stage == Stage.DRIVER)
        yield obstacle("several-graphs", module.place(last.statement), "tf.Session", "several sessions hold variables")
        return
    for session, again, changed in _resumed(program, sessions):
        if _beginning(program, session, again) is None and not _is_afresh(program, session, again, changed):
            yield _conflict(program, module, session)


def _resumed(
    program: GraphProgram, sessions: Sequence[Session]
) -> Iterator[tuple[Session, frozenset[int], frozenset[int]]]:
    """The sessions that work with what earlier ones have worked with: that, and what those may have changed."""
    for number, session in enumerate(sessions):
        before = [each for each in sessions[:number] if not is_instead(program, each.header.id, session.header.id)]
        works = [each for one in before for each in _works(program, one)]
        restored = _STATE.union(*(each.state for one in before for each in _restores(program, one)))
        again = restored.union(*(each.state for each in works)) & _STATE.union(
            *(each.state for each in _works(program, session))
        )
        if again:
            yield session, again, restored.union(*(each.state for each in works if each.changes))


def _conflict(program: GraphProgram, module: Module, session: Session) -> Obstacle:
    place = module.place(session.header.statement)
    run = next((each for each in program.runs if each.initializer and each.node in session.nodes), None)
    if run is not None:
        detail = "an earlier session has worked with them"
        return obstacle("initializer-rerun", module.place(run.call), ast.unparse(run.structure), detail)
    return obstacle("several-graphs", place, "tf.Session", "it does not restore what an earlier session worked with")


def conditional_restores(program: GraphProgram, names: Names) -> Iterator[Node]:
    """The restorings that a session cannot do without, but that stand under a condition."""
    sessions = (sessions_of(program, names) or ()) if program.sessions > 1 else ()
    for session, again, _ in _resumed(program, sessions):
        found = _beginning(program, session, again)
        if found is not None and not found.sure:
            yield program.nodes[found.node]


@lru_cache(maxsize=4)
def sessions_of(program: GraphProgram, names: Names) -> tuple[Session, ...] | None:
    """The sessions in their order; None if it is not certain which of them is open where."""
    headers = [node for node in program.nodes if node.stage == Stage.DRIVER and _opens(node.statement, names)]
    if len(headers) != program.sessions or not all(_is_plain(node) for node in headers) or _several(program, names):
        return None
    ends = [*(node.id for node in headers[1:]), len(program.nodes)]
    sessions = tuple(
        Session(node, _open_at(program, node, end)) for node, end in zip(headers, ends, strict=True)
    )  # fmt: skip
    working = [*(run.node for run in program.runs), *(node.id for node in program.nodes if _saver_calls(node))]
    return sessions if all(_is_certain(program, sessions, each) for each in working) else None


def _several(program: GraphProgram, names: Names) -> bool:
    """Whether variables may belong to more than one graph."""
    made = sum(api == "tf.Graph" for _, api in names.apis())
    opened = [each.statement for each in program.wrappers
              if any(isinstance(part, ast.Attribute) and part.attr == "as_default"
                     for item in each.statement.items for part in walk(item))]  # fmt: skip
    inside = {id(part) for each in opened for part in walk(each)} if made else set()
    return made > 1 or len({id(program.nodes[each].statement) in inside for each in everything(program)}) > 1


def _opens(statement: ast.stmt, names: Names) -> bool:
    match statement:
        case ast.With(items=items):
            made = [item.context_expr for item in items]
        case ast.Assign(targets=[ast.Name()], value=value) | ast.Expr(value=value):
            made = [value]
        case _:
            return False
    calls = [each for one in made for each in walk(one) if isinstance(each, ast.Call)]
    return sum(names.api_of(each.func) in _SESSIONS for each in calls) == 1


def _is_plain(node: Node) -> bool:
    """Whether the session is opened once at most, and what fails in it ends the program."""
    return all(isinstance(each, ast.If) for each in node.block)


def _open_at(program: GraphProgram, header: Node, end: int) -> frozenset[int]:
    """The body of a `with`, which has to end before the next session; or everything before that."""
    inside = {id(each) for each in walk(header.statement)} if isinstance(header.statement, ast.With) else None
    return frozenset(
        node.id for node in program.nodes[header.id : end]
        if driver_of(node) is None and (inside is None or id(node.statement) in inside)
    )  # fmt: skip


def _is_certain(program: GraphProgram, sessions: tuple[Session, ...], working: int) -> bool:
    """Whether the statement is reached while one of the sessions is open, and asks no other one."""
    moments = _moments(program, working)
    asked = [each for each in program.nodes[working].uses if _is_session(program, each.definition)]
    for moment in moments or (-1,):
        found = next((each for each in sessions if moment in each.nodes), None)
        if found is None:
            return False
        named = {each.name for each in found.header.defines}
        if moments == [working] and any(
            program.definitions[each.definition or 0].node != found.header.id for each in asked
        ):
            return False
        if any(each.name not in named for each in asked):
            return False
    return True


def _is_session(program: GraphProgram, definition: int | None) -> bool:
    found = program.definitions.get(definition or 0)
    if found is None or found.value.kind != Kind.SESSION or found.value.api not in _SESSIONS:
        return False
    return driver_of(program.nodes[found.node]) is None


def driver_of(node: Node) -> ast.FunctionDef | None:
    """The function that runs the graph and that the statement stands in."""
    return next((each for each in node.block if isinstance(each, ast.FunctionDef)), None)


def _moments(program: GraphProgram, number: int) -> list[int] | None:
    """The statements at which this one happens: where its function is called, if it stands in one. None: not known."""
    function = driver_of(program.nodes[number])
    if function is None:
        return [number]
    callers = [node for node in program.nodes if any(use.name == function.name for use in node.uses)]
    calls = [each for node in callers for each in _calls_in(node) if each == function.name]
    reads = [each for node in callers for each in _names_in(node) if each == function.name]
    if any(driver_of(node) is not None for node in callers) or len(calls) != len(reads):
        return None
    return [node.id for node in callers]


def _calls_in(node: Node) -> Iterator[str]:
    for each in walk(node.statement):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name):
            yield each.func.id


def _names_in(node: Node) -> Iterator[str]:
    yield from (each.id for each in walk(node.statement) if isinstance(each, ast.Name))


def _works(program: GraphProgram, session: Session) -> Iterator[_Work]:
    """What is done with variables while a session is open, apart from initializing and restoring them."""
    for run in program.runs:
        at = [each for each in _moments(program, run.node) or () if each in session.nodes]
        if at and not run.initializer and (state := state_of(program, run)):
            yield from (_Work(each, state, updates(program, run)) for each in at)
    for node in program.nodes:
        if any(call.method == "save" for call in _saver_calls(node)):
            at = [each for each in _moments(program, node.id) or () if each in session.nodes]
            yield from (_Work(each, everything(program), False) for each in at)


def _saver_calls(node: Node) -> list[SaverCall]:
    return [each for each in node.around if isinstance(each, SaverCall)]


def _restores(program: GraphProgram, session: Session) -> Iterator[_Restore]:
    for node in program.nodes:
        calls = [each for each in _saver_calls(node) if each.method == "restore"]
        for call in calls:
            for at in _moments(program, node.id) or ():
                if at in session.nodes:
                    certain = at == node.id and node.block == session.header.block
                    yield _Restore(at, _held(program, node, call), certain)


def _held(program: GraphProgram, node: Node, call: SaverCall) -> frozenset[int]:
    """What the saver holds that is restored from."""
    if not isinstance(call.saver, ast.Name):
        return _STATE
    used = [program.definitions[use.definition] for use in node.uses
            if use.name == call.saver.id and use.definition is not None]  # fmt: skip
    makers = [program.nodes[each.node] for each in used]
    found = [(maker, use) for maker in makers for use in maker.around if isinstance(use, SaverUse)]
    return held_by(program, *found[0]) if len(found) == 1 else _STATE


def _beginning(program: GraphProgram, session: Session, again: frozenset[int]) -> _Restore | None:
    """The restoring that a session begins with. Under a condition it is one that TensorFlow 1 could not do without."""
    works = [each.node for each in _works(program, session) if each.state & again]
    for found in _restores(program, session):
        if again <= found.state and all(each > found.node for each in works):
            node = program.nodes[found.node]
            if found.sure or (_saver_calls(node) and _is_needed(program, session, node, works)):
                return found
    return None


def _is_needed(program: GraphProgram, session: Session, restore: Node, works: list[int]) -> bool:
    """Whether the session fails without it: nothing initializes, and nothing catches the failure."""
    if not all(isinstance(each, ast.If) for each in restore.block):
        return False
    initialized = [run for run in program.runs if run.initializer
                   and session.nodes & {*(_moments(program, run.node) or session.nodes)}]  # fmt: skip
    caught = any(isinstance(each, ast.Try) for number in works for each in program.nodes[number].block)
    return not initialized and not caught


def _is_afresh(program: GraphProgram, session: Session, again: frozenset[int], changed: frozenset[int]) -> bool:
    """Whether a session initializes, before all else, variables that have kept the values they begin with."""
    if again & changed or not all(is_fixed(program, each) for each in again):
        return False
    works = [each.node for each in _works(program, session) if each.state & again]
    return any(
        run.initializer
        and run.node in session.nodes
        and run.node < min(works)
        and program.nodes[run.node].block == session.header.block
        for run in program.runs
    )
