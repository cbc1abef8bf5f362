"""Options of the whole test suite."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.nurseries import Nurseries

# Programs that tests migrate and run; some are named like tests.
collect_ignore_glob = ["examples/*", "trees/*", "programs/*", "equivalence/programs/*", "migrate/verify/programs/*"]


def pytest_collection_finish() -> None:
    """What was collected stays: looking through it for garbage, test after test, takes a fifth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-examples",
        action="store_true",
        help="rewrite the expected files of tests/examples and tests/programs; read the diff before you believe it",
    )


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten instead of compared."""
    return bool(request.config.getoption("--update-examples"))


@pytest.fixture(scope="session")
def nurseries() -> Iterator[Nurseries]:
    """Processes with TensorFlow in them, for all tests of a session."""
    from tests.nurseries import Nurseries  # it takes a while, and most tests have no need of it

    found = Nurseries()
    yield found
    found.close()
