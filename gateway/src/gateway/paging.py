"""Pages: lists are answered a page at a time, and each page says with which cursor the next one begins."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

LONGEST_PAGE = 100

Cursor = Annotated[str, Query(max_length=512, description="`next_cursor` of the page before; empty for the first page")]
PageSize = Annotated[int, Query(ge=1, le=LONGEST_PAGE, description="At most this many entries")]

DEFAULT_PAGE_SIZE = 20
