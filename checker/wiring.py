"""Builds the parts that the user chose by name."""

from enum import StrEnum

from checker.errors import UsageError
from checker.ports import Judge


class JudgeName(StrEnum):
    """The judges that can be asked."""

    EMBEDDED = "embedded"
    RULES = "rules"


DEFAULT_JUDGE = JudgeName.EMBEDDED
"""Nothing is ever sent anywhere unless the user asked for it: the default works offline."""


def runs_here(name: str) -> bool:
    """Tell whether a judge computes on this machine, so that more processes make it faster."""
    return name in {JudgeName.EMBEDDED, JudgeName.RULES}


def build_judge(name: str) -> Judge:
    """Return the judge of that name.

    Raises:
        UsageError: There is no such judge.
    """
    match name:
        case JudgeName.RULES:
            from checker.judges.rules import RulesJudge

            return RulesJudge()
        case JudgeName.EMBEDDED:
            from checker.judges import combine, network
            from checker.judges.embedded import EmbeddedJudge

            return EmbeddedJudge(network.load(), combine.load(), version=str(network.card()["version"]))
        case _:
            raise UsageError(f"There is no judge {name!r}.", hint=f"Choose from {', '.join(JudgeName)}.")
