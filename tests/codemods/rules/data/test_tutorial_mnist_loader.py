"""The loader of the tutorials' MNIST: which imports are replaced, where the new file lies, when nothing is done."""

from __future__ import annotations

import pytest

from codemods import Options, migrate_sources
from codemods.results import ChangeSet
from codemods.rule import Tier
from codemods.tutorial_data import template

TUTORIALS = "tensorflow.examples.tutorials.mnist"
CONTRIB = "tensorflow.contrib.learn.python.learn.datasets"
OLD = "from tensorflow.examples.tutorials.mnist import input_data\n"
USE = 'mnist = input_data.read_data_sets("data", one_hot=True)\n'
SESSION = "import tensorflow as tf\nsess = tf.Session()\n"
GROUP = "tutorial-mnist-loader"


def changes(sources: dict[str, str], others: tuple[str, ...] = (), options: Options | None = None) -> ChangeSet:
    return migrate_sources({path: text.encode() for path, text in sources.items()}, options or Options(), None, others)


def supplied(sources: dict[str, str], others: tuple[str, ...] = ()) -> dict[str, str]:
    """The files that the rule leaves, without the text of the new one."""
    groups = {group.name: group.files for group in changes(sources, others).groups}
    return {path: "NEW" if data == template() else data.decode() for path, data in groups.get(GROUP, {}).items()}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"from {TUTORIALS} import input_data", "import input_data"),
        (f"from {TUTORIALS} import input_data as data", "import input_data as data"),
        (f"import {TUTORIALS}.input_data as input_data", "import input_data"),
        (f"import {TUTORIALS}.input_data as m", "import input_data as m"),
        (f"from {TUTORIALS}.input_data import read_data_sets", "from input_data import read_data_sets"),
        (
            f"from {TUTORIALS}.input_data import (read_data_sets,\n    DataSet)",
            "from input_data import (read_data_sets,\n    DataSet)",
        ),
        (f"from {CONTRIB} import mnist", "import input_data as mnist"),
        (f"from {CONTRIB}.mnist import read_data_sets as r", "from input_data import read_data_sets as r"),
        (
            f"try:\n    from {TUTORIALS} import input_data  # here\nexcept ImportError:\n    raise",
            "try:\n    import input_data  # here\nexcept ImportError:\n    raise",
        ),
        (
            f"def load():\n    from {TUTORIALS} import input_data\n    return input_data.read_data_sets('x')",
            "def load():\n    import input_data\n    return input_data.read_data_sets('x')",
        ),
    ],
)
def test_every_form_of_import(old: str, new: str) -> None:
    assert supplied({"a/train.py": f"{SESSION}{old}\n"}) == {
        "a/train.py": f"{SESSION}{new}\n",
        "a/input_data.py": "NEW",
    }


@pytest.mark.parametrize(
    "text",
    [
        "from tensorflow.examples.tutorials.mnist import mnist\nmnist.inference(x)\n",
        "from tensorflow.examples.tutorials.mnist import input_data, mnist\n",
        "from tensorflow.examples.tutorials.mnist import input_data\ninput_data.maybe_download('x', 'y')\n",
        'from tensorflow.examples.tutorials.mnist import input_data\ninput_data.read_data_sets("d", source_url=URL)\n',
        "from tensorflow.examples.tutorials.mnist import input_data\ninput_data.read_data_sets(**args)\n",
        "import tensorflow.examples.tutorials.mnist.input_data\n",
        "from tensorflow.examples.tutorials.mnist import input_data  # tfmigrate: skip\n",
    ],
)
def test_what_the_new_file_does_not_offer_is_left_alone_and_said(text: str) -> None:
    answer = changes({"train.py": SESSION + text})
    assert GROUP not in {group.name for group in answer.groups}
    assert answer.programs[0].tier is Tier.BLOCKED
    assert "tutorial-data" in {each.id for each in answer.programs[0].obstacles}


def test_an_import_of_something_else_is_left_alone() -> None:
    assert supplied({"train.py": SESSION + "from examples.tutorials.mnist import input_data\n"}) == {}
    assert supplied({"train.py": SESSION + "from keras.datasets import mnist\n"}) == {}


def test_without_the_rule_the_import_stays_and_hinders_nothing() -> None:
    text = f"{SESSION}{OLD}{USE}"
    answer = changes({"train.py": text}, options=Options(skip=frozenset({GROUP})))
    assert answer.programs[0].tier is not Tier.BLOCKED
    assert OLD in answer.final_bytes()["train.py"].decode()


def test_both_tiers_and_scripts_without_a_session_get_it() -> None:
    sources = {"train.py": f"{SESSION}{OLD}{USE}", "torch_one.py": f"import torch\n{OLD}{USE}"}
    for tier in (Tier.NATIVE, Tier.KEPT):
        final = changes(sources, options=Options(tier=tier)).final_bytes()
        assert final["torch_one.py"] == f"import torch\nimport input_data\n{USE}".encode()
        assert b"import input_data\n" in final["train.py"] and final["input_data.py"] == template()


def test_a_second_run_changes_nothing() -> None:
    first = changes({"torch_one.py": f"{OLD}{USE}"}).final_bytes()
    assert changes({path: data.decode() for path, data in first.items()}).final_bytes() == {}


def test_a_file_added_before_serves_a_later_import_too() -> None:
    sources = {"input_data.py": template().decode(), "new.py": f"{OLD}{USE}"}
    assert supplied(sources) == {"new.py": f"import input_data\n{USE}"}


@pytest.mark.parametrize("other", ["input_data.py", "x/input_data.py", "input_data/read.py", "input_data.ipynb"])
def test_a_name_that_is_taken_is_not_used(other: str) -> None:
    expected = {"a.py": f"import tutorial_mnist as input_data\n{USE}", "tutorial_mnist.py": "NEW"}
    assert supplied({"a.py": OLD + USE}, others=(other,)) == expected
    if other.endswith(".py"):
        assert supplied({"a.py": OLD + USE, other: "x = 1\n"}) == expected


def test_windows_newlines_are_those_of_the_importing_file() -> None:
    groups = changes({"a.py": OLD.replace("\n", "\r\n")}).groups
    assert groups[0].files["input_data.py"] == template().replace(b"\n", b"\r\n")


def test_modules_of_a_program_share_the_file_beside_its_entry() -> None:
    sources = {
        "code/main.py": "import tensorflow as tf\nfrom data.read import load\ntf.Session()\n",
        "code/data/read.py": OLD,
    }
    assert supplied(sources) == {"code/data/read.py": "import input_data\n", "code/input_data.py": "NEW"}


def test_a_program_that_is_run_as_a_module_of_a_package() -> None:
    sources = {
        "pkg/train.py": f"from . import model\n{OLD}",
        "pkg/nets/deep.py": OLD,
        "pkg/model.py": "import tensorflow as tf\nfrom .nets import deep\ntf.Session()\n",
    }
    assert supplied(sources) == {
        "pkg/train.py": "from . import model\nfrom . import input_data\n",
        "pkg/nets/deep.py": "from .. import input_data\n",
        "pkg/input_data.py": "NEW",
    }


def test_a_program_that_imports_its_own_package_by_name() -> None:
    sources = {"pkg/train.py": f"import tensorflow as tf\nfrom pkg import model\n{OLD}tf.Session()\n",
               "pkg/model.py": "import tensorflow as tf\n"}  # fmt: skip
    assert supplied(sources)["pkg/train.py"].splitlines()[2] == "from pkg import input_data"


def test_programs_that_need_different_imports_in_a_module_they_share() -> None:
    sources = {
        "pkg/train.py": "from . import load\nimport tensorflow as tf\ntf.Session()\n",
        "pkg/load.py": OLD,
        "pkg/script.py": "import load\nimport tensorflow as tf\ntf.Session()\n",
    }
    answer = changes(sources)
    assert supplied(sources) == {}
    assert {program.tier for program in answer.programs} == {Tier.BLOCKED}


def test_the_new_file_is_reported_with_its_rule() -> None:
    report = {each.path: each for each in changes({"a.py": OLD + USE}).files}["input_data.py"]
    assert report.status == "changed"
    assert [finding.rule for finding in report.findings] == [GROUP]


def test_whoever_declines_the_loader_has_one_of_their_own() -> None:
    text = f"{OLD}import tensorflow as tf\n{USE}x = tf.placeholder(tf.float32, [None, 784])\ny = tf.reduce_sum(x)\n"
    text += "with tf.Session() as sess:\n    print(sess.run(y, {x: mnist.test.images}))\n"
    answer = changes({"train.py": text}, options=Options(skip=frozenset({GROUP})))
    (program,) = answer.programs
    assert program.tier is Tier.NATIVE, program.obstacles
    notes = [each.message for report in answer.files for each in report.findings if each.rule == "dead-reference"]
    assert [note.split(" does")[0] for note in notes] == ["tf.examples.tutorials.mnist.input_data"]
