"""Prometheus metrics: what every process measures of itself, and the port they are read from."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram, start_http_server

RPC_SECONDS = Histogram(
    "totetaxi_rpc_seconds",
    "Seconds to answer an RPC",
    ["method", "code"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
LOOP_LAST_SUCCESS = Gauge(
    "totetaxi_loop_last_success_timestamp_seconds",
    "When a loop last finished a step; alert when it grows old (the dead-man alarm)",
    ["loop"],
)
LOOP_FAILURES = Counter("totetaxi_loop_failures_total", "Steps of a loop that failed", ["loop"])


def serve_metrics(address: str) -> None:
    """Serves /metrics on `address` (host:port) from a thread; does nothing when it is empty."""
    if address:
        host, _, port = address.rpartition(":")
        start_http_server(int(port), addr=host)
