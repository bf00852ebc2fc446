"""One booking's story: every service is asked once, all at the same time; who can't answer is named, not waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from chassis.cursors import cursor_of, keys_of, page_of, wrong_cursor
from chassis.refusal import NotAllowed, TooMany, Unavailable
from totetaxi.booking.v1.staff_booking_service_pb2 import InspectBookingRequest
from totetaxi.identity.v1.audit_service_pb2 import AuditFilter, SearchAuditLogRequest, SearchAuditLogResponse
from totetaxi.notifications.v1.notifications_service_pb2 import ListBookingMessagesRequest
from totetaxi.payments.v1.finance_service_pb2 import InspectBookingPaymentsRequest

from gateway.schemas.staff_timeline import MissingPart, Source, Timeline, TimelineEntry
from gateway.upstreams import Upstreams
from gateway.views import staff_timeline as view

MOST_ACTS = 100
NEWEST_ONLY = f"The audit log has more; here are the newest {MOST_ACTS} acts on this booking."


class Part(NamedTuple):
    """What one service told: entries, or why there are none or not all."""

    entries: list[TimelineEntry]
    missing: MissingPart | None = None


Tell = Callable[[Any], Iterable[TimelineEntry]]


async def timeline_of(upstreams: Upstreams, booking_id: str, size: int, cursor: str) -> Timeline:
    """A page of it, oldest first. Raises NotFound for a booking that there never was, Invalid for a wrong cursor."""
    after = place_of(cursor)
    audit = AuditFilter(subject_type="booking", subject_id=booking_id)
    parts = await asyncio.gather(
        told(
            "booking",
            upstreams.staff_bookings.InspectBooking(InspectBookingRequest(booking_id=booking_id, include_story=True)),
            view.of_booking,
        ),
        told(
            "payments",
            upstreams.finance.InspectBookingPayments(InspectBookingPaymentsRequest(booking_id=booking_id)),
            view.of_payments,
        ),
        told(
            "notifications",
            upstreams.notifications.ListBookingMessages(ListBookingMessagesRequest(booking_id=booking_id)),
            view.of_messages,
        ),
        told_by_audit_log(
            upstreams.audit.SearchAuditLog(SearchAuditLogRequest(filter=audit, page_size=MOST_ACTS)),
        ),
    )
    entries = sorted((each for part in parts for each in part.entries), key=lambda each: each.at)
    shown, has_more = page_of(those_after(entries, after), size)
    return Timeline(
        entries=list(shown),
        missing=[part.missing for part in parts if part.missing],
        next_cursor=cursor_after(entries, shown[-1]) if has_more else "",
    )


async def told(source: Source, answer: Awaitable[Any], tell: Tell) -> Part:
    """What a service tells; or why it does not."""
    try:
        return Part(list(tell(await answer)))
    except (NotAllowed, Unavailable, TooMany) as refusal:
        return Part([], MissingPart(source=source, code=refusal.slug, reason=refusal.message))


async def told_by_audit_log(answer: Awaitable[SearchAuditLogResponse]) -> Part:
    """The same, and whether there is more than one page of it."""
    has_more = False

    def tell(found: SearchAuditLogResponse) -> Iterable[TimelineEntry]:
        nonlocal has_more
        has_more = bool(found.next_cursor)
        return view.of_audit_log(found)

    part = await told("audit_log", answer, tell)
    if not has_more:
        return part
    return Part(part.entries, MissingPart(source="audit_log", code="older_acts_left_out", reason=NEWEST_ONLY))


def place_of(cursor: str) -> tuple[datetime, int] | None:
    """Up to which instant was shown, and how many of what happened at it; None for the first page. Raises Invalid."""
    keys = keys_of(cursor, str, int, field="cursor")
    if keys is None:
        return None
    try:
        instant = datetime.fromisoformat(str(keys[0]))
    except ValueError as error:
        raise wrong_cursor("cursor") from error
    if instant.tzinfo is None:
        raise wrong_cursor("cursor")
    return instant, int(keys[1])


def those_after(entries: Sequence[TimelineEntry], after: tuple[datetime, int] | None) -> list[TimelineEntry]:
    """What was not shown yet."""
    if after is None:
        return list(entries)
    instant, count = after
    at_once = [each for each in entries if each.at == instant]
    return at_once[max(count, 0) :] + [each for each in entries if each.at > instant]


def cursor_after(entries: Sequence[TimelineEntry], last: TimelineEntry) -> str:
    """Where the page that ends with `last` ends."""
    position = next(number for number, each in enumerate(entries) if each is last)
    return cursor_of(last.at.isoformat(), sum(each.at == last.at for each in entries[: position + 1]))
