"""What was overtaken by events is not sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from notifications.domain.message import Channel, ClaimedMessage, Subject, Template
from notifications.domain.still_true import LINES, SAID_WHILE, line_of, outdated_because

NOW = datetime(2027, 6, 11, 19, tzinfo=UTC)
ID = UUID("0197a000-0000-7000-8000-000000000001")
STATUSES = ("pending", "confirmed", "paid", "scheduled", "in_progress", "completed", "cancelled", "expired")


def held(template: Template, **changes: object) -> ClaimedMessage:
    given = {
        "id": ID,
        "subject": Subject(booking_id=ID),
        "template": template,
        "channel": Channel.EMAIL,
        "recipient": "eleanor@whitfield.example",
        "language": "en",
        "context": {},
        "attempts": 1,
        "created_at": NOW,
        "good_until": None,
        "is_resumed": False,
        "is_replaced": False,
        "booking_status": None,
    }
    return ClaimedMessage(**{**given, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("template", "said_while"),
    [
        (Template.BOOKING_RECEIVED, {"pending", "confirmed"}),
        (Template.BOOKING_PAID, {"paid", "scheduled", "in_progress", "completed"}),
        (Template.BOOKING_RESCHEDULED, {"pending", "confirmed", "paid", "scheduled"}),
        (Template.BOOKING_CANCELLED, {"cancelled"}),
        (Template.BOOKING_EXPIRED, {"expired"}),
    ],
)
def test_a_mail_about_a_booking_is_said_only_while_it_is_true(template: Template, said_while: set[str]) -> None:
    true_in = {status for status in STATUSES if not outdated_because(held(template, booking_status=status), NOW)}
    assert true_in == said_while


def test_every_mail_about_a_booking_has_a_rule() -> None:
    assert set(SAID_WHILE) == {template for template in Template if template.startswith("booking_")}


def test_what_is_too_late_is_not_said() -> None:
    link = held(Template.PASSWORD_RESET, good_until=NOW)
    assert outdated_because(link, NOW) == "It comes too late."
    assert outdated_because(link, NOW - timedelta(seconds=1)) == ""


def test_only_the_newest_link_is_said() -> None:
    assert outdated_because(held(Template.WELCOME, is_replaced=True), NOW) == "A later message says it anew."


def test_a_link_replaces_links_of_its_kind_and_of_its_account_alone() -> None:
    assert line_of(Template.WELCOME, ID) == line_of(Template.EMAIL_VERIFICATION, ID)
    assert line_of(Template.WELCOME, ID) != line_of(Template.PASSWORD_RESET, ID)
    assert line_of(Template.WELCOME, ID) != line_of(Template.WELCOME, UUID(int=1))


@pytest.mark.parametrize("template", [Template.BOOKING_PAID, Template.NEW_DEVICE, Template.PASSWORD_CHANGED])
def test_receipts_and_warnings_are_never_replaced(template: Template) -> None:
    assert template not in LINES
    assert line_of(template, ID) is None
