"""A row of a corpus on its way through a run."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from checker.judging import Texts
from checker.reports import encodable

LARGEST = 2_000_000
"""Bytes of a row. Longer than any pair of articles; pairing the passages of such a row would take very long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row as read. It holds either texts, or the names of files, or a problem."""

    number: int
    """Counted from 1: the line, the row of the table, the place in the list of files."""
    id: str = "null"
    """As JSON."""
    source: str = ""
    republished: str = ""
    files: bool = False
    """Whether `source` and `republished` are names of files."""
    texts: bytes = b""
    """Digest of both texts, or of the files' contents."""
    site: str = ""
    problem: str = ""
    """Why there is nothing to judge."""


def entry_of(texts: Texts, number: int) -> Entry:
    """Make an entry of two texts, or of the reason why there are none."""
    site = encodable(texts.site) if isinstance(texts.site, str) else ""
    if isinstance(texts.id, dict | list):
        return Entry(number=number, problem=f"row {number}: its id is neither a text nor a number", site=site)
    id_ = encodable(json.dumps(texts.id, ensure_ascii=False))
    where = site or site_of(str(texts.id))
    if texts.problem:
        return Entry(number=number, id=id_, site=where, problem=encodable(texts.problem))
    source, republished = encodable(texts.source), encodable(texts.republished)
    return Entry(
        number=number,
        id=id_,
        source=source,
        republished=republished,
        texts=digest_of(source.encode(), republished.encode()),
        site=where,
    )


def digest_of(source: bytes, republished: bytes) -> bytes:
    """Return what two texts are known by."""
    digest = hashlib.blake2b(len(source).to_bytes(8), digest_size=16)
    digest.update(source)
    digest.update(republished)
    return digest.digest()


def key_of(texts: bytes, fingerprint: str) -> bytes:
    """Return what a judgement is known by: the texts, and all that decides what the judge says of them."""
    return hashlib.blake2b(texts, digest_size=16, key=fingerprint.encode()[:64]).digest()


def site_of(name: str) -> str:
    """Return the host of an address, or the first folder of a path; nothing for other names."""
    if "://" in name:
        try:
            return urlsplit(name).hostname or ""
        except ValueError:
            return ""
    parts = PurePath(name).parts
    return parts[0] if len(parts) > 1 else ""
