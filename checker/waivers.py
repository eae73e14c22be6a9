"""Waivers: findings that somebody has looked at and accepts until a day, kept in a TOML file.

    [c991973981941418]
    reason = "The agency corrected the figure by telephone."
    author = "Ana Ruiz"
    until = 2027-01-31

The table's name is the pair's fingerprint. The file is made by `checker waive` and read by people in reviews.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from checker.errors import CheckerError
from checker.output import Target, write
from checker.parsing import read_toml

FINGERPRINT = re.compile(r"[0-9a-f]{16}(-[0-9]+)?")
_HEADER = re.compile(r"^[ \t]*\[[ \t]*[\"']?([^\]\"'\n]+?)[\"']?[ \t]*\]", re.MULTILINE)
_KEYS = ("reason", "author", "until")


class WaiverError(CheckerError):
    """A waiver is not one, or stands there twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Somebody's decision to accept a pair as it is."""

    fingerprint: str
    reason: str
    author: str
    until: date
    """The last day on which it holds."""

    def holds(self, today: date) -> bool:
        """Tell whether it still counts."""
        return today <= self.until


def fingerprint_of(word: str) -> str:
    """Return the fingerprint in what a report calls a finding: `c991973981941418`, or `c991973981941418:unit`.

    Raises:
        WaiverError: There is none, as in `p34`, which is a pair's number in one run only.
    """
    # A link that was copied out of the HTML report ends in it, too.
    found = word.strip().lower().partition("#f-")[2] or word.strip().lower().partition(":")[0]
    if not FINGERPRINT.fullmatch(found):
        raise WaiverError(
            f"{word!r} is not a fingerprint",
            hint="Take the 16 digits that the report gives beside the finding.",
        )
    return found


def parse(text: str, name: str) -> dict[str, Waiver]:
    """Read a file of waivers; fingerprint -> waiver, in the order of the file.

    Raises:
        WaiverError: One is there twice, lacks its reason, its author or its end, or is not one at all.
    """
    twice = [word for word, times in Counter(_HEADER.findall(text)).items() if times > 1]
    if twice:
        raise WaiverError(f"{name}: {twice[0]} is waived twice", hint="Delete one of the two.")
    try:
        document = read_toml(text)
    except ValueError as error:
        raise WaiverError(f"{name}: is not valid TOML: {error}", hint="Correct the file.") from error
    return {fingerprint: _waiver(fingerprint, table, name) for fingerprint, table in document.items()}


def _waiver(fingerprint: str, table: object, name: str) -> Waiver:
    where = f"{name}: {fingerprint}"
    if not FINGERPRINT.fullmatch(fingerprint) or not isinstance(table, dict):
        raise WaiverError(
            f"{where} is not a fingerprint",
            hint="Waivers are tables named [fingerprint]; see checker waive --help.",
        )
    if unknown := sorted(table.keys() - set(_KEYS)):
        raise WaiverError(f"{where}: there is no key {unknown[0]!r}", hint=f"Choose from {', '.join(_KEYS)}.")
    for key in ("reason", "author"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise WaiverError(f"{where} has no {key}", hint=f'Add {key} = "...", or delete the waiver.')
    until = table.get("until")
    if not isinstance(until, date) or isinstance(until, datetime):
        raise WaiverError(
            f"{where} has no end", hint="Add until = 2027-01-31, a date without quotation marks."
        )
    return Waiver(fingerprint=fingerprint, reason=table["reason"], author=table["author"], until=until)


def decided(
    words: Sequence[str],
    *,
    reason: str,
    author: str,
    until: str,
    today: date,
    existing: Mapping[str, Waiver],
    replace: bool,
) -> list[Waiver]:
    """Return new waivers for what a user typed.

    Raises:
        WaiverError: There is no reason, the day is none or is over, or something is waived already.
    """
    if not reason.strip():
        raise WaiverError(
            "A waiver needs a reason", hint='Say why the text may stay as it is: --reason "...".'
        )
    if not author.strip():
        raise WaiverError("A waiver needs an author", hint='Say who decides this: --author "...".')
    try:
        day = date.fromisoformat(until)
    except ValueError as error:
        raise WaiverError(f"--until: {until!r} is not a date", hint="Write it as 2027-01-31.") from error
    if day < today:
        raise WaiverError(f"--until: {day.isoformat()} is over", hint="Give a day that is to come.")
    found = []
    for fingerprint in dict.fromkeys(map(fingerprint_of, words)):
        old = existing.get(fingerprint)
        if old and old.holds(today) and not replace:
            raise WaiverError(
                f"{fingerprint} is waived already, until {old.until.isoformat()} by {old.author}",
                hint="Give --replace to put this in its place.",
            )
        found.append(Waiver(fingerprint=fingerprint, reason=reason.strip(), author=author.strip(), until=day))
    return found


def added(text: str, new: Sequence[Waiver]) -> str:
    """Return the text of the file with these waivers at its end, in place of those with the same fingerprints."""
    replaced = {waiver.fingerprint for waiver in new}
    kept, inside = [], False
    for line in text.splitlines():
        if header := _HEADER.match(line):
            inside = header[1] in replaced
        if not inside or line.lstrip().startswith("#"):
            kept.append(line)
    parts = ["\n".join(kept).strip("\n") or "# Findings that are accepted as they are: checker waive --help"]
    parts += [
        f"[{waiver.fingerprint}]\n"
        f"reason = {_quoted(waiver.reason)}\n"
        f"author = {_quoted(waiver.author)}\n"
        f"until = {waiver.until.isoformat()}"
        for waiver in new
    ]
    return "\n\n".join(parts) + "\n"


def save(path: Path, new: Sequence[Waiver]) -> None:
    """Write waivers into a file, which is made if there is none; everything else in it stays.

    Raises:
        WaiverError: The file cannot be understood.
        OutputError: It cannot be written.
    """
    text = added(_read(path) if path.exists() else "", new)
    parse(text, str(path))
    write(Target(format="toml", path=path), text)


def _quoted(text: str) -> str:
    # A JSON text is a basic string of TOML, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def load(path: Path) -> dict[str, Waiver]:
    """Read a file of waivers.

    Raises:
        WaiverError: It cannot be read or understood.
    """
    return parse(_read(path), str(path))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise WaiverError(f"{path}: is not UTF-8", hint="Save the file as UTF-8.") from error
    except OSError as error:
        raise WaiverError(f"{path}: {error.strerror or error}", hint="Give the path of a file.") from error
