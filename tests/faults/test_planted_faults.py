"""Verification calls every migrated program with a fault in it different, and says where the difference shows first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from migrate.report.blocks import verification_blocks
from migrate.report.markdown import render_markdown
from migrate.report.model import Record, Results
from migrate.report.terminal import print_blocks
from tests.corpus.commands import explain_verdict, one_worker, verify
from tests.faults.faults import FAULTS
from tests.faults.planting import Fault, migrate_once, plant
from tests.nurseries import Nurseries


@pytest.fixture(scope="session")
def migrated_programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("migrated")


def test_there_are_enough_faults_of_different_kinds() -> None:
    assert len(FAULTS) >= 40
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    assert len({fault.program for fault in FAULTS}) >= 8


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_every_fault_can_be_planted(fault: Fault, migrated_programs: Path, tmp_path: Path) -> None:
    folder = plant(fault, migrate_once(fault.case, migrated_programs / fault.program), tmp_path / "new")
    text = (folder / fault.case.entry).read_text(encoding="utf-8")
    assert compile(text, fault.case.entry, "exec") is not None


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "fault", [pytest.param(fault, id=fault.name, marks=one_worker(fault.case)) for fault in FAULTS]
)
def test_fault_is_called_different(
    fault: Fault, migrated_programs: Path, tmp_path: Path, nurseries: Nurseries, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plant(fault, migrate_once(fault.case, migrated_programs / fault.program), tmp_path / "new")
    with nurseries.at_work():
        result = verify(fault.case, folder)
    assert result["verdict"] == "different", explain_verdict(result)
    first = result["first_divergence"]
    shown = first["new"] if first["kind"] == "printed" else first["fetch"] or first["variable"] or first["gradient"]
    assert shown, explain_verdict(result)
    assert first["kind"] == "printed" or shown in first["message"]
    assert shown == (fault.shows or shown), explain_verdict(result)
    print_blocks(verification_blocks(Record({"programs": [result]})), color=False)
    for printed in (capsys.readouterr().out, render_markdown(Results(None, Record({"programs": [result]})))):
        assert_names_the_place(printed, fault, first, shown)


def assert_names_the_place(printed: str, fault: Fault, first: dict[str, Any], shown: str) -> None:
    """What `verify` prints has one line for the first difference, with the run, its step, and the name or the text."""
    lines = [line for line in printed.splitlines() if "first difference" in line and fault.case.entry in line]
    assert len(lines) == 1, printed
    where = "before the first run" if first["call"] < 0 else f"run {first['call'] + 1}"
    named = f"{where} ({first['step']})" if first["step"] else where
    assert f"first difference: {named}: " in lines[0], printed
    assert shown in lines[0].partition(f"{named}: ")[2], printed
