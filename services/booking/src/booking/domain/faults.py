"""Collecting faults, so that one refusal names everything that is wrong with a request."""

from __future__ import annotations

from collections.abc import Callable

from chassis.refusal import Fault, Invalid


def attempt(faults: list[Fault], rule: Callable[[str], str], text: str) -> str:
    """`text` as `rule` normalises it; what the rule refuses is added to `faults`."""
    try:
        return rule(text)
    except Invalid as refusal:
        faults.extend(refusal.faults)
        return text


def must_be_faultless(faults: list[Fault], slug: str) -> None:
    """Raises Invalid with all of `faults`, if there are any."""
    if faults:
        raise Invalid.of(faults, slug)
