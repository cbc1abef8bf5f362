"""Small trees whose programs would change their meaning if one module were migrated alone."""

from __future__ import annotations

import pytest

from codemods.engine import migrate_sources
from codemods.rule import Options, Tier

BUILD = "import tensorflow as tf\n{imports}\nx = tf.placeholder(tf.float32, [])\ny = x * {factor}\n"
RUN = "with tf.Session() as sess:\n    print(sess.run(y, {x: 1.0}))\n"
MAIN = "sess = tf.Session()\nif __name__ == '__main__':\n    print(sess.run(y, {x: 1.0}))\n"
CONFIG = "scale = 2.0\n\n\ndef set_scale(value):\n    global scale\n    scale = value\n"

CHANGED = {
    "a function of another module changes what was read": {
        "train.py": BUILD.format(imports="import config", factor="config.scale") + "config.set_scale(5.0)\n" + RUN,
        "config.py": CONFIG,
    },
    "an attribute of another module is set": {
        "train.py": BUILD.format(imports="import config", factor="config.scale") + "config.scale = 5.0\n" + RUN,
        "config.py": CONFIG,
    },
    "another script imports the session": {
        "train.py": BUILD.format(imports="", factor="2.0") + MAIN,
        "use.py": "from train import sess, x, y\nprint(sess.run(y, {x: 3.0}))\n",
    },
    "another script reads the tensors of the module": {
        "train.py": BUILD.format(imports="", factor="2.0") + MAIN,
        "use.py": "import train\nprint(train.sess.run(train.y, {train.x: 3.0}))\n",
    },
}
UNCHANGED = {
    "a constant of another module": {
        "train.py": BUILD.format(imports="from config import scale", factor="scale") + RUN,
        "config.py": "scale = 2.0\n",
    },
    "another module feeds": {
        "train.py": BUILD.format(imports="import data", factor="2.0") + RUN.replace("1.0", "data.batch()"),
        "data.py": "def batch():\n    return 1.0\n",
    },
}


def tier_of_train(files: dict[str, str]) -> Tier:
    changes = migrate_sources({path: text.encode() for path, text in files.items()}, Options())
    return next(program.tier for program in changes.programs if program.entry == "train.py")


@pytest.mark.parametrize("name", CHANGED)
def test_it_is_kept(name: str) -> None:
    assert tier_of_train(CHANGED[name]) == Tier.KEPT


@pytest.mark.parametrize("name", UNCHANGED)
def test_it_is_native(name: str) -> None:
    assert tier_of_train(UNCHANGED[name]) == Tier.NATIVE
