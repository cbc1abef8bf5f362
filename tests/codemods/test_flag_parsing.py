"""When the command line is parsed, in programs of several modules: where TensorFlow 1 did it at the first read."""

from __future__ import annotations

from codemods import Options, migrate_sources
from codemods.results import ChangeSet

HEAD = "import tensorflow as tf\n"
DEFINED = HEAD + "flags = tf.app.flags\nflags.DEFINE_float('rate', 0.1, 'the rate')\nFLAGS = flags.FLAGS\n"
GRAPH = """\
x = tf.placeholder(tf.float32, [])
y = x * {0}.rate
with tf.Session() as sess:
    print(sess.run(y, {{x: 1.0}}))
"""
STARTED = (
    HEAD + "def main(_):\n    " + GRAPH.replace("\n", "\n    ") + "\nif __name__ == '__main__':\n    tf.app.run()\n"
)


def changed(**texts: str) -> ChangeSet:
    return migrate_sources({f"{name}.py": text.encode() for name, text in texts.items()}, Options())


def obstacles(**texts: str) -> set[str]:
    programs = changed(**texts).programs
    return {f"{each.id}:{each.place.file}" for program in programs for each in program.obstacles}


def final(path: str, **texts: str) -> str:
    found = changed(**texts)
    assert not [each for program in found.programs for each in program.obstacles]
    return found.final_bytes()[path].decode()


def test_app_run_parses_what_other_modules_define() -> None:
    texts = {"conf": DEFINED, "train": STARTED.format("FLAGS").replace(HEAD, HEAD + "from conf import FLAGS\n")}
    assert "sys.argv" not in final("train.py", **texts)
    assert final("conf.py", **texts).startswith("from absl import flags\nimport tensorflow as tf\nflags.DEFINE_float(")


def test_flags_are_parsed_below_the_last_definition() -> None:
    own = "import conf\ntf.flags.DEFINE_bool('more', True, 'say more')\nF = tf.flags.FLAGS\n" + GRAPH.format("F")
    text = final("train.py", conf=DEFINED, train=HEAD + own)
    assert "flags.DEFINE_bool('more', True, 'say more')\nF = flags.FLAGS\nF(sys.argv)\n" in text
    assert text.startswith("import sys\nfrom absl import flags\nimport tensorflow as tf\nimport conf\n")


def test_a_read_before_app_run_parses() -> None:
    text = DEFINED + STARTED.format("FLAGS").removeprefix(HEAD).replace(
        "    tf.app", "    print(FLAGS.rate)\n    tf.app"
    )
    assert "FLAGS = flags.FLAGS\nFLAGS(sys.argv)\n" in final("train.py", train=text)


def test_what_is_not_certain_keeps_the_program() -> None:
    taken = HEAD + "from conf import FLAGS\n" + GRAPH.format("FLAGS")
    assert obstacles(conf=DEFINED, train=taken) == {"flags:train.py"}
    reading = DEFINED + "size = 2 * FLAGS.rate\n"
    assert obstacles(conf=reading, train=STARTED.format("conf.FLAGS").replace(HEAD, HEAD + "import conf\n")) == {
        "flags:conf.py"
    }
    late = DEFINED + "print(FLAGS.rate)\nimport conf\n" + GRAPH.format("FLAGS")
    assert obstacles(conf=DEFINED.replace("rate", "size"), train=late) == {"flags:train.py"}
    argued = DEFINED + "import sys\nsys.argv.append('--rate=2')\n" + GRAPH.format("FLAGS")
    assert obstacles(train=argued) == {"flags:train.py"}
    calling = HEAD + "def size():\n    return 3\nn = size()\n" + DEFINED + GRAPH.format("FLAGS")
    assert obstacles(train=calling) == {"flags:train.py"}


def test_an_entry_that_another_program_imports_is_kept() -> None:
    first = DEFINED + GRAPH.format("FLAGS") + "if __name__ == '__main__':\n    pass\n"
    second = HEAD + "import first\n" + GRAPH.replace("{0}.rate", "2.0").format()
    assert "flags:first.py" in obstacles(first=first, second=second)


def test_what_importing_a_module_enters_may_read_flags() -> None:
    entry = STARTED.format("conf.FLAGS").replace(HEAD, HEAD + "import conf\n")
    early = DEFINED + "if __name__ {0} '__main__':\n    print(FLAGS.rate)\n"
    assert obstacles(conf=early.format("!="), train=entry) == {"flags:conf.py"}
    assert obstacles(conf=early.format("=="), train=entry) == set()
