"""`python -m identity staff invite`: the first admin, whom nobody can invite over REST; also a way back in."""

from __future__ import annotations

import argparse
import sys

from chassis.commands import Extra
from chassis.identifiers import new_id
from chassis.runtime import Runtime

from identity.access import Access
from identity.actions.acts import OPERATOR
from identity.actions.staff_accounts import create_staff
from identity.hashing import PasswordHashing
from identity.settings import IdentitySettings

MEMBERS = ("email", "first_name", "last_name")


async def invite(runtime: Runtime, options: argparse.Namespace) -> None:
    """Makes a staff account and mails its owner a link to choose a password with."""
    settings: IdentitySettings = runtime.settings
    hashing = PasswordHashing(settings.hashing_threads, settings.hashing_queue)
    access = Access(runtime.database, hashing, settings.access_terms(), settings.encryption_key())
    members = {name: getattr(options, name) for name in MEMBERS}
    try:
        made = await create_staff(
            access, new_id(), options.username, options.role, members, runtime.clock.now(), OPERATOR
        )
    finally:
        await hashing.close()
    sys.stdout.write(f"{made.username} is invited as {made.role}: the link is mailed to {made.email}\n")


def arguments(parser: argparse.ArgumentParser) -> None:
    """`staff invite USERNAME EMAIL FIRST_NAME LAST_NAME [--role admin]`."""
    invited = parser.add_subparsers(dest="action", required=True).add_parser("invite", help="mail an invitation")
    for name in ("username", *MEMBERS):
        invited.add_argument(name)
    invited.add_argument("--role", default="admin", help="staff, supervisor or admin (the default)")


STAFF = Extra("staff accounts: the first admin", invite, arguments)
