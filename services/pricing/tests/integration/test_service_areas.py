"""Where a ZIP code belongs."""

from __future__ import annotations

import pytest
from chassis.refusal import Invalid
from first_catalog import CATALOG
from pricing_server import Replica
from totetaxi.pricing.v1.pricing_service_pb2 import ResolveServiceAreaRequest, ResolveServiceAreaResponse


async def resolved(replica: Replica, zip_code: str) -> ResolveServiceAreaResponse:
    asked = ResolveServiceAreaRequest(zip_code=zip_code)
    answer: ResolveServiceAreaResponse = await replica.call("ResolveServiceArea", asked)
    return answer


@pytest.mark.parametrize(
    ("zip_code", "zone", "cents", "is_local"),
    [
        ("10001", "manhattan", 0, False),
        ("11937-1234", "hamptons", 0, True),
        ("11954", "hamptons_east", 12_000, True),
        ("07030", "nj", 22_000, False),
    ],
)
async def test_a_zip_code_is_in_its_area(
    replica: Replica, zip_code: str, zone: str, cents: int, is_local: bool
) -> None:
    answer = await resolved(replica, zip_code)
    assert (answer.service_area.zone, answer.service_area.surcharge_cents) == (zone, cents)
    assert answer.service_area.name
    assert list(answer.service_area.zip_codes) == []
    assert answer.is_local_move_area == is_local


async def test_a_zip_code_outside_is_refused_naming_what_we_serve(replica: Replica) -> None:
    with pytest.raises(Invalid) as refused:
        await resolved(replica, "90210")
    assert (refused.value.slug, refused.value.faults[0].field) == ("outside_service_area", "zip_code")
    assert all(area.name in refused.value.message for area in CATALOG.service_areas)


@pytest.mark.parametrize("zip_code", ["", "1000", "10001-", "ABCDE"])
async def test_what_is_no_zip_code_is_refused(replica: Replica, zip_code: str) -> None:
    with pytest.raises(Invalid) as refused:
        await resolved(replica, zip_code)
    assert [fault.field for fault in refused.value.faults] == ["zip_code"]
