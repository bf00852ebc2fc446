"""Prices that staff write, and replays, on their way in and out."""

from __future__ import annotations

from totetaxi.pricing.v1 import price_pb2, pricing_service_pb2

from gateway.schemas import quotes as schema
from gateway.views.messages import message_of, plain
from gateway.views.prices import line, pricing
from gateway.views.words import instant, service_type_word


def custom_quote_request(
    sent: schema.NewCustomQuote, idempotency_key: str
) -> pricing_service_pb2.CreateCustomQuoteRequest:
    """What pricing is asked."""
    values = sent.model_dump() | {"pickup_date": sent.pickup_date.isoformat(), "idempotency_key": idempotency_key}
    return message_of(pricing_service_pb2.CreateCustomQuoteRequest, values)


def held_quote(quote: price_pb2.Quote) -> schema.HeldQuote:
    """A price that is held."""
    return schema.HeldQuote(
        quote_id=quote.quote_id,
        service_type=service_type_word(quote.request.service_type),
        pickup_date=quote.request.pickup_date,
        pricing=pricing(quote.price),
        lines=[line(each) for each in quote.price.lines],
        expires_at=instant(quote.expires_at),
        catalog_version=quote.price.catalog_version,
        is_custom=quote.is_custom,
        note=quote.note,
    )


def replay(answer: pricing_service_pb2.ReplayQuoteResponse) -> schema.Replay:
    """An old price, computed again."""
    conditions = plain(answer.conditions) if answer.HasField("conditions") else None
    return schema.Replay(
        quote=held_quote(answer.quote),
        conditions=schema.PriceConditions.model_validate(conditions) if conditions else None,
        lines=[replayed_line(each) for each in answer.lines],
        recomputed_total_cents=answer.recomputed_total_cents,
        is_same=answer.is_same,
        booking_id=answer.booking_id,
    )


def replayed_line(each: pricing_service_pb2.ReplayedLine) -> schema.ReplayedLine:
    """One line, then and now."""
    return schema.ReplayedLine(
        quoted=line(each.quoted) if each.HasField("quoted") else None,
        recomputed=line(each.recomputed) if each.HasField("recomputed") else None,
        is_same=each.is_same,
    )
