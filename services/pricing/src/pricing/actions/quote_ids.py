"""Quote ids: a UUID names a stored quote; anything longer is a whole quote, sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import structlog
from chassis.refusal import Conflict
from totetaxi.pricing.v1.price_pb2 import PriceRequest
from totetaxi.pricing.v1.sealed_quote_pb2 import SealedQuote

from pricing.actions.offers import Offers
from pricing.domain.conditions import Conditions
from pricing.domain.quote import unknown_quote
from pricing.quote_messages import conditions_message, conditions_of
from pricing.sealing import Seal
from pricing.store.quotes import QuoteRecord

UUID_CHARACTERS = 36
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)

logger = structlog.get_logger()


@dataclass(frozen=True)
class Named:
    """What a quote id names."""

    id: UUID
    sealed: QuoteRecord | None = None
    """The quote inside the id, priced again; None where the id names a stored one."""
    is_same: bool = True
    """Whether it came to the same total again."""

    def must_be_same(self) -> None:
        """Raises Conflict when the rules themselves changed under a sealed quote."""
        if not self.is_same:
            logger.error("a sealed quote came to another total", quote_id=str(self.id))
            raise Conflict("quote_expired", "This quote can't be used any more; ask for a new price.", "quote_id")


@dataclass(frozen=True, slots=True)
class Held:
    """What is held without being stored: what it takes to price it again, and to prove that it comes to the same."""

    request: PriceRequest
    conditions: Conditions
    catalog_version: int
    total_cents: int


class QuoteIds:
    """Writes and reads them."""

    def __init__(self, seal: Seal, offers: Offers) -> None:
        self._seal = seal
        self._offers = offers

    def sealed(self, quote_id: UUID, held: Held, now: datetime, expires_at: datetime) -> str:
        """A quote inside its own id. Raises Invalid for one too large."""
        return self._seal.seal(
            SealedQuote(
                id=quote_id.bytes,
                request=held.request,
                catalog_version=held.catalog_version,
                conditions=conditions_message(held.conditions),
                created_at_milliseconds=milliseconds(now),
                expires_at_milliseconds=milliseconds(expires_at),
                total_cents=held.total_cents,
            )
        )

    def id_of(self, text: str) -> UUID:
        """The id under which the quote is, or will be, stored. Raises NotFound."""
        stored = stored_id(text)
        return stored or UUID(bytes=self._open(text).id)

    async def read(self, text: str) -> Named:
        """What `text` names. Raises NotFound for what never was a quote id."""
        stored = stored_id(text)
        if stored:
            return Named(stored)
        quote = self._open(text)
        offer = await self._offers.make_again(quote.request, quote.catalog_version, conditions_of(quote.conditions))
        made, ends = (instant(moment) for moment in (quote.created_at_milliseconds, quote.expires_at_milliseconds))
        record = offer.held(UUID(bytes=quote.id), made, ends)
        return Named(record.id, record, record.price.total_cents == quote.total_cents)

    def _open(self, text: str) -> SealedQuote:
        quote = self._seal.open(text)
        if quote is None:
            raise unknown_quote()
        return quote


def stored_id(text: str) -> UUID | None:
    """The UUID that `text` is, written in the one way that we write them."""
    if len(text) != UUID_CHARACTERS:
        return None
    try:
        parsed = UUID(text)
    except ValueError:
        return None
    return parsed if str(parsed) == text else None


def milliseconds(moment: datetime) -> int:
    """Since 1970, rounded down."""
    return (moment - EPOCH) // MILLISECOND


def instant(since_1970: int) -> datetime:
    """The instant, UTC."""
    return EPOCH + since_1970 * MILLISECOND
