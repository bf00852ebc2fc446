"""The gRPC door for what becomes of mails and texts: proven to be SNS's, then kept."""

from __future__ import annotations

import json
from datetime import datetime

import grpc
import structlog
from chassis.clock import Clock
from chassis.database import Database
from chassis.refusal import Invalid
from totetaxi.notifications.v1 import mail_feedback_service_pb2 as pb
from totetaxi.notifications.v1 import mail_feedback_service_pb2_grpc as rpc

from notifications import actions
from notifications.domain.feedback import Feedback, feedback_of
from notifications.domain.phone_wish import PhoneWish, wish_of
from notifications.sns_envelope import Envelope, SnsDesk

logger = structlog.get_logger()


class MailFeedbackServicer(rpc.MailFeedbackServiceServicer):
    """Hears of bounces and complaints, and of texts that people send us."""

    def __init__(
        self, database: Database, clock: Clock, desk: SnsDesk, staff_email: str, text_desk: SnsDesk | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._desk = desk
        self._staff_email = staff_email
        self._text_desk = text_desk or SnsDesk("")

    async def ReceiveNotification(  # noqa: N802 - the contract's name
        self,
        request: pb.ReceiveNotificationRequest,
        context: grpc.aio.ServicerContext[pb.ReceiveNotificationRequest, pb.ReceiveNotificationResponse],
    ) -> pb.ReceiveNotificationResponse:
        """One notification of SNS."""
        envelope = await self._desk.open(request.payload)
        if envelope["Type"] == "SubscriptionConfirmation":
            await self._desk.confirm(envelope)
            logger.info("subscribed to what becomes of mails", topic=envelope["TopicArn"])
        elif (feedback := feedback_in(envelope["Message"])) is not None:
            await actions.take_feedback(self._database, feedback, self._staff_email, self._clock.now())
        return pb.ReceiveNotificationResponse()

    async def ReceiveText(  # noqa: N802 - the contract's name
        self,
        request: pb.ReceiveTextRequest,
        context: grpc.aio.ServicerContext[pb.ReceiveTextRequest, pb.ReceiveTextResponse],
    ) -> pb.ReceiveTextResponse:
        """One notification of SNS that a text came."""
        envelope = await self._text_desk.open(request.payload)
        if envelope["Type"] == "SubscriptionConfirmation":
            await self._text_desk.confirm(envelope)
            logger.info("subscribed to texts that come in", topic=envelope["TopicArn"])
        else:
            await actions.take_text(self._database, wish_in(envelope))
        return pb.ReceiveTextResponse()

    async def Unsubscribe(  # noqa: N802 - the contract's name
        self,
        request: pb.UnsubscribeRequest,
        context: grpc.aio.ServicerContext[pb.UnsubscribeRequest, pb.UnsubscribeResponse],
    ) -> pb.UnsubscribeResponse:
        """No more courtesies to a reader."""
        await actions.unsubscribe(self._database, request.token, self._clock.now())
        return pb.UnsubscribeResponse()


def feedback_in(told: str) -> Feedback | None:
    """What SES says inside a notification. Raises Invalid when it is not SES that speaks."""
    try:
        return feedback_of(json.loads(told))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Invalid("mail_feedback_malformed", "Amazon SES does not speak of mails like this.", "Message") from error


def wish_in(envelope: Envelope) -> PhoneWish | None:
    """What somebody's text wants, from the signed instant on. Raises Invalid when it is not Amazon that speaks."""
    try:
        return wish_of(json.loads(envelope["Message"]), datetime.fromisoformat(envelope["Timestamp"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Invalid("text_malformed", "Amazon does not speak of texts like this.", "Message") from error
