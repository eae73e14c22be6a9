"""Opens what a run at a provider is worked on with, for a new run and for one that any machine goes on with."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from checker.batch.engines.openai_batch.desk import Desk
from checker.batch.engines.openai_batch.provider import Provider
from checker.batch.engines.openai_batch.rounds import Office, advance, reopen
from checker.batch.folder import RunFolder
from checker.batch.ledger import Ledger
from checker.batch.manifest import manifest_of, settings_in
from checker.batch.plan import EngineName, Plan
from checker.batch.result import writer_for
from checker.batch.run import Reading, Unwatched, finish
from checker.errors import UsageError
from checker.llm.access import access_from
from checker.llm.settings import LlmSettings
from checker.wiring import Tools, build_judge, endpoint_of, runs_here


def submitted(plan: Plan, asking: LlmSettings) -> int:
    """Put what is not judged yet to the provider, and return how many batches are under way.

    Raises:
        CheckerError: The corpus, the folder or the provider cannot be used.
    """
    if runs_here(plan.judge):
        raise UsageError(
            f"The judge {plan.judge} asks no model.",
            hint="Choose --judge llm or cascade, or another --engine.",
        )
    if asking.offline or any(
        limit is not None for limit in (asking.limits.calls, asking.limits.tokens, asking.limits.cost)
    ):
        raise UsageError(
            "--engine openai-batch keeps no limit and is never offline.",
            hint="Look at --dry-run first, and set limits with the provider.",
        )
    writer_for(plan.out)
    folder = RunFolder.beside(plan.out)
    judge = build_judge(plan.judge, asking, Tools(secret=b"-"))
    manifest = manifest_of(plan, judge=judge, settings=asking, endpoint=endpoint_of(asking))
    with folder.opened(manifest, out=plan.out, go_on=plan.go_on), _office(folder, manifest) as office:
        reopen(office.desk)
        if not (office.desk.asked and office.desk.open_questions()):
            office.desk.begin()
            office.ledger.begin(retry_failed=plan.retry_failed)
            reading = Reading(plan, office.ledger, Unwatched(), folder)
            for block in reading.open_blocks():
                office.desk.ask_about(block)
            office.desk.all_asked(reading.digest)
        advance(office)
        return len(office.desk.parts())


@contextmanager
def opened(run: Path) -> Iterator[Office]:
    """Open a run that was submitted, here or elsewhere.

    Raises:
        CheckerError: It is no such run, or it is of another version or other prompts.
    """
    folder = RunFolder(run)
    manifest = folder.manifest
    if manifest.get("engine") != EngineName.OPENAI_BATCH:
        raise UsageError(f"{run} is no run of --engine openai-batch.", hint="checker batch summary reads it.")
    with folder.opened(manifest, out=_out_of(folder), go_on=True), _office(folder, manifest) as office:
        if office.judge.name != manifest["judge"] or _prompt_of(office) != manifest["prompt"]:
            raise UsageError(
                f"{run} was begun with other prompts or another version.",
                hint="Use those that it was begun with.",
            )
        yield office


def finished(office: Office) -> dict[str, object]:
    """Write OUT, and return the summary."""
    folder = RunFolder(office.folder)
    return finish(folder, office.ledger, writer_for(_out_of(folder)), office.desk.asked)


def _out_of(folder: RunFolder) -> Path:
    return folder.path.with_name(folder.path.name.removesuffix(".run"))


def _prompt_of(office: Office) -> object:
    return getattr(office.judge, "prompt", None)


@contextmanager
def _office(folder: RunFolder, manifest: Mapping[str, object]) -> Iterator[Office]:
    settings = settings_in(manifest)
    access = access_from(settings, os.environ)
    provider = Provider(access, timeout=settings.timeout)
    try:
        with (
            Desk(folder.path / "desk.sqlite3") as desk,
            Ledger(folder.ledger, fingerprint=str(manifest["fingerprint"])) as ledger,
        ):
            yield Office(
                folder=folder.path,
                desk=desk,
                ledger=ledger,
                provider=provider,
                access=access,
                settings=settings,
                judge=build_judge(
                    str(manifest["judge"]).partition("@")[0],
                    settings,
                    Tools(way=desk.opened, secret=desk.secret),
                ),
                language=str(manifest["language"]),
            )
    finally:
        provider.close()
