"""What it does
    Rewrites the syntax of Python 2 in files that Python 3 cannot parse, with fissix, a maintained lib2to3: print and
    exec statements, `except A, e`, `raise E, v`, backticks, `<>`, `ur''`, octal and long literals, parameters that are
    tuples, and tabs mixed with spaces.

Why
    The current TensorFlow runs on Python 3. Everything else tfmigrate does begins once the file can be parsed.

Example
    `print "loss", loss` becomes `print("loss", loss)`.

When it declines
    Where the result would not parse: then the file stays as it is, byte for byte, and an obstacle names the line.
    `raise type, value, traceback` stays where the value may be an exception already. A print statement with a comma at
    its end writes a space there that Python 2 left out before the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from codemods.rule import Finding, Safety
from codemods.source.module import Module
from codemods.source.python2 import Conversion, hunks

RULE = "python2-syntax"
_WORDS = {
    "dict": "views of a dict were lists",
    "except": "`except A, e` is `except A as e`",
    "exec": "exec is a function",
    "filter": "filter gave a list",
    "map": "map gave a list",
    "metaclass": "the metaclass is named in the head of the class",
    "methodattrs": "the attributes of methods have other names",
    "ne": "`<>` is `!=`",
    "nonzero": "the method is called __bool__",
    "numliterals": "octal numbers begin with 0o, and every integer is long",
    "paren": "this tuple needs parentheses",
    "print": "print is a function",
    "raise": "`raise E, v` is `raise E(v)`",
    "repr": "backticks are repr()",
    "sys_exc": "the exception is in sys.exc_info()",
    "tabs": "tabs and spaces are not mixed",
    "throw": "throw takes an exception",
    "tuple_params": "a parameter is a name",
    "ur": "`ur''` is `r''`",
    "xrange": "range gave a list",
    "zip": "zip gave a list",
}


def findings(module: Module, rule: str, before: str, conversion: Conversion) -> Iterator[Finding]:
    """What was rewritten, one finding for each place, each with the edit of the lines around it."""
    edits = hunks(before, conversion.text)
    for change in conversion.changes:
        message = f"Python 3: {_WORDS.get(change.fixer, change.fixer)}."
        own = next((edit for lines, edit in edits if change.line in lines), None)
        own = own if own is not None else edits[0][1]
        yield Finding(rule, module.at(change.line), message, Safety.SAFE, (own,))
