"""What prices are made of beside the request and the catalogue: bookings of the day, promotions, credit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Invalid, Refusal
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.demand import Demand
from pricing.domain import promotion as rules
from pricing.domain.catalog import Catalog
from pricing.domain.conditions import Conditions, PromotionTerms
from pricing.domain.price import timeless_price
from pricing.domain.promotion import History, Promotion, normalised_code, spend_cents
from pricing.domain.request import PriceRequest
from pricing.store import credit, promotion_uses, promotions
from pricing.store.customers import NOBODY, Customer


@dataclass(frozen=True)
class Known:
    """What the database knows of codes, and of who asks."""

    customer: Customer = NOBODY
    promotions: Mapping[str, Promotion] = field(default_factory=dict)
    """By code."""
    own_uses: Mapping[UUID, int] = field(default_factory=dict)
    """By promotion id."""
    has_other_booking: bool = False
    credit_cents: int = 0


async def find_conditions(
    database: Database,
    demand: Demand,
    catalog: Catalog,
    requests: Sequence[PriceRequest],
    customer: Customer,
    now: datetime,
) -> list[Conditions | Refusal]:
    """The conditions of each request in its place, or why it can't have what it asks for; four questions at most."""
    counts = await demand.counts(catalog)
    known = Known(customer)
    if any(request.promotion_code or request.use_credit for request in requests):
        async with database.reading() as connection:
            known = await find_known(connection, requests, customer)
    return [
        conditions_or_refusal(catalog, request, counts.get(request.pickup_date, 0), known, now) for request in requests
    ]


async def find_known(connection: AsyncConnection, requests: Sequence[PriceRequest], customer: Customer) -> Known:
    """Everything that these requests' codes and credit are judged by."""
    codes = {normalised_code(request.promotion_code) for request in requests} - {""}
    found = await promotions.find_by_codes(connection, codes) if codes else {}
    own_uses, has_other_booking, credit_cents = {}, False, 0
    limited = [promotions.id_of(promotion) for promotion in found.values() if promotion.per_customer_limit]
    if customer != NOBODY:
        if limited:
            own_uses = dict(await promotion_uses.count_own_uses(connection, limited, customer))
        if any(promotion.is_first_booking_only for promotion in found.values()):
            has_other_booking = await promotion_uses.has_other_booking(connection, customer)
    if customer.id and any(request.use_credit for request in requests):
        credit_cents = await credit.find_balance(connection, customer.id)
    return Known(customer, found, own_uses, has_other_booking, credit_cents)


def conditions_or_refusal(
    catalog: Catalog, request: PriceRequest, booked_count: int, known: Known, now: datetime
) -> Conditions | Refusal:
    """The conditions of one request, or why not."""
    try:
        return conditions_for(catalog, request, booked_count, known, now)
    except Refusal as refusal:
        return refusal


def conditions_for(
    catalog: Catalog, request: PriceRequest, booked_count: int, known: Known, now: datetime
) -> Conditions:
    """The conditions of one request. Raises Invalid or Conflict for a code or credit that it can't have."""
    must_be_able_to_have_credit(known.customer, is_asked=request.use_credit)
    terms = terms_for(catalog, request, booked_count, known, now)
    return Conditions(booked_count, terms, known.credit_cents if request.use_credit else 0)


def terms_for(
    catalog: Catalog, request: PriceRequest, booked_count: int, known: Known, now: datetime
) -> PromotionTerms | None:
    """What the request's code takes off, None without one. Raises Invalid or Conflict for one that can't be used."""
    code = normalised_code(request.promotion_code)
    if not code:
        return None
    promotion = known.promotions.get(code)
    if promotion is None:
        raise rules.unknown_code(code)
    rules.must_be_current(promotion, now)
    undiscounted = timeless_price(catalog, request, Conditions(booked_count))
    rules.must_suit(promotion, request.service_type, spend_cents(undiscounted))
    rules.must_be_left(promotion)
    own_uses = known.own_uses.get(promotions.id_of(promotion), 0)
    rules.must_be_allowed(promotion, History(own_uses, known.has_other_booking))
    return promotion.terms


def must_be_able_to_have_credit(customer: Customer, *, is_asked: bool) -> None:
    """Raises Invalid for a guest who wants to spend credit."""
    if is_asked and not customer.id:
        message = "Credit belongs to an account: sign in to spend it, or leave use_credit out."
        raise Invalid("credit_needs_account", message, "use_credit")
