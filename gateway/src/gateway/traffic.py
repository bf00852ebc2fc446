"""Traffic: how requests are measured and logged, by route and never by path: paths hold booking numbers."""

from __future__ import annotations

from functools import cache

from chassis.logging import log_often
from prometheus_client import Counter, Histogram
from starlette.types import Scope

HTTP_SECONDS = Histogram(
    "totetaxi_http_seconds",
    "Seconds to answer an HTTP request",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
HTTP_ERRORS = Counter("totetaxi_http_unexpected_errors_total", "Requests that ended in an error nobody foresaw")

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
ASSETS = "/assets/"
QUIET_ROUTES = ("/health/", ASSETS)


def method_of(scope: Scope) -> str:
    """The method, or one word for everything that is none, so that clients can't make up metrics."""
    method = str(scope["method"])
    return method if method in METHODS else "OTHER"


def route_of(scope: Scope) -> str:
    """The route's template."""
    if scope["path"].startswith(ASSETS):
        return ASSETS
    return str(getattr(scope.get("route"), "path", "") or "unmatched")


def record(method: str, route: str, status: int, seconds: float) -> None:
    """Measures and logs a request: no address, no query, nothing personal."""
    seconds_of(method, route, status).observe(seconds)
    if not route.startswith(QUIET_ROUTES):
        log_often("request", method=method, route=route, status=status, milliseconds=round(seconds * 1000, 1))


@cache
def seconds_of(method: str, route: str, status: int) -> Histogram:
    """The histogram of one kind of request; there are no more kinds than routes, methods and statuses make."""
    return HTTP_SECONDS.labels(method, route, status)
