"""setup.py, setup.cfg, pyproject.toml and Pipfile: what a project says that it needs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codemods.api.packages import normal
from codemods.rule import Finding
from codemods.rules.pins.pin_file import PinFile
from codemods.rules.pins.python_versions import specifier_edit, version_edit
from codemods.rules.pins.requirement import Requirement, check_requirement, check_text
from codemods.source.module import FileProblem, Module, parse_module

_LISTS = frozenset({"install_requires", "extras_require", "tests_require", "setup_requires"})
_SECTION = re.compile(r"^\[+(?P<name>[^\]\n]+)\]+", re.M)
_OPTION = re.compile(r"(?P<key>[\w.-]+)[ \t]*(?P<sign>[=:])[ \t]*(?P<value>.*)")
_STRING = re.compile(r"\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\\\n]*)'")


def check_setup_py(file: PinFile) -> Iterator[Finding]:
    """Requirements that are string literals, in the arguments of `setup` or in lists that are named there."""
    module = parse_module(file.path, file.text.encode())
    if isinstance(module, FileProblem):
        return
    for value in _values(module.tree):
        for node in ast.walk(value):
            span = _inside(module, node) if isinstance(node, ast.Constant) else None
            if span is not None:
                yield from check_text(file, *span)
    for keyword in _keywords(module.tree, frozenset({"python_requires"})):
        span = _inside(module, keyword.value)
        if span is not None:
            yield from specifier_edit(file, *span)


def _keywords(tree: ast.Module, names: frozenset[str]) -> list[ast.keyword]:
    return [each for each in ast.walk(tree) if isinstance(each, ast.keyword) and each.arg in names]


def _values(tree: ast.Module) -> Iterator[ast.expr]:
    """Every expression that holds requirements, each once."""
    values = [keyword.value for keyword in _keywords(tree, _LISTS)]
    names = {node.id for value in values for node in ast.walk(value) if isinstance(node, ast.Name)} | _LISTS
    yield from values
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            targets = [each.id for each in statement.targets if isinstance(each, ast.Name)]
            if names.intersection(targets):
                yield statement.value


def _inside(module: Module, node: ast.expr) -> tuple[int, int] | None:
    """Where the text of a plain string literal stands; None for any other expression."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return None
    start, end = module.span(node)
    plain = _STRING.fullmatch(module.text, start, end)
    return (start + 1, end - 1) if plain is not None else None


def check_setup_cfg(file: PinFile) -> Iterator[Finding]:
    """Lists under `install_requires` and its like, and everything in the sections that hold nothing else."""
    section = key = ""
    for start, whole in file.lines():
        line = whole.split(" #")[0]
        heading, option = _SECTION.match(line), _OPTION.match(line)
        if heading is not None:
            section, key = heading["name"].strip(), ""
        elif option is not None and not line[:1].isspace():
            key = option["key"]
            at = start + option.start("value"), start + len(line.rstrip())
            if key == "python_requires":
                yield from specifier_edit(file, *at)
            elif _lists(section, key) and at[0] < at[1]:
                yield from check_text(file, *at)
        elif line[:1].isspace() and line.strip() and not line.lstrip().startswith(("#", ";")) and _lists(section, key):
            yield from check_text(file, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _lists(section: str, key: str) -> bool:
    return section == "options.extras_require" or key in _LISTS or key == "deps"


def check_pyproject(file: PinFile) -> Iterator[Finding]:
    """Strings in lists of dependencies, Poetry's tables of them, and the versions of Python."""
    section = key = ""
    for start, line in file.lines():
        heading, option = _SECTION.match(line), _OPTION.match(line)
        if heading is not None:
            section, key = heading["name"].strip(), ""
            continue
        if option is not None:
            key = option["key"]
        strings = [match for match in _STRING.finditer(line) if "#" not in line[: match.start()]]
        spans = [(start + match.start() + 1, start + match.end() - 1) for match in strings]
        yield from _in_section(file, section, key, spans, start + (option.start("key") if option else 0))


def _in_section(file: PinFile, section: str, key: str, spans: list[tuple[int, int]], key_at: int) -> Iterator[Finding]:
    poetry = re.fullmatch(r"tool\.poetry(\.group\.[\w-]+|\.dev)?[.-](dev-)?dependencies|(dev-)?packages", section)
    if key in ("requires-python", "python") and spans and (poetry or section == "project"):
        yield from specifier_edit(file, *spans[0])
    elif key == "python_version" and section == "requires" and spans:
        yield from version_edit(file, *spans[0])
    elif poetry is not None and spans:
        at = (key_at, key_at + len(key))
        yield from check_requirement(Requirement(file, normal(key), at, file.text[slice(*spans[0])], spans[0]))
    elif key in ("dependencies", "requires") or section in ("project.optional-dependencies", "dependency-groups"):
        for span in spans:
            yield from check_text(file, *span)


def check_tox(file: PinFile) -> Iterator[Finding]:
    """The environments of tox with their Python, and what is installed in them."""
    yield from check_setup_cfg(file)
    for start, line in file.lines():
        option = _OPTION.match(line)
        if option is None or option["key"] not in ("envlist", "basepython", "env_list"):
            continue
        names = [*re.finditer(r"(?<![\w{])py(?:thon)?(?P<version>\d\.?\d+)(?![\w}.])", option["value"])]
        if names and "{" not in option["value"]:
            yield from _environments(file, start + option.start("value"), option["value"], names)


def _environments(file: PinFile, at: int, value: str, names: list[re.Match[str]]) -> Iterator[Finding]:
    from codemods.api.packages import python_version
    from codemods.rules.pins.python_versions import WHY, is_old

    versions = [
        name["version"] if "." in name["version"] else f"{name['version'][0]}.{name['version'][1:]}" for name in names
    ]
    old = [name for name, version in zip(names, versions, strict=True) if is_old(version)]
    if python_version() in versions or len(old) != 1:
        if old:
            yield file.told(at, f"environments of old Pythons stay: {value}")
        return
    new = python_version() if "." in old[0]["version"] else python_version().replace(".", "")
    yield file.replaced(at + old[0].start("version"), at + old[0].end("version"), new, WHY)
