"""What day it is, in one place, so that a test can say so."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return the day at UTC, which is the same for everybody who runs the same check."""
    return datetime.now(tz=UTC).date()
