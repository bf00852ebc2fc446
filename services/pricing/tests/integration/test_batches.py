"""Many prices at once: each as it is alone, all of one version, refusals in their places."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from callers import ADA, CUSTOMER_ADA, VISITOR
from chassis.refusal import Invalid, Refusal
from first_catalog import CASES, ITEMS
from options_published import DEMAND_CONTENT
from pricing_server import Replica
from promotions_made import credit, promote
from requests_on_the_wire import batch, case_message, preview, request_message
from totetaxi.pricing.v1.price_pb2 import PriceRequest
from totetaxi.pricing.v1.pricing_service_pb2 import BatchPreviewPricesResponse, PreviewPriceRequest
from versions import dearer, publish


async def priced(replica: Replica, *requests: PriceRequest, caller: Any = VISITOR) -> BatchPreviewPricesResponse:
    answer: BatchPreviewPricesResponse = await replica.call("BatchPreviewPrices", batch(*requests), caller)
    return answer


async def test_every_price_of_a_batch_is_what_it_is_alone(replica: Replica) -> None:
    requests = [case_message(case["request"]) for case in CASES]
    answer = await priced(replica, *requests)
    assert answer.catalog_version == 1
    for case, request, result in zip(CASES, requests, answer.results, strict=True):
        alone = (await replica.call("PreviewPrice", PreviewPriceRequest(request=request))).price
        assert result.price == alone
        assert result.price.total_cents == case["expect"]["total_cents"]


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"mini_move_package_id": "x"}, "unknown_package", "mini_move_package_id"),
    ({"pickup_date": "2026-12-31"}, "pickup_in_the_past", "pickup_date"),
    ({"pickup_date": "2027-02-30"}, "no_such_date", "pickup_date"),
    ({"pickup_date": "soon"}, "invalid_request", "pickup_date"),
    ({"pickup_zip_code": "90210"}, "outside_service_area", "pickup_zip_code"),
    ({"pickup_zip_code": "1000"}, "invalid_request", "pickup_zip_code"),
    ({"service_type": "b2b_popup", "mini_move_package_id": ""}, "quoted_by_staff", "service_type"),
    ({"promotion_code": "NOBODYS"}, "promotion_unknown", "promotion_code"),
    ({"use_credit": True}, "credit_needs_account", "use_credit"),
]


async def test_a_request_without_a_price_is_refused_in_its_place_as_it_is_alone(replica: Replica) -> None:
    wrong = [request_message(**members) for members, _, _ in REFUSED]
    right = request_message()
    answer = await priced(replica, right, *wrong, right)
    assert [result.WhichOneof("result") for result in answer.results] == ["price", *["refusal"] * len(wrong), "price"]
    for (_, slug, field), request, result in zip(REFUSED, wrong, answer.results[1:-1], strict=True):
        assert (result.refusal.slug, result.refusal.faults[0].field) == (slug, field)
        with pytest.raises(Refusal) as alone:
            await replica.call("PreviewPrice", PreviewPriceRequest(request=request))
        assert (alone.value.slug, alone.value.message) == (slug, result.refusal.message)
        assert [(fault.field, fault.message) for fault in result.refusal.faults] == [
            (fault.field, fault.message) for fault in alone.value.faults
        ]


async def test_every_member_at_fault_is_named(replica: Replica) -> None:
    answer = await priced(replica, request_message("mini_storage", months=2, bag_count=2, airport="JFK"))
    assert [fault.field for fault in answer.results[0].refusal.faults] == ["bag_count", "airport"]


@pytest.mark.parametrize("count", [0, 501])
async def test_a_batch_is_of_one_to_five_hundred(replica: Replica, count: int) -> None:
    with pytest.raises(Invalid) as refused:
        await priced(replica, *[request_message()] * count)
    assert [fault.field for fault in refused.value.faults] == ["requests"]


async def test_codes_and_credit_count_for_each_of_them(replica: Replica) -> None:
    await promote(replica)
    await credit(replica, ADA, 1_000)
    answer = await priced(
        replica,
        request_message(),
        request_message(promotion_code="summer"),
        request_message(use_credit=True),
        request_message(promotion_code="SUMMER", use_credit=True),
        caller=CUSTOMER_ADA,
    )
    totals = [result.price.total_cents for result in answer.results]
    assert totals == [99_500, 89_550, 98_500, 88_550]


async def test_ones_own_credit_is_never_anothers_price(replica: Replica) -> None:
    await credit(replica, ADA, 1_000)
    asked = preview(use_credit=True)
    for _ in range(2):
        assert (await replica.call("PreviewPrice", asked, CUSTOMER_ADA)).price.credit_cents == -1_000
    assert (await replica.call("PreviewPrice", preview())).price.credit_cents == 0


async def test_demand_counts_in_a_batch(replica: Replica, eventually: Any) -> None:
    await publish(replica.database, 2, DEMAND_CONTENT)

    async def is_known() -> bool:
        return (await priced(replica, request_message())).catalog_version == 2

    await eventually(is_known)
    (result,) = (await priced(replica, request_message())).results
    assert (result.price.demand_cents, result.price.total_cents) == (0, 99_500)


async def test_a_large_batch_is_of_one_version_while_new_ones_are_published(replica: Replica) -> None:
    requests = [request_message(coi_required=True)] * 500
    seen: set[int] = set()
    published = asyncio.Event()

    async def batches() -> None:
        while not published.is_set() or 5 not in seen:
            answer = await priced(replica, *requests)
            number = answer.catalog_version
            assert {result.price.catalog_version for result in answer.results} == {number}
            assert {result.price.total_cents for result in answer.results} == {104_500 + 2_000 * (number - 1)}
            seen.add(number)

    async with asyncio.TaskGroup() as together:
        for _ in range(4):
            together.create_task(batches())
        for number in range(2, 6):
            await publish(replica.database, number, dearer((number - 1) * 1_000))
        published.set()


async def test_an_answer_larger_than_grpcs_own_limit_arrives(replica: Replica, eventually: Any) -> None:
    content = dearer(0)
    for item in content["specialty_items"]:
        item["description"] = "Carried with great care. " * 12
    await publish(replica.database, 2, content)
    wanted = [request_message("specialty_item", specialty_item_ids=list(ITEMS.values()) * 12)] * 500

    async def is_large() -> bool:
        answer = await priced(replica, *wanted)
        return answer.catalog_version == 2 and answer.ByteSize() > 4 * 1024 * 1024

    await eventually(is_large)
