"""Catalogue versions: never changed, never mixed, and known to every replica at once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from chassis.database import open_database
from chassis.messaging_schema import OUTBOX
from chassis.refusal import Unavailable
from first_catalog import CONTENT, NOW
from pricing.__main__ import seed
from pricing.store.versions import catalog_versions
from pricing_server import Replica, serving
from requests_on_the_wire import preview
from sqlalchemy.exc import IntegrityError
from totetaxi.pricing.v1.events_pb2 import CatalogPublished
from totetaxi.pricing.v1.pricing_service_pb2 import GetCatalogRequest
from versions import dearer, publish

NEVER_POLLED = 3_600


async def version_served(replica: Replica) -> int:
    return int((await replica.call("GetCatalog", GetCatalogRequest())).catalog.version)


async def test_every_replica_serves_a_new_version_within_a_second(url: str, eventually: Any) -> None:
    async with (
        serving(url, catalog_poll_seconds=NEVER_POLLED) as one,
        serving(url, catalog_poll_seconds=NEVER_POLLED) as other,
    ):
        assert [await version_served(one), await version_served(other)] == [1, 1]
        await publish(one.database, 2, dearer(1_000))

        async def both_know() -> bool:
            return [await version_served(one), await version_served(other)] == [2, 2]

        await eventually(both_know, within_seconds=1)


async def test_a_lost_notice_is_made_up_for_by_looking(url: str, eventually: Any) -> None:
    async with serving(url, catalog_poll_seconds=0.05) as replica:
        assert await version_served(replica) == 1
        row = sql.insert(catalog_versions).from_select(
            catalog_versions.c.keys(),
            sql.select(
                sql.func.gen_random_uuid(),
                sql.literal(2),
                *(column for column in catalog_versions.c if column.name not in {"id", "number"}),
            ),
        )
        async with replica.database.transaction() as connection:
            await connection.execute(row)

        async def knows() -> bool:
            return await version_served(replica) == 2

        await eventually(knows, within_seconds=5)


async def test_a_version_holds_from_its_instant_on(replica: Replica, eventually: Any) -> None:
    await publish(replica.database, 2, dearer(1_000), NOW + timedelta(hours=14))
    await publish(replica.database, 3, dearer(2_000))

    async def knows() -> bool:
        return await version_served(replica) == 3

    await eventually(knows)
    await publish(replica.database, 4, dearer(3_000), NOW + timedelta(hours=14))
    replica.clock.instant = NOW + timedelta(hours=13, minutes=59)
    assert await version_served(replica) == 3
    replica.clock.instant = NOW + timedelta(hours=14)

    async def knows_the_next() -> bool:
        return await version_served(replica) == 4

    await eventually(knows_the_next)


async def test_no_answer_mixes_two_versions_while_new_ones_are_published(replica: Replica) -> None:
    totals: set[tuple[int, int]] = set()
    published = asyncio.Event()

    async def previews() -> None:
        while not published.is_set() or not any(version == 9 for version, _ in totals):
            price = (await replica.call("PreviewPrice", preview(coi_required=True))).price
            totals.add((price.catalog_version, price.total_cents))

    async with asyncio.TaskGroup() as together:
        for _ in range(16):
            together.create_task(previews())
        for number in range(2, 10):
            await publish(replica.database, number, dearer((number - 1) * 1_000))
        published.set()
    assert totals <= {(number, 104_500 + 2_000 * (number - 1)) for number in range(1, 10)}


@pytest.mark.parametrize("change", [catalog_versions.update().values(reason="Another."), catalog_versions.delete()])
async def test_a_published_version_never_changes(replica: Replica, change: Any) -> None:
    with pytest.raises(IntegrityError, match="never changes"):
        async with replica.database.transaction() as connection:
            await connection.execute(change)


async def test_seeding_again_and_at_once_changes_nothing(make_database: Callable[[str], str]) -> None:
    database = open_database(make_database("pricing"), "pricing")
    await asyncio.gather(*(seed(database, None) for _ in range(4)))  # type: ignore[arg-type]
    await seed(database, None)  # type: ignore[arg-type]
    async with database.reading() as connection:
        stored = (await connection.execute(sql.select(catalog_versions))).one()
        said = (await connection.execute(sql.select(OUTBOX))).one()
    assert (stored.number, stored.content) == (1, json.loads(json.dumps(CONTENT)))
    event = CatalogPublished.FromString(said.payload)
    assert (event.catalog_version_id, event.version) == (str(stored.id), 1)
    await database.close()


async def test_a_replica_without_a_catalogue_says_so_and_serves_once_there_is_one(
    make_database: Callable[[str], str],
) -> None:
    async with serving(make_database("pricing"), catalog_poll_seconds=NEVER_POLLED) as replica:
        with pytest.raises(Unavailable):
            await version_served(replica)
        await publish(replica.database, 1, CONTENT)
        assert await version_served(replica) == 1
