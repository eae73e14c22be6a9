"""Builds the parts that the user chose by name."""

import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.llm.settings import LlmSettings
from checker.ports import Judge

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from checker.judges.llm import LlmJudge, Watcher
    from checker.llm.access import Access
    from checker.llm.asking import Asker
    from checker.llm.purse import Purse
    from checker.llm.tally import Tally
    from checker.store import Store


class JudgeName(StrEnum):
    """The judges that can be asked."""

    EMBEDDED = "embedded"
    RULES = "rules"
    LLM = "llm"
    CASCADE = "cascade"


DEFAULT_JUDGE = JudgeName.EMBEDDED
"""Nothing is ever sent anywhere unless the user asked for it: the default works offline."""


def runs_here(name: str) -> bool:
    """Tell whether a judge computes on this machine, so that more processes make it faster."""
    return name in {JudgeName.EMBEDDED, JudgeName.RULES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a judge that asks a model shares with the command that it works for."""

    store: "Store | None" = None
    purse: "Purse | None" = None
    way: "Callable[[], AbstractAsyncContextManager[Asker]] | None" = None
    """Another way to the model than calls to its endpoint, one after the other."""
    secret: bytes | None = None
    """Fixed where a call must be the same whenever it is made."""
    tally: "Tally | None" = None
    watcher: "Watcher | None" = None


def build_judge(
    name: str, llm: LlmSettings | None = None, tools: Tools | None = None, *, threads: int | None = None
) -> Judge:
    """Return the judge of that name.

    Args:
        llm: How to ask a language model, for the judges that do.
        tools: Without these, nothing is remembered, limited or shown.
        threads: How many the embedded judge uses; one for each core if not given.

    Raises:
        UsageError: There is no such judge, or it cannot be built from these settings.
    """
    match name:
        case JudgeName.RULES:
            from checker.judges.rules import RulesJudge
            from checker.judges.stoppable import Stoppable

            return Stoppable(RulesJudge())
        case JudgeName.EMBEDDED:
            from checker.judges import combine, network
            from checker.judges.embedded import EmbeddedJudge

            version = str(network.card()["version"])
            return EmbeddedJudge(network.load(threads), combine.load(), version=version)
        case JudgeName.LLM:
            return build_llm_judge(llm or LlmSettings(), tools)
        case JudgeName.CASCADE:
            from checker.judges.cascade import CascadeJudge

            second = build_llm_judge(llm or LlmSettings(), tools)
            return CascadeJudge(
                build_judge(JudgeName.EMBEDDED, threads=threads), second, model=second.name.partition("@")[2]
            )
        case _:
            raise UsageError(f"There is no judge {name!r}.", hint=f"Choose from {', '.join(JudgeName)}.")


def build_llm_judge(settings: LlmSettings, tools: Tools | None = None) -> "LlmJudge":
    """Return the LLM judge.

    Raises:
        UsageError: No model is named, or an endpoint that is not local has no key.
        InputError: The prompt files of the user cannot be used.
    """
    from checker.judges.llm import LlmJudge, LlmParts, Unwatched
    from checker.llm.access import access_from
    from checker.llm.endpoint import TEMPERATURE
    from checker.llm.journal import Unjournaled
    from checker.llm.opinions import Prompts
    from checker.llm.rulings import Forgetful
    from checker.llm.trials import CONFIRM, ONE, SEVERAL, require_usable
    from checker.prompting import load

    access = access_from(settings, os.environ)
    library = load(settings.prompt_dir)
    parts = LlmParts(
        open_asker=_way(access, settings, tools),
        prompts=Prompts(
            several=require_usable(library.get(SEVERAL)),
            one=require_usable(library.get(ONE)),
            confirm=require_usable(library.get(CONFIRM)),
        ),
        memory=(tools.store if tools else None) or Forgetful(),
        journal=(tools.store if tools and not tools.tally else None) or Unjournaled(),
        watcher=(tools.watcher if tools else None) or Unwatched(),
        price=settings.limits.price if settings.limits.priced else None,
        secret=(tools.secret if tools else None) or secrets.token_bytes(16),
    )
    return LlmJudge(
        parts,
        model=access.model,
        endpoint=access.base_url,
        parameters={"temperature": TEMPERATURE},
        jobs=settings.jobs,
        pairs_per_call=settings.pairs_per_call,
    )


def endpoint_of(settings: LlmSettings) -> str:
    """Return where a model is asked.

    Raises:
        UsageError: No model is named, or an endpoint that is not local has no key.
    """
    from checker.llm.access import access_from

    return access_from(settings, os.environ).base_url


def _way(
    access: "Access", settings: LlmSettings, tools: Tools | None
) -> "Callable[[], AbstractAsyncContextManager[Asker]]":
    """Return the way to the model, or to what stands in its place when nothing is to be sent."""
    from checker.llm.endpoint import Learned, open_endpoint
    from checker.llm.offline import Offline

    if tools and tools.tally:
        return tools.tally.opened
    if tools and tools.way:
        return tools.way
    if settings.offline:
        return Offline().opened
    learned = Learned()
    return lambda: open_endpoint(access, settings, learned, purse=tools.purse if tools else None)
