"""Lines of IPython are told from lines of Python."""

from __future__ import annotations

import pytest

from codemods.source.magics import Magic, magics_in


def pieces(source: str) -> list[str]:
    return [source[each.start : each.end] for each in magics_in(source)]


def only(source: str) -> Magic:
    (found,) = magics_in(source)
    return found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("%matplotlib inline\nimport x", ["%matplotlib inline"]),
        ("import x\n!pip install x\n", ["!pip install x"]),
        ("if x:\n    !ls {x}\n    y()", ["!ls {x}"]),
        ("files = !ls\nprint(files)", ["!ls"]),
        ("a, b = %sql q", ["%sql q"]),
        ("np.dot?\nx", ["np.dot?"]),
        ("?x\n??y\nx??", ["?x", "??y", "x??"]),
        ("%timeit?\n!a", ["%timeit?", "!a"]),
        ("!a \\\n  b\nc", ["!a \\\n  b"]),
        ("%%time\nx = 1\n%cd x", ["%%time", "%cd x"]),
        ("\n%%bash\nls\n!x\n", ["%%bash\nls\n!x"]),
        ("print 'a'\n%x\nprint 'b'", ["%x"]),
        ('s = "unclosed\n%x', ["%x"]),
    ],
)
def test_what_is_not_python(source: str, found: list[str]) -> None:
    assert pieces(source) == found


@pytest.mark.parametrize(
    "source",
    [
        "x = 5 % 3\ny = x != 2",
        "x = (5\n% 3)",
        "x = 5 \\\n% 3",
        's = """\n%matplotlib inline\n!ls\nwhat?\n"""',
        "s = '''a\\'''\n%x\n'''",
        "# what?\nx = 1  # !y",
        "x = {'a':\n'b'}\nf(\n'%s'\n% x)",
        "s = 'is it?'\nt = \"%x\"",
        "@f\ndef g(): pass",
        "",
    ],
)
def test_what_is_python(source: str) -> None:
    assert pieces(source) == []


def test_names_that_a_magic_may_touch() -> None:
    assert only("%timeit -n 3 sess.run(loss, {x: 1})").reads == ("n", "sess", "loss", "x")
    assert only("%time cost = sess.run(loss)").binds == ("cost",)
    assert only("%time cost = sess.run(loss)").python == "cost = sess.run(loss)"
    assert only("!rm -r {folder}/loss $name").reads == ("folder", "name")
    assert only("%cd loss").reads == () and only("loss?").reads == ()
    assert only("%%bash\nloss=1; echo $loss").reads == ("loss",)
    assert only("%timeit x").python == "" and only("%%time").header and only("%%html\n<b>").whole
