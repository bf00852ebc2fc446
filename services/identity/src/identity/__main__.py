"""`python -m identity serve | migrate | seed | keys rotate | deadletters … | outbox …`."""

from __future__ import annotations

import argparse
import sys

from chassis.clock import Clock
from chassis.commands import Extra, Service, main
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.runtime import Parts, Runtime
from totetaxi.identity.v1.identity_service_pb2_grpc import add_IdentityServiceServicer_to_server

from identity.actions import ensure_signing_key, rotate_signing_key
from identity.api import IdentityApi
from identity.clock import loops_of
from identity.domain.service_secrets import ServiceSecrets
from identity.key_ring import KeyRing
from identity.own_caller import OwnCaller
from identity.policy import POLICY
from identity.settings import IdentitySettings
from identity.staff_accounts import DEMO_STAFF, ensure_demo_staff


async def assemble(runtime: Runtime) -> Parts:
    """Identity: who somebody is, and the principals that prove it."""
    settings: IdentitySettings = runtime.settings
    await ensure_signing_key(runtime.database, settings.key_terms(), new_id(), runtime.clock.now())
    key_ring = KeyRing(settings.encryption_key())
    caller = OwnCaller(runtime, key_ring)
    runtime.caller = caller
    await caller.load_keys()
    return Parts(
        servicers=[(add_IdentityServiceServicer_to_server, api_of(settings, key_ring, runtime.clock))],
        policy=POLICY,
        loops=loops_of(runtime, caller),
    )


def api_of(settings: IdentitySettings, key_ring: KeyRing, clock: Clock) -> IdentityApi:
    """The door, with the secrets it checks."""
    secrets = {name: secret.get_secret_value() for name, secret in settings.service_secrets.items()}
    return IdentityApi(key_ring, ServiceSecrets(secrets), clock)


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
    commands={"keys": Extra("the keys that sign principals", change_keys, key_arguments)},
)

if __name__ == "__main__":
    main(SERVICE)
