"""Log lines: one form for all, also for those that are written often. Each test is a process of its own."""

import json
import subprocess
import sys
from typing import Any

BEGINNING = """
import logging, structlog
from chassis.logging import configure_logging, log_often
from chassis.request_id import begin_request
from chassis.telemetry import span
configure_logging("gateway")
"""
TRACE_ID = "0af7651916cd43dd8448eb211c80319c"


def lines(program: str) -> list[dict[str, Any]]:
    """What a process that runs `program` writes to stderr."""
    ended = subprocess.run([sys.executable, "-c", BEGINNING + program], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in ended.stderr.splitlines()]


def test_a_frequent_line_is_like_any_other() -> None:
    usual, frequent = lines(
        f"""
with span("GET request", {{"traceparent": "00-{TRACE_ID}-b7ad6b7169203331-01"}}):
    begin_request("from-the-browser")
    structlog.get_logger().info("request", route="/api/", status=200, milliseconds=1.5)
    log_often("request", route="/api/", status=200, milliseconds=1.5)
"""
    )
    assert usual.pop("timestamp")[:16] == frequent.pop("timestamp")[:16]
    assert frequent == usual
    assert (frequent["request_id"], frequent["trace_id"]) == ("from-the-browser", TRACE_ID)


def test_the_librarys_lines_have_the_same_form() -> None:
    [line] = lines(
        """
logging.getLogger("uvicorn.error").info("Uvicorn running")
logging.getLogger("nats").info("too much")
structlog.get_logger().debug("too much")
"""
    )
    assert (line["event"], line["level"], line["service"]) == ("Uvicorn running", "info", "gateway")


def test_an_error_shows_where_it_happened() -> None:
    [line] = lines(
        """
try:
    raise KeyError(7)
except KeyError:
    structlog.get_logger().exception("unexpected error", at=object)
"""
    )
    assert (line["level"], line["event"], line["at"]) == ("error", "unexpected error", "<class 'object'>")
    assert line["exception"].endswith("KeyError: 7")
