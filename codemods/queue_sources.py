"""What fills an input queue, said as a dataset: arrays, names of files, numbers; and what a reader reads of files."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names
from codemods.api import queues, table
from codemods.source.module import Module
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_PLAIN = (ast.Constant, ast.Name, ast.Attribute, ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop, ast.expr_context)
_WITHOUT_MEANING = frozenset({"capacity", "name", "shared_name", "summary_name"})
_ONCE = "tf.train.match_filenames_once"


class OtherQueue(Exception):
    """A queue is used in a way that has no counterpart here: where, and what of it."""

    def __init__(self, node: ast.expr | ast.stmt, detail: str) -> None:
        super().__init__(detail)
        self.node = node
        self.detail = detail


@dataclass(frozen=True)
class Source:
    """The module that the pieces of text are from; `root`: what it calls TensorFlow."""

    module: Module
    names: Names
    root: str

    def text(self, node: ast.expr) -> str:
        return self.module.source(node)

    def same(self, name: ast.Name) -> list[ast.Name]:
        """Every place where this variable stands."""
        scopes = self.names.scopes.scope_of
        own = scopes[name].owner(name.id)
        return [each for each in names_in(self.module) if each.id == name.id and scopes[each].owner(each.id) is own]


def arguments(source: Source, call: ast.Call, api: str, known: Collection[str]) -> Mapping[str, ast.expr]:
    """The arguments of a call; all have a meaning that is known, and all but the first are plain."""
    symbol = table.symbol(api)
    bound = bind(call, (symbol.parameters if symbol is not None else None) or ())
    if bound is None:
        raise OtherQueue(call, "its arguments are not written one by one")
    for name, value in list(bound.items()):
        if is_literal(value, None):
            continue
        if name not in known and name not in _WITHOUT_MEANING:
            raise OtherQueue(call, f"it has the argument `{name}`")
        if value not in call.args[:1] and not _is_plain(value) and name not in ("tensors", *_given()):
            raise OtherQueue(call, f"the argument `{name}` is computed in the call")
    return {name: value for name, value in bound.items() if not is_literal(value, None)}


def _given() -> set[str]:
    return {each.given for each in queues.producers().values()}


def _is_plain(node: ast.expr) -> bool:
    return all(isinstance(each, _PLAIN) for each in walk(node))


def is_literal(node: ast.expr | None, *wanted: object) -> bool:
    """Whether an argument is one of these literals; None also stands for one that is not given."""
    if node is None:
        return None in wanted
    return isinstance(node, ast.Constant) and any(node.value is each for each in wanted)


def produced(source: Source, call: ast.Call, api: str) -> str:
    """The dataset of what a producer hands out, round by round."""
    row = queues.producers()[api]
    given = arguments(source, call, api, {row.given, "num_epochs", "shuffle", "seed"})
    if row.given not in given:
        raise OtherQueue(call, "what it hands out is not known")
    handed = given[row.given]
    rounds = f".repeat({source.text(given['num_epochs']) if 'num_epochs' in given else ''})"
    rounds = "" if is_literal(given.get("num_epochs"), 1) else rounds
    if isinstance(handed, ast.Call) and source.names.api_of(handed.func) == _ONCE and len(handed.args) == 1:
        order = ", shuffle=False" if is_literal(given.get("shuffle"), False) else _seeded(source, given, ", ")
        return f"{source.root}.data.Dataset.list_files({source.text(handed.args[0])}{order}){rounds}"
    mixed = _shuffled(source, call, given, handed)
    return f"{source.root}.data.Dataset.from_tensor_slices({_data(source, api, handed)}){mixed}{rounds}"


def _data(source: Source, api: str, handed: ast.expr) -> str:
    text = source.text(handed)
    if api == queues.RANGE:
        return f"{source.root}.range({text})"
    if api != queues.SLICES:
        return text
    parts = elements(handed)
    if not parts or any(isinstance(each, ast.Starred) for each in parts):
        raise OtherQueue(handed, "the arrays that it hands out are not listed")
    listed = ", ".join(source.text(each) for each in parts)
    return f"({listed})" if len(parts) > 1 else f"({listed},)"


def elements(node: ast.expr) -> list[ast.expr]:
    """What a tuple or list holds."""
    return node.elts if isinstance(node, ast.List | ast.Tuple) else []


def _shuffled(source: Source, call: ast.Call, given: Mapping[str, ast.expr], handed: ast.expr) -> str:
    """Another order in each round, unless it is forbidden, or there is only one element."""
    if is_literal(given.get("shuffle"), False):
        return ""
    if not is_literal(given.get("shuffle"), True, None):
        raise OtherQueue(call, "whether it shuffles is not known from the source")
    size = _size(source, call, handed)
    return f".shuffle({size}{_seeded(source, given, ', ')})" if size != "1" else ""


def _seeded(source: Source, given: Mapping[str, ast.expr], before: str) -> str:
    return f"{before}seed={source.text(given['seed'])}" if "seed" in given else ""


def _size(source: Source, call: ast.Call, handed: ast.expr) -> str:
    """How many elements there are in a round."""
    if source.names.api_of(call.func) == queues.RANGE and _is_plain(handed):
        return source.text(handed)
    first = handed
    if source.names.api_of(call.func) == queues.SLICES:
        first = (elements(handed) or [handed])[0]
    shown = _display(source, first)
    if isinstance(shown, ast.List | ast.Tuple) and not any(isinstance(each, ast.Starred) for each in shown.elts):
        return str(len(shown.elts))
    if isinstance(first, ast.Name | ast.Attribute):
        return f"len({source.text(first)})"
    raise OtherQueue(call, "it shuffles, and how many elements there are is not known: give the list a name")


def _display(source: Source, node: ast.expr) -> ast.expr:
    """The list that a name stands for, where the name is used nowhere else."""
    if not isinstance(node, ast.Name):
        return node
    above = parents(source.module)
    bound = [above.get(each) for each in source.same(node) if each is not node]
    match bound:
        case [ast.Assign(value=value, targets=[ast.Name()])]:
            return value
        case _:
            return node


def read(source: Source, call: ast.Call, api: str, queue: str, with_key: bool, name: str) -> str:
    """The dataset of what a reader reads of the files with the names in a queue; `name`: one that is free."""
    row = queues.readers()[api]
    given = arguments(source, call, api, {*row.arguments, *([row.skip] if row.skip else [])})
    made = f"{source.root}.{row.dataset}"
    if row.whole:
        return f"{queue}.map(lambda {name}: ({name}, {made}({name})))" if with_key else f"{queue}.map({made})"
    if with_key:
        raise OtherQueue(call, "the keys of what it reads are used")
    rest = "".join(f", {each}={source.text(given[each])}" for each in row.arguments if each in given)
    skipped = given.get(row.skip or "")
    skip = "" if skipped is None or is_literal(skipped, 0) else f".skip({source.text(skipped)})"
    return (
        f"{queue}.flat_map(lambda {name}: {made}({name}{rest}){skip})" if rest + skip else f"{queue}.flat_map({made})"
    )


def batched(source: Source, call: ast.Call, api: str) -> str:
    """The methods of a dataset that gather batches."""
    known = {"tensors", "batch_size", "num_threads", "allow_smaller_final_batch", "enqueue_many", "dynamic_pad"}
    mixing = {"min_after_dequeue", "seed"} if api == queues.SHUFFLED_BATCH else set()
    given = arguments(source, call, api, known | mixing)
    for name in ("enqueue_many", "dynamic_pad"):
        if not is_literal(given.get(name), False, None):
            raise OtherQueue(call, f"it has the argument `{name}`")
    if not is_literal(given.get("allow_smaller_final_batch"), False, True, None):
        raise OtherQueue(call, "whether its last batch may be smaller is not known from the source")
    if "batch_size" not in given or (mixing and "capacity" not in given):
        raise OtherQueue(call, "the size of its batches or of its queue is missing")
    rest = "" if is_literal(given.get("allow_smaller_final_batch"), True) else ", drop_remainder=True"
    text = f".batch({source.text(given['batch_size'])}{rest})"
    if not mixing:
        return text
    return f".shuffle({source.text(given['capacity'])}{_seeded(source, given, ', ')}){text}"
