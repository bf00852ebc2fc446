"""The policy, the contract and the README say the same."""

from pathlib import Path

from chassis.policy import rule_for
from chassis.principal import Principal
from identity.policy import POLICY
from totetaxi.identity.v1.identity_service_pb2 import DESCRIPTOR

SERVICE = DESCRIPTOR.services_by_name["IdentityService"]


def may(method: str, kind: str, name: str) -> bool:
    rule = rule_for(POLICY, f"/{SERVICE.full_name}/{method}")
    assert rule is not None
    return rule(Principal(kind, name, "", frozenset(), 0.0))  # type: ignore[arg-type]


def test_every_rpc_has_a_rule() -> None:
    assert set(POLICY[SERVICE.full_name]) == {method.name for method in SERVICE.methods}


def test_the_readme_names_every_rpc() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    assert [method.name for method in SERVICE.methods if f"`{method.name}`" not in readme] == []


def test_visitors_principals_are_for_the_gateway_alone() -> None:
    assert may("IssueAnonymousPrincipal", "service", "gateway")
    for kind, name in (("service", "booking"), ("anonymous", "gateway"), ("customer", "gateway"), ("staff", "gateway")):
        assert not may("IssueAnonymousPrincipal", kind, name)
