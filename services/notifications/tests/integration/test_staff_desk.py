"""Staff's desk: the log, once more, notes and tests to oneself, each known to the audit log."""

from __future__ import annotations

from typing import Any, cast

import pytest
from chassis.principal import Principal, serve_as
from chassis.refusal import Conflict, Invalid, NotFound, Refusal
from google.protobuf.message import Message
from hearing import hear, rows, said
from mail_stage import Post
from notifications.clock import Sender, send_next
from notifications.domain.message import Template
from notifications.staff_message_api import Desk, StaffMessageServicer
from paid_event import RECIPIENT, paid_event
from told import cancelled, reset, summary
from totetaxi.notifications.v1 import notifications_service_pb2 as shared
from totetaxi.notifications.v1 import staff_message_service_pb2 as pb
from totetaxi.notifications.v1.events_pb2 import AuditRecorded

EVE = Principal("staff", "eve", "staff", frozenset({"can_manage_bookings"}), 0.0)


async def ask(sender: Sender, method: str, request: Message) -> Any:
    serve_as(EVE)
    desk = Desk(sender.database, sender.clock, sender.send_mail, sender.mail_from, sender.house)
    return await getattr(StaffMessageServicer(desk), method)(request, cast("Any", None))


async def sent_confirmation(sender: Sender) -> tuple[str, str]:
    """A booking whose confirmation was sent, and the message's id."""
    event = paid_event()
    await hear(sender.database, event)
    await send_next(sender)
    (row,) = await rows(sender.database)
    return event.booking.id, str(row.id)


async def acts(sender: Sender) -> list[tuple[str, str]]:
    return [(each.act.action, each.act.actor_id) for each in await said(sender.database, AuditRecorded)]


async def test_a_bookings_messages_come_in_pages_newest_first(sender: Sender) -> None:
    booking_id, message_id = await sent_confirmation(sender)
    note = pb.SendNoteRequest(booking_id=booking_id, kind=pb.NOTE_KIND_NOTICE, text="The road is closed.")
    await ask(sender, "SendNote", note)
    first = await ask(sender, "SearchMessages", pb.SearchMessagesRequest(booking_id=booking_id, page_size=1))
    assert [each.template for each in first.messages] == ["booking_notice"]
    assert first.messages[0].recipient == "e•••@w•••.example"
    rest = pb.SearchMessagesRequest(booking_id=booking_id, page_size=1, page_token=first.next_page_token)
    second = await ask(sender, "SearchMessages", rest)
    assert [each.template for each in second.messages] == ["booking_reminder"]
    rest.page_token = second.next_page_token
    third = await ask(sender, "SearchMessages", rest)
    assert ([each.id for each in third.messages], third.next_page_token) == ([message_id], "")
    sent = pb.SearchMessagesRequest(booking_id=booking_id, status=shared.MESSAGE_STATUS_SENT)
    assert [each.id for each in (await ask(sender, "SearchMessages", sent)).messages] == [message_id]
    assert await acts(sender) == [("booking.note_sent", "eve"), *[("booking.messages_viewed", "eve")] * 4]


async def test_a_customers_messages_are_those_to_the_account_and_about_the_bookings(sender: Sender) -> None:
    customer_id = "0197a000-0000-7000-8000-00000000ada1"
    event = paid_event()
    event.booking.customer_id = customer_id
    await hear(sender.database, event)
    await hear(sender.database, reset(account_id=customer_id))
    await hear(sender.database, paid_event())
    found = await ask(sender, "SearchMessages", pb.SearchMessagesRequest(customer_id=customer_id))
    assert {each.template for each in found.messages} == {"booking_paid", "booking_reminder", "password_reset"}


async def test_a_message_is_sent_once_more_and_once_per_key(sender: Sender, post: Post) -> None:
    _, message_id = await sent_confirmation(sender)
    again = pb.ResendMessageRequest(message_id=message_id, idempotency_key="k1", reason="Deleted by mistake")
    first, second = [await ask(sender, "ResendMessage", again) for _ in range(2)]
    assert (first.message.id, first.is_replayed, second.is_replayed) == (second.message.id, False, True)
    while await send_next(sender):
        pass
    assert len(post.mails(RECIPIENT)) == 2
    assert await acts(sender) == [("message.resent", "eve")]


@pytest.mark.parametrize("what", ["waiting", "outdated", "forgotten"])
async def test_what_is_on_its_way_or_untrue_or_forgotten_is_not_sent_again(sender: Sender, what: str) -> None:
    if what == "forgotten":
        await hear(sender.database, reset())
    else:
        event = paid_event()
        await hear(sender.database, event)
    if what != "waiting":
        await send_next(sender)
    if what == "outdated":
        await hear(sender.database, cancelled(booking_id=event.booking.id))
    message_id = str((await rows(sender.database))[0].id)
    with pytest.raises(Conflict) as refused:
        await ask(sender, "ResendMessage", pb.ResendMessageRequest(message_id=message_id))
    assert refused.value.slug == f"message_{what}"
    detail = await ask(sender, "GetMessage", pb.GetMessageRequest(message_id=message_id))
    assert detail.not_resendable_because == refused.value.message


async def test_a_note_goes_to_the_bookings_own_address_with_the_words_as_text(sender: Sender, post: Post) -> None:
    booking_id, _ = await sent_confirmation(sender)
    words = 'Is <b>"9B"</b> the right door?\n\nAnd {{ 7 * 7 }}?'
    note = pb.SendNoteRequest(booking_id=booking_id, kind=pb.NOTE_KIND_QUESTION, text=words)
    await ask(sender, "SendNote", note)
    while await send_next(sender):
        pass
    mail = post.mails(RECIPIENT)[-1]
    html, text = mail.get_body(("html",)), mail.get_body(("plain",))
    assert mail["Subject"] == "A question about your booking TT-7K2M9Q"
    assert html is not None
    assert "&lt;b&gt;" in html.get_content()
    assert "<b>" not in html.get_content()
    assert text is not None
    assert "And {{ 7 * 7 }}?" in text.get_content()


@pytest.mark.parametrize(("text", "refusal"), [(" \n ", Invalid), ("a\x07b", Invalid), ("Hello", NotFound)])
async def test_a_note_has_words_and_a_booking_we_have_written_to(
    sender: Sender, text: str, refusal: type[Refusal]
) -> None:
    request = pb.SendNoteRequest(booking_id=summary().id, kind=pb.NOTE_KIND_QUESTION, text=text)
    with pytest.raises(refusal):
        await ask(sender, "SendNote", request)


async def test_every_template_can_be_previewed_and_an_unknown_one_is_not_found(sender: Sender) -> None:
    listed = await ask(sender, "ListTemplates", pb.ListTemplatesRequest())
    assert set(listed.templates) == set(Template)
    for template in listed.templates:
        preview = await ask(sender, "PreviewTemplate", pb.PreviewTemplateRequest(template=template))
        assert preview.subject
        assert preview.text
        assert "<html" in preview.html
    with pytest.raises(NotFound):
        await ask(sender, "PreviewTemplate", pb.PreviewTemplateRequest(template="nothing"))


async def test_a_test_is_mailed_at_once_and_leaves_no_message(sender: Sender, post: Post) -> None:
    request = pb.SendTestRequest(template="password_reset", recipient="eve@totetaxi.example")
    answer = await ask(sender, "SendTest", request)
    (mail,) = post.mails("eve@totetaxi.example")
    assert (mail["Subject"], answer.recipient) == ("[Test] Choose a new password", "e•••@t•••.example")
    assert (await rows(sender.database), await acts(sender)) == ([], [("template.tested", "eve")])


async def test_what_was_given_up_is_listed_with_its_error(sender: Sender, post: Post) -> None:
    await hear(sender.database, paid_event("eleanor@whitfield.example\nBcc: all@whitfield.example"))
    await send_next(sender)
    found = await ask(sender, "SearchMessages", pb.SearchMessagesRequest(given_up=True))
    assert [(each.template, each.status) for each in found.messages] == [("booking_paid", shared.MESSAGE_STATUS_FAILED)]
    assert found.messages[0].last_error
