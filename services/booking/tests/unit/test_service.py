"""The service as a whole: every RPC has a rule, and the README names everything there is."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from booking.__main__ import SERVICE
from booking.events import listeners
from booking.policy import POLICY
from booking.settings import BookingSettings
from booking.wishes import guest_wish
from chassis.clock import Clock
from chassis.events import subject_of
from chassis.principal import Principal
from chassis.settings import ServiceSettings
from totetaxi.booking.v1 import (
    booking_event_service_pb2,
    booking_paper_service_pb2,
    booking_service_pb2,
    claim_service_pb2,
    customer_booking_service_pb2,
    customer_company_service_pb2,
    customer_storage_service_pb2,
    document_service_pb2,
    driver_day_service_pb2,
    events_pb2,
    handover_service_pb2,
    logistics_service_pb2,
    quote_service_pb2,
    report_service_pb2,
    route_plan_service_pb2,
    staff_booking_service_pb2,
    staff_company_service_pb2,
    staff_quote_service_pb2,
    staff_storage_service_pb2,
    tracking_service_pb2,
    waiting_list_service_pb2,
)

README = (Path(__file__).parents[2] / "README.md").read_text()
CONTRACT = booking_service_pb2.DESCRIPTOR.services_by_name["BookingService"]


def principal(kind: str, name: str) -> Principal:
    return Principal(kind, name, "", frozenset(), 0)  # type: ignore[arg-type]


def test_every_rpc_has_a_rule_and_no_rule_is_left_over() -> None:
    files = [
        booking_service_pb2,
        customer_booking_service_pb2,
        staff_booking_service_pb2,
        booking_paper_service_pb2,
        customer_storage_service_pb2,
        staff_storage_service_pb2,
        quote_service_pb2,
        staff_quote_service_pb2,
        customer_company_service_pb2,
        staff_company_service_pb2,
        waiting_list_service_pb2,
        document_service_pb2,
        claim_service_pb2,
        handover_service_pb2,
        logistics_service_pb2,
        driver_day_service_pb2,
        report_service_pb2,
        route_plan_service_pb2,
        tracking_service_pb2,
        booking_event_service_pb2,
    ]
    contracts = [contract for each in files for contract in each.DESCRIPTOR.services_by_name.values()]
    assert {name: set(rules) for name, rules in POLICY.items()} == {
        contract.full_name: {method.name for method in contract.methods} for contract in contracts
    }


def test_only_payments_learns_what_is_due() -> None:
    rule = POLICY[CONTRACT.full_name]["GetAmountDue"]
    callers = [("anonymous", "visitor"), ("customer", "payments"), ("staff", "payments"), ("service", "gateway")]
    assert not any(rule(principal(*caller)) for caller in callers)
    assert rule(principal("service", "payments"))


def test_only_customers_take_their_data_with_them() -> None:
    rule = POLICY[CONTRACT.full_name]["ExportCustomerData"]
    callers = [("anonymous", "visitor"), ("staff", "eve"), ("api_key", "app"), ("service", "gateway")]
    assert not any(rule(principal(*caller)) for caller in callers)
    assert rule(principal("customer", "ada"))


def test_a_customer_books_as_one_and_everybody_else_as_a_guest() -> None:
    request = booking_service_pb2.CreateGuestBookingRequest()
    request.request.pickup_date = "2027-06-02"
    ada = uuid4()
    assert guest_wish(request, principal("customer", str(ada))).customer_id == ada
    for kind in ("anonymous", "service", "staff"):
        assert guest_wish(request, principal(kind, "ada")).customer_id is None


def test_the_readme_names_every_rpc_event_and_setting() -> None:
    said = [f"`{subject_of(getattr(events_pb2, name))}`" for name in events_pb2.DESCRIPTOR.message_types_by_name]
    heard = [f"`{listener.subject}` | heard (`{listener.durable(SERVICE.name)}`)" for listener in listeners(Clock())]
    own = set(BookingSettings.model_fields) - set(ServiceSettings.model_fields)
    settings = [f"`BOOKING_{name.upper()}` | " for name in own]
    rpcs = [rpc for rules in POLICY.values() for rpc in rules]
    missing = [name for name in [*said, *heard, *settings, *rpcs] if name not in README]
    assert missing == []
