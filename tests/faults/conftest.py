"""Processes with TensorFlow in them, for all tests of a session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.nurseries import Nurseries


@pytest.fixture(scope="session")
def nurseries() -> Iterator[Nurseries]:
    found = Nurseries()
    yield found
    found.close()
