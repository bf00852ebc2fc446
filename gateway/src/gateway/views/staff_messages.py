"""Messages for staff, on their way in and out."""

from __future__ import annotations

from typing import Any

from totetaxi.notifications.v1 import staff_message_service_pb2 as message

from gateway.schemas import staff_messages as schema
from gateway.views.messages import plain


def search_request(
    about: dict[str, Any], status: str | None, template: str, page_size: int, cursor: str
) -> message.SearchMessagesRequest:
    """Which messages."""
    return message.SearchMessagesRequest(
        **about,
        status=f"MESSAGE_STATUS_{(status or 'unspecified').upper()}",
        template=template,
        page_size=page_size,
        page_token=cursor,
    )


def note_request(sent: schema.Note, key: str) -> message.SendNoteRequest:
    """A note."""
    kind = f"NOTE_KIND_{sent.kind.upper()}"
    return message.SendNoteRequest(booking_id=str(sent.booking_id), kind=kind, text=sent.text, idempotency_key=key)


def logged(each: message.LoggedMessage) -> schema.LoggedMessage:
    """One message."""
    return schema.LoggedMessage.model_validate(plain(each))


def detail(answer: message.GetMessageResponse) -> schema.MessageDetail:
    """One message, and whether it can be sent once more."""
    because = answer.not_resendable_because
    return schema.MessageDetail(
        message=logged(answer.message), can_be_resent=not because, not_resendable_because=because
    )
