"""On this machine: several processes for judges that compute, one with many calls in flight for those that ask."""

from collections.abc import Iterable, Iterator, Sequence

from checker.batch.work import Block, Engine, Judgement, judged
from checker.ports import Judge
from checker.processes import ProcessError, available_cores, shared_out
from checker.wiring import build_judge


def in_process(judge: Judge, language: str) -> Engine:
    """Judge one block after the other in this process."""

    def engine(blocks: Iterable[Block]) -> Iterator[Sequence[Judgement]]:
        for block in blocks:
            yield judged(block, judge, language)

    return engine


def in_processes(judge: str, language: str, *, jobs: int) -> Engine:
    """Judge blocks in several processes, each with a judge of its own."""
    threads = max(1, available_cores() // jobs)

    def engine(blocks: Iterable[Block]) -> Iterator[Sequence[Judgement]]:
        try:
            yield from shared_out(
                blocks, _judged, jobs=jobs, begin=_begin, arguments=(judge, language, threads)
            )
        except ProcessError:
            build_judge(judge)  # says why, if no process could begin
            raise

    return engine


_worker: tuple[Judge, str]
"""What a process needs for every block, built once."""


def _begin(judge: str, language: str, threads: int) -> None:
    global _worker  # noqa: PLW0603  # the pool gives no other way to keep something between calls
    _worker = build_judge(judge, threads=threads), language


def _judged(block: Block) -> list[Judgement]:
    judge, language = _worker
    return judged(block, judge, language)
