"""What it does
    Switches the entry of a program to graph mode with `tf.disable_v2_behavior()`, once, and asks for the legacy Keras
    package before TensorFlow is imported, if the program uses layers or cells that only live there.

Why
    `tf.compat.v1` alone still executes eagerly; and Keras 3 has neither `tf.layers` nor `tf.nn.rnn_cell`.

Example
    After the imports: `tf.disable_v2_behavior()`. Before them: `os.environ["TF_USE_LEGACY_KERAS"] = "1"`.

When it declines
    A program that switches graph mode or eager execution itself is left to do so.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.analysis.names import Names, canonical
from codemods.rule import Edit, Finding, Safety
from codemods.rules.kept.compat_imports import names_tensorflow
from codemods.rules.kept.places import V1, free_name, tensorflow_name
from codemods.source.module import Module
from codemods.source.statements import insert_after, insert_before, stands_alone

ID = "graph-mode"
KERAS_ID = "legacy-keras"
_SWITCHES = frozenset(
    f"tf.{name}"
    for name in ("disable_v2_behavior", "disable_eager_execution", "enable_eager_execution", "enable_v2_behavior")
)
_HARMLESS = ("tf.app", "tf.flags", "tf.logging", "tf.gfile", "tf.contrib")
_KERAS_VARIABLE = "TF_USE_LEGACY_KERAS"
_FORMER_LAYERS = '("legacy_tf_layers", "legacy_tf_layers.base", "legacy_tf_layers.normalization")'
_KERAS_LINES = (
    "# tf.layers and tf.nn.rnn_cell are part of the legacy Keras package, tf_keras.",
    f'os.environ["{_KERAS_VARIABLE}"] = "1"',
)
_SLIM_LINES = (
    "# tf_slim.batch_norm looks for these modules where they were in earlier versions of tf_keras.",
    "sys.modules.update(",
    '    {f"tf_keras.{part}": importlib.import_module(f"tf_keras.src.{part}")',
    f"     for part in {_FORMER_LAYERS}}}",
    ")",
)


def switches_itself(names: Names) -> bool:
    """Does a module call `disable_v2_behavior` or one of its relatives?"""
    return any(api in _SWITCHES for _, api in names.apis())


def graph_mode_findings(
    entry: Module, own: frozenset[str], acts: bool, switch: bool, keras: bool, slim: bool
) -> tuple[Finding, ...]:
    """`own`: dotted names of the program's modules; `acts`: do they build graph while they are imported; `switch`:
    is the switch needed; `keras`: the legacy package; `slim`: the repair of tf_slim's batch normalization."""
    names = Names.of(entry)
    first = _first_import(entry, names, own)
    if first is None:
        return ()
    keras = keras and _KERAS_VARIABLE not in entry.text
    findings: list[Finding] = []
    wanted = (*(("importlib",) if slim else ()), *(("os",) if keras else ()), *(("sys",) if slim else ()))
    above = [f"import {name}" for name in wanted if not _imports_before(entry, name, first)]
    if keras or above:
        lines = _prelude(entry, above, keras, first)
        findings.append(_keras_finding(entry, insert_before(entry, first, lines)))
    if switch or slim:
        findings.append(_switch_finding(entry, names, own, acts, first, switch, slim))
    return tuple(findings)


def acts_at_import(module: Module) -> bool:
    """Does importing a module build graph: does its body, outside of functions, call TensorFlow or code of its own?"""
    names = Names.of(module)
    defined = {each.name for each in module.tree.body if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    stack: list[ast.AST] = [each for each in module.tree.body if not _is_main(each)]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call):
            api = names.api_of(node.func) or ""
            if api.startswith("tf.") and not api.startswith(_HARMLESS):
                return True
            if isinstance(node.func, ast.Name) and node.func.id in defined:
                return True
        stack.extend(ast.iter_child_nodes(node))
    return False


def _prelude(entry: Module, above: Sequence[str], keras: bool, first: ast.stmt) -> list[str]:
    lines = [*above, *(("", *_KERAS_LINES) if keras and above else _KERAS_LINES if keras else ())]
    return [*lines, ""] if keras else lines


def _keras_finding(entry: Module, edit: Edit) -> Finding:
    message = "The program uses layers or cells that need the legacy Keras package (pip install tf_keras)."
    return Finding(KERAS_ID, entry.place(entry.tree.body[0]), message, Safety.SAFE, (edit,))


def _switch_finding(
    entry: Module, names: Names, own: frozenset[str], acts: bool, first: ast.stmt, switch: bool, slim: bool
) -> Finding:
    name = tensorflow_name(names)
    anchor = None if name is None else _anchor(entry, names, own, acts, name)
    repair = _SLIM_LINES if slim else ()
    call = (f"{name or free_name(names, 'tf', 'tf1')}.disable_v2_behavior()",) if switch else ()
    if anchor is None:
        edit = insert_before(entry, first, [f"import {V1} as {name or free_name(names, 'tf', 'tf1')}", *call, *repair])
    else:
        last = anchor is _run(entry, anchor)[-1]
        edit = insert_after(entry, anchor, [*(("",) if last else ()), *call, *repair])
    message = "tf.compat.v1 runs in graph mode after disable_v2_behavior()."
    return Finding(ID, entry.place(anchor or first), message, Safety.SAFE, (edit,))


def _anchor(entry: Module, names: Names, own: frozenset[str], acts: bool, name: str) -> ast.stmt | None:
    """The statement after which graph mode is switched on; None if that must be before the first import.

    That is the end of the block of imports, or the import of TensorFlow itself if modules imported later build graph.
    """
    top = next((each for each in entry.tree.body if _binds(each, name)), None)
    if top is None or not stands_alone(entry, top):
        return None
    run = _run(entry, top)
    acting = [each for each in entry.tree.body if acts and any(_is_own(inner, own) for inner in _imports_in(each))]
    if any(each.lineno < top.lineno for each in acting):
        return None
    if any(each.lineno <= run[-1].lineno for each in acting) or not stands_alone(entry, run[-1]):
        return top
    return run[-1]


def _run(entry: Module, top: ast.stmt) -> list[ast.stmt]:
    """The import statements that follow one another from a statement on."""
    start = entry.tree.body.index(top)
    run = [top]
    for statement in entry.tree.body[start + 1 :]:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            break
        run.append(statement)
    return run


def _first_import(entry: Module, names: Names, own: frozenset[str]) -> ast.stmt | None:
    """The first top-level statement that imports TensorFlow, Keras, or a module of the program."""
    for statement in entry.tree.body:
        if any(_is_relevant(each, own) for each in _imports_in(statement)):
            return statement
    return None


def _is_relevant(statement: ast.Import | ast.ImportFrom, own: frozenset[str]) -> bool:
    keras = ("keras", "tf_keras", "tf_slim")
    roots = [alias.name for alias in statement.names] if isinstance(statement, ast.Import) else [statement.module or ""]
    return (
        names_tensorflow(statement)
        or _is_own(statement, own)
        or any(root.split(".")[0] in keras or root.startswith("tensorflow_") for root in roots)
    )


def _is_own(statement: ast.Import | ast.ImportFrom, own: frozenset[str]) -> bool:
    if isinstance(statement, ast.Import):
        return any(alias.name in own for alias in statement.names)
    package = statement.module or ""
    return statement.level > 0 or package in own or any(f"{package}.{alias.name}" in own for alias in statement.names)


def _imports_in(statement: ast.stmt) -> list[ast.Import | ast.ImportFrom]:
    return [node for node in ast.walk(statement) if isinstance(node, ast.Import | ast.ImportFrom)]


def _imports_before(entry: Module, name: str, first: ast.stmt) -> bool:
    earlier = (each for each in entry.tree.body if isinstance(each, ast.Import) and each.lineno < first.lineno)
    return any(alias.name == name and alias.asname is None for each in earlier for alias in each.names)


def _binds(statement: ast.stmt, name: str) -> bool:
    """Is this a top-level statement (not a function or class) that imports TensorFlow under this name?"""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return False
    imports = (each for each in _imports_in(statement) if isinstance(each, ast.Import))
    pairs = ((alias.name, alias.asname or alias.name) for each in imports for alias in each.names)
    return any(bound == name and canonical(dotted) == "tf" for dotted, bound in pairs)


def _is_main(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and "__name__" in ast.dump(statement.test)
