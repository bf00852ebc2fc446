"""The request id: given by the gateway (or made here), carried through calls and events, shown in every log line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from structlog.typing import EventDict, WrappedLogger

from chassis.identifiers import new_hex_id

HEADER = "x-request-id"
ACCEPTABLE = re.compile(r"^[A-Za-z0-9._-]{1,64}$")

_current: ContextVar[str] = ContextVar("request_id", default="")


def begin_request(request_id: str | None) -> str:
    """Takes an acceptable id or makes one; it is in the log lines of this request from now on."""
    chosen = request_id if request_id and ACCEPTABLE.match(request_id) else new_hex_id()
    _current.set(chosen)
    return chosen


@contextmanager
def continued_request(request_id: str) -> Iterator[None]:
    """Goes on with a request that another process began, to the end of the block."""
    token = _current.set(request_id)
    try:
        yield
    finally:
        _current.reset(token)


def request_id() -> str:
    """The id of the request being served; empty outside one."""
    return _current.get()


def add_request_id(_logger: WrappedLogger | None, _method: str, event: EventDict) -> EventDict:
    """Puts the id into a log line."""
    if chosen := _current.get():
        event["request_id"] = chosen
    return event
