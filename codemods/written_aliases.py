"""Names for symbols of TensorFlow 1 that TensorFlow 2 has no symbol for: `dense = tf.layers.dense` goes, and
`dense(h, 10)` is `tf.layers.dense(h, 10)`, which is the same call.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from codemods.analysis.names import Names
from codemods.feed_dictionaries import looks_names_up
from codemods.rule import Edit, Place
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_statements, stands_alone
from codemods.source.tree import names_in, parents


def with_aliases_written(module: Module, places: Collection[Place]) -> Module:
    """The module without the names whose symbols stand at these places, where every use of each is known."""
    gone: list[ast.stmt] = []
    edits: list[Edit] = []
    for target in names_in(module):
        statement = parents(module).get(target)
        if not isinstance(statement, ast.Assign) or statement.targets != [target]:
            continue
        if module.place(statement.value) in places and (uses := _uses(module, target, statement, places)):
            text = ast.unparse(statement.value)
            edits += [Edit(*module.span(each), text) for each in uses]
            gone.append(statement)
    if not gone or any(looks_names_up(module, each) for each in names_in(module)):
        return module
    edits += (_with_blank_lines(module, each, gone) for each in remove_statements(module, gone))
    return rewritten(module, apply_edits(module.text, edits))


def _with_blank_lines(module: Module, edit: Edit, gone: Collection[ast.stmt]) -> Edit:
    """Without the blank lines above what is removed, where others follow below it."""
    lines = {each.lineno for each in gone}
    first, after = module.line_of(edit.start), module.line_of(max(edit.start, edit.end - 1)) + 1
    while after in lines:
        after += 1
    if edit.text or not _is_blank(module, after) or not _is_blank(module, first - 1):
        return edit
    while _is_blank(module, first - 1):
        first -= 1
    return Edit(module.line_starts[first - 1], edit.end, "")


def _is_blank(module: Module, line: int) -> bool:
    return 1 < line <= len(module.line_starts) and not module.line(line).strip()


def _uses(module: Module, target: ast.Name, statement: ast.Assign, places: Collection[Place]) -> list[ast.Name]:
    """Every place that reads the name; none if one of them may mean something else, or could not be written so, or if
    what it stands for begins with another of these names."""
    names = Names.of(module)
    scope = names.scopes.scope_of[target]
    root = names.root_of(statement.value)
    if root is None or names.alias_of(target) is not statement.value or not _is_straight(module, statement):
        return []
    if (other := names.alias_of(root)) is not None and module.place(other) in places:
        return []
    home, meant = scope.owner(target.id), names.scopes.scope_of[root].owner(root.id)
    found = [*_same(module, names, target, home)]
    clear = all(
        names.alias_of(each) is statement.value
        and names.scopes.scope_of[each].owner(root.id) is meant
        and module.source(each) == target.id
        for each in found
    )
    return found if clear else []


def _same(module: Module, names: Names, target: ast.Name, home: object) -> Iterator[ast.Name]:
    """The other places of the name that mean the same binding."""
    for each in names_in(module):
        scope = names.scopes.scope_of.get(each)
        if each is not target and each.id == target.id and scope is not None and scope.owner(each.id) is home:
            yield each


def _is_straight(module: Module, statement: ast.Assign) -> bool:
    """Whether the name is bound as soon as its scope is entered, and for all of it."""
    above = parents(module).get(statement)
    while isinstance(above, ast.With):
        above = parents(module).get(above)
    return isinstance(above, ast.Module | ast.FunctionDef) and stands_alone(module, statement)
