"""Reports on bookings, customers and staff, over REST."""

from __future__ import annotations

import csv
import io

import pytest
from chassis.refusal import NotAllowed
from sessions import CUSTOMER_ID, STAFF_ID
from totetaxi.booking.v1 import report_service_pb2 as reports
from totetaxi.payments.v1 import finance_service_pb2 as finance

REPORTS = "/api/staff/reports/"
JUNE = {"start_date": "2027-06-01", "end_date": "2027-06-30"}
FEES = finance.RevenueRow(period_start="2027-06-01", fees_cents=300, net_cents=-300)
MINI = finance.RevenueRow(
    period_start="2027-06-01", service_type="mini_move", bookings=3, revenue_cents=1_000, net_cents=900
)


@pytest.fixture(autouse=True)
def services(identity) -> None:
    mini = reports.BookingFigures(
        period_start="2027-06-01",
        service_type="mini_move",
        booked=9,
        sold=4,
        cancelled=1,
        organized=1,
        lead_days=10,
    )
    identity.answers |= {
        "GetBookingReport": lambda _: reports.GetBookingReportResponse(
            rows=[mini],
            total=reports.BookingFigures(booked=9, sold=4),
            capacity=[reports.CapacityFigures(period_start="2027-06-01", used=5, places=20)],
            total_capacity=reports.CapacityFigures(used=5, places=20, organizers_used=3, organizers=4),
        ),
        "GetRevenueReport": lambda _: finance.GetRevenueReportResponse(
            rows=[MINI, FEES], total=finance.RevenueRow(net_cents=600)
        ),
        "ListTopCustomers": lambda _: reports.ListTopCustomersResponse(
            customers=[reports.TopCustomer(customer_id=CUSTOMER_ID, name="=cmd|' /C calc'!A0", sold=7)]
        ),
        "GetStaffReport": lambda _: reports.GetStaffReportResponse(
            rows=[reports.StaffFigures(staff_id=STAFF_ID, act="scheduled", count=3)]
        ),
    }


async def test_shares_are_told_and_money_is_not_where_nobody_asked_for_it(staff, network) -> None:
    shown = (await staff.get(f"{REPORTS}bookings/", params={**JUNE, "period": "week"})).json()
    [row] = shown["rows"]
    assert (row["organizing_share"], row["cancellation_share"], row["average_lead_days"]) == (2_500, 2_000, 2.5)
    full = shown["total_capacity"]
    assert (row["net_cents"], full["used_share"], full["organizers_used_share"]) == (None, 2_500, 7_500)
    assert network.asked("GetRevenueReport") == []
    [call] = network.asked("GetBookingReport")
    assert (call.request.start_date, call.request.end_date, call.request.period) == ("2027-06-01", "2027-06-30", 2)


async def test_money_of_the_books_stands_beside_the_bookings_each_asked_once(staff, network) -> None:
    shown = (await staff.get(f"{REPORTS}bookings/", params={**JUNE, "include_revenue": "true"})).json()
    rows = [(row["service_type"], row["booked"], row["revenue_cents"], row["net_cents"]) for row in shown["rows"]]
    assert rows == [(None, 0, 0, -300), ("mini_move", 9, 1_000, 900)]
    assert shown["total"]["net_cents"] == 600
    assert [len(network.asked(each)) for each in ("GetBookingReport", "GetRevenueReport")] == [1, 1]


async def test_who_may_not_see_money_is_refused_the_report_with_it(staff, network) -> None:
    def refuse(_: object) -> None:
        raise NotAllowed("not_permitted", "This needs can_view_financial_reports.")

    network.answers["GetRevenueReport"] = refuse
    assert (await staff.get(f"{REPORTS}bookings/", params={**JUNE, "include_revenue": "true"})).status_code == 403
    assert (await staff.get(f"{REPORTS}bookings/", params=JUNE)).status_code == 200


async def test_customers_and_staff_are_ranked_as_booking_says(staff) -> None:
    assert (await staff.get(f"{REPORTS}customers/")).json()["customers"][0]["sold"] == 7
    assert (await staff.get(f"{REPORTS}staff/", params=JUNE)).json()["rows"] == [
        {"staff_id": STAFF_ID, "act": "scheduled", "count": 3}
    ]


@pytest.mark.parametrize(
    ("path", "column", "value"),
    [("bookings", "sold", "4"), ("customers", "name", "'=cmd|' /C calc'!A0"), ("staff", "count", "3")],
)
async def test_every_report_is_a_csv_that_no_spreadsheet_runs(staff, path: str, column: str, value: str) -> None:
    params = {} if path == "customers" else JUNE
    answer = await staff.get(f"{REPORTS}{path}/export/", params=params)
    assert answer.headers["content-type"].startswith("text/csv")
    [row] = csv.DictReader(io.StringIO(answer.text))
    assert row[column] == value


@pytest.mark.parametrize("wrong", [{"period": "year"}, {"start_date": "yesterday"}, {"include_revenue": "some"}])
async def test_reports_that_there_are_not_are_refused(staff, network, wrong: dict[str, str]) -> None:
    assert (await staff.get(f"{REPORTS}bookings/", params={**JUNE, **wrong})).status_code == 400
    assert network.asked("GetBookingReport") == []
