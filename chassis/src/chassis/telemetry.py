"""Traces: one id from the browser's request to the mail, over HTTP, gRPC and NATS (W3C traceparent)."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

from opentelemetry import context as trace_context
from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

ENDPOINT_VARIABLES = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
SAMPLED = trace.TraceFlags(trace.TraceFlags.SAMPLED)
TRACE_CONTEXT = TraceContextTextMapPropagator()

tracer = trace.get_tracer("totetaxi")
_is_exporting = False


def start_telemetry(service: str) -> None:
    """Exports spans where OTEL_EXPORTER_OTLP_ENDPOINT says so (sampling by OTEL_TRACES_SAMPLER).

    Elsewhere nothing is recorded, for nobody would see it; traces still have their ids, in logs, calls and events.
    """
    global _is_exporting
    if not any(os.environ.get(variable) for variable in ENDPOINT_VARIABLES):
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - slow import
    from opentelemetry.sdk.resources import SERVICE_NAME, Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: service}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    _is_exporting = True


def current_ids() -> trace.SpanContext:
    """The ids of the span that is open; not valid when none is."""
    opened = _unrecorded.get()
    return opened.get_span_context() if opened else trace.get_current_span().get_span_context()


def trace_headers() -> dict[str, str]:
    """The headers that carry the open span onwards; empty when none is open."""
    ids = current_ids()
    if not ids.is_valid:
        return {}
    headers = {"traceparent": f"00-{ids.trace_id:032x}-{ids.span_id:016x}-{ids.trace_flags:02x}"}
    if ids.trace_state:
        headers["tracestate"] = ids.trace_state.to_header()
    return headers


def span(
    name: str, carrier: Mapping[str, str], kind: trace.SpanKind = trace.SpanKind.SERVER
) -> AbstractContextManager[trace.Span]:
    """A span called `name` that continues the trace in `carrier`; open until the end of the block."""
    return recorded_span(name, carrier, kind) if _is_exporting else UnrecordedSpan(carrier)


@contextmanager
def recorded_span(name: str, carrier: Mapping[str, str], kind: trace.SpanKind) -> Iterator[trace.Span]:
    """A span that is exported when it ends."""
    token = trace_context.attach(TRACE_CONTEXT.extract(carrier))
    try:
        with tracer.start_as_current_span(name, kind=kind, record_exception=False) as opened:
            yield opened
    finally:
        trace_context.detach(token)


class UnrecordedSpan(trace.NonRecordingSpan):
    """A span of which there is nothing but its ids, which are made when something asks for them."""

    def __init__(self, carrier: Mapping[str, str]) -> None:
        super().__init__(trace.INVALID_SPAN_CONTEXT)
        self._carrier = carrier
        self._outer = _unrecorded.get()
        self._ids: trace.SpanContext | None = None

    def __enter__(self) -> trace.Span:
        _unrecorded.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        _unrecorded.set(self._outer)

    def get_span_context(self) -> trace.SpanContext:
        """Its ids: of the trace in the carrier, else of the span around it, else of a trace that begins here."""
        if self._ids is None:
            given = trace.get_current_span(TRACE_CONTEXT.extract(self._carrier, Context())).get_span_context()
            parent = self._outer.get_span_context() if self._outer and not given.is_valid else given
            self._ids = trace.SpanContext(
                trace_id=parent.trace_id or random.getrandbits(128),
                span_id=random.getrandbits(64),
                is_remote=False,
                trace_flags=parent.trace_flags if parent.is_valid else SAMPLED,
                trace_state=parent.trace_state,
            )
        return self._ids


_unrecorded: ContextVar[UnrecordedSpan | None] = ContextVar("unrecorded_span", default=None)
"""The span that is open where nothing is exported."""
