"""The embedded judge: a small network, the word view and the rules, weighed by a fitted combination."""

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from checker import stopping
from checker.domain import Label, Outcome, Pair, Passage, Verdict
from checker.facts import Difference, compare
from checker.facts.precision import PRECISION
from checker.facts.respelling import respelled
from checker.judges.combine import Combination
from checker.judges.evidence import finding_of
from checker.judges.fact_signals import fact_signals
from checker.judges.network import Begin, Network, Reading
from checker.judges.rules import RulesJudge
from checker.judges.script import is_latin
from checker.judges.signals import chances, network_signals
from checker.judges.stoppable import stopped
from checker.judges.sureness import flags_alone, of_facts, sureness
from checker.judges.wording import wording_differences
from checker.words import WINDOW_WORDS, Windower, WordView, compare_words, features
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

    view: WordView
    """Of the widest window."""
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
        """Return one outcome per pair, in the order given; once SIGTERM asks to stop, what is left is undetermined.

        What is not in Latin letters, which are all that the network can tell apart, is left to the rules.
        """
        outcomes: list[Outcome] = []
        begun: deque[Callable[[], Outcome]] = deque()
        # The network works beside the interpreter: words and rules cost little time while it reads. It always has
        # pairs waiting for it, so that it never waits for them.
        with self._network.beside() as begin, _few_collections():
            for pair in pairs:
                if stopping.asked():
                    break
                begun.append(self._begin(pair, begin))
                if len(begun) == 2 * _AHEAD:
                    outcomes += _ended(begun, leave=_AHEAD)
            outcomes += _ended(begun, leave=0)
        return outcomes + [stopped(pair, self.name) for pair in pairs[len(outcomes) :]]

    def _begin(self, pair: Pair, begin: Begin) -> Callable[[], Outcome]:
        """Let the network read what a pair needs, and return what waits for that and ends the work."""
        if not is_latin(pair.republished_text):
            [outcome] = RulesJudge().judge([pair])
            return lambda: outcome
        begun = []
        for question in questions(pair):
            texts = [(window, question.copy) for window in dict.fromkeys(question.windows)]
            readings = begin(texts)
            begun.append((question, _look(question), readings))
        return lambda: self._verdict(
            pair,
            [(question, self._answer(question, look, readings())) for question, look, readings in begun],
        )

    def _answer(self, question: Question, look: _Look, distinct: Sequence[Reading]) -> _Answer:
        facts = look.facts
        reading_of = dict(zip(dict.fromkeys(question.windows), distinct, strict=True))
        readings = [reading_of[window] for window in question.windows]
        weighed = self._combination.p_consistent(
            network=network_signals(readings), words=look.words, facts=fact_signals(facts)
        )
        alone = [fact.rule for fact in facts if flags_alone(fact.rule)]
        chance = min(weighed, *(1 - PRECISION[rule] for rule in alone), 1.0)
        if chance >= self._combination.threshold:
            return _Answer(chance, chance, False, ())
        contradicts = sum(chances(r.logits)[2] - chances(r.logits)[1] for r in readings) > 0
        surest = max((sureness(fact.rule) for fact in facts), default=0.0)
        doubt = min(weighed, *(1 - PRECISION[rule] for rule in alone if of_facts(rule)), 1.0)
        return _Answer(
            chance,
            1 - doubt * (1 - surest),
            contradicts or any(fact.contradicts for fact in facts),
            self._named(question, look, readings[0]),
        )

    def _named(self, question: Question, look: _Look, nearest: Reading) -> tuple[Difference, ...]:
        """The differences that explain a flag: what rules are sure of, else what the word head points at."""
        sure = tuple(fact for fact in look.facts if PRECISION[fact.rule] >= _SURE)
        if sure:
            return sure
        source, copy = question.source, question.passage.text
        if (question.windows[0], question.copy) != (source, copy):
            # Offsets have to point into the whole source side and into the copy as it is.
            [nearest] = self._network.read_here([(source, copy)])
        whole = (question.windows[-1], question.copy) == (source, copy)
        view = look.view if whole else compare_words(source, copy)
        return wording_differences(view, nearest, source, copy) or look.facts

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


_AHEAD = 32
"""Pairs that wait for the network when others are begun: enough to keep it busy, few enough to hold in memory."""
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
    view = compare_words(question.windows[-1], question.copy)
    return _Look(
        view=view,
        words=features(view),
        facts=compare(question.source, question.passage.text, background=question.pair.background),
    )


def _ended(begun: deque[Callable[[], Outcome]], *, leave: int) -> Iterator[Outcome]:
    """End what was begun, the first ones first, until so many are left or somebody asks to stop."""
    while len(begun) > leave and not stopping.asked():
        yield begun.popleft()()


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let the interpreter look for unreachable cycles more rarely: a view of words makes many objects and no cycle."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


_OBJECTS = 50_000
"""New objects after which it looks; usually 700."""


def _plain(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=8)
def _windower(text: str) -> Windower:
    """Index a source once for all sentences that are compared with it in a row."""
    return Windower(text)
