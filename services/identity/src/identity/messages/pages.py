"""Pages of lists by age, and where the next one begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from chassis.cursors import page_of

from identity.domain.cursor import moment_cursor


class Dated(Protocol):
    """What is listed by age."""

    @property
    def id(self) -> UUID:
        """Tells two of the same moment apart."""

    @property
    def created_at(self) -> datetime:
        """UTC."""


Row = TypeVar("Row", bound=Dated)


def dated_page(rows: Sequence[Row], size: int) -> tuple[Sequence[Row], str]:
    """The page's rows out of up to `size` + 1 that were asked for, and the cursor of the next; empty on the last."""
    page, has_more = page_of(rows, size)
    return page, moment_cursor(page[-1].created_at, page[-1].id) if has_more else ""
