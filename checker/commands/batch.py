"""`checker batch PAIRS -o OUT`: a corpus of pairs, in a run that can be broken off and go on."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from checker.batch.plan import EngineName
from checker.commands.batch_end import end
from checker.commands.batch_openai import cancel, collect, status, submit
from checker.commands.batch_summary import summary
from checker.commands.llm_options import LlmOptions, show_tally, with_llm_options
from checker.commands.options import Config, JudgeOption, Language
from checker.llm.settings import LlmSettings

if TYPE_CHECKING:
    from checker.batch.plan import Plan
    from checker.batch.work import Engine
    from checker.ports import Judge

_JUDGE = "run"


class _Group(typer.core.TyperGroup):
    """Takes what is no command of its own as a corpus to judge."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Name the command that is meant where none is named."""
        if not args or args[0] not in self.commands:
            args = [_JUDGE, *args]
        return super().parse_args(ctx, args)


batch = typer.Typer(
    name="batch",
    cls=_Group,
    help="Judge a corpus of pairs, and look at such runs.",
    rich_markup_mode=None,
)


@batch.command(
    _JUDGE,
    epilog="checker batch summary OUT.run counts what a run found; status, collect and cancel are for batches at a "
    "provider.",
)
@with_llm_options
def judge_corpus(
    pairs: Annotated[
        str,
        typer.Argument(
            metavar="PAIRS",
            help="A JSONL or Parquet file with id, source and republished; or, with --source, a folder or a pattern of "
            "copies such as 'content/{name}.md'.",
        ),
    ],
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="The file to write, .jsonl or .parquet.")
    ],
    sources: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="FOLDER|PATTERN",
            help="Where the sources of the copies are: 'upstream/{name}.md'.",
        ),
    ] = None,
    paths: Annotated[
        bool,
        typer.Option(
            "--paths", help="source and republished are names of files, counted from the folder of PAIRS."
        ),
    ] = False,
    judge: JudgeOption = None,
    language: Language = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Go on, and try again what could not be judged.")
    ] = False,
    max_failures: Annotated[
        int | None, typer.Option("--max-failures", min=0, help="Stop when more rows than this fail.")
    ] = None,
    engine: Annotated[
        EngineName,
        typer.Option(
            "--engine", help="Where it is judged: on this machine, by Ray, or by a provider's Batch API."
        ),
    ] = EngineName.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option(
            "--ray-address",
            metavar="ADDRESS",
            help="The head of a Ray cluster (default: this machine alone).",
        ),
    ] = None,
    ray_actors: Annotated[
        int | None,
        typer.Option("--ray-actors", min=1, help="How many judges Ray runs (default: one for each core)."),
    ] = None,
    config: Config = None,
    *,
    llm: LlmOptions,
) -> None:
    """Judge a corpus; exit 3 if a row could not be judged. What failed, and why, is in OUT.run."""
    from checker.batch.inputs import corpus_of
    from checker.batch.plan import Plan
    from checker.config import load
    from checker.wiring import runs_here

    configuration = load({"judge": judge, "language": language, **llm.keys}, file=config)
    settings, asking = configuration.settings, llm.settings(configuration)
    plan = Plan(
        pairs=pairs,
        corpus=corpus_of(pairs, sources=sources, paths=paths),
        out=out,
        judge=settings.judge,
        language=settings.language,
        engine=engine,
        go_on=llm.resume or retry_failed,
        retry_failed=retry_failed,
        most_failures=max_failures,
        block_rows=_ROWS_HERE if runs_here(settings.judge) or engine is not EngineName.LOCAL else _ROWS_ASKED,
    )
    if asking.dry_run:
        _count(plan, asking)
    elif engine is EngineName.OPENAI_BATCH:
        submit(plan, asking)
    else:
        _judge(plan, asking, jobs=settings.jobs, quiet=settings.quiet, ray=(ray_address, ray_actors))


def _count(plan: "Plan", asking: LlmSettings) -> None:
    """Say what a model would be asked."""
    from checker.batch.work import blocks, judged
    from checker.session import session

    with session(plan.judge, asking, what=("batch",)) as ready:
        for block in blocks(plan.corpus.read(), rows=plan.block_rows):
            judged([entry for entry in block if not entry.problem], ready.judge, plan.language)
        if ready.tally:
            show_tally(list(ready.tally.lines(asking.limits)))


def _judge(
    plan: "Plan", asking: LlmSettings, *, jobs: int, quiet: bool, ray: tuple[str | None, int | None]
) -> None:
    from checker.batch.manifest import manifest_of
    from checker.batch.run import run
    from checker.progress import Progress
    from checker.session import session
    from checker.wiring import endpoint_of, runs_here

    here = runs_here(plan.judge)
    # Rows are shown instead of pairs.
    with session(plan.judge, replace(asking, quiet=True), what=("batch", plan.pairs, str(plan.out))) as ready:
        manifest = manifest_of(
            plan, judge=ready.judge, settings=asking, endpoint="" if here else endpoint_of(asking)
        )
        plan, engine = _engine(plan, asking, ready.judge, jobs=jobs, ray=ray)
        progress = Progress(noun="rows", silent=quiet)
        try:
            found = run(plan, manifest, engine, progress)
        finally:
            progress.end()
    end(found, plan.out)


def _engine(
    plan: "Plan", asking: LlmSettings, judge: "Judge", *, jobs: int, ray: tuple[str | None, int | None]
) -> "tuple[Plan, Engine]":
    from checker.batch.engines.local import in_process, in_processes
    from checker.processes import available_cores
    from checker.wiring import runs_here

    if plan.engine is EngineName.RAY:
        from checker.batch.engines.ray import Cluster, block_rows, on_ray
        from checker.batch.folder import RunFolder

        cluster = Cluster(address=ray[0], actors=ray[1])
        folder = RunFolder.beside(plan.out).path
        return (
            replace(plan, block_rows=block_rows(plan.corpus.rows, cluster)),
            on_ray(cluster, plan.judge, plan.language, asking, folder=folder),
        )
    processes = jobs or available_cores()
    if runs_here(plan.judge) and processes > 1:
        return plan, in_processes(plan.judge, plan.language, jobs=processes)
    return plan, in_process(judge, plan.language)


_ROWS_HERE, _ROWS_ASKED = 128, 1_024
"""Rows in a block. A model is asked about a block at once: the larger, the less is waited for its last answer."""

for command in (summary, status, collect, cancel):
    batch.command()(command)
