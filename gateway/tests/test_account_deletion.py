"""Deleting one's account, and seeing that it is gone."""

import pytest
import sessions
from contract_messages import NOON, timestamp
from identity_messages import PASSWORD
from totetaxi.identity.v1 import privacy_service_pb2 as messages

DELETION = "/api/customer/account-deletion/"
STATUS = f"{DELETION}status/"


def erasure(state: int = messages.ERASURE_STATE_IN_PROGRESS) -> messages.Erasure:
    reports = [
        messages.ErasureReport(service="identity", completed_at=timestamp(NOON)),
        messages.ErasureReport(service="payments", kept="Payments, for seven years.", waits_until="2027-06-02"),
    ]
    return messages.Erasure(id="an-erasure", state=state, requested_at=timestamp(NOON), reports=reports)


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers |= {
        "RequestErasure": lambda _: messages.RequestErasureResponse(erasure=erasure(), status_token="follow-it"),
        "GetErasureStatus": lambda _: messages.GetErasureStatusResponse(
            erasure=erasure(messages.ERASURE_STATE_COMPLETED)
        ),
    }


async def test_a_deleted_account_is_signed_out_and_told_what_is_kept(customer, network) -> None:
    answer = await customer.post(DELETION, json={"password": PASSWORD})
    body = answer.json()
    assert (answer.status_code, body["status_token"], body["deletion"]["state"]) == (202, "follow-it", "in_progress")
    assert body["deletion"]["reports"][1] == {
        "service": "payments",
        "completed_at": None,
        "waits_until": "2027-06-02",
        "kept": "Payments, for seven years.",
    }
    assert sessions.COOKIE not in customer.cookies
    assert network.asked("RequestErasure")[0].request.password == PASSWORD


async def test_an_open_browser_deletes_nothing_without_the_password(customer, network) -> None:
    assert (await customer.post(DELETION, json={})).status_code == 400
    assert network.asked("RequestErasure") == []


async def test_whoever_holds_the_token_may_follow_it_without_an_account(client, network) -> None:
    answer = await client.post(STATUS, json={"status_token": "follow-it"})
    assert (answer.status_code, answer.json()["state"]) == (200, "completed")
    assert sessions.token_used(network, "GetErasureStatus") == "visitor-token"
