"""The old side of a comparison gets the loader of MNIST that the new side was given."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

import pytest

from migrate.verify.workers import tutorials

pytest.importorskip("numpy")


@pytest.fixture
def old_side(monkeypatch: pytest.MonkeyPatch) -> None:
    facade = ModuleType("tensorflow")
    facade.__path__ = []
    for name in [name for name in sys.modules if name.split(".")[0] == "tensorflow"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "tensorflow", facade)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)


@pytest.mark.usefixtures("old_side")
def test_the_loader_is_found_under_its_old_name() -> None:
    tutorials.install(compat=True)
    package = importlib.import_module("tensorflow.examples.tutorials.mnist")
    loader = importlib.import_module(tutorials.LOADER)
    assert package.input_data is loader
    assert loader.read_data_sets("", fake_data=True).train.num_examples == 10000
    for name in [name for name in sys.modules if name.startswith("tensorflow.examples")]:
        del sys.modules[name]


@pytest.mark.usefixtures("old_side")
def test_nothing_else_is_found_and_a_real_tensorflow_1_has_its_own_packages() -> None:
    tutorials.install(compat=False)
    finder = sys.meta_path[0]
    assert finder.find_spec("tensorflow.examples", None) is None
    assert finder.find_spec("tensorflow.contrib", None) is None
    assert finder.find_spec(tutorials.LOADER, None) is not None
