"""A table of measured rates that has an answer for a rule that never fired while measuring."""


class Measured(dict[str, float]):
    """Rule -> rate; a rule that was never seen gets the rate given to the constructor."""

    def __init__(self, rates: dict[str, float], *, unseen: float) -> None:
        super().__init__(rates)
        self._unseen = unseen

    def __missing__(self, rule: str) -> float:
        return self._unseen
