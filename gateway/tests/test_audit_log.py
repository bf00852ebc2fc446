"""The audit log over REST: searched, checked, and streamed as a CSV that no spreadsheet runs."""

import csv
import io

import pytest
import sessions
from chassis.refusal import NotAllowed, UnknownCaller
from identity_messages import audit_entry
from totetaxi.identity.v1 import audit_service_pb2 as messages

LOG = "/api/staff/audit-log/"
EXPORT = f"{LOG}export/"


@pytest.fixture
async def auditor(client, identity):
    return await sessions.hold_session(client, sessions.STAFF_SESSION)


def in_two_pages(request: messages.ExportAuditLogRequest) -> messages.ExportAuditLogResponse:
    if request.cursor:
        return messages.ExportAuditLogResponse(entries=[audit_entry(3)])
    return messages.ExportAuditLogResponse(entries=[audit_entry(1), audit_entry(2)], next_cursor="2")


async def test_entries_are_searched_by_what_matters(auditor, network) -> None:
    entry = audit_entry(1, before='{"role": "staff"}', after='{"role": "admin"}')
    network.answers["SearchAuditLog"] = lambda _: messages.SearchAuditLogResponse(entries=[entry], next_cursor="1")
    query = {"action": "customer.viewed", "since": "2027-06-01T00:00:00-04:00", "page_size": "10"}
    page = (await auditor.get(LOG, params=query)).json()
    assert (page["entries"][0]["after"], page["next_cursor"]) == ({"role": "admin"}, "1")
    asked = network.asked("SearchAuditLog")[0].request
    assert (asked.filter.action, asked.page_size) == ("customer.viewed", 10)
    assert getattr(asked.filter, "from").ToJsonString() == "2027-06-01T04:00:00Z"


@pytest.mark.parametrize("query", ["since=2027-06-01", "since=2027-06-01T00:00:00", "page_size=101", "acton=x"])
async def test_a_question_that_makes_no_sense_is_400(auditor, network, query: str) -> None:
    answer = await auditor.get(f"{LOG}?{query}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, query.partition("=")[0])
    assert network.asked("SearchAuditLog") == []


async def test_the_export_follows_every_page(auditor, network) -> None:
    network.answers["ExportAuditLog"] = in_two_pages
    answer = await auditor.get(f"{EXPORT}?service=identity")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["position"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["occurred_at"] == "2027-06-01T12:00:00+00:00"
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="audit-log-')
    assert [call.request.filter.service for call in network.asked("ExportAuditLog")] == ["identity", "identity"]
    assert sessions.token_used(network, "ExportAuditLog") == f"principal-of-{sessions.STAFF_SESSION}"


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
async def test_what_a_stranger_wrote_is_no_formula(auditor, network, text: str) -> None:
    entry = audit_entry(1, user_agent=text)
    network.answers["ExportAuditLog"] = lambda _: messages.ExportAuditLogResponse(entries=[entry])
    answer = await auditor.get(EXPORT)
    [row] = csv.DictReader(io.StringIO(answer.text, newline=""))
    assert row["user_agent"] == f"'{text}"


async def test_whoever_may_not_view_it_gets_a_refusal_and_no_file(auditor, network) -> None:
    def refuse(_: object) -> None:
        raise NotAllowed("not_allowed", "Your account may not do this.")

    network.answers["ExportAuditLog"] = refuse
    answer = await auditor.get(EXPORT)
    assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")


async def test_a_session_that_ends_on_the_way_breaks_the_file_off(raising_client, identity) -> None:
    network, auditor = identity, await sessions.hold_session(raising_client, sessions.STAFF_SESSION)

    def then_over(request: messages.ExportAuditLogRequest) -> messages.ExportAuditLogResponse:
        network.answers["ResolveSession"] = over
        return in_two_pages(request)

    def over(_: object) -> None:
        raise UnknownCaller("session_over", "This session is over; please sign in again.")

    network.answers["ExportAuditLog"] = then_over
    with pytest.raises(RuntimeError, match="already started"):
        await auditor.get(EXPORT)
    assert len(network.asked("ExportAuditLog")) == 1


async def test_the_chain_is_checked_stretch_by_stretch(auditor, network) -> None:
    network.answers["VerifyAuditChain"] = lambda request: messages.VerifyAuditChainResponse(
        is_intact=True, verified=request.limit, next_position=request.from_position + request.limit
    )
    answer = (await auditor.get(f"{LOG}verification/?from_position=1&limit=100")).json()
    assert answer == {
        "is_intact": True,
        "verified": 100,
        "broken_position": None,
        "finding": "",
        "next_position": 101,
    }


@pytest.mark.parametrize("path", [LOG, EXPORT, f"{LOG}verification/"])
async def test_the_log_is_for_staff_alone(customer, path: str) -> None:
    assert (await customer.get(path)).status_code == 403
    customer.cookies.clear()
    assert (await customer.get(path)).status_code == 401
