"""The text of a planned function: its statements moved with their comments, its tape, its updates, what it returns."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence

from codemods.emit.moved import Moved, assignment_lines, moved
from codemods.emit.sites import display, returned_fetches
from codemods.emit.sizes import one_size
from codemods.emit.structured import structure_of
from codemods.emit.training import Tapes, apply_lines, tapes_of
from codemods.emit.writer import VERBATIM, Writer
from codemods.graph.program import Definition, Fetch
from codemods.graph.size import Size
from codemods.graph.values import CHECK, STRUCTURE, Kind, lateness
from codemods.plan.order import body_of
from codemods.plan.plan import Group, Step
from codemods.plan.steps import fetch_key
from codemods.rule import Edit
from codemods.source.walk import walk


def step_text(writer: Writer, step: Step) -> list[str]:
    """The lines of a step, without indentation of their own."""
    body = body_of(writer.program, step, writer.plan.groups)
    switched = _switched(writer, step)
    tapes = tapes_of(writer, step)
    set_rates = _rate_lines(writer, step)
    lines = [line for each in step.inputs for line in set_rates.pop(each, ())]
    taped = _entries(writer, step, body.taped, switched)
    switched += tapes.computed
    if tapes.trainings:
        lines += [tapes.header, *_indented(writer, [*taped, *tapes.losses])]
        lines += tapes.gradients
    else:
        lines += taped
    lines += [line for entry in body.taped for line in _rates_set_by(writer, entry, set_rates)]
    lines += _entries(writer, step, body.plain, switched, set_rates)
    read, texts = _reads(writer, step, switched)
    lines += read
    for number in body.updates:
        lines += _update_lines(writer, number, tapes, switched)
    lines += [writer.text(fetch.expression) for fetch in step.fetched if lateness(fetch.value) == Kind.UPDATE]
    structure = structure_of(writer, step)
    if structure is not None:
        lines.append(f"return {_structured(writer, step, structure, texts)}")
        texts = []
    return [*_header(writer, step), *_indented(writer, _returning(lines, texts, bool(step.updates)) or ["pass"])]


def _structured(writer: Writer, step: Step, structure: ast.expr, texts: Sequence[str]) -> str:
    """The structure with the text of what is returned in place of each leaf."""
    by_key = {fetch_key(fetch): text for fetch, text in zip(returned_fetches(step), texts, strict=True)}
    fetches = step.slices[0].site.fetches
    parts = [by_key[fetch_key(fetch)] for fetch in fetches]
    numbers = {fetch.expression: number for number, fetch in enumerate(fetches)}
    return display(structure, parts, numbers, writer.module.source)


def group_text(writer: Writer, group: Group) -> list[str]:
    """The lines of a plain function that several steps call."""
    lines: list[str] = []
    for called in group.calls:
        used = _read(writer, group.nodes, (), ()) | set(group.outputs)
        lines.append(_call(writer, writer.plan.groups[called], {}, used))
    lines += joined(writer, [moved(writer, number, []) for number in group.nodes])
    outputs = [writer.name(each) for each in group.outputs]
    names = [writer.name(each) for each in (*group.inputs, *group.passed, *group.switches)]
    decorator = [] if group.step is None else [_decorator(writer, group.inputs)]
    return [*decorator, f"def {group.name}({', '.join(names)}):", *_indented(writer, _returning(lines, outputs, False))]


def _header(writer: Writer, step: Step) -> list[str]:
    names = ", ".join(writer.name(each) for each in step.inputs)
    return [_decorator(writer, step.inputs), f"def {step.name}({names}):"]


def _decorator(writer: Writer, inputs: Sequence[int]) -> str:
    if not inputs:
        return f"@{writer.tf}.function"
    specs = ", ".join(_spec(writer, each) for each in inputs)
    return f"@{writer.tf}.function(input_signature=[{specs}])"


def _spec(writer: Writer, definition: int) -> str:
    found = writer.program.definitions[definition]
    if found.value.api == STRUCTURE:
        return f"{writer.tf}.nest.map_structure({writer.tf}.type_spec_from_value, {found.name})"
    if definition in writer.plan.cuts:
        return f"{writer.tf}.TensorSpec({_shape(writer, found)}, {writer.tf}.{writer.plan.cuts[definition]})"
    return writer.plan.specs[definition]


def _shape(writer: Writer, cut: Definition) -> str:
    """The static shape of a tensor that is fed, where it is known."""
    known = cut.value.shape
    return "None" if known is None else f"[{', '.join(_size(writer, each) for each in known)}]"


def _size(writer: Writer, size: Size) -> str:
    bound = [each.name for each in writer.program.definitions.values()]
    lasting = not size.owner and all(bound.count(name) == 1 for name, _ in size.names)
    written = size if lasting else Size(size.number)
    return one_size(writer, written, {}) if written.is_known else "None"


def _rate_lines(writer: Writer, step: Step) -> dict[int, list[str]]:
    """Definition of what is fed to an optimizer, or computed for it -> the lines that set it."""
    lines: dict[int, list[str]] = {}
    for number in step.updates:
        node = writer.node(number)
        for call in [each.optimizer for each in node.minimizes] + [each.optimizer for each in node.applies]:
            planned = writer.plan.optimizers[call]
            if planned.rate is not None:
                target = planned.rate_variable or f"{planned.name}.learning_rate"
                lines.setdefault(planned.rate, []).append(f"{target}.assign({writer.name(planned.rate)})")
            for name, given in planned.use.fed.items():
                lines.setdefault(given, []).append(f"{planned.fed[name]}.assign({writer.name(given)})")
    return lines


def _rates_set_by(writer: Writer, entry: int, set_rates: dict[int, list[str]]) -> list[str]:
    """The lines that set the learning rates which this entry computes."""
    node = writer.node(entry) if entry >= 0 else None
    made = [each.id for each in node.defines] if node is not None else writer.plan.groups[-1 - entry].outputs
    return [line for each in made for line in set_rates.pop(each, ())]


def _entries(
    writer: Writer,
    step: Step,
    entries: Iterable[int],
    switched: list[Edit],
    set_rates: dict[int, list[str]] | None = None,
) -> list[str]:
    """The lines of these entries; `set_rates`: what stands below those that compute a learning rate."""
    lines: list[str] = []
    run: list[Moved] = []
    used = _read(writer, (*step.nodes, *step.updates), step.groups, step.fetched)
    for entry in entries:
        if entry >= 0:
            run.append(moved(writer, entry, switched))
        else:
            lines.append(_call(writer, writer.plan.groups[-1 - entry], step.switches, used))
        below = _rates_set_by(writer, entry, set_rates) if set_rates else []
        if below:
            lines += [*joined(writer, run), *below]
            run = []
    return lines + joined(writer, run)


def joined(writer: Writer, parts: Sequence[Moved]) -> list[str]:
    """Statements one after the other; where a blank line stood between two neighbours, one stands again."""
    lines: list[str] = []
    for before, part in zip((None, *parts), parts, strict=False):
        if before is not None and part.lines and lines and _blank_between(writer, before, part):
            lines.append("")
        lines += part.lines
    return lines


def _blank_between(writer: Writer, before: Moved, part: Moved) -> bool:
    between = range(before.last + 1, part.first)
    return 0 < len(between) < 3 and any(not writer.module.line(number).strip() for number in between)


def _read(writer: Writer, nodes: Iterable[int], groups: Iterable[int], fetched: Iterable[Fetch]) -> set[int | None]:
    """The definitions that these parts of a function read: other values of a group that it calls are not named."""
    read = {use.definition for number in nodes for use in writer.node(number).uses}
    read |= {each for group in groups for each in writer.plan.groups[group].passed}
    return read | {use.definition for fetch in fetched for use in fetch.uses}


def _call(writer: Writer, group: Group, literal: Mapping[int, bool], used: set[int | None]) -> str:
    names = [writer.name(each) for each in (*group.inputs, *group.passed)]
    names += [str(literal[each]) if each in literal else writer.name(each) for each in group.switches]
    outputs = ", ".join(writer.name(each) if each in used else "_" for each in group.outputs)
    if not outputs:
        return f"{group.name}({', '.join(names)})"
    return f"{outputs} = {group.name}({', '.join(names)})"


def _switched(writer: Writer, step: Step) -> list[Edit]:
    """A training switch is a literal in a step: every reading of its name becomes True or False."""
    edits = []
    names = {writer.name(each): value for each, value in step.switches.items()}
    if not names:
        return []
    for number in (*step.nodes, *step.updates):
        for node in walk(writer.node(number).statement):
            if isinstance(node, ast.Name) and node.id in names and isinstance(node.ctx, ast.Load):
                start, end = writer.module.span(node)
                edits.append(Edit(start, end, str(names[node.id])))
    return edits


def _reads(writer: Writer, step: Step, switched: list[Edit]) -> tuple[list[str], list[str]]:
    """What is computed for returning, before an update changes it. A variable itself is read afterwards: a session
    copies it out of its buffer when the run is over."""
    lines: list[str] = []
    texts: list[str] = []
    for fetch in returned_fetches(step):
        text = writer.text(fetch.variable or fetch.expression, switched)
        if not step.updates:
            texts.append(text)
        elif lateness(fetch.value) == Kind.VARIABLE:
            texts.append(_read_now(writer, fetch, text))
        elif isinstance(fetch.expression, ast.Name):
            texts.append(text)
        else:
            lines.append(f"fetched_{len(lines)} = {text}")
            texts.append(f"fetched_{len(lines) - 1}")
    return lines, texts


def _read_now(writer: Writer, fetch: Fetch, text: str) -> str:
    """The value of a variable, or of every variable of a container."""
    several = fetch.value.items is not None or fetch.value.element is not None
    return (
        f"{writer.tf}.nest.map_structure({writer.tf}.identity, {text})" if several else f"{writer.tf}.identity({text})"
    )


def _update_lines(writer: Writer, number: int, tapes: Tapes, switched: list[Edit]) -> list[str]:
    node = writer.node(number)
    if node.minimizes:
        part = moved(writer, number, switched, comments_only=True)
        return [*part.lines, *tapes.applications(number)]
    if node.applies:
        part = moved(writer, number, switched, comments_only=True)
        return [*part.lines, *(line for each in node.applies for line in apply_lines(writer, each))]
    if node.assigns or node.value.api == CHECK:
        return assignment_lines(writer, node, moved(writer, number, switched))
    return moved(writer, number, switched, comments_only=True).lines


def _returning(lines: list[str], texts: Sequence[str], updates: bool) -> list[str]:
    """Add the return; a last assignment of just what is returned becomes the return itself."""
    if not texts:
        return lines
    if len(texts) == 1 and lines:
        start = _last_statement(lines)
        prefix = f"{texts[0]} = "
        if start is not None and lines[start].startswith(prefix):
            first = "return " + lines[start][len(prefix) :]
            shift = 0 if lines[start].rstrip().endswith(("(", "[", "{")) else len(prefix) - len("return ")
            rest = [line[shift:] if shift > 0 and line[:shift].isspace() else " " * -shift + line
                    for line in lines[start + 1 :]]  # fmt: skip
            return [*lines[:start], first, *rest]
    return [*lines, f"return {', '.join(texts)}"]


def _last_statement(lines: Sequence[str]) -> int | None:
    try:
        body = ast.parse("\n".join(lines)).body
    except SyntaxError:
        return None
    last = body[-1] if body else None
    simple = isinstance(last, ast.Assign) and isinstance(last.targets[0], ast.Name) and len(last.targets) == 1
    multiline_string = last is not None and any(
        isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and node.lineno != node.end_lineno
        for node in walk(last)
    )
    return last.lineno - 1 if last is not None and simple and not multiline_string else None


def _indented(writer: Writer, lines: Iterable[str]) -> list[str]:
    return [line if line.startswith(VERBATIM) else writer.indent + line if line.strip() else "" for line in lines]
