"""`checker selftest`: what a judge finds and what it leaves alone, on texts that come with the program."""

from typing import Annotated

import typer

from checker.commands.llm_options import LlmOptions, show_tally, with_llm_options
from checker.commands.options import Color, Config, JudgeOption, colored
from checker.exits import Exit


def _names(incomplete: str) -> list[str]:
    """Complete the name of a part, kind or relation for the shell."""
    from checker.selftest.suite import names

    return [name for name in names() if name.startswith(incomplete)]


@with_llm_options
def selftest(
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT[:PATH]", help="terminal or json, to a file if PATH is given."
        ),
    ] = None,
    judge: JudgeOption = None,
    min_caught: Annotated[
        float | None,
        typer.Option(
            min=0, max=100, metavar="PERCENT", help="Exit 1 if fewer of the planted changes are caught."
        ),
    ] = None,
    min_clean: Annotated[
        float | None,
        typer.Option(
            min=0, max=100, metavar="PERCENT", help="Exit 1 if fewer of the harmless rewritings stay clean."
        ),
    ] = None,
    min_held: Annotated[
        float | None,
        typer.Option(min=0, max=100, metavar="PERCENT", help="Exit 1 if fewer of the relations hold."),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Try only these, with commas: planted, harmless, relations, or kinds such as negation.",
            autocompletion=_names,
        ),
    ] = None,
    each: Annotated[int | None, typer.Option(min=1, help="Try at most so many cases of each kind.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what did not hold.")] = False,
    color: Color = "auto",
    config: Config = None,
    *,
    llm: LlmOptions,
) -> None:
    """Measure a judge on embedded texts: planted changes, harmless rewriting, and what must not matter.

    Without a floor (--min-caught, --min-clean, --min-held) nothing fails. Exit 1 if a floor is not reached, 3 if the
    judge left something undetermined.
    """
    from checker.commands.options import warn
    from checker.config import load
    from checker.output import parse_targets, write
    from checker.progress import counter
    from checker.reports.style import Style
    from checker.selftest import suite
    from checker.selftest.cases import Part
    from checker.selftest.floors import refuse_untried, short_of
    from checker.selftest.rendering import FORMATS, render
    from checker.selftest.run import run
    from checker.session import session

    configuration = load({"judge": judge, **llm.keys}, file=config)
    settings, asking = configuration.settings, llm.settings(configuration)
    targets = parse_targets(formats or [], formats=FORMATS)
    in_color = colored(color)
    cases = suite.cases(only=[word.strip() for word in only.split(",")] if only else (), each=each)
    asked = {Part.PLANTED: min_caught, Part.HARMLESS: min_clean, Part.RELATIONS: min_held}
    floors = {part: floor for part, floor in asked.items() if floor is not None}
    refuse_untried(floors, cases)
    with session(settings.judge, asking, what=("selftest", only or "", str(each))) as ready:
        result = run(cases, ready.judge, progress=counter)
        if ready.tally:
            show_tally(list(ready.tally.lines(asking.limits)))
            raise typer.Exit(Exit.OK)
        for target in targets:
            style = Style(color=in_color and target.path is None)
            write(target, render(result, target.format, style=style, verbose=verbose))
    short = list(short_of(floors, result))
    warn(short)
    if short:
        raise typer.Exit(Exit.FINDINGS)
    raise typer.Exit(Exit.UNDETERMINED if result.undetermined else Exit.OK)
