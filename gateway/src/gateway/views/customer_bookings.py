"""A customer's bookings on their way in and out."""

from __future__ import annotations

from totetaxi.booking.v1 import booking_pb2 as message
from totetaxi.booking.v1 import customer_booking_service_pb2 as service
from totetaxi.identity.v1.account_pb2 import CustomerProfile, SavedAddress
from totetaxi.identity.v1.customer_service_pb2 import GetAccountOverviewResponse
from totetaxi.payments.v1.payments_service_pb2 import CreatePaymentIntentResponse, GetBookingPaymentResponse

from gateway.schemas import customer_bookings as schema
from gateway.schemas.bookings import SentAddress
from gateway.views import profiles
from gateway.views.bookings import address_message, breakdown, organizing_part
from gateway.views.words import (
    booking_status_word,
    dollars,
    instant,
    instant_or_none,
    payment_status_word,
    pickup_time_word,
    service_type_word,
)

NO_PAYMENT = "not_created"
PAYMENT_AFTER = {
    message.BOOKING_STATUS_PAID: "succeeded",
    message.BOOKING_STATUS_SCHEDULED: "succeeded",
    message.BOOKING_STATUS_IN_PROGRESS: "succeeded",
    message.BOOKING_STATUS_COMPLETED: "succeeded",
}
"""A booking in these states was paid; whether its payment was started before that, only payments knows."""
REBOOKABLE = {message.BOOKING_STATUS_COMPLETED, message.BOOKING_STATUS_CANCELLED, message.BOOKING_STATUS_EXPIRED}
MOVABLE = {
    message.BOOKING_STATUS_PENDING,
    message.BOOKING_STATUS_CONFIRMED,
    message.BOOKING_STATUS_PAID,
    message.BOOKING_STATUS_SCHEDULED,
}


def customer_booking(booking: message.Booking, payment_status: str | None = None) -> schema.CustomerBooking:
    """A booking of one's own; without a payment status it is told by the booking's."""
    parts = [organizing_part(each) for each in booking.price.organizing_services]
    return schema.CustomerBooking(
        id=booking.id,
        booking_number=booking.booking_number,
        customer_name=f"{booking.contact.first_name} {booking.contact.last_name}".strip(),
        service_type=service_type_word(booking.request.service_type),
        pickup_date=booking.request.pickup_date,
        pickup_time=pickup_time_word(booking.pickup_window),
        status=booking_status_word(booking.status),
        pickup_address=address(booking.pickup_address),
        delivery_address=address(booking.delivery_address),
        special_instructions=booking.special_instructions,
        coi_required=booking.request.coi_required,
        total_price_dollars=dollars(booking.price.total_cents),
        pricing_breakdown=breakdown(booking.price, service_type_word(booking.request.service_type), parts),
        payment_status=payment_status or PAYMENT_AFTER.get(booking.status, NO_PAYMENT),
        can_rebook=booking.status in REBOOKABLE,
        can_cancel=booking.status in MOVABLE,
        can_reschedule=booking.status in MOVABLE,
        created_at=instant(booking.created_at),
        updated_at=instant(booking.updated_at),
        expires_at=instant_or_none(booking, "expires_at"),
    )


def booking_of_ones_own(
    found: service.GetBookingResponse, payment: GetBookingPaymentResponse
) -> schema.CustomerBooking:
    """GET /api/customer/bookings/{id}/; booking itself says what can be done with it."""
    shown = customer_booking(found.booking, payment_word(payment))
    shown.can_cancel, shown.can_reschedule, shown.can_rebook = found.can_cancel, found.can_reschedule, found.can_rebook
    return shown


def address(each: message.Address) -> schema.BookingAddress:
    """A street address."""
    return schema.BookingAddress(
        address_line_1=each.address_line_1,
        address_line_2=each.address_line_2,
        city=each.city,
        state=each.state,
        zip_code=each.zip_code,
    )


def contact(customer: CustomerProfile, phone: str | None) -> message.Contact:
    """Who books: the account's own name and email, and where they are reached that day."""
    return message.Contact(
        first_name=customer.first_name,
        last_name=customer.last_name,
        email=customer.email,
        phone=phone or customer.phone,
    )


def chosen_address(saved: SavedAddress | None, new: SentAddress | None) -> message.Address:
    """The address of one end."""
    if new is not None:
        return address_message(new)
    assert saved is not None
    return message.Address(
        address_line_1=saved.address_line_1,
        address_line_2=saved.address_line_2,
        city=saved.city,
        state=saved.state,
        zip_code=saved.zip_code,
    )


def listed(booking: message.Booking) -> schema.ListedBooking:
    """A booking in a list, in words."""
    return schema.ListedBooking(
        id=booking.id,
        booking_number=booking.booking_number,
        service_type=spoken(service_type_word(booking.request.service_type)),
        status=spoken(booking_status_word(booking.status)),
        pickup_date=booking.request.pickup_date,
        total_price=dollars(booking.price.total_cents),
        created_at=instant(booking.created_at),
    )


def spoken(word: str) -> str:
    """`mini_move` as `Mini Move`."""
    return word.replace("_", " ").title()


def bookings_page(answer: service.ListBookingsResponse) -> schema.CustomerBookings:
    """GET /api/customer/bookings/."""
    return schema.CustomerBookings(
        bookings=[listed(each) for each in answer.bookings],
        total_count=answer.total_count,
        next_cursor=answer.next_page_token,
    )


def started_payment(answer: CreatePaymentIntentResponse) -> schema.StartedPayment:
    """What the page needs to take the money."""
    return schema.StartedPayment(
        client_secret=answer.client_secret, payment_intent_id=answer.payment.stripe_payment_intent_id
    )


def payment_word(answer: GetBookingPaymentResponse) -> str:
    """Where the payment of a booking is."""
    return payment_status_word(answer.payment.status) if answer.HasField("payment") else NO_PAYMENT


def cancellation_terms(terms: service.CancellationTerms) -> schema.CancellationTerms:
    """What calling off gives back."""
    return schema.CancellationTerms(
        refund_cents=terms.refund_cents,
        refund_dollars=dollars(terms.refund_cents),
        kept_cents=terms.kept_cents,
        reason=terms.reason,
        holds_until=instant_or_none(terms, "holds_until"),
    )


def move_terms(terms: service.MoveTerms) -> schema.MoveTerms:
    """What moving means."""
    return schema.MoveTerms(
        difference_cents=terms.difference_cents,
        is_free=terms.is_free,
        reason=terms.reason,
        holds_until=instant_or_none(terms, "holds_until"),
    )


def dashboard(
    overview: GetAccountOverviewResponse,
    counts: service.CountBookingsResponse,
    recent: service.ListBookingsResponse,
    payment_methods: int,
) -> schema.Dashboard:
    """GET /api/customer/dashboard/."""
    by_status = {each.status: each.count for each in counts.by_status}
    return schema.Dashboard(
        customer_profile=dashboard_profile(overview.customer),
        booking_summary=schema.BookingSummary(
            pending_bookings=by_status.get(message.BOOKING_STATUS_PENDING, 0),
            completed_bookings=by_status.get(message.BOOKING_STATUS_COMPLETED, 0),
            total_bookings=counts.total,
        ),
        recent_bookings=[customer_booking(each) for each in recent.bookings],
        saved_addresses_count=overview.saved_addresses_count,
        payment_methods_count=payment_methods,
        popular_addresses=[profiles.address(each) for each in overview.popular_addresses],
    )


def dashboard_profile(customer: CustomerProfile) -> schema.DashboardProfile:
    """Who it is."""
    statistics = customer.statistics
    return schema.DashboardProfile(
        name=f"{customer.first_name} {customer.last_name}".strip(),
        email=customer.email,
        phone=customer.phone,
        is_vip=customer.is_vip,
        total_bookings=statistics.total_bookings,
        total_spent_dollars=dollars(statistics.total_spent_cents),
        last_booking_at=instant_or_none(statistics, "last_booking_at"),
    )
