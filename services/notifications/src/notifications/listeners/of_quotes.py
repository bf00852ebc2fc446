"""What we say of quotes: to who asked for one, with the link that answers it, and to the office, which writes them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.clock import Clock
from chassis.identifiers import new_id
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.custom_quote_pb2 import CustomQuoteSummary
from totetaxi.pricing.v1 import catalog_pb2

from notifications import actions
from notifications.contexts import kept
from notifications.domain.message import Channel, Draft, Subject, Template
from notifications.domain.quote_words import SentQuote
from notifications.domain.staff_words import StaffTask, Task
from notifications.listeners import staff_drafts
from notifications.listeners.booking_facts import word_of
from notifications.listeners.moments import instant


def listeners(clock: Clock, staff_email: str) -> list[Listener]:
    """What booking says of quotes; `staff_email` is empty where nobody of us is to be told."""

    async def ask_for_quotes(connection: AsyncConnection, event: events.QuoteRequested, delivery: Delivery) -> None:
        """The office writes it."""
        draft = for_office(Task.QUOTE_REQUESTED, event.quote, delivery, staff_email)
        await actions.queue_message(connection, draft, clock.now())

    async def send_quotes(connection: AsyncConnection, event: events.QuoteSent, delivery: Delivery) -> None:
        """As often as it is written anew; only the newest link is good."""
        await actions.queue_message(connection, quote_of(event, delivery), clock.now())

    async def tell_of_accepted_quotes(
        connection: AsyncConnection, event: events.QuoteAccepted, delivery: Delivery
    ) -> None:
        """Who accepted hears of the booking, and of what is due."""
        draft = for_office(Task.QUOTE_ACCEPTED, event.quote, delivery, staff_email, event.booking_number)
        await actions.queue_message(connection, draft, clock.now())

    async def tell_of_declined_quotes(
        connection: AsyncConnection, event: events.QuoteDeclined, delivery: Delivery
    ) -> None:
        """Unless it was the office itself."""
        if not event.is_by_staff:
            draft = for_office(Task.QUOTE_DECLINED, event.quote, delivery, staff_email)
            await actions.queue_message(connection, draft, clock.now())

    return [
        Listener(events.QuoteRequested, ask_for_quotes),
        Listener(events.QuoteSent, send_quotes),
        Listener(events.QuoteAccepted, tell_of_accepted_quotes),
        Listener(events.QuoteDeclined, tell_of_declined_quotes),
    ]


def quote_of(event: events.QuoteSent, delivery: Delivery) -> Draft:
    """For as long as it can be accepted; about the customer's account where there is one."""
    quote, until = event.quote, instant(event.quote.valid_until)
    words = SentQuote(
        quote_number=quote.quote_number,
        first_name=quote.contact.first_name,
        service_type=word_of(catalog_pb2.ServiceType.Name(quote.service_type), "SERVICE_TYPE_"),
        pickup_date=date.fromisoformat(quote.pickup_date),
        total_cents=quote.total_cents,
        valid_until=until,
        is_new_version=event.version_number > 1,
        token=event.token,
    )
    return Draft(
        id=new_id(),
        event_id=delivery.id,
        subject=subject_of(quote),
        template=Template.QUOTE_SENT,
        channel=Channel.EMAIL,
        recipient=quote.contact.email,
        language=quote.language,
        context=kept(Template.QUOTE_SENT, words),
        good_until=until,
        turn=f"{quote.id}/{event.version_number}",
    )


def subject_of(quote: CustomQuoteSummary) -> Subject:
    """Whose a quote is."""
    return Subject(account_id=UUID(quote.customer_id)) if quote.customer_id else Subject(matter_id=UUID(quote.id))


def for_office(
    task: Task, quote: CustomQuoteSummary, delivery: Delivery, staff_email: str, booking_number: str = ""
) -> Draft:
    """What the office must do about a quote."""
    told = StaffTask(
        task=task,
        booking_number=booking_number or quote.quote_number,
        pickup_date=date.fromisoformat(quote.pickup_date),
        amount_cents=quote.total_cents,
    )
    return staff_drafts.draft_of(told, UUID(quote.id), staff_email, delivery.id)
