"""Writes the reference out of the code: `python -m docs.reference.make`.

`tests/docs/test_reference.py` compares the pages with what the code says today.
"""

import builtins
import json
import re
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

import typer
from pydantic_core import PydanticUndefined

from checker.cli import app
from checker.config import PREFIX, PairRule, Settings
from checker.domain import Kind
from checker.explanations import EXITS, GRAVITIES, REASONS
from checker.kinds import KINDS, LABELS
from checker.policy import SEVERITIES

HERE = Path(__file__).parent
BASELINE = HERE.parents[1] / "benchmarks" / "baseline.json"
_MADE = "*Made from the code by `make reference`.*"


def commands() -> str:
    """Every command with its arguments and options, as `checker COMMAND --help` gives them."""
    sections = "\n".join(_sections(typer.main.get_command(app), ("checker",)))
    return f"# Commands\n\n{_MADE}\n\n{sections}"


def words() -> str:
    """What the words of a report mean, as `checker explain` gives them."""
    kinds = [
        (f"`{kind.value}`", SEVERITIES[kind].value, meaning, source, copy)
        for kind, (meaning, source, copy) in ((kind, KINDS[kind]) for kind in Kind)
    ]
    tables = {
        "Exit codes": _table(
            ("code", "meaning"), ((f"`{code.value}`", text) for code, text in EXITS.items())
        ),
        "Labels": _table(("label", "meaning"), ((f"`{label}`", text) for label, text in LABELS.items())),
        "Kinds of findings": _table(("kind", "by itself", "what differs", "a source", "a copy"), kinds),
        "Severities": _table(
            ("severity", "meaning"), ((f"`{severity}`", text) for severity, text in GRAVITIES.items())
        ),
        "Reasons of an undetermined pair": _table(
            ("reason", "why", "what to do"), ((f"`{reason}`", *text) for reason, text in REASONS.items())
        ),
    }
    raised = "A contradiction, the headline and the first paragraph each raise the severity by one step.\n"
    body = "\n".join(f"## {title}\n\n{table}" for title, table in tables.items())
    return f"# Words of a report\n\n{_MADE} `checker explain WORD` says the same.\n\n{body}\n{raised}"


def keys() -> str:
    """Every key of the configuration: its values, default and variable."""
    settings = _table(
        ("key", "variable", "values", "default"),
        (
            (f"`{_kebab(name)}`", f"`{PREFIX}{name.upper()}`", _values(field.annotation), _default(field))
            for name, field in Settings.model_fields.items()
        ),
    )
    rules = _table(
        ("key", "values", "default"),
        (
            (f"`{_kebab(name)}`", _values(field.annotation), _default(field))
            for name, field in PairRule.model_fields.items()
        ),
    )
    return (
        f"# Keys of the configuration\n\n{_MADE} What each is for: [configuration](../configuration.md).\n\n"
        f"## checker.toml\n\n{settings}\n## Each of [[pairs]]\n\n{rules}"
    )


def figures() -> str:
    """The figures that the quality gate holds, from its committed baseline."""
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    parts = [
        f"## {title}\n\n{_figures(baseline[part])}" for part, title in _PARTS.items() if part in baseline
    ]
    return (
        f"# Figures of the quality gate\n\n{_MADE} `benchmarks/baseline.json` holds them; `make gate` measures them "
        "again where the data is. What the sets are, and how to read this: [benchmarks](../benchmarks.md).\n\n"
        + "\n".join(parts)
    )


_PARTS = {"verdicts": "Verdicts", "pairing": "Pairing"}

PAGES = {"commands.md": commands, "words.md": words, "keys.md": keys, "figures.md": figures}
"""File in this folder -> what writes it."""


def _sections(command: Any, path: tuple[str, ...]) -> Iterator[str]:
    inner: Mapping[str, Any] = getattr(command, "commands", {})
    context = typer.Context(command, info_name=" ".join(path))
    said = command.help or (command.callback.__doc__ if command.callback and len(path) > 1 else "") or ""
    usage = re.sub(r"[{}]", "", " ".join(command.collect_usage_pieces(context)))
    described = (parameter.get_help_record(context) for parameter in command.get_params(context))
    rows = [(f"`{left}`", right) for left, right in filter(None, described) if "--help" not in left]
    table = _table(("argument or option", "meaning"), rows) if rows else ""
    yield f"## {' '.join(path)}\n\n{' '.join(said.split())}\n\n```text\n{' '.join(path)} {usage}\n```\n\n{table}"
    for name, one in inner.items():
        yield from _sections(one, (*path, name))


def _figures(sets: Mapping[str, Mapping[str, float]]) -> str:
    columns = sorted({name for values in sets.values() for name in values})
    rows = [
        (name, *(f"{values[column]:.1f}" if column in values else "" for column in columns))
        for name, values in sorted(sets.items(), key=lambda item: (item[0] == "mean", item[0]))
    ]
    return _table(("set", *columns), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _values(annotation: Any) -> str:
    """Say in words which values a type takes."""
    inner = typing.get_args(annotation)
    match typing.get_origin(annotation):
        case None:
            return _plain(annotation)
        case typing.Literal:
            return ", ".join(f"`{one}`" for one in inner)
        case builtins.tuple:
            return f"list of {_values(inner[0])}"
        case builtins.dict:
            return f"table of {_values(inner[0])} = {_values(inner[1])}"
        case _:  # Annotated, or a union with None: what may be left out
            return _values(inner[0])


def _plain(annotation: type) -> str:
    if issubclass(annotation, Enum):
        return "kinds" if annotation is Kind else ", ".join(f"`{one.value}`" for one in annotation)
    words = {bool: "true, false", str: "text", Path: "path", int: "whole number", float: "number"}
    return "`[[pairs]]`" if annotation is PairRule else words[annotation]


def _default(field: Any) -> str:
    value = field.get_default(call_default_factory=True)
    if value is PydanticUndefined:
        return "needed"
    if isinstance(value, Enum):
        value = value.value
    if value is None or value in ((), {}):
        return "none"
    shown = [getattr(one, "value", one) for one in value] if isinstance(value, tuple) else value
    return f"`{json.dumps(str(shown) if isinstance(shown, Path) else shown)}`"


if __name__ == "__main__":
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), encoding="utf-8")
