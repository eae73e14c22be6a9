"""`checker judge PAIRS.jsonl`: ready-made pairs in, a verdict a line out."""

from typing import Annotated

import typer

from checker.commands.llm_options import with_llm_options
from checker.commands.options import Config, JudgeOption, Language
from checker.exits import Exit
from checker.llm.settings import LlmSettings


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
    llm: LlmSettings,
) -> None:
    """Judge ready-made pairs: a line {"id","source","republished"} in, a line with its label out."""
    from checker.config import load
    from checker.judging import judge_lines, open_lines
    from checker.output import line_writer, parse_targets
    from checker.wiring import build_judge

    settings = load({"judge": judge, "language": language}, file=config).settings
    [target] = parse_targets(formats or [], formats=("jsonl",))
    undetermined = False
    with open_lines(pairs) as lines, line_writer(target) as emit:
        for row in judge_lines(lines, build_judge(settings.judge, llm), language=settings.language):
            undetermined |= row["label"] == "undetermined"
            if not emit(row):
                raise typer.Exit(Exit.UNDETERMINED)
    raise typer.Exit(Exit.UNDETERMINED if undetermined else Exit.OK)
