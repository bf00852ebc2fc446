"""Cursors: where a list goes on, as opaque text; every list here is newest first by id."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from chassis.refusal import Invalid

DEFAULT_SIZE = 20
UUID_BYTES = 16

Row = TypeVar("Row")


def position_of(page_token: str) -> UUID | None:
    """The id after which the page begins; None for the first. Raises Invalid for what no page gave."""
    if not page_token:
        return None
    try:
        position = base64.urlsafe_b64decode(page_token + "=" * (-len(page_token) % 4))
    except ValueError:
        position = b""
    if len(position) != UUID_BYTES or written(UUID(bytes=position)) != page_token:
        message = "page_token must be the next_page_token of the page before, or empty for the first page."
        raise Invalid("page_token_unknown", message, "page_token")
    return UUID(bytes=position)


def page_of(rows: Sequence[Row], size: int, id_of: Callable[[Row], UUID]) -> tuple[Sequence[Row], str]:
    """Of `size` + 1 rows that were asked for: the page, and the token of the next; empty when this is the last."""
    page = rows[:size]
    return page, written(id_of(page[-1])) if len(rows) > size else ""


def written(position: UUID) -> str:
    """A position as text."""
    return base64.urlsafe_b64encode(position.bytes).rstrip(b"=").decode()
