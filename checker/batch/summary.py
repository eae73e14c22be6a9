"""What a run found, in figures, and what changed since another one: computed within the files of the runs."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.batch.folder import RunFolder
from checker.errors import InputError
from checker.policy import FLAGGED

_MOST_SITES = 50
_LABEL = "coalesce({0}.label, 'undetermined')"
_FLAGGED = "(" + ", ".join(f"'{label.value}'" for label in sorted(FLAGGED)) + ")"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What was found about the copies of one site: the row's `site`, or the host or first folder of its id."""

    site: str
    rows: int
    flagged: int
    undetermined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """A flagged row."""

    row: int
    id: object
    site: str
    label: str
    confidence: float | None
    p_consistent: float | None
    findings: tuple[str, ...]
    """The explanations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row about whose texts two runs say different things."""

    id: object
    before: str
    now: str
    p_before: float | None
    p_now: float | None
    findings: tuple[str, ...]
    """What the later run says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed since an earlier run. Rows are told apart by their ids."""

    earlier: str
    differs: Mapping[str, tuple[object, object]]
    """What decides verdicts and is not the same in both runs: name -> before, now."""
    both: int
    """Rows with the same texts in both runs; the figures below count these."""
    labels: Mapping[str, int]
    """`consistent -> distorted` and so on -> rows; what stayed is not listed."""
    other_texts: int
    """Rows with the same id and other texts."""
    only_now: int
    only_before: int
    changes: tuple[Change, ...]
    """The gravest changes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run found."""

    run: str
    manifest: Mapping[str, object]
    finished: bool
    rows: int
    labels: Mapping[str, int]
    kinds: Mapping[str, int]
    """Kind of finding -> rows with one."""
    sites: tuple[Site, ...]
    """Those with the largest part flagged first, of the 50 with most rows."""
    failures: Mapping[str, int]
    """Reason -> rows, the most frequent ones."""
    worst: tuple[Worst, ...]
    comparison: Comparison | None = None


def summarized(run: Path, *, worst: int, against: Path | None = None) -> Summary:
    """Count what a run found; an unfinished one as far as it is.

    Raises:
        InputError: There is no such run, or its file is damaged.
    """
    folder = RunFolder(run)
    manifest = folder.manifest
    with _opened(folder) as db:
        labels = dict(
            db.execute(f"SELECT {_LABEL.format('results')} AS said, count(*) FROM {_JOINED} GROUP BY said")
        )
        return Summary(
            run=str(run),
            manifest=manifest,
            finished=folder.summary.exists(),
            rows=sum(labels.values()),
            labels=dict(sorted(labels.items())),
            kinds=_kinds(db),
            sites=_sites(db),
            failures=_failures(db),
            worst=_worst(db, worst),
            comparison=_comparison(db, manifest, RunFolder(against), worst) if against else None,
        )


_JOINED = "rows LEFT JOIN results USING (key)"


@contextmanager
def _opened(folder: RunFolder) -> Iterator[sqlite3.Connection]:
    db = None
    try:
        db = sqlite3.connect(_address(folder), uri=True)
        yield db
    except sqlite3.Error as error:
        raise InputError(str(folder.ledger), str(error), hint="Was the run begun on this machine?") from error
    finally:
        if db:
            db.close()


def _address(folder: RunFolder) -> str:
    return f"{folder.ledger.resolve().as_uri()}?mode=ro"


def _kinds(db: sqlite3.Connection) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for kinds, rows in db.execute(f"SELECT kinds, count(*) FROM {_JOINED} WHERE kinds <> '' GROUP BY kinds"):
        for kind in kinds.split(","):
            counts[kind] += rows
    return dict(counts.most_common())


def _sites(db: sqlite3.Connection) -> tuple[Site, ...]:
    found = db.execute(
        f"SELECT site, count(*) AS total, total(label IN {_FLAGGED}), "
        f"total({_LABEL.format('results')} = 'undetermined') FROM {_JOINED} WHERE site <> '' "
        "GROUP BY site ORDER BY total DESC, site LIMIT ?",
        (_MOST_SITES,),
    )
    sites = (Site(site=name, rows=rows, flagged=int(f), undetermined=int(u)) for name, rows, f, u in found)
    return tuple(sorted(sites, key=lambda site: (-site.flagged / site.rows, -site.rows, site.site)))


def _failures(db: sqlite3.Connection) -> dict[str, int]:
    # Numbers differ from row to row: reasons are counted by what stands before the detail.
    counts: Counter[str] = Counter()
    for reason, problem in db.execute(
        f"SELECT reason, problem FROM {_JOINED} WHERE {_LABEL.format('results')} = 'undetermined'"
    ):
        counts["the row itself" if problem else (reason or "not judged yet").partition(":")[0]] += 1
    return dict(counts.most_common())


def _worst(db: sqlite3.Connection, count: int) -> tuple[Worst, ...]:
    return tuple(
        Worst(
            row=number,
            id=json.loads(id_),
            site=site,
            label=label,
            confidence=confidence,
            p_consistent=p_consistent,
            findings=_explanations(row),
        )
        for number, id_, site, label, confidence, p_consistent, row in db.execute(
            f"SELECT number, id, site, label, confidence, p_consistent, row FROM {_JOINED} WHERE label IN {_FLAGGED} "
            "ORDER BY label, confidence DESC, p_consistent, number LIMIT ?",  # contradictory before distorted
            (count,),
        )
    )


def _explanations(row: str | None) -> tuple[str, ...]:
    found: dict[str, Any] = json.loads(row) if row else {"findings": []}
    return tuple(str(finding["explanation"]) for finding in found["findings"])


def _comparison(
    db: sqlite3.Connection, manifest: Mapping[str, object], earlier: RunFolder, most: int
) -> Comparison:
    before = earlier.manifest
    db.execute("ATTACH ? AS before", (_address(earlier),))
    db.execute(
        # Ids are unique where they are not null, and both files have an index of them.
        "CREATE TEMP VIEW both AS "
        "SELECT now.id AS id, now.texts = was.texts AS same, now.key AS key, was.key AS key_was "
        "FROM main.rows AS now JOIN before.rows AS was ON was.id = now.id AND was.id <> 'null' "
        "WHERE now.id <> 'null'"
    )
    pairs = (
        "both LEFT JOIN main.results AS r ON r.key = both.key LEFT JOIN before.results AS w ON w.key = both.key_was "
        "WHERE both.same"
    )
    was, now = _LABEL.format("w"), _LABEL.format("r")
    moves = db.execute(
        f"SELECT {was}, {now}, count(*) FROM {pairs} AND {was} <> {now} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
    )
    changes = db.execute(
        f"SELECT both.id, {was}, {now}, w.p_consistent, r.p_consistent, r.row FROM {pairs} AND {was} <> {now} "
        # Newly flagged rows first, then by how far the judge moved.
        f"ORDER BY {now} IN {_FLAGGED} DESC, abs(coalesce(w.p_consistent, 0.5) - coalesce(r.p_consistent, 0.5)) DESC, "
        "both.id LIMIT ?",
        (most,),
    )
    listed = tuple(
        Change(id=json.loads(id_), before=a, now=b, p_before=p_a, p_now=p_b, findings=_explanations(row))
        for id_, a, b, p_a, p_b, row in changes
    )
    return Comparison(
        earlier=str(earlier.path),
        differs={
            field: (before.get(field), manifest.get(field))
            for field in ("version", "judge", "prompt", "language", "configuration")
            if before.get(field) != manifest.get(field)
        },
        both=_count(db, "both WHERE same"),
        labels={f"{a} -> {b}": count for a, b, count in moves},
        other_texts=_count(db, "both WHERE NOT same"),
        only_now=_only(db, "main", "before"),
        only_before=_only(db, "before", "main"),
        changes=listed,
    )


def _count(db: sqlite3.Connection, source: str) -> int:
    [count] = db.execute(f"SELECT count(*) FROM {source}").fetchone()
    return int(count)


def _only(db: sqlite3.Connection, here: str, there: str) -> int:
    return _count(
        db,
        f"{here}.rows AS h WHERE h.id <> 'null' AND NOT EXISTS "
        f"(SELECT 1 FROM {there}.rows AS t WHERE t.id = h.id AND t.id <> 'null')",
    )
