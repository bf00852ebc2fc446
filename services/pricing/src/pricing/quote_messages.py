"""Between the domain and the contract: quotes, and the conditions they were priced with."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from totetaxi.pricing.v1 import price_pb2

from pricing.domain.conditions import Conditions, PromotionTerms
from pricing.domain.line import Line
from pricing.store.quotes import QuoteRecord


def conditions_message(conditions: Conditions) -> price_pb2.PriceConditions:
    """The conditions as a quote keeps them."""
    terms = conditions.promotion
    return price_pb2.PriceConditions(
        booked_count=conditions.booked_count,
        promotion=price_pb2.PromotionTerms(**asdict(terms)) if terms else None,
        available_credit_cents=conditions.available_credit_cents,
    )


def conditions_of(message: price_pb2.PriceConditions) -> Conditions:
    """The conditions as the domain knows them."""
    terms: dict[str, Any] = {name: getattr(message.promotion, name) for name in PromotionTerms.__dataclass_fields__}
    return Conditions(
        booked_count=message.booked_count,
        promotion=PromotionTerms(**terms) if message.HasField("promotion") else None,
        available_credit_cents=message.available_credit_cents,
    )


def quote_message(record: QuoteRecord, quote_id: str = "") -> price_pb2.Quote:
    """The quote as everybody sees it, under the id it was asked for by."""
    message = price_pb2.Quote(
        quote_id=quote_id or str(record.id),
        request=record.request,
        price=record.price,
        is_custom=record.is_custom,
        note=record.note,
    )
    message.expires_at.FromDatetime(record.expires_at)
    return message


def written_line(line: price_pb2.PriceLine) -> Line:
    """A stored line of a quote that staff wrote, as it would be written again."""
    kind: Any = price_pb2.LineKind.Name(line.kind).removeprefix("LINE_KIND_").lower()
    return Line(kind, line.code, line.label, line.quantity, line.unit_amount_cents, line.reason)
