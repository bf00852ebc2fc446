"""A draft becomes a version: by whom, from when, and what keeps it from it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from chassis.events import subject_of
from chassis.messaging_schema import OUTBOX
from chassis.refusal import Conflict, Invalid, NotAllowed
from drafting import ANN, BOB, CAROL, begin, certificate, drafted, petite, publish_draft, put, read
from first_catalog import NOW
from google.protobuf.timestamp_pb2 import Timestamp
from pricing_server import Replica, serving
from requests_on_the_wire import preview
from totetaxi.pricing.v1 import catalog_service_pb2 as messages
from totetaxi.pricing.v1.events_pb2 import AuditRecorded, CatalogPublished

MIDNIGHT = datetime(2027, 1, 3, 5, tzinfo=UTC)


async def previewed(replica: Replica) -> tuple[int, int]:
    price = (await replica.call("PreviewPrice", preview(coi_required=True))).price
    return price.catalog_version, price.total_cents


async def said(replica: Replica, event: type[Any]) -> list[Any]:
    question = sql.select(OUTBOX.c.payload).where(OUTBOX.c.subject == subject_of(event)).order_by(OUTBOX.c.position)
    async with replica.database.reading() as connection:
        return [event.FromString(payload) for payload in (await connection.execute(question)).scalars()]


async def test_a_published_draft_is_the_next_version_with_all_that_led_to_it(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000))
    version = await publish_draft(replica, draft)
    assert (version.number, version.base_number, version.restored_number) == (2, 1, 0)
    assert (version.published_by, version.reason) == ("bob", "Agreed on Monday.")
    assert version.state == messages.VERSION_STATE_IN_FORCE
    assert version.published_at.ToDatetime(UTC) == version.effective_at.ToDatetime(UTC) == NOW
    published = (await read(replica, draft.id)).draft
    assert (published.status, published.published_number) == (messages.DRAFT_STATUS_PUBLISHED, 2)
    stored = await replica.call("GetCatalogVersion", messages.GetCatalogVersionRequest(number=2), ANN)
    assert stored.version == version
    assert (stored.catalog.version, stored.catalog.mini_move_packages[0].base_price_cents) == (2, 105_000)


async def test_a_published_draft_is_what_customers_pay(replica: Replica, eventually: Any) -> None:
    await publish_draft(replica, await drafted(replica, petite(105_000), certificate(6_000)))

    async def costs_more() -> bool:
        return await previewed(replica) == (2, 111_000)

    await eventually(costs_more, within_seconds=1)


async def test_a_version_holds_from_the_next_midnight_in_new_york(replica: Replica, eventually: Any) -> None:
    version = await publish_draft(replica, await drafted(replica, petite(105_000)), is_immediate=False)
    assert version.effective_at.ToDatetime(UTC) == MIDNIGHT
    assert version.state == messages.VERSION_STATE_SCHEDULED
    replica.clock.instant = MIDNIGHT - timedelta(microseconds=1)
    assert await previewed(replica) == (1, 104_500)
    replica.clock.instant = MIDNIGHT

    async def costs_more() -> bool:
        return await previewed(replica) == (2, 110_000)

    await eventually(costs_more)


@pytest.mark.parametrize(
    ("members", "slug"),
    [
        ({"effective_at": NOW - timedelta(seconds=1)}, "effective_in_the_past"),
        ({"effective_at": NOW + timedelta(days=367)}, "effective_too_late"),
        ({"effective_at": NOW + timedelta(days=1), "is_immediate": True}, "effective_twice"),
        ({"effective_at": Timestamp(seconds=10**15)}, "no_such_instant"),
    ],
)
async def test_a_wrong_instant_is_refused(replica: Replica, members: dict[str, Any], slug: str) -> None:
    draft = await begin(replica)
    with pytest.raises(Invalid) as refused:
        await publish_draft(replica, draft, **members)
    assert (refused.value.slug, refused.value.faults[0].field) == (slug, "effective_at")
    assert (await read(replica, draft.id)).draft == draft


async def test_nobody_publishes_what_they_worked_on_themselves(replica: Replica) -> None:
    draft = await begin(replica, by=ANN)
    draft = (await put(replica, draft, petite(105_000), by=BOB)).draft
    for author in (ANN, BOB):
        with pytest.raises(NotAllowed, match="somebody else") as refused:
            await publish_draft(replica, draft, by=author)
        assert refused.value.slug == "second_person_needed"
    assert (await publish_draft(replica, draft, by=CAROL)).published_by == "carol"


async def test_one_person_is_enough_on_a_local_stack(url: str) -> None:
    async with serving(url, environment="local") as replica:
        assert (await publish_draft(replica, await drafted(replica, petite(1)), by=ANN)).number == 2


async def test_a_faulty_draft_is_refused_with_every_reason(replica: Replica) -> None:
    draft = await drafted(replica, petite(-1), certificate(-1))
    with pytest.raises(Conflict, match="can't be published as it is") as refused:
        await publish_draft(replica, draft)
    assert refused.value.slug == "draft_invalid"
    asked = messages.ValidateDraftRequest(draft_id=draft.id)
    faults = (await replica.call("ValidateDraft", asked, ANN)).faults
    assert [fault.field for fault in refused.value.faults] == [fault.field for fault in faults]
    assert len(faults) == 2


async def test_a_draft_with_very_many_faults_is_refused_in_an_answer_that_arrives(replica: Replica) -> None:
    draft = await drafted(replica, *(petite_item(number) for number in range(60)))
    with pytest.raises(Conflict, match="ValidateDraft tells all 120 reasons") as refused:
        await publish_draft(replica, draft)
    assert 10 < len(refused.value.faults) < 120


def petite_item(number: int) -> messages.CatalogEntry:
    """An item with two faults and long words."""
    item = {"name": "W" * 200, "description": "A tall box.", "item_type": f"box_{number}", "price_cents": -1}
    return messages.CatalogEntry(specialty_item=item)  # type: ignore[arg-type] # a message may be a dict


async def test_only_the_revision_that_was_reviewed_is_published(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000))
    await put(replica, draft, petite(1))
    with pytest.raises(Conflict) as refused:
        await publish_draft(replica, draft, revision=draft.revision)
    assert refused.value.slug == "draft_changed"


async def test_a_draft_that_another_publication_overtook_is_refused(replica: Replica) -> None:
    first, second = await drafted(replica, petite(105_000)), await drafted(replica, certificate(6_000))
    await publish_draft(replica, first)
    with pytest.raises(Conflict, match="make a new draft from version 2") as refused:
        await publish_draft(replica, second)
    assert refused.value.slug == "draft_outdated"
    again = await drafted(replica, certificate(6_000), base_number=2)
    assert (await publish_draft(replica, again)).base_number == 2


async def test_an_urgent_change_goes_ahead_of_a_scheduled_one_that_has_it_too(replica: Replica) -> None:
    await publish_draft(replica, await drafted(replica, petite(105_000)), effective_at=MIDNIGHT)
    urgent = await drafted(replica, certificate(6_000), base_number=1)
    with pytest.raises(Conflict, match="Version 2 takes over on 2027-01-03 00:00") as refused:
        await publish_draft(replica, urgent)
    assert refused.value.slug == "undone_later"
    both = await drafted(replica, certificate(6_000), base_number=2)
    assert (await publish_draft(replica, both, effective_at=MIDNIGHT)).number == 3
    assert (await publish_draft(replica, urgent)).state == messages.VERSION_STATE_IN_FORCE
    states = (await replica.call("ListCatalogVersions", messages.ListCatalogVersionsRequest(), ANN)).versions
    assert [(version.number, messages.VersionState.Name(version.state)[14:]) for version in states] == [
        (4, "IN_FORCE"),
        (3, "SCHEDULED"),
        (2, "PAST"),
        (1, "PAST"),
    ]


async def test_everybody_is_told_and_every_act_is_on_record(replica: Replica) -> None:
    draft = await drafted(replica, petite(105_000))
    version = await publish_draft(replica, draft)
    [event] = await said(replica, CatalogPublished)
    assert (event.catalog_version_id, event.version, event.reason) == (version.id, 2, version.reason)
    assert event.effective_at == version.effective_at
    acts = [recorded.act for recorded in await said(replica, AuditRecorded)]
    assert [(act.action, act.actor_id, act.subject_type, act.reason) for act in acts] == [
        ("draft.created", "ann", "catalog_draft", ""),
        ("draft.changed", "ann", "catalog_draft", "Fuel is dearer."),
        ("draft.published", "bob", "catalog_version", "Agreed on Monday."),
    ]
    assert (acts[1].subject_id, acts[2].subject_id) == (draft.id, version.id)
    assert '"base_price_cents":99500' in acts[1].before
    assert '"base_price_cents":105000' in acts[1].after


async def test_a_refused_publication_leaves_nothing_behind(replica: Replica) -> None:
    draft = await drafted(replica, petite(-1))
    before = len(await said(replica, AuditRecorded))
    with pytest.raises(Conflict):
        await publish_draft(replica, draft, by=CAROL)
    assert (await read(replica, draft.id)).draft == draft
    assert await said(replica, CatalogPublished) == []
    assert len(await said(replica, AuditRecorded)) == before
