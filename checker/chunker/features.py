"""What is measured of a pair of sentences: first by itself, then by what became of its neighbors.

Every measure is the same when the two texts are swapped, so that the links of a swapped call are the mirror image.
"""

import numpy as np

from checker.chunker.candidates import candidates
from checker.chunker.similarity import Floats, Ints, Rows
from checker.chunker.terms import Terms

_AT_MOST = 3.0
"""Common names or numbers beyond this many add nothing."""
_CHUNK = 100_000
"""Words whose vectors are added up at a time, to bound memory."""
_REACH = 24
"""Sentences on either side that have a say in the expected position."""
_DECAY = 2.0
"""Sentences over which the pull of a linked neighbor on the expected position falls to 1/e."""
_PULL_OF_ORDER = 0.05
"""Weight of the overall order in the expected position, where a linked neighbor has up to 1."""

LOCAL = (
    "words_cosine", "words_held_less", "words_held_more", "words_overlap", "words_top", "words_cosine_lead_less",
    "words_cosine_lead_more", "words_held_lead_less", "words_held_lead_more", "phrases_cosine", "phrases_held_more",
    "phrases_lead_less", "phrases_lead_more", "names", "numbers", "numbers_apart", "length_ratio", "length",
    "meanings_cosine", "meanings_held_less", "meanings_held_more", "meanings_top", "meanings_lead_less",
    "meanings_lead_more", "sense", "sense_lead_less", "sense_lead_more",
)  # fmt: skip
CONTEXT = (
    "likely", "before_and_after", "before_or_after", "around_sum", "around_less", "beside_less", "beside_more",
    "rival_less", "rival_more", "lead_less", "lead_more", "off_less", "off_more",
)  # fmt: skip


class Grid:
    """The candidate pairs of two texts, and how to find one pair's neighbors among them."""

    def __init__(self, first: Ints, second: Ints, *, sources: int, republished: int) -> None:
        """Take pairs of a source row and a republished row, both counted from 0, ascending."""
        self.first, self.second = first, second
        self.sources, self.republished = sources, republished
        self._key = first * republished + second
        self._by_second = np.lexsort((first, second))

    def at(self, values: Floats, down: int, right: int) -> Floats:
        """Return, for each pair, the value of the pair so many rows further on; 0 where there is none."""
        first, second = self.first + down, self.second + right
        inside = (first >= 0) & (first < self.sources) & (second >= 0) & (second < self.republished)
        wanted = first * self.republished + second
        place = np.minimum(np.searchsorted(self._key, wanted), max(len(self._key) - 1, 0))
        return np.where(inside & (self._key[place] == wanted), values[place], 0.0)

    def rivals(self, values: Floats) -> tuple[Floats, Floats]:
        """Return, for each pair, the best other value of its source row and of its republished row; at least 0."""
        by_second = np.empty_like(values)
        order = self._by_second
        by_second[order] = _best_other(self.second[order], values[order])
        return _best_other(self.first, values), by_second

    def leads(self, values: Floats) -> tuple[Floats, Floats]:
        """Return by how much each pair surpasses its rivals: the stronger one, the weaker one."""
        one, other = self.rivals(values)
        return values - np.maximum(one, other), values - np.minimum(one, other)


def local(terms: Terms, sources: int) -> tuple[Grid, Floats]:
    """Choose candidate pairs and measure each by itself.

    Returns:
        The candidates, and the measures: shape (pairs, len(LOCAL)).
    """
    words = Rows(
        rows=terms.rows,
        terms=terms.prefixes,
        owner=terms.owner,
        term=terms.prefix[terms.word],
        factor=np.ones(len(terms.word)),
        usual=terms.prefix_share,
    )
    first, second = candidates(words, sources)
    grid = Grid(first, second - sources, sources=sources, republished=terms.rows - sources)
    columns: list[Floats] = []

    shared = words.shared(first, second)
    cosine = words.cosine(shared, first, second)
    less, more = words.held(shared, first, second)
    columns += [
        cosine,
        less,
        more,
        np.log1p(shared.overlap),
        shared.top,
        *grid.leads(cosine),
        *grid.leads(more),
    ]

    phrases = _phrases(terms)
    shared = phrases.shared(first, second)
    cosine = phrases.cosine(shared, first, second)
    columns += [cosine, phrases.held(shared, first, second)[1], *grid.leads(cosine)]

    names = _marked(terms, terms.name & ~terms.number[terms.word])
    columns.append(np.minimum(names.shared(first, second).overlap, _AT_MOST))
    numbers = _marked(terms, terms.number[terms.word])
    common = numbers.shared(first, second).overlap
    columns.append(np.minimum(common, _AT_MOST))
    columns.append(np.minimum(np.minimum(numbers.mass[first], numbers.mass[second]) - common, _AT_MOST))

    length = np.log1p(terms.length)
    columns += [-np.abs(length[first] - length[second]), np.minimum(length[first], length[second])]

    meanings = _meanings(terms)
    shared = meanings.shared(first, second)
    cosine = meanings.cosine(shared, first, second)
    columns += [cosine, *meanings.held(shared, first, second), shared.top, *grid.leads(cosine)]

    sense = _senses(terms, words)
    cosine = np.einsum("ij,ij->i", sense[first], sense[second])
    columns += [cosine, *grid.leads(cosine)]
    return grid, np.column_stack(columns)


def context(grid: Grid, likely: Floats) -> Floats:
    """Measure what the neighbors and rivals of each pair are worth, given how likely each pair is so far.

    Args:
        likely: Shape (pairs): probabilities in [0, 1].

    Returns:
        Shape (pairs, len(CONTEXT)).
    """
    before, after = grid.at(likely, -1, -1), grid.at(likely, 1, 1)
    far_before = [grid.at(likely, -down, -right) for down, right in ((2, 1), (1, 2), (2, 2))]
    far_after = [grid.at(likely, down, right) for down, right in ((2, 1), (1, 2), (2, 2))]
    any_before = np.maximum.reduce([before, *far_before])
    any_after = np.maximum.reduce([after, *far_after])
    above = np.maximum(grid.at(likely, -1, 0), grid.at(likely, 1, 0))
    aside = np.maximum(grid.at(likely, 0, -1), grid.at(likely, 0, 1))
    one, other = grid.rivals(likely)
    off_one, off_other = _off_the_path(grid, likely)
    return np.column_stack(
        [
            np.log((likely + 1e-4) / (1.0001 - likely)),
            before + after,
            np.maximum(before, after),
            any_before + any_after,
            np.minimum(any_before, any_after),
            np.minimum(above, aside),
            np.maximum(above, aside),
            np.minimum(one, other),
            np.maximum(one, other),
            likely - np.maximum(one, other),
            likely - np.minimum(one, other),
            np.minimum(off_one, off_other),
            np.maximum(off_one, off_other),
        ]
    )


def _off_the_path(grid: Grid, likely: Floats) -> tuple[Floats, Floats]:
    """Return, seen from either side, how far each pair is from where its sentence's neighbors went; logarithmic."""
    n, m = grid.sources, grid.republished
    down = _expected(grid.first, grid.second, likely**2, n, m)
    right = _expected(grid.second, grid.first, likely**2, m, n)
    return (
        np.asarray(np.log1p(np.abs(grid.second - down[grid.first]))),
        np.asarray(np.log1p(np.abs(grid.first - right[grid.second]))),
    )


def _expected(row: Ints, column: Ints, weight: Floats, rows: int, columns: int) -> Floats:
    """Estimate which column each row should be linked to, from the rows around it."""
    slope = columns / max(rows, 1)
    place = np.arange(rows)
    mass = np.bincount(row, weight, rows)
    # Each link votes for the line through it; the kernel fades the vote with the distance.
    offset = np.bincount(row, weight * (column - slope * row), rows)
    kernel = np.exp(-np.abs(np.arange(-_REACH, _REACH + 1)) / _DECAY)
    votes = np.convolve(mass, kernel)[_REACH : _REACH + rows] + _PULL_OF_ORDER
    told = np.convolve(offset, kernel)[_REACH : _REACH + rows]
    overall = (0.5 * slope - 0.5) * _PULL_OF_ORDER
    return np.asarray((told + overall) / votes + slope * place)


def _best_other(group: Ints, values: Floats) -> Floats:
    """Return, for each entry, the largest value of the other entries of its group, at least 0; groups are runs."""
    if not len(values):
        return values
    begins = np.flatnonzero(np.diff(group, prepend=-1))
    number = np.cumsum(np.diff(group, prepend=-1) != 0) - 1
    best = np.maximum.reduceat(values, begins)
    place = np.where(values == best[number], np.arange(len(values)), len(values))
    winner = np.minimum.reduceat(place, begins)
    rest = values.copy()
    rest[winner] = -np.inf
    second = np.maximum.reduceat(rest, begins)
    answer = best[number]
    answer[winner] = second
    return np.asarray(np.maximum(answer, 0.0))


def _phrases(terms: Terms) -> Rows:
    """Two words in a row."""
    prefix = terms.prefix[terms.word]
    inside = np.flatnonzero(terms.owner[1:] == terms.owner[:-1])
    kinds, phrase = np.unique(
        prefix[inside] * max(terms.prefixes, 1) + prefix[inside + 1], return_inverse=True
    )
    return Rows(
        rows=terms.rows,
        terms=len(kinds),
        owner=terms.owner[inside],
        term=phrase.astype(np.int64),
        factor=np.ones(len(phrase)),
        usual=np.zeros(len(kinds)),
    )


def _marked(terms: Terms, marked: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> Rows:
    """Only the marked words, all of the same weight."""
    at = np.flatnonzero(marked)
    return Rows(
        rows=terms.rows,
        terms=terms.prefixes,
        owner=terms.owner[at],
        term=terms.prefix[terms.word[at]],
        factor=np.ones(len(at)),
        usual=None,
    )


def _meanings(terms: Terms) -> Rows:
    """What the words mean."""
    start, meaning, share, usual = terms.meanings()
    entry, owner = _spread(terms, start)
    kinds = int(meaning.max(initial=-1)) + 1
    common = np.zeros(kinds)
    np.maximum.at(common, meaning, usual)
    return Rows(
        rows=terms.rows,
        terms=kinds,
        owner=owner,
        term=meaning[entry],
        factor=share[entry],
        usual=common,
    )


def _senses(terms: Terms, words: Rows) -> Floats:
    """Mean of the words' vectors in each sentence, weighted by rarity; of length 1, or zeros."""
    vectors = terms.vectors() * words.rarity[terms.prefix][:, None] if len(terms.words) else np.zeros((0, 1))
    made = np.zeros((terms.rows, vectors.shape[1]))
    for begin in range(0, len(terms.word), _CHUNK):
        part = slice(begin, begin + _CHUNK)
        np.add.at(made, terms.owner[part], vectors[terms.word[part]])
    return np.asarray(made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9))


def _spread(terms: Terms, start: Ints) -> tuple[Ints, Ints]:
    """Repeat the entries of each distinct word wherever it stands; return the entries and their sentences."""
    # A word that a sentence repeats counts once: cheaper, and no sentence becomes likelier by stammering.
    pairs = np.unique(terms.owner * max(len(terms.words), 1) + terms.word)
    owner, word = pairs // max(len(terms.words), 1), pairs % max(len(terms.words), 1)
    counts = np.diff(start)[word]
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(start[word], counts) + within, np.repeat(owner, counts)
