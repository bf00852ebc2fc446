"""What finance staff look through over REST, and take along as CSV; and customers their own invoices."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
import sessions
from chassis.refusal import NotAllowed, Unavailable
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1 import invoice_service_pb2 as invoices
from totetaxi.payments.v1 import reconciliation_service_pb2 as reconciliation
from totetaxi.payments.v1 import refund_pb2
from totetaxi.payments.v1 import refund_service_pb2 as refunds

REPORTS, PAYMENTS = "/api/staff/reports", "/api/payments"
SIDES = [
    finance.AccountBalance(account="cash_at_stripe", balance_cents=-4_550),
    finance.AccountBalance(account="refunds", balance_cents=4_550),
]
MOVEMENT = finance.LedgerMovement(
    id=BOOKING_ID, kind="refund", source="refund:re_1", occurred_at=timestamp(NOON), entries=SIDES
)
INVOICE = invoices.Invoice(
    id=BOOKING_ID,
    booking_number="TT-7QK2MB",
    amount_cents=15_000,
    status=invoices.INVOICE_STATUS_OPEN,
    attempts=2,
    period_start="2027-06-02",
    created_at=timestamp(NOON),
    next_attempt_at=timestamp(NOON),
)
REFUND = refund_pb2.Refund(
    id=BOOKING_ID,
    status=refund_pb2.REFUND_STATUS_REQUESTED,
    origin=refund_pb2.REFUND_ORIGIN_STAFF,
    reason="=HYPERLINK(1)",
    created_at=timestamp(NOON),
)
DISPUTE = finance.Dispute(id=BOOKING_ID, customer_name="@SUM(A1)", status="needs_response", created_at=timestamp(NOON))
DIFFERENCE = reconciliation.Difference(id=BOOKING_ID, kind=reconciliation.DIFFERENCE_KIND_STRANGER, detail="+1")
COMPARISON = reconciliation.Reconciliation(id=BOOKING_ID, lost_webhooks=3, finished_at=timestamp(NOON))

PAGES: dict[str, tuple[str, Any]] = {
    f"{REPORTS}/ledger/": ("ListLedger", finance.ListLedgerResponse(movements=[MOVEMENT])),
    f"{REPORTS}/reconciliations/": (
        "ListReconciliations",
        reconciliation.ListReconciliationsResponse(reconciliations=[COMPARISON]),
    ),
    f"{REPORTS}/differences/": ("ListDifferences", reconciliation.ListDifferencesResponse(differences=[DIFFERENCE])),
    f"{PAYMENTS}/invoices/": ("ListInvoices", invoices.ListInvoicesResponse(invoices=[INVOICE])),
    f"{PAYMENTS}/refunds/": ("ListRefunds", refunds.ListRefundsResponse(refunds=[REFUND])),
    f"{PAYMENTS}/disputes/": ("ListDisputes", finance.ListDisputesResponse(disputes=[DISPUTE])),
}
FILES = [path for path in PAGES if "reconciliations" not in path]


@pytest.fixture
async def member(staff: Any, network: Any) -> Any:
    """Staff, before services that have a page and one more of everything."""
    for method, page in PAGES.values():
        network.answers[method] = answering(page)
    return staff


def answering(page: Any) -> Any:
    """The page, and once more the same as the last."""

    def answer(request: Any) -> Any:
        made = type(page)()
        made.CopyFrom(page)
        made.total_count = 2
        made.next_page_token = "" if request.page_token else "further on"
        return made

    return answer


@pytest.mark.parametrize("path", PAGES)
async def test_every_list_has_pages_whose_addresses_keep_the_size(member: Any, network: Any, path: str) -> None:
    page = (await member.get(f"{path}?page_size=1")).json()
    assert (page["count"], page["previous"], len(page["results"])) == (2, None, 1)
    assert page["next"] == f"{path}?page_size=1&cursor=further+on"
    assert (await member.get(page["next"])).json()["next"] is None
    method, _ = PAGES[path]
    assert [call.request.page_token for call in network.asked(method)] == ["", "further on"]
    assert sessions.token_used(network, method) == f"principal-of-{sessions.STAFF_SESSION}"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("query", ["page_size=0", "page_size=101", "nonsense=1", f"cursor={'x' * 513}"])
async def test_what_no_list_knows_is_refused_by_name(member: Any, network: Any, path: str, query: str) -> None:
    answer = await member.get(f"{path}?{query}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, query.partition("=")[0])
    assert network.asked(PAGES[path][0]) == []


@pytest.mark.parametrize("path", FILES)
async def test_every_file_has_a_row_of_each_page_and_nothing_that_a_spreadsheet_would_run(
    member: Any, network: Any, path: str
) -> None:
    answer = await member.get(f"{path}export/")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert "attachment; filename=" in answer.headers["content-disposition"]
    header, *rows = csv.reader(io.StringIO(answer.text))
    assert (header[0], len(rows) % 2, {len(row) for row in rows}) == ("id", 0, {len(header)})
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    sizes = [(call.request.page_size, call.request.page_token) for call in network.asked(PAGES[path][0])]
    assert sizes == [(1000, ""), (1000, "further on")]


async def test_revenue_comes_as_a_file_in_one_piece(staff: Any, network: Any) -> None:
    rows = [
        finance.RevenueRow(period_start="2027-06-01", service_type=name, net_cents=-50) for name in ("", "mini_move")
    ]
    network.answers["GetRevenueReport"] = lambda _: finance.GetRevenueReportResponse(rows=rows)
    answer = await staff.get(f"{REPORTS}/revenue/export/?start_date=2027-06-01&end_date=2027-06-30&period=day")
    found = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["service_type"], row["net_cents"]) for row in found] == [("", "-50"), ("mini_move", "-50")]
    assert network.asked("GetRevenueReport")[0].request.period == finance.REPORT_PERIOD_DAY


async def test_the_books_as_a_file_add_up_for_a_spreadsheet(member: Any) -> None:
    rows = list(csv.DictReader(io.StringIO((await member.get(f"{REPORTS}/ledger/export/")).text)))
    assert [row["account"] for row in rows[:2]] == ["cash_at_stripe", "refunds"]
    assert [int(row["amount_cents"]) for row in rows[:2]] == [-4_550, 4_550]


@pytest.mark.parametrize("path", FILES)
async def test_a_file_that_can_not_be_finished_breaks_off(
    raising_client: Any, identity: Any, network: Any, path: str
) -> None:
    member = await sessions.hold_session(raising_client, sessions.STAFF_SESSION)
    method, page = PAGES[path]
    answer = answering(page)

    def fail_later(request: Any) -> Any:
        if request.page_token:
            raise Unavailable("away", "Payments does not answer.")
        return answer(request)

    network.answers[method] = fail_later
    with pytest.raises(RuntimeError, match="response already started"):
        await member.get(f"{path}export/")


@pytest.mark.parametrize("path", [*PAGES, *(f"{path}export/" for path in FILES)])
async def test_who_may_not_see_money_is_told_so_before_anything_is_sent(member: Any, network: Any, path: str) -> None:
    def refuse(_: object) -> None:
        raise NotAllowed("not_permitted", "Your role may not view financial reports.")

    network.answers |= {method: refuse for method, _ in PAGES.values()}
    answer = await member.get(path)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_permitted")


async def test_filters_travel_as_they_are_meant(member: Any, network: Any) -> None:
    since = "since=2027-06-01T00:00:00-04:00&until=2027-06-02T00:00:00-04:00"
    await member.get(f"{REPORTS}/ledger/?kind=refund&booking_id={BOOKING_ID}&{since}")
    await member.get(f"{PAYMENTS}/invoices/export/?status=open&customer_id={BOOKING_ID}&{since}")
    await member.get(f"{PAYMENTS}/disputes/?status=won&only_open=true&{since}")
    await member.get(f"{REPORTS}/differences/?kind=stuck_webhook&include_resolved=true")
    await member.get(f"{REPORTS}/reconciliations/?only_differing=true")
    ledger = network.asked("ListLedger")[0].request
    assert (ledger.kind, ledger.booking_id, ledger.until.seconds) == ("refund", BOOKING_ID, 1_811_908_800)
    wanted = network.asked("ListInvoices")[1].request.filter
    assert (wanted.status, wanted.customer_id) == (invoices.INVOICE_STATUS_OPEN, BOOKING_ID)
    assert getattr(wanted, "from").seconds == 1_811_822_400
    disputes = network.asked("ListDisputes")[0].request
    assert (disputes.status, disputes.only_open, disputes.until.seconds) == ("won", True, 1_811_908_800)
    differences = network.asked("ListDifferences")[0].request
    assert (differences.kind, differences.include_resolved) == (reconciliation.DIFFERENCE_KIND_STUCK_WEBHOOK, True)
    assert network.asked("ListReconciliations")[0].request.only_differing


async def test_a_customer_sees_their_own_invoices_and_no_others_are_asked_for(customer: Any, network: Any) -> None:
    network.answers["ListOwnInvoices"] = lambda _: invoices.ListOwnInvoicesResponse(invoices=[INVOICE], total_count=1)
    [invoice] = (await customer.get("/api/customer/invoices/")).json()["results"]
    assert (invoice["amount_dollars"], invoice["status"], invoice["period_start"]) == (150.0, "open", "2027-06-02")
    assert set(invoice).isdisjoint({"stripe_invoice_id", "customer_id", "attempts"})
    assert sessions.token_used(network, "ListOwnInvoices") == f"principal-of-{sessions.SESSION}"
    assert (await customer.get(f"{PAYMENTS}/invoices/")).status_code == 403
