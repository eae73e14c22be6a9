"""Every regular expression of the program, and the texts that would make a careless one slow."""

import ast
import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, NamedTuple

import checker

sre: Any = re._constants  # type: ignore[attr-defined]
"""What a parsed pattern is made of: the only place that tells it."""
PACKAGE = Path(str(checker.__file__)).parent
LONG = 100_000
"""Characters of a nasty text."""


class Found(NamedTuple):
    """A regular expression and where it stands."""

    place: str
    pattern: re.Pattern[Any]


def patterns() -> list[Found]:
    """Return every regular expression of the package: those that modules hold, and those written where used."""
    found: dict[str | bytes, Found] = {}
    for module in modules():
        for name, value in vars(module).items():
            for pattern in _inside(value):
                found.setdefault(pattern.pattern, Found(f"{module.__name__}.{name}", pattern))
    for module in modules():
        for line, pattern in _written(module):
            found.setdefault(pattern.pattern, Found(f"{module.__name__}:{line}", pattern))
    return list(found.values())


def calls_of(place: str) -> set[str]:
    """Return the methods that the program calls of a pattern by its name, e.g. `match`; nothing where it has none."""
    name = place.rpartition(".")[2]
    if not name.isidentifier():
        return set()
    sources = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    return {method for source in sources for method in re.findall(rf"\b{name}\.([a-z]+)\(", source)}


def modules() -> Iterator[ModuleType]:
    """Import and yield every module of the package."""
    for info in pkgutil.walk_packages(checker.__path__, "checker."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _inside(value: object, depth: int = 4) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from _inside(each, depth - 1)
    elif depth and isinstance(value, dict):
        for each in value.values():
            yield from _inside(each, depth - 1)
    elif depth and hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        for name in value.__dataclass_fields__:
            with suppress(AttributeError):
                yield from _inside(getattr(value, name), depth - 1)


def _written(module: ModuleType) -> Iterator[tuple[int, re.Pattern[Any]]]:
    """Yield the patterns given as literals to functions of `re`, wherever in the module."""
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, (str, bytes))
        ):
            yield node.lineno, re.compile(node.args[0].value)


def nasty_texts(pattern: re.Pattern[Any], length: int = LONG) -> Iterator[str]:
    """Yield texts that nearly match, again and again: what the pattern repeats, repeated, and never what ends it."""
    tree = re._parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)  # type: ignore[attr-defined]
    samples = dict.fromkeys(_samples(tree))
    units = [*_USUAL, *samples]
    whole = "".join(_sample(item) for item in tree)
    for unit in dict.fromkeys(filter(None, (*units, whole, f"{whole} ", f" {whole}"))):
        for prefix in dict.fromkeys(("", whole[:1], whole[:-1])):
            for ending in ("\x00", "!", "\n", "a"):
                body = unit * (length // len(unit))
                yield f"{prefix}{body}{ending}"


_USUAL = (
    " ",
    "\n",
    "\t ",
    "a",
    "A",
    "0",
    ".",
    ",",
    "-",
    "'",
    '"',
    "“",
    "<",
    "&",
    "a ",
    "A. ",
    "1,",
    "a-",
    "a b, ",
)


def _samples(tree: Any) -> Iterator[str]:
    """Yield an example of everything that the pattern repeats, alone and with what stands beside it."""
    items = list(tree)
    for number, (kind, what) in enumerate(items):
        if kind in _REPEATS:
            inner = "".join(_sample(item) for item in what[2])
            yield inner
            before = "".join(_sample(item) for item in items[:number])
            after = "".join(_sample(item) for item in items[number + 1 : number + 3])
            yield before
            yield before + inner
            yield inner + after
            yield before + inner + after
            yield from _samples(what[2])
        elif kind is sre.SUBPATTERN:
            yield from _samples(what[3])
        elif kind is sre.BRANCH:
            for branch in what[1]:
                yield from _samples(branch)
        elif kind in {sre.ASSERT, sre.ASSERT_NOT}:
            yield from _samples(what[1])
        elif kind is sre.ATOMIC_GROUP:
            yield from _samples(what)


_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
_CATEGORY = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: " ",
}


def _sample(item: tuple[Any, Any]) -> str:
    """Return a text that this part of a pattern matches, or nearly."""
    kind, what = item
    if kind is sre.LITERAL:
        return chr(what)
    if kind is sre.NOT_LITERAL:
        return "a" if what != ord("a") else "b"
    if kind is sre.ANY:
        return "a"
    if kind is sre.IN:
        return _of_set(what)
    if kind in _REPEATS:
        once = "".join(_sample(each) for each in what[2])
        return once * max(int(what[0]), 1)
    if kind is sre.SUBPATTERN:
        return "".join(_sample(each) for each in what[3])
    if kind is sre.BRANCH:
        return "".join(_sample(each) for each in what[1][0])
    if kind is sre.ATOMIC_GROUP:
        return "".join(_sample(each) for each in what)
    return ""


def _of_set(what: Any) -> str:
    if what[0][0] is sre.NEGATE:
        matcher = re.compile(_spelled(what))
        return next((letter for letter in "a1 .-xZ\n<" if matcher.fullmatch(letter)), "é")
    kind, value = what[0]
    if kind is sre.LITERAL:
        return chr(value)
    if kind is sre.RANGE:
        return chr(value[0])
    return _CATEGORY.get(value, "a")


def _spelled(what: Any) -> str:
    parts = []
    for kind, value in what:
        if kind is sre.NEGATE:
            parts.append("^")
        elif kind is sre.LITERAL:
            parts.append(re.escape(chr(value)))
        elif kind is sre.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        else:
            parts.append(_SPELLED[value])
    return f"[{''.join(parts)}]"


_SPELLED = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_NOT_WORD: r"\W",
}


class TooSlowError(Exception):
    """It would have taken longer."""


class Limit:
    """Breaks off what takes more than so many seconds of this process's own time, however busy the machine is."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        def over(_signal: int, _frame: FrameType | None) -> None:
            raise TooSlowError

        self._usual = signal.signal(signal.SIGVTALRM, over)
        signal.setitimer(signal.ITIMER_VIRTUAL, self._seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, self._usual)
