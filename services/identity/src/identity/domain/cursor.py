"""Cursors: where the next page of a list begins, as text that callers hand back untouched."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import datetime
from uuid import UUID

from chassis.refusal import Invalid


def cursor_of(*parts: str) -> str:
    """The text of a place in a list."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def moment_cursor(created_at: datetime, row_id: UUID) -> str:
    """The place of a row in a list by age."""
    return cursor_of(created_at.isoformat(), str(row_id))


def moment_at(cursor: str) -> tuple[datetime, UUID] | None:
    """The row that a page ended with; None for the first page. Raises Invalid."""
    if not cursor:
        return None
    parts = parts_of(cursor)
    try:
        created_at, row_id = parts
        moment = datetime.fromisoformat(created_at)
        moment.astimezone()
        return moment, UUID(row_id)
    except (ValueError, OverflowError) as error:
        raise wrong_cursor() from error


def word_at(cursor: str) -> str:
    """The word that a page of a list by name ended with; empty for the first page. Raises Invalid."""
    if not cursor:
        return ""
    parts = parts_of(cursor)
    if len(parts) != 1 or not parts[0].isprintable():
        raise wrong_cursor()
    return parts[0]


def parts_of(cursor: str) -> list[str]:
    """What a cursor holds. Raises Invalid when it is none of ours."""
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise wrong_cursor() from error
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise wrong_cursor()
    return parts


def wrong_cursor() -> Invalid:
    """The one refusal of them all."""
    return Invalid("cursor_invalid", "cursor must be the next_cursor of the page before.", "cursor")
