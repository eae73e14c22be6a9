"""Who is asked what, and what is asked again: from pairs that need a model to a reading of each.

A pass costs one call. An answer that cannot be used is asked again alone, once; a consistent pair in which a sure
rule sees a changed fact gets a second opinion, together with the others of its call.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from checker.domain import Label, Pair, Reason
from checker.errors import CheckerError
from checker.llm.answers import read_answer
from checker.llm.asking import Asker, Cost, Silence
from checker.llm.calls import build_call
from checker.llm.context import context_of
from checker.llm.doubts import doubt, hint
from checker.llm.grouping import groups, hostile
from checker.llm.rulings import PASSING, Fault, Memory, Reading, Ruling, memory_key
from checker.prompting import Prompt

Settle = Callable[[Pair, Reading], None]
"""Takes the reading of a pair."""


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

    async def form(self, pairs: Sequence[Pair], settle: Settle) -> None:
        """Find a reading for every pair and hand it over as soon as it is there.

        Raises:
            CheckerError: No call can succeed.
        """
        await _all(self._work(pairs, settle))

    def _work(self, pairs: Sequence[Pair], settle: Settle) -> Iterator[Coroutine[object, object, None]]:
        """Yield what is to be done, so that the first calls leave before the last pair is looked at."""
        remembered: dict[str, Ruling] = {}
        for group in groups(self._unknown(pairs, remembered), size=self._size):
            yield self._first(group, settle)
        known = [pair for pair in pairs if pair.id in remembered]
        for group in groups(known, size=self._size):
            yield self._second(group, remembered, settle)

    def _unknown(self, pairs: Sequence[Pair], remembered: dict[str, Ruling]) -> Iterator[Pair]:
        for pair in pairs:
            if ruling := self._memory.recall(self._identity.key("first", pair, hint(pair))):
                remembered[pair.id] = ruling
            else:
                yield pair

    async def _first(self, group: Sequence[Pair], settle: Settle) -> None:
        together = self._prompts.several if len(group) > 1 else self._prompts.one
        readings = await self._ask(together, group, {pair.id: hint(pair) for pair in group})
        usable: dict[str, Ruling] = {}
        again: list[Pair] = []
        for pair, reading in zip(group, readings, strict=True):
            if isinstance(reading, Ruling):
                self._keep_first(pair, reading)
                usable[pair.id] = reading
            elif reading.reason in PASSING:
                settle(pair, reading)
            else:
                again.append(pair)
        await _all(
            chain(
                [self._second([pair for pair in group if pair.id in usable], usable, settle)],
                (self._alone(pair, settle) for pair in again),
            )
        )

    async def _alone(self, pair: Pair, settle: Settle) -> None:
        """Ask again about a pair of which there is no answer of use."""
        [reading] = await self._ask(self._prompts.one, [pair], {pair.id: hint(pair)}, attempt=1)
        if isinstance(reading, Fault):
            settle(pair, reading)
            return
        self._keep_first(pair, reading)
        await self._second([pair], {pair.id: reading}, settle)

    def _keep_first(self, pair: Pair, ruling: Ruling) -> None:
        self._memory.keep(self._identity.key("first", pair, hint(pair)), ruling)

    async def _second(self, pairs: Sequence[Pair], first: Mapping[str, Ruling], settle: Settle) -> None:
        """Let a consistent pair pass only if nothing speaks against it; what the rules doubt is asked together."""
        doubts: dict[str, str] = {}
        for pair in pairs:
            if first[pair.id].label is not Label.CONSISTENT:
                settle(pair, first[pair.id])
            elif hostile(pair):
                settle(pair, _ADDRESSED)
            elif seen := doubt(pair):
                doubts[pair.id] = seen
            else:
                settle(pair, first[pair.id])
        await self._confirm([pair for pair in pairs if pair.id in doubts], doubts, settle)

    async def _confirm(self, pairs: Sequence[Pair], doubts: Mapping[str, str], settle: Settle) -> None:
        asked = []
        for pair in pairs:
            if known := self._memory.recall(self._identity.key("confirm", pair, doubts[pair.id])):
                settle(pair, known)
            else:
                asked.append(pair)
        if not asked:
            return
        readings = await self._ask(self._prompts.confirm, asked, doubts)
        await _all(
            self._confirmed(pair, reading, doubts, settle)
            for pair, reading in zip(asked, readings, strict=True)
        )

    async def _confirmed(
        self, pair: Pair, reading: Reading, doubts: Mapping[str, str], settle: Settle
    ) -> None:
        if isinstance(reading, Fault) and reading.reason not in PASSING:
            [reading] = await self._ask(self._prompts.confirm, [pair], doubts, attempt=1)
        if isinstance(reading, Ruling):
            self._memory.keep(self._identity.key("confirm", pair, doubts[pair.id]), reading)
        settle(pair, reading)

    async def _ask(
        self, prompt: Prompt, pairs: Sequence[Pair], doubts: Mapping[str, str], *, attempt: int = 0
    ) -> list[Reading]:
        """Put one call and return a reading per pair, in their order."""
        async with self._slots:
            call = build_call(prompt, pairs, secret=self._secret, attempt=attempt, doubts=doubts)
            reply = await self._asker.ask(call)
        self._spent(reply.cost)
        if isinstance(reply, Silence):
            return [Fault(reason=reply.reason, detail=reply.detail)] * len(pairs)
        readings = read_answer(reply.text, call, judged_by=self._identity.judged_by(prompt.name))
        return [readings[question.id] for question in call.questions]


_ADDRESSED = Fault(
    reason=Reason.INJECTION_SUSPECTED,
    detail="the text seems to address its judge, who found nothing wrong with it",
)


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
