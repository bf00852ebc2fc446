"""The policy, the contracts and the README say the same; and who may do what is written down once more, by caller."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from chassis.clock import Clock
from chassis.events import subject_of
from chassis.policy import Rule, complete, unauthenticated
from chassis.principal import Principal, PrincipalKind
from chassis.settings import ServiceSettings
from identity.__main__ import SERVICE
from identity.audit_listeners import audit_listeners
from identity.erasure_listeners import erasure_listeners
from identity.events import listeners
from identity.policy import POLICY
from identity.settings import IdentitySettings
from totetaxi.identity.v1 import events_pb2

README = (Path(__file__).parents[2] / "README.md").read_text()
EVERY_SCOPE = frozenset({"profile:read", "profile:write", "addresses:read", "addresses:write", "devices:sign_in"})
STAFF = frozenset({"can_view_customers", "can_manage_customers"})
SUPERVISOR = STAFF | {"can_view_audit"}
ADMIN = SUPERVISOR | {"can_manage_staff", "can_manage_api_keys"}

OWN_ACCOUNT = {"ListOwnSessions", "RevokeOwnSession", "RevokeOtherSessions"}
LINKS = {"VerifyEmail", "RequestPasswordReset", "ResetPassword"}
PROFILE = {"ResendVerification", "ChangePassword", "GetProfile", "UpdateProfile", "GetAccountOverview"}
ADDRESSES = {
    "ListAddresses",
    "BatchGetAddresses",
    "CreateAddress",
    "UpdateAddress",
    "DeleteAddress",
    "NoteAddressUse",
    "SuggestAddresses",
}
DEVICES = {"ListOwnDevices", "SignOutDevice"}
OWN_STAFF_ACCOUNT = {
    "GetOwnStaffProfile",
    "ChangeOwnPassword",
    "EnrolTotp",
    "ConfirmTotp",
    "ReplaceRecoveryCodes",
    "RemoveTotp",
    "ListRoles",
}
CARE = {"ListCustomers", "GetCustomer", "CountCustomers", "SetVip", "AddCustomerNote", "ListCustomerNotes"}
STAFF_ACCOUNTS = {
    "ListStaff",
    "GetStaff",
    "CreateStaff",
    "UpdateStaff",
    "DeactivateStaff",
    "ReactivateStaff",
    "UnlockStaff",
    "SendStaffPasswordReset",
    "ResetSecondFactor",
}
KEYS = {"CreateApiKey", "ListApiKeys", "RevokeApiKey"}
AUDIT = {"SearchAuditLog", "ExportAuditLog", "VerifyAuditChain"}
PRIVACY = {"ExportMyData", "RequestErasure"}
GATEWAY = {
    "IssueAnonymousPrincipal",
    "SignInCustomer",
    "SignInStaff",
    "CompleteStaffSignIn",
    "ResolveSession",
    "SignOut",
    "Register",
    "ResolveApiKey",
}
ANYBODY = {"ListSigningKeys", "GetErasureStatus"}
OF_A_CUSTOMER = PROFILE | ADDRESSES | DEVICES


def caller(kind: PrincipalKind, name: str, scopes: frozenset[str] = frozenset(), on_behalf_of: str = "") -> Principal:
    return Principal(kind, name, "", scopes, 0, on_behalf_of)


MAY: Mapping[str, tuple[Principal, set[str]]] = {
    "visitor": (caller("anonymous", "anonymous"), ANYBODY | LINKS),
    "customer": (caller("customer", "ada"), ANYBODY | LINKS | OWN_ACCOUNT | OF_A_CUSTOMER | PRIVACY),
    "staff": (caller("staff", "sam", STAFF), ANYBODY | LINKS | OWN_ACCOUNT | OWN_STAFF_ACCOUNT | CARE),
    "staff without permissions": (caller("staff", "sam"), ANYBODY | LINKS | OWN_ACCOUNT | OWN_STAFF_ACCOUNT),
    "supervisor": (
        caller("staff", "sue", SUPERVISOR),
        ANYBODY | LINKS | OWN_ACCOUNT | OWN_STAFF_ACCOUNT | CARE | AUDIT,
    ),
    "admin": (
        caller("staff", "alex", ADMIN),
        ANYBODY | LINKS | OWN_ACCOUNT | OWN_STAFF_ACCOUNT | CARE | STAFF_ACCOUNTS | KEYS | AUDIT,
    ),
    "app": (caller("api_key", "app", EVERY_SCOPE), ANYBODY | {"SignInDevice"}),
    "app without scopes": (caller("api_key", "app"), ANYBODY),
    "device": (caller("api_key", "phone", EVERY_SCOPE, "ada"), ANYBODY | OF_A_CUSTOMER),
    "device without scopes": (caller("api_key", "phone", frozenset(), "ada"), ANYBODY),
    "customer with the name and scopes of others": (
        caller("customer", "gateway", ADMIN | EVERY_SCOPE),
        ANYBODY | LINKS | OWN_ACCOUNT | OF_A_CUSTOMER | PRIVACY,
    ),
    "gateway": (caller("service", "gateway"), ANYBODY | LINKS | GATEWAY),
    "another service": (caller("service", "booking"), ANYBODY),
}


def rules() -> dict[str, Rule]:
    return {method: rule for methods in POLICY.values() for method, rule in methods.items()}


def test_every_rpc_has_a_rule() -> None:
    complete(POLICY)
    assert sum(len(methods) for methods in POLICY.values()) == len(rules())


@pytest.mark.parametrize("who", MAY)
def test_a_caller_may_do_just_this(who: str) -> None:
    principal, allowed = MAY[who]
    assert {method for method, rule in rules().items() if rule is not unauthenticated and rule(principal)} == allowed


def test_only_the_proof_of_a_service_needs_no_principal() -> None:
    assert [method for method, rule in rules().items() if rule is unauthenticated] == ["ExchangeServiceSecret"]


def test_the_readme_names_every_rpc_event_and_setting() -> None:
    said = [f"`{subject_of(getattr(events_pb2, name))}`" for name in events_of_ours()]
    hearing = [*listeners(), *audit_listeners(Clock()), *erasure_listeners(Clock())]
    heard = [f"`{listener.subject}` | heard (`{listener.durable(SERVICE.name)}`)" for listener in hearing]
    own = set(IdentitySettings.model_fields) - set(ServiceSettings.model_fields) - {"demo_password"}
    settings = [f"`IDENTITY_{name.upper()}` | " for name in own]
    rpcs = [f"`{method}`" for method in rules()]
    assert [name for name in [*said, *heard, *settings, *rpcs] if name not in README] == []


def events_of_ours() -> list[str]:
    """Messages of the contract that are said: not their parts."""
    return [name for name in events_pb2.DESCRIPTOR.message_types_by_name if name != "MailRecipient"]
