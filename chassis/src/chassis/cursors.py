"""Cursors: where a page ended, opaque to the client; the next page begins after it, whatever was added since."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from chassis.refusal import Invalid

Row = TypeVar("Row")

DEFAULT_PAGE_SIZE = 20
LONGEST_CURSOR = 512
LARGEST_NUMBER = 2**63 - 1


def page_size_of(asked: int, default: int = DEFAULT_PAGE_SIZE) -> int:
    """How many rows a page has; 0 on the wire means the default."""
    return asked or default


def cursor_of(*keys: str | int) -> str:
    """The cursor of a row whose sort keys are `keys`."""
    return base64.urlsafe_b64encode(json.dumps(keys, separators=(",", ":")).encode()).rstrip(b"=").decode()


def keys_of(cursor: str, *kinds: type, field: str = "page_token") -> list[str | int] | None:
    """The sort keys in `cursor`, None for an empty one. Raises Invalid unless they are of just these `kinds`."""
    if not cursor:
        return None
    try:
        keys = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except ValueError as error:
        raise wrong_cursor(field) from error
    if not isinstance(keys, list) or [type(key) for key in keys] != list(kinds):
        raise wrong_cursor(field)
    return keys


def id_of(cursor: str, field: str = "page_token") -> UUID | None:
    """The id in the cursor of a list by id, None for an empty one. Raises Invalid."""
    keys = keys_of(cursor, str, field=field)
    try:
        return UUID(str(keys[0])) if keys else None
    except ValueError as error:
        raise wrong_cursor(field) from error


def number_of(cursor: str, field: str = "page_token") -> int | None:
    """The number in the cursor of a list by number, None for an empty one. Raises Invalid."""
    numbers = numbers_of(cursor, 1, field)
    return numbers[0] if numbers else None


def numbers_of(cursor: str, count: int, field: str = "page_token") -> tuple[int, ...] | None:
    """The same for a cursor of `count` numbers."""
    keys = keys_of(cursor, *[int] * count, field=field)
    numbers = tuple(int(key) for key in keys) if keys else None
    if numbers and not all(0 <= number <= LARGEST_NUMBER for number in numbers):
        raise wrong_cursor(field)
    return numbers


def moment_of(cursor: str, field: str = "page_token") -> tuple[datetime, UUID] | None:
    """The instant and the id in the cursor of a list by time, None for an empty one. Raises Invalid."""
    keys = keys_of(cursor, str, str, field=field)
    if keys is None:
        return None
    try:
        instant, row_id = datetime.fromisoformat(str(keys[0])), UUID(str(keys[1]))
    except ValueError as error:
        raise wrong_cursor(field) from error
    if instant.tzinfo is None:
        raise wrong_cursor(field)
    return instant, row_id


def wrong_cursor(field: str) -> Invalid:
    """The refusal of a cursor that we never made."""
    return Invalid(
        "wrong_cursor", f"{field} must be what the page before answered, or empty for the first page.", field
    )


def page_of(rows: Sequence[Row], size: int) -> tuple[Sequence[Row], bool]:
    """The page's rows out of up to `size` + 1 that were asked for, and whether more follow."""
    return rows[:size], len(rows) > size
