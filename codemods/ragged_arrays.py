"""Arrays of pairs whose parts may differ in length: NumPy made arrays of objects of them, and refuses today.

`np.array(list(zip(inputs, labels)))` is such an array where an input and a label have different lengths. Which lengths
they have is not in the code, so a person has to say: `dtype=object` if they differ, nothing if they do not.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codemods.analysis.names import Names
from codemods.obstacles import obstacle
from codemods.rule import Obstacle
from codemods.source.module import Module
from codemods.source.walk import walk

_ZIPPED = b"list(zip("
_ARRAYS = frozenset({"numpy.array", "numpy.asarray"})
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class _Taker:
    """A function that makes an array of what it is given: of the argument of this name and place."""

    module: Module
    call: ast.Call
    name: str
    place: int


def ragged_arrays(modules: Mapping[str, Module]) -> Mapping[str, tuple[Obstacle, ...]]:
    """By path: every call that makes an array of zipped values, directly or of an argument that some call zips."""
    if not any(_ZIPPED in module.data for module in modules.values()):
        return {}
    found: dict[str, list[Obstacle]] = {}
    takers: dict[str, list[_Taker]] = {}
    for path, module in sorted(modules.items()):
        if b"numpy" not in module.data or b"array(" not in module.data:
            continue
        for call in _arrays(module):
            if _is_zipped(call.args[0]):
                found.setdefault(path, []).append(_obstacle(module, call))
        for function, taker in _takers(module):
            takers.setdefault(function, []).append(taker)
    for taker in _given_pairs(modules, takers) if takers else ():
        found.setdefault(taker.module.path, []).append(_obstacle(taker.module, taker.call))
    return {path: tuple(dict.fromkeys(each)) for path, each in found.items()}


def _arrays(module: Module) -> Iterator[ast.Call]:
    """Calls that make an array of one argument, without a dtype."""
    names = Names.of(module)
    for call in _calls(module):
        if len(call.args) == 1 and not call.keywords and names.dotted_of(call.func) in _ARRAYS:
            yield call


def _calls(module: Module) -> list[ast.Call]:
    return [node for node in walk(module.tree) if isinstance(node, ast.Call)]


def _takers(module: Module) -> Iterator[tuple[str, _Taker]]:
    """By name, the functions of a module that hand an argument to such a call as it came."""
    arrays = {call.args[0]: call for call in _arrays(module)}
    for function in (node for node in walk(module.tree) if isinstance(node, _Function)) if arrays else ():
        parameters = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
        inside = set(walk(function))
        for value, call in arrays.items():
            if value in inside and isinstance(value, ast.Name) and value.id in parameters:
                yield function.name, _Taker(module, call, value.id, parameters.index(value.id))


def _given_pairs(modules: Mapping[str, Module], takers: Mapping[str, list[_Taker]]) -> Iterator[_Taker]:
    """Those that some call gives zipped values; a method is not called by its bare name, so it is left out."""
    for _, module in sorted(modules.items()):
        if _ZIPPED not in module.data:
            continue
        names = Names.of(module)
        for call in _calls(module):
            dotted = names.dotted_of(call.func) or (call.func.id if isinstance(call.func, ast.Name) else "")
            package, _, name = dotted.lstrip(".").rpartition(".")
            for taker in takers.get(name, ()):
                if _is_module(package, taker.module, module) and _is_zipped(_argument(call, taker)):
                    yield taker


def _is_module(package: str, defining: Module, calling: Module) -> bool:
    """Does a dotted name mean the module that defines the function?"""
    if not package:
        return defining is calling or calling.path.rpartition("/")[0] == defining.path.rpartition("/")[0]
    own = defining.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return own == package or own.endswith(f".{package}")


def _argument(call: ast.Call, taker: _Taker) -> ast.expr | None:
    named = next((each.value for each in call.keywords if each.arg == taker.name), None)
    return named if named is not None or len(call.args) <= taker.place else call.args[taker.place]


def _is_zipped(value: ast.expr | None) -> bool:
    """`list(zip(a, b))`"""
    match value:
        case ast.Call(
            func=ast.Name(id="list"),
            args=[ast.Call(func=ast.Name(id="zip"), args=[_, _, *_], keywords=[])],
            keywords=[],
        ):
            return True
        case _:
            return False


def _obstacle(module: Module, call: ast.Call) -> Obstacle:
    return obstacle("ragged-array", module.place(call), ast.unparse(call))
