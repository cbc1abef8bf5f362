"""Names that NumPy and Python dropped are replaced where they mean what they meant."""

from __future__ import annotations

import pytest

from codemods.rules.kept.removed_alias import removed_alias_findings
from codemods.source.edits import apply_edits
from tests.codemods.rules.kept.programs import read


def changed(text: str) -> str:
    return apply_edits(text, [edit for finding in removed_alias_findings(read(text)) for edit in finding.edits])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import numpy as np\nx = np.zeros(3, np.float)\n", "import numpy as np\nx = np.zeros(3, float)\n"),
        ("import numpy\nx = numpy.product(y).real\n", "import numpy\nx = numpy.prod(y).real\n"),
        ("import numpy as np\nx = np.Inf.real\n", "import numpy as np\nx = np.inf.real\n"),
        (
            "import collections as c\nisinstance(x, c.Iterable)\n",
            "import collections as c\nisinstance(x, c.abc.Iterable)\n",
        ),
        ("import time\nt = time.clock()\n", "import time\nt = time.process_time()\n"),
    ],
)
def test_replaced(before: str, after: str) -> None:
    assert changed(before) == after
    assert changed(after) == after


@pytest.mark.parametrize(
    "text",
    [
        "import numpy as np\nx = np.float32(1)\n",
        "import numpy as np\nfloat = 3\nx = np.float\n",
        "def f(np):\n    return np.float\n",
        "import mine as np\nx = np.float\n",
        "import numpy as np\nnp.float = float\n",
        "import time\nt = time.time()\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert changed(text) == text
