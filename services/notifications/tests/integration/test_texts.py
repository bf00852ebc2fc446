"""Texts: beside the mail, for who asked for them, by day, and never twice by two ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import boto3
import pytest
from botocore.config import Config
from chassis.clock import FixedClock
from chassis.identifiers import new_id
from hearing import every_row, fact_of
from mail_stage import REGION, Post
from moto.core import DEFAULT_ACCOUNT_ID
from moto.sns.models import sns_backends
from notifications.channels.texts import end_user_messaging, open_texts, sns, trying
from notifications.clock import Sender, send_next
from notifications.domain.phone_wish import PhoneWish
from notifications.events import listeners
from notifications.store.phone_wishes import save_wish
from paid_event import paid_event
from phone_network import PhoneNetwork
from told_of_moves import step
from totetaxi.booking.v1.events_pb2 import DeliveryEnRoute
from totetaxi.identity.v1 import events_pb2 as identity
from totetaxi.identity.v1.account_pb2 import CustomerPreferences

from chassis import inbox

PHONE = "+16315550142"
BOOKED_AT = datetime(2027, 6, 1, 12, tzinfo=UTC)
REMINDED_AT = datetime(2027, 7, 1, 14, tzinfo=UTC)
BEDTIME = datetime(2027, 7, 2, 1, tzinfo=UTC)
MORNING = datetime(2027, 7, 2, 12, tzinfo=UTC)


@pytest.fixture
def network() -> Iterator[PhoneNetwork]:
    opened = PhoneNetwork()
    yield opened
    opened.close()


@pytest.fixture
def texting(sender: Sender, network: PhoneNetwork, post: Post) -> Sender:
    """A sender whose texts go by End User Messaging, with SNS behind it."""
    given: dict[str, Any] = {"region_name": REGION, "config": Config(retries={"total_max_attempts": 1})}
    first = end_user_messaging(boto3.client("pinpoint-sms-voice-v2", endpoint_url=network.url, **given), "+18005550100")
    return replace(sender, send_text=trying([first, sns(boto3.client("sns", endpoint_url=post.url, **given))]))


async def tell(sender: Sender, event: Any) -> None:
    found = [each for each in listeners(FixedClock(BOOKED_AT), texts=True) if each.event is type(event)]
    await inbox.hear_once(sender.database, found[0], found[0].durable("notifications"), fact_of(event, BOOKED_AT), 1)


def wishes(customer_id: str, *, texts: bool, phone: str = PHONE, version: int = 1) -> Any:
    preferences = CustomerPreferences(sms_notifications=texts, email_notifications=True, language="es")
    return identity.CustomerPreferencesChanged(
        customer_id=customer_id, preferences=preferences, phone=phone, version=version
    )


async def book_and_set_out(sender: Sender) -> None:
    """The crew of such a booking is on its way to the first door."""
    paid = paid_event()
    paid.booking.customer_id = str(new_id())
    for event in (wishes(paid.booking.customer_id, texts=True), paid, step(DeliveryEnRoute, booking=paid.booking)):
        await tell(sender, event)


async def book(sender: Sender, *, texts: bool = True, phone: str = PHONE) -> str:
    """A paid booking on July 2 in the evening, of a customer with these wishes; returns the customer's id."""
    customer_id, event = str(new_id()), paid_event()
    event.booking.customer_id = customer_id
    event.booking.pickup_window = 3
    await tell(sender, wishes(customer_id, texts=texts, phone=phone))
    await tell(sender, event)
    return customer_id


async def send_all(sender: Sender, at: datetime) -> None:
    while await send_next(replace(sender, clock=FixedClock(at))):
        pass


def by_sns(phone: str = PHONE) -> list[str]:
    sent = sns_backends[DEFAULT_ACCOUNT_ID][REGION].sms_messages.values()
    return [body for number, body in sent if number == phone]


async def test_who_asked_for_texts_is_texted_in_their_language(texting: Sender, network: PhoneNetwork) -> None:
    await book(texting)
    await send_all(texting, REMINDED_AT)
    [text] = network.texts
    assert (text["DestinationPhoneNumber"], text["OriginationIdentity"]) == (PHONE, "+18005550100")
    assert text["MessageBody"].replace("\N{NO-BREAK SPACE}", " ") == (
        "ToteTaxi: pasamos el 2 de julio, 4–7 p.m. Todos los detalles: https://totetaxi.example/booking/TT-7K2M9Q "
        "Responda STOP para no recibir más mensajes."
    )


async def test_a_crew_on_its_way_is_told_of_by_text_too(texting: Sender, network: PhoneNetwork) -> None:
    await book_and_set_out(texting)
    await send_all(texting, BOOKED_AT)
    [text] = network.texts
    assert text["MessageBody"] == (
        "ToteTaxi: nuestro equipo va hacia su puerta. Sígalo: https://totetaxi.example/booking/TT-7K2M9Q "
        "Responda STOP para no recibir más mensajes."
    )


@pytest.mark.parametrize(("texts", "phone"), [(False, PHONE), (True, "")])
async def test_who_did_not_ask_or_gave_no_number_is_not_texted(
    texting: Sender, network: PhoneNetwork, texts: bool, phone: str
) -> None:
    await book(texting, texts=texts, phone=phone)
    await send_all(texting, REMINDED_AT)
    assert network.texts == []


async def test_who_changed_their_mind_is_not_texted(texting: Sender, network: PhoneNetwork) -> None:
    customer_id = await book(texting)
    await tell(texting, wishes(customer_id, texts=False, version=2))
    await send_all(texting, REMINDED_AT)
    assert network.texts == []


async def test_who_said_stop_is_not_texted_though_their_account_wants_it(
    texting: Sender, network: PhoneNetwork
) -> None:
    await book(texting)
    async with texting.database.transaction() as connection:
        await save_wish(connection, PhoneWish(PHONE, wants_texts=False, said_at=BOOKED_AT))
    await send_all(texting, REMINDED_AT)
    assert network.texts == []


async def test_a_guest_is_not_texted(texting: Sender, network: PhoneNetwork) -> None:
    await tell(texting, paid_event())
    await send_all(texting, REMINDED_AT)
    assert network.texts == []


async def test_a_text_that_is_late_waits_for_the_morning(texting: Sender, network: PhoneNetwork) -> None:
    await book(texting)
    await send_all(texting, BEDTIME)
    assert network.texts == []
    await send_all(texting, MORNING)
    assert len(network.texts) == 1


async def test_where_the_first_way_says_that_it_can_not_the_second_is_taken(
    texting: Sender, network: PhoneNetwork, post: Post
) -> None:
    network.refusal = "ServiceQuotaExceededException"
    await book(texting)
    await send_all(texting, REMINDED_AT)
    assert len(by_sns()) == 1


async def test_who_answered_stop_is_not_texted_by_another_way(
    texting: Sender, network: PhoneNetwork, post: Post
) -> None:
    network.refusal = "ConflictException"
    await book(texting)
    await send_all(texting, REMINDED_AT)
    network.refusal = ""
    await send_all(texting, MORNING)
    assert (network.texts, by_sns()) == ([], [])


async def test_after_silence_no_other_way_is_taken(texting: Sender, network: PhoneNetwork, post: Post) -> None:
    network.close()
    await book(texting)
    await send_all(texting, REMINDED_AT)
    assert by_sns() == []


async def test_an_answer_that_nobody_understands_is_silence_and_is_tried_again(
    sender: Sender, network: PhoneNetwork
) -> None:
    network.is_garbled = True
    sender = replace(sender, send_text=open_texts(network.url, REGION, 1.0, "", is_sns_first=True))
    await book(sender)
    await send_all(sender, REMINDED_AT)
    waiting = [row for row in await every_row(sender.database) if row.channel == "sms"]
    assert [(row.status, row.attempts) for row in waiting] == [("queued", 1)]
    assert waiting[0].last_error == "The provider of texts did not answer (KeyError)."


async def test_sns_alone_will_do(sender: Sender, post: Post) -> None:
    sender = replace(sender, send_text=open_texts(post.url, REGION, 1.0, "", is_sns_first=True))
    await book(sender)
    await send_all(sender, REMINDED_AT)
    assert len(by_sns()) == 1
