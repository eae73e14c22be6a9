"""What git says about a folder."""

import subprocess
from pathlib import Path


def answer(folder: str | Path, *arguments: str) -> str:
    """Return what git prints, or nothing if it has nothing to say here or is not installed."""
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
