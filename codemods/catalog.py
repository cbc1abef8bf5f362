"""Every rule, with its page: what it does, why, an example, and when it declines, as its own file says it."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from types import ModuleType

from codemods.rules.data import tutorial_mnist_loader
from codemods.rules.graph import (
    element_to_argument,
    event_file,
    fed_tensors,
    named_checkpoint,
    optimizer,
    placeholder_to_parameter,
    session_to_function,
    streaming_metric,
    variable,
    variable_query,
)
from codemods.rules.kept import (
    compat_imports,
    contrib,
    dynamic_names,
    graph_mode,
    legacy_keras,
    renamed,
    slim_batch_norm,
    standalone_keras,
)
from codemods.rules.names import (
    absl_flags,
    changed_arguments,
    dimension_value,
    native_import,
    recurrent_cells,
    renamed_symbol,
)
from codemods.rules.old import (
    numpy_pickles,
    one_element_array,
    python2_meaning,
    python2_names,
    python2_syntax,
    removed_names,
)
from codemods.rules.pins import following

HEADINGS = ("What it does", "Why", "Example", "When it declines")
_MODULES: tuple[ModuleType, ...] = (
    tutorial_mnist_loader,
    session_to_function,
    placeholder_to_parameter,
    variable,
    optimizer,
    element_to_argument,
    event_file,
    named_checkpoint,
    streaming_metric,
    variable_query,
    fed_tensors,
    compat_imports,
    contrib,
    dynamic_names,
    graph_mode,
    legacy_keras,
    renamed,
    slim_batch_norm,
    standalone_keras,
    absl_flags,
    changed_arguments,
    native_import,
    recurrent_cells,
    dimension_value,
    renamed_symbol,
    python2_syntax,
    python2_names,
    python2_meaning,
    removed_names,
    numpy_pickles,
    one_element_array,
    following,
)


@dataclass(frozen=True)
class RuleInfo:
    """A rule for people: `summary` is one sentence, `doc` the whole page as plain text."""

    id: str
    group: str
    summary: str
    doc: str


def rules() -> tuple[RuleInfo, ...]:
    """All rules, by group and name."""
    return tuple(sorted((_info(module) for module in _MODULES), key=lambda rule: (rule.group, rule.id)))


def rule(rule_id: str) -> RuleInfo | None:
    """The rule of this name, if there is one."""
    return next((each for each in rules() if each.id == rule_id), None)


def _info(module: ModuleType) -> RuleInfo:
    doc = inspect.cleandoc(module.__doc__ or "")
    body = doc.removeprefix(HEADINGS[0]).strip()
    sentence = re.split(r"(?<=[.!?])\s", " ".join(body.split()), maxsplit=1)[0]
    return RuleInfo(str(module.__dict__["RULE"]), module.__name__.split(".")[-2], sentence, doc)
