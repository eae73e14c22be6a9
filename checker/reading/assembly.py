"""Builds a readable text out of stretches of a file, and the map back."""

import re
from dataclasses import dataclass

from checker.domain import Block, BlockKind, OffsetMap

BETWEEN_BLOCKS = "\n\n"
SPACE_RUN = re.compile(r"\s\s+")
ONE_SPACE = re.compile(r"\s")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def without_controls(text: str) -> str:
    """Put a space in place of every control character, so that offsets stay."""
    return CONTROLS.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Readable text and the stretch of the file that it stands for."""

    text: str
    start: int
    end: int


class Assembly:
    """Collects the blocks of one readable text.

    White space at the edges of a block is dropped; inside, a run of it becomes one space unless the block is
    preformatted. A stretch as long in the file as in the text is a copy; any other stands for its place as a
    whole.
    """

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._text_starts: list[int] = []
        self._file_starts: list[int] = []
        self._file_ends: list[int] = []
        self.blocks: list[Block] = []

    def add(
        self,
        stretches: list[Stretch],
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        furniture: str | None = None,
        preformatted: bool = False,
    ) -> None:
        """Append a block; one without any visible character is left out."""
        pieces = _trimmed(stretches if preformatted else _single_spaced(stretches))
        if not pieces:
            return
        if self.blocks:
            self._append(BETWEEN_BLOCKS, pieces[0].start, pieces[0].start)
        start = self._length
        for piece in pieces:
            self._append(piece.text, piece.start, piece.end)
        self.blocks.append(Block(start=start, end=self._length, kind=kind, furniture=furniture))

    def _append(self, text: str, start: int, end: int) -> None:
        follows = self._file_ends and self._file_ends[-1] == start
        if not (follows and end - start == len(text) and self._is_copy()):
            self._text_starts.append(self._length)
            self._file_starts.append(start)
            self._file_ends.append(end)
        self._file_ends[-1] = end
        self._text.append(text)
        self._length += len(text)

    def _is_copy(self) -> bool:
        in_file = self._file_ends[-1] - self._file_starts[-1]
        return in_file == self._length - self._text_starts[-1]

    def text(self) -> str:
        """Return the readable text so far."""
        return "".join(self._text)

    def offsets(self) -> OffsetMap:
        """Return the map from the readable text to the file."""
        end = self._file_ends[-1] if self._file_ends else 0
        return OffsetMap(
            (*self._text_starts, self._length), (*self._file_starts, end), (*self._file_ends, end)
        )


def _single_spaced(stretches: list[Stretch]) -> list[Stretch]:
    pieces: list[Stretch] = []
    after_space = True
    for stretch in stretches:
        for piece in _split_spaces(stretch):
            if piece.text == " ":
                if after_space:
                    continue
                after_space = True
            else:
                if after_space and piece.text[0] == " ":
                    piece = Stretch(piece.text[1:], piece.start + 1, piece.end)  # noqa: PLW2901
                after_space = piece.text[-1] == " "
            pieces.append(piece)
    return pieces


def _split_spaces(stretch: Stretch) -> list[Stretch]:
    """Cut a copied stretch into pieces whose white space is single."""
    if stretch.end - stretch.start != len(stretch.text):
        return [Stretch(ONE_SPACE.sub(" ", stretch.text), stretch.start, stretch.end)]
    pieces: list[Stretch] = []
    done = 0
    for run in SPACE_RUN.finditer(stretch.text):
        pieces.append(_copy(stretch, done, run.start()))
        pieces.append(Stretch(" ", stretch.start + run.start(), stretch.start + run.end()))
        done = run.end()
    pieces.append(_copy(stretch, done, len(stretch.text)))
    return [piece for piece in pieces if piece.text]


def _copy(stretch: Stretch, start: int, end: int) -> Stretch:
    text = ONE_SPACE.sub(" ", stretch.text[start:end])
    return Stretch(text, stretch.start + start, stretch.start + end)


def _trimmed(pieces: list[Stretch]) -> list[Stretch]:
    first, last = 0, len(pieces)
    while first < last and pieces[first].text.isspace():
        first += 1
    while last > first and pieces[last - 1].text.isspace():
        last -= 1
    kept = [piece for piece in pieces[first:last] if piece.text]
    if kept:
        kept[0] = _cut(kept[0], len(kept[0].text) - len(kept[0].text.lstrip()), len(kept[0].text))
        kept[-1] = _cut(kept[-1], 0, len(kept[-1].text.rstrip()))
    return kept


def _cut(piece: Stretch, start: int, end: int) -> Stretch:
    if end - start == len(piece.text):
        return piece
    if piece.end - piece.start != len(piece.text):
        return Stretch(piece.text[start:end], piece.start, piece.end)
    return Stretch(piece.text[start:end], piece.start + start, piece.start + end)
