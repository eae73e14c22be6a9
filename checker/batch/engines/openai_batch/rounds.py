"""Submits, looks at, collects and cancels: each goes as far as it can and leaves the rest to the next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from checker.batch.engines.openai_batch.desk import Desk, Part
from checker.batch.engines.openai_batch.parts import first_file, line_of, read_answers
from checker.batch.engines.openai_batch.provider import Progress, Provider
from checker.batch.ledger import Ledger
from checker.batch.work import judged
from checker.errors import OutputError
from checker.llm.access import Access
from checker.llm.endpoint import form_of
from checker.llm.rulings import memory_key
from checker.llm.settings import LlmSettings
from checker.ports import Judge

_CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What the work is done with."""

    folder: Path
    desk: Desk
    ledger: Ledger
    provider: Provider
    access: Access
    settings: LlmSettings
    judge: Judge
    """Asks the desk."""
    language: str

    @property
    def cancelled(self) -> bool:
        """Whether nothing more is to be sent."""
        return bool(self.desk.noted(_CANCELLED))


def advance(office: Office) -> None:
    """Judge what can be judged, and send what has to be asked for the rest."""
    _round(office)
    if not office.cancelled:
        _write_parts(office)
        _send_parts(office)


def collect(office: Office) -> bool:
    """Take what has come back, and advance; tell whether that was all."""
    refused = False
    for part, progress in look(office):
        if progress.over:
            refused |= progress.status == "failed"
            _take(office, part, progress)
    if refused:  # sent again at once, it would be refused again
        _round(office)
    else:
        advance(office)
    if office.cancelled:
        return not office.desk.parts()
    return not office.desk.open_questions()


def look(office: Office) -> Iterator[tuple[Part, Progress]]:
    """Ask for the state of every part that is not collected yet."""
    for part in office.desk.parts():
        if part.batch is not None:
            progress = office.provider.look(part.batch)
            office.desk.update(replace(part, status=progress.status))
            yield part, progress


def cancel(office: Office) -> int:
    """Let the provider end everything under way, and send nothing more; return how many batches that concerns."""
    office.desk.note(_CANCELLED, "yes")
    running = [part for part in office.desk.parts() if part.batch is not None]
    for part in running:
        office.provider.cancel(str(part.batch))
    return len(running)


def reopen(desk: Desk) -> None:
    """Let a run that was cancelled send again."""
    desk.note(_CANCELLED, "")


def _round(office: Office) -> None:
    for number, block in office.desk.ready():
        judgements = judged(block, office.judge, office.language)
        if office.desk.waiting == 0:
            office.ledger.keep(judgements)
            office.desk.done(number)


def _write_parts(office: Office) -> None:
    """Put what is to be sent into parts."""
    learned = office.desk.learned
    form = form_of(learned, office.settings.structured)
    while ids := first_file(
        (request.id, len(line_of(request, office.access.model, form, learned)))
        for request in office.desk.new_requests()
    ):
        office.desk.new_part(ids, form)


def _send_parts(office: Office) -> None:
    """Send every part that the provider does not have yet, also those of a process that died."""
    for part in office.desk.parts():
        if part.batch is not None:
            continue
        labels = {"checker_run": _name_of(office), "checker_part": str(part.number)}
        sent = part
        if sent.file is None:
            sent = replace(sent, file=_uploaded(office, part), status="uploaded")
            office.desk.update(sent)
            known = None
        else:
            known = office.provider.begun(labels)  # by a process that died before it could say so
        batch = known or office.provider.begin(str(sent.file), labels)
        office.desk.update(replace(sent, batch=batch, status="validating"))


def _name_of(office: Office) -> str:
    return memory_key("run", office.desk.secret.hex())[:32]


def _uploaded(office: Office, part: Part) -> str:
    learned = office.desk.learned
    path = office.folder / f"part-{part.number:04}.jsonl"
    try:
        with path.open("wb") as file:
            for request in office.desk.requests_of(part):
                file.write(line_of(request, office.access.model, part.form, learned))
        return office.provider.upload(path)
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error
    finally:
        path.unlink(missing_ok=True)


def _take(office: Office, part: Part, progress: Progress) -> None:
    """Take the replies of a part that is over; what it brought nothing about is asked again."""
    learned = office.desk.learned
    for file in filter(None, (progress.output, progress.errors)):
        path = office.folder / f"answers-{part.number:04}.jsonl"
        try:
            office.provider.download(file, path)
            read_answers(path, part, office.desk, learned, office.settings.structured)
        finally:
            path.unlink(missing_ok=True)
    learned_more = learned != office.desk.learned
    office.desk.keep_learned(learned)
    detail = f"the batch {progress.status} without an answer"
    if progress.complaint:
        detail += f" ({progress.complaint[:200]})"
    free = learned_more or progress.status == "cancelled" or "token_limit" in progress.complaint
    office.desk.again(part, detail, free=free)
    office.desk.update(replace(part, status=progress.status), collected=True)
