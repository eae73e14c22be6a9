"""How reports say that a waiver or the baseline keeps a pair from failing."""

from checker.domain import Acceptance


def acceptance(accepted: Acceptance) -> str:
    """Return the reason in one clause: `waived until 2027-01-31 by Ana Ruiz: corrected by telephone`."""
    if accepted.by == "baseline":
        return f"in the baseline: {accepted.reason}"
    until = f" until {accepted.until}" if accepted.until else ""
    author = f" by {accepted.author}" if accepted.author else ""
    return f"waived{until}{author}: {accepted.reason}"
