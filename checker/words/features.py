"""The word-level view as a fixed vector of numbers, for a small model fitted on them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from operator import add

import numpy as np

from checker.words.classes import CLASS_OF, NECESSARY, POSSIBLE, REPORTING, UNIVERSAL
from checker.words.lexicon import lexicon
from checker.words.relations import Relation
from checker.words.tokens import Token
from checker.words.view import WordView

FEATURES_VERSION = 1
"""Counts up whenever a feature changes its meaning or place: fitted weights belong to one version."""

_COUNTED = (
    Relation.INFLECTION, Relation.DERIVATION, Relation.SAME_ROOT, Relation.SYNONYM, Relation.NAME_VARIANT,
    Relation.RELATED, Relation.HYPERNYM, Relation.HYPONYM, Relation.CO_HYPONYM, Relation.ANTONYM,
    Relation.LOOK_ALIKE, Relation.NUMBER, Relation.NAME, Relation.NAME_COMMON, Relation.OFFICE, Relation.UNRELATED,
    Relation.REPORTING,
    Relation.SPELLING, Relation.CASE,
)  # fmt: skip
_CLASSES = ("negation", "modality", "quantifier", "conditional", "causal", "contrast", "temporal", "pronoun",
            "preposition", "auxiliary", "article")  # fmt: skip

NAMES: tuple[str, ...] = (
    "copy_words", "copy_content", "source_content", "length_ratio", "copy_sentences",
    "content_same", "words_same", "bigrams_same", "chunks", "jumps_back", "moved_far",
    *(f"n_{relation.value}" for relation in _COUNTED),
    *(f"share_{relation.value}" for relation in _COUNTED),
    "inserted_common", "inserted_names", "inserted_numbers", "inserted_share", "inserted_near_mean",
    "inserted_near_min",     "inserted_rarity", "dropped_common", "dropped_names", "dropped_numbers", "dropped_share",
    "substituted", "nearness_min", "nearness_second", "nearness_mean", "distance_sum", "distance_weighted",
    "letters_min", "shift_min", "shift_second", "shift_sum", "inserted_fit_min", "inserted_fit_mean", "centroid",
    "inserted_new", "soft_cover_mean", "soft_cover_min", "soft_cover_second", "soft_recall_mean",
    *(f"added_{name}" for name in _CLASSES),
    *(f"lost_{name}" for name in _CLASSES),
    *(f"swapped_{name}" for name in _CLASSES),
    "negation_parity", "possible_gained", "possible_lost", "necessary_gained", "universal_gained", "universal_lost",
    "reporting_gained", "reporting_lost",
    "exchanged", "exchanged_names", "exchanged_distance",
    "quoted_words", "quoted_changed", "quoted_dropped", "quoted_unquoted", "quoted_new",
    "capital_odd", "repeated_word",
)  # fmt: skip
"""Names of the features, in the order of the vector. `n_` counts words, `share_` divides by the copy's content words;
added, lost and swapped count words of grammar by class."""


_SAME = Relation.SAME
_COUNT_NAMES = tuple((relation, f"n_{relation.value}", f"share_{relation.value}") for relation in _COUNTED)
_CLASS_NAMES = tuple((name, f"added_{name}", f"lost_{name}", f"swapped_{name}") for name in _CLASSES)


def features(view: WordView) -> tuple[float, ...]:
    """The vector of a view, in the order of `NAMES`. All zero for an empty copy."""
    if not view.republished:
        return (0.0,) * len(NAMES)
    seen = _Seen(view)
    measured: dict[str, float] = {}
    measured.update(_sizes(seen))
    measured.update(_order(seen))
    measured.update(_relations(seen))
    measured.update(_one_sided(seen))
    measured.update(_nearness(seen))
    measured.update(_context(seen))
    measured.update(_grammar(seen))
    measured.update(_quotations(view))
    return tuple(map(measured.__getitem__, NAMES))


class _Seen:
    """What several groups of features ask about a view."""

    def __init__(self, view: WordView) -> None:
        self.view = view
        self.copy, self.source, self.links = view.republished, view.source, view.alignment.links
        self.copy_content = [token for token in self.copy if not token.function]
        self.source_content = [token for token in self.source if not token.function]
        self.content = max(1, len(self.copy_content))
        self.anchors = [link for link in self.links if link.anchor]
        self.substituted = [
            link for link in self.links if not link.anchor and not self.copy[link.republished].function
        ]
        self.inserted = [j for j in view.alignment.inserted if not self.copy[j].function]
        reached = {self.source[link.source].sentence for link in self.links}
        self.reached = [token for token in self.source_content if token.sentence in reached]
        """Content words of the source sentences that a word of the copy comes from."""
        self.copy_rows = [token.facts.row for token in self.copy_content if token.facts.row >= 0]
        self.cover = _best_matches(
            self.copy_content,
            self.source_content,
            [token.facts.row for token in self.source_content if token.facts.row >= 0],
        )
        """How near each content word of the copy comes to any of the source."""


def _sizes(seen: _Seen) -> dict[str, float]:
    copy = seen.copy
    odd = repeated = 0
    for before, token in pairwise(copy):
        repeated += before.key == token.key
        if token.name and token.sentence == before.sentence:
            odd += token.facts.common and token.key[0] != "@"
    return {
        "copy_words": float(len(copy)),
        "copy_content": float(len(seen.copy_content)),
        "source_content": float(len(seen.source_content)),
        "length_ratio": len(copy) / max(1, len(seen.source)),
        "copy_sentences": float(copy[-1].sentence + 1),
        # Two marks of machine-made text: a common word with a capital inside a sentence, a word said twice.
        "capital_odd": float(odd),
        "repeated_word": float(repeated),
    }


def _order(seen: _Seen) -> dict[str, float]:
    exchanged = seen.view.exchanged
    n_copy = len(seen.copy)
    steady = back = far = broken = 0
    for a, b in pairwise(seen.links):
        source, copy = b.source - a.source, b.republished - a.republished
        if source == copy == 1:
            steady += 1
            continue
        broken += 1
        back += source < 0
        far += abs(source - copy) > 8
    same = sum(not seen.copy[link.republished].function for link in seen.anchors)
    return {
        "content_same": same / seen.content,
        "words_same": len(seen.anchors) / n_copy,
        "bigrams_same": steady / max(1, n_copy - 1),
        "chunks": (1 + broken) / n_copy,
        "jumps_back": float(back),
        "moved_far": float(far),
        "exchanged": float(len(exchanged)),
        "exchanged_names": float(sum(all(seen.copy[j].name for j in pair.republished) for pair in exchanged)),
        "exchanged_distance": float(
            min((abs(pair.republished[0] - pair.republished[1]) for pair in exchanged), default=0)
        ),
    }


def _relations(seen: _Seen) -> dict[str, float]:
    counts: dict[Relation, int] = defaultdict(int)
    for link in seen.links:
        if not seen.copy[link.republished].function:
            counts[link.comparison.relation] += 1
    measured: dict[str, float] = {}
    for relation, number, share in _COUNT_NAMES:
        count = counts.get(relation, 0)
        measured[number], measured[share] = float(count), count / seen.content
    return measured


def _one_sided(seen: _Seen) -> dict[str, float]:
    copy, source = seen.copy, seen.source
    inserted = [copy[j] for j in seen.inserted]
    dropped = [source[i] for _, run in seen.view.drops for i in run if not source[i].function]
    names, numbers = _kinds(inserted)
    lost_names, lost_numbers = _kinds(dropped)
    new = set(seen.inserted)
    content = (j for j, token in enumerate(copy) if not token.function)
    near = [best for j, best in zip(content, seen.cover, strict=True) if j in new]
    return {
        "inserted_common": float(len(inserted) - names - numbers),
        "inserted_names": float(names),
        "inserted_numbers": float(numbers),
        "inserted_share": len(inserted) / seen.content,
        "inserted_near_mean": _mean(near),
        "inserted_near_min": min(near, default=1.0),
        "inserted_rarity": float(sum(_weight(token) for token in inserted)),
        "dropped_common": float(len(dropped) - lost_names - lost_numbers),
        "dropped_names": float(lost_names),
        "dropped_numbers": float(lost_numbers),
        "dropped_share": len(dropped) / seen.content,
    }


def _mean(values: Sequence[float]) -> float:
    """The mean, and 1 of nothing. As numpy adds: the weights were fitted on its sums."""
    if len(values) < _FEW:
        return reduce(add, values) / len(values) if values else 1.0
    return float(np.add.reduce(np.array(values)) / len(values))


_FEW = 8
"""Values up to which numpy adds them one after the other, too."""


def _kinds(tokens: Sequence[Token]) -> tuple[int, int]:
    numbers = sum([token.value is not None for token in tokens])
    return sum([token.name and token.value is None for token in tokens]), numbers


def _weight(token: Token) -> float:
    """Rarer words carry more: 1 for a name or an unknown word, down to 0.3 for the most frequent."""
    return 1.0 if token.name else 1.0 - 0.7 * token.facts.frequency / 9.0


def _nearness(seen: _Seen) -> dict[str, float]:
    copy, source, changed = seen.copy, seen.source, seen.substituted
    near = sorted(link.comparison.nearness for link in changed)
    letters = [_shared_letters(source[link.source].key, copy[link.republished].key) for link in changed]
    distances = [1.0 - value for value in near]
    weighted = sum((1.0 - link.comparison.nearness) * _weight(copy[link.republished]) for link in changed)
    cover = sorted(seen.cover)
    recall = _best_matches(seen.reached, seen.copy_content, seen.copy_rows)
    return {
        "substituted": float(len(changed)),
        "nearness_min": near[0] if near else 1.0,
        "nearness_second": near[1] if len(near) > 1 else 1.0,
        "nearness_mean": _mean(near),
        "distance_sum": sum(distances),
        "distance_weighted": weighted,
        "letters_min": min(letters, default=1.0),
        "soft_cover_mean": _mean(cover),
        "soft_cover_min": cover[0] if cover else 1.0,
        "soft_cover_second": cover[1] if len(cover) > 1 else 1.0,
        "soft_recall_mean": _mean(recall),
    }


def _context(seen: _Seen) -> dict[str, float]:
    """How well the copy's new words fit the words around them, beside those that they replaced.

    The words around are the unchanged content words. "Butterfly" fits a sentence about banks worse than "money" did.
    """
    copy, source = seen.copy, seen.source
    vector, centroid = lexicon().vector, lexicon().centroid
    kept = [copy[link.republished] for link in seen.anchors]
    around = centroid([token.facts.row for token in kept if not token.function and token.facts.row >= 0])
    changed = [(source[link.source].facts.row, copy[link.republished].facts.row) for link in seen.substituted]
    shifts = sorted(
        float(vector(after) @ around - vector(before) @ around)
        for before, after in changed
        if before >= 0 and after >= 0
    )
    fits = [float(vector(copy[j].facts.row) @ around) for j in seen.inserted if copy[j].facts.row >= 0]
    there = centroid([token.facts.row for token in seen.reached if token.facts.row >= 0])
    here = centroid(seen.copy_rows)
    return {
        "shift_min": shifts[0] if shifts else 0.0,
        "shift_second": shifts[1] if len(shifts) > 1 else 0.0,
        "shift_sum": sum(shifts),
        "inserted_fit_min": min(fits, default=1.0),
        "inserted_fit_mean": _mean(fits),
        "centroid": float(there @ here),
        "inserted_new": float(_unknown([copy[j] for j in seen.inserted], source)),
    }


def _unknown(words: Sequence[Token], among: Sequence[Token]) -> int:
    """How many words have no form among the others."""
    if not words:
        return 0
    known = _names(among)
    return sum(token.key not in known and token.facts.lemmas.isdisjoint(known) for token in words)


def _names(tokens: Sequence[Token]) -> set[str | int]:
    """Keys and dictionary words of tokens."""
    names: set[str | int] = {token.key for token in tokens}
    return names.union(*[token.facts.lemmas for token in tokens])


def _shared_letters(a: str, b: str) -> float:
    """Length of the common start, as a share of the shorter word."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    return shared / max(1, min(len(a), len(b)))


def _best_matches(words: Sequence[Token], among: Sequence[Token], rows: list[int]) -> list[float]:
    """For each word, 1 if it is among the others, else the greatest cosine with any of their rows, at least 0."""
    names = _names(among)
    best = [float(token.key in names or not token.facts.lemmas.isdisjoint(names)) for token in words]
    strange = [i for i, match in enumerate(best) if not match and words[i].facts.row >= 0]
    if strange and rows:
        vectors, vector = lexicon().vectors(rows), lexicon().vector
        for i in strange:
            best[i] = max(0.0, *(vectors @ vector(words[i].facts.row)).tolist())
    return best


def _grammar(seen: _Seen) -> dict[str, float]:
    copy, source, alignment = seen.copy, seen.source, seen.view.alignment
    added = _classes(copy[j] for j in alignment.inserted)
    lost = _classes(source[i] for _, run in seen.view.drops for i in run)
    swapped = _classes(copy[link.republished] for link in seen.links if link.comparison.relation is not _SAME)
    here, there = {token.key for token in copy}, {token.key for token in source}
    keys_added = {copy[j].key for j in alignment.inserted}
    keys_lost = {source[i].key for i in alignment.dropped} - here
    new = here - there
    measured: dict[str, float] = {}
    for name, more, less, other in _CLASS_NAMES:
        measured[more], measured[less] = float(added.get(name, 0)), float(lost.get(name, 0))
        measured[other] = float(swapped.get(name, 0))
    measured |= {
        "negation_parity": float((added.get("negation", 0) + lost.get("negation", 0)) % 2),
        "possible_gained": float(not POSSIBLE.isdisjoint(new)),
        "possible_lost": float(not POSSIBLE.isdisjoint(keys_lost)),
        "necessary_gained": float(not NECESSARY.isdisjoint(new)),
        "universal_gained": float(not UNIVERSAL.isdisjoint(new)),
        "universal_lost": float(not UNIVERSAL.isdisjoint(keys_lost)),
        "reporting_gained": float(not REPORTING.isdisjoint(new & keys_added)),
        "reporting_lost": float(not REPORTING.isdisjoint(keys_lost)),
    }
    return measured


def _classes(tokens: Iterable[Token]) -> dict[str, int]:
    """How many words of grammar there are of each class."""
    counts: dict[str, int] = {}
    for token in tokens:
        name = CLASS_OF.get(token.key)
        if name is not None:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _quotations(view: WordView) -> dict[str, float]:
    copy, source = view.republished, view.source
    quoted_copy, quoted_source = (any(token.quoted for token in side) for side in (copy, source))
    if not (quoted_copy or quoted_source):
        return _NO_QUOTATIONS
    both = [
        link for link in view.alignment.links if copy[link.republished].quoted and source[link.source].quoted
    ]
    return {
        "quoted_words": float(sum(token.quoted for token in copy)),
        "quoted_changed": float(
            sum(link.comparison.relation not in (Relation.SAME, Relation.CASE) for link in both)
            + sum(copy[j].quoted for j in view.alignment.inserted) * quoted_source
        ),
        "quoted_dropped": float(sum(source[i].quoted for _, run in view.drops for i in run)),
        "quoted_unquoted": float(
            sum(source[k.source].quoted and not copy[k.republished].quoted for k in view.alignment.links)
        ),
        "quoted_new": float(
            sum(copy[k.republished].quoted and not source[k.source].quoted for k in view.alignment.links)
        ),
    }


_NO_QUOTATIONS = dict.fromkeys(
    ("quoted_words", "quoted_changed", "quoted_dropped", "quoted_unquoted", "quoted_new"), 0.0
)
