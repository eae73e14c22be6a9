"""Limits on what a run may spend."""

import asyncio

import pytest

from checker.domain import Reason
from checker.llm.asking import Cost
from checker.llm.calls import build_call, estimated_tokens
from checker.llm.failures import UnusableError
from checker.llm.purse import Purse
from checker.llm.settings import Limits
from tests.llm.build import MIXED, PROMPTS, SECRET

CALL = build_call(PROMPTS.one, MIXED[:1], secret=SECRET)
SENT, MOST = estimated_tokens(CALL)


def spend(purse: Purse, times: int, *, tokens_in: int = 100, tokens_out: int = 20) -> int:
    """Put calls one after another until one is refused; return how many were let through."""

    async def work() -> int:
        for number in range(times):
            try:
                promise = await purse.open(CALL)
            except UnusableError:
                return number
            purse.close(promise, CALL, tokens_in=tokens_in, tokens_out=tokens_out)
        return times

    return asyncio.run(work())


def test_without_limits_everything_passes() -> None:
    assert spend(Purse(), 50) == 50


@pytest.mark.parametrize("limit", [0, 1, 7])
def test_no_call_beyond_the_limit(limit: int) -> None:
    purse = Purse(Limits(calls=limit))

    assert spend(purse, 50) == limit
    with pytest.raises(UnusableError, match=f"--max-calls {limit}") as refusal:
        asyncio.run(purse.open(CALL))
    assert refusal.value.reason is Reason.BUDGET


@pytest.mark.parametrize("limit", [1, 1_000, 3_000])
def test_tokens_stay_below_the_limit_whatever_an_answer_takes(limit: int) -> None:
    purse = Purse(Limits(tokens=limit))
    spend(purse, 100, tokens_in=int(SENT * 1.3), tokens_out=MOST)

    assert purse.tokens_in + purse.tokens_out <= limit


def test_cost_stays_below_the_limit() -> None:
    purse = Purse(Limits(cost=0.01, price_in=2, price_out=10))
    assert 0 < spend(purse, 1_000) < 1_000
    assert purse.cost is not None
    assert purse.cost <= 0.01


def test_what_was_spent_before_counts() -> None:
    purse = Purse(Limits(calls=5))
    purse.add(Cost(requests=3))

    assert spend(purse, 50) == 2


def test_an_estimate_that_falls_short_is_corrected_by_the_first_answer() -> None:
    purse = Purse(Limits(tokens=10 * SENT))
    spend(purse, 100, tokens_in=3 * SENT, tokens_out=0)

    assert purse.tokens_in <= 10 * SENT


def test_who_comes_near_the_limit_waits_for_those_underway() -> None:
    """Promises are for the most that a call can take; most take less, and that is enough for another one."""
    most = int(SENT * 1.3) + MOST
    purse = Purse(Limits(tokens=most + 200))
    passed: list[str] = []

    async def one(name: str, *, wait: int) -> None:
        promise = await purse.open(CALL)
        for _ in range(wait):
            await asyncio.sleep(0)
        passed.append(name)
        purse.close(promise, CALL, tokens_in=50, tokens_out=10)

    async def both() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(one("first", wait=20))
            group.create_task(one("second", wait=0))

    asyncio.run(both())

    assert passed == ["first", "second"]
