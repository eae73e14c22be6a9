"""`checker batch PAIRS -o OUT`: a corpus of pairs, in a run that can be broken off and go on."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from checker.commands.batch_summary import summary
from checker.commands.llm_options import LlmOptions, show_tally, with_llm_options
from checker.commands.options import Config, JudgeOption, Language
from checker.exits import Exit

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
    _JUDGE, epilog="checker batch summary OUT.run counts what a run found, and compares it with another one."
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
    config: Config = None,
    *,
    llm: LlmOptions,
) -> None:
    """Judge a corpus; exit 3 if a row could not be judged. What failed, and why, is in OUT.run."""
    from checker.batch.engines.local import in_process, in_processes
    from checker.batch.inputs import corpus_of
    from checker.batch.run import Plan, manifest_of, run
    from checker.batch.work import blocks, judged
    from checker.config import load
    from checker.processes import available_cores
    from checker.progress import Progress
    from checker.session import session
    from checker.wiring import runs_here

    configuration = load({"judge": judge, "language": language, **llm.keys}, file=config)
    settings, asking = configuration.settings, llm.settings(configuration)
    corpus = corpus_of(pairs, sources=sources, paths=paths)
    quiet = replace(asking, quiet=True)  # rows are shown instead of pairs
    with session(settings.judge, quiet, what=("batch", pairs, str(out))) as ready:
        if ready.tally:
            for block in blocks(corpus.read()):
                judged([entry for entry in block if not entry.problem], ready.judge, settings.language)
            show_tally(list(ready.tally.lines(asking.limits)))
            raise typer.Exit(Exit.OK)
        jobs = settings.jobs or available_cores()
        here = runs_here(settings.judge)
        plan = Plan(
            corpus=corpus,
            out=out,
            manifest=manifest_of(
                pairs, judge=ready.judge, language=settings.language, settings=asking, engine="local"
            ),
            go_on=llm.resume or retry_failed,
            retry_failed=retry_failed,
            most_failures=max_failures,
            block_rows=_ROWS_HERE if here else _ROWS_ASKED,
        )
        engine = (
            in_processes(settings.judge, settings.language, jobs=jobs)
            if here and jobs > 1
            else in_process(ready.judge, settings.language)
        )
        progress = Progress(noun="rows", silent=settings.quiet)
        try:
            found = run(plan, engine, progress)
        finally:
            progress.end()
    typer.echo(f"checker: {_said(found, out)}", err=True)
    raise typer.Exit(Exit.UNDETERMINED if found["failed"] else Exit.OK)


_ROWS_HERE, _ROWS_ASKED = 128, 1_024
"""Rows in a block. A model is asked about a block at once: the larger, the less is waited for its last answer."""


def _said(found: Mapping[str, Any], out: Path) -> str:
    counts = ", ".join(f"{count:,} {label}" for label, count in found["labels"].items())
    failed = f"; what failed is listed in {out}.run/failures.jsonl" if found["failed"] else ""
    return f"{found['rows']:,} rows: {counts or 'none'}{failed}"


batch.command()(summary)
