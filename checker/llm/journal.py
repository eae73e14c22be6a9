"""What an interrupted run has behind it, so that the next one carries on there: a port and its empty form."""

from typing import Protocol

from checker.llm.asking import Cost
from checker.llm.rulings import Fault


class Journal(Protocol):
    """Notes what a run has found out beside its rulings, which the memory keeps."""

    def earlier(self) -> Cost:
        """Return what the part of this run that was interrupted has spent."""
        ...

    def spent(self, cost: Cost) -> None:
        """Note what a call took."""
        ...

    def fault(self, key: str) -> Fault | None:
        """Return why the interrupted part found no answer to this, if it asked as often as it would."""
        ...

    def note(self, key: str, fault: Fault) -> None:
        """Note that there is no answer to this."""
        ...


class Unjournaled:
    """Notes nothing."""

    def earlier(self) -> Cost:
        """Return nothing spent."""
        return Cost()

    def spent(self, cost: Cost) -> None:
        """Do nothing."""

    def fault(self, key: str) -> Fault | None:
        """Return None."""

    def note(self, key: str, fault: Fault) -> None:
        """Do nothing."""
