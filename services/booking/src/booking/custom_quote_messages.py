"""Between the contract's messages and our own values: quotes whose lines staff write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from totetaxi.booking.v1 import booking_pb2 as bookings
from totetaxi.booking.v1 import custom_quote_pb2 as contract

from booking.domain.custom_quote import QuoteStatus, QuoteWish
from booking.domain.order import Order
from booking.domain.pickup import parsed_date
from booking.messages import SERVICE_TYPE_PREFIX, WINDOW_OF, WINDOWS, address_of, contact_of, service_type_of, timestamp
from booking.storage_messages import DIRECTION_NAMES
from booking.store.custom_quotes import CustomQuoteRecord, VersionRecord

if TYPE_CHECKING:
    from booking.actions.custom_quote.look import QuoteView

STATUS_NAMES = {status: f"CUSTOM_QUOTE_STATUS_{status.name}" for status in QuoteStatus}
STATUS_OF = {contract.CustomQuoteStatus.Value(name): status for status, name in STATUS_NAMES.items()}


def statuses_of(values: Iterable[contract.CustomQuoteStatus]) -> list[QuoteStatus]:
    """States as we call them."""
    return [STATUS_OF[value] for value in values]


def service_type_name(word: str) -> str:
    """`b2b_popup` as the contract calls it."""
    return f"{SERVICE_TYPE_PREFIX}{word.upper()}"


def wish_of(message: contract.QuoteWish, address_ids: tuple[str, str]) -> QuoteWish:
    """What is asked for, its addresses under ids of ours. Raises Invalid for a date that doesn't exist."""
    pickup_id, delivery_id = address_ids
    order = Order(
        contact=contact_of(message.contact),
        service_type=service_type_of(message.service_type),
        pickup_date=parsed_date(message.pickup_date, "pickup_date"),
        pickup_window=WINDOW_OF[message.pickup_window],
        pickup_address=address_of(message.pickup_address, pickup_id),
        delivery_address=address_of(message.delivery_address, delivery_id),
        special_instructions=message.description,
        language=message.language,
    )
    return QuoteWish(order, message.company_name)


def quote_message(view: QuoteView, *, is_for_staff: bool = True) -> contract.CustomQuote:
    """A quote; whoever is no staff sees the newest version alone, and not who wrote it."""
    record = view.record
    versions = view.versions if is_for_staff else view.versions[-1:]
    return contract.CustomQuote(
        id=str(record.id),
        quote_number=record.number,
        status=STATUS_NAMES[record.status],
        wish=wish_message(record),
        customer_id=str(record.customer_id or ""),
        versions=[version_message(each, is_for_staff=is_for_staff) for each in versions],
        booking_id=str(record.booking_id or ""),
        booking_number=view.booking_number,
        decline_reason=record.decline_reason,
        created_at=timestamp(record.created_at),
        updated_at=timestamp(record.updated_at),
        version=record.version,
    )


def wish_message(record: CustomQuoteRecord) -> contract.QuoteWish:
    """What was asked for, on the day that is offered now."""
    order = record.order
    message = contract.QuoteWish(
        company_name=record.company_name,
        contact=bookings.Contact(**asdict(order.contact)),
        service_type=service_type_name(order.service_type),
        pickup_date=order.pickup_date.isoformat(),
        pickup_window=WINDOWS[order.pickup_window],
        pickup_address=bookings.Address(**asdict(order.pickup_address)),
        delivery_address=bookings.Address(**asdict(order.delivery_address)),
        description=order.special_instructions,
        language=order.language,
    )
    if record.storage_id:
        message.MergeFrom(
            contract.QuoteWish(
                storage_id=str(record.storage_id), storage_direction=DIRECTION_NAMES[record.storage_direction]
            )
        )
    return message


def version_message(version: VersionRecord, *, is_for_staff: bool) -> contract.CustomQuoteVersion:
    """What was offered at one time."""
    return contract.CustomQuoteVersion(
        number=version.number,
        price=version.price,
        note=version.note,
        valid_until=timestamp(version.valid_until),
        sent_at=timestamp(version.sent_at),
        written_by=version.written_by if is_for_staff else "",
    )


def quote_summary(record: CustomQuoteRecord, version: VersionRecord | None) -> contract.CustomQuoteSummary:
    """What the listeners of quotes' events need; `version` is the newest, None before the first."""
    order = record.order
    return contract.CustomQuoteSummary(
        id=str(record.id),
        quote_number=record.number,
        contact=bookings.Contact(**asdict(order.contact)),
        company_name=record.company_name,
        customer_id=str(record.customer_id or ""),
        service_type=service_type_name(order.service_type),
        pickup_date=order.pickup_date.isoformat(),
        language=order.language,
        total_cents=version.price.total_cents if version else 0,
        valid_until=timestamp(version.valid_until) if version else None,
        version=record.version,
    )
