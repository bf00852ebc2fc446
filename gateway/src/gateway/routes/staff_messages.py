"""Messages, for staff: what was said, saying it once more, and a word of their own."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from chassis.refusal import Conflict, Invalid
from fastapi import APIRouter, Depends, Path, Query, Response
from totetaxi.identity.v1.staff_service_pb2 import GetOwnStaffProfileRequest
from totetaxi.notifications.v1 import staff_message_service_pb2 as messages

from gateway.acting import act_as_staff
from gateway.dependencies import Around, IdempotencyKey
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import staff_refusals
from gateway.schemas import staff_messages as schema
from gateway.views import staff_messages as view

router = APIRouter(prefix="/api/staff/messages", tags=["staff: messages"], dependencies=[Depends(act_as_staff)])

TEST_DEADLINE_SECONDS = 20.0
"""A provider may take 8 seconds to be reached and 8 more to answer."""

TemplateName = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[a-z_]+$")]
LanguageTag = Annotated[str, Query(max_length=35, pattern=r"^[A-Za-z0-9-]*$", description="BCP 47; empty is English")]


@router.get("/", summary="What was said about a booking or to a customer", responses=staff_refusals())
async def search_messages(
    around: Around,
    booking_id: UUID | None = None,
    customer_id: UUID | None = None,
    status: schema.MessageStatusWord | None = None,
    template: Annotated[str, Query(max_length=64, pattern=r"^[a-z_]*$")] = "",
    cursor: Cursor = "",
    page_size: PageSize = DEFAULT_PAGE_SIZE,
) -> schema.MessagePage:
    """Newest first; exactly one of the two ids. That you looked is kept in the audit log."""
    if (booking_id is None) == (customer_id is None):
        raise Invalid("about_what", "Please name either booking_id or customer_id.", "booking_id")
    about = {"booking_id": str(booking_id)} if booking_id else {"customer_id": str(customer_id)}
    return await page(around, view.search_request(about, status, template, page_size, cursor))


@router.get("/failed/", summary="What no try could deliver", responses=staff_refusals())
async def list_failed_messages(
    around: Around, cursor: Cursor = "", page_size: PageSize = DEFAULT_PAGE_SIZE
) -> schema.MessagePage:
    """Newest first. `resend` tries one again."""
    return await page(around, view.search_request({"given_up": True}, None, "", page_size, cursor))


@router.post(
    "/notes/",
    status_code=HTTPStatus.CREATED,
    summary="Write to who booked",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def send_note(sent: schema.Note, key: IdempotencyKey, response: Response, around: Around) -> schema.QueuedMessage:
    """In our layout and the customer's language, with your words in it."""
    asked = view.note_request(sent, key)
    return queued(response, await around.upstreams.staff_messages.SendNote(asked))


@router.get("/templates/", summary="Everything that can be said", responses=staff_refusals())
async def list_templates(around: Around) -> schema.Templates:
    """By name."""
    answer = await around.upstreams.staff_messages.ListTemplates(messages.ListTemplatesRequest())
    return schema.Templates(templates=list(answer.templates), languages=list(answer.languages))


@router.get(
    "/templates/{template}/preview/", summary="How a template reads", responses=staff_refusals(HTTPStatus.NOT_FOUND)
)
async def preview_template(
    template: TemplateName, around: Around, language: LanguageTag = ""
) -> schema.TemplatePreview:
    """With sample data in it."""
    asked = messages.PreviewTemplateRequest(template=template, language=language)
    answer = await around.upstreams.staff_messages.PreviewTemplate(asked)
    return schema.TemplatePreview(subject=answer.subject, html=answer.html, text=answer.text)


@router.post(
    "/templates/{template}/test/",
    summary="Mail a template to yourself",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def send_test(template: TemplateName, sent: schema.TestMail, around: Around) -> schema.TestSent:
    """With sample data in it, to the address of your own account."""
    owner = (await around.upstreams.staff.GetOwnStaffProfile(GetOwnStaffProfileRequest())).staff
    if not owner.email:
        raise Conflict("no_own_address", "Your account has no email address that a test could be sent to.")
    asked = messages.SendTestRequest(template=template, language=sent.language, recipient=owner.email)
    answer = await around.upstreams.staff_messages.SendTest(asked, deadline_seconds=TEST_DEADLINE_SECONDS)
    return schema.TestSent(recipient=answer.recipient, provider_message_id=answer.provider_message_id)


@router.get("/{message_id}/", summary="A message", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def get_message(message_id: UUID, around: Around) -> schema.MessageDetail:
    """With whether it can be sent once more, and why not."""
    asked = messages.GetMessageRequest(message_id=str(message_id))
    return view.detail(await around.upstreams.staff_messages.GetMessage(asked))


@router.post(
    "/{message_id}/resend/",
    status_code=HTTPStatus.CREATED,
    summary="Send a message once more",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def resend_message(
    message_id: UUID, sent: schema.Resend, key: IdempotencyKey, response: Response, around: Around
) -> schema.QueuedMessage:
    """The same words to the same address, if they are still true: a message of its own."""
    asked = messages.ResendMessageRequest(message_id=str(message_id), idempotency_key=key, reason=sent.reason)
    return queued(response, await around.upstreams.staff_messages.ResendMessage(asked))


async def page(around: Around, asked: messages.SearchMessagesRequest) -> schema.MessagePage:
    """A page of the log."""
    answer = await around.upstreams.staff_messages.SearchMessages(asked)
    found = [view.logged(each) for each in answer.messages]
    return schema.MessagePage(messages=found, next_cursor=answer.next_page_token)


def queued(response: Response, answer: Any) -> schema.QueuedMessage:
    """What is on its way; the same key again is answered, not done twice."""
    response.headers["Location"] = f"{router.prefix}/{answer.message.id}/"
    if answer.is_replayed:
        response.headers["Idempotent-Replayed"] = "true"
    return schema.QueuedMessage(message=view.logged(answer.message))
