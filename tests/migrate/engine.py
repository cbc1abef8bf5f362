"""An engine for tests: small, literal replacements in the vocabulary of the real one."""

from __future__ import annotations

from collections.abc import Mapping

from codemods.results import ChangeSet, FileReport, Program, RuleGroup, RunSite, Step
from codemods.rule import Edit, Finding, Obstacle, Options, Place, Safety, Tier

GROUPS = (
    ("names", b"tf.initialize_all_variables", b"tf.global_variables_initializer"),
    ("sessions", b"tf.Session()", b"tf.compat.v1.Session()"),
)
OLD = "import tensorflow as tf\nsess = tf.Session()\nsess.run(tf.initialize_all_variables())\n"
NEW = "import tensorflow as tf\nsess = tf.compat.v1.Session()\nsess.run(tf.global_variables_initializer())\n"
OBSTACLE = "# obstacle\n"
BROKEN = b"def broken("


def migrate_sources(sources: Mapping[str, bytes], options: Options, *rest: object) -> ChangeSet:
    """Replaces what `GROUPS` says; a file with `BROKEN` in it fails, one with `OBSTACLE` stays `kept`."""
    current = {path: data for path, data in sources.items() if BROKEN not in data}
    groups = []
    for name, old, new in GROUPS:
        if name in options.skip or (options.select and name not in options.select):
            continue
        fresh = {path: data.replace(old, new) for path, data in sorted(current.items()) if old in data}
        current |= fresh
        groups.append(RuleGroup(name, fresh))
    reports = [_report(path, data, current.get(path)) for path, data in sorted(sources.items())]
    programs = [_program(path, data) for path, data in sorted(sources.items()) if b"tf.Session()" in data]
    constructs = {"tf.Session": len(programs)} if programs else {}
    return ChangeSet(tuple(programs), tuple(reports), tuple(groups), constructs)


def _report(path: str, old: bytes, new: bytes | None) -> FileReport:
    if new is None:
        return FileReport(path, "failed", "line 1: it is not Python 3")
    if new == old:
        return FileReport(path, "unchanged")
    edit = Edit(0, 0, "")
    findings = [
        Finding(name, Place(path, 2, 0), "replaced", Safety.SAFE, (edit,)) for name, text, _ in GROUPS if text in old
    ]
    return FileReport(path, "changed", None, tuple(findings))


def _program(path: str, data: bytes) -> Program:
    if OBSTACLE.encode() in data:
        obstacle = Obstacle("rebound-tensor", Place(path, 3, 4), "loss", "It has two meanings.", "Rename one.")
        return Program(path, (path,), Tier.KEPT, (), (obstacle,))
    step = Step("loss", path, ("loss",), (RunSite(path, 3, 0, 3, (0,)),))
    return Program(path, (path,), Tier.NATIVE, (step,))
