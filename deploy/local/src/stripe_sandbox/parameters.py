"""Parameters as Stripe takes them: form fields with brackets, and none that the API doesn't have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from stripe_sandbox.errors import invalid_parameter, missing_parameter, unknown_parameter

Parameters = dict[str, Any]

PART = re.compile(r"[^\[\]]+|\[\]")


def nested(fields: Iterable[tuple[str, str]]) -> Parameters:
    """`metadata[a]=1&expand[]=b` as {"metadata": {"a": "1"}, "expand": ["b"]}."""
    parameters: Parameters = {}
    for name, value in fields:
        put(parameters, PART.findall(name), value)
    return {name: listed(value) for name, value in parameters.items()}


def put(into: Parameters, path: list[str], value: str) -> None:
    """Places one value; list members get numbers that `listed` takes away again."""
    key = str(len(into)) if path[0] == "[]" else path[0]
    if len(path) == 1:
        into[key] = value
    else:
        put(into.setdefault(key, {}), path[1:], value)


def listed(value: Any) -> Any:
    """Mappings whose keys are numbers as lists."""
    if not isinstance(value, dict):
        return value
    inner = {name: listed(part) for name, part in value.items()}
    return list(inner.values()) if inner and all(name.isdigit() for name in inner) else inner


def refuse_unknown(parameters: Parameters, typed: type) -> None:
    """Raises StripeError for a parameter that the SDK's typed parameters don't have."""
    for name in parameters:
        if name not in typed.__annotations__:
            raise unknown_parameter(name)


def whole_number(parameters: Parameters, name: str, least: int = 0) -> int:
    """A required whole number. Raises StripeError."""
    text = parameters.get(name)
    if text is None:
        raise missing_parameter(name)
    if not str(text).isdigit():
        raise invalid_parameter(name, f"Invalid integer: {text}")
    if int(text) < least:
        raise invalid_parameter(name, f"This value must be greater than or equal to {least}.")
    return int(text)


def required(parameters: Parameters, name: str) -> str:
    """A required text. Raises StripeError."""
    if not parameters.get(name):
        raise missing_parameter(name)
    return str(parameters[name])


def is_true(value: Any) -> bool:
    """A flag as forms carry it."""
    return str(value).lower() == "true"
