"""Everything there is to learn from: the training file, the project's own texts, and what was generated from both."""

from pathlib import Path

from training.data import Example, read_rows
from training.texts import read_texts

TEXTS = Path(__file__).parent / "texts"


def written(data: Path) -> list[Example]:
    """Pairs that people wrote: those of the training file and the project's own."""
    return read_rows(data / "train.jsonl") + read_texts(TEXTS)


def everything(data: Path, made: Path) -> list[Example]:
    """All pairs: written and generated (`made` is the folder that `training` wrote into)."""
    return written(data) + read_rows(made / "generated.jsonl")
