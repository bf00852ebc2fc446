"""Pages of a list: how long one is, and where the next begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from chassis.cursor import cursor_after, position_of
from chassis.refusal import Invalid

Item = TypeVar("Item")
Position = TypeVar("Position")

USUAL_SIZE = 20


def size_of(asked: int) -> int:
    """How many items a page has."""
    return asked or USUAL_SIZE


def begins_after(question: str, token: str, parse: Callable[[str], Position]) -> Position | None:
    """Where the page before ended; None for the first. Raises Invalid for a token of another list, or of none."""
    try:
        return position_of(question, token, parse)
    except Invalid as error:
        message = "page_token must be the next_page_token of the page before, or empty for the first page."
        raise Invalid("page_token_unknown", message, "page_token") from error


def page_of(
    found: Sequence[Item], size: int, question: str, place: Callable[[Item], object]
) -> tuple[Sequence[Item], str]:
    """The page, and the token of the next; `found` has one item more than a page where there is a next one."""
    items = found[:size]
    return items, cursor_after(question, place(items[-1])) if len(found) > size else ""
