"""Who gets through the door of the catalogue, with what, and how its lists go on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from callers import STAFF_WITHOUT_PERMISSIONS, VISITOR
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotAllowed
from drafting import ANN, begin, changed, drafted, petite, publish_draft, put, read
from pricing.policy import POLICY
from pricing.store.changes import catalog_changes
from pricing.store.drafts import catalog_drafts
from pricing_server import Replica
from sqlalchemy.exc import IntegrityError
from totetaxi.pricing.v1 import catalog_pb2
from totetaxi.pricing.v1 import catalog_service_pb2 as messages

RPCS = sorted(POLICY["totetaxi.pricing.v1.CatalogService"])


@pytest.mark.parametrize("rpc", RPCS)
@pytest.mark.parametrize("caller", [VISITOR, STAFF_WITHOUT_PERMISSIONS], ids=["visitor", "other staff"])
async def test_only_who_manages_the_catalogue_may_do_anything(replica: Replica, rpc: str, caller: Any) -> None:
    with pytest.raises(NotAllowed):
        await replica.call(rpc, getattr(messages, f"{rpc}Request")(), caller)


def too_much() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "entry", {}
    package: dict[str, Any] = {"tier": catalog_pb2.TIER_FULL}
    yield "entry.mini_move_package.tier", {"mini_move_package": {}}
    yield "entry.mini_move_package.tier", {"mini_move_package": {"tier": 77}}
    yield "entry.mini_move_package.name", {"mini_move_package": package | {"name": "x" * 201}}
    yield "entry.mini_move_package.description", {"mini_move_package": package | {"description": "x" * 2_001}}
    yield "entry.mini_move_package.id", {"mini_move_package": package | {"id": "x" * 65}}
    yield "entry.service_area.zip_codes", {"service_area": {"zip_codes": ["10001"] * 5_001}}
    yield "entry.service_area.zip_codes", {"service_area": {"zip_codes": ["1" * 17]}}
    yield "entry.surcharge_rule.service_types", {"surcharge_rule": {"service_types": [0]}}
    yield "entry.surcharge_rule.overrides", {"surcharge_rule": {"overrides": ["x"] * 51}}
    yield "entry.demand_rule.target", {"demand_rule": {}}


@pytest.mark.parametrize(("field", "entry"), list(too_much()), ids=[field for field, _ in too_much()])
async def test_what_no_draft_can_hold_is_refused_by_name(replica: Replica, field: str, entry: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as refused:
        await put(replica, messages.Draft(id=str(new_id())), messages.CatalogEntry(**entry))
    assert field in refused.value.faults[0].field


async def test_drafts_are_listed_the_latest_changed_first_page_by_page(replica: Replica) -> None:
    made = []
    for number in range(5):
        replica.clock.instant += timedelta(seconds=number % 2)
        made.append(await begin(replica, title=f"Draft {number}"))
    replica.clock.instant += timedelta(minutes=1)
    await put(replica, made[0], petite(1))
    titles, token = [], ""
    while True:
        asked = messages.ListDraftsRequest(page_size=2, page_token=token)
        page = await replica.call("ListDrafts", asked, ANN)
        titles.append([draft.title for draft in page.drafts])
        token = page.next_page_token
        if not token:
            break
    assert titles == [["Draft 0", "Draft 4"], ["Draft 3", "Draft 2"], ["Draft 1"]]


async def test_drafts_are_listed_by_what_became_of_them(replica: Replica) -> None:
    await begin(replica, title="Open")
    gone = await begin(replica, title="Gone")
    await replica.call("DiscardDraft", messages.DiscardDraftRequest(draft_id=gone.id), ANN)
    await publish_draft(replica, await begin(replica, title="Out"))
    found = {
        status: [
            draft.title
            for draft in (await replica.call("ListDrafts", messages.ListDraftsRequest(status=status), ANN)).drafts
        ]
        for status in (1, 2, 3)
    }
    assert found == {1: ["Open"], 2: ["Out"], 3: ["Gone"]}


@pytest.mark.parametrize("rpc", ["ListDrafts", "ListCatalogVersions"])
async def test_a_page_token_of_another_list_is_refused(replica: Replica, rpc: str) -> None:
    await begin(replica)
    await begin(replica)
    asked = messages.ListDraftsRequest(page_size=1, status=messages.DRAFT_STATUS_OPEN)
    other = (await replica.call("ListDrafts", asked, ANN)).next_page_token
    tokens = ("nonsense", "ä", other[:-4], *([other] if rpc == "ListCatalogVersions" else []))
    for token in tokens:
        with pytest.raises(Invalid) as refused:
            await replica.call(rpc, getattr(messages, f"{rpc}Request")(page_token=token), ANN)
        assert (refused.value.slug, refused.value.faults[0].field) == ("wrong_cursor", "page_token")


@pytest.mark.parametrize(
    "change", [catalog_changes.update().values(reason="Another."), catalog_changes.delete()], ids=["update", "delete"]
)
async def test_a_change_that_was_made_never_changes(replica: Replica, change: Any) -> None:
    await drafted(replica, petite(1))
    with pytest.raises(IntegrityError, match="never changes"):
        async with replica.database.transaction() as connection:
            await connection.execute(change)


async def test_a_closed_draft_never_changes_in_the_database_either(replica: Replica) -> None:
    draft = await drafted(replica, petite(1))
    await publish_draft(replica, draft)
    with pytest.raises(IntegrityError, match="never changes"):
        async with replica.database.transaction() as connection:
            await connection.execute(catalog_drafts.update().values(title="Another."))


async def test_a_draft_shows_its_latest_two_hundred_changes(replica: Replica) -> None:
    draft = await drafted(replica, petite(1))
    async with replica.database.transaction() as connection:
        copies = sql.select(
            catalog_changes.c.draft_id,
            sql.func.generate_series(3, 210),
            *(column for column in catalog_changes.c if column.name not in {"draft_id", "revision", "reason"}),
            sql.literal("Once more."),
        )
        names = [
            "draft_id",
            "revision",
            *(c.name for c in catalog_changes.c if c.name not in {"draft_id", "revision", "reason"}),
            "reason",
        ]
        await connection.execute(catalog_changes.insert().from_select(names, copies))
    changes = (await read(replica, draft.id)).changes
    assert [change.reason for change in changes] == ["Once more."] * 200


async def test_a_draft_of_very_long_changes_still_arrives(replica: Replica) -> None:
    draft = await drafted(replica)
    zip_codes = [f"{number:05}" for number in range(4_600)]
    for number in range(40):
        area = messages.CatalogEntry(service_area={"zone": "nj", "name": f"{number}", "zip_codes": zip_codes})  # type: ignore[arg-type]
        await put(replica, draft, area)
    changes = (await read(replica, draft.id)).changes
    assert [change.after.service_area.name for change in changes][-1] == "39"
    assert 20 < len(changes) < 40


async def test_a_draft_holds_no_more_zip_codes_than_can_be_published(replica: Replica) -> None:
    zip_codes = [f"{number:05}" for number in range(4_900)]
    area = messages.CatalogEntry(service_area={"zone": "nj", "name": "New Jersey", "zip_codes": zip_codes})  # type: ignore[arg-type]
    with pytest.raises(Conflict, match="5,000 ZIP codes at most") as refused:
        await put(replica, await drafted(replica), area)
    assert (refused.value.slug, refused.value.faults[0].field) == ("too_many_entries", "entry")


async def test_every_member_that_staff_can_set_is_one_that_the_draft_gives_back(replica: Replica) -> None:
    window = changed("mini_move_package", "Full Move", one_hour_window_cents=0)
    draft = await drafted(replica, window)
    packages = (await read(replica, draft.id)).catalog.mini_move_packages
    assert [package.HasField("one_hour_window_cents") for package in packages] == [False, False, True]
