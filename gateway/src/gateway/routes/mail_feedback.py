"""What becomes of mails and texts: Amazon SNS posts here what SES says of mails, and texts that people send us."""

from __future__ import annotations

from http import HTTPStatus

from chassis.refusal import Invalid
from fastapi import APIRouter, Request
from totetaxi.notifications.v1.mail_feedback_service_pb2 import ReceiveNotificationRequest, ReceiveTextRequest

from gateway.dependencies import Around
from gateway.refusal_docs import refusals
from gateway.schemas.mail_feedback import NotificationReceived

FEEDBACK_PATH = "/api/notifications/ses/"
TEXTS_PATH = "/api/notifications/texts/"
FEEDBACK_BODY_BYTES = 262_144
"""SNS sends no more."""
DEADLINE_SECONDS = 8.0
"""Notifications may have to fetch Amazon's certificate first."""

router = APIRouter(prefix="/api/notifications", tags=["notifications"])
"""Amazon is no visitor: the gateway hands its notifications on for itself."""


REFUSED = refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


@router.post("/ses/", summary="Amazon's notifications of mails", responses=REFUSED)
async def receive_notification(request: Request, around: Around) -> NotificationReceived:
    """Answers 200 only once it is kept; one that is not signed by Amazon for our topic is 400 and kept nowhere."""
    asked = ReceiveNotificationRequest(payload=await body_of(request))
    await around.upstreams.mail_feedback.ReceiveNotification(asked, deadline_seconds=DEADLINE_SECONDS)
    return NotificationReceived(received=True)


@router.post("/texts/", summary="Amazon's notifications of texts", responses=REFUSED)
async def receive_text(request: Request, around: Around) -> NotificationReceived:
    """The same of texts that people send us: who says STOP is texted nothing more, until they say START."""
    asked = ReceiveTextRequest(payload=await body_of(request))
    await around.upstreams.mail_feedback.ReceiveText(asked, deadline_seconds=DEADLINE_SECONDS)
    return NotificationReceived(received=True)


async def body_of(request: Request) -> bytes:
    """The body, byte for byte. Raises Invalid where there is none."""
    payload = await request.body()
    if not payload:
        raise Invalid("mail_feedback_malformed", "A notification needs a body.")
    return payload
