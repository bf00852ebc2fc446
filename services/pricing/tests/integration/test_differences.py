"""What differs between versions and drafts, through the door."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Invalid, NotFound
from drafting import ANN, certificate, drafted, petite, publish_draft, put, remove, roll_back
from first_catalog import PACKAGES
from pricing_server import Replica
from totetaxi.pricing.v1 import catalog_service_pb2 as messages

CRIB = "ccfeae7b-0047-59e3-90c9-d5fa2750475d"
PETITE_DEARER = ("CHANGED", messages.ENTRY_KIND_MINI_MOVE_PACKAGE, PACKAGES["petite"], "Petite Move")
INSURANCE_DEARER = ("CHANGED", messages.ENTRY_KIND_GENERAL_TERMS, "", "general terms")


async def compared(replica: Replica, **members: Any) -> list[Any]:
    return list((await replica.call("DiffVersions", messages.DiffVersionsRequest(**members), ANN)).differences)


def told(differences: list[Any]) -> list[tuple[str, int, str, str]]:
    return [
        (messages.DifferenceKind.Name(one.kind).removeprefix("DIFFERENCE_KIND_"), one.entry_kind, one.key, one.name)
        for one in differences
    ]


async def test_a_draft_is_compared_with_what_it_was_made_from(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000), certificate(6_000))
    found = await compared(replica, to={"draft_id": draft.id})
    assert told(found) == [PETITE_DEARER, INSURANCE_DEARER]
    [member] = found[0].members
    assert (member.member, member.before, member.after) == ("base_price_cents", "99500", "105000")


async def test_what_came_and_what_went_has_no_members(replica: Replica) -> None:
    kayak = messages.CatalogEntry(specialty_item={"item_type": "kayak", "name": "Kayak"})  # type: ignore[arg-type]
    draft = await drafted(replica)
    await remove(replica, draft, messages.ENTRY_KIND_SPECIALTY_ITEM, CRIB)
    key = (await put(replica, draft, kayak)).entry.specialty_item.id
    found = await compared(replica, to={"draft_id": draft.id})
    kind = messages.ENTRY_KIND_SPECIALTY_ITEM
    assert told(found) == [("REMOVED", kind, CRIB, "Crib"), ("ADDED", kind, key, "Kayak")]
    assert [list(one.members) for one in found] == [[], []]


async def test_versions_are_compared_in_either_direction(replica: Replica) -> None:
    await publish_draft(replica, await drafted(replica, petite(105_000)))
    await publish_draft(replica, await drafted(replica, certificate(6_000), base_number=2))
    assert told(await compared(replica, to={"number": 3})) == [INSURANCE_DEARER]
    assert told(await compared(replica, **{"from": {"number": 1}}, to={"number": 3})) == [
        PETITE_DEARER,
        INSURANCE_DEARER,
    ]
    [back] = await compared(replica, **{"from": {"number": 2}}, to={"number": 1})
    assert (back.members[0].before, back.members[0].after) == ("105000", "99500")


async def test_zero_is_the_version_in_force(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000))
    await publish_draft(replica, await drafted(replica, certificate(6_000)))
    found = await compared(replica, **{"from": {"number": 0}}, to={"draft_id": draft.id})
    assert told(found) == [PETITE_DEARER, INSURANCE_DEARER]


async def test_a_rollback_differs_in_nothing_from_what_it_restores(replica: Replica) -> None:
    await publish_draft(replica, await drafted(replica, petite(105_000)))
    await roll_back(replica, 1)
    assert await compared(replica, to={"number": 3}) == []
    assert told(await compared(replica, **{"from": {"number": 2}}, to={"number": 3})) == [PETITE_DEARER]


async def test_the_first_version_was_made_from_nothing(replica: Replica) -> None:
    with pytest.raises(Invalid, match="made from no other") as refused:
        await compared(replica, to={"number": 1})
    assert (refused.value.slug, refused.value.faults[0].field) == ("no_older_version", "from")


async def test_what_is_not_there_is_not_compared(replica: Replica) -> None:
    with pytest.raises(NotFound):
        await compared(replica, **{"from": {"number": 1}}, to={"number": 9})
    for nothing in ({}, {"to": {}}, {"to": {"draft_id": "nonsense"}}, {"to": {"number": -1}}):
        with pytest.raises(Invalid):
            await compared(replica, **nothing)
