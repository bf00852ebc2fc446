"""Collecting faults, so that one refusal names everything that is wrong with a request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from chassis.refusal import Fault, Invalid

Value = TypeVar("Value")


def attempt(faults: list[Fault], rule: Callable[[Value], Value], value: Value) -> Value:
    """`value` as `rule` normalises it; what the rule refuses is added to `faults`, and the value stays as it was."""
    try:
        return rule(value)
    except Invalid as refusal:
        faults.extend(refusal.faults)
        return value


def note(faults: list[Fault], check: Callable[[], None]) -> None:
    """Adds what `check` refuses to `faults`."""
    try:
        check()
    except Invalid as refusal:
        faults.extend(refusal.faults)


def must_be_faultless(faults: list[Fault], slug: str) -> None:
    """Raises Invalid with all of `faults`, if there are any."""
    if faults:
        raise Invalid.of(faults, slug)
