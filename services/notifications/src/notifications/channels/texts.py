"""A text as every transport takes it, by Amazon's two services for them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import boto3
import structlog
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

from notifications.channels.mail import DeliveryError

PERMANENT = frozenset({"ValidationException", "ConflictException", "InvalidParameter", "OptedOut"})
"""Of this number: it is none, or its owner answered STOP, which Amazon keeps for us."""

logger = structlog.get_logger()


@dataclass(frozen=True)
class Text:
    """One text, ready to be sent."""

    message_id: UUID
    recipient: str = field(repr=False)
    """E.164."""
    body: str = field(repr=False)


SendText = Callable[[Text], Awaitable[str]]
"""Hands a text over and returns the provider's id for it. Raises DeliveryError when it was not taken."""

HandOver = Callable[[Text], str]


def open_texts(endpoint_url: str, region: str, seconds: float, origination: str, *, is_sns_first: bool) -> SendText:
    """Sends by End User Messaging (pinpoint-sms-voice-v2), and by SNS where that says that it can't; or by SNS alone.

    `origination` is the number or sender id we write from; empty lets Amazon choose.
    """
    given = {
        "region_name": region,
        "endpoint_url": endpoint_url or None,
        "config": Config(connect_timeout=seconds, read_timeout=seconds, retries={"total_max_attempts": 1}),
    }
    session = boto3.session.Session()
    by_sns = sns(session.client("sns", **given))
    if is_sns_first:
        return trying([by_sns])
    return trying([end_user_messaging(session.client("pinpoint-sms-voice-v2", **given), origination), by_sns])


def trying(ways: Sequence[HandOver]) -> SendText:
    """The first of `ways` that takes it; the next is tried after an answer that it was not sent, never after none."""

    async def send(text: Text) -> str:
        for way in ways[:-1]:
            try:
                return await asyncio.to_thread(say, way, text)
            except RefusedError as refusal:
                if refusal.is_permanent:
                    raise
                logger.warning("a text goes another way", message_id=str(text.message_id), reason=refusal.reason)
        return await asyncio.to_thread(say, ways[-1], text)

    return send


class RefusedError(DeliveryError):
    """The provider answered that it did not take it."""


def say(way: HandOver, text: Text) -> str:
    """Hands over by one way. Raises RefusedError for an answer, DeliveryError for silence."""
    try:
        return way(text)
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "Unknown")
        raise RefusedError(f"The provider of texts answered {code}.", is_permanent=code in PERMANENT) from error
    except (BotoCoreError, ResponseParserError, KeyError) as error:  # the last of these: a proxy answered
        raise DeliveryError(f"The provider of texts did not answer ({type(error).__name__}).") from error


def end_user_messaging(client: Any, origination: str) -> HandOver:
    """By pinpoint-sms-voice-v2."""
    origin = {"OriginationIdentity": origination} if origination else {}

    def hand_over(text: Text) -> str:
        answer = client.send_text_message(
            DestinationPhoneNumber=text.recipient,
            MessageBody=text.body,
            MessageType="TRANSACTIONAL",
            Context={"message": str(text.message_id)},
            **origin,
        )
        return str(answer["MessageId"])

    return hand_over


def sns(client: Any) -> HandOver:
    """By SNS."""
    kind = {"AWS.SNS.SMS.SMSType": {"DataType": "String", "StringValue": "Transactional"}}

    def hand_over(text: Text) -> str:
        answer = client.publish(PhoneNumber=text.recipient, Message=text.body, MessageAttributes=kind)
        return str(answer["MessageId"])

    return hand_over
