"""What it does
    Takes flags and the start of a program from absl, which is what tf.flags and tf.app are made of.

Why
    tf.flags and tf.app.run are gone. The flags of absl are the same objects, and TensorFlow depends on absl anyway.

    tf.flags parsed the command line when a flag was read for the first time; absl wants to be told. app.run does it;
    where flags are read without it, the started file gets a line `FLAGS(sys.argv)` below its definitions.

    A flag that nothing defines is an error in app.run of absl. tf.app.run handed it on to main, so where main reads its
    argument it still is: `flags_parser=lambda argv: flags.FLAGS(argv, known_only=True)`.

Example
    `tf.app.flags.DEFINE_float('rate', 0.1, 'the rate')` becomes `flags.DEFINE_float('rate', 0.1, 'the rate')`, and
    `tf.app.run()` becomes `app.run(main)`, below `from absl import app, flags`.

When it declines
    Where it is not known which function tf.app.run starts; where flags are set, listed or looked up by name before
    it is certain that they were parsed; where imported modules read flags while they are imported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.analysis.arguments import bind
from codemods.analysis.bindings import Alias, Imported
from codemods.analysis.flag_names import (
    APP_MODULES,
    FLAGS_MODULES,
    RUNNERS,
    brings_flags,
    flag_uses,
    is_flag_name,
    is_written,
    runner_calls,
    started,
)
from codemods.analysis.names import Names, canonical
from codemods.rule import Edit, Finding, Safety
from codemods.rules.kept.needed_imports import beside
from codemods.rules.names.arguments import opening
from codemods.source.module import Module
from codemods.source.statements import insert_before, remove_statements, replace_statement
from codemods.source.walk import walk

RULE = "absl-flags"
_OLD_NAMES = {"flag_name": "name", "default_value": "default", "docstring": "help"}
_TOLERANT = "flags_parser=lambda argv: {flags}.FLAGS(argv, known_only=True)"


def check(module: Module) -> Iterator[Finding]:
    """One finding with all edits, or none where something of it cannot be written."""
    names = Names.of(module)
    if not _concerned(module):
        return
    if not is_written(module):
        yield Finding(RULE, module.at(1), "it is not known what tf.app.run starts here", Safety.NOTE)
        return
    local = _local_names(module, names)
    edits = [*_import_edits(module, names, local), *_use_edits(module, names, local)]
    strict = False
    for call in runner_calls(module):
        found = _run_edits(module, names, call, local)
        strict |= not any("known_only" in each.text for each in found)
        edits += found
    edits += _keyword_edits(module, names)
    message = "flags come from absl"
    if strict:
        message += "; flags that nothing defines are an error, where tf.app.run left them alone"
    if edits:
        yield Finding(
            RULE, module.place(_first(module)), message, Safety.REVIEW if strict else Safety.SAFE, tuple(edits)
        )


def _concerned(module: Module) -> bool:
    return bool(flag_uses(module)) or any(api in RUNNERS for _, api in Names.of(module).apis())


def _first(module: Module) -> ast.expr:
    return next(node for node, api in Names.of(module).apis() if is_flag_name(api))


@dataclass(frozen=True)
class _Local:
    """The names that absl's modules have in a module; `given`: those that it imports already."""

    flags: str
    app: str
    given: frozenset[str]


def _local_names(module: Module, names: Names) -> _Local:
    bindings = names.scopes.top.bindings
    given = {
        binding.dotted: name
        for name, found in bindings.items()
        if len(found) == 1 and isinstance(binding := found[0], Imported) and binding.dotted.startswith("absl.")
    }
    flags = given.get("absl.flags") or _free(module, names, "flags", FLAGS_MODULES)
    app = given.get("absl.app") or _free(module, names, "app", APP_MODULES)
    return _Local(flags, app, frozenset(given.values()))


def _free(module: Module, names: Names, wanted: str, meaning: tuple[str, ...]) -> str:
    """The name, if nothing but the module of TensorFlow that it replaces has it."""
    owners = {scope.owner(node.id) for node, scope in names.scopes.scope_of.items() if node.id == wanted}
    arguments = any(isinstance(each, ast.arg) and each.arg == wanted for each in walk(module.tree))
    found = names.scopes.top.bindings.get(wanted, [])
    same = all(_means(module, names, wanted, each, meaning) for each in found)
    return wanted if same and not arguments and owners <= {names.scopes.top, None} else f"absl_{wanted}"


def _means(module: Module, names: Names, name: str, binding: object, meaning: tuple[str, ...]) -> bool:
    """Whether a module-level name is bound to this by a statement that can go."""
    if isinstance(binding, Imported):
        return canonical(binding.dotted) in meaning
    if not isinstance(binding, Alias) or names.api_of(binding.value) not in meaning:
        return False
    return any(_is_alias(each, name) and each.value is binding.value for each in module.tree.body)  # type: ignore[attr-defined]


def _is_alias(statement: ast.stmt, name: str) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name(id=bound)]):
            return bound == name
        case _:
            return False


def _use_edits(module: Module, names: Names, local: _Local) -> Iterator[Edit]:
    """The part of a chain that is the module of TensorFlow becomes the name of absl's."""
    gone = {id(each.value) for each in _spare(module, names, local)}
    for node, api in names.apis():
        if not is_flag_name(api) or id(node) in gone:
            continue
        inner: ast.expr = node
        while isinstance(inner, ast.Attribute):
            found = canonical(names.dotted_of(inner) or "")
            if found in FLAGS_MODULES or found in APP_MODULES:
                yield Edit(*module.span(inner), local.flags if found in FLAGS_MODULES else local.app)
                break
            inner = inner.value


def _spare(module: Module, names: Names, local: _Local) -> list[ast.Assign]:
    """`flags = tf.app.flags`, which the import does now."""
    return [
        each
        for each in module.tree.body
        if isinstance(each, ast.Assign)
        and ((_is_alias(each, local.flags) and names.api_of(each.value) in FLAGS_MODULES)
             or (_is_alias(each, local.app) and names.api_of(each.value) in APP_MODULES))
    ]  # fmt: skip


def _import_edits(module: Module, names: Names, local: _Local) -> Iterator[Edit]:
    wanted = []
    if runner_calls(module) and local.app not in local.given:
        wanted.append(local.app if local.app == "app" else f"app as {local.app}")
    tolerant = any(_reads_arguments(module, names, each) for each in runner_calls(module))
    if (flag_uses(module) or tolerant) and local.flags not in local.given:
        wanted.append(local.flags if local.flags == "flags" else f"flags as {local.flags}")
    yield from remove_statements(module, _spare(module, names, local))
    for statement in names.import_statements:
        yield from _without(module, statement)
    if wanted:
        yield insert_before(module, beside(module), [f"from absl import {', '.join(wanted)}"])


def _without(module: Module, statement: ast.Import | ast.ImportFrom) -> Iterator[Edit]:
    """`from tensorflow import flags` and its like go."""
    kept = [each for each in statement.names if not brings_flags(statement, each)]
    if len(kept) == len(statement.names):
        return
    assert isinstance(statement, ast.ImportFrom)
    if kept:
        text = ", ".join(f"{each.name} as {each.asname}" if each.asname else each.name for each in kept)
        yield replace_statement(module, statement, [f"from {statement.module} import {text}"])
    else:
        yield from remove_statements(module, [statement])


def _reads_arguments(module: Module, names: Names, call: ast.Call) -> bool:
    """Whether the rest of the command line matters to what is started."""
    bound = bind(call, ("main", "argv")) or {}
    main = started(module, names, call)
    name = main if isinstance(main, str) else main.id if isinstance(main, ast.Name) else ""
    found: list[ast.FunctionDef | ast.Lambda] = [
        each for each in walk(module.tree) if isinstance(each, ast.FunctionDef) and each.name == name
    ]
    found += [main] if isinstance(main, ast.Lambda) else []
    if "argv" in bound or len(found) != 1:
        return True
    spec = found[0].args
    given = {each.arg for each in (*spec.posonlyargs, *spec.args, *([spec.vararg] if spec.vararg else []))}
    return any(isinstance(each, ast.Name) and each.id in given for each in walk(found[0]))


def _run_edits(module: Module, names: Names, call: ast.Call, local: _Local) -> list[Edit]:
    bound = bind(call, ("main", "argv")) or {}
    start, end = opening(module, call) + 1, module.span(call)[1] - 1
    empty = not call.args and not call.keywords
    edits = [] if "main" in bound else [Edit(start, start, "main" if empty else "main, ")]
    if _reads_arguments(module, names, call):
        last = module.text[start:end].rstrip()
        comma = " " if last.endswith(",") else ", "
        edits.append(Edit(start + len(last), start + len(last), comma + _TOLERANT.format(flags=local.flags)))
    return edits


def _keyword_edits(module: Module, names: Names) -> Iterator[Edit]:
    """The names that tf.flags took for what absl calls otherwise."""
    for use in flag_uses(module):
        call = names.scopes.calls.get(use.node)
        if call is not None and use.rest.startswith("DEFINE"):
            for keyword in call.keywords:
                if keyword.arg in _OLD_NAMES:
                    start = module.span(keyword)[0]
                    yield Edit(start, start + len(keyword.arg), _OLD_NAMES[keyword.arg])
