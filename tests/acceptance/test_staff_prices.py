"""Staff change prices over REST, and customers see it: drafts, publication, rollback, codes and replays."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from guest import Guest
from staff_member import StaffMember
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

SATURDAY = "2027-06-05"


@pytest.fixture
async def admin(stack: WholeStack) -> AsyncIterator[StaffMember]:
    """Somebody who may manage the catalogue."""
    member = await StaffMember(stack, "admin1").sign_in()
    yield member
    await member.browser.aclose()


async def saturday_surcharge(guest: Guest) -> float:
    """What the weekend adds to a petite move, in dollars."""
    return float((await guest.preview(pickup_date=SATURDAY))["pricing"]["surcharge_dollars"])


async def test_a_published_draft_changes_the_price_and_a_rollback_changes_it_back(
    guest: Guest, admin: StaffMember
) -> None:
    before = await saturday_surcharge(guest)
    number = (await admin.ask("GET", "catalog/versions/"))["versions"][0]["number"]
    draft = (await admin.ask("POST", "catalog/drafts/", status=201, json={"title": "Dearer weekends"}))["draft"]
    place = f"catalog/drafts/{draft['id']}"
    rules = (await admin.ask("GET", f"{place}/"))["catalog"]["surcharge_rules"]
    weekend = next(rule for rule in rules if rule["surcharge_type"] == "weekend")
    dearer = {"entry": {**weekend, "basis_points": 3_000}, "reason": "Weekends are full"}
    await admin.ask("PUT", f"{place}/entries/surcharge_rule/{weekend['id']}/", json=dearer, headers={"If-Match": '"1"'})
    assert (await admin.ask("GET", f"{place}/validate/"))["is_valid"]
    [difference] = (await admin.ask("GET", f"{place}/diff/"))["differences"]
    assert difference["members"] == [{"member": "basis_points", "before": 1_500, "after": 3_000}]
    stale = {"If-Match": '"1"'}
    publication = {"reason": "Weekends are full", "is_immediate": True}
    await admin.ask("POST", f"{place}/publish/", status=412, json=publication, headers=stale)
    assert await saturday_surcharge(guest) == before
    await admin.ask("POST", f"{place}/publish/", status=201, json=publication, headers={"If-Match": '"2"'})

    async def is_dearer() -> bool:
        return await saturday_surcharge(guest) == 2 * before

    await until(is_dearer, 2)
    back = {"reason": "It was a trial"}
    restored = await admin.ask("POST", f"catalog/versions/{number}/rollback/", status=201, json=back)
    assert restored["version"]["restored_number"] == number

    async def is_as_before() -> bool:
        return await saturday_surcharge(guest) == before

    await until(is_as_before, 2)


async def test_a_discount_code_is_a_line_of_its_own_and_its_price_replays(guest: Guest, admin: StaffMember) -> None:
    code = f"SPRING-{uuid4().hex[:8]}".upper()
    terms = {"code": code, "name": "Spring", "basis_points": 1_000}
    made = (await admin.ask("POST", "promotions/", status=201, json=terms))["promotion"]
    priced = await guest.preview(promotion_code=code.lower())
    [discount] = [line for line in priced["lines"] if line["kind"] == "discount"]
    assert discount["amount_dollars"] == priced["pricing"]["discount_dollars"] < 0
    replayed = await admin.ask("POST", "quotes/replay/", json={"quote_id": priced["quote_id"]})
    assert replayed["is_same"]
    assert replayed["conditions"]["promotion"]["code"] == code
    ended = {"reason": "Over", "ends_at": made["starts_at"]}
    await admin.ask("PATCH", f"promotions/{made['id']}/", json=ended)
    refused = await guest.browser.post(
        "/api/public/pricing-preview/", json=await guest.order() | {"promotion_code": code}
    )
    assert refused.status_code in {400, 409}
    assert refused.json()["errors"][0]["field"] == "promotion_code"


async def test_who_may_not_manage_the_catalogue_is_told_so(stack: WholeStack) -> None:
    member = await StaffMember(stack, "staff1").sign_in()
    await member.ask("POST", "catalog/drafts/", status=403, json={"title": "Mine"})
    await member.browser.aclose()
