"""What a native program takes for granted: a reviewer is told, and verification repeats it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codemods.analysis.names import Names
from codemods.graph.around import EventWriter, IteratorUse, SaverCall
from codemods.graph.program import GraphProgram
from codemods.plan.sessions import conditional_restores
from codemods.queue_assumptions import queue_assumptions
from codemods.rule import Finding, Place, Safety
from codemods.source.lines import lines_before
from codemods.source.module import Module


def assumptions_of(module: Module, read: Module, programs: Iterable[GraphProgram]) -> tuple[str, ...]:
    """The assumptions under which the migrated module is the same program. `read`: the module as it was read."""
    found = dict.fromkeys(each for program in programs for each in _assumptions(module, read, program))
    if module is not read:
        for call, told in queue_assumptions(module):
            found[f"{_where(module.place(call))}: {told}"] = None
    if module.script is not None:
        found[f"{module.path}: the cells are run once each, in their order, as `Run All` does"] = None
    return tuple(found)


def stated_by(findings: Iterable[Finding]) -> Iterator[str]:
    """The assumptions under which the edits of these findings are the same."""
    return (f"{_where(each.place)}: {each.message}" for each in findings if each.safety is Safety.REVIEW)


def _where(place: Place) -> str:
    return str(place) if place.cell else f"{place.file}:{place.line}"


def _assumptions(module: Module, read: Module, program: GraphProgram) -> Iterator[str]:
    names = Names.of(read)
    line_before = lines_before(module.text, read.text)
    for wrapper in program.wrappers:
        for item in wrapper.statement.items:
            call = item.context_expr
            if isinstance(call, ast.Call) and names.api_of(call.func) == "tf.device":
                where = _where(module.at(line_before(wrapper.statement.lineno)))
                yield f"{where}: `{ast.unparse(call)}` was dropped; TensorFlow 2 places operations itself"
    if any(isinstance(each, EventWriter) and each.graph for node in program.nodes for each in node.around):
        yield f"{module.path}: the event files no longer hold a drawing of the graph; there is none"
    if any(isinstance(each, IteratorUse) and each.reordered for node in program.nodes for each in node.around):
        yield f"{module.path}: what is shuffled from a seed and then repeated has another order than in TensorFlow 1.15"
    if any(isinstance(each, SaverCall) and each.graph for node in program.nodes for each in node.around):
        yield f"{module.path}: checkpoints hold the variables as before, but no graph (.meta) any more; there is none"
    for node in conditional_restores(program, read, names):
        where = _where(module.at(line_before(node.statement.lineno)))
        yield f"{where}: this restores; where it does not, TensorFlow 1 fails and the migrated program goes on"
    if any(api == "tf.ConfigProto" for _, api in names.apis()):
        yield f"{module.path}: the session's configuration (tf.ConfigProto) was dropped; it sets speed and memory only"
