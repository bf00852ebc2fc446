"""Sample data for every template, for previews, tests to oneself and our own tests: nobody real."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notifications.domain.message import Template

SHORT: dict[str, Any] = {"booking_number": "TT-7K2M9Q", "first_name": "Eleanor", "pickup_date": "2027-07-04"}

BOOKING: dict[str, Any] = {
    **SHORT,
    "service_type": "mini_move",
    "items": ["Standard", "Standard packing", "Standard unpacking"],
    "coi_required": True,
    "include_packing": True,
    "pickup_window": "morning",
    "pickup": {
        "address_line_1": "1040 Fifth Avenue",
        "address_line_2": "Apt 9B",
        "city": "New York",
        "state": "NY",
        "zip_code": "10028",
    },
    "delivery": {
        "address_line_1": "88 Further Lane",
        "address_line_2": "",
        "city": "East Hampton",
        "state": "NY",
        "zip_code": "11937",
    },
    "lines": [
        {"label": "Standard mini move", "quantity": 1, "amount_cents": 172500},
        {"label": "Independence Day", "quantity": 1, "amount_cents": 17500},
        {"label": "Certificate of insurance", "quantity": 1, "amount_cents": 0},
        {"label": "Standard packing", "quantity": 1, "amount_cents": 253500},
        {"label": "Standard unpacking", "quantity": 1, "amount_cents": 226500},
    ],
    "total_cents": 670000,
}

TOKEN = "k3Jx9-QbT7_w2mVd5RzYhN8uLpS4cA6eF0gKiXoWqBs"  # noqa: S105 - nobody's
LINK: dict[str, Any] = {"token": TOKEN, "expires_at": "2027-07-04T19:15:00Z"}
STAFF_LINK: dict[str, Any] = {**LINK, "username": "mbrook"}
HAPPENED: dict[str, Any] = {"happened_at": "2027-07-04T19:15:00Z", "is_staff": False}
SIGN_IN: dict[str, Any] = {**HAPPENED, "device": "Safari on iPhone", "address": "203.0.113.7"}
MOVED: dict[str, Any] = {
    **SHORT,
    "pickup_date": "2027-07-11",
    "pickup_window": "afternoon",
    "previous_date": "2027-07-04",
    "due_cents": 0,
}

MONEY: dict[str, Any] = {"booking_number": "TT-7K2M9Q", "amount_cents": 670000}
STORAGE: dict[str, Any] = {"booking_number": "TS-3F8R2W", "amount_cents": 29900}
TERMS: dict[str, Any] = {**STORAGE, "first_name": "Eleanor", "start_date": "2027-07-04"}
ENDPOINT: dict[str, Any] = {
    "host": "hooks.partner.example",
    "description": "Orders of the Montauk office",
    "reason": "failing",
    "disabled_at": "2027-07-04T19:15:00Z",
}
DECLINED: dict[str, Any] = {**MONEY, "reason": "The card has insufficient funds."}
REFUND: dict[str, Any] = {**MONEY, "is_whole": True}
UNPAID: dict[str, Any] = {**STORAGE, "reason": "The card has expired.", "next_attempt_at": "2027-07-04T19:15:00Z"}
REMINDER = {name: BOOKING[name] for name in (*SHORT, "pickup_window", "pickup", "delivery", "include_packing")}

PICKUP: dict[str, Any] = {**SHORT, "kind": "pickup", "door": BOOKING["pickup"], "airport": ""}
DELIVERY: dict[str, Any] = {**SHORT, "kind": "delivery", "door": BOOKING["delivery"], "airport": ""}
STORED: dict[str, Any] = {**PICKUP, "kind": "to_storage"}
ARRIVAL: dict[str, Any] = {"arrives_from": "2027-07-04T12:00:00Z", "arrives_until": "2027-07-04T15:00:00Z"}
LUGGAGE: dict[str, Any] = {**DELIVERY, "kind": "airport_delivery", "airport": "JFK"}
CLAIM: dict[str, Any] = {**SHORT, "wanted_cents": 45000, "accepted_cents": 30000}

QUOTE: dict[str, Any] = {
    "quote_number": "TQ-4H8N2C",
    "first_name": "Eleanor",
    "service_type": "specialty_item",
    "pickup_date": "2027-07-04",
    "total_cents": 670000,
    "valid_until": "2027-06-18T03:59:59Z",
    "is_new_version": False,
    "token": TOKEN,
}
QUOTED: dict[str, Any] = {"booking_number": "TQ-4H8N2C", "pickup_date": "2027-07-04", "amount_cents": 670000}

OFFICE: dict[str, dict[str, Any]] = {
    "new_booking": {
        "booking_number": "TT-7K2M9Q",
        "pickup_date": "2027-07-04",
        "pickup_window": "morning",
        "amount_cents": 670000,
    },
    "urgent_booking": {"booking_number": "TT-7K2M9Q", "pickup_date": "2027-07-04", "pickup_window": "morning"},
    "unassigned_booking": {"booking_number": "TT-7K2M9Q", "pickup_date": "2027-07-04", "pickup_window": "morning"},
    "failed_delivery": {"booking_number": "TT-7K2M9Q", "pickup_date": "2027-07-04"},
    "submitted_document": {"booking_number": "TT-7K2M9Q", "pickup_date": "2027-07-04"},
    "opened_claim": {"booking_number": "TT-7K2M9Q", "amount_cents": 45000},
    "quote_requested": {**QUOTED, "amount_cents": 0},
    "quote_accepted": QUOTED,
    "quote_declined": QUOTED,
    "dispute": {"amount_cents": 670000, "reason": "product_not_received", "due_at": "2027-07-04T19:15:00Z"},
    "reconciliation": {"count": 3},
    "orphaned_payment": {"amount_cents": 670000, "reason": "Its booking had expired."},
    "failed_refund": {"amount_cents": 670000, "reason": "The card was closed."},
    "suspended_storage": STORAGE,
    "returned_mail": {"booking_number": "TT-7K2M9Q", "reason": "booking_paid"},
    "unwanted_mail": {"booking_number": "TT-7K2M9Q", "reason": "booking_reminder"},
    "disabled_webhook": {"place": "hooks.partner.example", "reason": "failing"},
    "dead_letter": {"count": 2, "place": "DEADLETTERS_BOOKING"},
}

COI_NOTE = "It must name 1040 Fifth Avenue Corporation as additional insured."
COI_FAULT = "It names another building. Please have it made out to 1040 Fifth Avenue."
QUESTION = (
    "Is there a service elevator, and until what hour may we use it?\n\nYour doorman's number would help us, too."
)
NOTICE = "Further Lane is closed on the morning of your move.\n\nWe come by Pantigo Road; nothing else changes."

SAMPLES: Mapping[str, tuple[Template, dict[str, Any]]] = {
    "booking_received": (Template.BOOKING_RECEIVED, {**BOOKING, "pay_until": "2027-06-11T19:15:00Z"}),
    "booking_paid": (Template.BOOKING_PAID, {**BOOKING, "paid_on": "2027-06-11"}),
    "booking_rescheduled": (Template.BOOKING_RESCHEDULED, MOVED),
    "booking_rescheduled_unpaid": (
        Template.BOOKING_RESCHEDULED,
        {**MOVED, "pickup_date": "2027-07-04", "due_cents": 670000},
    ),
    "booking_cancelled": (Template.BOOKING_CANCELLED, {**SHORT, "paid_cents": 670000, "refund_cents": 335000}),
    "booking_cancelled_late": (Template.BOOKING_CANCELLED, {**SHORT, "paid_cents": 670000, "refund_cents": 0}),
    "booking_cancelled_unpaid": (Template.BOOKING_CANCELLED, {**SHORT, "paid_cents": 0, "refund_cents": 0}),
    "booking_expired": (Template.BOOKING_EXPIRED, SHORT),
    "booking_reminder": (Template.BOOKING_REMINDER, REMINDER),
    "delivery_en_route": (Template.DELIVERY_EN_ROUTE, {**PICKUP, **ARRIVAL}),
    "delivery_en_route_loaded": (Template.DELIVERY_EN_ROUTE, {**DELIVERY, **ARRIVAL}),
    "delivery_en_route_late": (
        Template.DELIVERY_EN_ROUTE,
        {**LUGGAGE, "arrives_from": None, "arrives_until": None},
    ),
    "delivery_delivered": (Template.DELIVERY_DELIVERED, DELIVERY),
    "delivery_delivered_stored": (Template.DELIVERY_DELIVERED, STORED),
    "delivery_failed": (Template.DELIVERY_FAILED, PICKUP),
    "delivery_failed_loaded": (Template.DELIVERY_FAILED, DELIVERY),
    "document_requested": (Template.DOCUMENT_REQUESTED, {**SHORT, "note": COI_NOTE}),
    "document_accepted": (Template.DOCUMENT_ACCEPTED, {**SHORT, "valid_until": "2027-12-31"}),
    "document_rejected": (Template.DOCUMENT_REJECTED, {**SHORT, "reason": COI_FAULT}),
    "document_expiring": (Template.DOCUMENT_EXPIRING, {**SHORT, "valid_until": "2027-07-01"}),
    "claim_accepted": (Template.CLAIM_ACCEPTED, {**CLAIM, "reason": "The frame can be repaired; this pays for it."}),
    "claim_rejected": (
        Template.CLAIM_REJECTED,
        {**CLAIM, "accepted_cents": 0, "reason": "The pictures of the pickup show the same scratch."},
    ),
    "review_request": (Template.REVIEW_REQUEST, SHORT),
    "quote_sent": (Template.QUOTE_SENT, QUOTE),
    "quote_sent_anew": (Template.QUOTE_SENT, {**QUOTE, "is_new_version": True}),
    "waiting_offer": (
        Template.WAITING_OFFER,
        {
            "first_name": "Eleanor",
            "pickup_date": "2027-07-02",
            "pickup_window": "morning",
            "offer_ends_at": "2027-06-11T19:15:00Z",
            "token": "a-token",
        },
    ),
    "payment_failed": (Template.PAYMENT_FAILED, DECLINED),
    "payment_action": (Template.PAYMENT_ACTION, MONEY),
    "payment_link": (
        Template.PAYMENT_LINK,
        {**MONEY, "name": "Eleanor Whitfield", "token": TOKEN, "expires_at": "2027-07-04T19:15:00Z"},
    ),
    "refund_approved": (Template.REFUND_APPROVED, REFUND),
    "refund_completed": (Template.REFUND_COMPLETED, REFUND),
    "storage_started": (Template.STORAGE_STARTED, TERMS),
    "storage_changed": (Template.STORAGE_CHANGED, TERMS),
    "storage_ended": (
        Template.STORAGE_ENDED,
        {"booking_number": "TS-3F8R2W", "first_name": "Eleanor", "end_date": "2027-08-03"},
    ),
    "storage_paid": (Template.STORAGE_PAID, {**STORAGE, "period_start": "2027-07-04", "is_resumed": False}),
    "storage_unpaid": (Template.STORAGE_UNPAID, UNPAID),
    "storage_unpaid_at_last": (Template.STORAGE_UNPAID, {**UNPAID, "next_attempt_at": None}),
    "storage_suspended": (Template.STORAGE_SUSPENDED, STORAGE),
    **{f"staff_{task}": (Template.STAFF_TASK, {"task": task, **told}) for task, told in OFFICE.items()},
    "webhook_disabled": (Template.WEBHOOK_DISABLED, ENDPOINT),
    "webhook_disabled_gone": (Template.WEBHOOK_DISABLED, {**ENDPOINT, "reason": "gone", "description": ""}),
    "booking_question": (Template.BOOKING_QUESTION, {**SHORT, "text": QUESTION}),
    "booking_notice": (Template.BOOKING_NOTICE, {**SHORT, "text": NOTICE}),
    "welcome": (Template.WELCOME, {**LINK, "first_name": "Eleanor"}),
    "email_verification": (Template.EMAIL_VERIFICATION, LINK),
    "registration_repeated": (Template.REGISTRATION_REPEATED, HAPPENED),
    "password_reset": (Template.PASSWORD_RESET, LINK),
    "password_changed": (Template.PASSWORD_CHANGED, HAPPENED),
    "password_changed_staff": (Template.PASSWORD_CHANGED, {**HAPPENED, "is_staff": True}),
    "new_device": (Template.NEW_DEVICE, SIGN_IN),
    "new_device_staff": (Template.NEW_DEVICE, {**SIGN_IN, "device": "", "address": "", "is_staff": True}),
    "staff_invitation": (Template.STAFF_INVITATION, STAFF_LINK),
    "staff_password_reset": (Template.STAFF_PASSWORD_RESET, STAFF_LINK),
    "staff_locked": (Template.STAFF_LOCKED, {"locked_until": "2027-07-04T19:15:00Z"}),
    "account_erased": (Template.ACCOUNT_ERASED, HAPPENED),
}
"""By name: a template's own, or one that says how its mail reads differently."""


def sample_of(template: Template) -> dict[str, Any]:
    """What the template might say."""
    return next(context for kind, context in SAMPLES.values() if kind is template)
