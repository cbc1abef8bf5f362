"""Lines that were written too long are broken at their brackets, and mean the same."""

from __future__ import annotations

import ast

import pytest

from codemods.source.long_lines import WIDTH, with_short_lines

LONG = "a_rather_long_name_of_something"


def broken(text: str, source: str = "") -> str:
    return with_short_lines(text, source, "    ")


def test_what_fits_between_the_brackets_stands_there_in_one_line() -> None:
    line = f"cost, accuracy = [value.numpy() for value in train_step({LONG}_x, {LONG}_y)]"
    inside = line.removeprefix("cost, accuracy = [").removesuffix("]")
    assert broken(line) == f"cost, accuracy = [\n    {inside}\n]"


def test_else_one_element_stands_in_a_line() -> None:
    names = [f"{LONG}_{number}" for number in range(5)]
    listed = "".join(f"        {name},\n" for name in names)
    assert broken(f"    found = f({', '.join(names)})") == f"    found = f(\n{listed}    )"


LINES = [
    f"found = [{LONG}(each, {LONG}, {LONG}, {LONG}) for each in {LONG} if each not in {LONG} and not x.y]",
    f"found = {LONG}[{LONG}({LONG}, {LONG}), {LONG}(1, 2, 3), {LONG} + {LONG}({LONG})]",
    f"found = {LONG}[{LONG}({LONG}) + {LONG}(1, 2, 3)]",
    f"found = ({LONG}({LONG}) + {LONG}(1, 2, 3, 4, 5, 6))",
    f"if {LONG}({LONG}, lambda a, b: {LONG}, *{LONG}, key={LONG}, **{LONG}({LONG})):",
    f"@tf.function(input_signature=[{LONG}, {LONG}, {LONG}, {LONG}, {LONG}])",
    f"def f({LONG}_a, {LONG}_b=3, *, {LONG}_c, {LONG}_d, **{LONG}_e):",
    f"return {{'a': {LONG}, 'b, c': {LONG}, {LONG}: (yes if {LONG} else {LONG})}}, {LONG}(f'{{{LONG}, 2}}')",
    f"yield {LONG}(each for each in {LONG}({LONG}, {LONG})), {LONG}([{LONG}], '#', ')', {LONG})",
]


@pytest.mark.parametrize("line", LINES)
def test_the_meaning_stays(line: str) -> None:
    text = broken(line)
    assert text.count("\n") > 1
    assert all(len(each) <= WIDTH for each in text.split("\n"))
    rest = "\ndef f(): pass" if line.startswith("@") else " pass" if line.endswith(":") else ""
    assert ast.dump(ast.parse(text + rest)) == ast.dump(ast.parse(line + rest))
    assert broken(text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"found = f({LONG}, {LONG}, {LONG}, {LONG}, {LONG})  # why",
        f"found = '{LONG} {LONG} {LONG} {LONG} {LONG} f({LONG}, 1)'",
        f"found = {LONG} + {LONG} + {LONG} + {LONG} + {LONG} + {LONG}",
        f'said = """\n{LONG}({LONG}, {LONG}, {LONG}, {LONG}, {LONG})\n"""',
        f"%%time {LONG}({LONG}, {LONG}, {LONG}, {LONG}, {LONG})",
        f"elif {LONG}({LONG}, {LONG}, {LONG}, {LONG}, {LONG}):",
    ],
    ids=["comment", "string", "no brackets", "in a string", "magic", "not a statement of its own"],
)
def test_what_cannot_be_broken_stays(text: str) -> None:
    assert broken(text) == text


def test_a_file_with_long_lines_may_have_more_of_them() -> None:
    line = f"found = f({LONG}, {LONG}, {LONG}, {LONG})"
    assert broken(line, source="x" * len(line)) == line
    assert broken(line, source="x" * (len(line) - 1)) != line
