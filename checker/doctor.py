"""Looks at everything that an audit depends on: configuration, model files, cache, language model.

A language model is asked only if the chosen judge asks one: nothing is sent anywhere unless somebody wants it.
"""

import asyncio
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from checker.config import Configuration, PairRule, Place, Settings, load
from checker.errors import CheckerError
from checker.exits import Exit
from checker.llm.settings import LlmSettings, Structured
from checker.wiring import runs_here

KEY = "OPENAI_API_KEY"


class State(StrEnum):
    """How a check ended."""

    FINE = "ok"
    ODD = "note"
    """It works, but not as well as it could."""
    SKIPPED = "skip"
    BROKEN = "FAIL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    name: str
    state: State
    says: str
    exit: Exit = Exit.OK


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A key of the configuration, as it is in effect."""

    key: str
    value: str
    place: str
    """Where it was set, e.g. `checker.toml`."""


def settings_of(configuration: Configuration) -> Iterator[Setting]:
    """Return every key with its value and where that came from."""
    for key in Settings.model_fields:
        place = configuration.origins[key]
        yield Setting(
            key=key.replace("_", "-"),
            value=_written(_shown(key, getattr(configuration.settings, key))),
            place=_named(place, key),
        )


def _shown(key: str, value: object) -> object:
    """Keep from view what may be secret in an address."""
    if key != "base_url" or not value:
        return value
    parts = urlsplit(str(value))
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _named(place: Place, key: str) -> str:
    return place.spell(key) if place.name in {"option", "environment"} else place.name


def _written(value: object) -> str:
    """Write a value as TOML does, or nearly."""
    match value:
        case None:
            return "none"
        case bool() | int() | float():
            return str(value).lower()
        case PairRule():
            return f"{value.republished} from {value.source or f'its {value.source_key}'}"
        case tuple():
            return f"[{', '.join(map(_written, value))}]"
        case Mapping():
            return f"{{{', '.join(f'{key} = {_written(inner)}' for key, inner in value.items())}}}"
        case _:
            return json.dumps(str(value), ensure_ascii=False)


def examine(
    options: Mapping[str, object], *, file: str | None
) -> tuple[Configuration | None, tuple[Check, ...]]:
    """Look at everything; what is broken is a check that says so, and the others go on.

    Args:
        options: Key -> what the command line says, None where it says nothing.
        file: The configuration file that the user named, if any.
    """
    checks: list[Check] = []
    configuration = None
    try:
        configuration = load(options, file=file)
    except CheckerError as error:
        checks.append(_broken("configuration", error))
    else:
        checks.append(_looked_at("configuration", lambda: _files(configuration)))
        checks.append(_looked_at("pairs", lambda: _pairs(configuration)))
        checks.append(_looked_at("waivers, baseline", lambda: _accepted(configuration)))
    checks.append(_looked_at("model files", _models))
    checks.append(_looked_at("cache", lambda: _cache(configuration)))
    chosen = configuration.settings.judge if configuration else options.get("judge")
    checks.extend(_language_model(str(chosen or ""), configuration.llm() if configuration else LlmSettings()))
    return configuration, tuple(checks)


def exit_of(checks: tuple[Check, ...]) -> Exit:
    """Return the exit code: that of the configuration and the files before that of the language model."""
    codes = {check.exit for check in checks}
    return next((code for code in (Exit.USAGE, Exit.UNDETERMINED) if code in codes), Exit.OK)


def _broken(name: str, error: CheckerError) -> Check:
    says = " ".join(f"{str(error).removesuffix('.')}. {error.hint}".split())
    return Check(name=name, state=State.BROKEN, says=says, exit=error.exit)


def _looked_at(name: str, look: Callable[[], tuple[State, str]]) -> Check:
    try:
        state, says = look()
    except CheckerError as error:
        return _broken(name, error)
    return Check(name=name, state=state, says=says, exit=Exit.USAGE if state is State.BROKEN else Exit.OK)


def _files(configuration: Configuration) -> tuple[State, str]:
    if not configuration.files:
        return (
            State.SKIPPED,
            "there is no checker.toml and no [tool.checker]: the defaults count (checker init)",
        )
    return State.FINE, ", ".join(map(str, configuration.files))


def _pairs(configuration: Configuration) -> tuple[State, str]:
    from checker.ci.listing import listed

    settings = configuration.settings
    if not settings.pairs:
        return State.SKIPPED, "none are configured: checker ci has nothing to do (checker init)"
    every = listed(settings.pairs, configuration.origins["pairs"], limit_bytes=settings.max_bytes)
    lost = [c for c in every if c.problem or not _there(c.source)]
    if lost:
        why = lost[0].problem or f"{lost[0].source} is not there"
        return (
            State.BROKEN,
            f"{len(lost):,} of {len(every):,} copies cannot be compared: {lost[0].republished}: {why}",
        )
    return State.FINE, f"{len(every):,} {'copy' if len(every) == 1 else 'copies'}, each with its source"


def _there(source: str) -> bool:
    from checker.ci.listing import is_address

    return is_address(source) or Path(source).is_file()


def _accepted(configuration: Configuration) -> tuple[State, str]:
    from checker.settled import accepted

    accepted(configuration)  # reads both files
    present = [
        path
        for key in ("waivers", "baseline")
        if (path := configuration.path(key)) is not None and path.exists()
    ]
    return (State.FINE, ", ".join(map(str, present))) if present else (State.SKIPPED, "none")


def _models() -> tuple[State, str]:
    from checker.judges import combine, network

    network.load()  # compares the digest with the one on the model's card
    try:
        combine.load()
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        return State.BROKEN, f"{combine.WEIGHTS} is damaged ({type(error).__name__}). Install checker anew."
    return (
        State.FINE,
        f"{network.MODEL}.onnx (sha256 {network.card()['sha256'][:12]}) and {combine.WEIGHTS} are as shipped",
    )


def _cache(configuration: Configuration | None) -> tuple[State, str]:
    from checker.store import store_path

    folder = store_path(configuration.path("cache") if configuration else None).parent
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        return (
            State.BROKEN,
            f"{folder}: {error.strerror or error}. Set XDG_CACHE_HOME or --cache to where can be written.",
        )
    return State.FINE, f"{folder} can be written"


def _language_model(judge: str, llm: LlmSettings) -> Iterator[Check]:
    key = "is set (its value is never shown)" if os.environ.get(KEY, "").strip() else "is not set"
    if not judge or runs_here(judge):
        says = f"not asked: this judge works offline. --judge llm --model NAME asks it. {KEY} {key}"
        yield Check(name="language model", state=State.SKIPPED, says=says)
        return
    yield Check(name="key", state=State.FINE if "never" in key else State.SKIPPED, says=f"{KEY} {key}")
    yield from _asked(llm)


def _asked(llm: LlmSettings) -> Iterator[Check]:
    from checker.llm.access import access_from

    name = "endpoint"
    try:
        access = access_from(llm, os.environ)
        from checker.llm.probe import probe

        found = asyncio.run(probe(access, llm))
    except CheckerError as error:
        yield _broken(name, error)
        return
    says = f"{access.shown} answered as {access.model} in {found.seconds:.1f} s"
    yield Check(name=name, state=State.FINE, says=says)
    state, says = _FORMS[found.form, found.enforced]
    yield Check(name="structured output", state=state, says=says)


_CHECKED = (
    "Every answer is checked here, so none of another form is believed; more pairs may stay undetermined."
)
_FORMS: Mapping[tuple[Structured, bool], tuple[State, str]] = {
    (Structured.JSON_SCHEMA, True): (State.FINE, "enforced: json_schema holds even against the prompt"),
    (Structured.JSON_SCHEMA, False): (State.ODD, f"json_schema is accepted and not enforced. {_CHECKED}"),
    (Structured.JSON_OBJECT, True): (
        State.ODD,
        f"JSON is enforced, its form is not (json_object). {_CHECKED}",
    ),
    (Structured.JSON_OBJECT, False): (State.ODD, f"json_object is accepted and not enforced. {_CHECKED}"),
    (Structured.TEXT, False): (State.ODD, f"answers are plain text. {_CHECKED}"),
}
