"""A scratch git repository with copies and their sources."""

import subprocess
from pathlib import Path

SOURCE = """# Flood barrier closes

The barrier cost $18.5 million and was built by 240 workers.

Mayor Ana Ruiz opened it on Monday, and the crews went home in the evening.
"""
FAITHFUL = """# Flood barrier closes

It cost $18.5 million, and 240 workers built the barrier.

On Monday Mayor Ana Ruiz opened it; in the evening the crews went home.
"""
PLANTED = FAITHFUL.replace("$18.5 million", "$15.8 million")
CONFIG = """judge = "rules"

[[pairs]]
republished = "content/{name}.md"
source = "upstream/{name}.md"
"""


class Repository:
    """A folder that git watches."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Run git there, as nobody in particular."""
        who = ("-c", "user.name=Ana Ruiz", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(
            ["git", *who, *arguments], cwd=self.root, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def write(self, name: str, text: str) -> Path:
        """Write a file and return its path."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self, message: str = "change") -> str:
        """Commit everything and return the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")
