"""Keeps calls within a provider's limits per minute, evenly spaced: no burst at the start and none after a pause."""

import asyncio
from collections.abc import Awaitable, Callable


class Pace:
    """Lets one call after another begin, in the order in which they came.

    Spacing is what makes a limit hold in every minute, not only from one full minute to the next: a bucket that
    starts full sends twice the limit in its first minute.
    """

    def __init__(
        self,
        *,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        clock: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._seconds_a_request = 60 / requests_per_minute if requests_per_minute else 0.0
        self._seconds_a_token = 60 / tokens_per_minute if tokens_per_minute else 0.0
        self._clock = clock or asyncio.get_running_loop().time
        self._sleep = sleep
        self._line = asyncio.Lock()
        self._free_at = self._held_until = 0.0

    async def turn(self, tokens: int) -> None:
        """Wait until a request of so many tokens may be sent."""
        if not self._limits and self._held_until <= self._clock():
            return
        async with self._line:  # a lock wakes those who wait in the order in which they came
            while (wait := max(self._free_at, self._held_until) - self._clock()) > 0:
                await self._sleep(wait)
            self._free_at = self._clock() + max(self._seconds_a_request, self._seconds_a_token * tokens)

    @property
    def _limits(self) -> bool:
        return bool(self._seconds_a_request or self._seconds_a_token)

    def hold(self, seconds: float) -> None:
        """Let nobody begin for so long: the server asked for a pause."""
        self._held_until = max(self._held_until, self._clock() + seconds)
