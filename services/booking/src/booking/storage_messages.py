"""Between the contract's messages and our own values: storage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from totetaxi.booking.v1 import booking_pb2 as bookings
from totetaxi.booking.v1 import storage_pb2 as contract
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_MINI_STORAGE
from totetaxi.pricing.v1.price_pb2 import PriceRequest

from booking.domain.storage import Direction, ItemKind, Standing, StorageStatus, end_if_asked
from booking.messages import STATUSES, timestamp
from booking.store.storage_contents import ItemRecord, LegRecord
from booking.store.storages import HistoryEntry, StorageRecord

if TYPE_CHECKING:
    from booking.actions.storage.look import StoragePage, StorageView

STATUS_NAMES = {status: f"STORAGE_STATUS_{status.name}" for status in StorageStatus}
STANDING_NAMES = {standing: f"STORAGE_STANDING_{standing.name}" for standing in Standing}
KIND_NAMES = {kind: f"STORAGE_ITEM_KIND_{kind.name}" for kind in ItemKind}
DIRECTION_NAMES = {direction: f"STORAGE_LEG_DIRECTION_{direction.name}" for direction in Direction}

STATUS_OF = {contract.StorageStatus.Value(name): status for status, name in STATUS_NAMES.items()}
STANDING_OF = {contract.StorageStanding.Value(name): standing for standing, name in STANDING_NAMES.items()}
KIND_OF = {contract.StorageItemKind.Value(name): kind for kind, name in KIND_NAMES.items()}
DIRECTION_OF = {contract.StorageLegDirection.Value(name): direction for direction, name in DIRECTION_NAMES.items()}


def statuses_of(values: Iterable[contract.StorageStatus]) -> list[StorageStatus]:
    """States as we call them."""
    return [STATUS_OF[value] for value in values]


def ids_of(texts: Iterable[str]) -> list[UUID]:
    """UUIDs; the contract has looked at them."""
    return [UUID(text) for text in texts]


def storage_message(view: StorageView, today: date) -> contract.Storage:
    """A storage with all that is in it, as it stands `today` (New York)."""
    here = sum(item.is_here for item in view.items)
    message = bare_message(view.record, here, today)
    message.items.extend(item_message(item) for item in view.items)
    message.legs.extend(leg_message(leg) for leg in view.legs)
    return message


def page_messages(page: StoragePage, today: date) -> list[contract.Storage]:
    """The storages of a list, without what is in them."""
    return [bare_message(record, page.counts.get(record.id, 0), today) for record in page.records]


def bare_message(record: StorageRecord, item_count: int, today: date) -> contract.Storage:
    """A storage without what is in it."""
    return contract.Storage(
        id=str(record.id),
        storage_number=record.number,
        status=STATUS_NAMES[record.status],
        standing=STANDING_NAMES[record.standing],
        customer_id=str(record.customer_id),
        contact=bookings.Contact(**asdict(record.contact)),
        start_date=record.start_date.isoformat(),
        end_date=day_text(record.end_date),
        monthly_cents=record.monthly_cents,
        catalog_version=record.price.catalog_version,
        item_count=item_count,
        period_end=day_text(record.end_date or end_if_asked(record.status, record.start_date, today)),
        created_at=timestamp(record.created_at),
        updated_at=timestamp(record.updated_at),
        version=record.version,
    )


def item_message(item: ItemRecord) -> contract.StorageItem:
    """One thing."""
    return contract.StorageItem(
        id=str(item.id),
        kind=KIND_NAMES[item.kind],
        label=item.label,
        taken_in_on=item.taken_in_on.isoformat(),
        wanted_back_on=day_text(item.wanted_back_on),
        returned_on=day_text(item.returned_on),
    )


def leg_message(leg: LegRecord) -> contract.StorageLeg:
    """One booking that brings or fetches."""
    return contract.StorageLeg(
        booking_id=str(leg.booking_id),
        booking_number=leg.number,
        direction=DIRECTION_NAMES[leg.direction],
        pickup_date=leg.pickup_date.isoformat(),
        status=STATUSES[leg.status],
    )


def history_messages(entries: Sequence[HistoryEntry]) -> list[contract.StorageHistoryEntry]:
    """What happened."""
    return [
        contract.StorageHistoryEntry(at=timestamp(entry.at), actor=entry.actor, what=entry.what) for entry in entries
    ]


def storage_summary(record: StorageRecord) -> bookings.BookingSummary:
    """A storage as payments knows a booking."""
    return bookings.BookingSummary(
        id=str(record.id),
        booking_number=record.number,
        contact=bookings.Contact(**asdict(record.contact)),
        customer_id=str(record.customer_id),
        request=PriceRequest(
            service_type=SERVICE_TYPE_MINI_STORAGE, pickup_date=record.start_date.isoformat(), months=1
        ),
        price=record.price,
        language=record.language,
        version=record.version,
    )


def day_text(day: date | None) -> str:
    """YYYY-MM-DD, or empty."""
    return day.isoformat() if day else ""
