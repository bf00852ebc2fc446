"""An HTTP client that costs next to nothing, so that what is measured is the server: raw sockets, kept open."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import cast

END_OF_HEAD = b"\r\n\r\n"
LENGTH = b"content-length:"
GOOD = b"HTTP/1.1 200"


class Connection(asyncio.Protocol):
    """One connection, on which one request at a time is answered."""

    def __init__(self) -> None:
        self._received = b""
        self._awaited = 0
        self._answer: asyncio.Future[None] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Open."""
        self._transport = cast("asyncio.Transport", transport)

    def send(self, request: bytes) -> asyncio.Future[None]:
        """Sends `request`; the future ends with its whole answer. Anything but 200 is an error."""
        assert self._transport is not None
        self._received, self._awaited = b"", 0
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        """A part of the answer."""
        self._received += data
        if not self._awaited:
            self._awaited = whole_length(self._received)
        if self._answer and self._awaited and len(self._received) >= self._awaited:
            answer, self._answer = self._answer, None
            if self._received.startswith(GOOD):
                answer.set_result(None)
            else:
                answer.set_exception(RuntimeError(self._received.decode(errors="replace")[:500]))

    def connection_lost(self, exc: Exception | None) -> None:
        """Closed by the server, in the middle of things or not."""
        if self._answer and not self._answer.done():
            self._answer.set_exception(exc or RuntimeError("the connection was closed"))

    def close(self) -> None:
        """Closes it."""
        assert self._transport is not None
        self._transport.close()


def whole_length(received: bytes) -> int:
    """How long the answer will be, with its head; 0 while the head isn't there."""
    end = received.find(END_OF_HEAD)
    if end < 0:
        return 0
    head = received[:end].lower() + b"\r\n"
    start = head.index(LENGTH) + len(LENGTH)
    return end + len(END_OF_HEAD) + int(head[start : head.index(b"\r\n", start)])


def asking_http(port: int) -> tuple[Callable[[bytes], Awaitable[None]], Callable[[], None]]:
    """A function that sends a request on a free connection and awaits its answer; and one that closes them all."""
    free: deque[Connection] = deque()
    opened: list[Connection] = []

    async def ask(request: bytes) -> None:
        if not free:
            _, connection = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
            opened.append(connection)
            free.append(connection)
        connection = free.pop()
        await connection.send(request)
        free.append(connection)

    def close() -> None:
        for connection in opened:
            connection.close()

    return ask, close


def http_request(method: str, path: str, body: bytes = b"") -> bytes:
    """A request as it goes over the wire."""
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return (head + "\r\n").encode() + body
