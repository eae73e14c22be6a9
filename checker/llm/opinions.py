"""Who is asked what, and what is asked again: from pairs that need a model to a reading of each.

A pass costs one call. An answer that cannot be used is asked again alone, once; a consistent pair in which a sure
rule sees a changed fact gets a second opinion.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from checker.domain import Label, Pair, Reason
from checker.errors import CheckerError
from checker.facts import Difference, compare
from checker.judges.rules import sureness
from checker.llm.answers import read_answer
from checker.llm.asking import Asker, Cost, Silence
from checker.llm.calls import build_call, context_of
from checker.llm.grouping import groups, hostile
from checker.llm.rulings import PASSING, Fault, Memory, Reading, Ruling, memory_key
from checker.prompting import Prompt

SURE = 0.9
"""Precision from which on a rule is worth a second opinion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompts:
    """The three prompts of the judge."""

    several: Prompt
    one: Prompt
    confirm: Prompt

    @property
    def names(self) -> tuple[str, ...]:
        """Id and version of each."""
        return (self.several.name, self.one.name, self.confirm.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whose opinion it is: what enters every verdict, and what keeps remembered ones apart."""

    judge: str
    """The judge's name, e.g. `llm@small-1`."""
    fingerprint: str
    """Of prompts, answer schema, model and parameters."""
    endpoint: str
    """Where the model is asked. Two servers may mean different things by one name."""

    def judged_by(self, prompt: str) -> str:
        """Return what a verdict says about its origin."""
        return f"{self.judge}/{prompt}#{self.fingerprint[:8]}"

    def key(self, stage: str, pair: Pair, doubt: str = "") -> str:
        """Return the key under which an opinion about a pair is remembered: everything that it depends on."""
        texts = (pair.source_text, pair.republished_text, context_of(pair))
        return memory_key(stage, self.fingerprint, self.endpoint, *texts, doubt)


class Opinions:
    """Gets a reading for every pair, with `jobs` calls in flight."""

    def __init__(
        self,
        asker: Asker,
        prompts: Prompts,
        identity: Identity,
        *,
        memory: Memory,
        secret: bytes,
        jobs: int,
        pairs_per_call: int,
        spent: Callable[[Cost], None],
    ) -> None:
        self._asker, self._prompts, self._identity = asker, prompts, identity
        self._memory, self._secret = memory, secret
        self._slots, self._size = asyncio.Semaphore(jobs), pairs_per_call
        self._spent = spent

    async def form(self, pairs: Sequence[Pair], settle: Callable[[Pair, Reading], None]) -> None:
        """Find a reading for every pair and hand it over as soon as it is there.

        Raises:
            CheckerError: No call can succeed.
        """
        remembered = {
            pair.id: ruling
            for pair in pairs
            if (ruling := self._memory.recall(self._identity.key("first", pair)))
        }
        open_ = [pair for pair in pairs if pair.id not in remembered]
        await _all(
            chain(
                (self._second(pair, remembered[pair.id], settle) for pair in pairs if pair.id in remembered),
                (self._first(group, settle) for group in groups(open_, size=self._size)),
            )
        )

    async def _first(self, group: Sequence[Pair], settle: Callable[[Pair, Reading], None]) -> None:
        together = self._prompts.several if len(group) > 1 else self._prompts.one
        readings = await self._ask(together, group)
        await _all(
            self._settle_one(pair, reading, settle) for pair, reading in zip(group, readings, strict=True)
        )

    async def _settle_one(
        self, pair: Pair, reading: Reading, settle: Callable[[Pair, Reading], None]
    ) -> None:
        if isinstance(reading, Fault) and reading.reason not in PASSING:
            [reading] = await self._ask(self._prompts.one, [pair], attempt=1)
        if isinstance(reading, Fault):
            settle(pair, reading)
            return
        self._memory.keep(self._identity.key("first", pair), reading)
        await self._second(pair, reading, settle)

    async def _second(self, pair: Pair, first: Ruling, settle: Callable[[Pair, Reading], None]) -> None:
        """Let a consistent pair pass only if nothing speaks against it."""
        if first.label is not Label.CONSISTENT:
            settle(pair, first)
        elif hostile(pair):
            settle(
                pair,
                Fault(
                    reason=Reason.INJECTION_SUSPECTED,
                    detail="the text seems to address its judge, who found nothing wrong with it",
                ),
            )
        elif doubt := _doubt(pair):
            settle(pair, await self._confirmed(pair, doubt))
        else:
            settle(pair, first)

    async def _confirmed(self, pair: Pair, doubt: str) -> Reading:
        key = self._identity.key("confirm", pair, doubt)
        if known := self._memory.recall(key):
            return known
        [reading] = await self._ask(self._prompts.confirm, [pair], doubt=doubt)
        if isinstance(reading, Fault) and reading.reason not in PASSING:
            [reading] = await self._ask(self._prompts.confirm, [pair], attempt=1, doubt=doubt)
        if isinstance(reading, Ruling):
            self._memory.keep(key, reading)
        return reading

    async def _ask(
        self, prompt: Prompt, pairs: Sequence[Pair], *, attempt: int = 0, doubt: str = ""
    ) -> list[Reading]:
        """Put one call and return a reading per pair, in their order."""
        async with self._slots:
            call = build_call(prompt, pairs, secret=self._secret, attempt=attempt, doubt=doubt)
            reply = await self._asker.ask(call)
        self._spent(reply.cost)
        if isinstance(reply, Silence):
            return [Fault(reason=reply.reason, detail=reply.detail)] * len(pairs)
        readings = read_answer(reply.text, call, judged_by=self._identity.judged_by(prompt.name))
        return [readings[question.id] for question in call.questions]


def _doubt(pair: Pair) -> str:
    """What sure rules see changed, in words for the prompt; empty if nothing."""
    return "; ".join(_described(difference, pair) for difference in sure_differences(pair))


def sure_differences(pair: Pair) -> list[Difference]:
    """Return what the rules are sure of, whatever a model says."""
    found = compare(pair.source_text, pair.republished_text, background=pair.background)
    return [difference for difference in found if sureness(difference.rule) >= SURE]


def _described(difference: Difference, pair: Pair) -> str:
    there = pair.source_text[slice(*difference.source)] if difference.source else "nothing"
    here = pair.republished_text[slice(*difference.republished)] if difference.republished else "nothing"
    return f"{difference.kind.value}: source {there!r}, copy {here!r}"


async def _all(work: Iterable[Coroutine[object, object, None]]) -> None:
    """Run everything at once; the first error that ends the run comes out by itself."""
    try:
        async with asyncio.TaskGroup() as group:
            for coroutine in work:
                group.create_task(coroutine)
                await asyncio.sleep(0)  # the first calls are on their way before the last one is grouped
    except BaseExceptionGroup as errors:
        known = errors.split(CheckerError)[0]
        if known:
            raise _leaf(known) from None
        raise


def _leaf(error: BaseException) -> BaseException:
    return _leaf(error.exceptions[0]) if isinstance(error, BaseExceptionGroup) else error
