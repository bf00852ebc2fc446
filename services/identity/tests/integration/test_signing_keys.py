"""Signing keys in a real Postgres: one at the beginning, and rotations that nobody notices."""

import asyncio
import base64
import json
import os
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sql
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.messaging_schema import OUTBOX
from chassis.migrations import check
from chassis.sealing import WrongEncryptionKeyError
from identity.__main__ import assemble, seed
from identity.actions.signing_keys import ensure_signing_key, rotate_signing_key, rotate_when_due, verifying_keys
from identity.domain.key_terms import KeyTerms
from identity.domain.signing_key import SigningKey, signing_at
from identity.key_ring import KeyRing
from identity.settings import IdentitySettings
from identity.store import signing_keys
from joserfc.jws import extract_compact
from totetaxi.identity.v1.events_pb2 import SigningKeyRotated

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)
TERMS = KeyTerms(os.urandom(32), timedelta(days=90), overlap=timedelta(hours=1), notice=timedelta(seconds=30))


async def all_keys(database: Database) -> list[SigningKey]:
    return list(await verifying_keys(database, datetime.min.replace(tzinfo=UTC)))


def test_the_migrations_make_the_tables_that_the_code_describes(settings: IdentitySettings) -> None:
    check("identity", settings.database_url.get_secret_value())


async def test_many_replicas_starting_at_once_make_one_key(database: Database) -> None:
    await asyncio.gather(*(ensure_signing_key(database, TERMS, new_id(), NOON) for _ in range(8)))
    assert len(await all_keys(database)) == 1


async def test_seeding_twice_makes_one_key(database: Database, settings: IdentitySettings) -> None:
    await seed(database, settings)
    await seed(database, settings)
    assert len(await all_keys(database)) == 1


async def test_a_second_current_key_is_refused_by_the_database_itself(database: Database) -> None:
    await ensure_signing_key(database, TERMS, new_id(), NOON)
    with pytest.raises(sql.exc.IntegrityError):
        async with database.transaction() as connection:
            await signing_keys.add_key(connection, SigningKey(new_id(), {}, b"", NOON, NOON))


async def test_a_rotation_publishes_the_new_key_before_it_signs_and_keeps_the_old_one(database: Database) -> None:
    await ensure_signing_key(database, TERMS, new_id(), NOON)
    [old] = await all_keys(database)
    new = await rotate_signing_key(database, TERMS, new_id(), NOON + timedelta(days=1))
    keys = await all_keys(database)
    begins = NOON + timedelta(days=1, seconds=30)
    assert signing_at(keys, begins - timedelta(seconds=1)).key_id == old.key_id
    assert signing_at(keys, begins).key_id == new.key_id
    still_good = await verifying_keys(database, begins + timedelta(minutes=59))
    assert [key.key_id for key in still_good] == [old.key_id, new.key_id]
    assert [key.key_id for key in await verifying_keys(database, begins + timedelta(minutes=60))] == [new.key_id]


async def test_a_rotation_is_said_in_its_own_transaction(database: Database) -> None:
    await ensure_signing_key(database, TERMS, new_id(), NOON)
    new = await rotate_signing_key(database, TERMS, new_id(), NOON)
    async with database.reading() as connection:
        [row] = (await connection.execute(sql.select(OUTBOX))).mappings().all()
    said = SigningKeyRotated.FromString(row["payload"])
    assert said.key_id == str(new.key_id)
    assert said.previous_expires_at.ToDatetime(tzinfo=UTC) == NOON + timedelta(hours=1, seconds=30)


async def test_replicas_that_find_the_key_due_at_once_replace_it_once(database: Database) -> None:
    await ensure_signing_key(database, TERMS, new_id(), NOON)
    later = NOON + timedelta(days=90)
    await asyncio.gather(*(rotate_when_due(database, TERMS, new_id(), later) for _ in range(5)))
    assert len(await all_keys(database)) == 2


async def test_a_key_is_erased_once_nobody_accepts_it(database: Database) -> None:
    await ensure_signing_key(database, TERMS, new_id(), NOON)
    new = await rotate_signing_key(database, TERMS, new_id(), NOON)
    assert await rotate_when_due(database, TERMS, new_id(), NOON + timedelta(hours=2)) == 1
    assert [key.key_id for key in await all_keys(database)] == [new.key_id]


async def test_the_private_key_is_sealed_in_the_database(database: Database) -> None:
    await ensure_signing_key(database, TERMS, new_id(), NOON)
    [key] = await all_keys(database)
    KeyRing(TERMS.encryption_key).hold([key])
    with pytest.raises(WrongEncryptionKeyError):
        KeyRing(os.urandom(32)).hold([key])


async def test_every_replica_signs_with_the_new_key_soon_after_a_rotation(
    replica, second_replica, database: Database, settings: IdentitySettings, eventually
) -> None:
    async with second_replica as other:
        old = signed_with(await replica.runtime.caller.token())
        new = await rotate_signing_key(database, settings.key_terms(), new_id(), datetime.now(UTC))

        async def both_sign_with_the_new_key() -> bool:
            tokens = [await each.runtime.caller.token() for each in (replica, other)]
            return {signed_with(token) for token in tokens} == {str(new.key_id)}

        await eventually(both_sign_with_the_new_key, within_seconds=4)
        other.runtime.verifier.verify(await replica.runtime.caller.token())
        assert old != str(new.key_id)


async def test_a_wrong_encryption_key_stops_a_replica_at_start(replica, settings: IdentitySettings) -> None:
    changed = settings.model_copy(
        update={"key_encryption_key": type(settings.key_encryption_key)(base64.b64encode(os.urandom(32)).decode())}
    )
    runtime = replica.runtime
    runtime.settings = changed
    with pytest.raises(WrongEncryptionKeyError):
        await assemble(runtime)


def signed_with(token: str) -> str:
    return str(extract_compact(token.encode()).headers()["kid"])


def test_a_json_web_key_set_is_what_the_rfc_says() -> None:
    assert json.loads(KeyRing(TERMS.encryption_key).document(NOON)) == {"keys": []}
