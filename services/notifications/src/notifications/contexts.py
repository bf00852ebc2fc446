"""What each template speaks about, and how it is kept with the message: as JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from notifications.domain import (
    account_words,
    booking_words,
    claim_words,
    delivery_words,
    document_words,
    money_words,
    quote_words,
    staff_words,
    waiting_words,
)
from notifications.domain.message import Template

CONTEXTS: Mapping[Template, TypeAdapter[Any]] = {
    Template.BOOKING_RECEIVED: TypeAdapter(booking_words.ReceivedBooking),
    Template.BOOKING_PAID: TypeAdapter(booking_words.PaidBooking),
    Template.BOOKING_RESCHEDULED: TypeAdapter(booking_words.RescheduledBooking),
    Template.BOOKING_CANCELLED: TypeAdapter(booking_words.CancelledBooking),
    Template.BOOKING_EXPIRED: TypeAdapter(booking_words.ExpiredBooking),
    Template.BOOKING_REMINDER: TypeAdapter(booking_words.Reminder),
    Template.DELIVERY_EN_ROUTE: TypeAdapter(delivery_words.CrewOnItsWay),
    Template.DELIVERY_DELIVERED: TypeAdapter(delivery_words.DeliveryStep),
    Template.DELIVERY_FAILED: TypeAdapter(delivery_words.DeliveryStep),
    Template.DOCUMENT_REQUESTED: TypeAdapter(document_words.NeededDocument),
    Template.DOCUMENT_ACCEPTED: TypeAdapter(document_words.TakenDocument),
    Template.DOCUMENT_REJECTED: TypeAdapter(document_words.ReturnedDocument),
    Template.DOCUMENT_EXPIRING: TypeAdapter(document_words.EndingDocument),
    Template.CLAIM_ACCEPTED: TypeAdapter(claim_words.SettledClaim),
    Template.CLAIM_REJECTED: TypeAdapter(claim_words.SettledClaim),
    Template.REVIEW_REQUEST: TypeAdapter(booking_words.BookingFacts),
    Template.QUOTE_SENT: TypeAdapter(quote_words.SentQuote),
    Template.WAITING_OFFER: TypeAdapter(waiting_words.WaitingOffer),
    Template.PAYMENT_FAILED: TypeAdapter(money_words.DeclinedPayment),
    Template.PAYMENT_ACTION: TypeAdapter(money_words.Money),
    Template.PAYMENT_LINK: TypeAdapter(money_words.LinkToPay),
    Template.REFUND_APPROVED: TypeAdapter(money_words.RefundOfPayment),
    Template.REFUND_COMPLETED: TypeAdapter(money_words.RefundOfPayment),
    Template.STORAGE_STARTED: TypeAdapter(money_words.StorageTerms),
    Template.STORAGE_CHANGED: TypeAdapter(money_words.StorageTerms),
    Template.STORAGE_ENDED: TypeAdapter(money_words.EndedStorage),
    Template.STORAGE_PAID: TypeAdapter(money_words.PaidMonth),
    Template.STORAGE_UNPAID: TypeAdapter(money_words.UnpaidMonth),
    Template.STORAGE_SUSPENDED: TypeAdapter(money_words.Money),
    Template.BOOKING_QUESTION: TypeAdapter(booking_words.BookingNote),
    Template.BOOKING_NOTICE: TypeAdapter(booking_words.BookingNote),
    Template.WELCOME: TypeAdapter(account_words.WelcomeLink),
    Template.EMAIL_VERIFICATION: TypeAdapter(account_words.MailedLink),
    Template.REGISTRATION_REPEATED: TypeAdapter(account_words.Happening),
    Template.PASSWORD_RESET: TypeAdapter(account_words.MailedLink),
    Template.PASSWORD_CHANGED: TypeAdapter(account_words.Happening),
    Template.NEW_DEVICE: TypeAdapter(account_words.NewDevice),
    Template.STAFF_INVITATION: TypeAdapter(account_words.StaffLink),
    Template.STAFF_PASSWORD_RESET: TypeAdapter(account_words.StaffLink),
    Template.STAFF_LOCKED: TypeAdapter(account_words.Lock),
    Template.WEBHOOK_DISABLED: TypeAdapter(staff_words.DisabledEndpoint),
    Template.STAFF_TASK: TypeAdapter(staff_words.StaffTask),
    Template.ACCOUNT_ERASED: TypeAdapter(account_words.Happening),
}


def kept(template: Template, words: object) -> dict[str, Any]:
    """`words` as the message keeps them."""
    return dict(CONTEXTS[template].dump_python(words, mode="json"))


def words_of(template: Template, context: Mapping[str, Any]) -> Any:
    """The way back. Raises pydantic.ValidationError when `context` is not the template's."""
    return CONTEXTS[template].validate_python(context)
