"""ZIP archives from strangers: what is in them may unpack to a thousand times their size."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from checker.errors import InputError

MOST_PARTS = 10_000
MOST_BYTES = 50_000_000
"""What all parts that are read may unpack to. A novel in DOCX has 5 MB."""
MOST_TAGS = 1_000_000
"""Tags in the parts of a document; as many take 600 MB and 20 seconds to read (mammoth 1.13)."""
_ENTRY = b"PK\x01\x02"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What `zipfile` raises for archives that are cut off, encrypted or lie about themselves."""


class Archive:
    """The parts of a document; reading too much out of it is an error."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open an archive.

        Raises:
            InputError: It is damaged, or has too many parts.
        """
        self._name = name
        self._unpacked = 0
        if data.count(_ENTRY) > MOST_PARTS:
            raise self._trap(f"has more than {MOST_PARTS:,} parts")
        with self._damage():
            self._file = zipfile.ZipFile(io.BytesIO(data))
        self.parts = frozenset(self._file.namelist())

    def read(self, part: str) -> bytes:
        """Unpack a part.

        Raises:
            InputError: It is damaged or encrypted, or all that was read so far is too much for a text.
        """
        if part not in self.parts:
            raise InputError(self._name, f"is damaged: {part[:80]!r} is missing", hint=_AGAIN)
        with self._damage():
            # zipfile never unpacks more than the size that the archive admits to.
            self._unpacked += self._file.getinfo(part).file_size
            if self._unpacked > MOST_BYTES:
                raise self._trap(f"unpacks to more than {MOST_BYTES:,} bytes of text")
            return self._file.read(part)

    def _trap(self, problem: str) -> InputError:
        return InputError(self._name, problem, hint="Save the article's text alone and give that.")

    @contextmanager
    def _damage(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGED as error:
            problem = "is protected by a password" if "encrypted" in str(error) else "is cut off or damaged"
            raise InputError(self._name, problem, hint=_AGAIN) from error


_AGAIN = "Open it in the program that made it and save it again, without a password, or save it as text."
