"""An event's way onto the wire and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from chassis.events import Fact, UnreadableError, attributes, event_of, fact_of, headers_of, stream_of, subject_of
from chassis.identifiers import new_id
from chassis.listening import Listener
from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.booking.v1.events_pb2 import BookingExpired, BookingPaid

FACT = Fact(
    id=new_id(),
    about=new_id(),
    version=7,
    time=datetime(2027, 6, 2, 16, 0, 0, 123456, tzinfo=UTC),
    context={"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "x-request-id": "r1"},
    **attributes(BookingPaid(payment_id="p1", amount_cents=99500)),
)


def test_the_contract_names_the_subject_and_the_subject_the_stream() -> None:
    assert subject_of(BookingPaid) == "totetaxi.booking.v1.booking.paid"
    assert stream_of(subject_of(BookingPaid)) == "BOOKING"


def test_a_message_that_is_no_event_has_no_subject() -> None:
    with pytest.raises(ValueError, match=r"google.protobuf.Timestamp has no option"):
        subject_of(Timestamp)


def test_headers_are_cloud_events_and_deduplicate_by_the_events_id() -> None:
    headers = headers_of(FACT)
    assert headers["Nats-Msg-Id"] == headers["ce-id"] == str(FACT.id)
    assert headers["ce-type"] == "totetaxi.booking.v1.BookingPaid"
    assert headers["ce-time"] == "2027-06-02T16:00:00.123456+00:00"
    assert (headers["ce-source"], headers["ce-specversion"]) == ("/totetaxi/booking", "1.0")
    assert (headers["ce-subject"], headers["ce-sequence"]) == (str(FACT.about), "7")
    assert headers["ce-datacontenttype"] == "application/protobuf"


def test_what_arrives_is_what_was_said() -> None:
    arrived = fact_of(FACT.subject, headers_of(FACT), FACT.payload)
    assert arrived == FACT
    assert event_of(arrived, BookingPaid).amount_cents == 99500


@pytest.mark.parametrize("name", ["ce-id", "ce-type", "ce-subject", "ce-sequence", "ce-time"])
def test_a_message_without_an_attribute_can_not_be_read(name: str) -> None:
    headers = headers_of(FACT)
    del headers[name]
    with pytest.raises(UnreadableError, match=name):
        fact_of(FACT.subject, headers, FACT.payload)


def test_a_payload_of_another_kind_can_not_be_read() -> None:
    with pytest.raises(UnreadableError, match=r"BookingPaid is not totetaxi.booking.v1.BookingExpired"):
        event_of(FACT, BookingExpired)
    with pytest.raises(UnreadableError, match=r"not a totetaxi.booking.v1.BookingPaid"):
        event_of(replace(FACT, payload=b"\xff"), BookingPaid)


async def send_confirmation(*_: object) -> None:
    """Nothing."""


def test_a_durable_is_named_for_its_service_and_what_it_does() -> None:
    assert Listener(BookingPaid, send_confirmation).durable("notifications") == "notifications-send-confirmation"
