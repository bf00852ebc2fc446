"""Route plans go when their day is long over, a few at a time; what crews did stays."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from booking.actions import logistics as actions
from booking.clock import loops
from booking.settings import BookingSettings
from booking_callers import act_as_staff
from booking_stage import DAY, NOW, count, outcomes
from chassis.clock import FixedClock
from chassis.database import Database
from chassis.refusal import NotFound
from logistics_stage import on_day
from route_stage import accept, crews, moves, plan

if TYPE_CHECKING:
    from totetaxi.payments.v1.payment_link_service_pb2_grpc import PaymentLinkServiceAsyncStub as PaymentLinks

KEPT = 90
LAST_DAY = NOW + (DAY - NOW.date()) + timedelta(days=KEPT)
OVER = LAST_DAY + timedelta(days=1)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def test_accepted_and_abandoned_plans_are_kept_so_many_days_and_no_longer(database: Database) -> None:
    await moves(database, 1)
    await crews(database)
    abandoned = await plan(database)
    accepted = await accept(database, await plan(database))
    assert await actions.forget_plans(database, KEPT, LAST_DAY, 50) == 0
    given = await on_day(database)
    assert await actions.forget_plans(database, KEPT, OVER, 50) == 2
    for gone in (abandoned, accepted):
        with pytest.raises(NotFound):
            await actions.find_plan(database, gone.record.id, OVER)
    assert (await count(database, "route_plan"), await count(database, "route_plan_day")) == (0, 0)
    assert await on_day(database) == given


async def test_the_clock_forgets_them(database: Database) -> None:
    await plan(database)
    settings = BookingSettings(
        database_url="postgresql://", nats_url="nats://", pricing_target="pricing", payments_target="payments"
    )
    links = cast("PaymentLinks", None)  # this loop asks nobody
    [loop] = [each for each in loops(database, links, settings, FixedClock(OVER)) if each.name == "forget-route-plans"]
    assert (await loop.step(), await loop.step()) == (1, 0)


async def test_a_batch_takes_the_oldest_and_leaves_the_rest_and_days_to_come(database: Database) -> None:
    for days in (0, 0, 1, 200):
        await plan(database, day=DAY + timedelta(days=days))
    assert await actions.forget_plans(database, KEPT, OVER + timedelta(days=7), 1) == 1
    assert (await count(database, "route_plan"), await count(database, "route_plan_day")) == (3, 3)
    assert await actions.forget_plans(database, KEPT, OVER + timedelta(days=7), 50) == 2
    [left] = (await actions.list_plans(database, DAY + timedelta(days=200), 2, ""))[0]
    assert left.version == 1


@pytest.mark.race
async def test_replicas_that_forget_at_once_forget_each_plan_once(database: Database) -> None:
    for _ in range(6):
        await plan(database)
    gone = await outcomes([actions.forget_plans(database, KEPT, OVER, 2) for _ in range(3)])
    assert sum(gone) + await count(database, "route_plan") == 6
    while await actions.forget_plans(database, KEPT, OVER, 2):
        pass
    assert (await count(database, "route_plan"), await count(database, "route_plan_day")) == (0, 0)
