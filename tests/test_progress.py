"""How far the work is: what a terminal and what a log gets to see."""

import io

from checker.progress import Progress


class Terminal(io.StringIO):
    """A stream that is one."""

    def isatty(self) -> bool:
        """Say so."""
        return True


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def shown(stream: io.StringIO, *, cost: float | None = None) -> str:
    """What 400 pairs of which 10 are settled every second leave on a stream in 12 seconds."""
    clock = Clock()
    progress = Progress(stream=stream, cost=lambda: cost, clock=clock)
    progress.expect(400)
    for _ in range(12):
        clock.now += 1
        progress.settled(10)
    progress.end()
    return stream.getvalue()


def test_a_log_gets_a_plain_line_every_few_seconds() -> None:
    assert shown(io.StringIO()) == (
        "checker: 50 of 400 pairs, 10.0 a second, 35 s left\n"
        "checker: 100 of 400 pairs, 10.0 a second, 30 s left\n"
    )


def test_cost_is_shown_where_it_is_known() -> None:
    assert "10.0 a second, cost 0.1235, 35 s left" in shown(io.StringIO(), cost=0.123456)


def test_a_terminal_gets_a_bar_that_is_gone_at_the_end() -> None:
    text = shown(Terminal())

    assert "\n" not in text
    assert "[#" in text
    assert "120 of 400 pairs" in text
    assert text.endswith("\r\x1b[K")


def test_the_bar_is_gone_as_soon_as_all_is_settled() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream=stream, clock=clock)
    progress.expect(2)
    clock.now += 1
    progress.settled(1)
    assert "1 of 2 pairs" in stream.getvalue()
    progress.settled(1)

    assert stream.getvalue().endswith("\r\x1b[K")


def test_many_pairs_at_once_do_not_flood_a_terminal() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream=stream, clock=clock)
    progress.expect(1_000)
    for _ in range(1_000):
        progress.settled(1)

    assert stream.getvalue() == ""
