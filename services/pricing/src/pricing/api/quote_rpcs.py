"""The RPCs of quotes: held, used once, given back, replayed, and written by staff."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import Principal, current_principal
from totetaxi.pricing.v1 import pricing_service_pb2 as messages
from totetaxi.pricing.v1 import pricing_service_pb2_grpc

from pricing import actions
from pricing.domain.custom_quote import CustomLine, CustomQuote
from pricing.messages import service_type_name
from pricing.price_messages import date_of
from pricing.promotion_messages import instant_of
from pricing.snapshot import Snapshot
from pricing.store.customers import Customer, digest_of


class QuoteRpcs(pricing_service_pb2_grpc.PricingServiceServicer):
    """Half of PricingService."""

    def __init__(
        self,
        database: Database,
        snapshot: Snapshot,
        offers: actions.Offers,
        ids: actions.QuoteIds,
        clock: Clock,
        quote_minutes: int,
    ) -> None:
        self._database = database
        self._snapshot = snapshot
        self._offers = offers
        self._ids = ids
        self._clock = clock
        self._quote_minutes = quote_minutes

    async def CreateQuote(  # noqa: N802
        self, request: messages.CreateQuoteRequest, context: Any
    ) -> messages.CreateQuoteResponse:
        """The price of a request, held."""
        now = self._clock.now()
        offer = await self._offers.make(request.request, buyer(current_principal()), now)
        quote = await actions.create_quote(self._database, new_id(), offer, now, self._quote_minutes)
        return messages.CreateQuoteResponse(quote=quote)

    async def GetQuote(  # noqa: N802
        self, request: messages.GetQuoteRequest, context: Any
    ) -> messages.GetQuoteResponse:
        """A held price."""
        quote = await actions.get_quote(self._database, self._ids, request.quote_id, self._clock.now())
        return messages.GetQuoteResponse(quote=quote)

    async def CreateCustomQuote(  # noqa: N802
        self, request: messages.CreateCustomQuoteRequest, context: Any
    ) -> messages.CreateCustomQuoteResponse:
        """A price that staff write."""
        now = self._clock.now()
        version = await self._snapshot.current(now)
        record = actions.custom_record(new_id(), custom_of(request, current_principal()), version.number, now)
        quote = await actions.create_custom_quote(self._database, record, now)
        return messages.CreateCustomQuoteResponse(quote=quote)

    async def RedeemQuote(  # noqa: N802
        self, request: messages.RedeemQuoteRequest, context: Any
    ) -> messages.RedeemQuoteResponse:
        """Uses a price once."""
        attempt = actions.Try(
            key=request.redemption_key,
            quote_id=request.quote_id,
            request=request.request,
            customer=Customer(request.customer_id, digest_of(request.customer_email)),
            new_quote_id=new_id(),
            minutes=self._quote_minutes,
        )
        quote = await actions.redeem_quote(self._database, self._offers, self._ids, attempt, self._clock.now())
        return messages.RedeemQuoteResponse(quote=quote)

    async def ReleaseQuote(  # noqa: N802
        self, request: messages.ReleaseQuoteRequest, context: Any
    ) -> messages.ReleaseQuoteResponse:
        """Gives back what was redeemed."""
        is_released = await actions.release_quote(
            self._database, self._ids, request.quote_id, request.redemption_key, self._clock.now()
        )
        return messages.ReleaseQuoteResponse(is_released=is_released)

    async def ReplayQuote(  # noqa: N802
        self, request: messages.ReplayQuoteRequest, context: Any
    ) -> messages.ReplayQuoteResponse:
        """Whether an old price still comes out the same."""
        return await actions.replay_quote(self._database, self._offers, self._ids, request.quote_id)

    def _hold(self, held: actions.Held, now: datetime) -> bytes:
        """The part of a PreviewPriceResponse under which its price is held; nothing is stored. Raises Invalid."""
        expires_at = now + timedelta(minutes=self._quote_minutes)
        part = messages.PreviewPriceResponse(quote_id=self._ids.sealed(new_id(), held, now, expires_at))
        part.expires_at.FromDatetime(expires_at)
        return part.SerializeToString()


def buyer(principal: Principal) -> Customer:
    """Who is asking for a price: a signed-in customer has limits and credit; of everybody else nothing is known."""
    return Customer(principal.id if principal.kind == "customer" else "")


def custom_of(request: messages.CreateCustomQuoteRequest, principal: Principal) -> CustomQuote:
    """What staff wrote. Raises Invalid for a date that doesn't exist."""
    return CustomQuote(
        service_type=service_type_name(request.service_type),
        pickup_date=date_of(request.pickup_date, "pickup_date"),
        lines=tuple(
            CustomLine(line.label, line.quantity, line.unit_amount_cents, line.reason) for line in request.lines
        ),
        valid_until=instant_of(request.valid_until),
        note=request.note,
        created_by=principal.id,
        idempotency_key=request.idempotency_key,
    )
