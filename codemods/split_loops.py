"""A loop that makes variables amid a computation, as two: one that makes them into lists, one that computes with them.

`for size in sizes: w = tf.Variable(...); h = tf.matmul(h, w)` is `ws = []`, `for size in sizes: ws.append(...)`, and
`for w in ws: h = tf.matmul(h, w)`. In TensorFlow 1 that builds the same graph.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codemods.analysis.main_guard import is_main
from codemods.loop_parts import LoopParts, loop_parts
from codemods.plan.names import bound_names, fresh
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.loop_headers import is_repeatable, zipped_header
from codemods.source.module import Module, rewritten
from codemods.source.statements import stands_alone
from codemods.source.strings import continued_string_lines
from codemods.source.tree import names_in, parents
from codemods.source.walk import walk

_BY_NAME = ("get_tensor_by_name", "get_operation_by_name", "as_graph_element", "get_operations")
_LEAVING = (ast.Break, ast.Continue, ast.Return, ast.Yield, ast.YieldFrom, ast.Await, ast.NamedExpr, ast.Global,
            ast.Nonlocal, ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.Try, ast.AsyncFor, ast.AsyncWith)  # fmt: skip


def with_loops_split(module: Module) -> Module:
    """The module with every loop split that can be."""
    if not is_splittable_text(module):
        return module
    taken = bound_names(walk(module.tree))
    edits = [_edit(module, parts, taken) for parts in _splittable(module)]
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def is_splittable_text(module: Module) -> bool:
    """Whether the module is one text, and looks nothing up by the names that the graph gave."""
    return module.script is None and not any(each in module.text for each in _BY_NAME)


def _splittable(module: Module) -> Iterator[LoopParts]:
    for loop in walk(module.tree):
        if not isinstance(loop, ast.For) or not is_plain(module, loop):
            continue
        parts = loop_parts(module, loop)
        if parts is not None and not _is_read_later(module, loop, set(parts.made)):
            yield parts


def is_plain(module: Module, loop: ast.For) -> bool:
    """Whether the loop runs once, from its first statement to its last, over what can be gone through again."""
    if loop.orelse or loop.type_comment or any(isinstance(each, _LEAVING) for each in walk(loop)):
        return False
    above = parents(module).get(loop)
    while isinstance(above, ast.With) or (isinstance(above, ast.stmt) and is_main(above)):
        above = parents(module).get(above)
    if not isinstance(above, ast.Module | ast.FunctionDef) or not is_repeatable(module, loop.iter, loop):
        return False
    inside = [each for each in walk(loop) if isinstance(each, ast.stmt)]
    return all(stands_alone(module, each) for each in inside if each is not loop) and not continued_string_lines(
        module.source(loop)
    )


def _is_read_later(module: Module, loop: ast.For, made: set[str]) -> bool:
    """Whether a name of the variables is read where it may still be the last one of the loop."""
    scope: ast.AST = loop
    while not isinstance(scope, ast.Module | ast.FunctionDef):
        scope = parents(module)[scope]
    inside = {id(each) for each in walk(loop)}
    other = [each for each in names_in(module) if each.id in made and id(each) not in inside]
    for place in other:
        around, statement = _scope_and_statement(module, place)
        if around is not scope:
            return True
        if place.lineno > loop.lineno and isinstance(place.ctx, ast.Load):
            before = [each for each in other if each.id == place.id and isinstance(each.ctx, ast.Store)]
            if not any(_binds_surely(module, each, scope, loop, statement) for each in before):
                return True
    return False


def _scope_and_statement(module: Module, place: ast.Name) -> tuple[ast.AST, ast.stmt]:
    above: ast.AST = place
    while not isinstance(above, ast.stmt):
        above = parents(module)[above]
    statement = above
    while not isinstance(above, ast.Module | ast.FunctionDef | ast.ClassDef | ast.Lambda):
        above = parents(module)[above]
    return above, statement


def _binds_surely(module: Module, place: ast.Name, scope: ast.AST, loop: ast.For, reader: ast.stmt) -> bool:
    """Whether this binds the name anew between the loop and the reader, whatever happens."""
    around, statement = _scope_and_statement(module, place)
    if around is not scope or not isinstance(statement, ast.Assign) or not loop.lineno < statement.lineno:
        return False
    above = parents(module)[statement]
    while isinstance(above, ast.With):
        above = parents(module)[above]
    return above is scope and statement.lineno < reader.lineno and statement is not reader


def _edit(module: Module, parts: LoopParts, taken: set[str]) -> Edit:
    lists = {name: fresh(_plural(name), taken) for name in parts.made}
    return split_edit(module, parts, lists)


def split_edit(module: Module, parts: LoopParts, lists: Mapping[str, str]) -> Edit:
    """Two loops in place of one; `lists`: what hands on the values of these names. Those of variables are new."""
    loop = parts.loop
    indent = module.line(loop.lineno)[: module.column(loop)]
    inner = module.line(loop.body[0].lineno)[: module.column(loop.body[0])]
    names = ", ".join(lists.values())
    lines = [f"{indent}{names} = {', '.join('[]' for _ in lists)}"] if parts.made else []
    lines.append(f"{indent}{_header(module, loop)}")
    for piece in parts.making:
        name = parts.variable_of(piece)
        lines += [inner + line if line else line for line in _lines(module, parts, piece, lists.get(name or ""))]
    read = {each.id for piece in parts.computing for each in walk(piece) if isinstance(each, ast.Name)}
    lines.append(f"{indent}for {zipped_header(module, loop, lists, read)}:")
    for piece in parts.computing:
        lines += [inner + line if line else line for line in _lines(module, parts, piece, None, True)]
    first, last = module.line_starts[loop.lineno - 1], loop.end_lineno or loop.lineno
    end = module.line_starts[last] if last < len(module.line_starts) else len(module.text)
    text = "".join(line + module.newline for line in lines)
    return Edit(first, end, text if module.text[first:end].endswith("\n") else text.removesuffix(module.newline))


def _header(module: Module, loop: ast.For) -> str:
    start, end = module.span(loop)[0], module.span(loop.iter)[1]
    return f"{module.text[start:end]}:"


def _plural(name: str) -> str:
    return f"all_{name}" if name.endswith("s") else f"{name}s"


def _lines(
    module: Module, parts: LoopParts, piece: ast.stmt, listed: str | None, computing: bool = False
) -> Iterator[str]:
    """The statement and the comments that belong to it from the left margin; `listed`: the list that gets its value."""
    again = listed is None and piece in parts.making and computing
    yield from () if again else parts.comments.get(piece, ())
    start, end = module.span(piece)
    column = module.column(piece)
    text = module.text[start:end]
    if listed is not None and isinstance(piece, ast.Assign):
        value = module.span(piece.value)[0]
        text = f"{listed}.append({module.text[value:end]})"
        column += value - start - len(f"{listed}.append(")
    lines = text.split("\n")
    yield lines[0].rstrip("\r") + ("" if again else parts.behind.get(piece, ""))
    for line in lines[1:]:
        line = line.rstrip("\r")
        depth = len(line) - len(line.lstrip())
        yield line[min(column, depth) :] if column >= 0 else " " * -column + line
