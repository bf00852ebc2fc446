"""Discount codes as staff keep them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from callers import BOOKING, CUSTOMER_ADA, STAFF, STAFF_ID, STAFF_WITHOUT_PERMISSIONS
from chassis.messaging_schema import OUTBOX
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound
from first_catalog import NOW
from google.protobuf.timestamp_pb2 import Timestamp
from pricing.messages import service_type_value
from pricing_server import Replica
from promotions_made import promote
from requests_on_the_wire import preview, redemption
from totetaxi.pricing.v1.events_pb2 import AuditRecorded
from totetaxi.pricing.v1.promotion_service_pb2 import (
    CreatePromotionRequest,
    GetPromotionRequest,
    ListPromotionsRequest,
    ListPromotionsResponse,
    Promotion,
    UpdatePromotionRequest,
)


def at(moment: Any) -> Timestamp:
    message = Timestamp()
    message.FromDatetime(moment)
    return message


async def update(replica: Replica, promotion: Promotion, **members: Any) -> Promotion:
    asked = UpdatePromotionRequest(promotion_id=promotion.id, reason="Too many.", **members)
    changed: Promotion = (await replica.call("UpdatePromotion", asked, STAFF)).promotion
    return changed


async def listed(replica: Replica, **members: Any) -> ListPromotionsResponse:
    answer: ListPromotionsResponse = await replica.call("ListPromotions", ListPromotionsRequest(**members), STAFF)
    return answer


async def test_a_promotion_is_kept_as_it_was_made(replica: Replica) -> None:
    made = await promote(
        replica,
        "Summer-27",
        minimum_spend_cents=50_000,
        service_types=[service_type_value("mini_move")],
        ends_at=at(NOW + timedelta(days=30)),
        total_limit=7,
        per_customer_limit=1,
        is_first_booking_only=True,
    )
    assert (made.terms.code, made.terms.promotion_id, made.created_by) == ("SUMMER-27", made.id, STAFF_ID)
    assert (made.starts_at.ToDatetime(NOW.tzinfo), made.use_count) == (NOW, 0)
    found = (await replica.call("GetPromotion", GetPromotionRequest(promotion_id=made.id), STAFF)).promotion
    assert found == made


async def test_a_code_is_given_out_once_for_ever(replica: Replica) -> None:
    made = await promote(replica, "SUMMER")
    await update(replica, made, ends_at=at(NOW))
    with pytest.raises(Conflict) as refused:
        await promote(replica, "summer")
    assert (refused.value.slug, refused.value.faults[0].field) == ("promotion_code_taken", "code")


@pytest.mark.parametrize(
    ("members", "field"),
    [
        ({"basis_points": 0}, "basis_points"),
        ({"basis_points": 1, "fixed_amount_cents": 1}, "basis_points"),
        ({"ends_at": at(NOW)}, "ends_at"),
        ({"code": "A B"}, "code"),
        ({"basis_points": 10_001}, "basis_points"),
    ],
)
async def test_a_promotion_that_makes_no_sense_is_refused(
    replica: Replica, members: dict[str, Any], field: str
) -> None:
    asked = CreatePromotionRequest(**{"code": "SUMMER", "name": "Summer", "basis_points": 1_000} | members)
    with pytest.raises(Invalid) as refused:
        await replica.call("CreatePromotion", asked, STAFF)
    assert refused.value.faults[0].field == field


async def test_staff_change_limits_and_end_it_and_are_written_down(replica: Replica) -> None:
    made = await promote(replica, total_limit=7)
    changed = await update(replica, made, total_limit=0, per_customer_limit=2)
    assert (changed.total_limit, changed.per_customer_limit, changed.HasField("ends_at")) == (0, 2, False)
    ended = await update(replica, made, ends_at=at(NOW - timedelta(days=1)))
    assert (ended.ends_at.ToDatetime(NOW.tzinfo), ended.per_customer_limit) == (NOW, 2)
    with pytest.raises(Invalid):
        await replica.call("PreviewPrice", preview(promotion_code="SUMMER"))
    async with replica.database.reading() as connection:
        said = (await connection.execute(sql.select(OUTBOX.c.payload).order_by(OUTBOX.c.position))).scalars().all()
    acts = [AuditRecorded.FromString(payload).act for payload in said]
    assert [act.action for act in acts] == ["promotion.created", "promotion.updated", "promotion.updated"]
    assert {act.subject_id for act in acts} == {made.id}
    assert ('"total_limit":7' in acts[1].before, '"total_limit":0' in acts[1].after) == (True, True)
    assert (acts[1].actor_id, acts[1].reason) == (STAFF_ID, "Too many.")


async def test_promotions_are_listed_newest_first_page_by_page(replica: Replica) -> None:
    made = [await promote(replica, f"CODE-{number}") for number in range(5)]
    first = await listed(replica, page_size=3)
    last = await listed(replica, page_size=3, page_token=first.next_page_token)
    assert [*first.promotions, *last.promotions] == made[::-1]
    assert (len(first.promotions), last.next_page_token) == (3, "")
    with pytest.raises(Invalid) as refused:
        await listed(replica, page_token="elsewhere")
    assert refused.value.slug == "wrong_cursor"


async def test_only_what_can_be_used_now_is_listed_where_that_is_asked(replica: Replica) -> None:
    current = await promote(replica, "CURRENT")
    await promote(replica, "LATER", starts_at=at(NOW + timedelta(days=1)))
    await update(replica, await promote(replica, "OVER"), ends_at=at(NOW))
    await promote(replica, "GONE", total_limit=1)
    await replica.call("RedeemQuote", redemption("try-1", promotion_code="GONE"), BOOKING)
    assert list((await listed(replica, only_current=True)).promotions) == [current]
    counts = {promotion.terms.code: promotion.use_count for promotion in (await listed(replica)).promotions}
    assert counts == {"GONE": 1, "OVER": 0, "LATER": 0, "CURRENT": 0}


async def test_only_those_who_manage_the_catalogue_see_or_change_promotions(replica: Replica) -> None:
    made = await promote(replica)
    calls = [
        ("CreatePromotion", CreatePromotionRequest(code="ANOTHER", name="Another", basis_points=1)),
        ("UpdatePromotion", UpdatePromotionRequest(promotion_id=made.id, reason="Why not.")),
        ("GetPromotion", GetPromotionRequest(promotion_id=made.id)),
        ("ListPromotions", ListPromotionsRequest()),
    ]
    for method, request in calls:
        for caller in (CUSTOMER_ADA, STAFF_WITHOUT_PERMISSIONS, BOOKING):
            with pytest.raises(NotAllowed):
                await replica.call(method, request, caller)


async def test_a_promotion_nobody_made_is_not_found(replica: Replica) -> None:
    nobody = "018f0000-0000-7000-8000-000000000000"
    with pytest.raises(NotFound):
        await replica.call("GetPromotion", GetPromotionRequest(promotion_id=nobody), STAFF)
    with pytest.raises(NotFound):
        await update(replica, Promotion(id=nobody), total_limit=1)
