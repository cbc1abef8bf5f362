"""Which tolerance applies where: defaults by dtype and phase, widened by measured noise, or what the user demands."""

from __future__ import annotations

from dataclasses import dataclass

from migrate.verify.cases import VerifyRequest
from migrate.verify.compare import NOISE_FACTOR, VERSIONS_FACTOR, Tolerance, default_tolerance


@dataclass(frozen=True)
class Tolerances:
    """The rules of one comparison."""

    rtol: float | None
    atol: float | None
    across_versions: bool

    @property
    def factor(self) -> float:
        return VERSIONS_FACTOR if self.across_versions else 1.0

    def of(self, dtype: str, strict: bool, noise: float) -> Tolerance:
        """Tolerance of a value whose dtype and relative noise are known."""
        default = default_tolerance(dtype, strict, noise, self.across_versions)
        if self.rtol is None and self.atol is None:
            return default
        return Tolerance(
            self.rtol if self.rtol is not None else default.rtol, self.atol if self.atol is not None else default.atol
        )

    def relative(self, default: float, noise: float) -> float:
        """A relative bound for a derived quantity (a gradient, an update)."""
        if self.rtol is not None:
            return max(self.rtol, default)
        return max(default * self.factor, NOISE_FACTOR * noise)


def tolerances_for(request: VerifyRequest) -> Tolerances:
    return Tolerances(request.rtol, request.atol, request.across_versions)
