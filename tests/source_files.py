"""The Python files of the two packages, with their syntax trees, read when a test asks for them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class SourceFile:
    """One module of the product. `path` is relative to the repository."""

    path: str

    @cached_property
    def text(self) -> str:
        return (ROOT / self.path).read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """The path in parts, without the suffix."""
        return tuple(self.path.removesuffix(".py").split("/"))

    def imports(self) -> Iterator[str]:
        """The dotted name of every module that is imported anywhere in the file, relative ones made absolute."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                above = ".".join(self.parts[: len(self.parts) - node.level]) if node.level else ""
                base = ".".join(part for part in (above, node.module) if part)
                yield from (f"{base}.{alias.name}" for alias in node.names)


# inputs of tests, in any style
_PROGRAMS = ("tests/examples/", "tests/trees/", "tests/programs/", "tests/equivalence/programs/")


def source_files(*packages: str) -> list[SourceFile]:
    """Every module below the packages, by path."""
    files = []
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(_PROGRAMS):
                files.append(SourceFile(name))
    return files
