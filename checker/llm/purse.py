"""Keeps a run within what it may spend: a request that could pass a limit is not sent."""

import asyncio
from dataclasses import dataclass, field

from checker.domain import Reason
from checker.llm.asking import Call, Cost
from checker.llm.calls import estimated_tokens
from checker.llm.failures import UnusableError
from checker.llm.settings import Limits

_START = 1.3
"""By how much an estimate of what is sent may fall short before the first answer says how far it does."""


@dataclass(slots=True)
class Purse:
    """What was spent and what is promised to requests on their way.

    Retries are requests, too: each asks here before it is sent. Where the limit is near, one waits for those on their
    way, which mostly take less than the most that they could.
    """

    limits: Limits = field(default_factory=Limits)
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    _underway: dict[int, tuple[int, int]] = field(default_factory=dict)
    _next: int = 0
    _factor: float = _START
    _waiting: list["asyncio.Future[None]"] = field(default_factory=list)

    @property
    def cost(self) -> float | None:
        """What was spent, where prices are known."""
        return self.limits.price(self.tokens_in, self.tokens_out) if self.limits.priced else None

    def add(self, cost: Cost) -> None:
        """Count what an earlier part of the run spent."""
        self.calls += cost.requests
        self.tokens_in += cost.tokens_in
        self.tokens_out += cost.tokens_out

    async def open(self, call: Call) -> int:
        """Promise what a request may take at most, and return the number of the promise.

        Raises:
            UnusableError: It could pass a limit.
        """
        sent, most = estimated_tokens(call)
        while limit := self._passed(int(sent * self._factor), most):
            if not self._underway:
                raise UnusableError(Reason.BUDGET, f"the next call could pass {limit}")
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            await turn
        self._next += 1
        self._underway[self._next] = (int(sent * self._factor), most)
        self.calls += 1
        return self._next

    def close(self, promise: int, call: Call, *, tokens_in: int, tokens_out: int) -> None:
        """Take what the request really took in place of what was promised."""
        del self._underway[promise]
        self.tokens_in += tokens_in
        self.tokens_out += tokens_out
        if tokens_in:
            seen = tokens_in / max(estimated_tokens(call)[0], 1)
            self._factor = max(self._factor, seen)
        for turn in self._waiting:
            if not turn.done():
                turn.set_result(None)
        self._waiting.clear()

    def _passed(self, sent: int, most: int) -> str:
        """Return the limit that a request could pass with those on their way, or nothing."""
        limits = self.limits
        tokens_in = self.tokens_in + sum(sent for sent, _ in self._underway.values()) + sent
        tokens_out = self.tokens_out + sum(most for _, most in self._underway.values()) + most
        if limits.calls is not None and self.calls + 1 > limits.calls:
            return f"--max-calls {limits.calls:,}"
        if limits.tokens is not None and tokens_in + tokens_out > limits.tokens:
            return f"--max-tokens {limits.tokens:,}"
        if limits.cost is not None and limits.price(tokens_in, tokens_out) > limits.cost:
            return f"--max-cost {limits.cost:g}"
        return ""
