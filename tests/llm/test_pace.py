"""Limits, by a clock that the test turns."""

import asyncio

import pytest

from checker.llm.pace import Pace


class Clock:
    """Time that passes only where somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def starts(pace: Pace, clock: Clock, tokens: list[int]) -> list[float]:
    """When each of so many calls, all waiting at once, begins."""
    begun: list[float] = []

    async def one(size: int) -> None:
        await pace.turn(size)
        begun.append(clock.now)

    async def all_() -> None:
        await asyncio.gather(*map(one, tokens))

    asyncio.run(all_())
    return begun


def most_within(times: list[float], seconds: float) -> int:
    return max(sum(start <= time < start + seconds - 1e-6 for time in times) for start in times)


def test_no_minute_and_no_second_sees_more_than_its_share() -> None:
    clock = Clock()
    begun = starts(Pace(requests_per_minute=600, clock=clock, sleep=clock.sleep), clock, [1] * 1_500)

    assert most_within(begun, 60.0) == 600
    assert most_within(begun, 1.0) == 10
    assert begun[-1] == pytest.approx(149.9)


def test_tokens_count_too_and_the_tighter_limit_holds() -> None:
    clock = Clock()
    pace = Pace(requests_per_minute=60, tokens_per_minute=6_000, clock=clock, sleep=clock.sleep)

    assert starts(pace, clock, [50, 300, 50, 50]) == pytest.approx([0, 1, 4, 5])


def test_a_pause_saves_up_nothing() -> None:
    clock = Clock()
    pace = Pace(requests_per_minute=60, clock=clock, sleep=clock.sleep)
    starts(pace, clock, [1])
    clock.now = 100.0

    async def again() -> list[float]:
        return [await turn() for _ in range(3)]

    async def turn() -> float:
        await pace.turn(1)
        return clock.now

    assert asyncio.run(again()) == pytest.approx([100, 101, 102])


def test_everybody_holds_when_the_server_asks_for_it() -> None:
    clock = Clock()
    pace = Pace(clock=clock, sleep=clock.sleep)
    pace.hold(7.0)
    pace.hold(3.0)

    assert starts(pace, clock, [1, 1]) == [7.0, 7.0]


def test_without_a_limit_nobody_waits() -> None:
    clock = Clock()

    assert starts(Pace(clock=clock, sleep=clock.sleep), clock, [10**6] * 5) == [0.0] * 5
