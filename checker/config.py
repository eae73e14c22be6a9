"""What the user has set, and where: options, `CHECKER_*` variables, checker.toml, pyproject.toml, in this order.

A key counts from the first place that has it. `[tool.checker]` in the nearest pyproject.toml that has such a table
takes the same keys as checker.toml. Neither is looked for beyond the repository that the user stands in.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from checker.domain import Kind, Severity
from checker.errors import CheckerError
from checker.llm.settings import CALLS_IN_FLIGHT, PAIRS_PER_CALL, TIMEOUT, Limits, LlmSettings, Structured
from checker.parsing import read_toml
from checker.policy import SEVERITIES, FailOn, Policy, labels_of
from checker.reading import DEFAULT_LIMIT_BYTES
from checker.wiring import DEFAULT_JUDGE, JudgeName

FILE = "checker.toml"
PREFIX = "CHECKER_"
WAIVERS = "checker.waivers.toml"


class ConfigError(CheckerError):
    """The configuration has a key or a value that does not exist, or cannot be read."""


def _split(value: object) -> object:
    """Split `a, b` as options and variables write it; lists pass as they are."""
    return [word.strip() for word in value.split(",")] if isinstance(value, str) else value


def _words(value: object) -> object:
    return _split(value.lower() if isinstance(value, str) else value)


class PairRule(BaseModel):
    """Which copies are compared with which sources."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    republished: str = Field(min_length=1)
    """A path, or a pattern with `*`, `**` and `{name}`."""
    source: str | None = Field(default=None, min_length=1)
    """A path or an address, in which every `{name}` of `republished` is filled in."""
    source_key: str | None = Field(default=None, min_length=1)
    """The key in a copy's front matter that names its source."""
    missing_source: Literal["error", "skip"] = "error"
    """What to do with a copy whose source is not there, or not named."""

    @model_validator(mode="after")
    def _one_way(self) -> "PairRule":
        if (self.source is None) == (self.source_key is None):
            raise ValueError("give either source or source-key")
        return self


class Settings(BaseSettings):
    """Every key of the configuration. docs/configuration.md describes them."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,  # an action hands an input that was not given on as an empty variable
        extra="forbid",
        frozen=True,
    )

    judge: JudgeName = DEFAULT_JUDGE
    fail_on: Annotated[tuple[FailOn, ...], NoDecode, BeforeValidator(_words)] = ("distorted",)
    fail_from: Severity = Severity.MINOR
    strict: bool = False
    min_confidence: float | None = Field(default=None, ge=0, le=1)
    review_only: Annotated[tuple[Kind, ...], NoDecode, BeforeValidator(_words)] = ()
    severity: dict[Kind, Severity] = Field(default_factory=dict)
    language: str = Field(default="auto", min_length=1)
    max_bytes: int = Field(default=DEFAULT_LIMIT_BYTES, ge=1)
    fetch_timeout: float = Field(default=30.0, ge=0.1)
    allow_private_hosts: bool = False
    baseline: Path | None = None
    waivers: Path = Path(WAIVERS)
    format: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)] = ()
    jobs: int = Field(default=0, ge=0, le=1_000)
    """How many at a time: audits for a judge that computes here, calls in flight for one that asks a model."""
    pairs: tuple[PairRule, ...] = ()
    model: str | None = Field(default=None, min_length=1)
    base_url: str | None = Field(default=None, min_length=1)
    structured: Structured = Structured.AUTO
    pairs_per_call: int = Field(default=PAIRS_PER_CALL, ge=1, le=50)
    timeout: float = Field(default=TIMEOUT, ge=0.1)
    requests_per_minute: float | None = Field(default=None, ge=0.1)
    tokens_per_minute: float | None = Field(default=None, ge=1)
    prompt_dir: Path | None = None
    max_calls: int | None = Field(default=None, ge=0)
    max_tokens: int | None = Field(default=None, ge=0)
    max_cost: float | None = Field(default=None, ge=0)
    price_in: float | None = Field(default=None, ge=0)
    price_out: float | None = Field(default=None, ge=0)
    cache: Path | None = None
    offline: bool = False
    quiet: bool = False

    def policy(self) -> Policy:
        """Return what fails an audit."""
        return Policy(
            fail_on=labels_of(self.fail_on),
            fail_from=self.fail_from,
            strict=self.strict,
            min_confidence=self.min_confidence,
            review_only=frozenset(self.review_only),
            severities={**SEVERITIES, **self.severity},
        )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what `load` has gathered, which remembers where each value came from."""
        return (init_settings,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where values can be set."""

    name: str
    """`option`, `environment`, `default`, or the path of a file."""
    folder: Path
    """Relative paths in a value count from here."""

    def spell(self, key: str) -> str:
        """Return what the user wrote there for a key: `--fail-on`, `CHECKER_FAIL_ON`, `checker.toml: fail-on`."""
        match self.name:
            case "option":
                return f"--{_kebab(key)}"
            case "environment":
                return f"{PREFIX}{key.upper()}"
            case _:
                return f"{self.name}: {_kebab(key)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The settings in effect, and where each was set."""

    settings: Settings
    origins: Mapping[str, Place]
    """Key -> the place that decided it; every key of `Settings` is there."""
    files: tuple[Path, ...]
    """The configuration files that were read."""

    @property
    def folder(self) -> Path:
        """Where the project's own files stand: the folder of the nearest configuration file, or this one."""
        return self.files[0].parent if self.files else Path()

    def path(self, key: str) -> Path | None:
        """Return the path that a key holds, as seen from the current folder."""
        value: Path | None = getattr(self.settings, key)
        if value is None:
            return None
        place = self.origins[key]
        return (self.folder if place.name == "default" else place.folder) / value

    def llm(self, *, refresh: bool = False, resume: bool = False, dry_run: bool = False) -> LlmSettings:
        """Return how a language model is asked; what concerns one run alone is no part of the configuration."""
        settings = self.settings
        return LlmSettings(
            model=settings.model,
            base_url=settings.base_url,
            structured=settings.structured,
            jobs=settings.jobs or CALLS_IN_FLIGHT,
            pairs_per_call=settings.pairs_per_call,
            timeout=settings.timeout,
            requests_per_minute=settings.requests_per_minute,
            tokens_per_minute=settings.tokens_per_minute,
            prompt_dir=self.path("prompt_dir"),
            limits=Limits(
                calls=settings.max_calls,
                tokens=settings.max_tokens,
                cost=settings.max_cost,
                price_in=settings.price_in,
                price_out=settings.price_out,
            ),
            cache=self.path("cache"),
            offline=settings.offline,
            quiet=settings.quiet,
            refresh=refresh,
            resume=resume,
            dry_run=dry_run,
        )

    @property
    def formats(self) -> tuple[str, ...]:
        """Return the values of `format`, their paths as seen from the current folder."""
        folder = self.origins["format"].folder
        values = (value.partition(":") for value in self.settings.format)
        return tuple(f"{name}:{folder / path}" if path else name + colon for name, colon, path in values)


def load(options: Mapping[str, object] | None = None, *, file: str | None = None) -> Configuration:
    """Gather the settings in effect.

    Args:
        options: Key -> what the command line says, None where it says nothing.
        file: A configuration file that takes the place of checker.toml and pyproject.toml.

    Raises:
        ConfigError: A file cannot be read, or a key or value does not exist; says where and suggests another.
    """
    files = list(_files(file))
    layers = [
        (Place(name="option", folder=Path()), {k: v for k, v in (options or {}).items() if v is not None}),
        (Place(name="environment", folder=Path()), _environment()),
        *((Place(name=str(path), folder=path.parent), values) for path, values in files),
    ]
    values: dict[str, object] = {}
    origins: dict[str, Place] = {}
    for place, content in layers:
        for key, value in content.items():
            if key not in values:
                values[key], origins[key] = value, place
    try:
        settings = Settings(**values)  # type: ignore[arg-type]  # this is where they are checked
    except ValidationError as error:
        raise _refusal(error, origins) from error
    default = Place(name="default", folder=Path())
    return Configuration(
        settings=settings,
        origins={key: origins.get(key, default) for key in Settings.model_fields},
        files=tuple(path for path, _ in files),
    )


def _files(named: str | None) -> Iterator[tuple[Path, dict[str, Any]]]:
    if named is not None:
        path = Path(named)
        document = _toml(path)
        yield path, _snake(_table(document) or {} if path.name == "pyproject.toml" else document)
        return
    folders = list(_folders())
    if own := next((path for path in (folder / FILE for folder in folders) if path.is_file()), None):
        yield own, _snake(_toml(own))
    for path in (folder / "pyproject.toml" for folder in folders):
        if path.is_file() and (table := _table(_toml(path))) is not None:
            yield path, _snake(table)
            return


def _folders() -> Iterator[Path]:
    """Go up from the current folder to the repository's root, or the file system's."""
    here = Path.cwd()
    for up, folder in enumerate((here, *here.parents)):
        yield Path(*[".."] * up)
        if (folder / ".git").exists():
            return


def _toml(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8", hint="Save the file as UTF-8.") from error
    except ValueError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}", hint="Correct the file.") from error
    except OSError as error:
        problem = error.strerror or str(error)
        raise ConfigError(f"{path}: {problem}", hint="Give the path of a TOML file.") from error


def _table(document: Mapping[str, Any]) -> dict[str, Any] | None:
    tool = document.get("tool")
    table = tool.get("checker") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _snake(value: Any) -> Any:
    """Take `fail-on` for `fail_on`, at every level."""
    if isinstance(value, dict):
        return {key.replace("-", "_"): _snake(inner) for key, inner in value.items()}
    return [_snake(inner) for inner in value] if isinstance(value, list) else value


def _kebab(key: str) -> str:
    return key.replace("_", "-")


def _environment() -> dict[str, Any]:
    for name in os.environ:
        key = name.removeprefix(PREFIX).lower()
        # Variables of that prefix that mean something else are left alone; a slip must not go unnoticed.
        if name.startswith(PREFIX) and key not in Settings.model_fields:
            close = get_close_matches(key, Settings.model_fields, n=1, cutoff=0.8)
            if close:
                right = f"{PREFIX}{close[0].upper()}"
                raise ConfigError(
                    f"The variable {name} is not known", hint=f"Did you mean {right}? Rename or unset it."
                )
    try:
        return EnvSettingsSource(Settings)()
    except SettingsError as error:
        found = re.search(r'field "(\w+)"', str(error))
        name = PREFIX + (found[1].upper() if found else "*")
        raise ConfigError(
            f"{name}: is not valid JSON", hint="Unset it, or set this in checker.toml."
        ) from error


def _refusal(error: ValidationError, origins: Mapping[str, Place]) -> ConfigError:
    """Say the first thing that is wrong: where, what, what instead."""
    first = error.errors(include_url=False)[0]
    key, *inner = map(str, first["loc"])
    where = origins[key].spell(key)
    if first["type"] == "extra_forbidden":
        known = PairRule.model_fields if inner else Settings.model_fields
        wrong = _kebab(inner[-1] if inner else key)
        at = f"{where}, entry {int(inner[0]) + 1}" if inner else origins[key].name
        if wrong.endswith(("api-key", "token", "secret", "password")):
            hint = "Keys are read from the environment only: set OPENAI_API_KEY, and remove this."
            return ConfigError(f"{at}: there is no key {wrong!r}", hint=hint)
        return ConfigError(f"{at}: there is no key {wrong!r}", hint=_instead(wrong, map(_kebab, known)))
    for part in inner:
        if not part.isdecimal():
            where += "" if part == "[key]" else f".{_kebab(part)}"
        elif key == "pairs":
            where += f", entry {int(part) + 1}"
    problem, hint = _problem(first)
    return ConfigError(f"{where}: {problem}", hint=hint)


def _problem(error: ErrorDetails) -> tuple[str, str]:
    match error["type"]:
        case "enum" | "literal_error":
            choices = re.findall("'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
            return f"there is no {str(error['input'])!r}", _instead(str(error["input"]), choices)
        case "missing":
            return "is missing", "Add it."
        case _:
            message = error["msg"].removeprefix("Value error, ")
            return message[:1].lower() + message[1:], "Correct it."


def _instead(word: str, choices: Iterable[str]) -> str:
    known = list(choices)
    close = get_close_matches(word.lower(), known, n=1)
    return f"Did you mean {close[0]}?" if close else f"Choose from {', '.join(known)}."
