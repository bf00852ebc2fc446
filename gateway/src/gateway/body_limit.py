"""Bodies have a limit: what is announced too large is refused unread, what turns out too large is cut off."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.error_handlers import http_problem


class BodyLimit:
    """Refuses bodies over `limit` bytes; `exceptions` names paths with a limit of their own."""

    def __init__(self, app: ASGIApp, *, limit: int, exceptions: Mapping[str, int]) -> None:
        self._app = app
        self._limit = limit
        self._exceptions = exceptions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._exceptions.get(scope["path"], self._limit)
        if announced_length(scope) > limit:
            await http_problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)(scope, receive, send)
            return
        await self._app(scope, counted(receive, limit), send)


def announced_length(scope: Scope) -> int:
    """Content-Length in bytes; 0 without one, or with one that is no number (the server refuses those)."""
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if length.isdecimal() else 0


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
