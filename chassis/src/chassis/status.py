"""Refusals on the wire: gRPC status with google.rpc details, there and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import grpc
from google.protobuf.any_pb2 import Any as AnyMessage
from google.protobuf.duration_pb2 import Duration
from google.rpc import code_pb2, error_details_pb2, status_pb2
from grpc_status import rpc_status

from chassis.refusal import KINDS, Fault, Kind, Refusal, Unavailable

DOMAIN = "totetaxi"
NANOSECONDS = 1_000_000_000

LONGEST_MESSAGE = 800
LONGEST_FAULT = 400
FAULT_BYTES = 3_500
"""A status travels in the trailing metadata, of which gRPC takes 8 KiB; more, and the whole answer is lost."""

CODES: Final[dict[Kind, int]] = {
    "invalid": code_pb2.INVALID_ARGUMENT,
    "unknown_caller": code_pb2.UNAUTHENTICATED,
    "not_allowed": code_pb2.PERMISSION_DENIED,
    "not_found": code_pb2.NOT_FOUND,
    "conflict": code_pb2.FAILED_PRECONDITION,
    "too_many": code_pb2.RESOURCE_EXHAUSTED,
    "unavailable": code_pb2.UNAVAILABLE,
}


def packed(
    detail: error_details_pb2.ErrorInfo | error_details_pb2.BadRequest | error_details_pb2.RetryInfo,
) -> AnyMessage:
    """A detail as the status carries it."""
    wrapped = AnyMessage()
    wrapped.Pack(detail)
    return wrapped


def status_of(refusal: Refusal) -> status_pb2.Status:
    """The google.rpc.Status of a refusal; of very many or very long faults as much as arrives."""
    details = [packed(error_details_pb2.ErrorInfo(reason=refusal.slug, domain=DOMAIN, metadata={"kind": refusal.kind}))]
    if refusal.faults:
        violations = list(violations_of(refusal.faults))
        details.append(packed(error_details_pb2.BadRequest(field_violations=violations)))
    if refusal.retry_after_seconds is not None:
        seconds, fraction = divmod(refusal.retry_after_seconds, 1)
        delay = Duration(seconds=int(seconds), nanos=int(fraction * NANOSECONDS))
        details.append(packed(error_details_pb2.RetryInfo(retry_delay=delay)))
    message = shortened(refusal.message, LONGEST_MESSAGE)
    return status_pb2.Status(code=CODES[refusal.kind], message=message, details=details)


def violations_of(faults: Sequence[Fault]) -> Iterator[error_details_pb2.BadRequest.FieldViolation]:
    """The first of `faults`, as many as there is room for."""
    room = FAULT_BYTES
    for fault in faults:
        field, description = (shortened(text, LONGEST_FAULT) for text in (fault.field, fault.message))
        violation = error_details_pb2.BadRequest.FieldViolation(field=field, description=description)
        room -= violation.ByteSize()
        if room < 0:
            return
        yield violation


def shortened(text: str, longest: int) -> str:
    """`text`, or its beginning."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def refusal_of(error: grpc.aio.AioRpcError) -> Refusal | None:
    """The refusal that a remote service answered with, or None when it failed in a way nobody foresaw."""
    status = rpc_status.from_call(error)
    info = error_details_pb2.ErrorInfo()
    if status is None or not any(detail.Unpack(info) for detail in status.details):
        return absence_of(error)
    kind = KINDS.get(info.metadata["kind"])
    if info.domain != DOMAIN or kind is None:
        return None
    return kind(info.reason, status.message, faults=faults_in(status), retry_after_seconds=retry_in(status))


def absence_of(error: grpc.aio.AioRpcError) -> Refusal | None:
    """Nobody answered in time: the caller may try again."""
    if error.code() not in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED}:
        return None
    return Unavailable(
        "service_unavailable",
        "This part of ToteTaxi does not answer right now; please try again.",
        retry_after_seconds=1,
    )


def faults_in(status: status_pb2.Status) -> list[Fault]:
    """The fields at fault."""
    bad_request = error_details_pb2.BadRequest()
    for detail in status.details:
        if detail.Unpack(bad_request):
            return [Fault(violation.field, violation.description) for violation in bad_request.field_violations]
    return []


def retry_in(status: status_pb2.Status) -> float | None:
    """Seconds to wait before the next try, if it was said."""
    retry = error_details_pb2.RetryInfo()
    for detail in status.details:
        if detail.Unpack(retry):
            return float(retry.retry_delay.seconds + retry.retry_delay.nanos / NANOSECONDS)
    return None
