"""The service as a whole: every RPC has a rule, and the README names everything there is."""

from __future__ import annotations

from pathlib import Path

from chassis.clock import Clock
from chassis.events import subject_of
from chassis.principal import Principal
from notifications.events import listeners
from notifications.policy import POLICY
from totetaxi.notifications.v1 import (
    events_pb2,
    mail_feedback_service_pb2,
    notifications_service_pb2,
    partner_webhook_service_pb2,
    staff_message_service_pb2,
)

README = (Path(__file__).parents[2] / "README.md").read_text()
CONTRACT = notifications_service_pb2.DESCRIPTOR.services_by_name["NotificationsService"]
CONTRACTS = [
    CONTRACT,
    mail_feedback_service_pb2.DESCRIPTOR.services_by_name["MailFeedbackService"],
    partner_webhook_service_pb2.DESCRIPTOR.services_by_name["PartnerWebhookService"],
    staff_message_service_pb2.DESCRIPTOR.services_by_name["StaffMessageService"],
]


def test_every_rpc_has_a_rule_and_no_rule_is_left_over() -> None:
    assert set(POLICY) == {contract.full_name for contract in CONTRACTS}
    for contract in CONTRACTS:
        assert set(POLICY[contract.full_name]) == {method.name for method in contract.methods}


def test_only_customers_take_their_data_with_them() -> None:
    rule = POLICY[CONTRACT.full_name]["ExportCustomerData"]
    others = ("anonymous", "staff", "service", "api_key")
    assert not any(rule(Principal(kind, "ada", "", frozenset(), 0.0)) for kind in others)  # type: ignore[arg-type]
    assert rule(Principal("customer", "ada", "", frozenset(), 0.0))


def test_the_readme_names_every_rpc_and_event() -> None:
    said = [f"`{subject_of(getattr(events_pb2, name))}`" for name in events_pb2.DESCRIPTOR.message_types_by_name]
    heard = [f"`{each.subject}` | heard by `{each.durable('notifications')}`" for each in listeners(Clock())]
    rpcs = [f"`{name}`" for rules in POLICY.values() for name in rules]
    assert [name for name in [*said, *heard, *rpcs] if name not in README] == []
