"""Runs the migrated program under observation; started by path, with a configuration file as its only argument."""

from __future__ import annotations

import importlib.util
import os
import sys


def load_package(name="_tfmigrate_workers"):
    """Make this folder importable under a name that no program of a user has."""
    folder = os.path.dirname(os.path.abspath(__file__))
    spec = importlib.util.spec_from_file_location(
        name, os.path.join(folder, "__init__.py"), submodule_search_locations=[folder]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules[name] = package
    spec.loader.exec_module(package)
    return name


if __name__ == "__main__":
    package = load_package()
    importlib.import_module(package + ".subject").main(sys.argv[1], "new")
