"""Bounces and complaints: heard from our topic alone, once, and followed by silence where nobody reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from chassis.clock import Clock, FixedClock
from chassis.refusal import Invalid, NotFound, Refusal
from hearing import OFFICE, hear, rows, said
from mail_stage import Post
from notifications.clock import Sender, send_next
from notifications.feedback_api import MailFeedbackServicer
from notifications.sns_envelope import SnsDesk
from paid_event import RECIPIENT, paid_event
from told import cancelled
from topic import ARN, Topic
from totetaxi.notifications.v1.events_pb2 import MessageBounced, MessageSuppressed
from totetaxi.notifications.v1.mail_feedback_service_pb2 import ReceiveNotificationRequest

NEWS = "A booking is paid: TT-7K2M9Q"


@pytest.fixture
def topic() -> Iterator[Topic]:
    opened = Topic()
    yield opened
    opened.close()


class Ear:
    """The service, listening to one topic."""

    def __init__(self, sender: Sender, desk: SnsDesk) -> None:
        self._servicer = MailFeedbackServicer(sender.database, Clock(), desk, OFFICE)

    async def hear(self, envelope: Any) -> None:
        payload = envelope if isinstance(envelope, bytes) else json.dumps(envelope).encode()
        request = ReceiveNotificationRequest(payload=payload)
        await self._servicer.ReceiveNotification(request, cast("Any", None))

    async def refuses(self, envelope: Any, kind: type[Refusal] = Invalid) -> str:
        with pytest.raises(kind) as refusal:
            await self.hear(envelope)
        return str(refusal.value.slug)


@pytest.fixture
def ear(sender: Sender, topic: Topic) -> Ear:
    return Ear(sender, SnsDesk(ARN, topic.url))


def bounce(provider_message_id: str, kind: str = "Permanent") -> dict[str, Any]:
    mail = {"messageId": provider_message_id}
    return {"notificationType": "Bounce", "bounce": {"bounceType": kind}, "mail": mail}


def complaint(provider_message_id: str) -> dict[str, Any]:
    return {"eventType": "Complaint", "complaint": {}, "mail": {"messageId": provider_message_id}}


async def confirmed(sender: Sender) -> str:
    """A booking whose confirmation was sent; returns the provider's id of it."""
    await hear(sender.database, paid_event())
    await send_next(sender)
    return str((await rows(sender.database))[0].provider_message_id)


async def send_all(sender: Sender) -> None:
    while await send_next(sender):
        pass


async def test_a_mail_that_came_back_is_the_last_to_its_address(
    sender: Sender, post: Post, topic: Topic, ear: Ear
) -> None:
    told = bounce(await confirmed(sender))
    for _ in range(2):
        await ear.hear(topic.says(told))
    await hear(sender.database, cancelled(RECIPIENT.upper()))
    await send_all(sender)
    assert len(post.mails(RECIPIENT)) == 1
    assert [mail["Subject"] for mail in post.mails(OFFICE)] == [NEWS, "A mail came back: TT-7K2M9Q"]
    [bounced] = await said(sender.database, MessageBounced)
    assert (bounced.template, bounced.is_complaint) == ("booking_paid", False)
    [suppressed] = await said(sender.database, MessageSuppressed)
    assert suppressed.reason == "Its address takes no mail."


async def test_who_complained_still_hears_what_they_must_know(
    sender: Sender, post: Post, topic: Topic, ear: Ear
) -> None:
    await ear.hear(topic.says(complaint(await confirmed(sender))))
    await hear(sender.database, cancelled())
    await send_all(sender)
    assert len(post.mails(RECIPIENT)) == 2
    assert [mail["Subject"] for mail in post.mails(OFFICE)] == [NEWS, "A reader called our mail unwanted: TT-7K2M9Q"]


async def test_an_address_is_tried_again_after_three_months(sender: Sender, post: Post, topic: Topic, ear: Ear) -> None:
    await ear.hear(topic.says(bounce(await confirmed(sender))))
    later = FixedClock(datetime.now(UTC) + timedelta(days=91))
    await hear(sender.database, cancelled(), clock=later)
    while await send_next(Sender(**{**vars(sender), "clock": later})):
        pass
    assert len(post.mails(RECIPIENT)) == 2


@pytest.mark.parametrize("told", [bounce("x", "Transient"), {"eventType": "Delivery", "mail": {"messageId": "x"}}])
async def test_what_passes_by_itself_changes_nothing(sender: Sender, topic: Topic, ear: Ear, told: Any) -> None:
    told["mail"]["messageId"] = await confirmed(sender)
    await ear.hear(topic.says(told))
    assert await said(sender.database, MessageBounced) == []


async def test_an_opened_mail_is_noted_the_first_time_and_troubles_nobody(
    sender: Sender, topic: Topic, ear: Ear
) -> None:
    opened = {"eventType": "Open", "open": {}, "mail": {"messageId": await confirmed(sender)}}
    await ear.hear(topic.says(opened))
    [first] = await rows(sender.database)
    await ear.hear(topic.says(opened))
    [again] = await rows(sender.database)
    assert first.opened_at is not None
    assert (again.opened_at, again.trouble) == (first.opened_at, None)


async def test_a_mail_that_is_not_ours_changes_nothing(sender: Sender, topic: Topic, ear: Ear) -> None:
    await ear.hear(topic.says(bounce("somebody-elses")))
    assert await rows(sender.database) == []


async def test_nothing_is_kept_of_an_address_but_its_digest(sender: Sender, topic: Topic, ear: Ear) -> None:
    await ear.hear(topic.says(bounce(await confirmed(sender))))
    async with sender.database.reading() as connection:
        [kept] = (await connection.exec_driver_sql("SELECT digest FROM address_trouble")).scalars()
    assert len(kept) == 32


async def test_a_subscription_of_our_topic_is_confirmed(topic: Topic, ear: Ear) -> None:
    await ear.hear(topic.asks_to_confirm())
    assert topic.asked == ["/certificate.pem", "/confirm"]


@pytest.mark.parametrize(
    "url",
    [
        "https://sns.us-east-1.amazonaws.com.evil.example/certificate.pem",
        "https://evil.example/sns.us-east-1.amazonaws.com/certificate.pem",
        "https://sns.us-east-1.amazonaws.com@evil.example/certificate.pem",
        "https://bucket.s3.amazonaws.com/certificate.pem",
        "http://sns.us-east-1.amazonaws.com/certificate.pem",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
    ],
)
async def test_a_certificate_comes_from_amazon_or_from_nowhere(topic: Topic, ear: Ear, url: str) -> None:
    assert await ear.refuses(topic.says(bounce("x"), SigningCertURL=url)) == "mail_feedback_foreign_address"
    assert await ear.refuses(topic.asks_to_confirm(url)) == "mail_feedback_foreign_address"
    assert "/confirm" not in topic.asked


async def test_what_was_changed_or_is_of_another_topic_is_refused(sender: Sender, topic: Topic, ear: Ear) -> None:
    told = bounce(await confirmed(sender))
    changed = topic.says(told, Message=json.dumps(bounce("another")))
    assert await ear.refuses(changed) == "mail_feedback_signature_wrong"
    assert await ear.refuses(topic.says(told, Signature="no base64")) == "mail_feedback_signature_wrong"
    assert await ear.refuses(topic.says(told, TopicArn=ARN + "2")) == "mail_feedback_topic_unknown"
    assert await ear.refuses(topic.says(told, SignatureVersion="1")) == "mail_feedback_malformed"
    assert await said(sender.database, MessageBounced) == []


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b'"Type"', b'{"Type": "Notification"}', b"\xff"])
async def test_what_is_no_notification_is_refused(ear: Ear, payload: bytes) -> None:
    assert await ear.refuses(payload) == "mail_feedback_malformed"


@pytest.mark.parametrize("message", [[], "text", {}, {"notificationType": "Bounce", "mail": {}}, {"mail": None}])
async def test_what_ses_would_not_say_is_refused(topic: Topic, ear: Ear, message: Any) -> None:
    assert await ear.refuses(topic.says(message)) == "mail_feedback_malformed"


async def test_without_a_topic_everything_is_refused(sender: Sender, topic: Topic) -> None:
    assert await Ear(sender, SnsDesk("")).refuses(topic.says(bounce("x")), NotFound) == "mail_feedback_off"
