"""Answers nothing and sends nothing: `--offline`, where only what is remembered counts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from checker.domain import Reason
from checker.llm.asking import Call, Reply, Silence


class Offline:
    """An `Asker` that is silent."""

    async def ask(self, call: Call) -> Reply:
        """Say why there is no answer."""
        return Silence(reason=Reason.OFFLINE, detail="not among the remembered verdicts, and nothing is sent")

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["Offline"]:
        """Stand where an endpoint would."""
        yield self
