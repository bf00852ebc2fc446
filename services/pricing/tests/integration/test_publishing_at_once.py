"""Many publishers and many callers at the same moment: no gap, no duplicate, no error, no mixed answer."""

from __future__ import annotations

import asyncio
from typing import Any

import sqlalchemy as sql
from chassis.refusal import Conflict
from drafting import ANN, BOB, CAROL, begin, certificate, changed, drafted, petite, publish_draft, put, roll_back
from pricing.store.versions import catalog_versions
from pricing_server import Replica, serving
from requests_on_the_wire import preview
from totetaxi.pricing.v1.pricing_service_pb2 import GetCatalogRequest

NEVER_POLLED = 3_600


async def outcomes(*publications: Any) -> list[str]:
    """The number of each publication, or the slug of its refusal."""
    found = await asyncio.gather(*publications, return_exceptions=True)
    return sorted(one.slug if isinstance(one, Conflict) else str(one.number) for one in found)  # type: ignore[union-attr]


async def numbers(replica: Replica) -> list[int]:
    question = sql.select(catalog_versions.c.number).order_by(catalog_versions.c.number)
    async with replica.database.reading() as connection:
        return list((await connection.execute(question)).scalars())


async def test_a_draft_that_two_publish_at_once_becomes_one_version(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000))
    found = await outcomes(publish_draft(replica, draft, by=BOB), publish_draft(replica, draft, by=CAROL))
    assert found == ["2", "draft_closed"]
    assert await numbers(replica) == [1, 2]


async def test_of_two_drafts_of_one_version_only_one_is_published(url: str) -> None:
    async with serving(url) as one, serving(url) as other:
        first, second = await drafted(one, petite(105_000)), await drafted(other, certificate(6_000))
        found = await outcomes(publish_draft(one, first), publish_draft(other, second))
        assert found == ["2", "draft_outdated"]
        assert await numbers(one) == [1, 2]


async def test_publications_at_once_are_numbered_without_a_gap(url: str) -> None:
    async with serving(url) as one, serving(url) as other:
        found = await asyncio.gather(*(roll_back(replica, 1) for replica in (one, other) * 4))
        assert sorted(version.number for version in found) == list(range(2, 10))
        assert await numbers(one) == list(range(1, 10))


async def test_changes_at_once_each_have_their_revision(replica: Replica) -> None:
    draft = await begin(replica)
    entries = [petite(1), certificate(2), changed("mini_storage", "mini storage", maximum_months=3)]
    editors = [ANN, BOB, CAROL]
    found = await asyncio.gather(*(put(replica, draft, entry, by) for entry, by in zip(entries, editors, strict=True)))
    assert sorted(answer.draft.revision for answer in found) == [2, 3, 4]


async def test_publishing_while_sixteen_callers_preview_never_mixes_two_versions(url: str) -> None:
    async with (
        serving(url, catalog_poll_seconds=NEVER_POLLED) as one,
        serving(url, catalog_poll_seconds=NEVER_POLLED) as other,
    ):
        totals: set[tuple[int, int]] = set()
        done = asyncio.Event()

        async def previews(replica: Replica) -> None:
            while not done.is_set() or await served(replica) < 5:
                price = (await replica.call("PreviewPrice", preview(coi_required=True))).price
                totals.add((price.catalog_version, price.total_cents))

        async with asyncio.TaskGroup() as together:
            for index in range(16):
                together.create_task(previews((one, other)[index % 2]))
            for number in range(1, 5):
                rise = (petite(99_500 + number * 1_000), certificate(5_000 + number * 1_000))
                await publish_draft(one, await drafted(one, *rise, base_number=number))
            done.set()
        assert totals <= {(number, 104_500 + 2_000 * (number - 1)) for number in range(1, 6)}
        assert {(1, 104_500), (5, 112_500)} <= totals


async def served(replica: Replica) -> int:
    """The version that a replica has in force."""
    return int((await replica.call("GetCatalog", GetCatalogRequest())).catalog.version)


async def test_the_other_replica_serves_a_published_draft_within_a_second(url: str, eventually: Any) -> None:
    async with (
        serving(url, catalog_poll_seconds=NEVER_POLLED) as one,
        serving(url, catalog_poll_seconds=NEVER_POLLED) as other,
    ):
        assert await served(other) == 1
        await publish_draft(one, await drafted(one, petite(105_000)))

        async def knows() -> bool:
            return await served(other) == 2

        await eventually(knows, within_seconds=1)
