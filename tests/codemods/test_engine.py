"""The engine as a whole: the same answer whatever carries out the work, and no input stops it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from codemods import Options, migrate_sources
from codemods.rule import Tier

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def corpus() -> dict[str, bytes]:
    return {path.relative_to(CORPUS).as_posix(): path.read_bytes() for path in sorted(CORPUS.rglob("*.py"))}


def test_neither_an_executor_nor_the_order_of_files_changes_the_answer() -> None:
    alone = migrate_sources(corpus(), Options())
    with ThreadPoolExecutor(2) as executor:
        assert migrate_sources(corpus(), Options(), executor) == alone
    assert {program.tier for program in alone.programs} == {Tier.NATIVE, Tier.KEPT}
    again = migrate_sources(dict(reversed(corpus().items())), Options())
    assert again.final_bytes() == alone.final_bytes()
    assert again == alone


def test_bad_files_do_not_stop_the_rest() -> None:
    sources = {
        "bad.py": b"import tensorflow as tf\nprint 'x'\nraise a, b, c\n",
        "binary.py": b"import tensorflow\0",
        "latin.py": b"import tensorflow as tf\nx = '\xe9'\n",
        "good.py": b"import tensorflow as tf\nx = tf.placeholder(tf.float32)\nprint(tf.Session().run(x, {x: 1.}))\n",
    }
    result = migrate_sources(sources, Options())
    assert [report.path for report in result.files if report.status == "failed"] == ["bad.py", "binary.py", "latin.py"]
    assert all(report.reason for report in result.files if report.status == "failed")
    assert set(result.final_bytes()) == {"good.py"}
