"""Quotes whose lines staff write, on their way in and out."""

from __future__ import annotations

from typing import Any

from totetaxi.booking.v1 import custom_quote_pb2 as message
from totetaxi.booking.v1 import quote_service_pb2 as service
from totetaxi.booking.v1 import staff_quote_service_pb2 as staff_service
from totetaxi.booking.v1.booking_pb2 import Contact
from totetaxi.pricing.v1.pricing_service_pb2 import CustomLine

from gateway.schemas import custom_quotes as schema
from gateway.schemas.bookings import GuestCheckout
from gateway.views.bookings import address_message
from gateway.views.customer_bookings import address
from gateway.views.messages import message_of
from gateway.views.prices import line
from gateway.views.words import dollars, instant, pickup_time_word, pickup_window_of, service_type_word, words_of


def wish_message(sent: schema.QuoteRequest, language: str) -> message.QuoteWish:
    """What booking is asked for."""
    values = {
        "company_name": sent.company_name,
        "service_type": sent.service_type,
        "pickup_date": sent.pickup_date.isoformat(),
        "description": sent.description,
        "language": language,
        "storage_id": str(sent.storage_id or ""),
        "storage_direction": sent.storage_direction,
    }
    wish = message_of(message.QuoteWish, values)
    contact = Contact(first_name=sent.first_name, last_name=sent.last_name, email=sent.email, phone=sent.phone)
    wish.contact.CopyFrom(contact)
    wish.pickup_window = pickup_window_of(sent.pickup_time)
    wish.pickup_address.CopyFrom(address_message(sent.pickup_address))
    wish.delivery_address.CopyFrom(address_message(sent.delivery_address))
    return wish


def members(each: message.CustomQuote) -> dict[str, Any]:
    """Every member but what was offered."""
    wish = each.wish
    contact = {name: getattr(wish.contact, name) for name in ("first_name", "last_name", "email", "phone")}
    return {
        "id": each.id,
        "quote_number": each.quote_number,
        "status": words_of(message.CustomQuoteStatus.DESCRIPTOR)[each.status],
        "company_name": wish.company_name,
        "contact": GuestCheckout(**contact),
        "service_type": service_type_word(wish.service_type),
        "pickup_date": wish.pickup_date,
        "pickup_time": pickup_time_word(wish.pickup_window),
        "pickup_address": address(wish.pickup_address),
        "delivery_address": address(wish.delivery_address),
        "description": wish.description,
        "booking_id": each.booking_id or None,
        "booking_number": each.booking_number or None,
        "decline_reason": each.decline_reason,
        "created_at": instant(each.created_at),
        "updated_at": instant(each.updated_at),
    }


def offer_members(version: message.CustomQuoteVersion) -> dict[str, Any]:
    """What was offered at one time."""
    return {
        "number": version.number,
        "lines": [line(each) for each in version.price.lines],
        "total_cents": version.price.total_cents,
        "total_dollars": dollars(version.price.total_cents),
        "note": version.note,
        "valid_until": instant(version.valid_until),
        "sent_at": instant(version.sent_at),
    }


def quote(each: message.CustomQuote) -> schema.Quote:
    """For whoever asked, or has its link."""
    offer = schema.Offer(**offer_members(each.versions[-1])) if each.versions else None
    return schema.Quote(**members(each), offer=offer)


def quotes(answer: service.ListOwnQuotesResponse) -> schema.Quotes:
    """GET /api/customer/quotes/."""
    return schema.Quotes(quotes=[quote(each) for each in answer.quotes], next_cursor=answer.next_page_token)


def staff_offer(version: message.CustomQuoteVersion) -> schema.StaffOffer:
    """What was offered, and by whom."""
    return schema.StaffOffer(**offer_members(version), written_by=version.written_by)


def staff_quote(each: message.CustomQuote) -> schema.StaffQuote:
    """For staff, with the newest offer."""
    return schema.StaffQuote(
        **members(each),
        offer=staff_offer(each.versions[-1]) if each.versions else None,
        customer_id=each.customer_id or None,
        storage_id=each.wish.storage_id or None,
        version=each.version,
    )


def staff_quotes(answer: staff_service.SearchQuotesResponse) -> schema.StaffQuotes:
    """GET /api/staff/custom-quotes/."""
    return schema.StaffQuotes(quotes=[staff_quote(each) for each in answer.quotes], next_cursor=answer.next_page_token)


def quote_page(each: message.CustomQuote) -> schema.StaffQuotePage:
    """GET /api/staff/custom-quotes/{id}/."""
    return schema.StaffQuotePage(quote=staff_quote(each), offers=[staff_offer(version) for version in each.versions])


def send_request(quote_id: str, sent: schema.NewOffer, expected_version: int) -> staff_service.SendQuoteRequest:
    """The next version."""
    asked = staff_service.SendQuoteRequest(
        quote_id=quote_id,
        lines=[CustomLine(**each.model_dump()) for each in sent.lines],
        note=sent.note,
        pickup_date=sent.pickup_date.isoformat() if sent.pickup_date else "",
        expected_version=expected_version,
    )
    asked.valid_until.FromDatetime(sent.valid_until)
    if sent.pickup_time:
        asked.pickup_window = pickup_window_of(sent.pickup_time)
    return asked


def sent_quote(answer: staff_service.SendQuoteResponse) -> schema.SentQuote:
    """What was sent."""
    return schema.SentQuote(quote=staff_quote(answer.quote), token=answer.token, link=f"/quote/?token={answer.token}")
