"""A share of cases with its interval."""

import math
from dataclasses import dataclass

_Z = 1.959964
"""Two-sided 95 %."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    hits: int
    cases: int

    @property
    def share(self) -> float | None:
        """In [0, 1]; None where there are no cases."""
        return self.hits / self.cases if self.cases else None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share, Wilson's: it holds for few cases and at 0 and 1, too.

        Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 1927.
        """
        if not self.cases:
            return 0.0, 1.0
        share, spread = self.hits / self.cases, _Z**2 / self.cases
        middle = (share + spread / 2) / (1 + spread)
        half = math.sqrt(share * (1 - share) * spread + spread**2 / 4) / (1 + spread)
        return max(middle - half, 0.0), min(middle + half, 1.0)
