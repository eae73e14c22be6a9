"""The provider over HTTP: files up, batches begun, looked at and cancelled, files down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import openai

from checker.errors import CheckerError
from checker.exits import Exit
from checker.llm.access import Access
from checker.llm.failures import TransientError, translate

ENDPOINT: Final = "/v1/chat/completions"
_RETRIES = 4
"""The client's own: these are few and small requests, each of them safe to repeat but one (see `begun`)."""


class ProviderError(CheckerError):
    """The provider does not do what it is asked for."""

    exit = Exit.UNDETERMINED

    def __init__(self, endpoint: str, why: str) -> None:
        super().__init__(
            f"The batches at {endpoint} cannot be reached: {why}",
            hint="Nothing is lost: run checker batch collect later.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What the provider says of a batch."""

    status: str
    total: int = 0
    completed: int = 0
    failed: int = 0
    output: str | None = None
    """File of answers."""
    errors: str | None = None
    """File of requests that went wrong."""
    complaint: str = ""
    """Why the whole batch was refused."""

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.status in {"completed", "expired", "cancelled", "failed"}


class Provider:
    """The four things that are asked of a provider."""

    def __init__(self, access: Access, *, timeout: float) -> None:
        self._access = access
        self._client = openai.OpenAI(
            api_key=access.key, base_url=access.base_url, max_retries=_RETRIES, timeout=max(timeout, 600.0)
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except openai.OpenAIError as error:
            meant = translate(error, endpoint=self._access.shown, secret=self._access.key)
            if isinstance(meant, CheckerError):
                raise meant from None
            why = str(meant) if not isinstance(meant, TransientError) else f"{meant}, {_RETRIES + 1} attempts"
            raise ProviderError(self._access.shown, why) from None

    def upload(self, path: Path) -> str:
        """Send a file of requests, and return its id."""
        with self._translated(), path.open("rb") as file:
            return self._client.files.create(file=file, purpose="batch").id

    def begin(self, file: str, labels: dict[str, str]) -> str:
        """Begin a batch, and return its id."""
        with self._translated():
            return self._client.batches.create(
                input_file_id=file, endpoint=ENDPOINT, completion_window="24h", metadata=labels
            ).id

    def begun(self, labels: dict[str, str]) -> str | None:
        """Return the batch with these labels: it was begun by a process that died before it could say so."""
        try:
            for batch in self._client.batches.list(limit=100):
                if batch.metadata and all(
                    batch.metadata.get(name) == value for name, value in labels.items()
                ):
                    return batch.id
        except openai.OpenAIError:  # not every server lists batches
            return None
        return None

    def look(self, batch: str) -> Progress:
        """Ask how far a batch is."""
        with self._translated():
            found = self._client.batches.retrieve(batch)
        counts, errors = found.request_counts, found.errors.data if found.errors else None
        return Progress(
            status=found.status,
            total=counts.total if counts else 0,
            completed=counts.completed if counts else 0,
            failed=counts.failed if counts else 0,
            output=found.output_file_id,
            errors=found.error_file_id,
            complaint="; ".join(f"{error.code}: {error.message}" for error in errors or []),
        )

    def cancel(self, batch: str) -> None:
        """Ask for the end of a batch. One that is over stays as it is."""
        try:
            self._client.batches.cancel(batch)
        except (openai.ConflictError, openai.BadRequestError):
            return
        except openai.OpenAIError as error:
            raise ProviderError(self._access.shown, type(error).__name__) from None

    def download(self, file: str, path: Path) -> None:
        """Write the contents of a file to disk, however large it is."""
        with self._translated(), self._client.files.with_streaming_response.content(file) as response:
            response.stream_to_file(path)
