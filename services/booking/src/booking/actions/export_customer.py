"""Everything that booking keeps about a customer, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from chassis.cursors import cursor_of, id_of, page_of
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.company import export_companies
from booking.actions.custom_quote import export_quotes
from booking.actions.export_papers import exported_claim, exported_document, exported_handover
from booking.actions.storage import export_storages
from booking.actions.waiting_list import export_waiting
from booking.store import bookings, claims, documents, handovers, privacy
from booking.store.bookings import BookingRecord, HistoryEntry

PAGE = 200


async def export_customer(
    database: Database, customer_id: UUID, cursor: str, limit: int = PAGE
) -> tuple[dict[str, Any], str]:
    """Up to `limit` of the customer's bookings with their history, newest first, and the next page's cursor.

    The first page has what else is kept of them.
    """
    async with database.reading() as connection:
        found = await privacy.list_own(connection, customer_id, id_of(cursor, "cursor"), limit + 1)
        records, more = page_of(found, limit)
        ids = [record.id for record in records]
        entries = await bookings.list_histories(connection, ids)
        noted = await handovers.list_handovers(connection, ids)
        wanted = await claims.list_claims(connection, ids)
        papers = await documents.list_all_documents(connection, ids)
        others = {} if cursor else await others_of(connection, customer_id)
    histories = defaultdict(list)
    for entry in entries:
        histories[entry.booking_id].append(entry)
    sent = defaultdict(list)
    for paper in papers:
        sent[paper.booking_id].append(exported_document(paper))
    ends = defaultdict(list)
    for end in noted:
        ends[end.booking_id].append(exported_handover(end))
    claimed = defaultdict(list)
    for claim in wanted:
        claimed[claim.booking_id].append(exported_claim(claim))
    kept = [
        {
            **exported(record, histories[record.id]),
            "documents": sent[record.id],
            "handovers": ends[record.id],
            "claims": claimed[record.id],
        }
        for record in records
    ]
    page = {"bookings": kept, **others}
    return page, cursor_of(str(records[-1].id)) if more else ""


async def others_of(connection: AsyncConnection, customer_id: UUID) -> dict[str, Any]:
    """What is kept of a customer beside bookings."""
    return {
        "storages": await export_storages(connection, customer_id),
        "quotes": await export_quotes(connection, customer_id),
        "waiting": await export_waiting(connection, customer_id),
        "companies": await export_companies(connection, customer_id),
    }


def exported(record: BookingRecord, history: Sequence[HistoryEntry]) -> dict[str, Any]:
    """One booking as its customer may keep it; amounts in USD cents."""
    return {
        "booking_number": record.number,
        "status": record.status,
        "service_type": record.service_type,
        **asdict(record.contact),
        "language": record.language,
        "pickup_date": record.pickup_date,
        "pickup_window": record.pickup_window,
        "pickup_address": asdict(record.pickup_address),
        "delivery_address": asdict(record.delivery_address),
        "special_instructions": record.special_instructions,
        "total_cents": record.price.total_cents,
        "lines": [
            {"label": line.label, "quantity": line.quantity, "amount_cents": line.amount_cents}
            for line in record.price.lines
        ],
        "created_at": record.created_at,
        "updated_at": record.updated_at,
        "history": [
            {"at": entry.at, "from": entry.from_status, "to": entry.to_status, "by": entry.actor, "cause": entry.cause}
            for entry in history
        ],
    }
