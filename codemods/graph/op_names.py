"""The names that operations take in the graph: TensorFlow 1 makes the tag of a summary unique among them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ILLEGAL = re.compile(r"[^-/\w\.]")
# what operations are called that are not given a name, in small letters
_WORDS = """
abs add addn all any argmax argmin assert assign assignadd assignsub avgpool batchnorm biasadd cast clip_by_value concat
cond const conv1d conv2d conv3d cross diag div embedding_lookup equal erf exp expand_dims expanddims fill flatten floor
floordiv gather gradients greater group_deps identity inv init l2loss l2_normalize less lrn log logicaland logicalnot
logicalor logistic_loss matmul max maximum maxpool mean merge mergesummary min minimum mod moments mul neg no_op norm
normal one_hot onehot ones pad placeholder placeholderwithdefault pow prod range rank read realdiv reciprocal relu
reshape reverse round rsqrt save scan select selu shape sigmoid sign size slice softmax
softmax_cross_entropy_with_logits softmax_cross_entropy_with_logits_sg softplus sparsesoftmaxcrossentropywithlogits
split sqrt square squareddifference squeeze stack stopgradient strided_slice sub sum switch tanh tensordot tile topk
transpose truediv truncated_normal random_normal random_uniform unstack variable where while xw_plus_b zeros zeros_like
ones_like zeroslike global_norm clip_by_norm dropout dense adam adagrad adadelta ftrl gradientdescent momentum rmsprop
beta1_power beta2_power exponentialmovingaverage exponentialdecay global_step
"""
_DEFAULTS = frozenset(_WORDS.split())


def clean(name: str) -> str:
    """A tag as TensorFlow 1 spells it."""
    return _ILLEGAL.sub("_", name).lstrip("/")


def is_default(name: str) -> bool:
    """Whether operations may have the name without being given it."""
    return name in _DEFAULTS


@dataclass
class OpNames:
    """`counts`: names taken in small letters, as the graph counts them; `loose`: names of which that is not known;
    `variables`: how many of the counted ones are of variables."""

    stack: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)
    makers: set[object] = field(default_factory=set)
    variables: dict[str, int] = field(default_factory=dict)

    def enter(self, name: str | None) -> None:
        """Open a name scope; None: it has no name that is known."""
        if name is None:
            self.stack.append("?")
        elif name.endswith("/") or not name:
            self.stack.append(name.rstrip("/"))
        else:
            self.stack.append(self._unique(self.full(name)))

    def leave(self) -> None:
        """Close the innermost name scope."""
        self.stack.pop()

    def take(self, name: str, maker: object = None) -> None:
        """Something else is made under this name: once by its maker, or, without one, nobody knows how often."""
        if maker is None:
            self.loose.add(self.full(name).lower())
        elif maker not in self.makers:
            self.makers.add(maker)
            self._unique(self.full(name))

    def take_variable(self, full: str) -> None:
        """A variable is made under this full name."""
        self._unique(full)
        self.variables[full.lower()] = self.variables.get(full.lower(), 0) + 1

    def is_of_operation(self, full: str) -> bool:
        """Whether something else than variables has been given this name."""
        return self.counts.get(full.lower(), 0) > self.variables.get(full.lower(), 0)

    def tag(self, name: str) -> str | None:
        """The tag of a summary; None where it cannot be told."""
        full = self.full(clean(name))
        last = full.rsplit("/", 1)[-1].lower()
        if not full or "?" in full or re.sub(r"_\d+$", "", last) in _DEFAULTS or full.lower() in self.loose:
            return None
        found = self._unique(full)
        return None if found.lower() in self.loose else found

    def full(self, name: str) -> str:
        """A name under the open name scopes."""
        return f"{self.stack[-1]}/{name}" if self.stack and self.stack[-1] else name

    def _unique(self, full: str) -> str:
        key = base = full.lower()
        number = self.counts.get(base, 0)
        self.counts[base] = number + 1
        if number == 0:
            return full
        while key in self.counts:
            key, number = f"{base}_{number}", number + 1
        self.counts[key] = 1
        return f"{full}_{number - 1}"
