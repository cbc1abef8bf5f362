"""Makes the installed TensorFlow look like TensorFlow 1 to an unchanged program: graph mode, old names, contrib."""

from __future__ import annotations

import collections
import collections.abc
import importlib.abc
import importlib.machinery
import sys
import time
import types

OWN = ("python", "core", "compat", "_api", "tools", "lite", "security", "include", "distribute", "dtensor", "tsl")


def install():
    """Replace `tensorflow` among the imported modules; `tensorflow.python` and its like stay what they are."""
    import tensorflow as real
    import tensorflow.compat.v1 as v1

    v1.disable_v2_behavior()
    alias_normalization()
    from . import contrib

    facade = types.ModuleType("tensorflow", real.__doc__)
    facade.__path__ = list(real.__path__)
    facade.__file__ = real.__file__
    facade.__spec__ = real.__spec__
    for name in dir(v1):
        if not name.startswith("__"):
            setattr(facade, name, getattr(v1, name))
    facade.compat = real.compat
    facade.python = sys.modules["tensorflow.python"]
    facade.contrib = contrib.build(v1)
    facade.__version__ = facade.VERSION = "1.15.5"
    facade._tfmigrate_real = real
    sys.modules["tensorflow"] = facade
    sys.meta_path.insert(0, NamesOfTensorFlow(facade))
    restore_numpy_names()
    restore_standard_library()


def real_version():
    return sys.modules["tensorflow"]._tfmigrate_real.__version__


def alias_normalization():
    """`tf_slim` looks for the old layers where they no longer are."""
    try:
        import tf_keras.src.legacy_tf_layers as layers
        import tf_keras.src.legacy_tf_layers.base as base
        import tf_keras.src.legacy_tf_layers.normalization as normalization
    except ImportError:
        return
    sys.modules.setdefault("tf_keras.legacy_tf_layers", layers)
    sys.modules.setdefault("tf_keras.legacy_tf_layers.base", base)
    sys.modules.setdefault("tf_keras.legacy_tf_layers.normalization", normalization)


class NamesOfTensorFlow(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports `tensorflow.contrib.layers`, `tensorflow.keras.layers` and the like by attribute of the facade."""

    def __init__(self, facade):
        self.facade = facade

    def find_spec(self, name, path=None, target=None):
        parts = name.split(".")
        if parts[0] != "tensorflow" or len(parts) < 2 or parts[1] in OWN:
            return None
        if self.find(parts) is None:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def find(self, parts):
        found = self.facade
        for part in parts[1:]:
            try:
                found = getattr(found, part)
            except (AttributeError, ImportError):
                return None
        return found if hasattr(found, "__dict__") and not isinstance(found, type) else None

    def create_module(self, spec):
        found = self.find(spec.name.split("."))
        module = types.ModuleType(spec.name)
        for name in dir(found):
            try:
                setattr(module, name, getattr(found, name))
            except (AttributeError, ImportError):
                continue
        return module

    def exec_module(self, module):
        """Nothing to run: the names are there already."""


def restore_numpy_names():
    """Aliases that NumPy has removed; old programs spell Python's own types with them."""
    import numpy

    removed = {"float": float, "int": int, "bool": bool, "object": object, "str": str, "complex": complex}
    removed.update({"long": int, "unicode": str, "infty": numpy.inf, "Inf": numpy.inf, "NaN": numpy.nan})
    removed.update({"float_": numpy.float64, "int0": numpy.intp, "product": numpy.prod, "cumproduct": numpy.cumprod})
    for name, meaning in removed.items():
        if name not in numpy.__dict__:
            setattr(numpy, name, meaning)


def restore_standard_library():
    """Names that left Python's own library since."""
    for name in ("Iterable", "Mapping", "MutableMapping", "Sequence", "Callable", "Hashable", "Sized"):
        if not hasattr(collections, name):
            setattr(collections, name, getattr(collections.abc, name))
    if not hasattr(time, "clock"):
        time.clock = time.perf_counter
