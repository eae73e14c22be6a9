"""The word-level view as a fixed vector of numbers, for a small model fitted on them."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

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


def features(view: WordView) -> tuple[float, ...]:
    """The vector of a view, in the order of `NAMES`. All zero for an empty copy."""
    if not view.republished:
        return (0.0,) * len(NAMES)
    measured: dict[str, float] = {}
    measured |= _sizes(view)
    measured |= _order(view)
    measured |= _relations(view)
    measured |= _one_sided(view)
    measured |= _nearness(view)
    measured |= _context(view)
    measured |= _grammar(view)
    measured |= _quotations(view)
    return tuple(measured[name] for name in NAMES)


def _content(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if not token.function]


def _sizes(view: WordView) -> dict[str, float]:
    copy, source = view.republished, view.source
    first = {i for i, token in enumerate(copy) if i == 0 or token.sentence != copy[i - 1].sentence}
    return {
        "copy_words": float(len(copy)),
        "copy_content": float(len(_content(copy))),
        "source_content": float(len(_content(source))),
        "length_ratio": len(copy) / max(1, len(source)),
        "copy_sentences": float(copy[-1].sentence + 1),
        # Two marks of machine-made text: a common word with a capital inside a sentence, a word said twice.
        "capital_odd": float(
            sum(t.name and t.facts.common and i not in first and t.key[0] != "@" for i, t in enumerate(copy))
        ),
        "repeated_word": float(sum(a.key == b.key for a, b in pairwise(copy))),
    }


def _order(view: WordView) -> dict[str, float]:
    links = view.alignment.links
    anchors = [link for link in links if link.anchor]
    steps = [(b.source - a.source, b.republished - a.republished) for a, b in pairwise(links)]
    n_copy = len(view.republished)
    content = max(1, len(_content(view.republished)))
    same = sum(not view.republished[link.republished].function for link in anchors)
    return {
        "content_same": same / content,
        "words_same": len(anchors) / n_copy,
        "bigrams_same": sum(step == (1, 1) for step in steps) / max(1, n_copy - 1),
        "chunks": (1 + sum(step != (1, 1) for step in steps)) / n_copy,
        "jumps_back": float(sum(source < 0 for source, _ in steps)),
        "moved_far": float(sum(abs(source - copy) > 8 for source, copy in steps)),
        "exchanged": float(len(view.exchanged)),
        "exchanged_names": float(
            sum(all(view.republished[j].name for j in pair.republished) for pair in view.exchanged)
        ),
        "exchanged_distance": float(
            min((abs(pair.republished[0] - pair.republished[1]) for pair in view.exchanged), default=0)
        ),
    }


def _relations(view: WordView) -> dict[str, float]:
    copy = view.republished
    counts = Counter(
        link.comparison.relation for link in view.alignment.links if not copy[link.republished].function
    )
    content = max(1, len(_content(copy)))
    measured = {f"n_{relation.value}": float(counts[relation]) for relation in _COUNTED}
    measured |= {f"share_{relation.value}": counts[relation] / content for relation in _COUNTED}
    return measured


def _one_sided(view: WordView) -> dict[str, float]:
    copy, source = view.republished, view.source
    inserted = [copy[j] for j in view.alignment.inserted if not copy[j].function]
    dropped = [source[i] for _, run in view.drops for i in run if not source[i].function]
    names, numbers = _kinds(inserted)
    lost_names, lost_numbers = _kinds(dropped)
    near = _best_matches(inserted, _content(source))
    return {
        "inserted_common": float(len(inserted) - names - numbers),
        "inserted_names": float(names),
        "inserted_numbers": float(numbers),
        "inserted_share": len(inserted) / max(1, len(_content(copy))),
        "inserted_near_mean": float(np.mean(near)) if near else 1.0,
        "inserted_near_min": min(near, default=1.0),
        "inserted_rarity": float(sum(_weight(token) for token in inserted)),
        "dropped_common": float(len(dropped) - lost_names - lost_numbers),
        "dropped_names": float(lost_names),
        "dropped_numbers": float(lost_numbers),
        "dropped_share": len(dropped) / max(1, len(_content(copy))),
    }


def _kinds(tokens: Sequence[Token]) -> tuple[int, int]:
    numbers = sum(token.value is not None for token in tokens)
    return sum(token.name and token.value is None for token in tokens), numbers


def _weight(token: Token) -> float:
    """Rarer words carry more: 1 for a name or an unknown word, down to 0.3 for the most frequent."""
    return 1.0 if token.name else 1.0 - 0.7 * token.facts.frequency / 9.0


def _nearness(view: WordView) -> dict[str, float]:
    copy, source = view.republished, view.source
    changed = [
        link for link in view.alignment.links if not link.anchor and not copy[link.republished].function
    ]
    near = sorted(link.comparison.nearness for link in changed)
    letters = [_shared_letters(source[link.source].key, copy[link.republished].key) for link in changed]
    distances = [1.0 - value for value in near]
    weighted = sum((1.0 - link.comparison.nearness) * _weight(copy[link.republished]) for link in changed)
    cover = sorted(_best_matches(_content(copy), _content(source)))
    reached = [source[link.source] for link in view.alignment.links]
    sentences = {token.sentence for token in reached}
    recall = _best_matches([t for t in _content(source) if t.sentence in sentences], _content(copy))
    return {
        "substituted": float(len(changed)),
        "nearness_min": near[0] if near else 1.0,
        "nearness_second": near[1] if len(near) > 1 else 1.0,
        "nearness_mean": float(np.mean(near)) if near else 1.0,
        "distance_sum": sum(distances),
        "distance_weighted": weighted,
        "letters_min": min(letters, default=1.0),
        "soft_cover_mean": float(np.mean(cover)) if cover else 1.0,
        "soft_cover_min": cover[0] if cover else 1.0,
        "soft_cover_second": cover[1] if len(cover) > 1 else 1.0,
        "soft_recall_mean": float(np.mean(recall)) if recall else 1.0,
    }


def _context(view: WordView) -> dict[str, float]:
    """How well the copy's new words fit the words around them, beside those that they replaced.

    The words around are the unchanged content words. "Butterfly" fits a sentence about banks worse than "money" did.
    """
    copy, source = view.republished, view.source
    links = view.alignment.links
    kept = [
        copy[link.republished].facts.row
        for link in links
        if link.anchor and not copy[link.republished].function
    ]
    around = lexicon().centroid([row for row in kept if row >= 0])
    changed = [
        (source[link.source].facts.row, copy[link.republished].facts.row)
        for link in links
        if not link.anchor and not copy[link.republished].function
    ]
    shifts = sorted(
        float(lexicon().vector(after) @ around - lexicon().vector(before) @ around)
        for before, after in changed
        if before >= 0 and after >= 0
    )
    inserted = [copy[j].facts.row for j in view.alignment.inserted if not copy[j].function]
    fits = [float(lexicon().vector(row) @ around) for row in inserted if row >= 0]
    reached = {source[link.source].sentence for link in links}
    there = lexicon().centroid(
        [t.facts.row for t in source if t.sentence in reached and not t.function and t.facts.row >= 0]
    )
    here = lexicon().centroid([t.facts.row for t in copy if not t.function and t.facts.row >= 0])
    known = {token.key for token in source} | {number for token in source for number in token.facts.lemmas}
    return {
        "shift_min": shifts[0] if shifts else 0.0,
        "shift_second": shifts[1] if len(shifts) > 1 else 0.0,
        "shift_sum": sum(shifts),
        "inserted_fit_min": min(fits, default=1.0),
        "inserted_fit_mean": float(np.mean(fits)) if fits else 1.0,
        "centroid": float(there @ here),
        "inserted_new": float(
            sum(
                not copy[j].function and copy[j].key not in known and copy[j].facts.lemmas.isdisjoint(known)
                for j in view.alignment.inserted
            )
        ),
    }


def _shared_letters(a: str, b: str) -> float:
    """Length of the common start, as a share of the shorter word."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    return shared / max(1, min(len(a), len(b)))


def _best_matches(words: Sequence[Token], among: Sequence[Token]) -> list[float]:
    """For each word, 1 if it is among the others, else the greatest cosine with any of them, at least 0."""
    keys = {token.key for token in among} | {number for token in among for number in token.facts.lemmas}
    rows = np.array([token.facts.row for token in among if token.facts.row >= 0], dtype=np.intp)
    best = []
    for token in words:
        if token.key in keys or not token.facts.lemmas.isdisjoint(keys):
            best.append(1.0)
        elif token.facts.row >= 0 and len(rows):
            best.append(max(0.0, float(lexicon().similarities(token.facts.row, rows).max())))
        else:
            best.append(0.0)
    return best


def _grammar(view: WordView) -> dict[str, float]:
    copy, source = view.republished, view.source
    added = Counter(CLASS_OF.get(copy[j].key) for j in view.alignment.inserted)
    lost = Counter(CLASS_OF.get(source[i].key) for _, run in view.drops for i in run)
    swapped = Counter(
        CLASS_OF.get(copy[link.republished].key)
        for link in view.alignment.links
        if link.comparison.relation is not Relation.SAME
    )
    here, there = {token.key for token in copy}, {token.key for token in source}
    keys_added = {copy[j].key for j in view.alignment.inserted}
    keys_lost = {source[i].key for i in view.alignment.dropped}
    gone, new = there - here, here - there
    measured = {f"added_{name}": float(added[name]) for name in _CLASSES}
    measured |= {f"lost_{name}": float(lost[name]) for name in _CLASSES}
    measured |= {f"swapped_{name}": float(swapped[name]) for name in _CLASSES}
    measured |= {
        "negation_parity": float((added["negation"] + lost["negation"]) % 2),
        "possible_gained": float(bool(POSSIBLE & new)),
        "possible_lost": float(bool(POSSIBLE & gone & keys_lost)),
        "necessary_gained": float(bool(NECESSARY & new)),
        "universal_gained": float(bool(UNIVERSAL & new)),
        "universal_lost": float(bool(UNIVERSAL & gone & keys_lost)),
        "reporting_gained": float(bool(REPORTING & new & keys_added)),
        "reporting_lost": float(bool(REPORTING & gone & keys_lost)),
    }
    return measured


def _quotations(view: WordView) -> dict[str, float]:
    copy, source = view.republished, view.source
    both = [
        link for link in view.alignment.links if copy[link.republished].quoted and source[link.source].quoted
    ]
    quoted_source = any(token.quoted for token in source)
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
