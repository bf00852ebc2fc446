"""What was overtaken by events is not sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from notifications.domain.message import Channel, ClaimedMessage, Subject, Template
from notifications.domain.still_true import COURTESIES, LINES, SAID_WHILE, line_of, outdated_because

NOW = datetime(2027, 6, 11, 19, tzinfo=UTC)
ID = UUID("0197a000-0000-7000-8000-000000000001")
ABOUT_BOOKINGS = ("booking_", "delivery_", "document_", "claim_", "review_")
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
        "booking_plan": None,
        "part_status": None,
        "is_unwanted": False,
        "has_said_stop": False,
        "trouble": None,
        "opt_out_token": "",
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
        (Template.PAYMENT_FAILED, {"pending", "confirmed"}),
        (Template.PAYMENT_LINK, {"pending", "confirmed"}),
        (Template.DELIVERY_EN_ROUTE, {"paid", "scheduled", "in_progress"}),
        (Template.DELIVERY_DELIVERED, {"paid", "scheduled", "in_progress", "completed"}),
        (Template.DOCUMENT_REQUESTED, {"pending", "confirmed", "paid", "scheduled"}),
        (Template.REFUND_COMPLETED, set(STATUSES)),
    ],
)
def test_a_mail_about_a_booking_is_said_only_while_it_is_true(template: Template, said_while: set[str]) -> None:
    true_in = {status for status in STATUSES if not outdated_because(held(template, booking_status=status), NOW)}
    assert true_in == said_while


def test_every_mail_about_a_booking_has_a_rule() -> None:
    assert {template for template in Template if template.startswith(ABOUT_BOOKINGS)} <= set(SAID_WHILE)


@pytest.mark.parametrize(
    ("template", "said_while"),
    [
        (Template.DELIVERY_EN_ROUTE, {"en_route"}),
        (Template.DELIVERY_FAILED, {"failed"}),
        (Template.DOCUMENT_REQUESTED, {"requested"}),
        (Template.DOCUMENT_REJECTED, {"rejected"}),
    ],
)
def test_a_mail_about_a_part_of_a_booking_is_said_only_while_it_is_true(
    template: Template, said_while: set[str]
) -> None:
    parts = ("assigned", "en_route", "arrived", "delivered", "failed", "requested", "submitted", "accepted", "rejected")
    assert {part for part in parts if not outdated_because(held(template, part_status=part), NOW)} == said_while


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


def test_one_refund_does_not_replace_another() -> None:
    assert line_of(Template.REFUND_APPROVED, ID, "first") == line_of(Template.REFUND_COMPLETED, ID, "first")
    assert line_of(Template.REFUND_APPROVED, ID, "first") != line_of(Template.REFUND_APPROVED, ID, "second")


def test_only_courtesies_can_be_unwanted() -> None:
    unwanted = {each for each in Template if outdated_because(held(each, is_unwanted=True), NOW)}
    assert unwanted == set(COURTESIES)


def test_an_address_that_takes_no_mail_gets_none_and_who_complained_gets_no_courtesies() -> None:
    after_bounce = {each for each in Template if outdated_because(held(each, trouble="bounced"), NOW)}
    after_complaint = {each for each in Template if outdated_because(held(each, trouble="complained"), NOW)}
    assert (after_bounce, after_complaint) == (set(Template), set(COURTESIES))


def test_a_reminder_is_of_the_day_and_the_window_that_are_planned() -> None:
    reminder = held(
        Template.BOOKING_REMINDER,
        booking_status="paid",
        context={"pickup_date": "2027-07-02", "pickup_window": "morning"},
    )
    plans = (None, "2027-07-02/morning", "2027-07-02/evening", "2027-07-03/morning")
    true_of = [not outdated_because(replace(reminder, booking_plan=plan), NOW) for plan in plans]
    assert true_of == [True, True, False, False]


@pytest.mark.parametrize("template", [Template.BOOKING_PAID, Template.NEW_DEVICE, Template.PASSWORD_CHANGED])
def test_receipts_and_warnings_are_never_replaced(template: Template) -> None:
    assert template not in LINES
    assert line_of(template, ID) is None
