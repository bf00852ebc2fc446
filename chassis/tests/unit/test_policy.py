"""What a policy doesn't name is refused, and a table that forgot an RPC stops the service at start."""

from __future__ import annotations

import pytest
from chassis.policy import (
    any_of,
    anybody,
    complete,
    customers,
    customers_or_keys,
    guests,
    machines,
    rule_for,
    services,
    staff,
    staff_with,
)
from chassis.principal import Principal, PrincipalKind
from totetaxi.notifications.v1 import notifications_service_pb2

CONTRACT = notifications_service_pb2.DESCRIPTOR.services_by_name["NotificationsService"].full_name


def principal(kind: PrincipalKind, name: str = "someone") -> Principal:
    return Principal(kind, name, "", frozenset(), 0)


def test_rules_let_in_whom_they_name() -> None:
    kinds: tuple[PrincipalKind, ...] = ("anonymous", "customer", "staff", "service", "api_key")
    allowed = {rule: [kind for kind in kinds if rule(principal(kind))] for rule in (anybody, guests, customers, staff)}
    assert allowed == {anybody: list(kinds), guests: ["anonymous"], customers: ["customer"], staff: ["staff"]}


def test_services_are_let_in_by_name() -> None:
    rule = any_of(staff, services("gateway"))
    assert rule(principal("service", "gateway"))
    assert rule(principal("staff"))
    assert not rule(principal("service", "pricing"))
    assert not rule(principal("customer", "gateway"))


def test_a_permission_is_asked_of_staff_alone() -> None:
    rule = staff_with("can_manage_catalog")
    scopes = frozenset({"can_manage_catalog"})
    assert rule(Principal("staff", "someone", "admin", scopes, 0))
    assert not rule(Principal("staff", "someone", "staff", frozenset({"can_view_audit"}), 0))
    assert not rule(Principal("api_key", "someone", "", scopes, 0))


def key(*scopes: str, on_behalf_of: str = "") -> Principal:
    return Principal("api_key", "key", "app", frozenset(scopes), 0, on_behalf_of)


def test_a_key_does_for_its_customer_what_its_scopes_name() -> None:
    rule = customers_or_keys("bookings:write")
    assert rule(principal("customer"))
    assert rule(key("bookings:write", on_behalf_of="ada"))
    assert not rule(key("bookings:read", on_behalf_of="ada"))
    assert not rule(key("bookings:write"))
    assert not rule(principal("staff"))


def test_what_machines_do_for_themselves_no_customers_key_may_do() -> None:
    rule = machines("devices:sign_in")
    assert rule(key("devices:sign_in"))
    assert not rule(key("devices:sign_in", on_behalf_of="ada"))
    assert not rule(key("bookings:read"))
    assert not rule(principal("customer"))


def test_an_rpc_without_a_rule_has_none() -> None:
    assert rule_for({CONTRACT: {}}, f"/{CONTRACT}/ListBookingMessages") is None


def test_a_complete_table_is_accepted() -> None:
    complete({CONTRACT: {"ListBookingMessages": anybody, "ExportCustomerData": customers}})


@pytest.mark.parametrize(
    "rules",
    [
        {},
        {"ListBookingMessages": anybody},
        {"ListBookingMessages": anybody, "ExportCustomerData": customers, "DropEverything": anybody},
    ],
)
def test_a_table_that_differs_from_its_contract_is_refused(rules: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="differ in"):
        complete({CONTRACT: rules})  # type: ignore[dict-item]
