"""The options of judges that ask a language model, which several commands share: one argument `llm` in the code."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from checker.llm.settings import LlmSettings, Structured

if TYPE_CHECKING:
    from checker.config import Configuration

# An option that is not given is None: what counts then is what the configuration says.
_KEYS: dict[str, Any] = {
    "model": Annotated[str | None, typer.Option("--model", help="Which model to ask.")],
    "base_url": Annotated[
        str | None,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Any OpenAI-compatible server: OpenAI, vLLM, Ollama, llama.cpp, LM Studio. Default: OPENAI_BASE_URL, "
            "or OpenAI. The key is taken from OPENAI_API_KEY; a local server needs none.",
        ),
    ],
    "structured": Annotated[
        Structured | None,
        typer.Option("--structured", help="How answers are given their form (default: auto)."),
    ],
    "jobs": Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=0,
            max=1_000,
            help="How many at a time: calls to a model (default: 8), or audits of checker ci (default: one for each "
            "core).",
        ),
    ],
    "pairs_per_call": Annotated[
        int | None,
        typer.Option("--pairs-per-call", min=1, max=50, help="Pairs asked together (default: 8)."),
    ],
    "timeout": Annotated[
        float | None, typer.Option("--timeout", min=0.1, help="Seconds for one request (default: 120).")
    ],
    "requests_per_minute": Annotated[
        float | None,
        typer.Option("--requests-per-minute", min=0.1, help="Never send more requests a minute."),
    ],
    "tokens_per_minute": Annotated[
        float | None,
        typer.Option("--tokens-per-minute", min=1, help="Never send more tokens a minute."),
    ],
    "prompt_dir": Annotated[
        Path | None,
        typer.Option("--prompt-dir", help="A folder of your own prompt files."),
    ],
    "max_calls": Annotated[
        int | None,
        typer.Option("--max-calls", min=0, help="Stop before more requests; what is left is undetermined."),
    ],
    "max_tokens": Annotated[
        int | None, typer.Option("--max-tokens", min=0, help="Stop before more tokens, sent and received.")
    ],
    "max_cost": Annotated[
        float | None, typer.Option("--max-cost", min=0, help="Stop before it costs more; needs prices.")
    ],
    "price_in": Annotated[
        float | None, typer.Option("--price-in", min=0, help="Price of a million tokens sent.")
    ],
    "price_out": Annotated[
        float | None, typer.Option("--price-out", min=0, help="Price of a million tokens received.")
    ],
    "cache": Annotated[
        Path | None,
        typer.Option("--cache", metavar="FILE", help="The file of remembered verdicts (see checker cache)."),
    ],
    "offline": Annotated[
        bool | None,
        typer.Option("--offline/--online", help="Only remembered verdicts; what is not is undetermined."),
    ],
    "quiet": Annotated[
        bool | None, typer.Option("--quiet/--no-quiet", "-q", help="Do not show how far the work is.")
    ],
}
"""Keys of the configuration as well."""

_ONCE: dict[str, Any] = {
    "resume": Annotated[
        bool, typer.Option("--resume", help="Carry on an earlier run of the same that broke off.")
    ],
    "refresh": Annotated[
        bool, typer.Option("--refresh", help="Ask anew what is remembered, and remember that.")
    ],
    "dry_run": Annotated[
        bool, typer.Option("--dry-run", help="Only say how much would be asked, and what it would cost.")
    ],
}
"""What concerns one run alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmOptions:
    """What the command line says about asking a model."""

    keys: Mapping[str, object] = field(default_factory=dict)
    """Key of the configuration -> value, None where the command line says nothing."""
    resume: bool = False
    refresh: bool = False
    dry_run: bool = False

    def settings(self, configuration: "Configuration") -> LlmSettings:
        """Return what counts, with a configuration that has the keys in it."""
        return configuration.llm(resume=self.resume, refresh=self.refresh, dry_run=self.dry_run)


Result = TypeVar("Result")


def with_llm_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """Give a command the options of the LLM judge; it gets them as one keyword argument `llm: LlmOptions`."""
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for group, default in ((_KEYS, None), (_ONCE, False))
        for name, annotation in group.items()
    ]

    @wraps(command)
    def wrapped(**values: Any) -> Result:
        keys = {name: values.pop(name) for name in _KEYS}
        once = {name: values.pop(name) for name in _ONCE}
        return command(**values, llm=LlmOptions(keys=keys, **once))

    own = inspect.signature(command, eval_str=True)
    kept = [parameter for name, parameter in own.parameters.items() if name != "llm"]
    positional = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in kept]
    wrapped.__signature__ = own.replace(parameters=[*positional, *options])  # type: ignore[attr-defined]
    wrapped.__annotations__ = {p.name: p.annotation for p in [*positional, *options]}
    return wrapped


def show_tally(lines: "list[str]") -> None:
    """Print what a dry run found."""
    typer.echo("\n".join(lines))
