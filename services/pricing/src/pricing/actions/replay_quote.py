"""Replaying a quote: priced again at its own catalogue and conditions, and compared line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from chassis.database import Database
from totetaxi.pricing.v1.price_pb2 import PriceLine
from totetaxi.pricing.v1.pricing_service_pb2 import ReplayedLine, ReplayQuoteResponse

from pricing.actions.hold_price import find_record
from pricing.actions.offers import Offers
from pricing.actions.quote_ids import QuoteIds
from pricing.price_messages import line_message
from pricing.quote_messages import conditions_of, quote_message, written_line
from pricing.store.quotes import QuoteRecord


async def replay_quote(database: Database, offers: Offers, ids: QuoteIds, quote_id: str) -> ReplayQuoteResponse:
    """The comparison, for any quote: held, used, expired or written by staff. Raises NotFound."""
    named = await ids.read(quote_id)
    record = await find_record(database, named)
    lines = compared(record.price.lines, await lines_again(offers, record))
    return ReplayQuoteResponse(
        quote=quote_message(record, quote_id),
        conditions=record.conditions,
        lines=lines,
        recomputed_total_cents=sum(line.recomputed.amount_cents for line in lines),
        is_same=named.is_same and all(line.is_same for line in lines),
        booking_id=str(record.booking_id or ""),
    )


async def lines_again(offers: Offers, record: QuoteRecord) -> Sequence[PriceLine]:
    """The lines as they come out today; what staff wrote is multiplied again."""
    if record.is_custom:
        return [line_message(written_line(line)) for line in record.price.lines]
    number, conditions = record.price.catalog_version, conditions_of(record.conditions)
    return (await offers.make_again(record.request, number, conditions)).price.lines


def compared(quoted: Iterable[PriceLine], recomputed: Iterable[PriceLine]) -> list[ReplayedLine]:
    """Then and now, in order."""
    pairs = zip_longest(quoted, recomputed)
    return [ReplayedLine(quoted=then, recomputed=now, is_same=then == now) for then, now in pairs]
