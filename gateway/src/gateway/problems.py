"""Problems: every error is RFC 9457 `application/problem+json`, and says in one sentence what would be right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from http import HTTPStatus

from chassis.refusal import Fault, Kind, Refusal
from chassis.request_id import request_id
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:totetaxi:problem:"

STATUSES: dict[Kind, HTTPStatus] = {
    "invalid": HTTPStatus.BAD_REQUEST,
    "unknown_caller": HTTPStatus.UNAUTHORIZED,
    "not_allowed": HTTPStatus.FORBIDDEN,
    "not_found": HTTPStatus.NOT_FOUND,
    "conflict": HTTPStatus.CONFLICT,
    "too_many": HTTPStatus.TOO_MANY_REQUESTS,
    "unavailable": HTTPStatus.SERVICE_UNAVAILABLE,
}
SLUG_STATUSES = {
    "idempotency_key_reused": HTTPStatus.UNPROCESSABLE_ENTITY,
    "changed_meanwhile": HTTPStatus.PRECONDITION_FAILED,
    "draft_changed": HTTPStatus.PRECONDITION_FAILED,
    "booking_changed": HTTPStatus.PRECONDITION_FAILED,
}
"""An idempotency key sent with another body (draft-ietf-httpapi-idempotency-key-header), and If-Match that did not."""

RETRYABLE = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}


class FieldProblem(BaseModel):
    """One member that was wrong."""

    field: str = Field(description="The member, with dots between levels", examples=["pickup_address.zip_code"])
    message: str = Field(description="What would be right", examples=["pickup_address.zip_code is required."])
    pointer: str = Field(description="The same as a JSON Pointer", examples=["#/pickup_address/zip_code"])


class Problem(BaseModel):
    """An error (RFC 9457)."""

    model_config = ConfigDict(title="Problem")

    type: str = Field(examples=["urn:totetaxi:problem:invalid_request"])
    title: str = Field(examples=["Bad Request"])
    status: int = Field(examples=[400])
    detail: str = Field(description="One sentence for people", examples=["pickup_address.zip_code is required."])
    error: str = Field(description="The same sentence as `detail`")
    code: str = Field(description="A stable word for programs", examples=["invalid_request"])
    request_id: str = Field(description="Tell us this when you ask for help")
    retryable: bool = Field(description="Whether the same request may work later")
    errors: list[FieldProblem] | None = Field(None, description="For bad input: every member that was wrong")


def problem_response(
    status: HTTPStatus, code: str, detail: str, faults: Sequence[Fault] = (), retry_after_seconds: float | None = None
) -> Response:
    """The answer for one error; `Retry-After` is in whole seconds, rounded up."""
    problem = Problem(
        type=TYPE + code,
        title=status.phrase,
        status=status,
        detail=detail,
        error=detail,
        code=code,
        request_id=request_id(),
        retryable=status in RETRYABLE,
        errors=[field_problem(fault) for fault in faults] or None,
    )
    headers = {"Cache-Control": "no-store"}
    if status in RETRYABLE:
        headers["Retry-After"] = str(max(1, math.ceil(retry_after_seconds or 1)))
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = 'Bearer realm="ToteTaxi"'  # RFC 9110, 15.5.2
    return Response(problem.model_dump_json(exclude_none=True), int(status), headers, MEDIA_TYPE)


def field_problem(fault: Fault) -> FieldProblem:
    """A fault with its JSON Pointer (RFC 6901)."""
    steps = [step.replace("~", "~0").replace("/", "~1") for step in fault.field.split(".")]
    return FieldProblem(field=fault.field, message=fault.message, pointer="#/" + "/".join(steps))


def status_for(refusal: Refusal) -> HTTPStatus:
    """The HTTP status of a refusal."""
    return SLUG_STATUSES.get(refusal.slug, STATUSES[refusal.kind])
