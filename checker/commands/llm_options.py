"""The options of `--judge llm`, which several commands share: one argument `llm` in the code."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from checker.llm.settings import LlmSettings, Structured

_OPTIONS: dict[str, Any] = {
    "model": Annotated[
        str | None,
        typer.Option("--model", envvar="CHECKER_MODEL", help="Which model to ask."),
    ],
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
        Structured,
        typer.Option("--structured", help="How answers are given their form."),
    ],
    "jobs": Annotated[int, typer.Option("--jobs", min=1, max=1_000, help="Calls in flight at a time.")],
    "pairs_per_call": Annotated[
        int,
        typer.Option("--pairs-per-call", min=1, max=50, help="Pairs asked together."),
    ],
    "timeout": Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds for one request.")],
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
}

Result = TypeVar("Result")


def with_llm_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """Give a command the options of the LLM judge; it gets them as one keyword argument `llm: LlmSettings`."""
    defaults = {field.name: field.default for field in fields(LlmSettings)}
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=defaults[name], annotation=annotation)
        for name, annotation in _OPTIONS.items()
    ]

    @wraps(command)
    def wrapped(**values: Any) -> Result:
        llm = LlmSettings(**{name: values.pop(name) for name in _OPTIONS})
        return command(**values, llm=llm)

    own = inspect.signature(command, eval_str=True)
    kept = [parameter for name, parameter in own.parameters.items() if name != "llm"]
    positional = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in kept]
    wrapped.__signature__ = own.replace(parameters=[*positional, *options])  # type: ignore[attr-defined]
    wrapped.__annotations__ = {p.name: p.annotation for p in [*positional, *options]}
    return wrapped
