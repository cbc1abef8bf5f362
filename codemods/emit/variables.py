"""Variables: `tf.get_variable` and scoped `tf.Variable` become `tf.Variable` under their full TF1 name."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from codemods.analysis.arguments import bind
from codemods.api import table
from codemods.emit.writer import Unwritable, Writer
from codemods.graph.creations import GET_VARIABLE_PARAMETERS, VARIABLE_PARAMETERS, is_none, text_of
from codemods.graph.given_names import GIVEN
from codemods.graph.program import Creation, Node
from codemods.graph.values import holder
from codemods.obstacles import obstacle
from codemods.rule import Edit
from codemods.source.comments import Comment
from codemods.source.tree import parents

RULE = "variable"
_DTYPES = frozenset(
    f"tf.{name}"
    for name in ("float16", "bfloat16", "float32", "float64", "double", "int8", "int16", "int32", "int64", "uint8",
                 "uint16", "bool", "string", "complex64", "complex128")
)  # fmt: skip


def edit_variables(writer: Writer, node: Node) -> None:
    """Edit the creations of a statement that stays."""
    for creation in node.creations:
        for read in creation.reads:
            access = read.func if isinstance(read, ast.Call) else read
            assert isinstance(access, ast.Attribute)
            writer.replace(read, writer.text(access.value), RULE)
        if creation.api == "tf.get_variable":
            _edit_get_variable(writer, creation)
        elif creation.api == GIVEN:
            _edit_given(writer, creation)
        else:
            _drop_dtype(writer, creation)
            if creation.scoped:
                _edit_scoped(writer, creation)


def _drop_dtype(writer: Writer, creation: Creation) -> None:
    """`tf.Variable(x, tf.float32)`: the dtype stands in the place of `trainable`, where it says no more than True."""
    match creation.call.args:
        case [first, second] if writer.names.api_of(second) in _DTYPES:
            start, end = writer.module.span(first)[1], writer.module.span(second)[1]
            if "#" not in writer.module.text[start:end]:
                writer.edits.append(Edit(start, end, ""))
                writer.rules.setdefault(second.lineno, RULE)


def edit_in_functions(writer: Writer) -> None:
    """Edit the creations inside of functions that stay: the name is the expression that it was."""
    for creation in writer.program.in_functions:
        bound = bind(creation.call, GET_VARIABLE_PARAMETERS) or {}
        known = set(writer.orphans)
        _write_variable(writer, creation, bound, writer.text(bound["name"]))
        lift_comments(writer, creation.call, [each for each in writer.orphans if each not in known])


def lift_comments(writer: Writer, call: ast.AST, comments: Sequence[Comment]) -> None:
    """Put comments that stood inside of text that was replaced above its statement."""
    statement: ast.AST = call
    while not isinstance(statement, ast.stmt):
        statement = parents(writer.module)[statement]
    line = writer.module.line(statement.lineno)
    indent = line[: len(line) - len(line.lstrip())]
    start = writer.module.line_starts[statement.lineno - 1]
    writer.edits += [Edit(start, start, f"{indent}{each.text}\n") for each in comments]


def _edit_get_variable(writer: Writer, creation: Creation) -> None:
    if creation.reuses is not None:
        writer.replace(creation.call, _reused_name(writer, creation), RULE)
        return
    bound = {**(bind(creation.call, GET_VARIABLE_PARAMETERS) or {}), **creation.defaults}
    _write_variable(writer, creation, bound, creation.written or _name(writer, bound, creation))


def _edit_given(writer: Writer, creation: Creation) -> None:
    """A function of the program makes it, and is given its whole name."""
    if creation.reuses is not None:
        writer.replace(creation.call, _reused_name(writer, creation), RULE)
    elif creation.given is not None and "/" in (creation.name or ""):
        text = creation.written or _quoted(writer, creation.given, creation)
        if creation.parameter:
            _add_argument(writer, creation.call, f"{creation.parameter}={text}")
        else:
            writer.replace(creation.given, text, RULE)


def _add_argument(writer: Writer, call: ast.Call, text: str) -> None:
    """One more argument, behind all others."""
    given = [*call.args, *(each.value for each in call.keywords)]
    end = max((writer.module.span(each)[1] for each in given), default=writer.module.span(call.func)[1] + 1)
    writer.edits.append(Edit(end, end, f", {text}" if given else text))
    writer.rules.setdefault(call.lineno, RULE)


def _write_variable(writer: Writer, creation: Creation, bound: Mapping[str, ast.expr], name: str) -> None:
    arguments = [_initial_value(writer, creation, bound), f"name={name}"]
    if "trainable" in bound:
        arguments.insert(1, f"trainable={writer.text(bound['trainable'])}")
    writer.replace(creation.call, f"{writer.tf}.Variable({', '.join(arguments)})", RULE)


def _name(writer: Writer, bound: Mapping[str, ast.expr], creation: Creation) -> str:
    return writer.text(bound["name"]) if "/" not in (creation.name or "") else _quoted(writer, bound["name"], creation)


def _reused_name(writer: Writer, creation: Creation) -> str:
    """What a variable that was made before is read by: a name, or an element of a container that has one."""
    made = [each for node in writer.program.nodes for each in node.creations if each.call is creation.reuses]
    nodes = [node for node in writer.program.nodes if any(each in made for each in node.creations)]
    for found in (each for node in nodes for each in node.defines):
        held = holder(found.name, found.value, creation.reuses)
        if held is not None:
            return held
    place = writer.module.place(creation.call)
    raise Unwritable(obstacle("variable-reuse-dynamic", place, creation.name or "?", "what it reuses has no name"))


def _quoted(writer: Writer, written: ast.expr, creation: Creation) -> str:
    quote = writer.module.source(written).strip()[-1] if text_of(written) is not None else '"'
    return f"{quote}{creation.name}{quote}"


def _initial_value(writer: Writer, creation: Creation, bound: Mapping[str, ast.expr]) -> str:
    initializer = bound.get("initializer")
    dtype = f", dtype={writer.text(bound['dtype'])}" if "dtype" in bound else ""
    if creation.initializer == "zeros":
        return f"{writer.tf}.zeros({writer.text(bound['shape'])}{dtype})"
    if is_none(initializer) or initializer is None:
        return f"{writer.tf}.keras.initializers.GlorotUniform()({writer.text(bound['shape'])}{dtype})"
    if creation.initializer == "tensor":
        return writer.text(initializer)
    shape = writer.text(bound["shape"])
    if isinstance(initializer, ast.Call) and not initializer.args and not initializer.keywords:
        row = table.initializer(writer.names.api_of(initializer.func) or "")
        if row is not None and row.shorthand is not None:
            return f"{row.shorthand.replace('tf.', writer.tf + '.', 1)}({shape}{dtype})"
    made = "()" if creation.initializer == "class" else ".clone()" if creation.shared else ""
    plain = isinstance(initializer, ast.Call | ast.Name | ast.Attribute | ast.Subscript)
    text = writer.text(initializer) if plain else f"({writer.text(initializer)})"
    return f"{text}{made}({shape}{dtype})"


def _edit_scoped(writer: Writer, creation: Creation) -> None:
    bound = bind(creation.call, VARIABLE_PARAMETERS) or {}
    if text_of(bound.get("name")) is not None and creation.name is not None:
        writer.replace(bound["name"], _quoted(writer, bound["name"], creation), RULE)
