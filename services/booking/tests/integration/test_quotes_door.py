"""A quote from the first word to the booking: asked, written, sent, accepted or declined by its link."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from booking.actions import Terms
from booking.actions import custom_quote as actions
from booking.domain.availability import Usual
from booking_stage import said
from booking_world import World, acting_as, request
from chassis.clock import Clock
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound, Unavailable
from chassis.remote import open_channel, remote_stub
from docker_engine import free_port
from paper_reader import text_of
from quote_stage import LINES, TOTAL, Desk, before_dawn, desk_of
from totetaxi.booking.v1 import custom_quote_pb2 as contract
from totetaxi.booking.v1 import quote_service_pb2 as messages
from totetaxi.booking.v1 import staff_quote_service_pb2 as staff_messages
from totetaxi.booking.v1.booking_pb2 import BOOKING_STATUS_PENDING, PICKUP_WINDOW_EVENING
from totetaxi.booking.v1.events_pb2 import QuoteAccepted, QuoteDeclined, QuoteExpired, QuoteRequested, QuoteSent
from totetaxi.booking.v1.staff_booking_service_pb2 import InspectBookingRequest
from totetaxi.payments.v1.payment_link_service_pb2_grpc import PaymentLinkServiceStub
from totetaxi.pricing.v1 import catalog_pb2
from totetaxi.pricing.v1.pricing_service_pb2 import CustomLine

pytestmark = pytest.mark.xdist_group("services")

TERMS = Terms(payment_minutes=30, usual=Usual(places=3, organizers=8))


@pytest.fixture
async def desk(world: World) -> Desk:
    return await desk_of(world)


async def told(desk: Desk, event: Any, quote_id: str) -> list[Any]:
    """What was said of this quote."""
    return [each for each in await said(desk.world.booking_database, event) if each.quote.id == quote_id]


async def test_what_staff_wrote_is_booked_line_by_line_and_waits_for_payment(desk: Desk) -> None:
    asked = await desk.ask()
    sent = await desk.send(asked.quote_id, note="Thank you!")
    shown = await desk.open(sent.token)
    assert (shown.status, shown.wish.company_name) == (contract.CUSTOM_QUOTE_STATUS_SENT, "Whitfield & Co.")
    [version] = shown.versions
    assert (version.number, version.note, version.price.total_cents, version.written_by) == (1, "Thank you!", TOTAL, "")
    accepted = await desk.accept(sent.token)
    with acting_as(desk.staff):
        asked_for = InspectBookingRequest(booking_id=accepted.booking_id)
        booking = (await desk.world.staff_bookings.InspectBooking(asked_for)).booking
    assert (booking.booking_number, booking.status) == (accepted.booking_number, BOOKING_STATUS_PENDING)
    assert [(line.label, line.amount_cents) for line in booking.price.lines] == [
        (line.label, line.quantity * line.unit_amount_cents) for line in LINES
    ]
    assert booking.expires_at.ToDatetime() - booking.created_at.ToDatetime() == timedelta(hours=72)
    assert (booking.special_instructions, booking.contact.phone) == ("Forty chairs and a bar", "+12125550177")


async def test_each_step_is_told_once_and_the_token_to_the_mail_alone(desk: Desk) -> None:
    asked = await desk.ask()
    sent = await desk.send(asked.quote_id)
    for _ in range(2):
        accepted = await desk.accept(sent.token)
    [requested] = await told(desk, QuoteRequested, asked.quote_id)
    [told_sent] = await told(desk, QuoteSent, asked.quote_id)
    [told_accepted] = await told(desk, QuoteAccepted, asked.quote_id)
    assert (requested.quote.quote_number, requested.quote.total_cents) == (asked.quote_number, 0)
    assert (told_sent.token, told_sent.version_number, told_sent.quote.total_cents) == (sent.token, 1, TOTAL)
    assert (told_accepted.booking_id, told_accepted.quote.version) == (accepted.booking_id, 3)
    assert sent.token not in str(told_accepted)


@pytest.mark.race
async def test_ten_who_accept_at_once_make_one_booking(desk: Desk) -> None:
    sent = await desk.sent()
    answers = await asyncio.gather(*(desk.accept(sent.token) for _ in range(10)))
    assert len({answer.booking_id for answer in answers}) == 1
    assert len(await told(desk, QuoteAccepted, sent.quote.id)) == 1


async def test_a_newer_version_ends_the_link_of_the_one_before(desk: Desk) -> None:
    first = await desk.sent()
    dearer = [CustomLine(label="Everything", quantity=1, unit_amount_cents=300_000)]
    second = await desk.send(first.quote.id, lines=dearer, pickup_window=PICKUP_WINDOW_EVENING)
    with pytest.raises(NotFound, match="newer one"):
        await desk.accept(first.token)
    shown = await desk.open(second.token)
    assert [(each.number, each.price.total_cents) for each in shown.versions] == [(2, 300_000)]
    assert shown.wish.pickup_window == PICKUP_WINDOW_EVENING
    with acting_as(desk.staff):
        inspected = await desk.staff_quotes.InspectQuote(staff_messages.InspectQuoteRequest(quote_id=first.quote.id))
    assert [each.number for each in inspected.quote.versions] == [1, 2]
    with pytest.raises(Conflict, match="changed meanwhile"):
        await desk.send(first.quote.id, expected_version=1)


async def test_who_declines_says_why_and_can_be_offered_anew(desk: Desk) -> None:
    sent = await desk.sent()
    for _ in range(2):
        declined = await desk.decline(sent.token, "Too dear")
    assert (declined.status, declined.decline_reason) == (contract.CUSTOM_QUOTE_STATUS_DECLINED, "Too dear")
    [event] = await told(desk, QuoteDeclined, sent.quote.id)
    assert (event.reason, event.is_by_staff) == ("Too dear", False)
    with pytest.raises(Conflict) as refused:
        await desk.accept(sent.token)
    assert (refused.value.slug, refused.value.faults[0].field) == ("quote_declined", "token")
    assert (await desk.accept((await desk.send(sent.quote.id)).token)).booking_id


async def test_staff_say_no_and_never_to_what_is_a_booking(desk: Desk) -> None:
    asked, sent = await desk.ask(), await desk.sent()
    await desk.accept(sent.token)
    with acting_as(desk.staff):
        no = await desk.staff_quotes.DeclineQuoteFor(no_to(asked.quote_id))
        with pytest.raises(Conflict, match="it is a booking now"):
            await desk.staff_quotes.DeclineQuoteFor(no_to(sent.quote.id))
    assert no.quote.decline_reason == "No van of that size"
    with pytest.raises(Conflict, match="it is a booking now"):
        await desk.send(sent.quote.id)


def no_to(quote_id: str) -> staff_messages.DeclineQuoteForRequest:
    return staff_messages.DeclineQuoteForRequest(quote_id=quote_id, reason="No van of that size")


@pytest.mark.race
async def test_an_offer_is_over_with_its_time_and_the_clock_says_so_once(desk: Desk) -> None:
    sent = await desk.sent()
    database, later = desk.world.booking_database, Clock().now() + timedelta(days=3, minutes=1)
    assert (await actions.open_by_link(database, sent.token, later)).record.status == "expired"
    with pytest.raises(Conflict, match="time is over"):
        await actions.accept_quote(database, None, sent.token, UUID(sent.quote.id), TERMS, later)
    ended = sum(await asyncio.gather(*(actions.expire_quotes(database, later) for _ in range(5))))
    while await actions.expire_quotes(database, later):
        ended += 1
    assert ended >= 1
    assert len(await told(desk, QuoteExpired, sent.quote.id)) == 1


async def test_a_full_day_refuses_and_the_offer_stays_open(desk: Desk) -> None:
    sent = await desk.sent()
    for _ in range(3):
        await desk.world.bookings.CreateGuestBooking(request(desk.world))
    with pytest.raises(Conflict, match="next free days"):
        await desk.accept(sent.token)
    assert (await desk.open(sent.token)).status == contract.CUSTOM_QUOTE_STATUS_SENT
    evening = await desk.send(sent.quote.id, pickup_window=PICKUP_WINDOW_EVENING)
    assert (await desk.accept(evening.token)).booking_number


async def test_while_payments_is_away_the_payment_link_is_owed_and_tried_again(desk: Desk) -> None:
    accepted = await desk.accept((await desk.sent()).token)
    away = open_channel(f"127.0.0.1:{free_port()}")
    links = remote_stub(PaymentLinkServiceStub, away, desk.world.caller)
    later = Clock().now() + timedelta(minutes=2)
    with pytest.raises(Unavailable):
        await actions.send_payment_link(desk.world.booking_database, links, later)
    await away.close()
    async with desk.world.booking_database.reading() as connection:
        record = await actions.look.custom_quotes.find_quote(connection, UUID(accepted.id))
    assert record.link_due_at is not None


async def test_the_same_key_asks_once(desk: Desk) -> None:
    contact = (await desk.open((await desk.sent()).token)).wish.contact
    first = await desk.ask(contact=contact, idempotency_key="1")
    again = await desk.ask(contact=contact, idempotency_key="1")
    assert (again.quote_id, again.is_replayed) == (first.quote_id, True)
    with pytest.raises(Invalid) as refused:
        await desk.ask(contact=contact, idempotency_key="1", description="Fifty chairs")
    assert refused.value.slug == "idempotency_key_reused"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"company_name": " "}, "company_name"),
        ({"service_type": catalog_pb2.SERVICE_TYPE_MINI_MOVE}, "service_type"),
        ({"pickup_date": "2020-01-01"}, "pickup_date"),
        ({"pickup_date": "2027-02-30"}, "pickup_date"),
        ({"description": ""}, "wish.description"),
    ],
)
async def test_what_is_wrong_with_a_request_is_named(desk: Desk, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        await desk.ask(**changes)
    assert field in [fault.field for fault in refused.value.faults]


async def test_an_offer_is_held_to_its_rules(desk: Desk) -> None:
    asked = (await desk.ask()).quote_id
    nothing = [CustomLine(label="Van", quantity=1, unit_amount_cents=0)]
    below = [CustomLine(label="Courtesy", quantity=1, unit_amount_cents=-1)]
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"lines": nothing}, "lines"),
        ({"lines": below}, "lines"),
        ({"lines": []}, "lines"),
        ({"valid_until": Clock().now() - timedelta(seconds=1)}, "valid_until"),
        ({"valid_until": before_dawn(desk.world) + timedelta(hours=12)}, "valid_until"),
        ({"pickup_date": "2020-01-01"}, "valid_until"),
    ]
    for changes, field in wrong:
        with pytest.raises(Invalid) as refused:
            await desk.send(asked, **changes)
        assert refused.value.faults[0].field in (field, "pickup_date"), changes
    assert await told(desk, QuoteSent, asked) == []


async def test_quotes_are_found_by_number_company_or_email(desk: Desk) -> None:
    sent = await desk.sent()
    email = sent.quote.wish.contact.email
    with acting_as(desk.staff):
        for text in (sent.quote.quote_number.lower(), "whitfield & c", email[:8]):
            asked = staff_messages.SearchQuotesRequest(search=text, statuses=[contract.CUSTOM_QUOTE_STATUS_SENT])
            found = (await desk.staff_quotes.SearchQuotes(asked)).quotes
            assert sent.quote.id in [quote.id for quote in found]
        assert (await desk.staff_quotes.SearchQuotes(staff_messages.SearchQuotesRequest(search="nobody%"))).quotes == []


async def test_a_customer_sees_their_own_and_nobody_elses(desk: Desk) -> None:
    with acting_as(await desk.world.identity.customer()):
        asked = await desk.ask()
        own = (await desk.quotes.ListOwnQuotes(messages.ListOwnQuotesRequest())).quotes
        one = messages.GetOwnQuoteRequest(quote_id=asked.quote_id)
        assert [(await desk.quotes.GetOwnQuote(one)).quote] == list(own)
        with pytest.raises(NotAllowed):
            await desk.staff_quotes.SearchQuotes(staff_messages.SearchQuotesRequest())
    with acting_as(await desk.world.identity.customer()), pytest.raises(NotFound):
        await desk.quotes.GetOwnQuote(one)


async def test_the_paper_is_for_whoever_has_the_link_and_for_staff_once_there_is_an_offer(desk: Desk) -> None:
    asked = (await desk.ask()).quote_id
    for_staff = staff_messages.GetQuotePaperForRequest(quote_id=asked)
    with acting_as(desk.staff):
        with pytest.raises(Conflict, match="still writing"):
            await desk.staff_quotes.GetQuotePaperFor(for_staff)
        token = (await desk.send(asked)).token
        seen_by_staff = (await desk.staff_quotes.GetQuotePaperFor(for_staff)).paper
    by_link = (await desk.quotes.GetQuotePaper(messages.GetQuotePaperRequest(token=token))).paper
    assert by_link == seen_by_staff
    assert "$2,249.50" in text_of(by_link.content)
    assert by_link.file_name.startswith("ToteTaxi-quote-TQ-")
