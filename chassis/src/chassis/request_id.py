"""The request id: given by the gateway (or made here), carried through calls and events, shown in every log line."""

from __future__ import annotations

import re

import structlog

from chassis.identifiers import new_hex_id

HEADER = "x-request-id"
ACCEPTABLE = re.compile(r"^[A-Za-z0-9._-]{1,64}$")


def begin_request(request_id: str | None) -> str:
    """Takes an acceptable id or makes one, and binds it to the log lines of this request."""
    chosen = request_id if request_id and ACCEPTABLE.match(request_id) else new_hex_id()
    structlog.contextvars.bind_contextvars(request_id=chosen)
    return chosen


def request_id() -> str:
    """The id of the request being served; empty outside one."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))
