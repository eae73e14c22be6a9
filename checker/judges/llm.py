"""The LLM judge: the synchronous face of a model that is asked about many pairs at once.

Pairs that read the same are not asked, and pairs that occur twice are asked once. See docs/decisions/llm-judge.md.
"""

import asyncio
import json
import secrets
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from checker import stopping
from checker.domain import Label, Outcome, Pair, Reason, Undetermined
from checker.llm.answers import answer_schema
from checker.llm.asking import Asker, Cost
from checker.llm.journal import Journal, Unjournaled
from checker.llm.opinions import Identity, Opinions, Prompts
from checker.llm.rulings import Fault, Forgetful, Memory, Reading, Ruling
from checker.prompting import digest


class Watcher(Protocol):
    """Is told how far the work is; a progress bar is one."""

    def expect(self, pairs: int) -> None:
        """So many pairs more are going to be settled."""
        ...

    def settled(self, pairs: int) -> None:
        """So many pairs more have their outcome."""
        ...


class Unwatched:
    """Nobody looks on."""

    def expect(self, pairs: int) -> None:
        """Do nothing."""

    def settled(self, pairs: int) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmParts:
    """What the judge works with; everything in it can be exchanged or wrapped."""

    open_asker: Callable[[], AbstractAsyncContextManager[Asker]]
    """Opens the way to the model, once for every event loop."""
    prompts: Prompts
    memory: Memory = field(default_factory=Forgetful)
    journal: Journal = field(default_factory=Unjournaled)
    watcher: Watcher = field(default_factory=Unwatched)
    price: Callable[[int, int], float] | None = None
    """What so many tokens sent and received cost, where that is known."""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    """Nonces and ids come from it. Fixed only where answers are replayed."""


class LlmJudge:
    """Judges pairs by asking a language model."""

    limits = (
        "Judged by a language model that was shown passage beside passage: it errs at times, and where its answer "
        "could not be used, the pair is undetermined."
    )

    def __init__(
        self,
        parts: LlmParts,
        *,
        model: str,
        endpoint: str,
        parameters: Mapping[str, object],
        jobs: int,
        pairs_per_call: int,
    ) -> None:
        """Build the judge.

        Args:
            endpoint: Where the model is asked; remembered answers of two endpoints are kept apart.
            parameters: What else of a request decides its answer, such as the temperature.
        """
        self._parts, self._jobs, self._size = parts, jobs, pairs_per_call
        self.name = f"llm@{model}"
        self._identity = Identity(
            judge=self.name, fingerprint=_fingerprint(parts.prompts, model, parameters), endpoint=endpoint
        )
        self._usage: Counter[str] = Counter()
        self._begun = False

    @property
    def prompt(self) -> Mapping[str, object]:
        """What a report says about the prompts."""
        return {"names": list(self._parts.prompts.names), "fingerprint": self._identity.fingerprint}

    @property
    def usage(self) -> Mapping[str, int | float]:
        """What was spent since this judge was built, and before that by the run that is carried on."""
        spent = {name: self._usage[name] for name in ("model_calls", "tokens_in", "tokens_out")}
        price = self._parts.price
        return spent if price is None else {**spent, "cost": price(spent["tokens_in"], spent["tokens_out"])}

    def judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        """Return one outcome per pair, in the order given.

        Raises:
            CheckerError: No call can succeed: the key is refused, the quota is used up, nobody answers.
        """
        return _run(self._judge(pairs))

    async def _judge(self, pairs: Sequence[Pair]) -> list[Outcome]:
        watcher = self._parts.watcher
        watcher.expect(len(pairs))
        if not self._begun:
            self._begun = True
            self._count(self._parts.journal.earlier())
        twins: dict[str, list[Pair]] = {}
        for pair in pairs:
            twins.setdefault(self._identity.key("twins", pair), []).append(pair)
        outcomes: dict[str, Outcome] = {}
        same_as = {pairs[0].id: pairs for pairs in twins.values()}

        def settle(first: Pair, reading: Reading) -> None:
            if isinstance(reading, Fault):
                self._parts.journal.note(self._identity.key("final", first), reading)
            for pair in same_as[first.id]:
                outcomes[pair.id] = self._outcome(pair, reading)
            watcher.settled(len(same_as[first.id]))

        asked = []
        for first, *_ in twins.values():
            if _reads_the_same(first):
                settle(first, Ruling(label=Label.CONSISTENT, judged_by=f"{self.name}/identical"))
            elif known := self._parts.journal.fault(self._identity.key("final", first)):
                settle(first, known)
            else:
                asked.append(first)
        if asked:
            async with self._parts.open_asker() as asker:
                await _unless_stopped(self._opinions(asker).form(asked, settle))
            for first in asked:
                if first.id not in outcomes:
                    settle(first, Fault(reason=Reason.INTERRUPTED, detail=stopping.STOPPED))
        return [outcomes[pair.id] for pair in pairs]

    def _opinions(self, asker: Asker) -> Opinions:
        return Opinions(
            asker,
            self._parts.prompts,
            self._identity,
            memory=self._parts.memory,
            secret=self._parts.secret,
            jobs=self._jobs,
            pairs_per_call=self._size,
            spent=self._spend,
        )

    def _spend(self, cost: Cost) -> None:
        self._count(cost)
        self._parts.journal.spent(cost)

    def _count(self, cost: Cost) -> None:
        self._usage.update(model_calls=cost.requests, tokens_in=cost.tokens_in, tokens_out=cost.tokens_out)

    def _outcome(self, pair: Pair, reading: Reading) -> Outcome:
        if isinstance(reading, Ruling):
            return reading.verdict(pair)
        return Undetermined(
            pair=pair,
            judged_by=self._identity.judged_by(self._parts.prompts.one.name),
            reason=reading.reason,
            detail=reading.detail,
        )


def _reads_the_same(pair: Pair) -> bool:
    return pair.source_text.split() == pair.republished_text.split()


def _fingerprint(prompts: Prompts, model: str, parameters: Mapping[str, object]) -> str:
    texts = (f"{p.name}#{p.fingerprint}" for p in (prompts.several, prompts.one, prompts.confirm))
    return digest(
        *texts, json.dumps(answer_schema(), sort_keys=True), model, json.dumps(parameters, sort_keys=True)
    )


async def _unless_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Do the work, or leave it where it is when SIGTERM asks to stop."""
    task = asyncio.ensure_future(work)
    try:
        while not task.done() and not stopping.asked():
            await asyncio.wait({task}, timeout=_LOOKS_EVERY)
    finally:
        task.cancel()
        await asyncio.wait({task})
    with suppress(asyncio.CancelledError):
        task.result()


_LOOKS_EVERY = 0.1
"""Seconds."""


def _run(work: Coroutine[Any, Any, list[Outcome]]) -> list[Outcome]:
    """Run to the end, also when called from within an event loop, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, work).result()
