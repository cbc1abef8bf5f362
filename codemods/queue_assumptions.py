"""What is taken for granted where queues become datasets: which order they had was never certain."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.analysis.arguments import bind
from codemods.analysis.names import Names
from codemods.api import queues, table
from codemods.queue_sources import OtherQueue, Source, is_literal, produced
from codemods.rules.names.uses import tensorflow_name
from codemods.source.module import Module

_FIXED = "tf.FixedLengthRecordReader"


def queue_assumptions(module: Module) -> Iterator[tuple[ast.expr, str]]:
    """The assumptions with their places; nothing for modules without queues."""
    names = Names.of(module)
    for node, api in names.apis():
        call = names.scopes.calls.get(node)
        if call is None:
            continue
        if api in queues.producers() and _is_shuffled(module, names, call, api):
            yield call, f"`{api}` shuffled; the dataset draws other random orders"
        elif api == queues.SHUFFLED_BATCH:
            yield call, f"`{api}` drew at random from what was there; the dataset draws from `capacity` elements"
        elif api == _FIXED:
            yield call, "the files hold whole records; the reader left out what remained at their ends, a dataset fails"
        if api == queues.BATCH and not is_literal(_threads(call, api), 1, None):
            yield call, f"several threads of `{api}` filled batches in any order; the dataset keeps the order it has"


def _is_shuffled(module: Module, names: Names, call: ast.Call, api: str) -> bool:
    root = tensorflow_name(module)
    try:
        text = produced(Source(module, names, root or ""), call, api)
    except OtherQueue:
        return False
    return ".shuffle(" in text or (".list_files(" in text and "shuffle=False" not in text)


def _threads(call: ast.Call, api: str) -> ast.expr | None:
    symbol = table.symbol(api)
    return (bind(call, (symbol.parameters if symbol is not None else None) or ()) or {}).get("num_threads")
