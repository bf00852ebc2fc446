"""The gRPC door for what becomes of mails: proven to be SNS's, then kept."""

from __future__ import annotations

import json

import grpc
import structlog
from chassis.clock import Clock
from chassis.database import Database
from chassis.refusal import Invalid
from totetaxi.notifications.v1 import mail_feedback_service_pb2 as pb
from totetaxi.notifications.v1 import mail_feedback_service_pb2_grpc as rpc

from notifications import actions
from notifications.domain.feedback import Feedback, feedback_of
from notifications.sns_envelope import SnsDesk

logger = structlog.get_logger()


class MailFeedbackServicer(rpc.MailFeedbackServiceServicer):
    """Hears of bounces and complaints."""

    def __init__(self, database: Database, clock: Clock, desk: SnsDesk, staff_email: str) -> None:
        self._database = database
        self._clock = clock
        self._desk = desk
        self._staff_email = staff_email

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
