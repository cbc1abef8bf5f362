"""What it does
    Replaces symbols of `tf.contrib` by the same function where it lives now: TensorFlow itself, or the package tf_slim.

Why
    `tf.contrib` is gone since TensorFlow 2.0. Many of its functions only moved, with the same arguments and results.

Example
    `cell = tf.contrib.rnn.BasicLSTMCell(size)` becomes `cell = tf.nn.rnn_cell.BasicLSTMCell(size)`;
    `from tensorflow.contrib import slim` becomes `import tf_slim as slim`.

When it declines
    A symbol without a home, or a star import of a part of `tf.contrib`, blocks the program: nothing of it is changed.
    If only one branch of several uses such a symbol, the program is kept, and it is reported.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from codemods.analysis.bindings import Alias, Imported
from codemods.analysis.names import Names
from codemods.obstacles import obstacle
from codemods.rule import Edit, Finding, Obstacle, Safety
from codemods.rules.kept.homes import CONTRIB, Home, contrib_home, package_home
from codemods.rules.kept.places import V1, free_name, in_full, tensorflow_name, visible
from codemods.source.module import Module
from codemods.source.statements import remove_statements
from codemods.source.walk import walk

RULE = "contrib-symbol"
_SUBMODULES = ("tf_slim.nets", "tf_slim.layers.summaries", "tensorboard.plugins.projector")


@dataclass
class ContribChanges:
    """`bound`: names that stay bound, with what to (None: nothing reads the name any more); `needed`: import lines;
    `gaps`: symbols without a home, which stay as they are."""

    findings: list[Finding] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    gaps: dict[ast.expr, Obstacle] = field(default_factory=dict)
    bound: dict[str, str | None] = field(default_factory=dict)
    needed: dict[str, str] = field(default_factory=dict)
    targets: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Use:
    """A chain that denotes a symbol of tf.contrib; `package`: what its first name denotes; `home`: where it went."""

    node: ast.Name | ast.Attribute
    root: ast.Name
    api: str
    package: str
    home: Home | None

    @property
    def stays(self) -> bool:
        """Will the text be right as it is, once its first name is bound to the new home?"""
        target = package_home(self.package)
        if self.package == "tf" or target is None:
            return False
        old, new = self.api.removeprefix(self.package), self.home
        if not old or new is None:
            return not old
        return ".".join((new.target, *self.api.split(".")[new.length :])) == target + old


def is_contrib(api: str) -> bool:
    """Is this a name of tf.contrib?"""
    return api == CONTRIB or api.startswith(f"{CONTRIB}.")


def contrib_changes(module: Module, names: Names) -> ContribChanges:
    """What becomes of every use of tf.contrib in a module; its import statements are left to the rule for imports."""
    changes = ContribChanges()
    if b"contrib" not in module.data:
        return changes
    aliases = _aliases(names)
    calls = {node.func: node for node in walk(module.tree) if isinstance(node, ast.Call)}
    uses = [use for use in _uses(names, calls) if use.node not in aliases]
    for use in uses:
        if use.package != "tf":
            _decide(changes, use)
    for use in uses:
        _rewrite(changes, module, names, use)
    _rebind(changes, module, names, aliases, {use.root.id for use in uses if use.stays})
    return changes


def _uses(names: Names, calls: Mapping[ast.expr, ast.Call]) -> list[_Use]:
    found: list[_Use] = []
    for node, api in names.apis():
        root = names.root_of(node)
        if (
            is_contrib(api)
            and root is not None
            and not (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
        ):
            home = contrib_home(api, _keywords(calls.get(node)))
            if home is None and (package := package_home(api)) is not None:
                home = Home(package, len(api.split(".")))
            found.append(_Use(node, root, api, names.api_of(root) or "tf", home))
    return found


def _keywords(call: ast.Call | None) -> tuple[str, ...] | None:
    if call is None or call.args or any(keyword.arg is None for keyword in call.keywords):
        return None
    return tuple(keyword.arg or "" for keyword in call.keywords)


def _aliases(names: Names) -> Mapping[ast.expr, str]:
    """The values of `name = tf.contrib.x`, with the names."""
    found: dict[ast.expr, str] = {}
    for scope in {id(scope): scope for scope in (names.scopes.top, *names.scopes.scope_of.values())}.values():
        for name, bindings in scope.bindings.items():
            for binding in bindings:
                if isinstance(binding, Alias) and is_contrib(names.api_of(binding.value) or ""):
                    found[binding.value] = name
    return found


def _decide(changes: ContribChanges, use: _Use) -> None:
    if use.stays or use.root.id not in changes.bound:
        changes.bound[use.root.id] = package_home(use.package) if use.stays else None


def _rewrite(changes: ContribChanges, module: Module, names: Names, use: _Use) -> None:
    if use.home is None and isinstance(use.node.ctx, ast.Load) and _stays_bound(changes, names, use.root):
        changes.gaps[use.node] = obstacle("contrib-gone", module.place(use.node), use.api)
        return
    if use.home is None or not isinstance(use.node.ctx, ast.Load):
        changes.obstacles.append(obstacle("contrib-gone", module.place(use.node), use.api))
        return
    changes.targets.add(".".join((use.home.target, *use.api.split(".")[use.home.length :])))
    if use.stays:
        return
    node: ast.expr = use.node
    for _ in range(len(use.api.split(".")) - use.home.length):
        assert isinstance(node, ast.Attribute)
        node = node.value
    text = _text(changes, names, use, use.home.target)
    changes.findings.append(_finding(module, node, f"{use.api} is now {in_full(use.home.target)}.", text))


def _text(changes: ContribChanges, names: Names, use: _Use, target: str) -> str:
    if target.startswith("tf."):
        name = use.root.id if use.package == "tf" else _tensorflow(changes, names, use.root)
        return name + target.removeprefix("tf")
    package = next((each for each in _SUBMODULES if f"{target}.".startswith(f"{each}.")), target.split(".")[0])
    return _package_name(changes, names, package) + target.removeprefix(package)


def _tensorflow(changes: ContribChanges, names: Names, root: ast.Name) -> str:
    name = tensorflow_name(names)
    if name is not None and visible(names, name, root):
        return name
    return changes.needed.setdefault(V1, free_name(names, "tf", "tf1"))


def _package_name(changes: ContribChanges, names: Names, package: str) -> str:
    for name, target in changes.bound.items():
        bindings = names.scopes.top.bindings.get(name, [])
        if target == package and bindings and all(isinstance(binding, Imported) for binding in bindings):
            return name
    last = package.split(".")[-1]
    short = {"tf_slim": "slim"}.get(package, last)
    return changes.needed.setdefault(package, free_name(names, short, f"tf_{last.removeprefix('tf_')}"))


def _stays_bound(changes: ContribChanges, names: Names, root: ast.Name) -> bool:
    """Will a name still denote TensorFlow, or the home of the part of tf.contrib that it denotes?"""
    package = names.api_of(root) or "tf"
    return package == "tf" or changes.bound.get(root.id, package_home(package)) is not None


def _rebind(
    changes: ContribChanges, module: Module, names: Names, aliases: Mapping[ast.expr, str], read: set[str]
) -> None:
    """The assignments `name = tf.contrib.x`: to the new home if the name is still read, else removed if they must."""
    statements = {node.value: node for node in walk(module.tree) if isinstance(node, ast.Assign)}
    dead: list[ast.stmt] = []
    for value, name in aliases.items():
        api = names.api_of(value) or ""
        target, root = package_home(api), names.root_of(value)
        resolved = name in changes.bound and name not in read
        if target is None and resolved and value in statements and len(statements[value].targets) == 1:
            dead.append(statements[value])
        elif target is None and root is not None and _stays_bound(changes, names, root):
            changes.gaps[value] = obstacle("contrib-gone", module.place(value), api)
        elif target is None or root is None:
            changes.obstacles.append(obstacle("contrib-gone", module.place(value), api))
        else:
            use = _Use(root, root, api, names.api_of(root) or "tf", Home(target, len(api.split("."))))
            changes.targets.add(target)
            if use.stays and _stays_bound(changes, names, root):
                continue
            text = _text(changes, names, use, target) if "." in target else _package_name(changes, names, target)
            changes.findings.append(_finding(module, value, f"{api} is now {in_full(target)}.", text))
    dead.sort(key=lambda statement: (statement.lineno, statement.col_offset))
    for statement, edit in zip(dead, remove_statements(module, dead), strict=True):
        message = "Nothing reads this part of tf.contrib any more."
        changes.findings.append(Finding(RULE, module.place(statement), message, Safety.SAFE, (edit,)))


def _finding(module: Module, node: ast.expr, message: str, text: str) -> Finding:
    edit = Edit(*module.span(node), text)
    return Finding(RULE, module.place(node), message, Safety.SAFE, (edit,))
