"""The life of a draft: made from a version, changed, looked at, thrown away."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from drafting import ANN, BOB, begin, certificate, changed, drafted, entry_named, petite, put, read, remove
from first_catalog import CATALOG, NOW, PACKAGES
from pricing.entry_messages import entry_message
from pricing_server import Replica
from totetaxi.pricing.v1 import catalog_service_pb2 as messages

SPECIALTY_ITEM = messages.ENTRY_KIND_SPECIALTY_ITEM
CRIB = "ccfeae7b-0047-59e3-90c9-d5fa2750475d"


async def test_a_draft_begins_as_a_copy_of_the_version_in_force(replica: Replica) -> None:
    draft = await begin(replica)
    assert (draft.base_number, draft.revision, draft.created_by) == (1, 1, "ann")
    assert draft.status == messages.DRAFT_STATUS_OPEN
    assert draft.created_at.ToDatetime(NOW.tzinfo) == NOW
    found = await read(replica, draft.id)
    assert (found.draft, list(found.changes)) == (draft, [])
    assert found.catalog.version == 0
    assert not found.catalog.HasField("effective_at")
    published = await replica.call("GetCatalogVersion", messages.GetCatalogVersionRequest(number=1), ANN)
    found.catalog.version = 1
    found.catalog.effective_at.CopyFrom(published.catalog.effective_at)
    assert found.catalog == published.catalog


async def test_a_draft_can_be_made_of_no_version_that_is_not_there(replica: Replica) -> None:
    with pytest.raises(NotFound, match="no catalogue version 7") as refused:
        await begin(replica, base_number=7)
    assert refused.value.faults[0].field == "base_number"


async def test_a_change_is_kept_with_who_made_it_and_why_as_it_was_and_as_it_is(replica: Replica) -> None:
    draft = await begin(replica)
    answer = await put(replica, draft, petite(105_000), BOB, revision=1)
    assert (answer.draft.revision, answer.entry) == (2, petite(105_000))
    found = await read(replica, draft.id)
    assert found.catalog.mini_move_packages[0].base_price_cents == 105_000
    [change] = found.changes
    assert (change.changed_by, change.reason) == ("bob", "Fuel is dearer.")
    assert (change.kind, change.key) == (messages.ENTRY_KIND_MINI_MOVE_PACKAGE, PACKAGES["petite"])
    assert (change.before, change.after) == (petite(99_500), petite(105_000))


async def test_changes_are_told_oldest_first(replica: Replica) -> None:
    draft = await drafted(replica, petite(1), petite(2), certificate(3))
    changes = (await read(replica, draft.id)).changes
    assert [change.kind for change in changes] == [1, 1, messages.ENTRY_KIND_GENERAL_TERMS]
    assert [change.before for change in changes[:2]] == [petite(99_500), petite(1)]


async def test_putting_what_is_there_already_changes_nothing(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000))
    assert (await put(replica, draft, petite(105_000))).draft == draft
    assert len((await read(replica, draft.id)).changes) == 1


async def test_an_entry_without_an_id_gets_one(replica: Replica) -> None:
    draft = await begin(replica)
    kayak = changed("specialty_item", "Surfboard", id="", item_type="kayak", name="Kayak")
    entry = (await put(replica, draft, kayak)).entry
    assert UUID(entry.specialty_item.id).version == 7
    items = (await read(replica, draft.id)).catalog.specialty_items
    assert entry.specialty_item in items
    assert len(items) == len(CATALOG.specialty_items) + 1


async def test_a_removed_entry_is_gone_and_stays_in_the_history(replica: Replica) -> None:
    draft = await begin(replica)
    assert (await remove(replica, draft, SPECIALTY_ITEM, CRIB)).draft.revision == 2
    found = await read(replica, draft.id)
    assert CRIB not in {item.id for item in found.catalog.specialty_items}
    [change] = found.changes
    assert change.before == entry_message("specialty_item", entry_named("specialty_item", "Crib"))
    assert not change.HasField("after")
    with pytest.raises(NotFound) as refused:
        await remove(replica, draft, SPECIALTY_ITEM, CRIB)
    assert (refused.value.slug, refused.value.faults[0].field) == ("entry_not_found", "key")


async def test_rates_that_exist_once_cannot_be_removed(replica: Replica) -> None:
    draft = await begin(replica)
    with pytest.raises(Invalid, match="exists once") as refused:
        await remove(replica, draft, messages.ENTRY_KIND_MINI_STORAGE, "-")
    assert refused.value.slug == "entry_stays"


async def test_every_kind_of_entry_can_be_put_and_comes_back_as_it_was_put(replica: Replica) -> None:
    draft = await begin(replica)
    entries = [
        certificate(1),
        changed("organizing_service", "Full Packing", price_cents=1),
        changed("specialty_item", "Crib", price_cents=1),
        changed("standard_delivery", "standard delivery", allows_specialty_items=True),
        changed("blade_luggage", "blade luggage", airports=("JFK", "EWR", "LGA")),
        changed("mini_storage", "mini storage", maximum_months=1),
        changed("local_moves", "local moves", zones=frozenset({"hamptons"})),
        changed("surcharge_rule", "Weekend", weekdays=frozenset(), dates=("2027-01-01", "2027-01-02")),
        changed("service_area", "Manhattan", zip_codes=("10001",)),
    ]
    for entry in entries:
        assert (await put(replica, draft, entry)).entry == entry
    assert [change.after for change in (await read(replica, draft.id)).changes] == entries


async def test_only_the_revision_that_was_seen_is_changed(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000))
    for change in (
        put(replica, draft, petite(1), revision=1),
        remove(replica, draft, SPECIALTY_ITEM, CRIB, revision=1),
    ):
        with pytest.raises(Conflict, match="at revision 2 by now, not 1") as refused:
            await change
        assert (refused.value.slug, refused.value.faults[0].field) == ("draft_changed", "revision")
    assert len((await read(replica, draft.id)).changes) == 1


async def test_a_discarded_draft_stays_readable_and_is_never_changed_again(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000))
    discard = messages.DiscardDraftRequest(draft_id=draft.id)
    discarded = (await replica.call("DiscardDraft", discard, ANN)).draft
    assert (discarded.status, discarded.revision) == (messages.DRAFT_STATUS_DISCARDED, 3)
    assert (await read(replica, draft.id)).draft == discarded
    for change in (
        put(replica, draft, petite(1)),
        remove(replica, draft, SPECIALTY_ITEM, CRIB),
        replica.call("DiscardDraft", discard, ANN),
    ):
        with pytest.raises(Conflict, match="was discarded") as refused:
            await change
        assert refused.value.slug == "draft_closed"


async def test_a_draft_nobody_made_is_not_found(replica: Replica) -> None:
    nothing = messages.Draft(id=str(new_id()))
    for asked in (
        read(replica, nothing.id),
        put(replica, nothing, petite(1)),
        replica.call("ValidateDraft", messages.ValidateDraftRequest(draft_id=nothing.id), ANN),
    ):
        with pytest.raises(NotFound) as refused:
            await asked
        assert refused.value.slug == "draft_not_found"


async def test_a_draft_tells_everything_that_is_wrong_with_it(replica: Replica) -> None:
    cheap = replace(entry_named("mini_move_package", "Petite Move"), base_price_cents=-1, name="")
    draft = await drafted(replica, entry_message("mini_move_package", cheap), certificate(-1))
    answer = await replica.call("ValidateDraft", messages.ValidateDraftRequest(draft_id=draft.id), BOB)
    assert answer.revision == draft.revision
    place = f"mini_move_packages[{cheap.id}]"
    assert [fault.field for fault in answer.faults] == [
        f"{place}.name",
        f"{place}.base_price_cents",
        "general_terms.coi_fee_cents",
    ]
    assert answer.faults[2].message == "coi_fee_cents of general terms must be from 0 to 10,000,000."
