"""Tells whether a republished text still says what its source says.

report = checker.audit(source_text, republished_text)
links = checker.align(["source sentence"], ["republished sentence"])
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.domain import Link, Report

__version__ = "0.1.0"
__all__ = ["align", "audit"]


# The imports stand inside the functions so that `import checker` and `checker --help` stay quick.
def audit(
    source: str,
    republished: str,
    *,
    judge: str = "embedded",
    fail_on: str = "distorted",
    strict: bool = False,
    language: str = "auto",
) -> "Report":
    """Audit a republished text against its source: the same result as `checker audit`.

    Args:
        source: The source article as plain text.
        republished: The republished article as plain text.
        judge: Which judge is asked; see `checker audit --help`.
        fail_on: Labels that can fail the audit, separated by commas.
        strict: Whether flagged pairs below the gate fail, too.
        language: Language code for splitting sentences.

    Raises:
        checker.errors.CheckerError: An argument has no such value, or a text holds nothing to compare.
    """
    from checker.pipeline import run_audit
    from checker.policy import Policy, parse_fail_on
    from checker.reading import article_from_text
    from checker.wiring import build_judge

    return run_audit(
        article_from_text(source, name="source", language=language),
        article_from_text(republished, name="republished", language=language),
        judge=build_judge(judge),
        policy=Policy(fail_on=parse_fail_on(fail_on), strict=strict),
    )


def align(source: Sequence[str], republished: Sequence[str]) -> "tuple[Link, ...]":
    """Say which republished sentence corresponds to which source sentence.

    A sentence may have several partners, or none.

    Returns:
        Links by position, ascending.
    """
    from checker.chunker.pairing import align as align_sentences

    return align_sentences(source, republished)
