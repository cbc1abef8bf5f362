"""`with slim.arg_scope([slim.conv2d], padding="VALID"):` gives an argument to every call inside that has none; the
calls have it themselves once it is written there, and the `with` goes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from codemods.analysis.arguments import bind
from codemods.analysis.bindings import Scope
from codemods.analysis.names import Names
from codemods.api import table
from codemods.arg_scope_contexts import ARG_SCOPE, Context, Given, Reader, Unclear, canonical_of, is_arg_scope
from codemods.carried_values import Carried, carried
from codemods.layer_parts import BATCH_NORM, parameters_of
from codemods.rule import Edit
from codemods.source.edits import apply_edits
from codemods.source.module import Module, rewritten
from codemods.source.statements import remove_statements
from codemods.source.tree import names_in, parents
from codemods.source.unwrapping import unwrapped
from codemods.source.walk import walk

_NORMALIZES, _WITH = "normalizer_fn", "normalizer_params"


def with_arguments_written(module: Module) -> Module:
    """The module without scopes of arguments; as it is where one of them is not understood."""
    if module.borders:  # another program may call a function of another file in another scope
        return module
    try:
        edits = _edits(module)
    except Unclear:
        return module
    return rewritten(module, apply_edits(module.text, edits)) if edits else module


def _edits(module: Module) -> list[Edit]:
    reader = Reader(module)
    opened = [each for each in walk(module.tree) if isinstance(each, ast.With) and _opens(module, each)]
    headers = [item.context_expr for each in opened for item in _scopes(module, each)]
    listed = {each for header in headers for each in _listed(header)}
    functions = {canonical_of(module, each) for each in listed}
    edits: list[Edit] = []
    for node, api in Names.of(module).apis():
        name, call = table.canonical(api), Names.of(module).scopes.calls.get(node)
        if name == ARG_SCOPE and call not in headers:
            raise Unclear
        if name in functions and node not in listed and not _normalizes(module, node):
            if call is None:
                raise Unclear
            edits += _written(module, call, name, reader.context(call))
    for header in headers:
        reader.context(header)  # every scope is understood, also where nothing is called in it
    gone: list[ast.stmt] = [*reader.makers, *reader.held]
    outside = [each for each in opened if not any(each in walk(one) for one in gone)]
    for each in outside:
        _checked(module, each, reader)
    edits += (edit for each in outside for edit in _shortened(module, each))
    around = unwrapped(module, [each for each in outside if len(_scopes(module, each)) == len(each.items)])
    if around is None or not opened or not _is_only_for_scopes(module, gone, headers):
        raise Unclear
    removed = remove_statements(module, list(dict.fromkeys(gone)))
    return [*edits, *around, *(_with_blank_lines(module, each) for each in removed)]


def _with_blank_lines(module: Module, edit: Edit) -> Edit:
    """What is removed with the blank lines below it."""
    end = edit.end
    while not edit.text and end < len(module.text) and not (line := module.line(module.line_of(end))).strip():
        end += len(line)
    return Edit(edit.start, end, edit.text)


def _opens(module: Module, statement: ast.With) -> bool:
    """Whether a statement opens scopes of arguments."""
    return bool(_scopes(module, statement))


def _scopes(module: Module, statement: ast.With) -> list[ast.withitem]:
    return [each for each in statement.items if is_arg_scope(module, each.context_expr)]


def _shortened(module: Module, statement: ast.With) -> Iterator[Edit]:
    """The header without its scopes of arguments, where something else is left of it."""
    gone = _scopes(module, statement)
    left = [each for each in statement.items if each not in gone]
    if left:
        texts = [module.source(each.context_expr) for each in left]
        names = [f" as {module.source(each.optional_vars)}" if each.optional_vars else "" for each in left]
        last = statement.items[-1]
        end = module.span(last.optional_vars or last.context_expr)[1]
        whole = ", ".join(text + name for text, name in zip(texts, names, strict=True))
        yield Edit(module.span(statement.items[0].context_expr)[0], end, whole)


def _listed(header: ast.expr) -> Sequence[ast.expr]:
    match header:
        case ast.Call(args=[ast.List(elts=several) | ast.Tuple(elts=several)]):
            return several
        case _:
            return ()


def _checked(module: Module, statement: ast.With, reader: Reader) -> None:
    """Raise `Unclear` where a scope has a name, or its arguments are bound anew inside of it."""
    stored = {each.id for each in walk(statement) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    context = reader.context(statement.body[0])
    read = {name for given in context.values() for each in given.values() for name, _ in each.names}
    named = any(item.optional_vars is not None for item in _scopes(module, statement))
    several = (
        len(_scopes(module, statement)) < len(statement.items)
        and len({line for each in statement.items for line in (each.context_expr.lineno, each.context_expr.end_lineno)})
        > 1
    )
    if stored & read or named or several:
        raise Unclear


def _normalizes(module: Module, node: ast.expr) -> bool:
    above = parents(module).get(node)
    return isinstance(above, ast.keyword) and above.arg == _NORMALIZES and canonical_of(module, node) == BATCH_NORM


def _written(module: Module, call: ast.Call, api: str, context: Context) -> Iterator[Edit]:
    """The arguments that a scope gives to a call, behind its own."""
    scope = _scope_of(module, call)
    given, parameters = dict(context.get(api, {})), parameters_of(api)
    own = bind(call, parameters) if parameters is not None else None
    named = {each.arg for each in call.keywords}
    if not given:
        given = {}
    elif own is None or set(given) - set(parameters or ()) or any(each in own and each not in named for each in given):
        raise Unclear
    given = {name: each for name, each in given.items() if name not in (own or {})}
    if own is not None and BATCH_NORM in context:
        merged = _normalizer(module, call, context, {**given})
        if merged is not None:
            given[_WITH] = merged
    if any(not each.is_visible(scope) for each in given.values()):
        raise Unclear
    texts = {name: each.text for name, each in given.items()}
    for each in call.keywords:
        if each.arg in texts:
            yield Edit(*module.span(each.value), texts.pop(each.arg))
    last = max(module.span(each)[1] for each in (*call.args, *(each.value for each in call.keywords)))
    if texts:
        yield Edit(last, last, "".join(f", {name}={text}" for name, text in texts.items()))


def _scope_of(module: Module, call: ast.Call) -> Scope:
    root = Names.of(module).root_of(call.func)
    if root is None:
        raise Unclear
    return Names.of(module).scopes.scope_of[root]


def _normalizer(module: Module, call: ast.Call, context: Context, given: Given) -> Carried | None:
    """What the normalizer of a layer is called with: what the scope gives to it, and its own arguments."""
    own = {each.arg: carried(module, each.value, {}) for each in call.keywords if each.arg in (_NORMALIZES, _WITH)}
    normalizer = own.get(_NORMALIZES) if _NORMALIZES in own else given.get(_NORMALIZES)
    if normalizer is None and _NORMALIZES not in own:
        return None
    if normalizer is None:
        raise Unclear
    if table.canonical(normalizer.api or "") != BATCH_NORM:
        return None
    params = own.get(_WITH) if _WITH in own else given.get(_WITH)
    entries = {} if params is None and _WITH not in own else params.entries if params is not None else None
    if entries is None and params is not None and params.text == "None":
        entries = {}
    if entries is None:
        raise Unclear
    whole = {**context[BATCH_NORM], **entries}
    text = ", ".join(f"{_quoted(module, name)}: {each.text}" for name, each in whole.items())
    return Carried(f"{{{text}}}", frozenset(name for each in whole.values() for name in each.names))


def _quoted(module: Module, name: str) -> str:
    mark = "'" if module.text.count("'") >= module.text.count('"') else '"'
    return f"{mark}{name}{mark}"


def _is_only_for_scopes(module: Module, gone: Sequence[ast.stmt], headers: Sequence[ast.expr]) -> bool:
    """Whether nothing but scopes of arguments reads what goes."""
    names = {each.name for each in gone if isinstance(each, ast.FunctionDef)}
    names |= {target.id for each in gone if isinstance(each, ast.Assign) for target in each.targets
              if isinstance(target, ast.Name)}  # fmt: skip
    inside = {part for each in (*gone, *headers) for part in walk(each)}
    return all(each in inside for each in names_in(module) if each.id in names)
