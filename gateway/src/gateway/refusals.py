"""How refusals read at our edge: fields by the names that REST clients know."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chassis.refusal import Fault, Refusal, Unavailable
from fastapi.responses import Response

from gateway.problems import problem_response, status_for

OUTER_MEMBERS = ("wish.", "contact.", "request.")
"""Messages that the REST contract flattens."""
KIND_OF_ENTRY = re.compile(r"^entry\.[a-z_]+\.")
"""The contract wraps each kind of catalogue entry once more; in REST the path says which kind it is."""

RENAMED = {
    "pickup_window": "pickup_time",
    "estimated_minutes": "estimated_hours",
    "contact": "email",
    "request": "service_type",
    "page_token": "cursor",
}
HEADERS = {"revision": "If-Match"}
"""Members that come in a header; sentences go on calling them what they are."""

OUR_OWN_FAULT = ("principal_", "service_secret_")
"""Slugs of refusals that a client of ours can do nothing about."""


@dataclass(frozen=True)
class Words:
    """A refusal, in the client's terms."""

    message: str
    faults: tuple[Fault, ...]


def refusal_response(refusal: Refusal) -> Response:
    """A refusal as a problem."""
    refusal = presentable(refusal)
    words = in_client_terms(refusal)
    return problem_response(status_for(refusal), refusal.slug, words.message, words.faults, refusal.retry_after_seconds)


def presentable(refusal: Refusal) -> Refusal:
    """The refusal itself, or what it means for a client that can do nothing about it."""
    if refusal.slug.startswith(OUR_OWN_FAULT):
        return Unavailable("sign_in_unavailable", "We can't check who you are right now; please try again.")
    return refusal


def in_client_terms(refusal: Refusal) -> Words:
    """The sentence and the faults, with every inner name replaced by the one of the REST contract."""
    message, faults = refusal.message, []
    for fault in refusal.faults:
        field = client_field(fault.field)
        word = fault.field if fault.field in HEADERS else field
        faults.append(Fault(field, fault.message.replace(fault.field, word)))
        if fault.field != word:
            message = message.replace(fault.field, word)
    return Words(message, tuple(faults))


def client_field(field: str) -> str:
    """`contact.email` → `email`, `pickup_window` → `pickup_time`."""
    for outer in OUTER_MEMBERS:
        field = field.removeprefix(outer)
    field = KIND_OF_ENTRY.sub("entry.", field)
    return HEADERS.get(field) or RENAMED.get(field, field)
