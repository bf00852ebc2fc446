"""Traces have their ids whether or not anybody records them."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from chassis.logging import add_trace
from chassis.telemetry import span, trace_headers

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = "b7ad6b7169203331"

RECORDED = """
from chassis.telemetry import span, start_telemetry, trace_headers
start_telemetry("example")
with span("work", {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}) as opened:
    print(opened.is_recording(), trace_headers()["traceparent"])
"""


def parts() -> tuple[str, str, str]:
    """Trace id, span id and flags as they travel on."""
    _, trace_id, span_id, flags = trace_headers()["traceparent"].split("-")
    return trace_id, span_id, flags


def test_a_span_continues_the_trace_it_was_given_as_a_span_of_its_own() -> None:
    for flags in ("00", "01"):
        with span("work", {"traceparent": f"00-{TRACE}-{PARENT}-{flags}"}):
            trace_id, span_id, kept = parts()
        assert (trace_id, kept) == (TRACE, flags)
        assert span_id not in {PARENT, "0" * 16}


def test_a_trace_begins_where_there_is_none() -> None:
    begun = []
    for carrier in ({}, {"traceparent": "nonsense"}):
        with span("work", carrier):
            begun.append(parts())
            assert parts() == begun[-1]
    assert all(re.fullmatch(r"[0-9a-f]{32}", trace_id) and flags == "01" for trace_id, _, flags in begun)
    assert len({trace_id for trace_id, _, _ in begun}) == 2


def test_a_span_inside_another_is_of_the_same_trace() -> None:
    with span("outer", {}):
        outer = parts()
        with span("inner", {}):
            inner = parts()
        assert parts() == outer
    assert inner[0] == outer[0]
    assert inner[1] != outer[1]


def test_nothing_is_carried_on_outside_a_span() -> None:
    with span("work", {}):
        pass
    assert trace_headers() == {}


def test_what_others_keep_in_the_trace_state_travels_on() -> None:
    with span("work", {"traceparent": f"00-{TRACE}-{PARENT}-01", "tracestate": "vendor=1"}):
        assert trace_headers()["tracestate"] == "vendor=1"


def test_a_log_line_names_its_trace() -> None:
    with span("work", {"traceparent": f"00-{TRACE}-{PARENT}-01"}):
        event = add_trace(None, "info", {})
        assert (event["trace_id"], event["span_id"]) == parts()[:2]
    assert add_trace(None, "info", {}) == {}


def test_spans_are_recorded_where_they_are_exported() -> None:
    environment = os.environ | {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1", "OTEL_BSP_EXPORT_TIMEOUT": "1"}
    command = [sys.executable, "-c", RECORDED]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout
    assert said.startswith(f"True 00-{TRACE}-")
    assert said.rstrip().endswith("-01")
