"""The edge: what every HTTP request passes on its way in and out, whatever route it goes to."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from chassis.client import Client, serve_for
from chassis.remote import acting_for
from chassis.request_id import HEADER, begin_request
from chassis.telemetry import span
from prometheus_client import Counter, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.client_address import client_address
from gateway.error_handlers import unexpected
from gateway.rate_limits import headers_of
from gateway.settings import Network

HTTP_SECONDS = Histogram(
    "totetaxi_http_seconds",
    "Seconds to answer an HTTP request",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
HTTP_ERRORS = Counter("totetaxi_http_unexpected_errors_total", "Requests that ended in an error nobody foresaw")

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
SLASH_OPTIONAL = re.compile(r"^/(api|health|booking)/.*[^/]$")
SLASH_NEVER = re.compile(r"\.[a-z]+$")
ASSETS = "/assets/"
QUIET_ROUTES = ("/health/", ASSETS)

PERMANENT_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
DEFAULT_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""Unless the route has set its own."""
STRICT_TRANSPORT = "max-age=31536000; includeSubDomains"

logger = structlog.get_logger()


@dataclass
class Answer:
    """What is known of an answer once it has begun."""

    status: int = 0


class Edge:
    """Request id, trace, metrics, access log, headers, and the last net under errors."""

    def __init__(self, app: ASGIApp, *, is_local: bool, proxies: Sequence[Network] = ()) -> None:
        self._app = app
        self._is_local = is_local
        self._proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["path"] = with_slash(scope["path"])
        acting_for.set(None)  # a pipelined request begins in the context of the one before it
        headers = Headers(scope=scope)
        serve_for(Client(client_address(scope, headers, self._proxies), headers.get("user-agent", "")))
        request_id = begin_request(headers.get(HEADER))
        answer, started = Answer(), time.perf_counter()
        carrier = {name: headers[name] for name in ("traceparent", "tracestate") if name in headers}
        with span(f"{method_of(scope)} request", carrier) as opened:
            await self._guarded(scope, receive, self._sender(scope, send, answer, request_id), answer)
            route = route_of(scope)
            opened.update_name(f"{method_of(scope)} {route}")
            opened.set_attributes({"http.route": route, "http.response.status_code": answer.status})
            record(scope, route, answer.status, time.perf_counter() - started)

    def _sender(self, scope: Scope, send: Send, answer: Answer, request_id: str) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                headers = MutableHeaders(scope=message)
                self._complete(headers, request_id)
                headers.update(headers_of(scope))
            await send(message)

        return send_with_headers

    def _complete(self, headers: MutableHeaders, request_id: str) -> None:
        headers["X-Request-ID"] = request_id
        headers.update(PERMANENT_HEADERS)
        for name, value in DEFAULT_HEADERS.items():
            headers.setdefault(name, value)
        if not self._is_local:
            headers["Strict-Transport-Security"] = STRICT_TRANSPORT

    async def _guarded(self, scope: Scope, receive: Receive, send: Send, answer: Answer) -> None:
        try:
            await self._app(scope, receive, send)
        except Exception:
            HTTP_ERRORS.inc()
            logger.exception("unexpected error", route=route_of(scope))
            if answer.status:
                raise
            await unexpected()(scope, receive, send)


def with_slash(path: str) -> str:
    """The path as routes are written: `/api/x` answers like `/api/x/`, with no redirect that would lose a POST."""
    if SLASH_OPTIONAL.match(path) and not SLASH_NEVER.search(path):
        return path + "/"
    return path


def method_of(scope: Scope) -> str:
    """The method, or one word for everything that is none, so that clients can't make up metrics."""
    method = str(scope["method"])
    return method if method in METHODS else "OTHER"


def route_of(scope: Scope) -> str:
    """The route's template, never the path itself: paths hold booking numbers."""
    if scope["path"].startswith(ASSETS):
        return ASSETS
    return str(getattr(scope.get("route"), "path", "") or "unmatched")


def record(scope: Scope, route: str, status: int, seconds: float) -> None:
    """Measures and logs a request: no address, no query, nothing personal."""
    HTTP_SECONDS.labels(method_of(scope), route, status).observe(seconds)
    if not route.startswith(QUIET_ROUTES):
        logger.info(
            "request", method=method_of(scope), route=route, status=status, milliseconds=round(seconds * 1000, 1)
        )
