"""The parts of a booking that have a life of their own, such as a crew's tasks, and what is said of each."""

from __future__ import annotations

from collections.abc import Mapping

from notifications.domain.message import Template

PART_SAID_WHILE: Mapping[Template, frozenset[str]] = {
    Template.DELIVERY_EN_ROUTE: frozenset({"en_route"}),
    Template.DELIVERY_DELIVERED: frozenset({"delivered"}),
    Template.DELIVERY_FAILED: frozenset({"failed"}),
    Template.DOCUMENT_REQUESTED: frozenset({"requested"}),
    Template.DOCUMENT_ACCEPTED: frozenset({"accepted"}),
    Template.DOCUMENT_REJECTED: frozenset({"rejected"}),
    Template.DOCUMENT_EXPIRING: frozenset({"accepted", "expired"}),
    # A crew that is known of is assigned, and the office need not look.
    Template.STAFF_TASK: frozenset(),
    # Nobody is asked how it was who has claimed for damage or got money back.
    Template.REVIEW_REQUEST: frozenset(),
}
"""Where a part must be for what is said of it; events may come in any order, so the newest fact decides."""


def task_part(booking_id: str, task_id: str) -> str:
    """A task of the crew."""
    return f"{booking_id}/task/{task_id}"


def document_part(booking_id: str, kind: str) -> str:
    """A document in all its versions."""
    return f"{booking_id}/document/{kind}"


def crew_part(booking_id: str, plan: str) -> str:
    """The crew at the first door of a booking as it is planned; nothing is known of it while nobody is assigned."""
    return f"{booking_id}/crew/{plan}"


def grievance_part(booking_id: str) -> str:
    """Whether something about a booking went wrong; nothing is known of it while nothing did."""
    return f"{booking_id}/grievance"
