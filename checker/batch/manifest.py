"""What a run is of: what is needed to repeat it or to go on with it elsewhere, and what decides its verdicts."""

import platform
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from checker import __version__
from checker.batch.plan import Plan
from checker.llm.rulings import memory_key
from checker.llm.settings import LlmSettings, Structured
from checker.ports import Judge, Metered

_OF_ONE_MACHINE = ("cache", "dry_run", "limits", "offline", "quiet", "refresh", "resume")


def manifest_of(plan: Plan, *, judge: Judge, settings: LlmSettings, endpoint: str) -> dict[str, object]:
    """Describe a run.

    Args:
        endpoint: Where the model is asked, for judges that ask one; else nothing.
    """
    prompt = judge.prompt if isinstance(judge, Metered) else None
    return {
        "pairs": plan.pairs,
        "engine": plan.engine,
        "version": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "judge": judge.name,
        "prompt": prompt,
        "language": plan.language,
        "fingerprint": memory_key(__version__, judge.name, plan.language, str(prompt), endpoint),
        "configuration": _kept({**asdict(settings), "base_url": endpoint}) if endpoint else {},
    }


def _kept(settings: Mapping[str, object]) -> dict[str, object]:
    return {
        name: str(value.resolve()) if isinstance(value, Path) else value
        for name, value in settings.items()
        if name not in _OF_ONE_MACHINE
    }


def settings_in(manifest: Mapping[str, Any]) -> LlmSettings:
    """Return how a model is asked in a run."""
    kept = dict(manifest["configuration"])
    folder = kept.pop("prompt_dir", None)
    return LlmSettings(
        **{**kept, "structured": Structured(kept["structured"])}, prompt_dir=Path(folder) if folder else None
    )
