"""Where in the user's code are we? Answered from the Python stack."""

from __future__ import annotations

import linecache
import os
import sys


def relative(root, filename):
    """Path inside the user's tree, or None if the file is not of the user."""
    path = filename if filename.startswith(root) else os.path.realpath(filename)
    if not path.startswith(root + os.sep):
        return None
    return path[len(root) + 1 :].replace(os.sep, "/")


def user_place(root, depth=1):
    """The innermost frame of the user: file, line, and where Python knows it the column. None if there is none."""
    frame = sys._getframe(depth)
    while frame is not None:
        file = relative(root, frame.f_code.co_filename)
        if file is not None:
            return dict(describe(frame), file=file)
        frame = frame.f_back
    return None


def describe(frame):
    """Line and column of what a frame is executing; Python before 3.11 knows no columns."""
    place = {"line": frame.f_lineno, "column": None}
    positions = getattr(frame.f_code, "co_positions", None)
    if positions is not None and frame.f_lasti >= 0:
        for index, (start, _, column, _) in enumerate(positions()):
            if index == frame.f_lasti // 2:
                line = linecache.getline(frame.f_code.co_filename, start or 0).encode()
                place = {"line": start or frame.f_lineno, "column": len(line[: column or 0].decode(errors="replace"))}
                break
    return place


def stack_files(depth=1):
    """File names of the whole stack, innermost first."""
    files = []
    frame = sys._getframe(depth)
    while frame is not None:
        files.append(frame.f_code.co_filename)
        frame = frame.f_back
    return files


def made_by_optimizer(files):
    """Was this variable made by an optimizer, judging by the files on the stack at its creation?"""
    joined = [name.replace(os.sep, "/") for name in files]
    if any(name.endswith("/training/moving_averages.py") for name in joined):
        return False
    return any(name.endswith("/python/training/optimizer.py") or "/optimizers/" in name for name in joined)


def made_by_seed_generator(files):
    """Was this variable made to hold the state of a random generator?"""
    return any(name.endswith(("seed_generator.py", "stateful_random_ops.py")) for name in files)
