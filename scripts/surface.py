"""Lists what a TensorFlow offers: one line a name, `name<TAB>kind<TAB>signature<TAB>members`. Run by generate_tables.

Also run by the interpreter that has TensorFlow 1.15, so it must stay valid Python 3.7.
"""

import collections
import contextlib
import importlib
import inspect
import os
import pkgutil
import sys
import types

PLAIN = (type(None), bool, int, float, str)
MIRRORS = ("compat.v2", "contrib", "python", "core", "tools", "examples", "pywrap_tensorflow", "_api")
ALSO = ("tf.contrib.framework.nest",)  # public, though it lives outside of tensorflow.contrib
INNER = ("app.flags", "flags", "sysconfig", "user_ops")  # public, though they live among the private modules
APIS = frozenset(("_api", "api", "_tf_keras"))


def text_of(value):
    """A default value as it may be written; `...` where it has no short text."""
    if isinstance(value, PLAIN):
        return repr(value)
    if isinstance(value, (list, tuple)) and all(isinstance(item, PLAIN) for item in value):
        return repr(value)
    if type(value).__name__ == "DType":
        return "tf." + value.name
    return "..."


def signature(value):
    """`(x, axis=None)`, or an empty text where Python cannot tell."""
    from tensorflow.python.util import tf_decorator

    if inspect.isclass(value) and value.__init__ is not object.__init__:
        value = value.__init__
    try:
        value = tf_decorator.unwrap(value)[1]
        found = list(inspect.signature(value).parameters.values())
    except (TypeError, ValueError):
        return ""
    marks = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    parts, star = [], False
    for each in found:
        if each.name in ("self", "_self") and each is found[0]:
            continue
        if each.kind == inspect.Parameter.KEYWORD_ONLY and not star:
            parts.append("*")
            star = True
        star = star or each.kind == inspect.Parameter.VAR_POSITIONAL
        default = "" if each.default is inspect.Parameter.empty else "=" + text_of(each.default)
        parts.append(marks.get(each.kind, "") + each.name + default)
    return "(" + ", ".join(parts) + ")"


def is_module(value):
    """Asks the type, for some objects answer every question themselves."""
    return issubclass(type(value), types.ModuleType)


def imported(name):
    """The module that `import name` finds; None where the name is only an attribute of another module."""
    try:
        return importlib.import_module("tensorflow" + name[len("tf") :] if name.startswith("tf.") else name)
    except Exception:
        return None


def line_of_module(name, module):
    """The members of a module stand there only if an import finds another module, with fewer names."""
    found = imported(name)
    if found is None:
        return (name, "namespace", "", "")
    names = {each for each, _ in attributes(module)}
    has = {each for each, _ in attributes(found)}
    return (name, "module", "", "" if names <= has else " ".join(sorted(has | {"__name__"})))


def line_of(name, value):
    if is_module(value):
        return line_of_module(name, value)
    if type(value).__name__ == "_FlagValuesWrapper":  # takes any question for a flag
        return (name, "value", "", "")
    if inspect.isclass(value):
        members = " ".join(sorted(each for each in dir(value) if not each.startswith("_")))
        return (name, "class", signature(value), members)
    if callable(value):
        return (name, "function", signature(value), "")
    return (name, "value", text_of(value) if isinstance(value, PLAIN) else "", "")


def attributes(module):
    try:
        names = sorted(set(dir(module)))
    except ImportError:  # a lazy module that cannot be loaded
        return
    for name in names:
        if name.startswith("_") and name not in ("__version__", "__version_info__"):
            continue
        try:
            value = getattr(module, name)
            is_module(value) and value.__name__  # a lazy module that cannot be loaded raises
        except Exception:  # a lazy part that cannot be loaded offers nothing
            continue
        if type(value).__name__ != "_Feature":  # from __future__ import division
            yield name, value


def walk(top, prefix, enters):
    """Every name below a module; `enters(name, module)` says into which modules to go."""
    found, entered, queue = [], set(), collections.deque([(prefix, top, (id(top),))])
    while queue:
        name, module, above = queue.popleft()
        for part, value in attributes(module):
            dotted = name + "." + part
            below = is_module(value)
            if below and id(value) in above:
                continue
            found.append((dotted, value))
            if below and enters(dotted, value):
                entered.add(dotted)
                queue.append((dotted, value, (*above, id(value))))
    return [each for each in found if not is_module(each[1]) or each[0] in entered]


def public(name, module):
    """Is a module a part of the public interface, and not a second copy of it?"""
    short = name.split(".", 1)[1]
    if (
        any(short == each or short.startswith(each + ".") for each in MIRRORS)
        or ".compat.v" in name[len("tf.compat.v1") :]
    ):
        return False
    parts = module.__name__.split(".")
    if short.replace("compat.v1.", "") in INNER:
        return True
    if module.__name__ == "tensorflow" + name[len("tf") :]:
        return True
    return not APIS.isdisjoint(parts) or (parts[0] in ("keras", "tf_keras") and "src" not in parts)


def contrib():
    import tensorflow.contrib as module

    seen = set()

    def enters(name, value):
        below = value.__name__.startswith(("tensorflow.contrib", "tensorflow_core.contrib")) and not name.endswith(
            ".python"
        )
        if (below or name in ALSO) and id(value) not in seen:
            seen.add(id(value))
            return True
        return False

    return [("tf.contrib", module), *walk(module, "tf.contrib", enters)]


def modules_of(package):
    """Every importable module of a package but its tests, with all names that are bound in it."""
    top = importlib.import_module(package)
    yield package, top
    for each in pkgutil.walk_packages(top.__path__, package + ".", onerror=lambda name: None):
        if each.name.endswith("_test") or ".tests." in each.name or ".api." in each.name:
            continue
        with contextlib.suppress(BaseException):
            yield each.name, importlib.import_module(each.name)


def private():
    """The inside of TensorFlow: each module with its names."""
    found = []
    for package in ("tensorflow.python", "tensorflow.core", "tensorflow.tools"):
        for name, module in modules_of(package):
            names = sorted(each for each in vars(module) if not (each.startswith("__") or each == "annotations"))
            found.append(("tf" + name[len("tensorflow") :], names))
    return found


def slim():
    import tf_slim
    import tf_slim.nets

    def enters(name, value):
        return value.__name__.startswith("tf_slim") and name.count(".") < 3

    return walk(tf_slim, "tf_slim", enters) + walk(tf_slim.nets, "tf_slim.nets", enters)


def tf_keras():
    import tf_keras as module

    return walk(
        module, "tf_keras", lambda name, value: value.__name__.startswith("tf_keras.") and ".src" not in value.__name__
    )


def core():
    import tensorflow as tf

    return walk(tf, "tf", lambda name, value: name != "tf.compat.v1" and public(name, value))


def compat():
    import tensorflow as tf

    return walk(tf.compat.v1, "tf.compat.v1", public)


SURFACES = {"core": core, "contrib": contrib, "compat": compat, "private": private, "slim": slim, "tf_keras": tf_keras}


def lines(part):
    """The lines of a part. The last column: members of classes and private modules; of contrib what is the same."""
    found = SURFACES[part]()
    if part == "private":
        return [(name, "module", "", " ".join(names)) for name, names in found]
    if part != "contrib":
        return [line_of(name, value) for name, value in found]
    first = {}
    for name, value in core() + found:
        if not isinstance(value, (*PLAIN, tuple, types.ModuleType)):
            first.setdefault(id(value), name)
    rows = [(line_of(name, value)[:3], first.get(id(value), name)) for name, value in found]
    return [(*row, other if other != row[0] else "") for row, other in rows]


def main():
    target, names = sys.argv[1], sys.argv[2:]
    sys.argv = sys.argv[:1]  # tf.flags.FLAGS reads it when touched
    os.environ.update(CUDA_VISIBLE_DEVICES="-1", TF_CPP_MIN_LOG_LEVEL="3")
    with open(target, "w") as file:
        import tensorflow as tf

        file.write("version\t" + tf.__version__ + "\n")
        for name in names:
            for line in sorted(set(lines(name))):
                file.write(name + "\t" + "\t".join(line) + "\n")


if __name__ == "__main__":
    main()
