"""Pages of lists: how long they are, and where the next one begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from identity.domain.cursor import moment_cursor


class Dated(Protocol):
    """What is listed by age."""

    @property
    def id(self) -> UUID: ...

    @property
    def created_at(self) -> datetime: ...


def page_size(asked: int, longest: int) -> int:
    """The page's length: what was asked for, or the longest."""
    return asked or longest


def next_moment(page: Sequence[Dated], limit: int) -> str:
    """The cursor of the next page; empty when this one is not full."""
    return moment_cursor(page[-1].created_at, page[-1].id) if len(page) == limit else ""
