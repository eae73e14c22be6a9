"""Compares how sure a passage is: *may* beside *will*, *alleged* left out, *plans to* beside *did*."""

from collections import defaultdict
from collections.abc import Iterator

from checker.domain import Kind
from checker.facts.difference import Difference
from checker.facts.stems import FUNCTION_WORDS, stem_set
from checker.facts.tokens import WORD, Text, alike_words
from checker.facts.vocabulary import word_set

_MODALS = {
    **dict.fromkeys(("may", "might", "could", "can"), "possible"),
    **dict.fromkeys(("will", "shall"), "certain"),
    **dict.fromkeys(("must",), "necessary"),
    **dict.fromkeys(("should", "ought"), "advised"),
    "would": "would",
}
_HEDGES = word_set(
    """
    allegedly reportedly alleged suspected apparently purportedly supposedly possibly perhaps probably
    likely maybe potentially presumably seemingly unconfirmed possible potential probable suspect
    presumed accused
    """
)
_SOFT_WORDS = _HEDGES | word_set(
    """
    may might could can would should if believe believes believed think thinks thought claim claims
    claimed seem seems seemed appear appears appeared said says say according suggest suggests suggested
    expected expect expects estimate estimated plan plans planned hope hopes hoped want wants wanted try
    tries tried chance risk danger able ability whether unlikely future tend tends sometimes often feel
    feels fear fears feared threat consider considering report reports reported rumor rumors perhaps
    predict predicts predicted forecast told accuse accuses charged about around opportunity capable
    enable enables allow allows allowed let lets proposal propose proposed intend intends aim aims set
    due ready question unclear
    """
)
_SPEECH = word_set(
    "said say says according told claim claims claimed believe believes believed think thinks thought"
)
_INTENT = stem_set(
    "plan intend hope aim want propose consider seek expect threaten promise attempt try prepare vow appear seem"
)
_CERTAINLY = word_set("certainly definitely undoubtedly surely unquestionably doubtless indisputably")
_SAME_PLACE = 2.25
"""How well the words around *plans to sign* and *signed* fit where nothing else changed."""


def modality_differences(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield where the copy is surer or less sure than the source about the same verb."""
    yield from _modals(source, copy)
    surer = list(_surer(source, copy))
    yield from surer or _hedges(source, copy, dropped=True)
    yield from _hedges(copy, source, dropped=False)
    yield from _plans(source, copy)


def _softened(text: Text, other: Text) -> bool:
    """Say whether a passage has some word that makes it less than certain; *X says* counts if it is new."""
    return bool((text.words & _SOFT_WORDS) - (_SPEECH & other.words))


def _verb(text: Text, index: int) -> int:
    """Return the first verb after a modal, passing over *not*, *be*, *have* and adverbs; -1 without one."""
    for at in range(index + 1, min(index + 6, len(text.tokens))):
        token = text.tokens[at]
        if token.shape is not WORD:
            return -1
        if (
            token.stem in FUNCTION_WORDS
            or token.stem in ("be", "have", "do", "get", "not")
            or token.lower.endswith("ly")
        ):
            continue
        return at
    return -1


def _modals(source: Text, copy: Text) -> Iterator[Difference]:
    there = [(index, _verb(source, index)) for index in source.places(_MODALS.keys())]
    if not there:
        return
    first_of: dict[str, int] = {}  # stem of a verb -> its first modal in the copy
    groups_of: defaultdict[str, set[str]] = defaultdict(set)
    for index in copy.places(_MODALS.keys()):
        if (verb := _verb(copy, index)) >= 0:
            first_of.setdefault(copy.tokens[verb].stem, index)
            groups_of[copy.tokens[verb].stem].add(_MODALS[copy.tokens[index].lower])
    for index, verb in there:
        token = source.tokens[index]
        group = _MODALS[token.lower]
        stem = source.tokens[verb].stem if verb >= 0 else ""
        if group in groups_of.get(stem, ()):
            continue
        if stem in first_of:
            twin = first_of[stem]
            new = copy.tokens[twin]
            groups = {group, _MODALS[new.lower]}
            if "would" in groups:
                continue
            hedged = any(word in _HEDGES for word in (source.words if group == "certain" else copy.words))
            firm = groups & {"certain", "necessary"} and "possible" in groups and not hedged
            yield Difference(
                kind=Kind.MODALITY,
                rule="modality.changed"
                if firm and "can" not in (new.lower, token.lower)
                else "modality.changed.unsure",
                contradicts=False,
                explanation=f"The source says “{source.quote(index, verb + 1)}”, "
                f"the copy “{copy.quote(twin, twin + 1)}”.",
                source=(token.start, token.end),
                republished=(new.start, new.end),
            )
        elif group == "possible" and token.lower != "can" and not _softened(copy, source):
            places = [
                at
                for at, other in enumerate(copy.tokens)
                if stem and other.stem == stem and not _infinitive(copy, at)
            ]
            for at in places[:1]:
                left, right = (
                    alike_words(_subject(source, index), _subject(copy, at)),
                    alike_words(source.after(verb + 1), copy.after(at + 1)),
                )
                will = at and copy.tokens[at - 1].lower in ("will", "be")
                yield Difference(
                    kind=Kind.MODALITY,
                    rule="modality.dropped"
                    if left + right >= 1.25 and left and right
                    else "modality.dropped.unsure",
                    contradicts=False,
                    explanation=f"The source says “{source.quote(index, verb + 1)}”; the copy states it as a fact.",
                    source=source.stretch(index, verb + 1),
                    republished=copy.stretch(at - 1 if will else at, at + 1),
                )


def _done(score: float) -> str:
    if score >= _SAME_PLACE:
        return "modality.done.same"
    return "modality.done" if score >= 1.25 else "modality.done.unsure"


def _surer(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield *certainly* in the copy where the source has *probably* and the copy no longer does."""
    if not _CERTAINLY & copy.words or _CERTAINLY & source.words:
        return
    lost = _HEDGES - copy.words
    hedges = source.places(lost)
    if not hedges:
        return
    for at in copy.places(_CERTAINLY):
        token = copy.tokens[at]
        if "not" not in copy.before(at):
            yield Difference(
                kind=Kind.MODALITY,
                rule="modality.surer",
                contradicts=False,
                explanation=f"The source says “{source.tokens[hedges[0]].text}”, the copy “{token.text}”.",
                source=source.stretch(hedges[0], hedges[0] + 1),
                republished=copy.stretch(at, at + 1),
            )
            return


def _infinitive(text: Text, index: int) -> bool:
    """*to help* and *helping* do not say that it happens."""
    return (index > 0 and text.tokens[index - 1].lower == "to") or text.tokens[index].lower.endswith("ing")


def _subject(text: Text, index: int) -> list[str]:
    words = [word for word in text.before(index, 4) if word not in ("be", "have", "do", "will", "not")]
    return (words or ["^"])[:2]


def _hedges(full: Text, bare: Text, *, dropped: bool) -> Iterator[Difference]:
    """Yield *allegedly* and the like in `full` that `bare` lacks, with nothing to make up for it."""
    places = full.places(_HEDGES - {"possible", "potential"})
    if not places or _softened(bare, full):
        return
    for index in places:
        token = full.tokens[index]
        before, after = full.before(index), full.after(index + 1)
        if after[0] == "to" and token.lower in ("likely", "alleged", "suspected", "presumed"):
            after = full.after(index + 2)
        place, score = _seam(bare, before, after)
        if score < 1.0:
            continue
        rule = "modality.hedge_dropped" if dropped else "modality.hedge_added"
        words = (token.start, token.end)
        around = bare.stretch(place, min(place + 1, len(bare.tokens)))
        yield Difference(
            kind=Kind.MODALITY,
            rule=rule if score >= 1.5 else f"{rule}.unsure",
            contradicts=False,
            explanation=(
                f"The source says “{token.text}”; the copy states it as a fact."
                if dropped
                else f"The copy adds “{token.text}”; the source states it as a fact."
            ),
            source=words if dropped else around,
            republished=around if dropped else words,
        )


def _seam(text: Text, before: list[str], after: list[str]) -> tuple[int, float]:
    """Find where the words before and the words after a left-out word meet."""
    best, best_score = 0, 0.0
    for index, token in enumerate(text.tokens):
        if token.stem == after[0]:
            words = [word for word in text.before(index) if word != "be"] or ["^"]
            wanted = [word for word in before if word != "be"] or ["^"]
            score = alike_words(wanted, words) + alike_words(after, text.after(index))
            if score > best_score:
                best, best_score = index, score
    return best, best_score


def _plans(source: Text, copy: Text) -> Iterator[Difference]:
    """Yield *plans to sign* in the source where the copy says *signed*."""
    if "will" in copy.words or "to" not in source.words or _softened(copy, source):
        return
    for index in source.places_of_stems(_INTENT):
        if "to" not in [token.lower for token in source.tokens[index + 1 : index + 2]]:
            continue
        verb = _verb(source, index + 1)
        if verb < 0:
            continue
        stem = source.tokens[verb].stem
        for at, other in enumerate(copy.tokens):
            if (
                other.stem != stem
                or (at and copy.tokens[at - 1].lower == "to")
                or other.lower.endswith("ing")
            ):
                continue
            left, right = (
                alike_words(_subject(source, index), _subject(copy, at)),
                alike_words(source.after(verb + 1), copy.after(at + 1)),
            )
            if right < 0.5 or left < 0.25:
                continue
            yield Difference(
                kind=Kind.MODALITY,
                rule=_done(left + right),
                contradicts=False,
                explanation=f"The source says “{source.quote(index, verb + 1)}”, "
                f"the copy that it happens: “{other.text}”.",
                source=source.stretch(index, verb + 1),
                republished=(other.start, other.end),
            )
            break
