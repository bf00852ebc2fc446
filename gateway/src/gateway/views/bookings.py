"""Bookings on their way in and out."""

from __future__ import annotations

from totetaxi.booking.v1 import booking_pb2 as message
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingRequest
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_MINI_MOVE, OrganizingService
from totetaxi.pricing.v1.price_pb2 import Price

from gateway.schemas import bookings as schema
from gateway.views.prices import line, price_request
from gateway.views.words import (
    booking_status_word,
    dollars,
    instant,
    pickup_time_word,
    pickup_window_of,
    service_type_word,
)


def guest_booking_request(
    sent: schema.GuestBookingRequest, idempotency_key: str, guest_session: str, language: str
) -> CreateGuestBookingRequest:
    """What booking is asked."""
    return CreateGuestBookingRequest(
        contact=message.Contact(
            first_name=sent.first_name, last_name=sent.last_name, email=sent.email, phone=sent.phone
        ),
        request=price_request(sent),
        pickup_window=pickup_window_of(sent.pickup_time),
        pickup_address=address_message(sent.pickup_address),
        delivery_address=address_message(sent.delivery_address),
        special_instructions=sent.special_instructions,
        quote_id=sent.quote_id or "",
        waiting_token=sent.waiting_token or "",
        idempotency_key=idempotency_key,
        guest_session=guest_session,
        language=language,
    )


def address_message(sent: schema.SentAddress) -> message.Address:
    """An address as it was sent."""
    return message.Address(**sent.model_dump())


def booking_status(booking: message.Booking) -> schema.BookingStatus:
    """GET /api/public/booking-status/{booking_number}/ for whoever knows only the number."""
    return schema.BookingStatus(
        id=booking.id,
        booking_number=booking.booking_number,
        customer_name=f"{booking.contact.first_name} {booking.contact.last_name}".strip(),
        service_type=service_type_word(booking.request.service_type),
        pickup_date=booking.request.pickup_date,
        pickup_time=pickup_time_word(booking.pickup_window),
        status=booking_status_word(booking.status),
        pickup_address=address(booking.pickup_address),
        delivery_address=address(booking.delivery_address),
        include_packing=booking.request.include_packing,
        include_unpacking=booking.request.include_unpacking,
        total_price_dollars=dollars(booking.price.total_cents),
        organizing_total_dollars=dollars(booking.price.organizing_cents),
        created_at=instant(booking.created_at),
        expires_at=instant(booking.expires_at) if booking.HasField("expires_at") else None,
        is_masked=booking.is_masked,
    )


def booking_in_full(booking: message.Booking) -> schema.Booking:
    """The same with everything, for its owner."""
    contact = booking.contact
    parts = [organizing_part(each) for each in booking.price.organizing_services]
    is_mini_move = booking.request.service_type == SERVICE_TYPE_MINI_MOVE
    return schema.Booking(
        **dict(booking_status(booking)),
        customer_email=contact.email,
        guest_checkout=schema.GuestCheckout(
            first_name=contact.first_name, last_name=contact.last_name, email=contact.email, phone=contact.phone
        ),
        special_instructions=booking.special_instructions,
        coi_required=booking.request.coi_required,
        pricing_breakdown=breakdown(booking.price, service_type_word(booking.request.service_type), parts),
        organizing_services_breakdown=parts if is_mini_move else {},
    )


def breakdown(price: Price, service_type: str, parts: list[schema.OrganizingPart]) -> schema.PricingBreakdown:
    """Roll-ups and lines."""
    return schema.PricingBreakdown(
        base_price=dollars(price.base_cents),
        surcharges=dollars(price.date_surcharge_cents + price.geographic_surcharge_cents),
        demand=dollars(price.demand_cents),
        coi_fee=dollars(price.coi_fee_cents),
        organizing_total=dollars(price.organizing_cents),
        options=dollars(price.option_cents),
        tax=dollars(price.tax_cents),
        discount=dollars(price.discount_cents),
        credit=dollars(price.credit_cents),
        total=dollars(price.total_cents),
        lines=[line(each) for each in price.lines],
        service_type=service_type,
        organizing_services=parts or None,
    )


def organizing_part(each: OrganizingService) -> schema.OrganizingPart:
    """One organizing service."""
    return schema.OrganizingPart(
        name=each.name,
        price_dollars=dollars(each.price_cents),
        duration_hours=each.duration_hours,
        organizer_count=each.organizer_count,
        supplies_allowance=dollars(each.supplies_allowance_cents),
    )


def address(each: message.Address) -> schema.Address:
    """An address as booking lets us see it."""
    return schema.Address(
        id=each.id,
        address_line_1=each.address_line_1,
        address_line_2=each.address_line_2,
        city=each.city,
        state=each.state,
        zip_code=each.zip_code,
    )
