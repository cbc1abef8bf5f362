"""The loader of MNIST that the tutorials import, for the old side: the one that the new side was given.

Both then read the same data and shuffle it with the same random numbers.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import types

LOADER = "tensorflow.examples.tutorials.mnist.input_data"
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
TEXT = os.path.join(TOP, "codemods", "added", "input_data.py.txt")


def install(compat):
    """Answer imports of the loader; with `compat` also those of the packages around it, which TensorFlow 2 has not."""
    packages = LOADER.split(".")[:-1]
    names = {".".join(packages[:length]) for length in range(2, len(packages) + 1)} if compat else set()
    sys.meta_path.insert(0, Tutorials(names))


class Tutorials(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the loader and the empty packages that lead to it."""

    def __init__(self, packages):
        self.packages = packages

    def find_spec(self, name, path=None, target=None):
        if name == LOADER:
            source = importlib.machinery.SourceFileLoader(name, TEXT)
            return importlib.util.spec_from_file_location(name, TEXT, loader=source)
        if name in self.packages:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return types.ModuleType(spec.name)

    def exec_module(self, module):
        """The packages are empty; what is imported from them becomes an attribute by that."""
