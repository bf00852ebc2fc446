"""Policies: for every RPC, who may call it. What a table doesn't name is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from google.protobuf import descriptor_pool

from chassis.principal import Principal

Rule = Callable[[Principal], bool]
Policy = Mapping[str, Mapping[str, Rule]]
"""gRPC service full name → RPC name → rule."""


def anybody(principal: Principal) -> bool:
    """Whoever has a valid principal, visitors included."""
    return True


def unauthenticated(principal: Principal) -> bool:
    """No principal needed; only for the call that hands them out."""
    return True


def guests(principal: Principal) -> bool:
    """Visitors who have not signed in."""
    return principal.kind == "anonymous"


def customers(principal: Principal) -> bool:
    """Signed-in customers."""
    return principal.kind == "customer"


def staff(principal: Principal) -> bool:
    """Signed-in staff of any role."""
    return principal.kind == "staff"


def staff_with(permission: str) -> Rule:
    """Signed-in staff whose role grants `permission`, such as `can_manage_catalog`."""
    return lambda principal: principal.kind == "staff" and permission in principal.scopes


def customers_or_keys(scope: str) -> Rule:
    """Signed-in customers, and API keys that act for one with `scope`, such as `bookings:write`."""
    return lambda principal: (
        principal.kind == "customer"
        or (principal.kind == "api_key" and bool(principal.on_behalf_of) and scope in principal.scopes)
    )


def machines(scope: str) -> Rule:
    """API keys of apps and partners that have `scope` and act for no customer."""
    return lambda principal: principal.kind == "api_key" and not principal.on_behalf_of and scope in principal.scopes


def services(*names: str) -> Rule:
    """These services, for themselves."""
    return lambda principal: principal.kind == "service" and principal.id in names


def any_of(*rules: Rule) -> Rule:
    """Whoever one of the rules lets in."""
    return lambda principal: any(rule(principal) for rule in rules)


def complete(policy: Policy) -> None:
    """Raises ValueError when an RPC of a contract in the table has no rule, or a rule has no RPC."""
    for name, rules in policy.items():
        contract = descriptor_pool.Default().FindServiceByName(name)
        differing = {method.name for method in contract.methods} ^ set(rules)
        if differing:
            raise ValueError(f"policy and contract of {name} differ in {', '.join(sorted(differing))}")


def rule_for(policy: Policy, method: str) -> Rule | None:
    """The rule of a full method name, if there is one."""
    _, service, name = method.split("/")
    return policy.get(service, {}).get(name)
