"""Sessions one after the other over one graph: in each of them the variables have values of their own, so that a later
one may only work with what no earlier one has touched, or with what it restores or starts afresh to begin with."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from codemods.analysis.names import Names
from codemods.api.context import has_trait
from codemods.graph.around import SaverCall, SaverUse
from codemods.graph.program import GraphProgram, Node, Stage
from codemods.graph.values import Kind
from codemods.obstacles import obstacle
from codemods.plan.alternatives import is_instead
from codemods.plan.held_state import everything, held_by, is_fixed, state_of, updates
from codemods.plan.loads import loads_of
from codemods.plan.moments import Moment, called_from, driver_of, moments_of
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk

_STATE = frozenset[int]()


@dataclass(frozen=True)
class Session:
    """The statement that opens a session, and those at which it is open. `at`: the statement of the scope at which
    that happens."""

    header: Node
    nodes: frozenset[int]
    at: int


@dataclass(frozen=True)
class Sessions:
    """`written`: as the source has them; `opened`: in the order in which they are opened, one that may be opened again
    twice."""

    written: tuple[Session, ...]
    opened: tuple[Session, ...]


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
    if not have_to_be_told_apart(program, names) or not everything(program):
        return
    sessions = sessions_of(program, module, names)
    if sessions is None:
        last = next(node for node in reversed(program.nodes) if node.stage == Stage.DRIVER)
        yield obstacle("several-graphs", module.place(last.statement), "tf.Session", "several sessions hold variables")
        return
    for session, again, changed in _resumed(program, sessions.opened):
        if _beginning(program, session, again) is None and not _is_afresh(program, session, again, changed):
            yield _conflict(program, module, session)


def _resumed(
    program: GraphProgram, sessions: Sequence[Session]
) -> Iterator[tuple[Session, frozenset[int], frozenset[int]]]:
    """The sessions that work with what earlier ones have worked with: that, and what those may have changed."""
    for number, session in enumerate(sessions):
        before = [each for each in sessions[:number] if not is_instead(program, each.at, session.at)]
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


def have_to_be_told_apart(program: GraphProgram, names: Names) -> bool:
    """Whether there may be more sessions than one: a function may be called again."""
    return program.sessions > 1 or any(driver_of(node) is not None for node in _headers(program, names))


def conditional_restores(program: GraphProgram, module: Module, names: Names) -> Iterator[Node]:
    """The restorings that a session cannot do without, but that stand under a condition."""
    sessions = sessions_of(program, module, names) if have_to_be_told_apart(program, names) else None
    for session, again, _ in _resumed(program, sessions.opened) if sessions is not None else ():
        found = _beginning(program, session, again)
        if found is not None and not found.sure:
            yield program.nodes[found.node]


def _headers(program: GraphProgram, names: Names) -> list[Node]:
    if not program.sessions:
        return []
    return [node for node in program.nodes if node.stage == Stage.DRIVER and _opens(node.statement, names)]


@lru_cache(maxsize=4)
def sessions_of(program: GraphProgram, module: Module, names: Names) -> Sessions | None:
    """The sessions; None if it is not certain which of them is open where."""
    headers = _headers(program, names)
    if len(headers) != program.sessions or not all(_is_plain(node) for node in headers) or _several(program, names):
        return None
    written: list[Session] = []
    opened: list[tuple[tuple[int, ...], Session]] = []
    for number, node in enumerate(headers):
        function = driver_of(node)
        later = (each.id for each in headers[number + 1 :] if driver_of(each) is function)
        body = _open_at(program, node, next(later, len(program.nodes)))
        once = (Moment(node.id, (node.id,), False),)
        calls = once if function is None else moments_of(program, module, names, function)
        if not calls:  # or who calls it is not here
            return None
        written.append(Session(node, body, node.id))
        times = [each for each in calls for _ in range(1 + each.repeated)]
        opened += [(each.order, Session(node, body, each.node)) for each in times]
    opened.sort(key=lambda each: each[0])
    found = Sessions(tuple(written), tuple(each for _, each in opened))
    working = [*(run.node for run in program.runs), *(node.id for node in program.nodes if _saver_calls(node))]
    certain = all(_is_certain(program, module, found, each) for each in working)
    return found if certain and not _is_nested(program, found) else None


def _is_nested(program: GraphProgram, sessions: Sessions) -> bool:
    """Whether a function opens a session while another one is open."""
    for each in sessions.written:
        function = driver_of(each.header)
        callers = {*called_from(program, function)} if function is not None else set()
        if any(callers & other.nodes for other in sessions.written):
            return True
    return any(
        driver_of(each.header) is not None and each.at in other.nodes
        for each in sessions.opened for other in sessions.written
    )  # fmt: skip


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
    return sum(has_trait("sessions", names.api_of(each.func)) for each in calls) == 1


def _is_plain(node: Node) -> bool:
    """Whether the session is opened once at most, and what fails in it ends the program."""
    return all(isinstance(each, ast.If | ast.FunctionDef) for each in node.block)


def _open_at(program: GraphProgram, header: Node, end: int) -> frozenset[int]:
    """The body of a `with`, which has to end before the next session; or everything before that."""
    inside = {id(each) for each in walk(header.statement)} if isinstance(header.statement, ast.With) else None
    return frozenset(
        node.id for node in program.nodes[header.id : end]
        if driver_of(node) is driver_of(header) and (inside is None or id(node.statement) in inside)
    )  # fmt: skip


def _is_certain(program: GraphProgram, module: Module, sessions: Sessions, working: int) -> bool:
    """Whether the statement is reached while one of the sessions is open, and asks no other one."""
    moments = _moments(program, working, sessions.written, module)
    if moments is None:
        return False
    asked = [each for each in program.nodes[working].uses if _is_session(program, each.definition)]
    for moment in moments:
        found = next((each for each in sessions.written if moment in each.nodes), None)
        if found is None:
            return False
        makers = {program.definitions[each.definition or 0].node for each in asked}
        if (moment == working and makers - {found.header.id}) or (
            {each.name for each in asked} - {each.name for each in found.header.defines}
        ):
            return False
    return True


def _is_session(program: GraphProgram, definition: int | None) -> bool:
    """Whether a name denotes a session of its own, not `tf.get_default_session()`, whichever is open."""
    found = program.definitions.get(definition or 0)
    return found is not None and found.value.kind == Kind.SESSION and has_trait("sessions", found.value.api)


def _moments(
    program: GraphProgram, number: int, sessions: Sequence[Session], module: Module | None = None, depth: int = 0
) -> list[int] | None:
    """The statements, where a session is open, at which this one happens: where its function is called, if it stands
    in one. None: not known."""
    function = driver_of(program.nodes[number])
    if function is None or any(number in each.nodes for each in sessions):
        return [number]
    callers = [*called_from(program, function)]
    if depth > 3 or (module is not None and not _are_all(program, module, function, callers)):
        return None
    found = [_moments(program, each, sessions, module, depth + 1) for each in callers]
    return None if None in found else [each for moments in found for each in moments or ()]


def _are_all(program: GraphProgram, module: Module, function: ast.FunctionDef, callers: Sequence[int]) -> bool:
    """Whether these statements call the function, and nothing else is done with it."""
    statements = [program.nodes[each].statement for each in callers]
    reads = loads_of(module.tree, {function.name})
    calls = {each.func for one in statements for each in walk(one) if isinstance(each, ast.Call)}
    return all(each in calls for each in reads) and not function.decorator_list


def _works(program: GraphProgram, session: Session) -> Iterator[_Work]:
    """What is done with variables while a session is open, apart from initializing and restoring them."""
    for run in program.runs:
        at = [each for each in _moments(program, run.node, (session,)) or () if each in session.nodes]
        if at and not run.initializer and (state := state_of(program, run)):
            yield from (_Work(each, state, updates(program, run)) for each in at)
    for node in program.nodes:
        if any(call.method == "save" for call in _saver_calls(node)):
            at = [each for each in _moments(program, node.id, (session,)) or () if each in session.nodes]
            yield from (_Work(each, everything(program), False) for each in at)


def _saver_calls(node: Node) -> list[SaverCall]:
    return [each for each in node.around if isinstance(each, SaverCall)]


def _restores(program: GraphProgram, session: Session) -> Iterator[_Restore]:
    for node in program.nodes:
        calls = [each for each in _saver_calls(node) if each.method == "restore"]
        for call in calls:
            for at in _moments(program, node.id, (session,)) or ():
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
    if not all(isinstance(each, ast.If | ast.FunctionDef) for each in restore.block):
        return False
    initialized = [run for run in program.runs if run.initializer
                   and session.nodes & {*(_moments(program, run.node, (session,)) or session.nodes)}]  # fmt: skip
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
