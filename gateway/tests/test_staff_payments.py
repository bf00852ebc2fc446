"""Money over REST, for staff: lists with cursors, refunds that one asks for and another decides, and reports."""

import csv
import io

import pytest
import sessions
from chassis.refusal import Invalid, NotAllowed
from contract_messages import BOOKING_ID, NOON, payment, timestamp
from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1 import reconciliation_service_pb2 as reconciliation
from totetaxi.payments.v1 import refund_pb2
from totetaxi.payments.v1 import refund_service_pb2 as refunds

REFUND = refund_pb2.Refund(
    id=BOOKING_ID,
    payment_id=BOOKING_ID,
    booking_number="TT-7QK2MB",
    amount_cents=4_550,
    reason="It was late.",
    status=refund_pb2.REFUND_STATUS_REQUESTED,
    origin=refund_pb2.REFUND_ORIGIN_STAFF,
    requested_by=sessions.STAFF_ID,
    created_at=timestamp(NOON),
)


def refusing(refusal: Exception):
    def refuse(_: object) -> None:
        raise refusal

    return refuse


@pytest.fixture
async def member(client, identity):
    return await sessions.hold_session(client, sessions.STAFF_SESSION)


async def test_payments_are_listed_as_the_contract_says(member, network) -> None:
    network.answers["ListPayments"] = lambda _: finance.ListPaymentsResponse(payments=[payment()], total_count=1)
    page = (await member.get("/api/payments/payments/?status=succeeded&search=ada")).json()
    assert (page["count"], page["next"], page["previous"]) == (1, None, None)
    assert page["results"][0]["amount_dollars"] == 2544.25
    asked = network.asked("ListPayments")[0].request
    assert (asked.filter.search, asked.page_size) == ("ada", 50)
    assert sessions.token_used(network, "ListPayments") == f"principal-of-{sessions.STAFF_SESSION}"


async def test_the_next_page_keeps_the_filter(member, network) -> None:
    network.answers["ListPayments"] = lambda _: finance.ListPaymentsResponse(next_page_token="further on")
    page = (await member.get("/api/payments/payments/?search=ada&page_size=10")).json()
    assert page["next"] == "/api/payments/payments/?search=ada&page_size=10&cursor=further+on"


async def test_payments_come_as_csv_page_after_page(member, network) -> None:
    tokens = iter(["more", ""])
    network.answers["ListPayments"] = lambda _: finance.ListPaymentsResponse(
        payments=[payment()], next_page_token=next(tokens)
    )
    answer = await member.get("/api/payments/payments/export/")
    header, *rows = csv.reader(io.StringIO(answer.text))
    assert (header[0], len(rows)) == ("id", 2)
    assert network.asked("ListPayments")[1].request.page_token == "more"


async def test_a_refund_waits_for_somebody_else(member, network) -> None:
    network.answers["RequestRefund"] = lambda _: refunds.RequestRefundResponse(refund=REFUND)
    body = {"payment_id": BOOKING_ID, "amount_cents": 4_550, "reason": "It was late."}
    answer = await member.post("/api/payments/refunds/create/", json=body, headers={"Idempotency-Key": "one"})
    assert answer.status_code == 200
    assert (answer.json()["refund"]["status"], answer.json()["refund"]["amount_dollars"]) == ("requested", 45.5)
    assert network.asked("RequestRefund")[0].request.idempotency_key == "one"


async def test_a_refused_refund_is_400_and_says_why(member, network) -> None:
    refusal = Invalid("more_than_is_left", "At most $1,045.00 can still go back.", "amount_cents")
    network.answers["RequestRefund"] = refusing(refusal)
    body = {"payment_id": BOOKING_ID, "amount_cents": 99_999_999, "reason": "x"}
    answer = await member.post("/api/payments/refunds/create/", json=body)
    assert (answer.status_code, answer.json()["detail"]) == (400, "At most $1,045.00 can still go back.")


async def test_nobody_approves_their_own(member, network) -> None:
    network.answers["ApproveRefund"] = refusing(NotAllowed("own_refund", "Somebody else must approve it."))
    answer = await member.post(f"/api/payments/refunds/{BOOKING_ID}/approve/")
    assert (answer.status_code, answer.json()["code"]) == (403, "own_refund")


async def test_a_refund_is_rejected_with_a_reason(member, network) -> None:
    network.answers["RejectRefund"] = lambda _: refunds.RejectRefundResponse(refund=REFUND)
    path = f"/api/payments/refunds/{BOOKING_ID}/reject/"
    assert (await member.post(path, json={"reason": "Not agreed."})).status_code == 200
    assert (await member.post(path, json={})).status_code == 400


async def test_no_customer_sees_payments_or_asks_for_refunds(customer, network) -> None:
    assert (await customer.get("/api/payments/payments/")).status_code == 403
    body = {"payment_id": BOOKING_ID, "reason": "x"}
    assert (await customer.post("/api/payments/refunds/create/", json=body)).status_code == 403
    assert network.asked("RequestRefund") == []


async def test_revenue_is_reported_by_period(member, network) -> None:
    row = finance.RevenueRow(period_start="2027-06-01", service_type="mini_move", bookings=2, net_cents=50)
    answer = finance.GetRevenueReportResponse(rows=[row], total=finance.RevenueRow(net_cents=50))
    network.answers["GetRevenueReport"] = lambda _: answer
    report = (
        await member.get("/api/staff/reports/revenue/?start_date=2027-06-01&end_date=2027-06-30&period=week")
    ).json()
    assert (report["rows"][0]["bookings"], report["total"]["net_dollars"]) == (2, 0.5)
    assert network.asked("GetRevenueReport")[0].request.period == finance.REPORT_PERIOD_WEEK


async def test_differences_are_listed_and_resolved(member, network) -> None:
    found = reconciliation.Difference(id=BOOKING_ID, kind=reconciliation.DIFFERENCE_KIND_STRANGER)
    network.answers |= {
        "ListDifferences": lambda _: reconciliation.ListDifferencesResponse(differences=[found]),
        "ResolveDifference": lambda _: reconciliation.ResolveDifferenceResponse(difference=found),
    }
    page = (await member.get("/api/staff/reports/differences/")).json()
    assert page["results"][0]["kind"] == "stranger"
    resolved = await member.post(
        f"/api/staff/reports/differences/{BOOKING_ID}/resolve/", json={"resolution": "A test charge."}
    )
    assert resolved.status_code == 200
