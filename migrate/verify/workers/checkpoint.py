"""Reads, converts and writes a checkpoint; started by path, with a configuration file as its only argument."""

from __future__ import annotations

import importlib
import sys

from new import load_package

if __name__ == "__main__":
    package = load_package()
    sys.path.pop(0)
    importlib.import_module(package + ".checkpoints").main(sys.argv[1])
