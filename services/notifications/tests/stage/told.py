"""What booking and identity tell: one event of each kind that somebody gets a mail about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from chassis.identifiers import new_id
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp
from paid_event import RECIPIENT, paid_event
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1 import events_pb2 as booking
from totetaxi.identity.v1 import events_pb2 as identity
from totetaxi.identity.v1.account_pb2 import ACCOUNT_KIND_CUSTOMER, ACCOUNT_KIND_STAFF
from totetaxi.payments.v1 import events_pb2 as payments
from totetaxi.payments.v1.addressee_pb2 import Addressee
from totetaxi.payments.v1.refund_pb2 import REFUND_ORIGIN_STAFF

TOKEN = "k3Jx9-QbT7_w2mVd5RzYhN8uLpS4cA6eF0gKiXoWqBs"


def at(instant: datetime) -> Timestamp:
    moment = Timestamp()
    moment.FromDatetime(instant)
    return moment


def soon(minutes: int = 30) -> Timestamp:
    return at(datetime.now(UTC) + timedelta(minutes=minutes))


def summary(
    recipient: str = RECIPIENT, status: str = "PENDING", version: int = 1, booking_id: str = ""
) -> booking_pb2.BookingSummary:
    """The paid booking's facts, elsewhere in its life."""
    told: booking_pb2.BookingSummary = paid_event(recipient).booking
    told.status = booking_pb2.BookingStatus.Value(f"BOOKING_STATUS_{status}")
    told.version = version
    told.id = booking_id or told.id
    return told


def created(recipient: str = RECIPIENT, **changes: Any) -> booking.BookingCreated:
    return booking.BookingCreated(booking=summary(recipient, **changes), expires_at=soon())


def rescheduled(recipient: str = RECIPIENT, **changes: Any) -> booking.BookingRescheduled:
    at_version = {"status": "PAID", "version": 3} | changes
    return booking.BookingRescheduled(booking=summary(recipient, **at_version), previous_pickup_date="2027-07-01")


def cancelled(recipient: str = RECIPIENT, **changes: Any) -> booking.BookingCancelled:
    told = summary(recipient, **{"status": "CANCELLED", "version": 3} | changes)
    return booking.BookingCancelled(booking=told, cancelled_at=soon(0), refund_cents=69750)


def expired(recipient: str = RECIPIENT, **changes: Any) -> booking.BookingExpired:
    told = summary(recipient, **{"status": "EXPIRED", "version": 2} | changes)
    return booking.BookingExpired(booking=told, expired_at=soon(0))


def person(email: str) -> identity.MailRecipient:
    return identity.MailRecipient(email=email, first_name="Eleanor", last_name="Whitfield", language="en-US")


def verification(email: str = RECIPIENT, account_id: str = "") -> identity.CustomerVerificationRequested:
    return identity.CustomerVerificationRequested(
        customer_id=account_id or str(new_id()), recipient=person(email), token=TOKEN, expires_at=soon()
    )


def repeated(email: str = RECIPIENT, account_id: str = "") -> identity.CustomerRegistrationRepeated:
    return identity.CustomerRegistrationRepeated(
        customer_id=account_id or str(new_id()), recipient=person(email), attempted_at=soon(0)
    )


def reset(email: str = RECIPIENT, account_id: str = "") -> identity.PasswordResetRequested:
    return identity.PasswordResetRequested(
        account_kind=ACCOUNT_KIND_CUSTOMER,
        account_id=account_id or str(new_id()),
        recipient=person(email),
        token=TOKEN,
        expires_at=soon(),
    )


def for_staff(email: str = RECIPIENT, *, is_invitation: bool) -> identity.PasswordResetRequested:
    told = reset(email)
    told.account_kind, told.username, told.is_invitation = ACCOUNT_KIND_STAFF, "mbrook", is_invitation
    return told


def changed(email: str = RECIPIENT, account_id: str = "") -> identity.PasswordChanged:
    return identity.PasswordChanged(
        account_kind=ACCOUNT_KIND_CUSTOMER,
        account_id=account_id or str(new_id()),
        recipient=person(email),
        changed_at=soon(0),
    )


def new_device(email: str = RECIPIENT) -> identity.SessionStartedOnNewDevice:
    return identity.SessionStartedOnNewDevice(
        account_kind=ACCOUNT_KIND_CUSTOMER,
        account_id=str(new_id()),
        session_id=str(new_id()),
        recipient=person(email),
        device="Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
        client_address="203.0.113.7",
        started_at=soon(0),
    )


def locked(email: str = RECIPIENT) -> identity.StaffAccountLocked:
    return identity.StaffAccountLocked(staff_id=str(new_id()), recipient=person(email), locked_until=soon())


def forgotten(email: str = RECIPIENT, account_id: str = "") -> identity.CustomerErasureCompleted:
    return identity.CustomerErasureCompleted(
        customer_id=account_id or str(new_id()), erasure_id=str(new_id()), recipient=person(email), completed_at=soon(0)
    )


def addressee(email: str) -> Addressee:
    return Addressee(booking_number="TT-7K2M9Q", name="Eleanor Whitfield", email=email, language="en-US")


def about_money(kind: Callable[..., Any], **facts: Any) -> Callable[[str], Message]:
    """An event of payments about a new booking, to whom it may concern."""

    def make(email: str) -> Message:
        event: Message = kind(booking_id=str(new_id()), amount_cents=139500, addressee=addressee(email), **facts)
        return event

    return make


declined = about_money(payments.PaymentFailed, failure_reason="The card was declined.")
challenged = about_money(payments.PaymentRequiresAction)
approved = about_money(payments.RefundApproved, refund_id=str(new_id()), origin=REFUND_ORIGIN_STAFF)
refunded = about_money(payments.RefundCompleted, refund_id=str(new_id()), is_whole=True)
month_paid = about_money(payments.InvoicePaid, invoice_id=str(new_id()), period_start="2027-07-01")
month_unpaid = about_money(payments.InvoiceFailed, invoice_id=str(new_id()), attempt=1)
suspended = about_money(payments.StorageSuspended, invoice_id=str(new_id()))


def link_to_pay(email: str = RECIPIENT) -> payments.PaymentLinkCreated:
    return payments.PaymentLinkCreated(
        link_id=str(new_id()),
        booking_id=str(new_id()),
        booking_number="TT-7K2M9Q",
        amount_cents=139500,
        customer_name="Eleanor Whitfield",
        email=email,
        token=TOKEN,
        expires_at=soon(),
    )


EVENTS: dict[str, Callable[[str], Message]] = {
    "Payment due by": created,
    "Confirmed for July 2": paid_event,
    "Moved to July 2": rescheduled,
    "Cancelled": cancelled,
    "Not paid in time": expired,
    "Welcome to ToteTaxi": verification,
    "You already have a ToteTaxi account": repeated,
    "Choose a new password": reset,
    "Your ToteTaxi staff account": lambda email: for_staff(email, is_invitation=True),
    "Choose a new password for your staff account": lambda email: for_staff(email, is_invitation=False),
    "Your password was changed": changed,
    "A new sign-in to your account": new_device,
    "Your staff account is locked": locked,
    "Your account is deleted": forgotten,
    "Your payment did not go through": declined,
    "Your bank wants to hear from you": challenged,
    "$1,395.00 is on its way back": refunded,
    "$1,395.00 received for your storage": month_paid,
    "Your storage could not be charged": month_unpaid,
    "Your storage is on hold": suspended,
    "$1,395.00 due": link_to_pay,
}
"""By how the subject of its mail begins."""
