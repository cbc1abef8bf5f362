"""Runs the user's script as Python would, and says how it ended."""

from __future__ import annotations

import os
import runpy
import sys
import traceback

from . import frames


def run(config):
    """Run the entry as `__main__`; every way to end is an answer, none an exception."""
    path = os.path.join(config["root"], config["entry"])
    sys.argv = [path, *config["arguments"]]
    sys.path.insert(0, os.path.dirname(path))
    try:
        runpy.run_path(path, init_globals=notebook_names() if path.endswith(".ipynb") else None, run_name="__main__")
    except SystemExit as leaving:
        if leaving.code in (None, 0, False):
            return {"status": "finished"}
        return {"status": "crashed", "error": f"exit code {leaving.code}", "place": None}
    except BaseException:
        return describe_crash(config["root"])
    return {"status": "finished"}


def notebook_names():
    """What every cell of a notebook can use without an import. The file at its path is its script."""
    return {"display": print, "get_ipython": Shell}


class Shell:
    """Stands for the shell of a notebook: whatever is asked of it, nothing happens."""

    def __getattr__(self, name):
        return lambda *_, **__: None


def place_in(root, where):
    """`file:line` of a frame or a syntax error."""
    return f"{frames.relative(root, where.filename)}:{where.lineno}"


def describe_crash(root):
    """The last line of the traceback and the innermost place in the user's code."""
    kind, error, trace = sys.exc_info()
    traceback.print_exc()
    lines = [line for line in "".join(traceback.format_exception_only(kind, error)).splitlines() if line.strip()]
    places = [frame for frame in traceback.extract_tb(trace) if frames.relative(root, frame.filename)]
    place = place_in(root, places[-1]) if places else None
    if isinstance(error, SyntaxError) and error.filename and frames.relative(root, error.filename):
        place = place_in(root, error)
        message = lines[-1]
    else:
        message = lines[0] if lines else kind.__name__
        if message.endswith("in user code:"):
            message = f"{kind.__name__}: {lines[-1].strip()}"
    return {"status": "crashed", "error": message[:500], "place": place}
