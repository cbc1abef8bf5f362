"""Looks up what the tables write in the TensorFlow at hand: which names do not exist, which calls would be refused.

Reads {"names": [...], "calls": [{"name", "keywords", "places", "count"}, ...]}, writes {name or call: what is wrong}.
`places`: parameters in the order by position; `count`: so many arguments by position.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys

ROOTS = {"tf": "tensorflow"}


def found(dotted: str) -> object:
    first, *rest = dotted.split(".")
    value: object = importlib.import_module(ROOTS.get(first, first))
    path = ROOTS.get(first, first)
    for part in rest:
        path = f"{path}.{part}"
        try:
            value = getattr(value, part)
        except AttributeError:
            value = importlib.import_module(path)  # raises if there is no such module
    return value


def parameters(value: object) -> list[inspect.Parameter]:
    """All that a call may name; keywords that a class hands to the classes above it count too."""
    from tensorflow.python.util import tf_decorator

    if not inspect.isclass(value):
        return list(inspect.signature(tf_decorator.unwrap(value)[1]).parameters.values())
    named: dict[str, inspect.Parameter] = {}
    for each in value.__mro__:
        if "__init__" not in vars(each) or each is object:
            continue
        own = list(inspect.signature(tf_decorator.unwrap(each.__init__)[1]).parameters.values())[1:]
        for parameter in own:
            named.setdefault(parameter.name, parameter)
        if not any(parameter.kind is parameter.VAR_KEYWORD for parameter in own):
            break
    open_ended = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
    return [each for each in named.values() if each.kind not in open_ended]


def refused(value: object, call: dict[str, object]) -> str:
    known = parameters(value)
    if any(each.kind is each.VAR_KEYWORD for each in known):
        return ""
    unknown = [name for name in call["keywords"] if name not in {each.name for each in known}]
    order = [each.name for each in known if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)]
    if unknown:
        return f"takes no {', '.join(unknown)}"
    if order[: len(call["places"])] != call["places"]:
        return f"takes {order}, not {call['places']}"
    return "takes fewer arguments by position" if len(order) < call["count"] else ""


def main() -> None:
    asked = json.load(sys.stdin)
    wrong = {}
    for name in asked["names"]:
        try:
            found(name)
        except (AttributeError, ImportError) as error:
            wrong[name] = str(error)
    for call in asked["calls"]:
        try:
            problem = refused(found(call["name"]), call)
        except (AttributeError, ImportError, ValueError) as error:
            problem = str(error)
        if problem:
            wrong[json.dumps(call)] = problem
    print("\n" + json.dumps({"wrong": wrong, "looked_up": len(asked["names"]) + len(asked["calls"])}))


if __name__ == "__main__":
    main()
