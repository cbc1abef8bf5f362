"""Optimizers: the object that is made once, as the Keras class or as the v1 class."""

from __future__ import annotations

import ast

from codemods.api import table
from codemods.emit.writer import Writer
from codemods.graph.program import Node
from codemods.plan.dtypes import dtype_of
from codemods.plan.plan import OptimizerPlan

RULE = "optimizer"


def construction(writer: Writer, planned: OptimizerPlan) -> str:
    """The expression that makes the optimizer."""
    row = table.optimizer(planned.use.api)
    assert row is not None
    arguments = _keras_arguments(writer, planned) if planned.keras else _v1_arguments(writer, planned)
    made = f"keras.optimizers.{row.keras}" if planned.keras else row.v1.removeprefix("tf.")
    return f"{writer.tf}.{made}({', '.join(arguments)})"


def lines(writer: Writer, node: Node) -> list[str]:
    """The lines that make the optimizers which the program did not name itself, and the variables of fed rates."""
    made = []
    for use in node.optimizers:
        planned = writer.plan.optimizers[use.call]
        made += rate_lines(writer, planned)
        if not planned.named_by_user:
            made.append(f"{planned.name} = {construction(writer, planned)}")
    return made


def rate_lines(writer: Writer, planned: OptimizerPlan) -> list[str]:
    """The variables that hold what is fed to a v1 optimizer."""
    held = {} if planned.rate_variable is None else {planned.rate_variable: planned.rate}
    held |= {variable: planned.use.fed[name] for name, variable in planned.fed.items()}
    return [f"{name} = {writer.tf}.Variable({_zero(writer, each)}, trainable=False)" for name, each in held.items()]


def _zero(writer: Writer, definition: int | None) -> str:
    """Zero, in the dtype of the placeholder."""
    spec = writer.plan.specs.get(definition) if definition is not None else None
    if definition is None or spec is None or dtype_of(writer.program, writer.names, definition) == "float32":
        return "0.0"
    return f"{writer.tf}.zeros([], {spec}.dtype)"


def edit_optimizers(writer: Writer, node: Node) -> None:
    """Edit the constructions that the program named itself, where they stand."""
    for use in node.optimizers:
        planned = writer.plan.optimizers[use.call]
        if planned.named_by_user:
            writer.replace(use.call, construction(writer, planned), RULE)


def _keras_arguments(writer: Writer, planned: OptimizerPlan) -> list[str]:
    row = table.optimizer(planned.use.api)
    assert row is not None
    written: list[str] = []
    given = set()
    for index, (name, expression) in enumerate(planned.use.arguments.items()):
        target = row.arguments.get(name)
        if target is None or (name == "learning_rate" and planned.rate is not None):
            continue
        given.add(target)
        first = index == 0 and expression in planned.use.call.args
        text = _float_text(writer, expression) if name == "learning_rate" else writer.text(expression)
        written.append(text if first else f"{target}={text}")
    return written + [f"{name}={text}" for name, text in row.fixed.items() if name not in given]


def _v1_arguments(writer: Writer, planned: OptimizerPlan) -> list[str]:
    call = planned.use.call
    variables = {planned.use.arguments[name]: variable for name, variable in planned.fed.items()}
    if planned.rate_variable is not None:
        variables[planned.use.arguments["learning_rate"]] = planned.rate_variable
    texts = [variables.get(argument) or writer.text(argument) for argument in call.args]
    return texts + [
        f"{keyword.arg}={variables.get(keyword.value) or writer.text(keyword.value)}"
        for keyword in call.keywords
        if keyword.arg
    ]


def _float_text(writer: Writer, rate: ast.expr) -> str:
    """A Keras learning rate has to be a float of Python: an integer or a NumPy number is made one."""
    text = writer.text(rate)
    return text if _is_float(writer, rate) else f"float({text})"


def _is_float(writer: Writer, node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=value):
            return isinstance(value, float)
        case ast.UnaryOp(operand=operand):
            return _is_float(writer, operand)
        case ast.BinOp(left=left, right=right, op=op):
            numbers = [_is_float(writer, each) or isinstance(each, ast.Constant) for each in (left, right)]
            either = _is_float(writer, left) or _is_float(writer, right)
            return all(numbers) and (either or isinstance(op, ast.Div))
        case ast.Name(id=name):
            found = [each for each in writer.program.definitions.values() if each.name == name]
            bound = writer.node(found[0].node).statement if len(found) == 1 else None
            return (
                isinstance(bound, ast.Assign)
                and bound.targets[0].__class__ is ast.Name
                and _is_float(writer, bound.value)
            )
        case _:
            return False
