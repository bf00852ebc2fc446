"""Makes databases, tables and first rows, for all five services in one process: `python -m local_stack.preparation`."""

from __future__ import annotations

import asyncio
import os
import sys
from importlib import import_module
from pathlib import Path

from chassis.commands import Service
from chassis.database import open_database
from chassis.migrations import migrate
from chassis.settings import ServiceSettings, load_settings

from local_stack import postgres
from local_stack.freshness import note_prepared
from local_stack.places import read_json
from local_stack.secrets_file import DATA_VARIABLE, SECRETS_VARIABLE, SERVICES


def prepare(service: Service) -> None:
    """Migrates and seeds the database of one service."""
    settings = load_settings(service.settings)
    migrate(service.name, settings.database_url.get_secret_value())
    asyncio.run(seed(service, settings))


async def seed(service: Service, settings: ServiceSettings) -> None:
    """Puts in what must be there."""
    database = open_database(settings.database_url.get_secret_value(), service.name)
    try:
        await service.seed(database, settings)
    finally:
        await database.close()


def main() -> None:
    """All five, one after the other."""
    secrets = read_json(Path(os.environ[SECRETS_VARIABLE]))
    for name in SERVICES:
        postgres.create_role_and_database(
            os.environ[postgres.SUPERUSER_URL_VARIABLE], name, secrets[f"{name}_database"]
        )
        prepare(import_module(f"{name}.__main__").SERVICE)
        sys.stderr.write(f"{name} is prepared\n")
    note_prepared(Path(os.environ[DATA_VARIABLE]))


if __name__ == "__main__":
    main()
