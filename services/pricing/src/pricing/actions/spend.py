"""What a redeemed quote takes, a use of a code and credit, and how it is given back; each happens once.

A use is there or not, and credit is what its entries add up to: whoever holds the quote's lock may take and give
back in any order, and as often as events are told. The order of locks is quote, credit, promotion, everywhere.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import structlog
from chassis.identifiers import new_id
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.actions.find_conditions import must_be_able_to_have_credit
from pricing.domain.promotion import History, Promotion, must_be_allowed, used_up
from pricing.store import credit, promotion_uses, promotions
from pricing.store.credit import Movement
from pricing.store.quotes import QuoteRecord

logger = structlog.get_logger()


async def take(connection: AsyncConnection, record: QuoteRecord, now: datetime, *, is_owed: bool = False) -> None:
    """Takes what the locked quote's price says, unless it has it. Raises Conflict when there is not enough.

    What is owed, because the booking is there, is taken over every limit, and of credit whatever is left.
    """
    if record.price.credit_cents:
        await take_credit(connection, record, now, is_owed=is_owed)
    if record.conditions.HasField("promotion"):
        await take_use(connection, record, now, is_owed=is_owed)


async def give_back(connection: AsyncConnection, record: QuoteRecord, now: datetime) -> None:
    """Gives back what the locked quote has taken, if anything."""
    if record.price.credit_cents:
        await return_credit(connection, record, now)
    if record.conditions.HasField("promotion"):
        promotion_id = await promotion_uses.drop_use(connection, record.id)
        if promotion_id:
            await promotions.uncount_use(connection, promotion_id)


async def take_credit(connection: AsyncConnection, record: QuoteRecord, now: datetime, *, is_owed: bool) -> None:
    """Spends the customer's credit. Raises Invalid for a guest, Conflict when there is less than the price says."""
    must_be_able_to_have_credit(record.customer, is_asked=True)
    balance = await credit.lock_balance(connection, record.customer.id)
    if await credit.spent_on(connection, record.id):
        return
    cents = -record.price.credit_cents
    if balance < cents and not is_owed:
        message = "Your credit has changed since this price was made; please ask for a new price."
        raise Conflict("credit_not_enough", message, "use_credit")
    if balance < cents:
        logger.warning("a late booking's credit was spent already", quote_id=str(record.id), missing=cents - balance)
    spent = min(cents, balance)
    await credit.move(connection, Movement(new_id(), record.customer.id, -spent, "spent", now, quote_id=record.id))


async def return_credit(connection: AsyncConnection, record: QuoteRecord, now: datetime) -> None:
    """Gives the customer's credit back."""
    await credit.lock_balance(connection, record.customer.id)
    cents = await credit.spent_on(connection, record.id)
    if cents:
        movement = Movement(new_id(), record.customer.id, cents, "returned", now, quote_id=record.id)
        await credit.move(connection, movement)


async def take_use(connection: AsyncConnection, record: QuoteRecord, now: datetime, *, is_owed: bool) -> None:
    """Uses the code once. Raises Conflict when all uses are gone, or this customer's."""
    terms = record.conditions.promotion
    if await promotion_uses.has_use(connection, record.id):
        return
    promotion_id = UUID(terms.promotion_id)
    promotion = await promotions.count_use(connection, promotion_id, is_owed=is_owed)
    if promotion is None:
        raise used_up(terms.code)
    if not is_owed:
        must_be_allowed(promotion, await history_of(connection, promotion, record))
    await promotion_uses.add_use(connection, record.id, promotion_id, record.customer, now)


async def history_of(connection: AsyncConnection, promotion: Promotion, record: QuoteRecord) -> History:
    """What the quote's customer did before, as far as the promotion asks; its lock keeps that from changing."""
    customer, promotion_id = record.customer, promotions.id_of(promotion)
    own_uses, has_other = 0, False
    if promotion.per_customer_limit:
        counts = await promotion_uses.count_own_uses(connection, [promotion_id], customer, record.id)
        own_uses = counts.get(promotion_id, 0)
    if promotion.is_first_booking_only:
        has_other = await promotion_uses.has_other_booking(connection, customer, record.id)
    return History(own_uses, has_other)
