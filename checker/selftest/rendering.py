"""The result of the self-test as a table for a person, and as JSON for a program."""

import json
from collections.abc import Iterator
from textwrap import shorten

from checker import __version__
from checker.reports.style import Style, printable
from checker.selftest.cases import Part
from checker.selftest.rates import Rate
from checker.selftest.run import Answer, Result, failing, rate

FORMATS = ("terminal", "json")

_TITLES = {
    Part.PLANTED: ("Planted changes", "caught"),
    Part.HARMLESS: ("Harmless rewriting", "kept clean"),
    Part.RELATIONS: ("Relations", "held"),
}
_WIDTH = 18


def render(result: Result, format_: str, *, style: Style, verbose: bool) -> str:
    """Render a result in one of `FORMATS`.

    Args:
        verbose: Whether the table lists the cases that did not hold; JSON always does.
    """
    if format_ == "json":
        return json.dumps(document(result), ensure_ascii=False, indent=2) + "\n"
    return "\n".join(_lines(result, style, verbose=verbose)) + "\n"


def document(result: Result) -> dict[str, object]:
    """Return a result as JSON has it. docs/selftest.md describes it."""
    return {
        "schema_version": 1,
        "tool": {"name": "checker", "version": __version__, "judge": result.judge},
        "parts": {
            part.value: {
                **_figures(part, result.of(part)),
                "kinds": {
                    kind: {"description": says, **_figures(part, result.of(part, kind))}
                    for kind, says in result.kinds(part).items()
                },
            }
            for part in Part
            if result.of(part)
        },
        "misses": [_miss(answer) for answer in result.answers if answer.problem],
        "pairs": result.pairs,
        "undetermined": result.undetermined,
    }


def _figures(part: Part, answers: tuple[Answer, ...]) -> dict[str, object]:
    held = rate(answers)
    low, high = held.interval
    figures: dict[str, object] = {
        "cases": held.cases,
        "held": held.hits,
        "share": held.share,
        "low": round(low, 4),
        "high": round(high, 4),
    }
    if part is not Part.RELATIONS:
        figures["fails"] = failing(answers).hits
    return figures


def _miss(answer: Answer) -> dict[str, str]:
    case = answer.case
    return {
        "part": case.part.value,
        "kind": case.kind,
        "problem": answer.problem,
        "source": case.source,
        "republished": case.copy,
    }


def _lines(result: Result, style: Style, *, verbose: bool) -> Iterator[str]:
    yield style.strong(f"Self-test of {printable(result.judge)}: {result.pairs:,} pairs judged")
    yield style.dim("Shares with their 95 % intervals; the last column is how many would fail an audit.")
    for part in Part:
        answers = result.of(part)
        if not answers:
            continue
        title, verb = _TITLES[part]
        yield ""
        yield style.strong(f"{title}, {verb}")
        for kind in result.kinds(part):
            yield _row(kind, result.of(part, kind), part)
        yield style.strong(_row("all", answers, part))
        if verbose:
            yield from _misses(answers, style)
    if result.undetermined:
        yield ""
        yield style.warn(f"{result.undetermined} pairs could not be determined; these count as wrong.")
    missed = sum(bool(answer.problem) for answer in result.answers)
    if missed and not verbose:
        yield ""
        yield style.dim(f"{missed} cases did not hold: --verbose lists them.")


def _row(name: str, answers: tuple[Answer, ...], part: Part) -> str:
    fails = "" if part is Part.RELATIONS else f"{failing(answers).hits:6}"
    return f"  {name:{_WIDTH}}{_shown(rate(answers))}{fails}"


def _shown(measured: Rate) -> str:
    low, high = (100 * bound for bound in measured.interval)
    share = 100 * (measured.share or 0.0)
    return f"{measured.hits:4}/{measured.cases:<4} {share:5.1f} %  ({low:.0f}-{high:.0f})".ljust(32)


def _misses(answers: tuple[Answer, ...], style: Style) -> Iterator[str]:
    for answer in answers:
        if answer.problem:
            yield f"  {style.bad(answer.case.kind)}: {printable(answer.problem)}"
            yield f"      source       {_short(answer.case.source)}"
            yield f"      republished  {_short(answer.case.copy)}"


def _short(text: str) -> str:
    return printable(shorten(text, 160, placeholder=" ..."))
