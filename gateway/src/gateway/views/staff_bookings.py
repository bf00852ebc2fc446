"""Bookings on their way to staff and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from totetaxi.booking.v1 import booking_pb2 as message
from totetaxi.booking.v1 import staff_booking_service_pb2 as service
from totetaxi.booking.v1.customer_booking_service_pb2 import CreateBookingRequest
from totetaxi.identity.v1.customer_service_pb2 import CountCustomersResponse
from totetaxi.identity.v1.session_service_pb2 import AccountSummary
from totetaxi.payments.v1.finance_service_pb2 import GetPaymentStatisticsResponse
from totetaxi.payments.v1.payment_pb2 import Payment

from gateway.schemas import staff_bookings as schema
from gateway.schemas.bookings import GuestCheckout
from gateway.views.bookings import address_message, breakdown, organizing_part
from gateway.views.customer_bookings import NO_PAYMENT, address
from gateway.views.prices import price_request
from gateway.views.words import (
    booking_status_word,
    dollars,
    instant,
    instant_or_none,
    payment_status_word,
    pickup_time_word,
    pickup_window_of,
    service_type_word,
)

SHOWN_PERMISSIONS = ("can_approve_refunds", "can_manage_staff", "can_view_financial_reports")
"""Always shown, also where they are not granted: existing clients rely on them."""


def dashboard(
    account: AccountSummary,
    bookings: service.GetBookingStatisticsResponse,
    payments: GetPaymentStatisticsResponse,
    customers: CountCustomersResponse,
) -> schema.StaffDashboard:
    """GET /api/staff/dashboard/."""
    return schema.StaffDashboard(
        staff_info=staff_info(account),
        booking_stats=booking_statistics(bookings),
        payment_stats=schema.PaymentStatistics(
            total_payments=payments.total_payments,
            pending_payments=payments.pending_payments,
            failed_payments=payments.failed_payments,
            total_revenue_dollars=dollars(payments.revenue_cents),
            refunds_to_decide=payments.refunds_to_decide,
            open_disputes=payments.open_disputes,
        ),
        customer_stats=schema.CustomerStatistics(total_customers=customers.total, vip_customers=customers.vip),
        urgent_bookings=[urgent(each) for each in bookings.urgent],
    )


def staff_info(account: AccountSummary) -> schema.StaffInfo:
    """Who is looking."""
    granted = set(account.permissions)
    permissions = {name: name in granted for name in sorted({*SHOWN_PERMISSIONS, *granted})}
    return schema.StaffInfo(name=account.display_name, role=account.role, permissions=permissions)


def booking_statistics(answer: service.GetBookingStatisticsResponse) -> schema.BookingStatistics:
    """How many bookings, by where they are in their life."""
    counts = {booking_status_word(each.status): each.count for each in answer.by_status}
    shown = ("pending", "confirmed", "paid", "scheduled", "in_progress", "completed", "cancelled")
    numbers = {f"{word}_bookings": counts.get(word, 0) for word in shown}
    return schema.BookingStatistics(total_bookings=answer.total, **numbers)


def urgent(booking: message.Booking) -> schema.UrgentBooking:
    """A booking that somebody must plan."""
    return schema.UrgentBooking(
        id=booking.id,
        booking_number=booking.booking_number,
        customer_name=full_name(booking),
        customer_email=booking.contact.email,
        service_type=service_type_word(booking.request.service_type),
        pickup_date=booking.request.pickup_date,
        status=booking_status_word(booking.status),
        total_price_dollars=dollars(booking.price.total_cents),
        created_at=instant(booking.created_at),
    )


def full_name(booking: message.Booking) -> str:
    """Who booked."""
    return f"{booking.contact.first_name} {booking.contact.last_name}".strip()


def bookings_page(
    answer: service.SearchBookingsResponse, payments: Mapping[str, Payment], filters: schema.Filters
) -> schema.StaffBookings:
    """GET /api/staff/bookings/; payments by booking."""
    return schema.StaffBookings(
        bookings=[listed(each, payments.get(each.id)) for each in answer.bookings],
        total_count=answer.total_count,
        is_count_cut_short=answer.is_count_cut_short,
        next_cursor=answer.next_page_token,
        filters=filters,
    )


def listed(booking: message.Booking, payment: Payment | None) -> schema.StaffListedBooking:
    """A booking in a list."""
    return schema.StaffListedBooking(
        **dict(urgent(booking)),
        pickup_time=pickup_time_word(booking.pickup_window),
        payment_status=payment_status_word(payment.status) if payment else NO_PAYMENT,
        coi_required=booking.request.coi_required,
    )


def booking_page(found: service.InspectBookingResponse, payment: Payment | None) -> schema.StaffBookingPage:
    """GET /api/staff/bookings/{id}/."""
    contact, customer_id = found.booking.contact, found.booking.customer_id
    return schema.StaffBookingPage(
        booking=booking_in_full(found),
        customer=schema.BookedBy(
            id=customer_id, name=full_name(found.booking), email=contact.email, phone=contact.phone
        )
        if customer_id
        else None,
        guest_checkout=None
        if customer_id
        else GuestCheckout(
            first_name=contact.first_name, last_name=contact.last_name, email=contact.email, phone=contact.phone
        ),
        payment=booking_payment(payment) if payment else None,
    )


def booking_in_full(found: service.InspectBookingResponse) -> schema.StaffBooking:
    """A booking with its notes and history."""
    booking = found.booking
    word = service_type_word(booking.request.service_type)
    parts = [organizing_part(each) for each in booking.price.organizing_services]
    return schema.StaffBooking(
        id=booking.id,
        booking_number=booking.booking_number,
        service_type=word,
        status=booking_status_word(booking.status),
        pickup_date=booking.request.pickup_date,
        pickup_time=pickup_time_word(booking.pickup_window),
        pickup_address=address(booking.pickup_address),
        delivery_address=address(booking.delivery_address),
        special_instructions=booking.special_instructions,
        coi_required=booking.request.coi_required,
        total_price_dollars=dollars(booking.price.total_cents),
        pricing_breakdown=breakdown(booking.price, word, parts),
        staff_notes=found.staff_notes,
        allowed_statuses=[booking_status_word(status) for status in found.allowed_statuses],
        history=history(found.history),
        version=booking.version,
        created_at=instant(booking.created_at),
        updated_at=instant(booking.updated_at),
        expires_at=instant_or_none(booking, "expires_at"),
        deleted_at=instant_or_none(found, "deleted_at"),
    )


def history(entries: Sequence[service.HistoryEntry]) -> list[schema.HistoryEntry]:
    """What happened, oldest first."""
    return [
        schema.HistoryEntry(
            at=instant(entry.at),
            from_status=booking_status_word(before) if (before := getattr(entry, "from")) else None,
            to_status=booking_status_word(entry.to),
            actor=entry.actor,
            cause=entry.cause,
        )
        for entry in entries
    ]


def booking_payment(payment: Payment) -> schema.BookingPayment:
    """Its payment."""
    return schema.BookingPayment(
        id=payment.id,
        status=payment_status_word(payment.status),
        amount_dollars=dollars(payment.amount_cents),
        stripe_payment_intent_id=payment.stripe_payment_intent_id,
        processed_at=instant_or_none(payment, "processed_at"),
        failure_reason=payment.failure_reason,
    )


def changed(booking: message.Booking) -> schema.ChangedBooking:
    """The booking as it is now."""
    return schema.ChangedBooking(
        id=booking.id,
        booking_number=booking.booking_number,
        status=booking_status_word(booking.status),
        version=booking.version,
        updated_at=instant(booking.updated_at),
    )


def booking_for(sent: schema.BookingFor, key: str) -> service.CreateBookingForRequest:
    """What booking is asked to make for somebody."""
    return service.CreateBookingForRequest(
        customer_id=str(sent.customer_id) if sent.customer_id else "",
        booking=CreateBookingRequest(
            contact=message.Contact(
                first_name=sent.first_name, last_name=sent.last_name, email=sent.email, phone=sent.phone
            ),
            request=price_request(sent),
            pickup_window=pickup_window_of(sent.pickup_time),
            pickup_address=address_message(sent.pickup_address),
            delivery_address=address_message(sent.delivery_address),
            special_instructions=sent.special_instructions,
            quote_id=sent.quote_id or "",
            idempotency_key=key,
        ),
        payment_hours=sent.payment_hours,
    )
