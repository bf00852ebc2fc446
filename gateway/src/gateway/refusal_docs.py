"""Refusals in the OpenAPI document: every route says which ones it gives, all typed as Problem."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from gateway.problems import MEDIA_TYPE, Problem

MEANINGS = {
    HTTPStatus.BAD_REQUEST: "The request is wrong; `errors` names every member that is.",
    HTTPStatus.UNAUTHORIZED: "Nobody is signed in, or the API key is not valid.",
    HTTPStatus.FORBIDDEN: "Whoever is signed in may not do this, or the CSRF token is missing.",
    HTTPStatus.NOT_FOUND: "There is no such thing, or it is not yours to see.",
    HTTPStatus.CONFLICT: "The request is right, and the state of things does not allow it.",
    HTTPStatus.PRECONDITION_FAILED: "It was changed since you saw it: its version is not the one in If-Match.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is too large.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "The idempotency key was used for another request.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests; `Retry-After` says when to come back.",
    HTTPStatus.SERVICE_UNAVAILABLE: "A part of us does not answer; `Retry-After` says when to try again.",
}

SIGNED_IN = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
"""What every route refuses that is for those who have signed in."""


def refusals(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """`responses=` of a route: what it can refuse, and the catch-all that every route has."""
    told: dict[int | str, dict[str, Any]] = {int(status): as_problem(MEANINGS[status]) for status in statuses}
    told[int(HTTPStatus.SERVICE_UNAVAILABLE)] = as_problem(MEANINGS[HTTPStatus.SERVICE_UNAVAILABLE])
    told["default"] = as_problem("Any other error.")
    return told


def staff_refusals(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The same for staff's routes, which only they may call."""
    return refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, *statuses)


def as_problem(description: str) -> dict[str, Any]:
    """One refusal."""
    schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}
