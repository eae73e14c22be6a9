"""What every word of a report means, for `checker explain`: kinds, labels, reasons, severities, exit codes."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from checker.domain import Kind, Label, Reason, Severity
from checker.errors import UsageError
from checker.exits import Exit
from checker.kinds import KINDS, LABELS
from checker.policy import SEVERITIES

REASONS: Mapping[Reason, tuple[str, str]] = {
    Reason.NOT_COMPARABLE: (
        "The judge cannot compare these passages, for example because they are in a writing that it does not read.",
        "Read the passages, or ask another judge: --judge llm.",
    ),
    Reason.REFUSAL: (
        "The model declined to answer, or a content filter stopped it.",
        "Read the passages; another model may answer.",
    ),
    Reason.LENGTH: (
        "The answer was cut off, or the passages are longer than the model takes.",
        "Ask fewer pairs at a time (--pairs-per-call 1), or choose a model with a larger context.",
    ),
    Reason.MALFORMED: (
        "The answer could not be read: no JSON of the agreed form, an unknown label, or not the nonce of the question.",
        "checker doctor tells whether the server keeps answers to the form; a larger model does so more often.",
    ),
    Reason.INVENTED_QUOTE: (
        "The judge quotes words that do not stand in the passages, so its finding cannot be trusted.",
        "Read the passages; a larger model quotes more faithfully.",
    ),
    Reason.MISSING: (
        "The judge gave no answer for this pair, or flagged it without naming a single word.",
        "Run it again, or ask fewer pairs at a time: --pairs-per-call 1.",
    ),
    Reason.INJECTION_SUSPECTED: (
        "The passage holds what looks like instructions to a model, so no answer about it can be trusted.",
        "Read the passage yourself.",
    ),
    Reason.UNREACHABLE: (
        "The model could not be reached, or did not answer in time, after several attempts.",
        "checker doctor tells what is wrong; run it again later.",
    ),
    Reason.BUDGET: (
        "The limit of cost, calls or tokens was reached before this pair.",
        "Raise the limit and run it again with --resume.",
    ),
    Reason.OFFLINE: (
        "The verdict is not among the remembered ones, and --offline sends nothing.",
        "Run it without --offline.",
    ),
    Reason.INTERRUPTED: (
        "The run was told to stop (SIGTERM) before this pair was judged.",
        "Run it again; a run that asks a model carries on with --resume.",
    ),
}
"""Reason -> why a pair is undetermined, and what to do."""

GRAVITIES: Mapping[Severity, str] = {
    Severity.MINOR: "A nuance: a reader is hardly misled.",
    Severity.MAJOR: "A fact is another one.",
    Severity.CRITICAL: "A fact that the story rests on is another one, or its opposite.",
}

EXITS: Mapping[Exit, str] = {
    Exit.OK: "Everything was compared, and nothing fails.",
    Exit.FINDINGS: "Something fails: it is at or above --fail-on (default: distorted) and sure enough.",
    Exit.USAGE: "An option, the configuration or an input is wrong; one line on standard error says what.",
    Exit.UNDETERMINED: "Nothing fails, but not everything could be determined. Never count it as a pass.",
    Exit.BUG: "A bug in checker, with a traceback. Please report it.",
    Exit.INTERRUPTED: "Interrupted, as by Ctrl-C.",
}

EXIT_CODES = "exit-codes"
_HEADED = {"kinds of findings": Kind, "labels": Label, "reasons": Reason, "severities": Severity}


def words() -> tuple[str, ...]:
    """Return everything that can be explained."""
    return (*Kind, *Label, *Reason, *Severity, EXIT_CODES)


def explain(word: str) -> str:
    """Describe a word of a report, or an exit code by its number.

    Raises:
        UsageError: Nothing has that name.
    """
    known = word.strip().lower().replace("_", "-").replace(" ", "-")
    if known in {EXIT_CODES, "exit-code", "exit", "exits"}:
        return _exit_codes()
    if known.isdecimal() and int(known) in set(Exit):
        return f"{int(known)} (exit code)\n\n  {EXITS[Exit(int(known))]}\n"
    for names, describe in _DESCRIBED:
        if (name := known.replace("-", "_")) in names:
            return describe(name)
    close = get_close_matches(known.replace("-", "_"), words(), n=1)
    hint = f"Did you mean {close[0]}?" if close else "checker explain lists everything that it knows."
    raise UsageError(f"There is nothing called {word!r} to explain.", hint=hint)


def contents() -> str:
    """List everything that can be explained."""
    lists = "".join(f"{head}:\n  {', '.join(names)}\n\n" for head, names in _HEADED.items())
    return f"{lists}exit codes:\n  {EXIT_CODES}, or one of {', '.join(str(code.value) for code in EXITS)}\n"


def _kind(name: str) -> str:
    kind = Kind(name)
    meaning, source, copy = KINDS[kind]
    lines = [f"{kind.value} (finding, {SEVERITIES[kind].value} by itself)", "", f"  {meaning}"]
    if source:
        lines += ["", f"  source:      {source}", f"  republished: {copy}"]
    lines += [
        "",
        "  A contradiction, the headline and the first paragraph each raise the severity by one step.",
    ]
    return "\n".join(lines) + "\n"


def _label(name: str) -> str:
    return f"{name} (label)\n\n  {LABELS[Label(name)]}\n"


def _reason(name: str) -> str:
    why, remedy = REASONS[Reason(name)]
    return f"{name} (reason of an undetermined pair)\n\n  {why}\n  What to do: {remedy}\n"


def _severity(name: str) -> str:
    kinds = ", ".join(kind for kind, severity in SEVERITIES.items() if severity == name)
    return (
        f"{name} (severity)\n\n  {GRAVITIES[Severity(name)]}\n  By itself: {kinds or 'no kind of finding'}.\n\n"
        "  A contradiction, the headline and the first paragraph each raise it by one step. --fail-from and\n"
        "  [severity] in the configuration set what fails.\n"
    )


def _exit_codes() -> str:
    return "exit codes\n\n" + "".join(f"  {code.value:>3}  {meaning}\n" for code, meaning in EXITS.items())


_DESCRIBED: tuple[tuple[frozenset[str], Callable[[str], str]], ...] = (
    (frozenset(Kind), _kind),
    (frozenset(Label), _label),
    (frozenset(Reason), _reason),
    (frozenset(Severity), _severity),
)
