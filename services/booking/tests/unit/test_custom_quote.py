"""Quotes: who may answer one in which state, and until when an offer holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from booking.domain.address import Address
from booking.domain.booking_number import new_quote_number
from booking.domain.contact import Contact
from booking.domain.custom_quote import (
    QuoteStatus,
    hash_of,
    minutes_to_pay,
    must_be_declinable,
    must_be_open,
    must_be_sendable,
    must_begin_with_a_quote,
    must_cost_something,
    new_token,
    normalised_company,
    status_at,
)
from booking.domain.order import Order
from booking.domain.pickup import PickupWindow
from chassis.refusal import Conflict, Invalid

NOON = datetime(2027, 6, 15, 16, tzinfo=UTC)
RULES = {"answered": must_be_open, "offered": must_be_sendable, "declined by staff": must_be_declinable}


@pytest.mark.parametrize(
    ("what", "allowed"),
    [
        ("answered", {QuoteStatus.SENT}),
        ("offered", set(QuoteStatus) - {QuoteStatus.ACCEPTED}),
        ("declined by staff", {QuoteStatus.REQUESTED, QuoteStatus.SENT, QuoteStatus.EXPIRED}),
    ],
)
def test_what_is_a_booking_stays_one_and_the_rest_follows_its_state(what: str, allowed: set[QuoteStatus]) -> None:
    for status in allowed:
        RULES[what](status)
    for status in set(QuoteStatus) - allowed:
        with pytest.raises(Conflict) as refused:
            RULES[what](status)
        assert refused.value.slug == f"quote_{status}"


def test_an_offer_is_over_at_the_very_second() -> None:
    assert status_at(QuoteStatus.SENT, NOON, NOON - timedelta(seconds=1)) is QuoteStatus.SENT
    assert status_at(QuoteStatus.SENT, NOON, NOON) is QuoteStatus.EXPIRED
    assert status_at(QuoteStatus.ACCEPTED, NOON, NOON) is QuoteStatus.ACCEPTED
    assert status_at(QuoteStatus.REQUESTED, None, NOON) is QuoteStatus.REQUESTED


def test_what_has_a_price_of_its_own_needs_no_quote() -> None:
    must_begin_with_a_quote("mini_storage")
    with pytest.raises(Invalid, match="b2b_popup or mini_storage"):
        must_begin_with_a_quote("mini_move")


def test_a_pop_up_has_a_company_and_storage_needs_none() -> None:
    assert normalised_company("  Whitfield   & Co. ", "b2b_popup") == "Whitfield & Co."
    assert normalised_company("", "mini_storage") == ""
    for name in ("", "a\x00b"):
        with pytest.raises(Invalid) as refused:
            normalised_company(name, "b2b_popup")
        assert refused.value.faults[0].field == "company_name"


@pytest.mark.parametrize(("days", "minutes"), [(30, 72 * 60), (3, 72 * 60 - 4 * 60), (1, 20 * 60), (0, 30), (-1, 30)])
def test_what_is_accepted_is_paid_in_72_hours_or_before_the_pickup(days: int, minutes: int) -> None:
    pickup = NOON.date() + timedelta(days=days)  # at 8 in the morning, four hours before noon
    nobody = Contact("", "", "", "")
    nowhere = Address("", "", "", "", "", "")
    order = Order(nobody, "b2b_popup", pickup, PickupWindow.MORNING, nowhere, nowhere, "", "")
    assert minutes_to_pay(order, 30, NOON) == minutes


def test_a_quote_costs_something() -> None:
    must_cost_something(1)
    with pytest.raises(Invalid):
        must_cost_something(0)


def test_of_a_link_only_a_hash_is_kept_and_no_two_are_alike() -> None:
    one, other = new_token(), new_token()
    assert one != other
    assert len(hash_of(one)) == 32
    assert one.encode() not in hash_of(one)
    assert new_quote_number().startswith("TQ-")
