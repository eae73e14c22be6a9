"""The embedded judge: a small network, the word view and the rules, weighed by a fitted combination."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.domain import Label, Outcome, Pair, Passage, Verdict
from checker.facts import Difference, compare
from checker.facts.precision import PRECISION
from checker.facts.respelling import respelled
from checker.judges.combine import Combination
from checker.judges.evidence import finding_of
from checker.judges.fact_signals import fact_signals
from checker.judges.network import Network, Reading
from checker.judges.rules import RulesJudge, sureness
from checker.judges.script import is_latin
from checker.judges.signals import chances, network_signals
from checker.judges.wording import wording_differences
from checker.words import WINDOW_WORDS, Windower, compare_words, features
from checker.words.window import join

_CERTAIN = 0.999
"""Chance that text copied word for word is consistent; never quite 1, because it may stand in a false place."""


@dataclass(frozen=True, slots=True)
class Question:
    """One sentence of a copy beside its source passages; the offsets of differences point into these two."""

    pair: Pair
    passage: Passage
    source: str
    copy: str
    """What to read of the passage: its text, with figures and dates written as the source writes them."""
    windows: tuple[str, ...]
    """The source text to read beside it, from the nearest 25 words to the nearest 130."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What is known of a question without the network."""

    words: tuple[float, ...]
    facts: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    p_consistent: float
    confidence: float
    """How sure a flag is: nothing speaks against it only if both the model and the surest rule err."""
    contradictory: bool
    differences: tuple[Difference, ...]


class EmbeddedJudge:
    """Judges every republished sentence of a pair; the worst one speaks for the pair."""

    limits = (
        "Judged by a small embedded model that reads sentence by sentence: it overlooks much that needs knowledge of "
        "the world or of the whole article, and it errs on some faithful sentences."
    )

    def __init__(self, network: Network, combination: Combination, *, version: str) -> None:
        self._network, self._combination = network, combination
        self.name = f"embedded@{version}"

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Return one verdict per pair, in the order given.

        What is not in Latin letters, which are all that the network can tell apart, is left to the rules.
        """
        latin = [is_latin(pair.republished_text) for pair in pairs]
        ours = iter(self._judge([pair for pair, read in zip(pairs, latin, strict=True) if read]))
        rules = iter(RulesJudge().judge([pair for pair, read in zip(pairs, latin, strict=True) if not read]))
        return [next(ours if read else rules) for read in latin]

    def _judge(self, pairs: Sequence[Pair]) -> list[Verdict]:
        asked = [question for pair in pairs for question in questions(pair)]
        texts = list(dict.fromkeys((window, q.copy) for q in asked for window in q.windows))
        with self._network.reading(texts) as coming:
            # The network works beside the interpreter: words and rules cost little time while it reads.
            looks = [_look(question) for question in asked]
            answers: dict[str, list[tuple[Question, _Answer]]] = {pair.id: [] for pair in pairs}
            readings: dict[tuple[str, str], Reading] = {}
            arrivals = zip(texts, coming, strict=True)
            for question, look in zip(asked, looks, strict=True):
                wanted = [(window, question.copy) for window in question.windows]
                # Readings come in the order of the questions: each is weighed while the next ones are read.
                while not all(text in readings for text in wanted):
                    text, reading = next(arrivals)
                    readings[text] = reading
                answer = self._answer(question, look, [readings[text] for text in wanted])
                answers[question.pair.id].append((question, answer))
        return [self._verdict(pair, answers[pair.id]) for pair in pairs]

    def _answer(self, question: Question, look: _Look, readings: Sequence[Reading]) -> _Answer:
        facts = look.facts
        chance = self._combination.p_consistent(
            network=network_signals(readings), words=look.words, facts=fact_signals(facts)
        )
        surest = max((sureness(fact.rule) for fact in facts), default=0.0)
        if surest >= _OVERRULES:
            chance = min(chance, *(1 - PRECISION[fact.rule] for fact in facts))
        if chance >= self._combination.threshold:
            return _Answer(chance, chance, False, ())
        contradicts = sum(chances(r.logits)[2] - chances(r.logits)[1] for r in readings) > 0
        return _Answer(
            chance,
            1 - chance * (1 - surest),
            contradicts or any(fact.contradicts for fact in facts),
            self._named(question, facts, readings[0]),
        )

    def _named(
        self, question: Question, facts: Sequence[Difference], nearest: Reading
    ) -> tuple[Difference, ...]:
        """The differences that explain a flag: what rules are sure of, else what the word head points at."""
        sure = tuple(fact for fact in facts if PRECISION[fact.rule] >= _SURE)
        if sure:
            return sure
        source, copy = question.source, question.passage.text
        if (question.windows[0], question.copy) != (source, copy):
            # Offsets have to point into the whole source side and into the copy as it is.
            [nearest] = self._network.read([(source, copy)])
        return wording_differences(compare_words(source, copy), nearest, source, copy) or tuple(facts)

    def _verdict(self, pair: Pair, answers: Sequence[tuple[Question, _Answer]]) -> Verdict:
        if not answers:
            return Verdict(
                pair=pair,
                label=Label.CONSISTENT,
                judged_by=self.name,
                p_consistent=_CERTAIN,
                confidence=_CERTAIN,
            )
        chance = min(answer.p_consistent for _, answer in answers)
        findings = tuple(
            finding
            for question, answer in answers
            for difference in answer.differences
            if (finding := finding_of(difference, pair.source, (question.passage,)))
        )
        flagged = chance < self._combination.threshold
        contradictory = any(answer.contradictory for _, answer in answers)
        label = (Label.CONTRADICTORY if contradictory else Label.DISTORTED) if flagged else Label.CONSISTENT
        return Verdict(
            pair=pair,
            label=label,
            judged_by=self.name,
            findings=findings,
            p_consistent=chance,
            confidence=max(answer.confidence for _, answer in answers if answer.differences)
            if flagged
            else chance,
        )


_OVERRULES = 0.998
"""Sureness from which on a rule flags a pair by itself: it is precise and has never fired on faithful news."""
_SURE = 0.6
"""Precision from which on a rule's finding explains a flag better than the word head does."""


def questions(pair: Pair) -> Iterator[Question]:
    """Ask about every republished sentence of a pair; nothing about a pair whose two sides read the same."""
    source = pair.source_text
    if _plain(source) == _plain(pair.republished_text):
        return
    background = pair.background or source
    for passage in pair.republished:
        copy = respelled(source, passage.text)
        windows = (
            join(source, _windower(source).pick(copy, WINDOW_WORDS[0])),
            *(join(background, _windower(background).pick(copy, words)) for words in WINDOW_WORDS[1:]),
        )
        yield Question(pair, passage, source, copy, windows)


def _look(question: Question) -> _Look:
    return _Look(
        words=features(compare_words(question.windows[-1], question.copy)),
        facts=compare(question.source, question.passage.text, background=question.pair.background),
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=8)
def _windower(text: str) -> Windower:
    """Index a source once for all sentences that are compared with it in a row."""
    return Windower(text)
