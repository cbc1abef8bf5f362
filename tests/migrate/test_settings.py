"""Settings from pyproject.toml and flags."""

from __future__ import annotations

import pytest

from codemods import Optimizers, Tier
from migrate.problems import UserError
from migrate.settings import Settings, read_settings, with_flags


def test_defaults_without_a_file_or_table() -> None:
    assert read_settings(None) == read_settings(b"") == read_settings(b"[tool.black]\nline = 1\n") == Settings()


def test_every_key_is_read() -> None:
    text = b"""
    [tool.tfmigrate]
    branch = "b"
    base = "main"
    tier = "kept"
    optimizers = "v1"
    select = ["one"]
    skip = ["two"]
    exclude = ["old"]
    size-limit = 5
    jobs = 2
    report = "reports"
    entry = ["train.py --steps 3"]
    steps = 7
    reference = "/usr/bin/python3"
    device = "cpu"
    timeout = 5
    rtol = 1e-3
    atol = 0
    [tool.tfmigrate.paths."old/*"]
    tier = "native"
    skip = ["three"]
    """
    settings = read_settings(text)
    changed = [name for name, value in vars(Settings()).items() if getattr(settings, name) == value]
    assert changed == []
    options = settings.options()
    assert (options.tier, options.optimizers) == (Tier.KEPT, Optimizers.V1)
    assert (options.select, options.skip) == ({"one"}, {"two"})
    legacy = options.for_path("old/a.py")
    assert (legacy.tier, legacy.optimizers, legacy.skip) == (Tier.NATIVE, Optimizers.V1, {"three"})
    assert options.for_path("new/a.py") == options.for_path("b.py")


def test_flags_win_unless_they_are_absent() -> None:
    settings = read_settings(b"[tool.tfmigrate]\ntier = 'kept'\nskip = ['a']\n")
    assert with_flags(settings, {"tier": None, "skip": ()}) == settings
    assert with_flags(settings, {"tier": "native", "skip": ("b",)}) == Settings(skip=("b",))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("steps = 0", "at least 1"),
        ("steps = 1.5", "whole number"),
        ("steps = true", "whole number"),
        ("rtol = -1.0", "at least 0"),
        ("rtol = nan", "at least 0"),
        ("skip = 'a'", "list of strings"),
        ("skip = [1]", "list of strings"),
        ("device = 'tpu'", "one of cpu, gpu"),
        ("tier = []", "must be a string"),
        ("branch = {}", "must be a string, a number or a list"),
        ("report = '/tmp'", "inside of the repository"),
        ("colour = 1", "unknown key 'colour'"),
    ],
)
def test_mistakes_are_named(line: str, what: str) -> None:
    with pytest.raises(UserError, match=r"pyproject\.toml") as caught:
        read_settings(f"[tool.tfmigrate]\n{line}\n".encode())
    assert what in str(caught.value)
