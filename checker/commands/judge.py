"""`checker judge PAIRS.jsonl`: ready-made pairs in, a verdict a line out."""

from typing import Annotated

import typer

from checker.commands.llm_options import LlmOptions, show_tally, with_llm_options
from checker.commands.options import Config, JudgeOption, Language, warn
from checker.exits import Exit


@with_llm_options
def judge(
    pairs: Annotated[str, typer.Argument(metavar="PAIRS", help="A JSONL file of ready-made pairs, or -.")],
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="jsonl[:PATH]", help="The only format is jsonl."),
    ] = None,
    judge: JudgeOption = None,
    language: Language = None,
    config: Config = None,
    *,
    llm: LlmOptions,
) -> None:
    """Judge ready-made pairs: a line {"id","source","republished"} in, a line with its label out."""
    from checker import stopping
    from checker.config import load
    from checker.judging import judge_lines, open_lines
    from checker.output import line_writer, parse_targets
    from checker.session import session

    configuration = load({"judge": judge, "language": language, **llm.keys}, file=config)
    settings, asking = configuration.settings, llm.settings(configuration)
    [target] = parse_targets(formats or [], formats=("jsonl",))
    undetermined = False
    with session(settings.judge, asking, what=("judge", pairs)) as ready, open_lines(pairs) as lines:
        rows = judge_lines(lines, ready.judge, language=settings.language)
        if ready.tally:
            for _ in rows:
                pass
            show_tally(list(ready.tally.lines(asking.limits)))
            raise typer.Exit(Exit.OK)
        with stopping.heeded(), line_writer(target) as emit:
            for row in rows:
                undetermined |= row["label"] == "undetermined"
                if not emit(row):
                    raise typer.Exit(Exit.UNDETERMINED)
            stopped = stopping.asked()
    if stopped:
        warn(["stopped before the end of the pairs; lines after the last answer were not judged"])
    raise typer.Exit(Exit.UNDETERMINED if undetermined or stopped else Exit.OK)
