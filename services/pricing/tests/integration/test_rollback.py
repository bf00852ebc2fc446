"""An older version's content is published once more; history is never edited."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest
from chassis.refusal import Invalid, NotFound
from drafting import ANN, certificate, drafted, petite, publish_draft, roll_back
from first_catalog import NOW
from pricing_server import Replica
from totetaxi.pricing.v1 import catalog_pb2
from totetaxi.pricing.v1 import catalog_service_pb2 as messages

LATER = NOW + timedelta(days=3)


async def content(replica: Replica, number: int) -> catalog_pb2.Catalog:
    """A version's catalogue, less what every version has of its own."""
    asked = messages.GetCatalogVersionRequest(number=number)
    catalog: catalog_pb2.Catalog = (await replica.call("GetCatalogVersion", asked, ANN)).catalog
    catalog.ClearField("version")
    catalog.ClearField("effective_at")
    return catalog


async def states(replica: Replica) -> dict[int, str]:
    found = await replica.call("ListCatalogVersions", messages.ListCatalogVersionsRequest(), ANN)
    return {version.number: messages.VersionState.Name(version.state)[14:] for version in found.versions}


async def test_a_rollback_is_a_new_version_with_the_old_content(replica: Replica) -> None:
    await publish_draft(replica, await drafted(replica, petite(105_000)))
    version = await roll_back(replica, 1)
    assert (version.number, version.base_number, version.restored_number) == (3, 1, 1)
    assert (version.reason, version.published_by) == ("Too dear.", "bob")
    assert version.effective_at.ToDatetime(UTC) == NOW
    assert await content(replica, 3) == await content(replica, 1)
    assert await content(replica, 2) != await content(replica, 1)
    assert await states(replica) == {3: "IN_FORCE", 2: "PAST", 1: "PAST"}


async def test_a_scheduled_change_is_called_off_by_publishing_for_the_same_moment(replica: Replica) -> None:
    await publish_draft(replica, await drafted(replica, petite(105_000)), effective_at=LATER)
    assert await states(replica) == {2: "SCHEDULED", 1: "IN_FORCE"}
    await roll_back(replica, 1, effective_at=LATER)
    assert await states(replica) == {3: "SCHEDULED", 2: "PAST", 1: "IN_FORCE"}
    replica.clock.instant = LATER
    assert await states(replica) == {3: "IN_FORCE", 2: "PAST", 1: "PAST"}


async def test_a_season_is_a_change_and_the_way_back_in_one_go(replica: Replica) -> None:
    await publish_draft(replica, await drafted(replica, certificate(6_000)), effective_at=LATER)
    await roll_back(replica, 1, effective_at=LATER + timedelta(days=30))
    assert await states(replica) == {3: "SCHEDULED", 2: "SCHEDULED", 1: "IN_FORCE"}


async def test_who_published_may_also_roll_back(replica: Replica) -> None:
    await publish_draft(replica, await drafted(replica, petite(105_000)))
    assert (await roll_back(replica, 1, by=ANN)).published_by == "ann"


async def test_there_is_nothing_to_roll_back_to_but_versions(replica: Replica) -> None:
    with pytest.raises(NotFound, match="no catalogue version 9") as refused:
        await roll_back(replica, 9)
    assert (refused.value.slug, refused.value.faults[0].field) == ("version_not_found", "number")


async def test_nothing_holds_from_the_past_on(replica: Replica) -> None:
    with pytest.raises(Invalid) as refused:
        await roll_back(replica, 1, effective_at=NOW - timedelta(seconds=1))
    assert refused.value.slug == "effective_in_the_past"


async def test_a_version_never_holds_from_before_the_one_before_it_was_published(replica: Replica) -> None:
    await roll_back(replica, 1)
    replica.clock.instant = NOW - timedelta(seconds=5)
    version = await roll_back(replica, 1)
    assert version.effective_at.ToDatetime(UTC) == version.published_at.ToDatetime(UTC) == NOW


async def test_versions_are_listed_newest_first_page_by_page(replica: Replica) -> None:
    for _ in range(4):
        await roll_back(replica, 1)
    pages, token = [], ""
    for _ in range(3):
        asked = messages.ListCatalogVersionsRequest(page_size=2, page_token=token)
        page = await replica.call("ListCatalogVersions", asked, ANN)
        pages.append([version.number for version in page.versions])
        token = page.next_page_token
    assert (pages, token) == ([[5, 4], [3, 2], [1]], "")
