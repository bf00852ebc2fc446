"""Keep a customer's cards as Stripe tells of them, choose the usual one, and forget them when asked."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import NotFound
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.audit import record
from payments.domain.saved_card import SavedCard
from payments.store import customers, methods, storage
from payments.store.payments import wake_workers


async def keep_card(connection: AsyncConnection, card: SavedCard, happened_at: datetime, now: datetime) -> None:
    """A card was saved or changed; one that was forgotten stays so, and a customer's first is their usual one."""
    customer = await customers.lock_at_stripe(connection, card.stripe_customer_id)
    if customer is None:
        return
    told = {
        "brand": card.brand,
        "last_four": card.last_four,
        "expiry_month": card.expiry_month,
        "expiry_year": card.expiry_year,
        "told_at": happened_at,
    }
    known = await methods.lock_at_stripe(connection, card.stripe_payment_method_id)
    if known is None:
        await methods.add_method(
            connection,
            id=new_id(),
            customer_id=customer.customer_id,
            stripe_payment_method_id=card.stripe_payment_method_id,
            status="kept",
            created_at=now,
            next_attempt_at=now,
            **told,
        )
    elif known.status == "kept" and happened_at >= known.told_at:
        await methods.save_method(connection, known.id, **told)
    if known is None and customer.default_method is None:
        await choose(connection, customer.customer_id, card.stripe_payment_method_id, now)


async def forget_card(connection: AsyncConnection, card: SavedCard, happened_at: datetime, now: datetime) -> None:
    """A card is gone at Stripe; news of it that come later than this change nothing."""
    added = await methods.add_method(
        connection,
        id=new_id(),
        stripe_payment_method_id=card.stripe_payment_method_id,
        status="removed",
        created_at=now,
        told_at=happened_at,
        next_attempt_at=now,
    )
    if added:
        return
    known = await methods.lock_at_stripe(connection, card.stripe_payment_method_id)
    if known and known.status != "removed":
        await methods.save_method(connection, known.id, status="removed", told_at=happened_at)
        await choose_another(connection, known, now)


async def choose(connection: AsyncConnection, customer_id: UUID, stripe_method_id: str | None, now: datetime) -> None:
    """This is the usual card from now on; Stripe hears of it."""
    await customers.save_customer(connection, customer_id, default_method=stripe_method_id, next_attempt_at=now)
    if stripe_method_id:
        await storage.retry_soon(connection, customer_id, now)
    await wake_workers(connection)


async def choose_another(connection: AsyncConnection, gone: Any, now: datetime) -> None:
    """The usual card is gone: the newest of the others takes its place."""
    customer = await customers.lock_customer(connection, gone.customer_id) if gone.customer_id else None
    if customer is None or customer.default_method != gone.stripe_payment_method_id:
        return
    newest = await methods.newest_kept(connection, gone.customer_id)
    await choose(connection, gone.customer_id, newest.stripe_payment_method_id if newest else None, now)


async def set_default(database: Database, customer_id: UUID, method_id: UUID, now: datetime) -> Any:
    """The card, which is the usual one now. Raises NotFound."""
    async with database.transaction() as connection:
        method = await find_own(connection, customer_id, method_id)
        await choose(connection, customer_id, method.stripe_payment_method_id, now)
        await record(connection, "card.made_usual", ("card", method_id), now)
        return await methods.find_method(connection, customer_id, method_id)


async def remove_card(database: Database, customer_id: UUID, method_id: UUID, now: datetime) -> None:
    """The card is gone here at once, and at Stripe when the clock comes to it. Raises NotFound."""
    async with database.transaction() as connection:
        method = await find_own(connection, customer_id, method_id)
        await methods.save_method(connection, method.id, status="removing", next_attempt_at=now)
        await choose_another(connection, method, now)
        await record(connection, "card.removed", ("card", method_id), now)
        await wake_workers(connection)


async def find_own(connection: AsyncConnection, customer_id: UUID, method_id: UUID) -> Any:
    """One of the customer's own cards. Raises NotFound."""
    method = await methods.find_method(connection, customer_id, method_id)
    if method is None:
        raise NotFound("payment_method_not_found", "You have no such card with us.", "payment_method_id")
    return method
