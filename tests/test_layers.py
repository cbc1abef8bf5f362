"""Imports point one way: `migrate` to `codemods`, and inside of each package downwards. One door per dependency."""

from __future__ import annotations

import sys

import pytest

from tests.source_files import SourceFile, source_files

LAYERS = ("source", "analysis", "api", "graph", "plan", "emit", "rules")
VOCABULARY = ("rule", "results", "obstacles")
FACE = ("codemods", "codemods.results", "codemods.rule", "codemods.obstacles", "codemods.catalog", "codemods.notebooks")
DOORS = {
    "git": ("migrate/branch.py", "migrate/checkout.py"),
    "typer": ("migrate/cli.py",),
    "rich": ("migrate/report/terminal.py",),
    "libcst": ("codemods/source/", "codemods/rules/"),
    "fissix": ("codemods/source/fixers.py",),
    "rope": ("codemods/analysis/index.py",),
    "numpy": ("migrate/verify/",),
}
WORKERS = "migrate/verify/workers/"
FILES = source_files("codemods", "migrate")


def ids(file: SourceFile) -> str:
    return file.path


@pytest.mark.parametrize("file", [file for file in FILES if not file.path.startswith(WORKERS)], ids=ids)
def test_third_party_packages_have_one_door_each(file: SourceFile) -> None:
    for name in file.imports():
        package = name.split(".")[0]
        if package in sys.stdlib_module_names or package in ("codemods", "migrate"):
            continue
        assert file.path.startswith(DOORS.get(package, ())), f"{file.path} imports {name}"


@pytest.mark.parametrize("file", [file for file in FILES if file.path.startswith("codemods/")], ids=ids)
def test_codemods_does_not_know_migrate(file: SourceFile) -> None:
    assert not [name for name in file.imports() if name.split(".")[0] == "migrate"]


@pytest.mark.parametrize("file", [file for file in FILES if file.path.startswith("migrate/")], ids=ids)
def test_migrate_uses_only_the_face_of_codemods(file: SourceFile) -> None:
    for name in file.imports():
        if name.split(".")[0] == "codemods":
            module = name.rpartition(".")[0] or name
            assert name in FACE or module in FACE, f"{file.path} imports {name}"


@pytest.mark.parametrize("file", [file for file in FILES if file.path.startswith("codemods/")], ids=ids)
def test_layers_of_codemods_point_down(file: SourceFile) -> None:
    here = file.parts[1]
    if here not in (*LAYERS, *VOCABULARY):
        return
    allowed = VOCABULARY if here in VOCABULARY else (*LAYERS[: LAYERS.index(here) + 1], *VOCABULARY)
    for name in file.imports():
        parts = name.split(".")
        if parts[0] == "codemods":
            assert len(parts) > 1 and parts[1] in allowed, f"{file.path} imports {name}"


@pytest.mark.parametrize("file", [file for file in FILES if file.path.startswith("migrate/")], ids=ids)
def test_reports_and_verification_do_not_know_the_stages_above(file: SourceFile) -> None:
    if file.parts[1] not in ("report", "verify"):
        return
    above = ("migrate.cli", "migrate.pipeline", "migrate.presentation", "migrate.branch", "migrate.checkout")
    assert not [name for name in file.imports() if name.startswith(above)]


def test_workers_know_nothing_of_the_tool() -> None:
    for file in FILES:
        if file.path.startswith(WORKERS):
            inside = [name for name in file.imports() if name.split(".")[0] in ("migrate", "codemods")]
            assert all(name.startswith("migrate.verify.workers") for name in inside), f"{file.path} imports {inside}"


def test_the_doors_are_used() -> None:
    used = {name.split(".")[0] for file in FILES for name in file.imports()}
    assert {"git", "typer", "rich"} <= used
