"""Which error becomes which problem; nothing internal is ever shown."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import grpc
import structlog
from chassis.refusal import Fault, Refusal
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from gateway.problems import problem_response
from gateway.refusals import refusal_response

UNEXPECTED = "Something went wrong on our side; it has been recorded. Please try again, or tell us the request id."

SENTENCES = {
    HTTPStatus.NOT_FOUND: ("not_found", "There is nothing at this address."),
    HTTPStatus.METHOD_NOT_ALLOWED: ("method_not_allowed", "This address does not answer that method."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("body_too_large", "The body of the request is too large."),
    HTTPStatus.BAD_REQUEST: ("invalid_request", "The request could not be read."),
}

WHOLE_BODY = "body"
OBJECT_FAULTS = ("model_attributes_type", "model_type")
DATE_FAULTS = ("date_", "date.")
LENGTH_FAULTS = ("too_short", "too_long")

logger = structlog.get_logger()


def add_error_handlers(application: FastAPI) -> None:
    """Every kind of error that a route can end in."""
    application.add_exception_handler(Refusal, on_refusal)
    application.add_exception_handler(RequestValidationError, on_bad_input)
    application.add_exception_handler(HTTPException, on_http_error)
    application.add_exception_handler(grpc.aio.AioRpcError, on_remote_failure)


def on_refusal(_request: Request, error: Exception) -> Response:
    """A no that somebody meant."""
    assert isinstance(error, Refusal)
    return refusal_response(error)


def on_bad_input(_request: Request, error: Exception) -> Response:
    """400, naming every member that was wrong."""
    assert isinstance(error, RequestValidationError)
    faults = [fault_of(fault) for fault in error.errors()]
    detail = " ".join(fault.message for fault in faults)
    return problem_response(HTTPStatus.BAD_REQUEST, "invalid_request", detail, faults)


def on_http_error(_request: Request, error: Exception) -> Response:
    """Unknown addresses, wrong methods, bodies that are too large."""
    assert isinstance(error, HTTPException)
    response = http_problem(HTTPStatus(error.status_code))
    response.headers.update(error.headers or {})
    return response


def http_problem(status: HTTPStatus) -> Response:
    """What went wrong before any route was reached."""
    code, sentence = SENTENCES.get(status, ("http_error", status.description or status.phrase))
    return problem_response(status, code, sentence)


def on_remote_failure(_request: Request, error: Exception) -> Response:
    """A service failed in a way that it did not foresee; it has logged why."""
    assert isinstance(error, grpc.aio.AioRpcError)
    logger.error("a service failed", code=error.code().name)
    return unexpected()


def unexpected() -> Response:
    """500, which tells nothing but the request id."""
    return problem_response(HTTPStatus.INTERNAL_SERVER_ERROR, "internal_error", UNEXPECTED)


def fault_of(fault: dict[str, Any]) -> Fault:
    """A fault of pydantic's in a customer's words, without the value that was sent."""
    if fault["type"] == "json_invalid":
        return Fault(WHOLE_BODY, "The body is not valid JSON.")
    steps = [str(step) for step in fault["loc"][1:]]
    field = ".".join(steps) or WHOLE_BODY
    return Fault(field, sentence_for(field, fault))


def sentence_for(field: str, fault: dict[str, Any]) -> str:
    """What would be right."""
    kind = str(fault["type"])
    if kind in OBJECT_FAULTS or (field == WHOLE_BODY and kind == "missing"):
        return f"{'The body' if field == WHOLE_BODY else field} must be a JSON object."
    if kind == "missing":
        return f"{field} is required."
    if kind == "extra_forbidden":
        return f"{field} is not a member of this request."
    if kind.endswith(LENGTH_FAULTS):
        return length_sentence(field, fault["ctx"])
    if kind.startswith("uuid"):
        return f"{field} must be an id as we gave it, a UUID."
    if kind.startswith(DATE_FAULTS):
        return f"{field} must be a date such as 2027-06-02."
    message = str(fault["msg"]).removeprefix("Value error, ").removeprefix("Input ")
    if field == WHOLE_BODY:
        return f"{message}."
    return f"{field} {message}." if message.startswith(("should", "must")) else f"{field}: {message}."


def length_sentence(field: str, limits: dict[str, Any]) -> str:
    """How long it may be."""
    unit = "entries" if limits.get("field_type") == "List" else "characters"
    if "min_length" in limits:
        return f"{field} must have at least {limits['min_length']} {unit}."
    return f"{field} must have at most {limits['max_length']} {unit}."
