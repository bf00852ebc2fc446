"""`python -m identity audit verify`: is the audit log whole? Exit status 1 when it is not."""

from __future__ import annotations

import argparse
import re
import sys

from chassis.commands import Extra
from chassis.database import Database
from chassis.runtime import Runtime

from identity.actions.verify_audit_chain import Stretch, verify_audit_chain
from identity.domain.audit_chain import Break, Head
from identity.store import audit

STRETCH = 10_000
ANCHOR = re.compile(r"([1-9][0-9]{0,17}):([0-9a-f]{64})")


async def verify(runtime: Runtime, options: argparse.Namespace) -> None:
    """Walks the whole chain, and says that it is intact or where it is first broken."""
    total, stretch = 0, await verify_audit_chain(runtime.database, 0, STRETCH)
    while stretch.next_position:
        total += stretch.verified
        stretch = await verify_audit_chain(runtime.database, stretch.next_position, STRETCH)
    total += stretch.verified
    broken = stretch.broken or await break_at_anchors(runtime.database, options.expect)
    if broken:
        sys.exit(f"broken at position {broken.position}: {broken.finding}")
    sys.stdout.write(f"intact: {told(total, stretch)}\n")


def told(total: int, stretch: Stretch) -> str:
    """How long the log is and how it ends, in the form that `--expect` takes."""
    return f"{total} entries, the last is {stretch.last.position}:{stretch.last.hash.hex()}" if total else "0 entries"


async def break_at_anchors(database: Database, anchors: list[Head]) -> Break | None:
    """The first entry that was seen with another hash before; only that shows a chain rewritten as a whole."""
    async with database.reading() as connection:
        for anchor in sorted(anchors, key=lambda anchor: anchor.position):
            entry = await audit.find_entry(connection, anchor.position)
            if entry is None:
                return Break(anchor.position, f"Entry {anchor.position} is missing.")
            if entry.hash != anchor.hash:
                return Break(anchor.position, f"Entry {anchor.position} had another hash before.")
    return None


def anchor_of(text: str) -> Head:
    """An entry as it was seen before. Raises ArgumentTypeError, which argparse shows."""
    parts = ANCHOR.fullmatch(text)
    if parts is None:
        raise argparse.ArgumentTypeError(f"{text!r} must be a position and the hash there, such as 41:9f86d0…, in hex")
    return Head(int(parts[1]), bytes.fromhex(parts[2]))


def audit_arguments(parser: argparse.ArgumentParser) -> None:
    """`audit verify [--expect POSITION:HASH …]`."""
    walk = parser.add_subparsers(dest="action", required=True).add_parser("verify", help="is every entry in its place?")
    walk.add_argument(
        "--expect",
        type=anchor_of,
        action="append",
        default=[],
        metavar="POSITION:HASH",
        help="an entry as an earlier run or the service's log showed it",
    )


AUDIT = Extra("the audit log", verify, audit_arguments)
