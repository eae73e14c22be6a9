"""Text from outside, made fit for a page."""

import re

# C0 and C1 controls (but tab and line feed), lone surrogates, noncharacters, and the two signs that turn the
# reading order of everything after them around. Embeddings and isolates stay: right-to-left texts need them.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]", re.UNICODE
)


def fit(text: str) -> str:
    """Replace what no page can or should hold by a visible sign, one character for one."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def gist(text: str, limit: int = 90) -> str:
    """Return the beginning of a text on one line, cut at a word."""
    line = " ".join(fit(text).split())
    if len(line) <= limit:
        return line
    head, _, _ = line[: limit + 1].rpartition(" ")
    return f"{head or line[:limit]} …"


def percent(share: float) -> str:
    """Write a share in [0, 1] as a whole percentage that never rounds up to certainty."""
    return f"{min(int(share * 100 + 0.5), 100 if share >= 1 else 99)}%"


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ranges(lines: list[int]) -> str:
    """Write line numbers shortly: line 3; lines 5-7; lines 3 and 9."""
    numbers = sorted(set(lines))
    if not numbers:
        return ""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{'line' if len(numbers) == 1 else 'lines'} {listed}"
