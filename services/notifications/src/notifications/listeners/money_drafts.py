"""The mails that payments' events ask for: to whom, what, and how long they are worth sending."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.clock import new_york_date
from chassis.identifiers import new_id
from chassis.listening import Delivery
from totetaxi.payments.v1 import events_pb2 as events
from totetaxi.payments.v1.addressee_pb2 import Addressee

from notifications.contexts import kept
from notifications.domain import money_words as words
from notifications.domain.message import Channel, Draft, Subject, Template
from notifications.listeners.moments import instant

ASKED_WITHIN = timedelta(days=1)
"""Later than this nobody is asked to try a payment again."""

REFUND_GRACE = timedelta(hours=1)
"""A refund that is done by then is told of once, as done."""


def declined(event: events.PaymentFailed, delivery: Delivery, grace: timedelta) -> Draft:
    """Once a day at most, and only to who has not paid after `grace`: most try again at once."""
    said = words.DeclinedPayment(**about(event.addressee, event.amount_cents), reason=event.failure_reason)
    return again_later(Template.PAYMENT_FAILED, event.booking_id, event.addressee, said, delivery, grace)


def action_needed(event: events.PaymentRequiresAction, delivery: Delivery, grace: timedelta) -> Draft:
    """The same, of a payment that waits for the customer's bank."""
    said = words.Money(**about(event.addressee, event.amount_cents))
    return again_later(Template.PAYMENT_ACTION, event.booking_id, event.addressee, said, delivery, grace)


def again_later(
    template: Template,
    booking_id: str,
    addressee: Addressee,
    said: object,
    delivery: Delivery,
    grace: timedelta,
) -> Draft:
    """A mail that asks for a payment again."""
    turn, due_at = new_york_date(delivery.time).isoformat(), delivery.time + grace
    until = delivery.time + ASKED_WITHIN
    return draft_of(template, booking_id, addressee, said, delivery, turn=turn, due_at=due_at, good_until=until)


def approved(event: events.RefundApproved, delivery: Delivery) -> Draft:
    """After a while, if it is not done by then."""
    said = words.RefundOfPayment(**about(event.addressee, event.amount_cents), is_whole=False)
    due_at = delivery.time + REFUND_GRACE
    return draft_of(
        Template.REFUND_APPROVED, event.booking_id, event.addressee, said, delivery, turn=event.refund_id, due_at=due_at
    )


def completed(event: events.RefundCompleted, delivery: Delivery) -> Draft:
    """The money is on its way back."""
    said = words.RefundOfPayment(**about(event.addressee, event.amount_cents), is_whole=event.is_whole)
    return draft_of(Template.REFUND_COMPLETED, event.booking_id, event.addressee, said, delivery, turn=event.refund_id)


def paid_month(event: events.InvoicePaid, delivery: Delivery) -> Draft:
    """The receipt of a month of storage."""
    said = words.PaidMonth(
        **about(event.addressee, event.amount_cents),
        period_start=date.fromisoformat(event.period_start),
        is_resumed=event.is_resumed,
    )
    return draft_of(Template.STORAGE_PAID, event.booking_id, event.addressee, said, delivery, turn=event.invoice_id)


def unpaid_month(event: events.InvoiceFailed, delivery: Delivery) -> Draft:
    """Each time it was tried, until it is tried again."""
    next_attempt_at = instant(event.next_attempt_at) if event.HasField("next_attempt_at") else None
    said = words.UnpaidMonth(
        **about(event.addressee, event.amount_cents), reason=event.failure_reason, next_attempt_at=next_attempt_at
    )
    turn = f"{event.invoice_id}/{event.attempt}"
    return draft_of(
        Template.STORAGE_UNPAID,
        event.booking_id,
        event.addressee,
        said,
        delivery,
        turn=turn,
        good_until=next_attempt_at,
    )


def suspended(event: events.StorageSuspended, delivery: Delivery) -> Draft:
    """Nothing leaves storage until it is paid."""
    said = words.Money(**about(event.addressee, event.amount_cents))
    return draft_of(
        Template.STORAGE_SUSPENDED, event.booking_id, event.addressee, said, delivery, turn=event.invoice_id
    )


def link_to_pay(event: events.PaymentLinkCreated, delivery: Delivery) -> Draft:
    """For as long as the link is good; nobody is mailed where no address is named."""
    addressee = Addressee(
        booking_number=event.booking_number, name=event.customer_name, email=event.email, language=event.language
    )
    until = instant(event.expires_at)
    said = words.LinkToPay(
        **about(addressee, event.amount_cents), name=event.customer_name, token=event.token, expires_at=until
    )
    return draft_of(
        Template.PAYMENT_LINK, event.booking_id, addressee, said, delivery, turn=event.link_id, good_until=until
    )


def about(addressee: Addressee, amount_cents: int) -> dict[str, Any]:
    """What every mail about money says."""
    return {"booking_number": addressee.booking_number, "amount_cents": amount_cents}


def draft_of(
    template: Template,
    booking_id: str,
    addressee: Addressee,
    said: object,
    delivery: Delivery,
    *,
    turn: str,
    due_at: datetime | None = None,
    good_until: datetime | None = None,
) -> Draft:
    """A mail to who pays; to nobody where the event names no addressee."""
    return Draft(
        id=new_id(),
        event_id=delivery.id,
        subject=Subject(booking_id=UUID(booking_id)),
        template=template,
        channel=Channel.EMAIL,
        recipient=addressee.email,
        language=addressee.language,
        context=kept(template, said),
        due_at=due_at,
        good_until=good_until,
        turn=turn,
    )
