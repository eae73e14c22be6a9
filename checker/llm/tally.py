"""Counts what would be asked and sends nothing: `--dry-run`."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from checker.domain import Reason
from checker.llm.asking import Call, Reply, Silence
from checker.llm.calls import estimated_tokens
from checker.llm.settings import Limits


@dataclass(slots=True)
class Tally:
    """An `Asker` that adds up the calls. What a model would be asked again for its answer cannot be known."""

    calls: int = 0
    pairs: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    """At most."""

    async def ask(self, call: Call) -> Reply:
        """Count a call."""
        sent, most = estimated_tokens(call)
        self.calls += 1
        self.pairs += len(call.questions)
        self.tokens_in += sent
        self.tokens_out += most
        return Silence(reason=Reason.BUDGET, detail="a dry run asks nothing")

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["Tally"]:
        """Stand where an endpoint would."""
        yield self

    def lines(self, limits: Limits) -> Iterator[str]:
        """Return the result for the user, a line each."""
        yield f"pairs to ask about  {self.pairs:,}"
        yield f"calls               {self.calls:,}"
        yield f"tokens sent         {self.tokens_in:,} (estimated)"
        yield f"tokens received     {self.tokens_out:,} at most"
        if limits.priced:
            yield f"price               {limits.price(self.tokens_in, self.tokens_out):.4f} at most"
        else:
            yield "price               not known: set price-in and price-out"
        yield "Without questions that are repeated, and second opinions where a rule contradicts the model."
