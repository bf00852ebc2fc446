"""A customer takes their data home: all of it, from every service, or nothing."""

import json

import pytest
import sessions
from chassis.refusal import Unavailable
from contract_messages import NOON, timestamp
from totetaxi.booking.v1 import booking_service_pb2 as booking
from totetaxi.identity.v1.privacy_service_pb2 import ExportMyDataResponse
from totetaxi.notifications.v1 import notifications_service_pb2 as notifications
from totetaxi.payments.v1 import payments_service_pb2 as payments
from totetaxi.pricing.v1 import promotion_service_pb2 as pricing

EXPORT = "/api/customer/export/"


def bookings(request: booking.ExportCustomerDataRequest) -> booking.ExportCustomerDataResponse:
    """Two pages."""
    number, following = ("TT-2", "") if request.cursor else ("TT-1", "further on")
    page = json.dumps({"bookings": [{"number": number}]})
    return booking.ExportCustomerDataResponse(data_json=page, next_cursor=following)


@pytest.fixture(autouse=True)
def services(identity) -> None:
    account = json.dumps({"profile": {"first_name": "Zoë"}})
    identity.answers |= {
        "ExportMyData": lambda _: ExportMyDataResponse(data_json=account, exported_at=timestamp(NOON)),
        "totetaxi.booking.v1.ExportCustomerData": bookings,
        "totetaxi.payments.v1.ExportCustomerData": lambda _: payments.ExportCustomerDataResponse(
            data_json='{"payments": []}'
        ),
        "totetaxi.notifications.v1.ExportCustomerData": lambda _: notifications.ExportCustomerDataResponse(
            data_json='{"messages": [{"subject": "Welcome"}]}'
        ),
        "totetaxi.pricing.v1.ExportCustomerData": lambda _: pricing.ExportCustomerDataResponse(
            data_json='{"credit": [{"amount_cents": 700}], "promotion_codes": []}'
        ),
    }


async def test_everything_comes_in_one_file(customer, network) -> None:
    answer = await customer.get(EXPORT)
    assert answer.headers["content-disposition"].startswith('attachment; filename="totetaxi-my-data-')
    assert answer.json() == {
        "exported_at": "2027-06-01T12:00:00Z",
        "account": {"profile": {"first_name": "Zoë"}},
        "bookings": [{"number": "TT-1"}, {"number": "TT-2"}],
        "payments": [],
        "messages": [{"subject": "Welcome"}],
        "credit": [{"amount_cents": 700}],
        "promotion_codes": [],
    }
    for method in ("ExportMyData", "ExportCustomerData"):
        assert sessions.token_used(network, method) == f"principal-of-{sessions.SESSION}"


@pytest.mark.parametrize("service", ["booking", "payments", "notifications", "pricing"])
async def test_without_one_service_there_is_no_file_at_all(customer, network, service: str) -> None:
    def away(_: object) -> None:
        raise Unavailable("database_unavailable", "We can't reach our records right now; please try again.")

    network.answers[f"totetaxi.{service}.v1.ExportCustomerData"] = away
    answer = await customer.get(EXPORT)
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")


async def test_data_that_never_ends_is_not_followed_for_ever(customer, network) -> None:
    network.answers["totetaxi.booking.v1.ExportCustomerData"] = lambda _: booking.ExportCustomerDataResponse(
        data_json='{"bookings": []}', next_cursor="again"
    )
    assert (await customer.get(EXPORT)).json()["code"] == "export_too_large"


async def test_nobody_takes_anothers_data_home(client) -> None:
    assert (await client.get(EXPORT)).status_code == 401
    await sessions.hold_session(client, sessions.STAFF_SESSION)
    assert (await client.get(EXPORT)).status_code == 403
