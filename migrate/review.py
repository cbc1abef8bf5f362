"""The changes as unified diffs, one per file, with the rules that made them: what a dry run shows."""

from __future__ import annotations

import difflib
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codemods.notebooks import code_cells, is_notebook
from codemods.results import ChangeSet, FileReport

_HUNK = re.compile(r"@@ -(\d+)")
NO_NEWLINE = "\\ No newline at end of file"


@dataclass(frozen=True)
class FileDiff:
    """The diff of one file as lines without line ends; `rules` names every rule with the number of its edits."""

    path: str
    rules: tuple[tuple[str, int], ...]
    lines: tuple[str, ...]

    @property
    def header(self) -> str:
        """One line that names the file and its rules; `patch` and `git apply` skip it."""
        named = ", ".join(f"{rule} ({count})" if count > 1 else rule for rule, count in self.rules)
        return f"# {self.path}: {named or 'changed'}"


def build_diffs(old: Mapping[str, bytes], changes: ChangeSet) -> tuple[FileDiff, ...]:
    """The diff of every file that the changes leave different from `old`, by path."""
    reports = {report.path: report for report in changes.files}
    return tuple(
        FileDiff(path, count_rules(reports.get(path)), tuple(_lines_of(path, old.get(path, b""), new)))
        for path, new in sorted(changes.final_bytes().items())
        if new != old.get(path)
    )


def count_rules(report: FileReport | None) -> tuple[tuple[str, int], ...]:
    """Each rule that edited the file, with the number of its findings that did."""
    findings = report.findings if report else ()
    return tuple(sorted(Counter(finding.rule for finding in findings if finding.edits).items()))


def _lines_of(path: str, old: bytes, new: bytes) -> Iterator[str]:
    if old and is_notebook(path):
        return _cell_diffs(path, code_cells(old), code_cells(new))
    return _diff_lines(path, old, new)


def _cell_diffs(path: str, old: Mapping[int, str], new: Mapping[int, str]) -> Iterator[str]:
    """What changes in each cell. Nothing here looks like the header of a patch, which could not be applied anyway."""
    for number, before in old.items():
        lines = before.splitlines(), new.get(number, "").splitlines()
        for line in [*difflib.unified_diff(*lines, n=3)][2:]:
            hunk = _HUNK.match(line)
            yield line if hunk is None else f"# {path}, cell {number}, line {hunk[1]}"


def _diff_lines(path: str, old: bytes, new: bytes) -> Iterator[str]:
    before, after = _lines(old), _lines(new)
    source = f"a/{path}" if old else "/dev/null"
    for line in difflib.unified_diff(before, after, source, f"b/{path}", n=3):
        ended = line.endswith("\n")
        yield line[:-1] if ended else line
        if not ended:
            yield NO_NEWLINE


def _lines(data: bytes) -> list[str]:
    """Lines end at a line feed and nowhere else, as for `patch`; a carriage return stays part of its line."""
    return io.StringIO(decode(data), newline="\n").readlines()


def decode(data: bytes) -> str:
    """The text of a Python file, by its own declaration; bytes that do not fit are shown escaped."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError:
        encoding = "utf-8"
    return data.decode("utf-8" if encoding == "utf-8-sig" else encoding, "backslashreplace")
