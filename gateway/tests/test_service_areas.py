"""Where a ZIP code belongs, over REST."""

import pytest
from chassis.refusal import Invalid
from totetaxi.pricing.v1 import catalog_pb2
from totetaxi.pricing.v1.pricing_service_pb2 import ResolveServiceAreaResponse

MONTAUK = "/api/public/service-areas/11954/"


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    area = catalog_pb2.ServiceArea(zone="hamptons_east", name="Amagansett and Montauk", surcharge_cents=12_000)
    network.answers["ResolveServiceArea"] = lambda _: ResolveServiceAreaResponse(
        service_area=area, is_local_move_area=True
    )


async def test_a_zip_code_has_an_area_and_what_it_adds(client, network) -> None:
    answer = await client.get(MONTAUK)
    assert answer.json() == {
        "zip_code": "11954",
        "zone": "hamptons_east",
        "name": "Amagansett and Montauk",
        "surcharge_dollars": 120.0,
        "is_local_move_area": True,
    }
    assert network.asked("ResolveServiceArea")[0].request.zip_code == "11954"


async def test_the_nine_digit_form_is_taken_too(client, network) -> None:
    assert (await client.get("/api/public/service-areas/11954-1234")).status_code == 200
    assert network.asked("ResolveServiceArea")[0].request.zip_code == "11954-1234"


async def test_a_zip_code_outside_reads_as_pricing_says_it(client, network) -> None:
    def outside(_: object) -> None:
        raise Invalid("outside_service_area", "We don't serve 90210 yet: we go to Manhattan.", "zip_code")

    network.answers["ResolveServiceArea"] = outside
    answer = await client.get("/api/public/service-areas/90210/")
    assert (answer.status_code, answer.json()["code"]) == (400, "outside_service_area")
    assert answer.json()["errors"][0]["field"] == "zip_code"


@pytest.mark.parametrize("text", ["1195", "ABCDE", "119541", "11954-12", "%E0%A4%A1"])
async def test_what_is_no_zip_code_is_refused_in_words_and_asks_nobody(client, network, text: str) -> None:
    answer = await client.get(f"/api/public/service-areas/{text}/")
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("zip_code must be a ZIP code")
    assert network.asked("ResolveServiceArea") == []
