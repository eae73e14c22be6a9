"""Which cases are put to a judge: all of them, or what the user asked for."""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from itertools import groupby

from checker.errors import UsageError
from checker.selftest import texts
from checker.selftest.cases import Case, Part, pair_cases
from checker.selftest.relations import RELATIONS, relation_cases


def cases(*, only: Collection[str] = (), each: int | None = None) -> list[Case]:
    """Return the cases of the self-test.

    Args:
        only: Names of parts, kinds and relations; everything if empty.
        each: At most so many of each kind.

    Raises:
        UsageError: There is no part, kind or relation of that name.
    """
    for word in only:
        if word not in (known := names()):
            close = get_close_matches(word, known, n=1)
            hint = f"Did you mean {close[0]}?" if close else f"Choose from {', '.join(known)}."
            raise UsageError(f"--only: there is no {word!r}.", hint=hint)
    wanted = [case for case in _every(only, each) if not only or {case.part.value, case.kind} & set(only)]
    # Cases of a relation are mixed with those of others, article by article.
    wanted.sort(key=lambda case: (list(Part).index(case.part), _position(case)))
    return [
        case
        for _, group in groupby(wanted, key=lambda case: (case.part, case.kind))
        for case in [*group][:each]
    ]


def names() -> list[str]:
    """Return what `--only` can name."""
    kinds = [kind.name for kind in (*texts.planted(), *texts.harmless())]
    return [*Part, *kinds, *RELATIONS]


def _every(only: Collection[str], each: int | None) -> Iterator[Case]:
    yield from pair_cases(Part.PLANTED, texts.planted())
    yield from pair_cases(Part.HARMLESS, texts.harmless())
    if not only or {Part.RELATIONS, *RELATIONS} & set(only):  # reading and pairing articles takes its time
        yield from relation_cases(texts.stories()[:each])


def _position(case: Case) -> int:
    order: Sequence[str] = names()
    return order.index(case.kind)
