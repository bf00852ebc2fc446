"""Asking payments for the link by which an accepted quote is paid: claim, call, note; leftovers are found again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import structlog
from chassis.database import Database
from chassis.refusal import Conflict, NotFound
from totetaxi.payments.v1.payment_link_service_pb2 import CreatePaymentLinkRequest

from booking.domain.custom_quote import PAYMENT_HOURS
from booking.store import custom_quotes

if TYPE_CHECKING:
    from totetaxi.payments.v1.payment_link_service_pb2_grpc import PaymentLinkServiceAsyncStub as PaymentLinks

logger = structlog.get_logger()


async def send_payment_link(database: Database, links: PaymentLinks, now: datetime) -> int:
    """Has one link made and mailed; how many there were, 0 or 1. Raises Unavailable; it is tried again in a minute.

    A crash after the call asks once more: payments ends the earlier link, so that one way to pay stays.
    """
    async with database.transaction() as connection:
        owing = await custom_quotes.claim_link(connection, now)
    if owing is None:
        return 0
    request = CreatePaymentLinkRequest(
        booking_id=str(owing.booking_id), valid_hours=PAYMENT_HOURS, email=owing.order.contact.email
    )
    try:
        await links.CreatePaymentLink(request)
    except (Conflict, NotFound) as refusal:
        logger.info("an accepted quote needs no payment link", quote_id=str(owing.id), slug=refusal.slug)
    async with database.transaction() as connection:
        await custom_quotes.save_link_due(connection, owing.id, None)
    return 1
