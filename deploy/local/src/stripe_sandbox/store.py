"""What the sandbox remembers, in SQLite: an object's change, its event and the delivery of it are one transaction."""

from __future__ import annotations

import json
import secrets
import sqlite3
import string
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Document = dict[str, Any]

ALPHABET = string.ascii_letters + string.digits

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS object (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS object_by_kind ON object (kind, position);
CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL, attempts INTEGER NOT NULL, due REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS answer (
    idempotency_key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL
);
"""


def new_id(prefix: str) -> str:
    """An id as Stripe's look, such as pi_3N…"""
    return f"{prefix}_" + "".join(secrets.choice(ALPHABET) for _ in range(24))


class Store:
    """The sandbox's memory."""

    def __init__(self, path: Path, api_version: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(SCHEMA)
        self._api_version = api_version
        self._depth = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside, or nothing; inner ones join the outer."""
        self._depth += 1
        if self._depth == 1:
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._depth == 1:
                self._connection.execute("ROLLBACK")
            raise
        else:
            if self._depth == 1:
                self._connection.execute("COMMIT")
        finally:
            self._depth -= 1

    def put(self, document: Document) -> Document:
        """Stores an object, new or changed."""
        statement = (
            "INSERT INTO object (id, kind, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
        )
        self._connection.execute(statement, (document["id"], document["object"], json.dumps(document)))
        return document

    def find(self, kind: str, object_id: str) -> Document | None:
        """One object."""
        found = self._connection.execute(
            "SELECT body FROM object WHERE id = ? AND kind = ?", (object_id, kind)
        ).fetchone()
        return json.loads(found[0]) if found else None

    def list_all(self, kind: str) -> list[Document]:
        """All objects of a kind, newest first."""
        rows = self._connection.execute("SELECT body FROM object WHERE kind = ? ORDER BY position DESC", (kind,))
        return [json.loads(row[0]) for row in rows]

    def emit(self, event_type: str, subject: Document) -> None:
        """An event about an object as it is now, and its delivery."""
        event = {
            "id": new_id("evt"),
            "object": "event",
            "api_version": self._api_version,
            "created": int(time.time()),
            "data": {"object": subject},
            "livemode": False,
            "pending_webhooks": 1,
            "request": {"id": None, "idempotency_key": None},
            "type": event_type,
        }
        self.put(event)
        statement = "INSERT INTO delivery (event_id, attempts, due) VALUES (?, 0, ?)"
        self._connection.execute(statement, (event["id"], time.time()))

    def due_deliveries(self, now: float, limit: int) -> list[tuple[int, str, int]]:
        """Deliveries to try now: id, event id, tries so far."""
        statement = "SELECT id, event_id, attempts FROM delivery WHERE due <= ? ORDER BY due LIMIT ?"
        return self._connection.execute(statement, (now, limit)).fetchall()

    def postpone(self, delivery: int, due: float) -> None:
        """Tries a delivery again later."""
        self._connection.execute("UPDATE delivery SET attempts = attempts + 1, due = ? WHERE id = ?", (due, delivery))

    def forget_delivery(self, delivery: int) -> None:
        """It arrived."""
        self._connection.execute("DELETE FROM delivery WHERE id = ?", (delivery,))

    def find_answer(self, key: str) -> tuple[str, int, str] | None:
        """What was answered under an idempotency key: fingerprint of the request, status, body."""
        statement = "SELECT fingerprint, status, body FROM answer WHERE idempotency_key = ?"
        found: tuple[str, int, str] | None = self._connection.execute(statement, (key,)).fetchone()
        return found

    def keep_answer(self, key: str, fingerprint: str, status: int, body: str) -> None:
        """Remembers an answer."""
        self._connection.execute("INSERT INTO answer VALUES (?, ?, ?, ?)", (key, fingerprint, status, body))
