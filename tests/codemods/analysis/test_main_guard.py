"""What is entered only where a module is started."""

from __future__ import annotations

import ast

import pytest

from codemods.analysis.main_guard import asks_for_main, is_main
from codemods.source.module import Module, parse_module


def module(text: str) -> Module:
    found = parse_module("program.py", text.encode())
    assert isinstance(found, Module)
    return found


@pytest.mark.parametrize("test", ["__name__ == '__main__'", "'__main__' == __name__"])
def test_the_guard_is_known_by_its_shape(test: str) -> None:
    assert is_main(ast.parse(f"if {test}:\n    pass\n").body[0])
    assert asks_for_main(module(f"if {test}:\n    pass\n"))


@pytest.mark.parametrize(
    "text",
    [
        "if __name__ != '__main__':\n    pass\n",
        "if __name__ == 'program':\n    pass\n",
        "if __name__ == '__main__':\n    pass\nelse:\n    pass\n",
        "if module.__name__ == '__main__':\n    pass\n",
        "if '__name__' == '__main__':\n    pass\n",
        "while __name__ == '__main__':\n    break\n",
    ],
)
def test_other_tests_are_not_the_guard(text: str) -> None:
    assert not is_main(ast.parse(text).body[0])


def test_a_text_that_says_name_asks_for_nothing() -> None:
    assert not asks_for_main(module("if mode == '__name__' or module.__name__ == 'a':\n    pass\n"))
    assert asks_for_main(module("if __name__ in names:\n    pass\n"))
