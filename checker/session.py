"""What a command that asks a language model works with from its beginning to its end: store, purse, progress."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.llm.settings import LlmSettings
from checker.progress import Progress
from checker.wiring import build_judge, runs_here

if TYPE_CHECKING:
    from checker.llm.tally import Tally
    from checker.ports import Judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A judge, ready to be asked."""

    judge: "Judge"
    tally: "Tally | None" = None
    """What would be asked, where nothing is to be sent."""


@contextmanager
def session(judge: str, llm: LlmSettings, *, what: Sequence[str]) -> Iterator[Session]:
    """Build a judge with all that it needs; keep the journal if the work breaks off, and forget it if not.

    Reports are written within: else a run that is killed before they are could not be resumed.

    Args:
        what: The command and its inputs: what `--resume` goes by.

    Raises:
        CheckerError: The judge cannot be built, the store cannot be used, options contradict each other.
    """
    if runs_here(judge):
        if llm.dry_run:
            from checker.llm.tally import Tally

            yield Session(judge=build_judge(judge), tally=Tally())
            return
        yield Session(judge=build_judge(judge))
        return
    _refuse_contradictions(llm)
    from checker.llm.purse import Purse
    from checker.llm.tally import Tally
    from checker.store import Store, store_path
    from checker.wiring import Tools

    purse = Purse(llm.limits)
    with Store(store_path(llm.cache), refresh=llm.refresh) as store:
        tally = Tally() if llm.dry_run else None
        progress = None if llm.quiet or llm.dry_run else Progress(cost=lambda: purse.cost)
        built = build_judge(judge, llm, Tools(store=store, purse=purse, tally=tally, watcher=progress))
        if tally is None:
            store.begin(what, resume=llm.resume)
            purse.add(store.earlier())
        try:
            yield Session(judge=built, tally=tally)
        finally:
            if progress:
                progress.end()
        if tally is None:
            store.finish()


def _refuse_contradictions(llm: LlmSettings) -> None:
    if llm.limits.cost is not None and not llm.limits.priced:
        raise UsageError(
            "--max-cost needs prices.", hint="Set --price-in and --price-out, for a million tokens each."
        )
    if llm.offline and llm.refresh:
        raise UsageError("--refresh asks everything anew, --offline nothing.", hint="Leave one of them out.")
