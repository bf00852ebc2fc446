"""Staff's desk at the gRPC door: message → question → message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chassis.clock import Clock
from chassis.cursors import page_size_of
from chassis.database import Database
from sqlalchemy.engine import RowMapping
from totetaxi.notifications.v1 import notifications_service_pb2 as shared
from totetaxi.notifications.v1 import staff_message_service_pb2 as pb
from totetaxi.notifications.v1 import staff_message_service_pb2_grpc as rpc

from notifications.actions import send_test, staff_desk
from notifications.channels.mail import SendMail
from notifications.domain.masking import mask_email
from notifications.domain.message import Template
from notifications.formats import LANGUAGES
from notifications.rendering import House
from notifications.store.message_log import Search

NOTES = {pb.NOTE_KIND_QUESTION: Template.BOOKING_QUESTION, pb.NOTE_KIND_NOTICE: Template.BOOKING_NOTICE}


@dataclass(frozen=True)
class Desk:
    """What the desk works with."""

    database: Database
    clock: Clock
    send_mail: SendMail
    mail_from: str
    house: House


class StaffMessageServicer(rpc.StaffMessageServiceServicer):
    """Answers staff."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def SearchMessages(self, request: pb.SearchMessagesRequest, context: Any) -> pb.SearchMessagesResponse:  # noqa: N802
        """A page of the log."""
        size = page_size_of(request.page_size)
        now = self._desk.clock.now()
        rows, token = await staff_desk.search_messages(
            self._desk.database, search_of(request), request.page_token, size, now
        )
        return pb.SearchMessagesResponse(messages=[logged(row) for row in rows], next_page_token=token)

    async def GetMessage(self, request: pb.GetMessageRequest, context: Any) -> pb.GetMessageResponse:  # noqa: N802
        """One message, and whether it can be said again."""
        row, reason = await staff_desk.look_at_message(
            self._desk.database, UUID(request.message_id), self._desk.clock.now()
        )
        return pb.GetMessageResponse(message=logged(row), not_resendable_because=reason)

    async def ResendMessage(self, request: pb.ResendMessageRequest, context: Any) -> pb.ResendMessageResponse:  # noqa: N802
        """Once more."""
        row, is_known = await staff_desk.resend_message(
            self._desk.database,
            UUID(request.message_id),
            request.idempotency_key,
            request.reason,
            self._desk.clock.now(),
        )
        return pb.ResendMessageResponse(message=logged(row), is_replayed=is_known)

    async def SendNote(self, request: pb.SendNoteRequest, context: Any) -> pb.SendNoteResponse:  # noqa: N802
        """In staff's own words."""
        row, is_known = await staff_desk.write_note(
            self._desk.database,
            UUID(request.booking_id),
            NOTES[request.kind],
            request.text,
            request.idempotency_key,
            self._desk.clock.now(),
        )
        return pb.SendNoteResponse(message=logged(row), is_replayed=is_known)

    async def ListTemplates(self, request: pb.ListTemplatesRequest, context: Any) -> pb.ListTemplatesResponse:  # noqa: N802
        """What there is."""
        return pb.ListTemplatesResponse(templates=sorted(Template), languages=list(LANGUAGES))

    async def PreviewTemplate(self, request: pb.PreviewTemplateRequest, context: Any) -> pb.PreviewTemplateResponse:  # noqa: N802
        """How it reads."""
        words = send_test.preview(request.template, request.language, self._desk.house)
        await send_test.note_look(self._desk.database, request.template, self._desk.clock.now())
        return pb.PreviewTemplateResponse(subject=words.subject, html=words.html, text=words.text)

    async def SendTest(self, request: pb.SendTestRequest, context: Any) -> pb.SendTestResponse:  # noqa: N802
        """In one's own mailbox."""
        desk = self._desk
        words = send_test.preview(request.template, request.language, desk.house)
        provider_id = await send_test.send_test(
            desk.database, desk.send_mail, desk.mail_from, request.recipient, request.template, words, desk.clock.now()
        )
        return pb.SendTestResponse(recipient=mask_email(request.recipient), provider_message_id=provider_id)


def search_of(request: pb.SearchMessagesRequest) -> Search:
    """What is asked for."""
    return Search(
        booking_id=UUID(request.booking_id) if request.booking_id else None,
        customer_id=UUID(request.customer_id) if request.customer_id else None,
        given_up=request.given_up,
        status=shared.MessageStatus.Name(request.status).removeprefix("MESSAGE_STATUS_").lower()
        if request.status
        else "",
        template=request.template,
    )


def logged(row: RowMapping) -> pb.LoggedMessage:
    """A stored message as staff may see it."""
    answer = pb.LoggedMessage(
        id=str(row["id"]),
        booking_id=str(row["booking_id"] or ""),
        account_id=str(row["account_id"] or ""),
        recipient=mask_email(row["recipient"]),
        status=f"MESSAGE_STATUS_{row['status'].upper()}",
        **{name: row[name] for name in ("template", "channel", "language", "attempts", "last_error")},
        provider_message_id=row["provider_message_id"],
    )
    if row["trouble"]:
        answer.trouble = row["trouble"]
        answer.trouble_at.FromDatetime(row["bounced_at"])
    for name in ("created_at", "due_at", "good_until", "sent_at", "opened_at"):
        if row[name]:
            getattr(answer, name).FromDatetime(row[name])
    return answer
