"""Builds the parts that the user chose by name."""

import os
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.llm.settings import LlmSettings
from checker.ports import Judge

if TYPE_CHECKING:
    from checker.judges.llm import LlmJudge


class JudgeName(StrEnum):
    """The judges that can be asked."""

    EMBEDDED = "embedded"
    RULES = "rules"
    LLM = "llm"


DEFAULT_JUDGE = JudgeName.EMBEDDED
"""Nothing is ever sent anywhere unless the user asked for it: the default works offline."""


def runs_here(name: str) -> bool:
    """Tell whether a judge computes on this machine, so that more processes make it faster."""
    return name in {JudgeName.EMBEDDED, JudgeName.RULES}


def build_judge(name: str, llm: LlmSettings | None = None) -> Judge:
    """Return the judge of that name.

    Args:
        llm: How to ask a language model, for the judges that do.

    Raises:
        UsageError: There is no such judge, or it cannot be built from these settings.
    """
    match name:
        case JudgeName.RULES:
            from checker.judges.rules import RulesJudge

            return RulesJudge()
        case JudgeName.EMBEDDED:
            from checker.judges import combine, network
            from checker.judges.embedded import EmbeddedJudge

            return EmbeddedJudge(network.load(), combine.load(), version=str(network.card()["version"]))
        case JudgeName.LLM:
            return build_llm_judge(llm or LlmSettings())
        case _:
            raise UsageError(f"There is no judge {name!r}.", hint=f"Choose from {', '.join(JudgeName)}.")


def build_llm_judge(settings: LlmSettings) -> "LlmJudge":
    """Return the LLM judge.

    Raises:
        UsageError: No model is named, or an endpoint that is not local has no key.
        InputError: The prompt files of the user cannot be used.
    """
    from checker.judges.llm import LlmJudge, LlmParts
    from checker.llm.access import access_from
    from checker.llm.endpoint import TEMPERATURE, Learned, open_endpoint
    from checker.llm.opinions import Prompts
    from checker.llm.trials import CONFIRM, ONE, SEVERAL, require_usable
    from checker.prompting import load

    access = access_from(settings, os.environ)
    library = load(settings.prompt_dir)
    learned = Learned()
    parts = LlmParts(
        open_asker=lambda: open_endpoint(access, settings, learned),
        prompts=Prompts(
            several=require_usable(library.get(SEVERAL)),
            one=require_usable(library.get(ONE)),
            confirm=require_usable(library.get(CONFIRM)),
        ),
    )
    return LlmJudge(
        parts,
        model=access.model,
        endpoint=access.base_url,
        parameters={"temperature": TEMPERATURE},
        jobs=settings.jobs,
        pairs_per_call=settings.pairs_per_call,
    )
