"""Traces: one id from the browser's request to the mail, over HTTP, gRPC and NATS (W3C traceparent)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from opentelemetry import context as trace_context
from opentelemetry import propagate, trace
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

ENDPOINT_VARIABLES = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")

tracer = trace.get_tracer("totetaxi")


def start_telemetry(service: str) -> None:
    """Makes spans; exports them only where OTEL_EXPORTER_OTLP_ENDPOINT says so (sampling by OTEL_TRACES_SAMPLER)."""
    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: service}))
    if any(os.environ.get(variable) for variable in ENDPOINT_VARIABLES):
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - slow import

        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)


def trace_headers() -> dict[str, str]:
    """The headers that carry the open span onwards; empty when none is open."""
    carrier: dict[str, str] = {}
    propagate.inject(carrier)
    return carrier


@contextmanager
def span(name: str, carrier: Mapping[str, str], kind: trace.SpanKind = trace.SpanKind.SERVER) -> Iterator[trace.Span]:
    """A span called `name` that continues the trace in `carrier`."""
    token = trace_context.attach(propagate.extract(carrier))
    try:
        with tracer.start_as_current_span(name, kind=kind, record_exception=False) as opened:
            yield opened
    finally:
        trace_context.detach(token)
