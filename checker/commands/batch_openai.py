"""`checker batch status|collect|cancel RUN`: runs whose questions lie with a provider's Batch API."""

import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.commands.batch_end import end
from checker.exits import Exit
from checker.llm.settings import LlmSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.batch.engines.openai_batch.rounds import Office
    from checker.batch.plan import Plan

Run = Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run, OUT.run.")]


def submit(plan: "Plan", asking: LlmSettings) -> None:
    """Put a corpus to the provider."""
    from checker.batch.engines.openai_batch.offices import submitted

    batches = submitted(plan, asking)
    run = f"{plan.out}.run"
    typer.echo(
        f"checker: {batches:,} batches under way; checker batch collect {run} takes what has come back.",
        err=True,
    )


def status(run: Run) -> None:
    """Say how far the provider is with a run."""
    from checker.batch.engines.openai_batch.rounds import look

    with _opened(run) as office:
        for part, progress in look(office):
            typer.echo(
                f"{part.batch}  {progress.status:12} {progress.completed:,} of {progress.total:,} requests answered, "
                f"{progress.failed:,} failed"
            )
        typer.echo(f"{office.desk.open_questions():,} rows wait for an answer.")
        if office.cancelled:
            typer.echo("The run is cancelled: nothing more is sent until it goes on with --resume.")


def collect(
    run: Run,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait for the provider, to the end of the run.")
    ] = False,
    every: Annotated[
        float, typer.Option("--every", min=0.01, metavar="SECONDS", help="How often to look while waiting.")
    ] = 60.0,
) -> None:
    """Take what has come back, ask again what must be, and write OUT once everything is answered; exit 3 until then."""
    from checker.batch.engines.openai_batch.offices import finished
    from checker.batch.engines.openai_batch.rounds import collect as take

    with _opened(run) as office:
        while not (over := take(office)) and wait:
            time.sleep(every)
        if not over:
            rows, batches = office.desk.open_questions(), len(office.desk.parts())
            typer.echo(f"checker: {rows:,} rows wait for {batches:,} batches; collect again later.", err=True)
            raise typer.Exit(Exit.UNDETERMINED)
        found = finished(office)
    end(found, run.with_name(run.name.removesuffix(".run")))


def cancel(run: Run) -> None:
    """Let the provider end all batches of a run; collect then takes what was answered before."""
    from checker.batch.engines.openai_batch.rounds import cancel as end_all

    with _opened(run) as office:
        typer.echo(f"checker: {end_all(office):,} batches are being cancelled.", err=True)


@contextmanager
def _opened(run: Path) -> "Iterator[Office]":
    from checker.batch.engines.openai_batch.offices import opened

    with opened(run) as office:
        yield office
