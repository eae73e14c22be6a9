"""The texts of the self-test, as they lie in the package."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.selftest.marked import Marked, read


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of changing a text, with pairs that were written for it."""

    name: str
    says: str
    """One sentence: what is changed."""
    pairs: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """An article with places for rewording, planted changes, and split or merged sentences."""

    name: str
    text: Marked


@cache
def planted() -> tuple[Kind, ...]:
    """Return the kinds of changes after which a copy says something else."""
    return _kinds("planted.txt")


@cache
def harmless() -> tuple[Kind, ...]:
    """Return the kinds of rewriting after which a copy says the same."""
    return _kinds("harmless.txt")


@cache
def stories() -> tuple[Story, ...]:
    """Return the articles."""
    folder = files("checker.selftest") / "texts" / "articles"
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple(
        Story(file.name.removesuffix(".txt"), read(file.read_text(encoding="utf-8").strip()))
        for file in found
    )


def _kinds(name: str) -> tuple[Kind, ...]:
    """Read `# name: what it is` and the pairs below, a line each; lines before the first kind are a preface."""
    text = (files("checker.selftest") / "texts" / name).read_text(encoding="utf-8")
    kinds = []
    for block in text.split("\n# ")[1:]:
        heading, *lines = block.splitlines()
        kind, _, says = heading.partition(": ")
        kinds.append(Kind(kind, says, tuple(read(line) for line in lines if line.strip())))
    return tuple(kinds)
