"""Bodies have a limit: what is announced too large is refused unread, what turns out too large is cut off."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.error_handlers import http_problem

BODILESS = {"GET", "HEAD"}
UNANNOUNCED = -1


class BodyLimit:
    """Refuses bodies over `limit` bytes; `exceptions` names paths with a limit of their own."""

    def __init__(self, app: ASGIApp, *, limit: int, exceptions: Mapping[str, int]) -> None:
        self._app = app
        self._limit = limit
        self._exceptions = exceptions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what was announced is what comes, for the server sees to that, and needs no counting."""
        if scope["type"] != "http" or scope["method"] in BODILESS:
            await self._app(scope, receive, send)
            return
        limit = self._exceptions.get(scope["path"], self._limit)
        length = announced_length(scope)
        if length > limit:
            await http_problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)(scope, receive, send)
            return
        await self._app(scope, counted(receive, limit) if length == UNANNOUNCED else receive, send)


def announced_length(scope: Scope) -> int:
    """Content-Length in bytes; UNANNOUNCED without one, or with one that is no number (the server refuses those)."""
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    return int(length) if length.isdigit() else UNANNOUNCED


def counted(receive: Receive, limit: int) -> Receive:
    """`receive`, which raises HTTPException 413 when more than `limit` bytes have come."""
    received = 0

    async def receive_counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return message

    return receive_counted
