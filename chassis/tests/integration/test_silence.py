"""A subscription that the server has forgotten, on a connection that works: found out and replaced."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from chassis.broker import Broker
from chassis.database import Database
from chassis.identifiers import new_id
from messaging_stage import confirmed, consumer, relay, running, say_paid

Eventually = Callable[..., Awaitable[object]]


async def test_a_silent_subscription_with_events_waiting_is_replaced(
    database: Database, booking: Broker, notifications: Broker, eventually: Eventually
) -> None:
    hearing = consumer(database, notifications)
    async with running(relay(database, booking).run, hearing.run):
        await say_paid(database, new_id(), "before")
        await eventually(confirmed(database, "before"))
        subscription = await hearing.subscription._opened()
        await subscription.unsubscribe()
        await say_paid(database, new_id(), "after")
        await eventually(confirmed(database, "before", "after"))
        assert await hearing.subscription._opened() is not subscription
