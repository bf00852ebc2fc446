"""Where the next page of a list begins: behind a moment and an id, or behind a word."""

from __future__ import annotations

from datetime import datetime
from typing import cast
from uuid import UUID

from chassis.cursors import cursor_of, keys_of, wrong_cursor

FIELD = "cursor"


def moment_cursor(created_at: datetime, row_id: UUID) -> str:
    """The place of a row in a list by age."""
    return cursor_of(created_at.isoformat(), str(row_id))


def moment_at(cursor: str) -> tuple[datetime, UUID] | None:
    """The row that a page ended with; None for the first page. Raises Invalid."""
    keys = cast("list[str] | None", keys_of(cursor, str, str, field=FIELD))
    if keys is None:
        return None
    try:
        moment, row_id = datetime.fromisoformat(keys[0]), UUID(keys[1])
    except ValueError as error:
        raise wrong_cursor(FIELD) from error
    if moment.tzinfo is None:
        raise wrong_cursor(FIELD)
    return moment, row_id


def word_at(cursor: str) -> str:
    """The word that a page of a list by name ended with; empty for the first page. Raises Invalid."""
    keys = cast("list[str] | None", keys_of(cursor, str, field=FIELD))
    if keys is None:
        return ""
    if not keys[0].isprintable():
        raise wrong_cursor(FIELD)
    return keys[0]
