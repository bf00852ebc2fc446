"""Discount codes, for staff over REST."""

import pytest
from chassis.refusal import Conflict, NotFound
from contract_messages import NOON, timestamp
from totetaxi.pricing.v1 import catalog_pb2, price_pb2
from totetaxi.pricing.v1 import promotion_service_pb2 as message

PROMOTIONS = "/api/staff/promotions/"
PROMOTION_ID = "01998f0e-5d1c-7c59-9f43-0000000000c1"
PROMOTION = f"{PROMOTIONS}{PROMOTION_ID}/"
SUMMER = {"code": "summer-15", "name": "Summer 2027", "basis_points": 1_500, "service_types": ["mini_move"]}


def promotion() -> message.Promotion:
    return message.Promotion(
        id=PROMOTION_ID,
        terms=price_pb2.PromotionTerms(promotion_id=PROMOTION_ID, code="SUMMER-15", basis_points=1_500),
        service_types=[catalog_pb2.SERVICE_TYPE_MINI_MOVE],
        starts_at=timestamp(NOON),
        use_count=3,
        created_at=timestamp(NOON),
    )


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    network.answers |= {
        "CreatePromotion": lambda _: message.CreatePromotionResponse(promotion=promotion()),
        "GetPromotion": lambda _: message.GetPromotionResponse(promotion=promotion()),
        "UpdatePromotion": lambda _: message.UpdatePromotionResponse(promotion=promotion()),
        "ListPromotions": lambda _: message.ListPromotionsResponse(promotions=[promotion()], next_page_token="further"),
    }


async def test_a_code_is_made_with_its_terms(staff, network) -> None:
    answer = await staff.post(PROMOTIONS, json={**SUMMER, "ends_at": "2027-09-01T00:00:00-04:00"})
    assert (answer.status_code, answer.headers["location"]) == (201, PROMOTION)
    asked = network.asked("CreatePromotion")[0].request
    assert (asked.code, asked.basis_points) == ("summer-15", 1_500)
    assert list(asked.service_types) == [catalog_pb2.SERVICE_TYPE_MINI_MOVE]
    assert asked.ends_at.ToJsonString() == "2027-09-01T04:00:00Z"
    assert not asked.HasField("starts_at")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "x"}, "code"),
        ({"code": "SUMMER 15"}, "code"),
        ({"basis_points": 10_001}, "basis_points"),
        ({"fixed_amount_cents": -1}, "fixed_amount_cents"),
        ({"total_limit": 10**7}, "total_limit"),
        ({"starts_at": "2027-06-01"}, "starts_at"),
        ({"use_count": 0}, "use_count"),
    ],
)
async def test_a_wrong_code_names_the_member_and_asks_nobody(staff, network, changes, field: str) -> None:
    answer = await staff.post(PROMOTIONS, json={**SUMMER, **changes})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)
    assert network.asked("CreatePromotion") == []


async def test_a_code_that_exists_is_409(staff, network) -> None:
    def taken(_: object) -> None:
        raise Conflict("code_taken", "There is a code SUMMER-15 already.", "code")

    network.answers["CreatePromotion"] = taken
    answer = await staff.post(PROMOTIONS, json=SUMMER)
    assert (answer.status_code, answer.json()["code"]) == (409, "code_taken")


async def test_codes_come_page_by_page_with_how_often_they_were_used(staff, network) -> None:
    answer = (await staff.get(PROMOTIONS, params={"only_current": True, "cursor": "here", "page_size": 1})).json()
    assert (answer["promotions"][0]["use_count"], answer["next_cursor"]) == (3, "further")
    asked = network.asked("ListPromotions")[0].request
    assert (asked.only_current, asked.page_token, asked.page_size) == (True, "here", 1)


async def test_a_code_is_found_by_its_id(staff) -> None:
    shown = (await staff.get(PROMOTION)).json()["promotion"]
    assert (shown["terms"]["code"], shown["ends_at"], shown["service_types"]) == ("SUMMER-15", None, ["mini_move"])


async def test_an_unknown_code_is_404(staff, network) -> None:
    def unknown(_: object) -> None:
        raise NotFound("promotion_unknown", "There is no such promotion.")

    network.answers["GetPromotion"] = unknown
    assert (await staff.get(PROMOTION)).status_code == 404


async def test_only_what_was_sent_changes(staff, network) -> None:
    await staff.patch(PROMOTION, json={"reason": "Enough", "total_limit": 0})
    asked = network.asked("UpdatePromotion")[0].request
    assert (asked.promotion_id, asked.total_limit, asked.HasField("total_limit")) == (PROMOTION_ID, 0, True)
    assert not asked.HasField("per_customer_limit")
    assert not asked.HasField("ends_at")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"reason": "Why"}, "must change at least one of"),
        ({"total_limit": 5}, "reason is required"),
        ({"reason": "Why", "ends_at": None}, "can't be null"),
        ({"reason": "Why", "basis_points": 1}, "is not a member"),
    ],
)
async def test_a_change_that_would_do_nothing_or_too_much_is_refused(staff, network, body, said: str) -> None:
    answer = await staff.patch(PROMOTION, json=body)
    assert answer.status_code == 400
    assert said in answer.json()["detail"]
    assert network.asked("UpdatePromotion") == []
