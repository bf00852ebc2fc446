"""The service as a whole: every RPC has a rule, and the README names everything there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from chassis.clock import Clock
from chassis.events import subject_of
from chassis.policy import complete
from chassis.principal import Principal
from payments.__main__ import SERVICE
from payments.events import listeners
from payments.policy import POLICY
from totetaxi.payments.v1 import (
    events_pb2,
    finance_service_pb2,
    invoice_service_pb2,
    payment_link_service_pb2,
    payment_method_service_pb2,
    payments_service_pb2,
    reconciliation_service_pb2,
    refund_service_pb2,
)

README = (Path(__file__).parents[2] / "README.md").read_text()
CONTRACTS = (
    finance_service_pb2,
    invoice_service_pb2,
    payment_link_service_pb2,
    payment_method_service_pb2,
    payments_service_pb2,
    reconciliation_service_pb2,
    refund_service_pb2,
)
CONTRACT = payments_service_pb2.DESCRIPTOR.services_by_name["PaymentsService"]


def services_of(contract: Any) -> list[Any]:
    return list(contract.DESCRIPTOR.services_by_name.values())


def test_every_rpc_has_a_rule_and_no_rule_is_left_over() -> None:
    complete(POLICY)
    assert set(POLICY) == {service.full_name for contract in CONTRACTS for service in services_of(contract)}


def test_only_customers_take_their_data_with_them() -> None:
    rule = POLICY[CONTRACT.full_name]["ExportCustomerData"]
    others = ("anonymous", "staff", "service", "api_key")
    assert not any(rule(Principal(kind, "ada", "", frozenset(), 0.0)) for kind in others)  # type: ignore[arg-type]
    assert rule(Principal("customer", "ada", "", frozenset(), 0.0))


def test_the_readme_names_every_rpc_and_event() -> None:
    said = [f"`{subject_of(getattr(events_pb2, name))}`" for name in events_pb2.DESCRIPTOR.message_types_by_name]
    heard = [f"`{listener.subject}` | heard (`{listener.durable(SERVICE.name)}`)" for listener in listeners(Clock())]
    rpcs = [name for service, rules in POLICY.items() for name in (service, *rules)]
    assert [name for name in [*said, *heard, *rpcs] if name not in README] == []
