"""Turns trials into tables. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.peers.conditions import CONDITIONS, FAULTS, PASSING
from benchmarks.peers.pairs import LabelledPair, balanced
from benchmarks.peers.server import Traffic
from benchmarks.peers.tools import Tool
from benchmarks.peers.trials import Outcome, Said, Trial

NOTHING = "–"
HEALTHY, EXAMPLE, WIDE, LOCAL = "healthy", "example", "wide", "local"
"""Batches that are no fault: all pairs, the example article, more pairs for who asks no model, pairs for a real one."""


def exists_for(tool: Tool, condition: str) -> bool:
    """Whether a condition is one of its own for the tool: who asks once has no answer before the verdict."""
    return tool.steps or not CONDITIONS[condition].only_deciding


_LONGEST = 140
"""Characters of an error that fit into a table."""
_NONE = Outcome(0.0, 0.0, ())


@dataclass(frozen=True, slots=True)
class Measured:
    """A trial, and what the server saw meanwhile."""

    trial: Trial
    traffic: Mapping[str, Traffic]
    """By the names of the batches."""

    def hit(self, condition: str) -> bool:
        """Whether the condition changed any answer to this tool; if not, it does not apply to it."""
        return condition in self.traffic and self.traffic[condition].spoilt > 0


def summary(
    measured: Sequence[Measured],
    pairs: Sequence[LabelledPair],
    wide: Sequence[LabelledPair],
    count: Callable[[str], int],
) -> str:
    """Return the one table: a line for each tool."""
    rows = [_summary_row(one, pairs, wide, count) for one in measured]
    head = (
        "tool",
        "balanced accuracy",
        "requests a pair",
        "tokens a pair",
        "seconds to load",
        "seconds a pair",
        "of the processor",
        "wrong passes",
        "cured by asking again",
        "evidence, of what it flags",
    )
    return table(head, rows)


def _summary_row(
    measured: Measured,
    pairs: Sequence[LabelledPair],
    wide: Sequence[LabelledPair],
    count: Callable[[str], int],
) -> list[str]:
    trial, tool = measured.trial, measured.trial.tool
    name = f"{tool.name} {trial.version}".strip()
    if trial.failure:
        return [name, f"did not run: {cell(trial.failure)[:_LONGEST]}", *[NOTHING] * 8]
    healthy = trial.outcomes.get(HEALTHY)
    if healthy is None:
        return [name, "did not get this far", *[NOTHING] * 8]
    asked = measured.traffic.get(HEALTHY, Traffic())
    each = len(pairs)
    return [
        name,
        "that of its model" if tool.asks else accuracy(wide, trial.outcomes.get(WIDE, _NONE)),
        f"{asked.requests / each:.1f}" if tool.asks else "0",
        _tokens(asked, each, count) if tool.asks else "0",
        f"{trial.loading:.1f}",
        f"{healthy.seconds / each:.2f}",
        f"{healthy.worked / each:.2f}",
        _total(measured, "passed", FAULTS) if tool.asks else NOTHING,
        _total(measured, "flagged", PASSING) if tool.asks else NOTHING,
        evidence(healthy),
    ]


def _tokens(traffic: Traffic, pairs: int, count: Callable[[str], int]) -> str:
    sent, answered = (sum(map(count, texts)) / pairs for texts in (traffic.sent, traffic.answered))
    return f"{sent:,.0f} + {answered:,.0f}"


def accuracy(pairs: Sequence[LabelledPair], outcome: Outcome) -> str:
    """Return the balanced accuracy; of a tool that only scores, that of the best threshold for these very pairs."""
    if any(said.flagged is not None for said in outcome.answers):
        return f"{balanced(pairs, outcome.flagged, outcome.passed):.1%}"
    scores = {said.id: said.score for said in outcome.answers if said.score is not None}
    if not scores:
        return "no verdict on any pair"
    return f"{hindsight(pairs, scores):.1%} at most"


def hindsight(pairs: Sequence[LabelledPair], scores: Mapping[str, float]) -> float:
    """Return the best balanced accuracy that any threshold reaches on these scores."""
    return max(
        balanced(
            pairs,
            flagged={id_ for id_, score in scores.items() if score < threshold},
            passed={id_ for id_, score in scores.items() if score >= threshold},
        )
        for threshold in (*scores.values(), float("inf"))
    )


def _total(measured: Measured, what: str, conditions: Mapping[str, object]) -> str:
    hits = tried = 0
    for name in conditions:
        outcome = measured.trial.outcomes.get(name)
        if outcome and exists_for(measured.trial.tool, name) and measured.hit(name):
            hits += len(outcome.passed if what == "passed" else outcome.flagged)
            tried += len(outcome.answers)
    return f"{hits} of {tried}"


def evidence(outcome: Outcome) -> str:
    """Say what the flagged pairs come with, as shares where it is not always."""
    flagged = [said for said in outcome.answers if said.flagged]
    if not flagged:
        return NOTHING
    kinds: Mapping[str, Callable[[Said], bool]] = {
        "an explanation": lambda said: bool(said.why),
        "words of the copy": lambda said: bool(said.republished),
        "words of the source": lambda said: bool(said.source),
        "where they stand": lambda said: said.offsets,
    }
    found = []
    for kind, has in kinds.items():
        share = sum(map(has, flagged)) / len(flagged)
        if share:
            found.append(kind if share == 1 else f"{kind} ({share:.0%})")
    return ", ".join(found) or "a number"


def faults(measured: Sequence[Measured], about: Mapping[str, str]) -> str:
    """Return how many changed pairs each tool passed, flagged, and gave no verdict on, fault by fault."""
    asking = [one for one in measured if one.trial.tool.asks and not one.trial.failure]
    rows = [
        [about[name], *(_fault_cell(one, name) for one in asking)]
        for name in about
        if any(name in one.trial.outcomes for one in asking)
    ]
    return table(["fault", *(one.trial.tool.name for one in asking)], rows)


def _fault_cell(measured: Measured, name: str) -> str:
    outcome = measured.trial.outcomes.get(name)
    if not exists_for(measured.trial.tool, name):
        return NOTHING
    if outcome is None:
        return "not reached in time"
    if not measured.hit(name):
        return NOTHING
    passed, flagged = len(outcome.passed), len(outcome.flagged)
    none = len(outcome.answers) - passed - flagged
    cellful = f"{passed} / {flagged} / {none}"
    return f"**{cellful}**" if passed else cellful


def article(measured: Sequence[Measured]) -> str:
    """Return what each tool says of the example article as a whole."""
    rows = []
    for one in measured:
        outcome = one.trial.outcomes.get(EXAMPLE)
        if outcome is None:
            continue
        [said] = outcome.answers
        verdict = {True: "flagged", False: "passed", None: said.error or "no verdict"}[said.flagged]
        traffic = one.traffic.get(EXAMPLE, Traffic())
        rows.append(
            [
                one.trial.tool.name,
                cell(verdict),
                NOTHING if said.score is None else f"{said.score:.2f}",
                str(len(said.republished)),
                str(traffic.requests),
                f"{outcome.seconds:.1f}",
            ]
        )
    return table(("tool", "verdict", "score", "places in the copy", "requests", "seconds"), rows)


def local(measured: Sequence[Measured], pairs: Sequence[LabelledPair], count: Callable[[str], int]) -> str:
    """Return how the tools did with a real model."""
    rows = []
    changed = {pair.id for pair in pairs if pair.changed}
    for one in measured:
        outcome = one.trial.outcomes.get(LOCAL)
        if outcome is None:
            continue
        traffic = one.traffic[LOCAL]
        none = len(outcome.answers) - len(outcome.passed) - len(outcome.flagged)
        rows.append(
            [
                one.trial.tool.name,
                accuracy(pairs, outcome),
                f"{len(outcome.passed & changed)} of {len(changed)}",
                f"{none} of {len(outcome.answers)}",
                f"{traffic.requests / len(pairs):.1f}",
                _tokens(traffic, len(pairs), count),
                f"{outcome.seconds / len(pairs):.1f}",
            ]
        )
    return table(
        (
            "tool",
            "balanced accuracy",
            "changed pairs passed",
            "no verdict",
            "requests a pair",
            "tokens a pair",
            "seconds a pair",
        ),
        rows,
    )


def set_ups(measured: Sequence[Measured]) -> str:
    """Return how each tool was installed and configured."""
    return table(
        ("tool", "version", "installed", "set up"),
        [
            [
                one.trial.tool.name,
                one.trial.version or NOTHING,
                ", ".join(f"`{package}`" for package in (*one.trial.tool.pip, *one.trial.tool.npm))
                or NOTHING,
                one.trial.tool.set_up,
            ]
            for one in measured
        ],
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def cell(text: str) -> str:
    """Return a text that breaks no table."""
    return " ".join(text.replace("|", "\\|").split())
