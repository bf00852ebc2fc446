"""The newest version of a quote as its paper says it."""

from __future__ import annotations

from chassis.refusal import Conflict

from booking.actions.custom_quote.look import QuoteView
from booking.domain.custom_quote import OVER, QuoteStatus
from booking.domain.papers import spoken_service
from booking.domain.quote_paper import QuoteLine, QuotePaper


def paper_of(view: QuoteView) -> QuotePaper:
    """What the paper says. Raises Conflict before the first version."""
    if not view.versions:
        raise Conflict("quote_requested", OVER[QuoteStatus.REQUESTED], "quote_id")
    record, version, order = view.record, view.versions[-1], view.record.order
    return QuotePaper(
        number=record.number,
        version=version.number,
        company_name=record.company_name,
        customer_name=order.contact.full_name,
        service=spoken_service(order.service_type),
        day=order.pickup_date,
        window=order.pickup_window,
        pickup=order.pickup_address,
        delivery=order.delivery_address,
        lines=tuple(
            QuoteLine(line.label, line.quantity, line.amount_cents, line.reason) for line in version.price.lines
        ),
        total_cents=version.price.total_cents,
        note=version.note,
        sent_at=version.sent_at,
        valid_until=version.valid_until,
    )
