"""Lists as CSV files: streamed page by page, with cells that no spreadsheet runs (`views/audit_log.py`)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from chassis.clock import Clock, new_york_date
from fastapi import Depends, Request, Response
from fastapi.responses import StreamingResponse

from gateway.dependencies import Surroundings, limited
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.audit_log import act_again
from gateway.views.audit_log import csv_of

PAGE = 1000
MEDIA_TYPE = "text/csv; charset=utf-8"

ROUTE: dict[str, Any] = {
    "response_class": StreamingResponse,
    "dependencies": [Depends(limited("exports"))],
    "responses": {
        **refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
        200: {"content": {"text/csv": {}}, "description": "Newest first"},
    },
}
"""What every route to a CSV file says of itself."""


@dataclass(frozen=True)
class CsvFile:
    """One kind of file: what it is called, its columns, and the rows of one page of the service's answers."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Any], Iterable[Mapping[str, Any]]]

    def encoded(self, page: Any) -> bytes:
        """A page's rows, in the order of the columns; nothing where there is nothing."""
        return csv_of([self.cell(row[column]) for column in self.columns] for row in self.rows(page))

    @staticmethod
    def cell(value: Any) -> Any:
        """Nothing is an empty cell."""
        return "" if value is None else value


async def stream(
    file: CsvFile, request: Request, around: Surroundings, ask: Callable[[Any], Awaitable[Any]], asked: Any
) -> StreamingResponse:
    """The file. If anything fails on the way, the connection breaks off: no part is taken for all."""
    first = await ask(asked)  # a refusal is still an answer of its own
    return StreamingResponse(
        pages(file, request, around, ask, asked, first), media_type=MEDIA_TYPE, headers=headers_of(file)
    )


def whole(file: CsvFile, page: Any) -> Response:
    """The file of what comes in one answer."""
    return Response(csv_of([file.columns]) + file.encoded(page), media_type=MEDIA_TYPE, headers=headers_of(file))


def headers_of(file: CsvFile) -> dict[str, str]:
    """It is to be saved, under today's date in New York."""
    name = f"{file.name}-{new_york_date(Clock().now()).isoformat()}.csv"
    return {"Content-Disposition": f'attachment; filename="{name}"'}


async def pages(
    file: CsvFile, request: Request, around: Surroundings, ask: Callable[[Any], Awaitable[Any]], asked: Any, page: Any
) -> AsyncIterator[bytes]:
    """The header, then page after page."""
    yield csv_of([file.columns])
    while True:
        yield file.encoded(page)
        if not page.next_page_token:
            return
        asked.page_token = page.next_page_token
        await act_again(request, around)
        page = await ask(asked)
