"""Which pins follow which programs: a whole tree, before and after."""

from __future__ import annotations

import pytest

from codemods import Options, follow_pins, migrate_sources
from codemods.results import ChangeSet
from codemods.rule import PathOptions, Tier
from tests.notebook_files import notebook, sources_of

NATIVE = "import tensorflow as tf\nx = tf.placeholder(tf.float32)\nprint(tf.Session().run(x + 1, {x: 1.0}))\n"
LAYERS = NATIVE.replace("x + 1", "tf.layers.flatten(x)")
SLIM = NATIVE.replace("\nx =", "\nfrom tensorflow.contrib import slim\nx =").replace("x + 1", "slim.flatten(x)")
OLD = "import tensorflow\nif True x\n"
LIBRARY = "import tensorflow as tf\nx = tf.layers.dense\n"
BLOCKED = NATIVE.replace("x + 1", "tf.contrib.factorization.KMeans(x, 3)")
PINNED = "tensorflow==1.15\n"
MOVED = "tensorflow==2.21\n"


def migrated(files: dict[str, str | bytes], options: Options | None = None) -> ChangeSet:
    options = options or Options()
    data = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
    sources = {path: text for path, text in data.items() if path.endswith((".py", ".ipynb"))}
    pins = {path: text for path, text in data.items() if path not in sources}
    return follow_pins(pins, sources, migrate_sources(sources, options), options)


def pins_of(files: dict[str, str | bytes], options: Options | None = None) -> dict[str, str]:
    groups = {group.name: group.files for group in migrated(files, options).groups}
    return {path: data.decode() for path, data in groups.get("pins", {}).items()}


def test_pins_are_the_last_commit_of_their_own() -> None:
    changes = migrated({"train.py": NATIVE, "requirements.txt": PINNED})
    assert changes.groups[-1].name == "pins" and "pins" not in {group.name for group in changes.groups[:-1]}
    assert changes.groups[-1].files == {"requirements.txt": MOVED.encode()}
    (report,) = [report for report in changes.files if report.path == "requirements.txt"]
    assert report.status == "changed" and [finding.rule for finding in report.findings] == ["pins"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a/train.py": NATIVE, "requirements.txt": PINNED}, {"requirements.txt"}),
        ({"train.py": NATIVE, "requirements/base.txt": PINNED}, {"requirements/base.txt"}),
        (
            {"a/train.py": NATIVE, "a/requirements.txt": PINNED, "b/train.py": BLOCKED, "b/requirements.txt": PINNED},
            {"a/requirements.txt"},
        ),
        ({"train.py": LAYERS, "requirements.txt": PINNED, "docker/Dockerfile": "FROM python:3.6\n"},
         {"requirements.txt", "docker/Dockerfile"}),
        ({"train.py": NATIVE, "data.py": "import tensorflow as tf\nx = tf.nn.relu\n", "requirements.txt": PINNED},
         {"requirements.txt"}),
        ({"train.py": NATIVE, "setup.py": "setup(install_requires=['tensorflow==1.15'])\n"}, {"setup.py"}),
    ],
)  # fmt: skip
def test_pins_follow_the_programs_below_them(files: dict[str, str | bytes], expected: set[str]) -> None:
    assert set(pins_of(files)) == expected


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"train.py": BLOCKED, "requirements.txt": PINNED}, "train.py is blocked"),
        ({"a/b/train.py": BLOCKED, "train.py": NATIVE, "requirements.txt": PINNED}, "a/b/train.py is blocked"),
        (
            {"train.py": NATIVE, "old.py": OLD, "requirements.txt": PINNED},
            "could not be read",
        ),
        (
            {
                "train.py": NATIVE,
                "lib.py": LIBRARY,
                "requirements.txt": PINNED,
            },
            "lib.py still needs TensorFlow 1",
        ),
        ({"train.py": "print(1)\n", "requirements.txt": PINNED}, ""),
        ({"train.py": NATIVE, "requirements.txt": "numpy==1.99\n"}, ""),
    ],
)
def test_pins_that_are_still_needed_stay(files: dict[str, str | bytes], says: str) -> None:
    assert pins_of(files) == {}
    reports = [report for report in migrated(files).files if report.path == "requirements.txt"]
    assert [says in finding.message for report in reports for finding in report.findings] == [True] * bool(says)


def test_what_migrated_programs_import_is_asked_for() -> None:
    files: dict[str, str | bytes] = {"train.py": LAYERS, "requirements.txt": PINNED}
    assert pins_of(files, Options(tier=Tier.KEPT))["requirements.txt"] == f"{MOVED}tf_keras==2.21.0\n"
    files = {"train.py": SLIM, "requirements.txt": PINNED}
    assert "tf_slim==1.1.0\n" in pins_of(files, Options(tier=Tier.KEPT))["requirements.txt"]
    files = {"train.py": "import absl\n" + NATIVE, "requirements.txt": PINNED}
    assert pins_of(files)["requirements.txt"] == MOVED


def test_old_keras_stays_where_a_program_imports_it() -> None:
    files: dict[str, str | bytes] = {"train.py": NATIVE, "requirements.txt": "keras==2.2.4\n"}
    assert set(pins_of(files)) == {"requirements.txt"}
    assert pins_of({**files, "other.py": "from keras.models import Model\n"}) == {}


def test_pins_can_be_left_alone() -> None:
    files: dict[str, str | bytes] = {"train.py": NATIVE, "requirements.txt": PINNED}
    assert pins_of(files, Options(skip=frozenset({"pins"}))) == {}
    assert pins_of(files, Options(select=frozenset({"session-to-function"}))) == {}
    assert pins_of(files, Options(paths=(PathOptions("*.txt", skip=frozenset({"pins"})),))) == {}


def test_notebooks_install_what_they_need() -> None:
    install = "%tensorflow_version 1.x\n!pip install -q tensorflow==1.15 gym\n!ls"
    book = notebook(install, *NATIVE.split("\n"))
    new = sources_of(pins_of({"b.ipynb": book})["b.ipynb"].encode())
    assert new[0] == "%tensorflow_version 2.x\n!pip install -q tensorflow==2.21 gym\n!ls" and "Session" not in new[-2]
    (report,) = migrated({"b.ipynb": book}).files
    assert [str(each.place) for each in report.findings if each.rule == "pins"] == [
        "b.ipynb, cell 1, line 1",
        "b.ipynb, cell 1, line 2",
    ]
    stays = notebook("!pip install tensorflow\n%tensorflow_version 2.x\n# !pip install tensorflow==1.0", NATIVE)
    assert pins_of({"b.ipynb": stays}) == {}
    assert pins_of({"b.ipynb": notebook(install, BLOCKED)}) == {}


def test_a_failure_on_one_file_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr("codemods.pins.check", fail)
    changes = migrated({"train.py": NATIVE, "requirements.txt": PINNED, "Dockerfile": b"\xff tensorflow"})
    assert changes.programs[0].tier == Tier.NATIVE
    (report,) = [report for report in changes.files if report.path == "requirements.txt"]
    assert "ArithmeticError" in report.findings[0].message and report.status == "unchanged"
