"""Small sources as graph programs and plans, for the tests of the stages between reading and writing."""

from __future__ import annotations

import ast
from textwrap import dedent

from codemods.analysis.names import Names
from codemods.graph.calls import call
from codemods.graph.environment import Environment
from codemods.graph.evaluate import Evaluation, evaluate
from codemods.graph.lower import lower
from codemods.graph.program import Definition, GraphProgram, Node
from codemods.graph.scopes import VariableScopes
from codemods.graph.values import Value
from codemods.plan.plan import ScopePlan
from codemods.plan.scope import plan_scope
from codemods.rule import Options
from codemods.source.module import Module, parse_module

IMPORT = "import tensorflow as tf\n"


def read(text: str) -> Module:
    """A module that imports TensorFlow in its first line."""
    module = parse_module("program.py", (IMPORT + dedent(text)).encode())
    assert isinstance(module, Module), module
    return module


def lowered(text: str) -> GraphProgram:
    """The graph program of a module."""
    module = read(text)
    return lower(module, module.tree, {})


def planned(text: str) -> tuple[GraphProgram, ScopePlan]:
    """The graph program of a module and its plan."""
    module = read(text)
    program = lower(module, module.tree, {})
    return program, plan_scope(program, module, Names.of(module), Options())


def value_of(expression: str, **known: Value) -> tuple[Value, Evaluation]:
    """What an expression denotes where names have these values, and what was recorded on the way."""
    module = read(expression + "\n")
    statement = module.tree.body[-1]
    assert isinstance(statement, ast.Expr)
    environment = Environment()
    environment.definitions = {
        name: Definition(number, name, 0, value) for number, (name, value) in enumerate(known.items())
    }
    build = Evaluation(module, Names.of(module), environment, VariableScopes(), call)
    return evaluate(build, statement.value), build


def node_of(program: GraphProgram, name: str) -> Node:
    """The statement that defines a name last."""
    found = [each.node for each in program.definitions.values() if each.name == name]
    return program.nodes[found[-1]]


def obstacles(text: str) -> list[str]:
    """The obstacles of a module, each as `name: symbol`."""
    return [f"{each.id}: {each.symbol}" for each in planned(text)[1].obstacles]
