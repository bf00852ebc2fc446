"""`python -m identity audit verify` and its RPC walk the chain stretch by stretch."""

from __future__ import annotations

import base64
import os
import subprocess
import sys

import pytest
from audit_stage import fill, tamper, verified
from chassis.clock import Clock
from chassis.database import Database
from identity.api.audit_api import AuditApi
from identity.audit_command import anchor_of
from identity.settings import IdentitySettings
from identity.store.audit_tables import audit_entry
from totetaxi.identity.v1.audit_service_pb2 import VerifyAuditChainRequest


def command(settings: IdentitySettings, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "IDENTITY_DATABASE_URL": settings.database_url.get_secret_value(),
        "IDENTITY_NATS_URL": "nats://127.0.0.1:1",
        "IDENTITY_SERVICE_SECRETS": "{}",
        "IDENTITY_KEY_ENCRYPTION_KEY": base64.b64encode(bytes(32)).decode(),
    }
    line = [sys.executable, "-m", "identity", "audit", "verify", *arguments]
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


async def test_an_empty_log_is_intact(database: Database) -> None:
    found = await verified(database)
    assert (found.broken, found.verified, found.next_position) == (None, 0, 0)


async def test_stretches_cover_the_whole_chain(database: Database) -> None:
    await fill(database, 7)
    first = await verified(database, 0, 3)
    second = await verified(database, first.next_position, 3)
    third = await verified(database, second.next_position, 3)
    assert [found.verified for found in (first, second, third)] == [3, 3, 1]
    assert [found.next_position for found in (first, second, third)] == [4, 7, 0]


async def test_a_stretch_that_ends_with_the_log_says_so_in_the_next(database: Database) -> None:
    await fill(database, 3)
    first = await verified(database, 0, 3)
    assert first.next_position == 4
    assert (await verified(database, 4, 3)).next_position == 0
    await tamper(database, audit_entry.delete().where(audit_entry.c.position == 3))
    broken = (await verified(database, 4, 3)).broken
    assert broken is not None
    assert broken.position == 3


async def test_the_rpc_says_where_and_how(database: Database) -> None:
    await fill(database, 3)
    api = AuditApi(database, Clock())
    answer = await api.VerifyAuditChain(VerifyAuditChainRequest(), None)  # type: ignore[arg-type]
    assert (answer.is_intact, answer.verified, answer.broken_position, answer.next_position) == (True, 3, 0, 0)
    await tamper(database, audit_entry.update().where(audit_entry.c.position == 2).values(reason="other"))
    answer = await api.VerifyAuditChain(VerifyAuditChainRequest(), None)  # type: ignore[arg-type]
    assert (answer.is_intact, answer.verified, answer.broken_position) == (False, 1, 2)
    assert answer.finding == "Entry 2 was altered."


async def test_the_command_ends_with_1_when_the_chain_is_broken(database: Database, settings: IdentitySettings) -> None:
    await fill(database, 3)
    whole = command(settings)
    assert (whole.returncode, whole.stdout[:18]) == (0, "intact: 3 entries,")
    assert command(settings, "--expect", whole.stdout.split()[-1]).returncode == 0
    await tamper(database, audit_entry.delete().where(audit_entry.c.position == 2))
    broken = command(settings)
    assert (broken.returncode, broken.stderr) == (1, "broken at position 2: Entry 2 is missing.\n")


@pytest.mark.parametrize("text", ["", "41", "0:" + "a" * 64, "41:abc", "-1:" + "a" * 64, "1:" + "A" * 64])
def test_what_is_no_place_in_the_chain_is_refused(text: str) -> None:
    with pytest.raises(Exception, match="must be a position and the hash there"):
        anchor_of(text)
