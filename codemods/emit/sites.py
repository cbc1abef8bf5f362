"""What each run becomes: a call of its step, or a plain read of a variable or constant."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from codemods.emit.fed_tensors import fed_tensor
from codemods.emit.shapes import Shape, shape_of
from codemods.emit.structured import structure_of
from codemods.emit.writer import Unwritable, Writer
from codemods.graph.around import MetricUse
from codemods.graph.metrics import VALUE
from codemods.graph.program import Feed, Fetch, Node, RunSite
from codemods.graph.queries import STEP_READ
from codemods.graph.values import STRUCTURE, Kind, lateness
from codemods.obstacles import obstacle
from codemods.plan.plan import Slice, Step
from codemods.plan.slices import default_of, element_of, is_eager, may_have_effects
from codemods.plan.steps import fetch_key
from codemods.source.tree import names_in

RULE = "session-to-function"
Source = Callable[[ast.expr], str]


@dataclass(frozen=True)
class SiteText:
    """The text of each fetched leaf (None: an operation), and the call of the step that must happen once."""

    leaves: tuple[str | None, ...]
    call: str | None
    returned: int
    order: tuple[int | None, ...]
    nested: str = ""  # what maps a function over a structure, where some of what is returned is one

    @property
    def values(self) -> str:
        """What the call returns, as NumPy values, to be unpacked."""
        if self.nested:
            return f"{self.nested}(lambda value: value.numpy(), {self.call})"
        return f"[value.numpy() for value in {self.call}]"


def edit_eager(writer: Writer, site: RunSite, node: Node) -> None:
    """A run that reads only variables and constants."""
    leaves = tuple(_eager(writer, fetch) for fetch in site.fetches)
    if writer.names.api_of(site.call.func) == STEP_READ:
        writer.replace(site.call, f"int({leaves[0]})", RULE)
        return
    shape = shape_of(node.statement, site)
    shown = node.statement in writer.module.shown
    if shape.statement and not shown and len(site.fetches) == 1 and lateness(site.fetches[0].value) == Kind.UPDATE:
        writer.replace(shape.replaced, writer.text(site.fetches[0].expression), RULE)
        return
    _write(writer, site, node, SiteText(leaves, None, 0, tuple(None for _ in leaves)))


def edit_step_call(writer: Writer, step: Step, found: Slice, node: Node) -> None:
    """A run that becomes the call of a step."""
    returned = returned_fetches(step)
    keys = [fetch_key(fetch) for fetch in returned]
    call = f"{step.name}({', '.join(_arguments(writer, step, found.site))})"
    if structure_of(writer, step) is not None:
        whole = f"{writer.tf}.nest.map_structure(lambda value: value.numpy(), {call})"
        writer.replace(found.site.call, whole, RULE)
        return
    order: list[int | None] = []
    leaves: list[str | None] = []
    for fetch in found.site.fetches:
        if fetch_key(fetch) in keys:
            index = keys.index(fetch_key(fetch))
            leaves.append(_leaf(writer, call, fetch, index, len(returned)))
            order.append(index)
        else:
            leaves.append(None)
            order.append(None)
    nested = f"{writer.tf}.nest.map_structure" if any(is_container(each) for each in returned) else ""
    _write(writer, found.site, node, SiteText(tuple(leaves), call, len(returned), tuple(order), nested))


def _leaf(writer: Writer, call: str, fetch: Fetch, index: int, returned: int) -> str:
    part = call if returned == 1 else f"{call}[{index}]"
    return _numpy_container(writer, fetch, part) if is_container(fetch) else f"{part}.numpy()"


def _numpy_container(writer: Writer, fetch: Fetch, part: str) -> str:
    items = fetch.value.items or ()
    plain = fetch.value.sequence != "dict" and fetch.value.api != STRUCTURE
    if not plain or any(each.items is not None or each.element is not None for each in items):
        return f"{writer.tf}.nest.map_structure(lambda value: value.numpy(), {part})"
    values = f"value.numpy() for value in {part}"
    return f"tuple({values})" if fetch.value.sequence == "tuple" else f"[{values}]"


def is_container(fetch: Fetch) -> bool:
    """Whether a fetched name holds a list of tensors."""
    return fetch.value.items is not None or fetch.value.element is not None


def returned_fetches(step: Step) -> tuple[Fetch, ...]:
    """What a step returns: every fetched tensor, and the new value of a variable where an assignment is fetched."""
    return tuple(fetch for fetch in step.fetched if lateness(fetch.value) != Kind.UPDATE)


def _eager(writer: Writer, fetch: Fetch) -> str:
    if fetch.value.api == VALUE:
        return f"{_metric(writer, fetch)}.result().numpy()"
    text = writer.text(fetch.expression)
    if fetch.value.items is not None or fetch.value.element is not None:
        return _numpy_container(writer, fetch, text)
    simple = isinstance(fetch.expression, ast.Name | ast.Attribute | ast.Subscript | ast.Call)
    return f"{text}.numpy()" if simple else f"({text}).numpy()"


def _metric(writer: Writer, fetch: Fetch) -> str:
    """The object of the metric whose value so far is read; it is made where a step updates it."""
    node = writer.node(writer.program.definitions[fetch.uses[0].definition or 0].node)
    if node.id in writer.plan.dead:
        detail = "its value so far is read, and nothing updates it"
        raise Unwritable(obstacle("metrics-state", writer.module.place(fetch.expression), fetch.uses[0].name, detail))
    return next(writer.plan.metrics[each.call] for each in node.around if isinstance(each, MetricUse))


def _arguments(writer: Writer, step: Step, site: RunSite) -> list[str]:
    fed = {feed.definition: feed for feed in site.feeds}
    in_order = [feed.definition for feed in site.feeds if feed.definition in step.inputs]
    effects = [each for each in in_order if may_have_effects(fed[each].value)]
    if any(element_of(writer.program, each) for each in step.inputs if each not in fed):
        return _with_elements(writer, step, fed, bool(effects), site)
    if len(effects) > 1 and effects != [each for each in step.inputs if each in effects]:
        return [f"{writer.name(each)}={_fed(writer, site, fed[each].value, each)}" for each in in_order]
    return [_fed(writer, site, fed[each].value if each in fed else None, each) for each in step.inputs]


def _with_elements(writer: Writer, step: Step, fed: Mapping[int, Feed], effects: bool, site: RunSite) -> list[str]:
    """The arguments of a step that takes elements of iterators: each element is taken once, as a whole."""
    if effects:
        detail = "a value is computed for the feed while the element is taken"
        raise Unwritable(obstacle("dataset-iterator", writer.module.place(site.call), step.name, detail))
    found: list[str] = []
    taken: set[int] = set()
    for each in step.inputs:
        node = element_of(writer.program, each) if each not in fed else None
        if node is None:
            found.append(_fed(writer, site, fed[each].value if each in fed else None, each))
        elif node.id not in taken:
            taken.add(node.id)
            call = node.inputs[0].call
            star = "" if isinstance(getattr(node.statement, "targets", [None])[0], ast.Name) else "*"
            found.append(f"{star}{writer.module.source(call)}")
    return found


def _fed(writer: Writer, site: RunSite, value: ast.expr | None, definition: int) -> str:
    given = value if value is not None else default_of(writer.program, definition)
    assert given is not None
    return fed_tensor(writer, site, given, definition)


def _write(writer: Writer, site: RunSite, node: Node, text: SiteText) -> None:
    shape = shape_of(node.statement, site)
    if shape.statement and node.statement in writer.module.shown:
        shape = replace(
            shape, statement=isinstance(shape.structure, ast.Name | ast.Attribute) and text.leaves == (None,)
        )
    _refuse_lost_values(writer, site, shape)
    if shape.statement and text.call is not None and all(leaf is None for leaf in text.leaves):
        whole = writer.module.span(node.statement) == writer.module.span(shape.replaced)
        hidden = ";" if whole and text.returned and node.statement in writer.module.shown else ""
        writer.replace(shape.replaced, f"{text.call}{hidden}", RULE)
    elif shape.targets is not None and _write_targets(writer, shape, text, _numbers(site)):
        return
    elif shape.statement and text.call is not None:
        writer.replace(shape.replaced, text.call, RULE)
    else:
        writer.replace(shape.replaced, structure_text(shape.structure, text, _numbers(site)), RULE)


def _refuse_lost_values(writer: Writer, site: RunSite, shape: Shape) -> None:
    """An assignment that is fetched gives the new value of the variable; a step does not return it."""
    if shape.statement or is_eager(writer.program, site):
        return
    leaves = _children(shape.structure) or [shape.structure]
    for number, fetch in enumerate(site.fetches):
        if lateness(fetch.value) != Kind.UPDATE or not _assigns(writer, fetch):
            continue
        target = (
            shape.targets[number] if shape.targets is not None and len(shape.targets) == len(site.fetches) else None
        )
        ignored = isinstance(target, ast.Name) and _unused(writer, target)
        if fetch.expression in leaves and not ignored:
            place = writer.module.place(site.call)
            detail = "the value of an assignment is used"
            raise Unwritable(obstacle("dynamic-fetch", place, ast.unparse(fetch.expression)[:60], detail))


def _assigns(writer: Writer, fetch: Fetch) -> bool:
    if not isinstance(fetch.expression, ast.Name):
        return True
    definitions = [use.definition for use in fetch.uses if use.definition is not None]
    return any(writer.node(writer.program.definitions[each].node).assigns for each in definitions)


def _numbers(site: RunSite) -> Mapping[ast.expr, int]:
    return {fetch.expression: number for number, fetch in enumerate(site.fetches)}


def _picked(text: SiteText, numbers: Sequence[int]) -> SiteText:
    """The text for a part of the fetches."""
    leaves = tuple(text.leaves[number] for number in numbers)
    order = tuple(text.order[number] for number in numbers)
    return SiteText(leaves, text.call, text.returned, order, text.nested)


def _write_targets(writer: Writer, shape: Shape, text: SiteText, numbers: Mapping[ast.expr, int]) -> bool:
    """`_, cost = session.run([train, loss], ...)`: targets of operations go, the rest is unpacked."""
    assert shape.targets is not None and isinstance(shape.structure, ast.List | ast.Tuple)
    text = _picked(text, [numbers[each] for each in shape.structure.elts])
    kept = [number for number, leaf in enumerate(text.leaves) if leaf is not None]
    dropped = [shape.targets[number] for number, leaf in enumerate(text.leaves) if leaf is None]
    if any(not isinstance(target, ast.Name) or not _unused(writer, target) for target in dropped):
        return False
    names = ", ".join(writer.module.source(shape.targets[number]) for number in kept)
    order = [text.order[number] for number in kept]
    if not kept:
        value = text.call or "None"
        writer.replace(shape.assignment, value, RULE)
    elif len(kept) == 1 and (text.returned == 1 or text.call is None):
        writer.replace(shape.assignment, f"{names} = {text.leaves[kept[0]]}", RULE)
    elif text.call is None:
        writer.replace(shape.assignment, f"{names} = {', '.join(str(text.leaves[each]) for each in kept)}", RULE)
    elif order == list(range(text.returned)):
        writer.replace(shape.assignment, f"{names} = {text.values}", RULE)
    else:
        return False
    return True


def _unused(writer: Writer, target: ast.Name) -> bool:
    if target.id == "_":
        return True
    loads = [node for node in names_in(writer.module) if node.id == target.id]
    return not any(isinstance(node.ctx, ast.Load) for node in loads)


def structure_text(structure: ast.expr, text: SiteText, numbers: Mapping[ast.expr, int]) -> str:
    """The value of the run as an expression with the structure of its fetches."""
    if structure in numbers:
        nothing = text.call if text.returned == 0 else f"({text.call}, None)[1]"
        return text.leaves[numbers[structure]] or nothing or "None"
    flat = _flat(structure, text, numbers)
    if flat is not None:
        return flat
    if text.returned == 0 and text.call is not None:
        return display(structure, [text.call, *["None"] * (len(text.leaves) - 1)], numbers)
    if text.call is None or (text.returned == 1 and sum(each is not None for each in text.order) <= 1):
        return display(structure, [leaf if leaf is not None else "None" for leaf in text.leaves], numbers)
    names = [f"value_{number}" for number in range(text.returned)]
    parts = [
        names[index] if index is not None else (leaf if leaf is not None else "None")
        for index, leaf in zip(text.order, text.leaves, strict=True)
    ]
    values = text.values if text.returned > 1 else f"[{parts_of_one(text)}]"
    return f"(lambda {', '.join(names)}: {display(structure, parts, numbers)})(*{values})"


def parts_of_one(text: SiteText) -> str:
    """The only value that the call returns."""
    return f"{text.nested}(lambda value: value.numpy(), {text.call})" if text.nested else f"{text.call}.numpy()"


def _flat(structure: ast.expr, text: SiteText, numbers: Mapping[ast.expr, int]) -> str | None:
    """The shorter forms: every returned tensor in order, operations only before and after them."""
    if text.call is None or text.returned < 2:
        return None
    leaves = _children(structure)
    if leaves is None or any(leaf not in numbers for leaf in leaves):
        return None
    order = [text.order[numbers[leaf]] for leaf in leaves]
    tensors = [index for index in order if index is not None]
    if tensors != list(range(text.returned)):
        return None
    if isinstance(structure, ast.Dict):
        keys = ", ".join(ast.unparse(key) for key in structure.keys if key is not None)
        return f"dict(zip(({keys}), {text.values}))" if None not in order else None
    if None not in order and text.nested:
        return f"list({text.values})" if isinstance(structure, ast.List) else text.values
    if None not in order:
        return text.values if isinstance(structure, ast.List) else f"tuple({text.values[1:-1]})"
    return None


def _children(structure: ast.expr) -> Sequence[ast.expr] | None:
    match structure:
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return elts
        case ast.Dict(values=values):
            return values
        case _:
            return None


def display(
    structure: ast.expr, parts: Sequence[str], numbers: Mapping[ast.expr, int], source: Source = ast.unparse
) -> str:
    """A structure with a text in place of each leaf."""
    match structure:
        case ast.List(elts=elts):
            return f"[{', '.join(display(each, parts, numbers, source) for each in elts)}]"
        case ast.Tuple(elts=elts):
            inner = ", ".join(display(each, parts, numbers, source) for each in elts)
            return f"({inner},)" if len(elts) == 1 else f"({inner})"
        case ast.Dict(keys=keys, values=values):
            pairs = zip(keys, values, strict=True)
            return "{" + ", ".join(f"{source(k)}: {display(v, parts, numbers, source)}" for k, v in pairs if k) + "}"
        case _:
            return parts[numbers[structure]]
