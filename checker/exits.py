"""Exit codes. A bug is none of them: it exits 70 with a traceback."""

from enum import IntEnum


class Exit(IntEnum):
    """What the program's exit code says."""

    OK = 0
    """Everything was compared; nothing at or above `--fail-on` reached the gate."""
    FINDINGS = 1
    """Something at or above `--fail-on` reached the gate."""
    USAGE = 2
    """Usage, configuration or unreadable input."""
    UNDETERMINED = 3
    """Not everything could be determined."""
    BUG = 70
    INTERRUPTED = 130
