"""Structured logs: JSON lines in production, pretty on a terminal, always with trace and request ids."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog
from opentelemetry import trace
from structlog.typing import EventDict, Processor, WrappedLogger

QUIET = ("botocore", "boto3", "urllib3", "stripe", "asyncio", "nats", "alembic.runtime.plugins")


def add_trace(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The ids of the span that is open, if one is."""
    context = trace.get_current_span().get_span_context()
    if context.is_valid:
        event["trace_id"] = f"{context.trace_id:032x}"
        event["span_id"] = f"{context.span_id:016x}"
    return event


def configure_logging(service: str) -> None:
    """Sends structlog and the standard library's logging to stderr in one format, once per process."""
    structlog.contextvars.bind_contextvars(service=service)
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        add_trace,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[drop_internals, *rendering()])
    )
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def rendering() -> list[Processor]:
    """Pretty with colours on a terminal; JSON elsewhere. Tracebacks never show variables: they hold people's data."""
    if sys.stderr.isatty():
        return [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(default=str)]


def drop_internals(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Removes what the formatter carries for itself."""
    internals: tuple[Any, ...] = ("_record", "_from_structlog")
    return {key: value for key, value in event.items() if key not in internals}
