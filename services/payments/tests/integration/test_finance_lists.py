"""What finance staff look through, and whose invoices a customer sees; each look of staff is audited."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from chassis.identifiers import new_id
from chassis.principal import Principal, serve_as
from payments.actions.plan_storage import start_storage
from payments.api.finance_api import FinanceApi
from payments.api.invoice_api import InvoiceApi
from payments.api.reconciliation_api import ReconciliationApi
from payments.store import customer_bookings, storage
from payments_stage import Stage, acting
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1 import invoice_service_pb2 as rpc
from totetaxi.payments.v1 import reconciliation_service_pb2 as reconciliation

JUNE = datetime(2027, 6, 2, 16, tzinfo=UTC)


async def billed(stage: Stage, customer: UUID | None, *statuses: str) -> UUID:
    """A stored booking with an invoice of each status, a day apart."""
    booking = BookingSummary(id=str(uuid4()), booking_number="TT-STORED", customer_id=str(customer or ""))
    async with stage.database.transaction() as connection:
        await start_storage(connection, booking, 15_000, 1, stage.now())
        for day, status in enumerate(statuses):
            await storage.add_invoice(
                connection,
                id=new_id(),
                stripe_invoice_id=f"in_{booking.id}_{day}",
                booking_id=UUID(booking.id),
                customer_id=customer or UUID(booking.id),
                amount_cents=15_000 + day,
                status=status,
                period_start=JUNE,
                created_at=JUNE + timedelta(days=day),
            )
    return UUID(booking.id)


async def invoices(stage: Stage, size: int = 50, token: str = "", **wanted: Any) -> Any:
    asked = rpc.ListInvoicesRequest(filter=rpc.InvoiceFilter(**wanted), page_size=size, page_token=token)
    return await acting("maria", InvoiceApi(stage.desk).ListInvoices(asked, None))


async def own(stage: Stage, customer: UUID) -> list[int]:
    serve_as(Principal("customer", str(customer), "customer", frozenset(), 0.0))
    answer = await InvoiceApi(stage.desk).ListOwnInvoices(rpc.ListOwnInvoicesRequest(), None)
    return [invoice.amount_cents for invoice in answer.invoices]


async def test_invoices_are_found_by_state_booking_customer_and_time_page_after_page(stage: Stage) -> None:
    ada, bob = uuid4(), uuid4()
    booking = await billed(stage, ada, "paid", "open", "paid")
    await billed(stage, bob, "open")
    first = await invoices(stage, 3)
    rest = await invoices(stage, 3, first.next_page_token)
    assert ([len(page.invoices) for page in (first, rest)], first.total_count) == ([3, 1], 4)
    stamps = [invoice.created_at.seconds for page in (first, rest) for invoice in page.invoices]
    assert stamps == sorted(stamps, reverse=True)
    assert (await invoices(stage, status=rpc.INVOICE_STATUS_OPEN)).total_count == 2
    assert (await invoices(stage, booking_id=str(booking), status=rpc.INVOICE_STATUS_PAID)).total_count == 2
    assert (await invoices(stage, customer_id=str(bob))).total_count == 1
    [newest] = (await invoices(stage, **{"from": JUNE + timedelta(days=2)})).invoices
    assert (newest.booking_number, newest.period_start, newest.amount_cents) == ("TT-STORED", "2027-06-02", 15_002)


async def test_customers_see_their_own_invoices_also_of_what_joined_their_account_later(stage: Stage) -> None:
    ada, bob = uuid4(), uuid4()
    await billed(stage, ada, "paid", "open")
    guests = await billed(stage, None, "paid")
    assert (await own(stage, ada), await own(stage, bob)) == ([15_001, 15_000], [])
    async with stage.database.transaction() as connection:
        await customer_bookings.note_customer(connection, guests, bob)
    assert await own(stage, bob) == [15_000]


async def test_comparisons_are_listed_page_after_page_and_those_that_found_something_alone(stage: Stage) -> None:
    await stage.reconcile()
    lost = (await stage.start(stage.counter.open())).payment
    await stage.card(lost.stripe_payment_intent_id)
    await stage.reconcile()
    await stage.reconcile()

    async def asked(**wanted: Any) -> Any:
        request = reconciliation.ListReconciliationsRequest(**wanted)
        return await acting("maria", ReconciliationApi(stage.desk).ListReconciliations(request, None))

    first = await asked(page_size=2)
    rest = await asked(page_size=2, page_token=first.next_page_token)
    assert ([len(page.reconciliations) for page in (first, rest)], first.total_count) == ([2, 1], 3)
    [differing] = (await asked(only_differing=True)).reconciliations
    assert differing.lost_webhooks > 0


async def test_disputes_are_found_by_state_and_time(stage: Stage) -> None:
    await stage.paid("pm_card_createDispute")

    async def count(**wanted: Any) -> int:
        answer = await acting("maria", FinanceApi(stage.desk).ListDisputes(finance.ListDisputesRequest(**wanted), None))
        return int(answer.total_count)

    tomorrow = stage.now() + timedelta(days=1)
    assert [await count(), await count(until=tomorrow), await count(**{"from": tomorrow})] == [1, 1, 0]
    assert [await count(status="needs_response"), await count(status="won")] == [1, 0]


@pytest.mark.parametrize("name", ["invoices", "reconciliations", "ledger", "disputes"])
async def test_each_look_of_staff_is_in_the_audit_log_and_says_how_much_was_seen(stage: Stage, name: str) -> None:
    looks: dict[str, Awaitable[Any]] = {
        "invoices": InvoiceApi(stage.desk).ListInvoices(rpc.ListInvoicesRequest(), None),
        "reconciliations": ReconciliationApi(stage.desk).ListReconciliations(
            reconciliation.ListReconciliationsRequest(), None
        ),
        "ledger": FinanceApi(stage.desk).ListLedger(finance.ListLedgerRequest(), None),
        "disputes": FinanceApi(stage.desk).ListDisputes(finance.ListDisputesRequest(), None),
    }
    for other, look in looks.items():
        if other == name:
            await acting("maria", look)
        else:
            look.close()  # type: ignore[attr-defined]
    assert [(act.action, act.actor_id) for act in await stage.acts()] == [(f"{name}.listed", "maria")]
