"""Cursors: where the next page of a list begins, opaque to whoever carries it and good for the same question alone."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from typing import TypeVar

from chassis.refusal import Invalid

Position = TypeVar("Position")

LARGEST_NUMBER = 2**63 - 1


def cursor_after(question: str, last: object) -> str:
    """The cursor of the page that follows `last`, for whoever asks the same `question`."""
    text = json.dumps([digest(question), str(last)], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def position_of(question: str, cursor: str, parse: Callable[[str], Position]) -> Position | None:
    """What `cursor_after` was given, by `parse`; None for an empty cursor. Raises Invalid for any other text."""
    if not cursor:
        return None
    try:
        asked, last = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if asked == digest(question):
            return parse(last)
    except (ValueError, TypeError, AttributeError) as error:
        raise strange() from error
    raise strange()


def number(text: str) -> int:
    """A row's number. Raises ValueError for what no database would take."""
    value = int(text)
    if not 0 <= value <= LARGEST_NUMBER:
        raise ValueError("not the number of a row")
    return value


def digest(question: str) -> str:
    """Short, and different for different questions."""
    return hashlib.sha256(question.encode()).hexdigest()[:16]


def strange() -> Invalid:
    """The refusal of a cursor that is not the one of this list."""
    message = "This cursor does not belong to this list; leave it out to begin with the first page."
    return Invalid("cursor_invalid", message, "cursor")
