"""The syntax of Python 2 becomes that of Python 3, and every line without it keeps its bytes."""

from __future__ import annotations

import ast

import pytest

from codemods.source.fixers import Prints
from codemods.source.python2 import SYNTAX, hunks, old_lines, results_as_lists, to_python3

CHANGES = [
    ("print 'a', b  # why\n", "print('a', b)  # why\n"),
    ("print 1; print\n", "print(1); print()\n"),
    ("print >>log, x,\n", "print(x, end=' ', file=log)\n"),
    ("print 1; print ('a', b), c\n", "print(1); print(('a', b), c)\n"),
    ("print 1; print ('a', b)\n", "print(1); print(('a', b))\n"),
    ("print 1\nprint ('a' % b)\nprint('c', d)\n", "print(1)\nprint ('a' % b)\nprint(('c', d))\n"),
    ("print 1\nprint (a for a in b), 1\n", "print(1)\nprint((a for a in b), 1)\n"),
    ("try:\n    f()\nexcept (A, B), e:\n    pass\n", "try:\n    f()\nexcept (A, B) as e:\n    pass\n"),
    ("raise ValueError, 'no'\n", "raise ValueError('no')\n"),
    ("raise E, 'no', trace\n", "raise E('no').with_traceback(trace)\n"),
    ("exec code in space\n", "exec(code, space)\n"),
    ("x = `y`\nz = 1 <> 2\n", "x = repr(y)\nz = 1 != 2\n"),
    ("mode = 0755\nbig = 10L\n", "mode = 0o755\nbig = 10\n"),
    ("p = ur'\\d'\nq = u'as it is'\n", "p = r'\\d'\nq = u'as it is'\n"),
    ("def f(a, (b, c)):\n    return a\n", "def f(a, packed):\n    (b, c) = packed\n    return a\n"),
    ("f = lambda (a, b): a + b\n", "f = lambda a_b: a_b[0] + a_b[1]\n"),
    ("x = [i for i in 1, 2]\n", "x = [i for i in (1, 2)]\n"),
    ("if x:\n\tprint 1\n        print 2\n", "if x:\n        print(1)\n        print(2)\n"),
    ("if x:\n\tf()\n\tg()\n        h()\n", "if x:\n\tf()\n\tg()\n\th()\n"),
    ("from __future__ import print_function\nprint('a', b)\nprint 'c'\n",
     "from __future__ import print_function\nprint('a', b)\nprint('c')\n"),
]  # fmt: skip
KEEPS = [
    "print('a', b)\n",
    "x = (y := 3)\nprint(f'{x!r:>{10}} {f\"{y}\"}')\n",
    "match x:\n    case [a, *_] if a: pass\n",
    "try:\n    f()\nexcept* ValueError as e:\n    pass\n",
    "\ufeffprint = 1\n".removeprefix("\ufeff"),
    "",
    "# nothing\n",
    "def f(a, /, b, *, c): return await_\n",
    "async def f():\n    return [x async for x in y]\n",
]
FAILS = [
    ("print 1\nasync = 2\n", 2),
    ("print 1\ndef f(:\n", 2),
    ("x = 1\nraise type_, value, trace\n", 2),
    ("p = ur'\\u00e9'\n", 1),
    ("    print 1\n", 1),
    ("_, loss = ### TO DO\n", 1),
]


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_converted(before: str, after: str) -> None:
    found = to_python3(before)
    assert (found.text, found.problem) == (after, None)
    assert found.changes and ast.parse(found.text)
    assert to_python3(after).text == after


@pytest.mark.parametrize("text", KEEPS)
def test_python_3_passes_through(text: str) -> None:
    found = to_python3(text)
    assert (found.text, found.changes, found.problem) == (text, (), None)


@pytest.mark.parametrize(("text", "line"), FAILS)
def test_what_cannot_be_converted_stays_and_the_line_is_named(text: str, line: int) -> None:
    found = to_python3(text)
    assert (found.text, found.line, found.changes) == (text, line, ())
    assert found.problem


@pytest.mark.parametrize(("before", "after"), CHANGES)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay(before: str, after: str, end: str) -> None:
    if "\t" in before and end == "\r":
        return
    assert to_python3(before.replace("\n", end)).text == after.replace("\n", end)


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_no_line_end_at_the_end(before: str, after: str) -> None:
    assert to_python3(before.removesuffix("\n")).text == after.removesuffix("\n")


def test_lines_that_do_not_change_keep_every_byte() -> None:
    odd = "x = [1,2 ,3]  \t# é  \n\x0c\n\n\ts = '''a\n  print 1\n\t'''\n   \n".replace("\n\ts", "\ns")
    found = to_python3(odd + "print 1\r\n" + odd)
    assert found.text == odd + "print(1)\r\n" + odd


def test_numbers_of_changed_lines_are_those_of_the_old_text() -> None:
    text = "a = 1\nprint a\n\nraise E, 'x'\n"
    assert [(each.line, each.fixer) for each in to_python3(text).changes] == [(2, "print"), (4, "raise")]
    assert [list(lines) for lines, _ in hunks(text, to_python3(text).text)] == [[2], [4]]
    assert old_lines(b"a\nb\nc\n", b"a\nnew\nb\nc\n") == (1, 2, 2, 3)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("k = d.keys()[0]\n", "k = list(d.keys())[0]\n"),
        ("z = zip(a, b)\nm = map(f, z)\n", "z = list(zip(a, b))\nm = list(map(f, z))\n"),
        ("for i in range(3): f(i)\n", "for i in range(3): f(i)\n"),
        ("r = range(3)\nfor i in xrange(9): r.append(i)\n", "r = list(range(3))\nfor i in range(9): r.append(i)\n"),
        ("s = sorted(d.items())\n", "s = sorted(d.items())\n"),
        ("for a, b in zip(range(3), range(4)): pass\n", "for a, b in zip(range(3), range(4)): pass\n"),
        ("x = [k for k in d.keys()]\n", "x = [k for k in d.keys()]\n"),
        ("for k in d.keys():\n    del e[k]\n", "for k in d.keys():\n    del e[k]\n"),
        ("for k in d.keys():\n    del d[k]\n", "for k in list(d.keys()):\n    del d[k]\n"),
        ("for k in self.d.keys(): f(k)\n", "for k in list(self.d.keys()): f(k)\n"),
        ("class A:\n    __metaclass__ = M\n    x = 1\n", "class A(metaclass=M):\n    x = 1\n"),
    ],
)
def test_lists_stay_lists(before: str, after: str) -> None:
    assert results_as_lists(before, ()).text == after


def test_names_of_the_program_are_not_the_builtin_ones() -> None:
    assert results_as_lists("z = zip(a, b)\nm = map(f, z)\n", {"map"}).text == "z = list(zip(a, b))\nm = map(f, z)\n"


def test_each_way_to_print_is_tried() -> None:
    assert len(Prints) == 3 and "print" in SYNTAX
