"""Simulating a draft through the door: given requests, past bookings, and nobody kept waiting."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sqlalchemy as sql
from chassis.refusal import Conflict, Invalid
from drafting import ANN, begin, certificate, changed, drafted, petite
from first_catalog import CATALOG, PACKAGES, SATURDAY
from pricing.actions.simulate import AT_ONCE, simulate
from pricing.store.quotes import quotes
from pricing_server import Replica
from requests_on_the_wire import hold, request_message
from totetaxi.pricing.v1 import catalog_pb2
from totetaxi.pricing.v1 import catalog_service_pb2 as messages
from totetaxi.pricing.v1.price_pb2 import PriceRequest

MINI_MOVE, DELIVERY = catalog_pb2.SERVICE_TYPE_MINI_MOVE, catalog_pb2.SERVICE_TYPE_STANDARD_DELIVERY


async def simulated(replica: Replica, draft: Any, *requests: PriceRequest, **members: Any) -> Any:
    asked = messages.SimulateDraftRequest(draft_id=draft.id, requests=requests, **members)
    return await replica.call("SimulateDraft", asked, ANN)


async def test_given_requests_are_priced_under_both(replica: Replica) -> None:
    draft = await drafted(replica, petite(109_500), certificate(6_000))
    plain, insured = request_message(), request_message(pickup_date=SATURDAY.isoformat(), coi_required=True)
    delivery = request_message("standard_delivery", standard_delivery_item_count=4)
    found = await simulated(replica, draft, plain, delivery, insured)
    assert (found.sample_size, found.catalog_version) == (3, 1)
    moves, deliveries = found.services
    assert (moves.service_type, moves.request_count) == (MINI_MOVE, 2)
    assert (moves.current_total_cents, moves.draft_total_cents) == (99_500 + 119_425, 109_500 + 131_925)
    assert (deliveries.service_type, deliveries.current_total_cents) == (DELIVERY, deliveries.draft_total_cents)
    assert [(mover.request, mover.draft_total_cents - mover.current_total_cents) for mover in found.movers] == [
        (insured, 12_500),
        (plain, 10_000),
    ]
    assert found.movers[0].changed_line_codes == ["mini_move_petite", "weekend", "coi"]


async def test_as_many_movers_are_told_as_are_asked_for(replica: Replica) -> None:
    draft = await drafted(replica, petite(109_500))
    asked = [request_message() for _ in range(20)]
    assert len((await simulated(replica, draft, *asked)).movers) == 10
    assert len((await simulated(replica, draft, *asked, mover_count=3)).movers) == 3


async def test_what_the_draft_refuses_is_counted(replica: Replica) -> None:
    draft = await drafted(replica, changed("standard_delivery", "standard delivery", maximum_items=10))
    many = request_message("standard_delivery", standard_delivery_item_count=11)
    [service] = (await simulated(replica, draft, many)).services
    assert (service.request_count, service.newly_refused_count, service.newly_accepted_count) == (0, 1, 0)


async def test_a_request_that_is_none_is_named(replica: Replica) -> None:
    draft = await begin(replica)
    with pytest.raises(Invalid) as refused:
        await simulated(replica, draft, request_message(), request_message(pickup_date="2027-02-30"))
    assert refused.value.faults[0].field == "requests[1].pickup_date"


async def test_a_faulty_draft_cannot_be_simulated(replica: Replica) -> None:
    draft = await drafted(replica, petite(-1))
    with pytest.raises(Conflict) as refused:
        await simulated(replica, draft, request_message())
    assert refused.value.slug == "draft_invalid"


async def booked(replica: Replica, **members: Any) -> None:
    """Something that was quoted, and that a booking used."""
    await replica.call("CreateQuote", hold(**members))
    used = sql.update(quotes).where(quotes.c.booking_id.is_(None))
    async with replica.database.transaction() as connection:
        await connection.execute(used.values(booking_id=sql.func.gen_random_uuid(), used_at=quotes.c.created_at))


async def test_past_bookings_are_priced_where_no_requests_are_given(replica: Replica) -> None:
    draft = await drafted(replica, petite(109_500))
    assert (await simulated(replica, draft)).sample_size == 0
    for _ in range(3):
        await booked(replica)
    await booked(replica, mini_move_package_id=PACKAGES["full"])
    await replica.call("CreateQuote", hold())
    replica.clock.instant = replica.clock.instant.replace(year=2030)
    found = await simulated(replica, draft)
    assert (found.sample_size, len(found.movers)) == (4, 3)
    assert found.services[0].draft_total_cents - found.services[0].current_total_cents == 30_000
    assert (await simulated(replica, draft, sample_size=2)).sample_size == 2


async def test_demand_is_that_of_the_day(replica: Replica) -> None:
    step = {"booked_basis_points": 5_000, "adjustment_basis_points": 1_000}
    busy: Any = {"name": "Busy day", "description": "Most vans are taken.", "target": 1, "service_types": [MINI_MOVE]}
    rule = messages.CatalogEntry(
        demand_rule=busy | {"daily_capacity": 4, "steps": [step], "ceiling_basis_points": 1_000}
    )
    draft = await drafted(replica, rule)
    async with replica.database.transaction() as connection:
        row = "INSERT INTO booked SELECT gen_random_uuid(), :day, 1, false, '', '' FROM generate_series(1, 2)"
        await connection.execute(sql.text(row), {"day": SATURDAY})
    quiet, full = request_message(), request_message(pickup_date=SATURDAY.isoformat())
    [mover] = (await simulated(replica, draft, quiet, full)).movers
    assert (mover.request, mover.changed_line_codes) == (full, ["demand_base"])
    assert mover.draft_total_cents - mover.current_total_cents == 9_950


async def test_others_get_their_turn_while_many_requests_are_priced(replica: Replica) -> None:
    asked = [request_message() for _ in range(2_000)]
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    waiting = asyncio.create_task(others())
    assert len(await simulate(replica.database, CATALOG, CATALOG, asked)) == 2_000
    waiting.cancel()
    assert turns >= 2 * len(asked) // AT_ONCE - 1
