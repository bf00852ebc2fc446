"""Asks a server whether it is ready: `python -m chassis.healthcheck grpc://127.0.0.1:50051` (or an http:// URL)."""

from __future__ import annotations

import sys
import urllib.request
from urllib.error import URLError
from urllib.parse import urlsplit

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

DEADLINE_SECONDS = 3


def is_serving(url: str) -> bool:
    """Whether the server at `url` answers that it is ready, within 3 seconds."""
    return grpc_is_serving(urlsplit(url).netloc) if url.startswith("grpc://") else http_is_ready(url)


def grpc_is_serving(address: str) -> bool:
    """The answer of the standard gRPC health service."""
    with grpc.insecure_channel(address) as channel:
        try:
            answer = health_pb2_grpc.HealthStub(channel).Check(
                health_pb2.HealthCheckRequest(), timeout=DEADLINE_SECONDS
            )
        except grpc.RpcError:
            return False
        return bool(answer.status == health_pb2.HealthCheckResponse.SERVING)


def http_is_ready(url: str) -> bool:
    """Whether `url` answers 2xx."""
    try:
        with urllib.request.urlopen(url, timeout=DEADLINE_SECONDS):  # noqa: S310 - the operator's own URL
            return True
    except (URLError, OSError):
        return False


if __name__ == "__main__":
    sys.exit(0 if is_serving(sys.argv[1]) else 1)
