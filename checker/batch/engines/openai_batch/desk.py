"""What is asked and what has come back: one SQLite file in the folder of the run, which any machine can go on with."""

import json
import secrets
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from checker.batch.entries import Entry
from checker.batch.work import Block
from checker.domain import Reason
from checker.errors import OutputError
from checker.llm.asking import Answer, Call, Cost, Reply, Silence
from checker.llm.endpoint import Learned
from checker.llm.rulings import memory_key
from checker.llm.settings import Structured
from checker.transactions import transaction

ATTEMPTS = 3
"""How often a request is put into a batch that brings nothing about it."""

_TABLES = """
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS questions (number INTEGER PRIMARY KEY, block INTEGER NOT NULL, entry TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS questions_of_block ON questions (block);
CREATE TABLE IF NOT EXISTS calls (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, block INTEGER NOT NULL, request TEXT NOT NULL,
    state TEXT NOT NULL, part INTEGER, attempts INTEGER NOT NULL DEFAULT 0, reply TEXT);
CREATE INDEX IF NOT EXISTS calls_of_block ON calls (block, state);
CREATE INDEX IF NOT EXISTS calls_of_state ON calls (state, part);
CREATE TABLE IF NOT EXISTS parts (
    number INTEGER PRIMARY KEY, form TEXT NOT NULL, file TEXT, batch TEXT, status TEXT NOT NULL,
    collected INTEGER NOT NULL);
"""
# A call is `new`, `sent` in a part, or `settled`: its reply is known, be it an answer or the reason why there is none.


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A batch at the provider."""

    number: int
    form: Structured
    """In which form its requests ask for answers."""
    file: str | None
    batch: str | None
    status: str
    """What the provider last said, or `written`, `uploaded` before it knows of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A call that is to be sent."""

    id: str
    system: str
    user: str
    max_tokens: int


class Desk:
    """The file, and an `Asker` that answers from it."""

    def __init__(self, path: Path) -> None:
        """Open the file, and make it where there is none.

        Raises:
            OutputError: It cannot be written.
        """
        self.path = path
        self.waiting = 0
        """Calls of the block at hand that have no reply yet."""
        self._block = 0
        with self._explained():
            self._db = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.executescript(f"BEGIN; {_TABLES} COMMIT;")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(str(self.path), str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all of what is written within, or nothing."""
        with self._explained(), transaction(self._db):
            yield

    # What concerns the whole

    def note(self, name: str, value: str) -> None:
        """Write something down under a name."""
        with self._explained():
            self._db.execute("REPLACE INTO notes VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str:
        """Return what is written down under a name, or nothing."""
        row = self._db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    @property
    def secret(self) -> bytes:
        """What nonces and ids come from: the same for the whole run, so that a call is the same in every round."""
        if not self.noted("secret"):
            self.note("secret", secrets.token_hex(16))
        return bytes.fromhex(self.noted("secret"))

    @property
    def learned(self) -> Learned:
        """What is known of the provider's ways."""
        found = json.loads(self.noted("learned") or "{}")
        form = found.pop("form", None)
        return Learned(**found, form=Structured(form) if form else None)

    def keep_learned(self, learned: Learned) -> None:
        """Remember what was found out."""
        self.note("learned", json.dumps(asdict(learned)))

    # Questions, in blocks that stay as they are

    def ask_about(self, block: Block) -> None:
        """Take a block of rows to be judged."""
        with self.transaction():
            [last] = self._db.execute("SELECT coalesce(max(block), 0) FROM questions").fetchone()
            self._db.executemany(
                "INSERT OR REPLACE INTO questions VALUES (?, ?, ?)",
                (
                    (
                        entry.number,
                        last + 1,
                        json.dumps({**asdict(entry), "texts": entry.texts.hex()}, ensure_ascii=False),
                    )
                    for entry in block
                ),
            )

    def begin(self) -> None:
        """Forget the questions, which are about to be put anew; answers stay."""
        with self.transaction():
            self._db.execute("DELETE FROM notes WHERE name = 'asked'")
            self._db.execute("DELETE FROM questions")
            self._db.execute("DELETE FROM calls WHERE state <> 'settled' OR reply LIKE '{\"reason\"%'")
            self._db.execute("UPDATE parts SET collected = 1")

    def all_asked(self, digest: str) -> None:
        """Note that the corpus has been read to its end."""
        self.note("asked", digest)

    @property
    def asked(self) -> str:
        """The digest of the corpus, once it has been read to its end."""
        return self.noted("asked")

    def ready(self) -> Iterator[tuple[int, Block]]:
        """Yield the blocks of which no call is under way."""
        numbers = self._db.execute(
            "SELECT DISTINCT block FROM questions AS q WHERE NOT EXISTS "
            "(SELECT 1 FROM calls WHERE calls.block = q.block AND state IN ('new', 'sent')) ORDER BY block"
        ).fetchall()
        for (number,) in numbers:
            rows = self._db.execute(
                "SELECT entry FROM questions WHERE block = ? ORDER BY number", (number,)
            ).fetchall()
            self._block, self.waiting = number, 0
            yield number, tuple(_entry(text) for (text,) in rows)

    def done(self, block: int) -> None:
        """Forget a block that is judged."""
        with self.transaction():
            self._db.execute("DELETE FROM questions WHERE block = ?", (block,))
            self._db.execute("DELETE FROM calls WHERE block = ?", (block,))

    def open_questions(self) -> int:
        """Return how many rows are not judged yet."""
        [count] = self._db.execute("SELECT count(*) FROM questions").fetchone()
        return int(count)

    # Calls

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["Desk"]:
        """Stand where an endpoint would."""
        yield self

    async def ask(self, call: Call) -> Reply:
        """Answer from what has come back, or note the call for the next part."""
        id_ = memory_key(call.prompt, call.system, call.user, call.nonce)[:40]
        row = self._db.execute("SELECT state, reply FROM calls WHERE id = ?", (id_,)).fetchone()
        if row and row[0] == "settled":
            return _reply(row[1])
        self.waiting += 1
        if row is None:
            request = {"system": call.system, "user": call.user, "max_tokens": call.max_tokens}
            with self._explained():
                self._db.execute(
                    "INSERT INTO calls (id, block, request, state) VALUES (?, ?, ?, 'new')",
                    (id_, self._block, json.dumps(request, ensure_ascii=False)),
                )
        return Silence(reason=Reason.OFFLINE, detail="the batch is under way")

    def new_requests(self) -> Iterator[Request]:
        """Yield the calls that are to be sent, in order."""
        for id_, request in self._db.execute(
            "SELECT id, request FROM calls WHERE state = 'new' ORDER BY number"
        ):
            yield Request(id=id_, **json.loads(request))

    def new_part(self, ids: Iterable[str], form: Structured) -> Part:
        """Note that these calls go out together."""
        with self.transaction():
            cursor = self._db.execute(
                "INSERT INTO parts (form, status, collected) VALUES (?, 'written', 0)", (form.value,)
            )
            self._db.executemany(
                "UPDATE calls SET state = 'sent', part = ?, attempts = attempts + 1 WHERE id = ?",
                ((cursor.lastrowid, id_) for id_ in ids),
            )
        return Part(number=int(cursor.lastrowid or 0), form=form, file=None, batch=None, status="written")

    def requests_of(self, part: Part) -> Iterator[Request]:
        """Yield the calls of a part that have no reply yet, in order."""
        for id_, request in self._db.execute(
            "SELECT id, request FROM calls WHERE part = ? AND state = 'sent' ORDER BY number", (part.number,)
        ):
            yield Request(id=id_, **json.loads(request))

    def settle(self, id_: str, part: Part, reply: Reply) -> bool:
        """Keep a reply; tell whether it was waited for. The first one counts."""
        kept = (
            {"text": reply.text, "cost": asdict(reply.cost)}
            if isinstance(reply, Answer)
            else {"reason": reply.reason.value, "detail": reply.detail, "cost": asdict(reply.cost)}
        )
        with self._explained():
            cursor = self._db.execute(
                "UPDATE calls SET state = 'settled', reply = ? WHERE id = ? AND part = ? AND state = 'sent'",
                (json.dumps(kept), id_, part.number),
            )
        return cursor.rowcount == 1

    def again(self, part: Part, detail: str, *, free: bool = False) -> None:
        """Let what a part brought nothing about be asked again, or give it up if that was tried often enough.

        Args:
            free: The attempt does not count: nothing of the part was tried.
        """
        with self.transaction():
            if free:
                self._db.execute(
                    "UPDATE calls SET attempts = attempts - 1 WHERE part = ? AND state = 'sent'",
                    (part.number,),
                )
            silence = {"reason": Reason.UNREACHABLE.value, "detail": f"{detail}, {ATTEMPTS} attempts"}
            self._db.execute(
                "UPDATE calls SET state = 'settled', reply = ? WHERE part = ? AND state = 'sent' AND attempts >= ?",
                (json.dumps({**silence, "cost": asdict(Cost())}), part.number, ATTEMPTS),
            )
            self._db.execute(
                "UPDATE calls SET state = 'new', part = NULL WHERE part = ? AND state = 'sent'",
                (part.number,),
            )

    # Parts

    def update(self, part: Part, *, collected: bool = False) -> None:
        """Keep what is known of a part."""
        with self._explained():
            self._db.execute(
                "UPDATE parts SET file = ?, batch = ?, status = ?, collected = ? WHERE number = ?",
                (part.file, part.batch, part.status, collected, part.number),
            )

    def parts(self, *, all_: bool = False) -> list[Part]:
        """Return the parts that are not collected yet, or all of them."""
        return [
            Part(number=number, form=Structured(form), file=file, batch=batch, status=status)
            for number, form, file, batch, status in self._db.execute(
                "SELECT number, form, file, batch, status FROM parts WHERE collected = 0 OR ? ORDER BY number",
                (all_,),
            )
        ]

    def size_of(self, part: Part) -> int:
        """Return how many calls of a part have no reply yet."""
        [count] = self._db.execute(
            "SELECT count(*) FROM calls WHERE part = ? AND state = 'sent'", (part.number,)
        ).fetchone()
        return int(count)


def _entry(text: str) -> Entry:
    found = json.loads(text)
    return Entry(**{**found, "texts": bytes.fromhex(found["texts"])})


def _reply(text: str) -> Reply:
    found = json.loads(text)
    cost = Cost(**found["cost"])
    if "text" in found:
        return Answer(text=found["text"], cost=cost)
    return Silence(reason=Reason(found["reason"]), detail=found["detail"], cost=cost)
