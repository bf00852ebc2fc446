"""`python -m gateway serve`."""

from __future__ import annotations

import argparse
import signal
import sys

import uvicorn
from chassis.collection import leave_out_what_stays
from chassis.logging import configure_logging
from chassis.metrics import serve_metrics
from chassis.settings import load_settings
from chassis.telemetry import start_telemetry
from fastapi import FastAPI

from gateway.application import create_application
from gateway.settings import GatewaySettings

KEEP_ALIVE_SECONDS = 75
"""Longer than a load balancer's, so that it never sends a request into a connection we are closing."""


def main() -> None:
    """Serves REST until SIGTERM or SIGINT; open requests are finished first."""
    parser = argparse.ArgumentParser(prog="python -m gateway", description="The REST API in front of the services")
    parser.add_subparsers(dest="command", required=True).add_parser("serve", help="answer requests until stopped")
    parser.parse_args()
    settings = load_settings(GatewaySettings)
    configure_logging("gateway")
    start_telemetry("gateway")
    serve_metrics(settings.metrics_address)
    leave_cleanly_when_stopped()
    server = uvicorn.Server(server_configuration(create_application(settings), settings))
    leave_out_what_stays()
    server.run()


def leave_cleanly_when_stopped() -> None:
    """Exit status 0 after SIGTERM or SIGINT: uvicorn finishes what is open, then raises the signal once more for us."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))


def server_configuration(application: FastAPI, settings: GatewaySettings) -> uvicorn.Config:
    """One process, one event loop; the access log and the proxies are the edge's own business."""
    host, _, port = settings.address.rpartition(":")
    return uvicorn.Config(
        application,
        host=host.strip("[]"),
        port=int(port),
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=settings.shutdown_seconds,
    )


if __name__ == "__main__":
    main()
