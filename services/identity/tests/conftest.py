"""Fixtures of identity's tests: identity as it runs, with its own database and its own gRPC server."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from chassis.database import Database, open_database
from chassis.identifiers import new_id
from identity.domain.principals import service_subject, sign
from identity.domain.signing_key import new_key_pair
from identity.settings import IdentitySettings
from joserfc.jwk import OKPKey

sys.path.insert(0, str(Path(__file__).parent / "fixtures"))

from identity_stage import Replica, Stage, replica_of, settings_for


@pytest.fixture
def settings(make_database: Callable[[str], str]) -> IdentitySettings:
    return settings_for(make_database("identity"))


@pytest.fixture
async def database(settings: IdentitySettings) -> AsyncIterator[Database]:
    opened = open_database(settings.database_url.get_secret_value(), "test")
    yield opened
    await opened.close()


@pytest.fixture
async def replica(settings: IdentitySettings) -> AsyncIterator[Replica]:
    async with replica_of(settings) as running:
        yield running


@pytest.fixture
async def stage(replica: Replica, database: Database) -> Stage:
    """Identity, as its gateway calls it."""
    return Stage(replica, database)


@pytest.fixture
def second_replica(settings: IdentitySettings) -> AbstractAsyncContextManager[Replica]:
    return replica_of(settings)


@pytest.fixture
def forged_token() -> str:
    """The gateway's principal, well made, under a key of somebody else's."""
    key = OKPKey.import_key(new_key_pair(new_id()).private_key)
    return sign(service_subject("gateway"), key, datetime.now(UTC), new_id()).token
