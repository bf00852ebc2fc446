"""`python -m identity serve | migrate | seed | keys rotate | audit verify | deadletters … | outbox …`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any

import grpc
from chassis.clock import Clock
from chassis.commands import Extra, Service, main
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.runtime import Parts, Runtime
from totetaxi.identity.v1.address_service_pb2_grpc import add_AddressServiceServicer_to_server
from totetaxi.identity.v1.api_key_service_pb2_grpc import add_ApiKeyServiceServicer_to_server
from totetaxi.identity.v1.audit_service_pb2_grpc import add_AuditServiceServicer_to_server
from totetaxi.identity.v1.customer_service_pb2_grpc import add_CustomerServiceServicer_to_server
from totetaxi.identity.v1.identity_service_pb2_grpc import add_IdentityServiceServicer_to_server
from totetaxi.identity.v1.privacy_service_pb2_grpc import add_PrivacyServiceServicer_to_server
from totetaxi.identity.v1.session_service_pb2_grpc import add_SessionServiceServicer_to_server
from totetaxi.identity.v1.staff_service_pb2_grpc import add_StaffServiceServicer_to_server

from identity.access import Access
from identity.actions.signing_keys import ensure_signing_key, rotate_signing_key
from identity.api.address_api import AddressApi
from identity.api.api_key_api import ApiKeyApi
from identity.api.audit_api import AuditApi
from identity.api.customer_api import CustomerApi
from identity.api.identity_api import IdentityApi
from identity.api.privacy_api import PrivacyApi
from identity.api.session_api import SessionApi
from identity.api.staff_api import StaffApi
from identity.audit_command import AUDIT
from identity.audit_listeners import audit_listeners
from identity.clock import loops_of
from identity.demo_staff import DEMO_STAFF, ensure_demo_staff
from identity.domain.service_secrets import ServiceSecrets
from identity.erasure_listeners import erasure_listeners
from identity.events import listeners
from identity.hashing import PasswordHashing
from identity.key_ring import KeyRing
from identity.own_caller import OwnCaller
from identity.policy import POLICY
from identity.settings import IdentitySettings
from identity.signatures import Signatures

Servicers = Sequence[tuple[Callable[[Any, grpc.aio.Server], None], object]]


async def assemble(runtime: Runtime) -> Parts:
    """Identity: who somebody is, and the principals that prove it."""
    settings: IdentitySettings = runtime.settings
    await ensure_signing_key(runtime.database, settings.key_terms(), new_id(), runtime.clock.now())
    key_ring = KeyRing(settings.encryption_key())
    caller = OwnCaller(runtime, key_ring)
    runtime.caller = caller
    await caller.load_keys()
    hashing = PasswordHashing(settings.hashing_threads, settings.hashing_queue)
    access = Access(runtime.database, hashing, settings.access_terms(), settings.encryption_key())
    return Parts(
        servicers=[
            *servicers_of(settings, access, Signatures(key_ring, runtime.clock)),
            (add_AuditServiceServicer_to_server, AuditApi(runtime.database, runtime.clock)),
            (add_PrivacyServiceServicer_to_server, PrivacyApi(access, runtime.clock)),
        ],
        policy=POLICY,
        listeners=[*listeners(), *audit_listeners(runtime.clock), *erasure_listeners(runtime.clock)],
        loops=loops_of(runtime, caller, access),
        closers=[hashing.close],
    )


def servicers_of(settings: IdentitySettings, access: Access, signatures: Signatures) -> Servicers:
    """The doors, one for each service of the contract."""
    secrets = {name: secret.get_secret_value() for name, secret in settings.service_secrets.items()}
    return [
        (add_IdentityServiceServicer_to_server, IdentityApi(signatures, ServiceSecrets(secrets))),
        (add_SessionServiceServicer_to_server, SessionApi(access, signatures)),
        (add_CustomerServiceServicer_to_server, CustomerApi(access, signatures)),
        (add_AddressServiceServicer_to_server, AddressApi(access, signatures)),
        (add_StaffServiceServicer_to_server, StaffApi(access, signatures)),
        (add_ApiKeyServiceServicer_to_server, ApiKeyApi(access, signatures)),
    ]


async def seed(database: Database, settings: IdentitySettings) -> None:
    """Makes the first signing key when there is none; in a local stack also the demo staff."""
    now = Clock().now()
    await ensure_signing_key(database, settings.key_terms(), new_id(), now)
    if settings.environment == "local":
        ids = {username: new_id() for username in DEMO_STAFF}
        await ensure_demo_staff(database, ids, settings.demo_password.get_secret_value(), now)


async def change_keys(runtime: Runtime, _options: argparse.Namespace) -> None:
    """Begins a new signing key; the old one verifies until the overlap is over."""
    terms = runtime.settings.key_terms()
    key = await rotate_signing_key(runtime.database, terms, new_id(), runtime.clock.now())
    sys.stdout.write(f"key {key.key_id} signs from {key.active_from.isoformat()}\n")


def key_arguments(parser: argparse.ArgumentParser) -> None:
    """`keys rotate`."""
    parser.add_subparsers(dest="action", required=True).add_parser("rotate", help="begin a new signing key")


SERVICE = Service(
    name="identity",
    settings=IdentitySettings,
    assemble=assemble,
    seed=seed,
    commands={"keys": Extra("the keys that sign principals", change_keys, key_arguments), "audit": AUDIT},
)

if __name__ == "__main__":
    main(SERVICE)
