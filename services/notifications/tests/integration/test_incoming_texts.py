"""Texts that people send us: STOP ends every text to their number until START, whatever comes late or twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest
from chassis.clock import Clock
from chassis.refusal import Invalid, NotFound
from notifications.clock import Sender
from notifications.feedback_api import MailFeedbackServicer
from notifications.sns_envelope import SnsDesk
from notifications.store.phone_wishes import said_stop
from sqlalchemy import literal, select
from topic import ARN, Topic
from totetaxi.notifications.v1.mail_feedback_service_pb2 import ReceiveTextRequest

PHONE = "+16315550142"
EARLY, LATE = "2027-06-11T19:15:00.000Z", "2027-06-11T19:16:00.000Z"


@pytest.fixture
def topic() -> Iterator[Topic]:
    opened = Topic()
    yield opened
    opened.close()


async def take(sender: Sender, envelope: Any, desk: SnsDesk) -> None:
    servicer = MailFeedbackServicer(sender.database, Clock(), SnsDesk(""), "", desk)
    await servicer.ReceiveText(ReceiveTextRequest(payload=json.dumps(envelope).encode()), cast("Any", None))


async def says(sender: Sender, topic: Topic, body: str, timestamp: str = EARLY, number: str = PHONE) -> None:
    """Somebody texts us."""
    text = {"originationNumber": number, "destinationNumber": "+18005550100", "messageBody": body}
    await take(sender, topic.says_at(timestamp, text), SnsDesk(ARN, topic.url))


async def has_stopped(sender: Sender, number: str = PHONE) -> bool:
    async with sender.database.reading() as connection:
        return bool((await connection.execute(select(said_stop(literal(number))))).scalar_one())


@pytest.mark.parametrize(
    "word", ["STOP", " stop. ", "Arrêt", "ARRET", "¡ALTO!", "Stop, please", "opt out", "OPT-OUT", "Quit"]
)
async def test_who_says_stop_in_any_of_our_languages_is_texted_nothing_more(
    sender: Sender, topic: Topic, word: str
) -> None:
    await says(sender, topic, word)
    assert await has_stopped(sender)
    assert not await has_stopped(sender, "+16315550143")


@pytest.mark.parametrize("word", ["START", "unstop", "Reprendre", "INICIAR"])
async def test_who_says_start_is_texted_again(sender: Sender, topic: Topic, word: str) -> None:
    await says(sender, topic, "STOP")
    await says(sender, topic, word, LATE)
    assert not await has_stopped(sender)


async def test_the_newest_text_counts_however_late_an_older_one_comes(sender: Sender, topic: Topic) -> None:
    await says(sender, topic, "START", LATE)
    await says(sender, topic, "STOP", EARLY)
    assert not await has_stopped(sender)


@pytest.mark.parametrize(
    "word", ["Thanks!", "", "We can't stop for long", "End of the street", "Start at eight", "🙂", "42"]
)
async def test_what_speaks_of_something_else_changes_nothing(sender: Sender, topic: Topic, word: str) -> None:
    await says(sender, topic, word)
    assert not await has_stopped(sender)


@pytest.mark.parametrize("message", [[], "text", {}, {"originationNumber": PHONE}])
async def test_what_amazon_would_not_say_is_refused(sender: Sender, topic: Topic, message: Any) -> None:
    with pytest.raises(Invalid, match="Amazon does not speak"):
        await take(sender, topic.says_at(EARLY, message), SnsDesk(ARN, topic.url))


async def test_a_text_that_was_changed_or_for_which_no_topic_is_set_is_refused(sender: Sender, topic: Topic) -> None:
    text = {"originationNumber": PHONE, "messageBody": "STOP"}
    changed = topic.says(text) | {"Message": json.dumps(text | {"messageBody": "START"})}
    with pytest.raises(Invalid, match="signature"):
        await take(sender, changed, SnsDesk(ARN, topic.url))
    with pytest.raises(NotFound):
        await take(sender, topic.says(text), SnsDesk(""))
    assert not await has_stopped(sender)


async def test_a_subscription_to_the_topic_of_texts_is_confirmed(sender: Sender, topic: Topic) -> None:
    await take(sender, topic.asks_to_confirm(), SnsDesk(ARN, topic.url))
    assert topic.asked == ["/certificate.pem", "/confirm"]
