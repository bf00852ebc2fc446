"""What becomes of mails: Amazon SNS posts here what SES says of bounces and complaints."""

from __future__ import annotations

from http import HTTPStatus

from chassis.refusal import Invalid
from fastapi import APIRouter, Request
from totetaxi.notifications.v1.mail_feedback_service_pb2 import ReceiveNotificationRequest

from gateway.dependencies import Around
from gateway.refusal_docs import refusals
from gateway.schemas.mail_feedback import NotificationReceived

FEEDBACK_PATH = "/api/notifications/ses/"
FEEDBACK_BODY_BYTES = 262_144
"""SNS sends no more."""
DEADLINE_SECONDS = 8.0
"""Notifications may have to fetch Amazon's certificate first."""

router = APIRouter(prefix="/api/notifications", tags=["notifications"])
"""Amazon is no visitor: the gateway hands its notifications on for itself."""


@router.post(
    "/ses/",
    summary="Amazon's notifications of mails",
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
)
async def receive_notification(request: Request, around: Around) -> NotificationReceived:
    """Answers 200 only once it is kept; one that is not signed by Amazon for our topic is 400 and kept nowhere."""
    payload = await request.body()
    if not payload:
        raise Invalid("mail_feedback_malformed", "A notification needs a body.")
    asked = ReceiveNotificationRequest(payload=payload)
    await around.upstreams.mail_feedback.ReceiveNotification(asked, deadline_seconds=DEADLINE_SECONDS)
    return NotificationReceived(received=True)
