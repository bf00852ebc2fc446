"""How far a booking is, on its page: a line of stages, what happens right now, and what its script needs."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from booking_page_answers import nothing_to_tell
from chassis.refusal import NotAllowed
from contract_messages import NOON, found, timestamp
from gateway.views import booking_progress as view
from totetaxi.booking.v1 import booking_event_service_pb2 as told
from totetaxi.booking.v1 import booking_pb2, logistics_pb2, tracking_service_pb2

PATH = "/booking/TT-7QK2MB/"
OWNER = {"email": "ada@example.com"}
PICKUP, DELIVERY = (
    logistics_pb2.DELIVERY_TASK_KIND_PICKUP,
    logistics_pb2.DELIVERY_TASK_KIND_DELIVERY,
)


def status(word: str) -> Any:
    return booking_pb2.BookingStatus.Value(f"BOOKING_STATUS_{word.upper()}")


def leg(kind: Any, stage: str) -> tracking_service_pb2.TrackedLeg:
    return tracking_service_pb2.TrackedLeg(kind=kind, stage=f"TRACKING_STAGE_{stage.upper()}")


def story(*words: str) -> list[told.BookingEvent]:
    """One event an hour, from noon in London on, which is eight in New York."""
    events = [
        told.BookingEvent(position=place + 1, happened_at=timestamp(NOON + place * timedelta(hours=1)))
        for place in range(len(words))
    ]
    for event, word in zip(events, words, strict=True):
        if word == "rescheduled":
            event.rescheduled.SetInParent()
        elif word == "on_the_way":
            event.stage.CopyFrom(told.StageReached(kind=PICKUP, stage="TRACKING_STAGE_ON_THE_WAY"))
        else:
            event.status.status = status(word)
    return events


@pytest.fixture
def booking_service(network: Any) -> Any:
    """Paid; it says everything to whoever names the right email."""

    def look(asked: Any) -> Any:
        answer = found(masked=asked.email != OWNER["email"])
        answer.booking.status = booking_pb2.BOOKING_STATUS_PAID
        return answer

    def tell(asked: Any) -> Any:
        if asked.email != OWNER["email"]:
            raise NotAllowed("proof_needed", "Please give the email this booking was made with.", "email")
        return told.ListBookingEventsResponse(events=story("pending", "paid"))

    nothing_to_tell(network)
    network.answers |= {"GetBookingByNumber": look, "ListBookingEvents": tell}
    return network


@pytest.mark.parametrize(
    ("at", "states"),
    [
        ("pending", ["current", "to come", "to come", "to come", "to come"]),
        ("confirmed", ["current", "to come", "to come", "to come", "to come"]),
        ("paid", ["done", "current", "to come", "to come", "to come"]),
        ("scheduled", ["done", "done", "current", "to come", "to come"]),
        ("in_progress", ["done", "done", "done", "current", "to come"]),
        ("completed", ["done", "done", "done", "done", "current"]),
        ("cancelled", []),
        ("expired", []),
    ],
)
def test_every_state_has_its_place_on_the_line(at: str, states: list[str]) -> None:
    assert [step.state for step in view.steps(status(at), [], [])] == states


def test_a_step_says_since_when_and_what_is_to_come_says_nothing() -> None:
    line = view.steps(status("scheduled"), [], story("pending", "paid", "scheduled"))
    assert [step.when for step in line] == ["Jun 1, 8:00 AM", "Jun 1, 9:00 AM", "Jun 1, 10:00 AM", "", ""]


def test_a_crew_that_has_set_out_is_on_the_way_before_anything_is_loaded() -> None:
    way = [leg(PICKUP, "on_the_way"), leg(DELIVERY, "scheduled")]
    line = view.steps(status("scheduled"), way, story("pending", "paid", "scheduled", "on_the_way", "in_progress"))
    assert [(step.title, step.when) for step in line if step.state == "current"] == [("On the way", "Jun 1, 11:00 AM")]


def test_a_booking_that_was_moved_sets_out_anew() -> None:
    line = view.steps(
        status("in_progress"), [], story("scheduled", "on_the_way", "rescheduled", "on_the_way", "in_progress")
    )
    assert line[3].when == "Jun 1, 11:00 AM"


@pytest.mark.parametrize(
    ("stages", "headline"),
    [
        (("scheduled", "scheduled"), ""),
        (("on_the_way", "scheduled"), "Your crew is on the way to you."),
        (("arrived", "scheduled"), "Your crew is at the door."),
        (("loaded", "on_the_way"), ""),
        (("loaded", "arrived"), "We are at the door with your things."),
        (("loaded", "failed"), "We could not do it as planned."),
    ],
)
def test_what_happens_right_now_is_the_headline(stages: tuple[str, str], headline: str) -> None:
    words = view.now([leg(PICKUP, stages[0]), leg(DELIVERY, stages[1])])
    assert (words[0] if words else "") == headline


async def test_whoever_sees_it_in_full_sees_the_line_and_is_followed_from_there(
    booking_service: Any, client: Any
) -> None:
    answer = await client.post(PATH, data=OWNER)
    assert re.findall(r'aria-current="step"><span class="step">(\w+)', answer.text) == ["Paid"]
    assert 'data-number="TT-7QK2MB" data-email="ada@example.com" data-after="2"' in answer.text
    assert '<script type="module" src="/assets/booking.js"></script>' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy
    asked = [call.method for call in booking_service.calls]
    assert asked.index("ListBookingEvents") < asked.index("GetBookingByNumber")


async def test_what_is_over_is_followed_by_nobody(booking_service: Any, client: Any) -> None:
    over = told.ListBookingEventsResponse(events=story("pending", "cancelled"), is_over=True)
    booking_service.answers["ListBookingEvents"] = lambda _: over
    assert "booking.js" not in (await client.post(PATH, data=OWNER)).text


@pytest.mark.parametrize("email", ["", "eve@example.com"])
async def test_whoever_sees_it_masked_gets_no_line_and_no_script(booking_service: Any, client: Any, email: str) -> None:
    page = (await client.post(PATH, data={"email": email})).text
    assert "Booking TT-7QK2MB" in page
    for hidden in ("booking.js", "aria-current", "data-number", "data-email"):
        assert hidden not in page


@pytest.mark.parametrize("script", ["booking.js", "booking-page.js", "certificate.js"])
async def test_the_scripts_come_from_our_own_origin(client: Any, script: str) -> None:
    answer = await client.get(f"/assets/{script}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
