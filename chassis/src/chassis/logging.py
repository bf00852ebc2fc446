"""Structured logs: JSON lines in production, pretty on a terminal, always with trace and request ids."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

import structlog
from pydantic_core import to_json
from structlog.typing import EventDict, Processor, WrappedLogger

from chassis.request_id import add_request_id
from chassis.telemetry import current_ids

LEVEL = logging.INFO
JSON = json.JSONEncoder(default=str)
QUIET = ("botocore", "boto3", "urllib3", "stripe", "asyncio", "nats", "alembic.runtime.plugins", "fontTools")

logger = structlog.get_logger()
_writes_json = False


def add_trace(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The ids of the span that is open, if one is."""
    ids = current_ids()
    if ids.is_valid:
        event["trace_id"] = f"{ids.trace_id:032x}"
        event["span_id"] = f"{ids.span_id:016x}"
    return event


def configure_logging(service: str) -> None:
    """Sends structlog and the standard library's logging to stderr in one format, once per process.

    Our own lines go straight there: on their way through the standard library each would cost twice as much.
    """
    global _writes_json
    structlog.contextvars.bind_contextvars(service=service)
    _writes_json = not sys.stderr.isatty()
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        add_request_id,
        add_trace,
    ]
    structlog.configure(
        processors=[*shared, *rendering()],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(LEVEL),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[drop_internals, *rendering()])
    )
    logging.basicConfig(handlers=[handler], level=LEVEL, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def log_often(event: str, **values: str | float) -> None:
    """A line at level info for what happens with every request: the same as any other, at half the cost."""
    if not _writes_json:
        logger.info(event, **values)
        return
    said: EventDict = {**values, "event": event, **structlog.contextvars.get_contextvars()}
    line = add_trace(None, "info", add_request_id(None, "info", said))
    line["level"], line["timestamp"] = "info", datetime.now(UTC).isoformat().replace("+00:00", "Z")
    sys.stderr.write(to_json(line).decode() + "\n")


def rendering() -> list[Processor]:
    """Pretty with colours on a terminal; JSON elsewhere. Tracebacks never show variables: they hold people's data."""
    if sys.stderr.isatty():
        return [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(serializer=as_json)]


def as_json(event: EventDict, **_options: Any) -> str:
    """One line; what JSON has no form for is shown as text."""
    return JSON.encode(event)


def drop_internals(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Removes what the formatter carries for itself."""
    internals: tuple[Any, ...] = ("_record", "_from_structlog")
    return {key: value for key, value in event.items() if key not in internals}
