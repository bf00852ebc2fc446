"""`python -m notifications failed list | retry MESSAGE`: messages that no try could deliver."""

from __future__ import annotations

import argparse
import sys
from uuid import UUID

from chassis.audit import Actor
from chassis.commands import Extra
from chassis.identifiers import new_id
from chassis.runtime import Runtime

from notifications.actions import staff_desk
from notifications.store import message_log

SHOWN = 100
OPERATOR = Actor("service", "operator", "operator")
"""Whoever runs a command on the machine itself."""


async def run(runtime: Runtime, options: argparse.Namespace) -> None:
    """Does what was asked."""
    if options.action == "list":
        await show(runtime)
    else:
        await retry(runtime, options.message)


async def show(runtime: Runtime) -> None:
    """The newest of them, without addresses."""
    async with runtime.database.reading() as connection:
        rows = await message_log.search(connection, message_log.Search(given_up=True), None, SHOWN)
    lines = [f"{row['id']}  {row['created_at']:%Y-%m-%d %H:%M}  {row['template']}  {row['last_error']}" for row in rows]
    sys.stdout.write("\n".join(lines or ["no failed messages"]) + "\n")


async def retry(runtime: Runtime, message_id: UUID) -> None:
    """Queues it once more, as staff's desk does. Raises NotFound and Conflict."""
    row, _ = await staff_desk.resend_message(
        runtime.database, message_id, str(new_id()), "", runtime.clock.now(), OPERATOR
    )
    sys.stdout.write(f"queued as {row['id']}\n")


def arguments(parser: argparse.ArgumentParser) -> None:
    """list, retry MESSAGE."""
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="the newest 100")
    actions.add_parser("retry", help="send one again").add_argument("message", type=UUID)


FAILED = Extra("messages that no try could deliver", run, arguments)
