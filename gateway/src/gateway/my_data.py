"""Everything that every service keeps about a customer, put together; all of it, or nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from chassis.refusal import Unavailable
from totetaxi.booking.v1.booking_service_pb2 import ExportCustomerDataRequest as BookingRequest
from totetaxi.identity.v1.privacy_service_pb2 import ExportMyDataRequest
from totetaxi.notifications.v1.notifications_service_pb2 import ExportCustomerDataRequest as NotificationsRequest
from totetaxi.payments.v1.payments_service_pb2 import ExportCustomerDataRequest as PaymentsRequest
from totetaxi.pricing.v1.promotion_service_pb2 import ExportCustomerDataRequest as PricingRequest

from gateway.patience import EXPORT_SECONDS, patiently
from gateway.upstreams import Upstreams

MOST_PAGES = 100

AskPage = Callable[[str], Awaitable[Any]]
"""A page of one service's data, by the cursor of the page before."""


async def my_data(upstreams: Upstreams) -> dict[str, Any]:
    """What identity keeps as `account`, what the others keep under their lists' own names. Raises Unavailable."""
    privacy, booking = upstreams.privacy, upstreams.booking
    payments, notifications, promotions = upstreams.payments, upstreams.notifications, upstreams.promotions
    account, *lists = await asyncio.gather(
        asked(privacy.ExportMyData, ExportMyDataRequest()),
        every_page(lambda cursor: asked(booking.ExportCustomerData, BookingRequest(cursor=cursor))),
        every_page(lambda cursor: asked(payments.ExportCustomerData, PaymentsRequest(cursor=cursor))),
        every_page(lambda cursor: asked(notifications.ExportCustomerData, NotificationsRequest(cursor=cursor))),
        every_page(lambda cursor: asked(promotions.ExportCustomerData, PricingRequest(cursor=cursor))),
    )
    merged = {"exported_at": account.exported_at.ToJsonString(), "account": json.loads(account.data_json)}
    for each in lists:
        merged |= each
    return merged


async def asked(call: Any, request: Any) -> Any:
    """One answer; it may take longer than others do."""
    return await patiently(call, request, EXPORT_SECONDS)


async def every_page(ask: AskPage) -> dict[str, list[Any]]:
    """One service's lists, each with the entries of every page."""
    lists: dict[str, list[Any]] = {}
    cursor = ""
    for _ in range(MOST_PAGES):
        page = await ask(cursor)
        for name, entries in json.loads(page.data_json).items():
            lists.setdefault(name, []).extend(entries)
        cursor = page.next_cursor
        if not cursor:
            return lists
    raise Unavailable("export_too_large", "There is more than we can put together at once; please write to us.")
