"""Diffs of files with odd encodings, line ends and endings."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from codemods.results import ChangeSet, FileReport, RuleGroup
from codemods.rule import Edit, Finding, Place, Safety
from migrate.review import build_diffs, decode


def changes(new: bytes, *rules: str) -> ChangeSet:
    findings = tuple(Finding(rule, Place("x.py", 1, 0), "", Safety.SAFE, (Edit(0, 0, ""),)) for rule in rules)
    note = Finding("quiet", Place("x.py", 1, 0), "", Safety.NOTE)
    report = FileReport("x.py", "changed", None, (*findings, note))
    return ChangeSet((), (report,), (RuleGroup("g", {"x.py": new}),))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"a\nb", b"a\nc"),
        (b"a\nb\n", b"a\nb"),
        (b"a\nb", b"a\nb\n"),
        (b"a\r\nb\r\n", b"a\r\nc\r\n"),
        (b"a\x0cb\nc\x1cd\n", b"a\x0cb\nc\x1ce\n"),
        ("é\n".encode(), "ü\n".encode()),
        (b"", b"new\n"),
        (b"\xef\xbb\xbfa\n", b"\xef\xbb\xbfb\n"),
    ],
)
def test_patch_reproduces_the_new_file(old: bytes, new: bytes, tmp_path: Path) -> None:
    (diff,) = build_diffs({"x.py": old} if old else {}, changes(new, "r"))
    if old:
        (tmp_path / "x.py").write_bytes(old)
    text = "\n".join((diff.header, *diff.lines)) + "\n"
    command = ["git", "apply", "-"]
    subprocess.run(command, cwd=tmp_path, input=text.encode(), check=True, capture_output=True)
    assert (tmp_path / "x.py").read_bytes() == new


def test_header_counts_the_rules_that_edited() -> None:
    (diff,) = build_diffs({"x.py": b"a\n"}, changes(b"b\n", "one", "two", "two"))
    assert diff.header == "# x.py: one, two (2)"


def test_unchanged_file_has_no_diff() -> None:
    assert build_diffs({"x.py": b"a\n"}, changes(b"a\n")) == ()


def test_decoding_follows_the_declaration() -> None:
    assert decode("# coding: latin-1\n# é\n".encode("latin-1")).endswith("é\n")
    assert decode(b"# coding: nonsense\n\xff") == "# coding: nonsense\n\\xff"
