"""The service as a whole: every RPC has a rule, and the README names everything there is."""

from __future__ import annotations

from pathlib import Path

from chassis.clock import Clock
from chassis.events import subject_of
from chassis.principal import Principal
from payments.__main__ import SERVICE
from payments.events import listeners
from payments.policy import POLICY
from totetaxi.payments.v1 import events_pb2, payments_service_pb2

README = (Path(__file__).parents[2] / "README.md").read_text()
CONTRACT = payments_service_pb2.DESCRIPTOR.services_by_name["PaymentsService"]


def test_every_rpc_has_a_rule_and_no_rule_is_left_over() -> None:
    assert set(POLICY) == {CONTRACT.full_name}
    assert set(POLICY[CONTRACT.full_name]) == {method.name for method in CONTRACT.methods}


def test_only_customers_take_their_data_with_them() -> None:
    rule = POLICY[CONTRACT.full_name]["ExportCustomerData"]
    others = ("anonymous", "staff", "service", "api_key")
    assert not any(rule(Principal(kind, "ada", "", frozenset(), 0.0)) for kind in others)  # type: ignore[arg-type]
    assert rule(Principal("customer", "ada", "", frozenset(), 0.0))


def test_the_readme_names_every_rpc_and_event() -> None:
    said = [f"`{subject_of(getattr(events_pb2, name))}`" for name in events_pb2.DESCRIPTOR.message_types_by_name]
    heard = [f"`{listener.subject}` | heard (`{listener.durable(SERVICE.name)}`)" for listener in listeners(Clock())]
    assert [name for name in [*said, *heard, *POLICY[CONTRACT.full_name]] if name not in README] == []
