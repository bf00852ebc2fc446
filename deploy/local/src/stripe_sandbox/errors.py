"""Stripe's errors, in its own shape (https://docs.stripe.com/api/errors)."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]


class StripeError(Exception):
    """An answer other than 2xx; `executed` ones are remembered under the idempotency key, as Stripe does."""

    def __init__(self, status: int, kind: str, message: str, *, executed: bool = False, **details: Any) -> None:
        super().__init__(message)
        self.status = status
        self.executed = executed
        self.body: Document = {"error": {"type": kind, "message": message, **details}}


def unknown_parameter(name: str) -> StripeError:
    """A parameter that the API doesn't have."""
    message = f"Received unknown parameter: {name}"
    return StripeError(400, "invalid_request_error", message, code="parameter_unknown", param=name)


def missing_parameter(name: str) -> StripeError:
    """A parameter that must be there."""
    message = f"Missing required param: {name}."
    return StripeError(400, "invalid_request_error", message, code="parameter_missing", param=name)


def invalid_parameter(name: str, message: str, code: str = "parameter_invalid_integer") -> StripeError:
    """A parameter with a value that can't be."""
    return StripeError(400, "invalid_request_error", message, code=code, param=name)


def no_such(kind: str, object_id: str, name: str = "id") -> StripeError:
    """An id of nothing."""
    message = f"No such {kind}: '{object_id}'"
    return StripeError(404, "invalid_request_error", message, code="resource_missing", param=name)


def unexpected_state(code: str, message: str, **details: Any) -> StripeError:
    """The object can't do that any more."""
    return StripeError(400, "invalid_request_error", message, code=code, executed=True, **details)
