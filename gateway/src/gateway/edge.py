"""The edge: what every HTTP request passes on its way in and out, whatever route it goes to."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence

import structlog
from chassis.client import Client, serve_for
from chassis.remote import acting_for
from chassis.request_id import HEADER, begin_request
from chassis.telemetry import span
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.client_address import client_address
from gateway.error_handlers import unexpected
from gateway.rate_limits import headers_of
from gateway.settings import Network
from gateway.traffic import HTTP_ERRORS, method_of, record, route_of

SLASH_OPTIONAL = re.compile(r"^/(api|health|booking|account)/")
SLASH_NEVER = re.compile(r"\.[a-z]+$")
WANTED = {name.encode(): name for name in (HEADER, "user-agent", "traceparent", "tracestate")}

Header = tuple[bytes, bytes]

STANDARD_HEADERS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
)
"""Unless the route has set its own."""
STREAM: Header = (b"content-type", b"text/event-stream; charset=utf-8")
STRICT_TRANSPORT: Header = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")

logger = structlog.get_logger()


class Answer:
    """An answer on its way out: given its headers when it begins, and its status remembered."""

    __slots__ = ("_headers", "_is_bodiless", "_is_whole", "_request_id", "_scope", "_send", "began_to_stream", "status")

    def __init__(self, scope: Scope, send: Send, headers: Sequence[Header], request_id: str, is_bodiless: bool) -> None:
        self._scope = scope
        self._send = send
        self._headers = headers
        self._request_id = request_id
        self._is_bodiless = is_bodiless
        self._is_whole = False
        self.status = 0
        self.began_to_stream: float | None = None
        """When a stream that stays open began: what comes later is not how long we took to answer."""

    async def send(self, message: Message) -> None:
        """One message of the answer; HEAD's has no body, and is whole before a stream would say more."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            if STREAM in message["headers"]:
                self.began_to_stream = time.perf_counter()
            message["headers"] = self._complete(message["headers"])
        elif self._is_bodiless:
            if self._is_whole:
                return
            self._is_whole = True
            message["body"], message["more_body"] = b"", False
        await self._send(message)

    def _complete(self, own: Sequence[Header]) -> list[Header]:
        named = {name for name, _ in own}
        missing = [header for header in self._headers if header[0] not in named]
        return [*own, (b"x-request-id", self._request_id.encode()), *missing, *headers_of(self._scope)]


class Edge:
    """Request id, trace, metrics, access log, headers, and the last net under errors."""

    def __init__(self, app: ASGIApp, *, is_local: bool, proxies: Sequence[Network] = ()) -> None:
        self._app = app
        self._headers = STANDARD_HEADERS if is_local else (*STANDARD_HEADERS, STRICT_TRANSPORT)
        self._proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, method = time.perf_counter(), method_of(scope)
        scope = as_routes_know_it(scope)
        acting_for.set(None)  # a pipelined request begins in the context of the one before it
        headers = wanted_headers(scope)
        serve_for(Client(client_address(scope, Headers(scope=scope), self._proxies), headers.get("user-agent", "")))
        answer = Answer(scope, send, self._headers, begin_request(headers.get(HEADER)), method == "HEAD")
        with span(f"{method} request", headers) as opened:
            await self._guarded(scope, receive, answer)
            route = route_of(scope)
            if opened.is_recording():
                opened.update_name(f"{method} {route}")
                opened.set_attributes({"http.route": route, "http.response.status_code": answer.status})
            record(method, route, answer.status, (answer.began_to_stream or time.perf_counter()) - started)

    async def _guarded(self, scope: Scope, receive: Receive, answer: Answer) -> None:
        try:
            await self._app(scope, receive, answer.send)
        except Exception:
            HTTP_ERRORS.inc()
            logger.exception("unexpected error", route=route_of(scope))
            if answer.status:
                raise
            await unexpected()(scope, receive, answer.send)


def as_routes_know_it(scope: Scope) -> Scope:
    """The request with the path as routes are written; HEAD is asked like GET (RFC 9110, 9.3.2)."""
    scope["path"] = with_slash(scope["path"])
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def with_slash(path: str) -> str:
    """The path as routes are written: `/api/x` answers like `/api/x/`, with no redirect that would lose a POST."""
    if not path.endswith("/") and SLASH_OPTIONAL.match(path) and not SLASH_NEVER.search(path):
        return path + "/"
    return path


def wanted_headers(scope: Scope) -> Mapping[str, str]:
    """The headers that the edge itself looks at, by name."""
    return {WANTED[name]: value.decode("latin-1") for name, value in scope["headers"] if name in WANTED}
