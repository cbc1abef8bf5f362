"""What a collection of tensors held where the program asked for it, written out."""

from __future__ import annotations

import ast

from codemods.api import table
from codemods.emit.deferred import list_name
from codemods.emit.variable_lists import QUERY_RULE
from codemods.emit.writer import Writer
from codemods.graph.program import Collected, Node, Term
from codemods.source.tree import parents

_WIDTH = 90
_PENALTIES = {
    "tf.contrib.layers.l2_regularizer": "{scale} * {tf}.nn.l2_loss({variable})",
    "tf.contrib.layers.l1_regularizer": "{scale} * {tf}.reduce_sum({tf}.abs({variable}))",
}
_ATOMS = (ast.Constant, ast.Name, ast.Attribute, ast.Call, ast.Subscript)


def edit_collections(writer: Writer, node: Node) -> None:
    """Write the list, or the sum, in place of each question for a collection."""
    for each in node.collected:
        writer.replace(each.call, _text(writer, each), QUERY_RULE)


def _text(writer: Writer, asked: Collected) -> str:
    terms = [_term(writer, each) for each in asked.terms]
    if not asked.total:
        return _list(writer, asked.call, terms)
    return f"{writer.tf}.add_n({_list(writer, asked.call, terms)})"


def _list(writer: Writer, call: ast.Call, terms: list[str]) -> str:
    """A list in one line; one that would be far to the right has one element a line."""
    if len(terms) == 1 and terms[0].startswith("*("):
        return f"[{terms[0][2:-1]}]"
    if len(terms) == 1 and terms[0].startswith("*"):
        return terms[0].removeprefix("*")
    whole = f"[{', '.join(terms)}]"
    margin = " " * writer.module.column(_statement(writer, call))
    if writer.module.column(call) + len(whole) <= _WIDTH or len(terms) == 1:
        return whole
    return "\n".join(["[", *(f"{margin}{writer.indent}{each}," for each in terms), f"{margin}]"])


def _statement(writer: Writer, call: ast.Call) -> ast.stmt:
    found: ast.AST = call
    while not isinstance(found, ast.stmt):
        found = parents(writer.module)[found]
    return found


def _term(writer: Writer, term: Term) -> str:
    if term.deferred is not None:
        return f"*(each() for each in {list_name(writer.module, term.deferred)})"
    if term.layer is not None:
        return f"*{writer.plan.layers[term.layer]}.losses"
    if term.regularizer is None:
        assert term.expression is not None
        return writer.text(term.expression)
    return _penalty(writer, term.regularizer, term.holder)


def _penalty(writer: Writer, regularizer: ast.expr, variable: str) -> str:
    """The penalty of a variable: what the regularizer computes where it is made for this one, else its call."""
    match regularizer:
        case ast.Call(func=function, args=args, keywords=keywords):
            scale = args[0] if args else next(each.value for each in keywords if each.arg == "scale")
            text = writer.text(scale) if isinstance(scale, _ATOMS) else f"({writer.text(scale)})"
            form = _PENALTIES[table.canonical(writer.names.api_of(function) or "")]
            return form.format(scale=text, tf=writer.tf, variable=variable)
        case _:
            return f"{writer.text(regularizer)}({variable})"
