"""Handing things over, over REST."""

from __future__ import annotations

from typing import Any

import pytest
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.booking.v1 import handover_service_pb2 as service
from totetaxi.booking.v1.booking_paper_service_pb2 import Paper

STAFFS, CUSTOMERS = f"/api/staff/bookings/{BOOKING_ID}", f"/api/customer/bookings/{BOOKING_ID}"


def handover(**changes: Any) -> service.Handover:
    noted = {"booking_id": BOOKING_ID, "stage": service.HANDOVER_STAGE_PICKUP, "recorded_at": timestamp(NOON)}
    return service.Handover(**noted | changes)


CONFIRMED = handover(proof=service.HANDOVER_PROOF_CODE, confirmed_at=timestamp(NOON))


@pytest.fixture(autouse=True)
def handovers(network: Any) -> None:
    pack = Paper(content=b"%PDF-1.7", content_type="application/pdf", file_name="ToteTaxi-proof-TT-7KQ2MX.pdf")
    network.answers |= {
        "ListHandovers": lambda _: service.ListHandoversResponse(handovers=[CONFIRMED]),
        "RecordHandover": lambda request: service.RecordHandoverResponse(
            handover=handover(condition_notes=request.condition_notes)
        ),
        "ConfirmHandover": lambda _: service.ConfirmHandoverResponse(handover=CONFIRMED),
        "IssueHandoverCode": lambda _: service.IssueHandoverCodeResponse(code="042137", expires_at=timestamp(NOON)),
        "GetProofPack": lambda _: service.GetProofPackResponse(paper=pack),
    }


async def test_the_crew_notes_the_condition_and_enters_the_code(staff: Any, network: Any) -> None:
    noted = await staff.put(f"{STAFFS}/handovers/pickup/", json={"condition_notes": "One scratch."})
    assert (noted.json()["condition_notes"], noted.json()["confirmed_by"]) == ("One scratch.", None)
    confirmed = await staff.post(f"{STAFFS}/handovers/pickup/confirm/", json={"code": "042137"})
    assert confirmed.json()["confirmed_by"] == "code"
    await staff.post(f"{STAFFS}/handovers/delivery/confirm/", json={"is_signed": True})
    by_code, by_signature = (call.request for call in network.asked("ConfirmHandover"))
    assert (by_code.code, by_code.stage) == ("042137", service.HANDOVER_STAGE_PICKUP)
    assert (by_signature.is_signed, by_signature.stage) == (True, service.HANDOVER_STAGE_DELIVERY)


@pytest.mark.parametrize("wrong", [{}, {"code": "042137", "is_signed": True}, {"code": "12"}, {"is_signed": False}])
async def test_a_confirmation_is_by_one_proof(staff: Any, network: Any, wrong: dict[str, Any]) -> None:
    refused = await staff.post(f"{STAFFS}/handovers/pickup/confirm/", json=wrong)
    assert (refused.status_code, network.asked("ConfirmHandover")) == (400, [])


async def test_a_customer_sees_it_and_the_code_and_fetches_the_proof_pack(customer: Any) -> None:
    [shown] = (await customer.get(f"{CUSTOMERS}/handovers/")).json()["handovers"]
    assert (shown["stage"], shown["confirmed_at"]) == ("pickup", "2027-06-01T12:00:00Z")
    assert (await customer.post(f"{CUSTOMERS}/handovers/delivery/code/")).json()["code"] == "042137"
    pack = await customer.get(f"{CUSTOMERS}/proof-pack/")
    assert (pack.headers["content-type"], pack.content) == ("application/pdf", b"%PDF-1.7")


async def test_there_is_no_third_end(customer: Any) -> None:
    assert (await customer.post(f"{CUSTOMERS}/handovers/storage/code/")).status_code == 400
