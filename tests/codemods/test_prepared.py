"""Old files are converted before their programs are migrated, in commits of their own, and nothing is ever lost."""

from __future__ import annotations

import ast

import pytest

from codemods import Options, Tier, migrate_sources
from codemods.results import ChangeSet
from tests.notebook_files import notebook, sources_of

GRAPH = "x = tf.placeholder(tf.float32, [2])\ny = x * 2.0\nwith tf.Session() as sess:\n"
OLD = f"import tensorflow as tf\n{GRAPH}    print 'y', sess.run(y, {{x: [1.0, 2.0]}})\n"
ALIAS = f"import numpy as np\nimport tensorflow as tf\n{GRAPH}    print(sess.run(y, {{x: np.ones(2, np.float)}}))\n"


def migrated(files: dict[str, str], **options: object) -> ChangeSet:
    return migrate_sources({path: text.encode() for path, text in files.items()}, Options(**options))  # type: ignore[arg-type]


def status(changes: ChangeSet) -> dict[str, str]:
    return {report.path: report.status for report in changes.files}


@pytest.mark.parametrize(("text", "group"), [(OLD, "python2-syntax"), (ALIAS, "removed-names-numpy")])
@pytest.mark.parametrize("tier", [Tier.NATIVE, Tier.KEPT])
def test_a_program_is_migrated_after_its_conversion(text: str, group: str, tier: Tier) -> None:
    changes = migrated({"main.py": text}, tier=tier)
    assert [program.tier for program in changes.programs] == [tier]
    assert changes.groups[0].name == group and len(changes.groups) > 1
    assert changes.groups[0].files["main.py"] != changes.final_bytes()["main.py"]
    assert b"placeholder" in changes.groups[0].files["main.py"]
    assert (b"placeholder" in changes.final_bytes()["main.py"]) == (tier is Tier.KEPT)
    ast.parse(changes.final_bytes()["main.py"])


def test_what_a_program_imports_is_converted_too() -> None:
    files = {
        "main.py": "from lib.data import rows\n" + OLD,
        "lib/__init__.py": "",
        "lib/data.py": "from . import more\nrows = more.x.has_key(1)\nprint 'rows'\n",
        "lib/more.py": "for i in xrange(3): print i\n",
        "other.py": "print 'nobody imports this'\n",
    }
    changes = migrated(files)
    assert set(changes.final_bytes()) == {"main.py", "lib/data.py", "lib/more.py"}
    assert status(changes)["other.py"] == "unchanged"
    assert changes.final_bytes()["lib/more.py"] == b"for i in range(3): print(i)\n"


def test_what_leads_to_tensorflow_is_converted_too() -> None:
    files = {"main.py": "import model\nprint model.net\n", "model.py": "import tensorflow as tf\nnet = tf.add\n"}
    assert set(migrated(files).final_bytes()) == {"main.py"}


def test_a_file_that_cannot_be_converted_keeps_its_bytes_and_blocks_with_the_line() -> None:
    broken = OLD + "\n\ndef f(a, async):\n    pass\n"
    changes = migrated({"main.py": broken})
    assert changes.final_bytes() == {} and status(changes) == {"main.py": "failed"}
    (program,) = changes.programs
    assert program.tier is Tier.BLOCKED
    assert [(each.id, each.place.line) for each in program.obstacles] == [("python-2-syntax", 8)]


def test_a_program_names_the_module_that_cannot_be_read() -> None:
    changes = migrated({"main.py": "import old\n" + ALIAS, "old.py": "print 1\nasync = 2\n"})
    (program,) = changes.programs
    assert ("python-2-syntax", "old.py", 2) in [(o.id, o.place.file, o.place.line) for o in program.obstacles]
    assert "old.py" not in changes.final_bytes()


def test_obstacles_are_at_the_lines_that_the_user_has() -> None:
    text = "import tensorflow as tf\nfrom scipy.misc import imread, comb\n"
    text += "x = reduce(f, y)\nsess = tf.Session()\nimread(comb(x, 1))\n"
    (program,) = migrated({"main.py": text}).programs
    assert [(each.id, each.place.line) for each in program.obstacles if each.id == "removed-name"] == [
        ("removed-name", 2)
    ]


def test_divisions_that_may_differ_are_assumptions_of_the_program() -> None:
    (program,) = migrated({"main.py": OLD + "half = n / 2\n"}).programs
    assert [each.partition(": ")[0] for each in program.assumptions] == ["main.py:6"]


@pytest.mark.parametrize(
    "head",
    [b"\xef\xbb\xbf", b"# -*- coding: latin-1 -*-\n# \xe9\n", b"#!/usr/bin/python\n\x0c\n", b"'''a\r\n\tb'''\r\n"],
)
def test_bytes_that_do_not_change_stay(head: bytes) -> None:
    tail = b"\r\nif 1:\r\n\tx = 3  # \t \r\n" if b"\r" in head else b"\nif 1:\n\tx = 3  # \t \n"
    end = b"\r\n" if b"\r" in head else b"\n"
    data = head + b"import tensorflow as tf" + end + b"print 1" + tail + b"s = u'''x" + end + b"  print 1'''"
    found = migrate_sources({"a.py": data}, Options()).final_bytes()["a.py"]
    assert found == data.replace(b"print 1" + tail, b"print(1)" + tail)


def test_python_3_is_not_touched() -> None:
    text = "import tensorflow as tf\nif (n := 3) > 2: print(f'{n:>{n}} {f\"{n}\"}')\nmatch n:\n    case 3: pass\n"
    text += "try: pass\nexcept* ValueError: pass\nx: list[int] = [*range(3)]\n"
    assert migrated({"a.py": text}).final_bytes() == {}


@pytest.mark.parametrize("rule", ["python2-syntax", "removed-names"])
def test_rules_can_be_left_out(rule: str) -> None:
    changes = migrated({"old.py": OLD, "alias.py": ALIAS}, skip=frozenset({rule}))
    assert not any(group.name.startswith(rule) for group in changes.groups)
    assert status(changes)["old.py"] == ("failed" if rule == "python2-syntax" else "changed")


def test_a_line_of_python_2_can_be_left_alone() -> None:
    changes = migrated({"a.py": OLD + "print 2  # tfmigrate: skip[python2-syntax] later\n"})
    assert changes.final_bytes() == {}
    assert [each.id for each in changes.programs[0].obstacles] == ["left-alone"]


def test_cells_of_python_2() -> None:
    book = notebook("import tensorflow as tf\n%matplotlib inline", "print 'a', xrange(3)", "!ls")
    after = migrate_sources({"a.ipynb": book}, Options()).final_bytes()["a.ipynb"]
    assert sources_of(after) == ["import tensorflow as tf\n%matplotlib inline", "print('a', range(3))", "!ls"]


def test_converting_again_changes_nothing() -> None:
    files = {"a.py": OLD + "x = d.keys()[0]\nfor i in xrange(len(x) / 2): pass\n"}
    first = migrated(files, tier=Tier.KEPT).final_bytes()
    assert migrate_sources(first, Options(tier=Tier.KEPT)).final_bytes() == {}
