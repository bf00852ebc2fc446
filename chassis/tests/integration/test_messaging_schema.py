"""The tables in code and the tables that the first revision makes are the same, and databases are ready at once."""

from __future__ import annotations

from collections.abc import Callable

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from chassis.database import driver_url
from chassis.messaging_schema import FIRST_REVISION, messaging_tables
from sqlalchemy import MetaData, create_engine, text


def test_code_and_first_revision_agree(empty_database: Callable[[], str]) -> None:
    metadata = MetaData()
    messaging_tables(metadata)
    engine = create_engine(driver_url(empty_database()))
    with engine.begin() as connection:
        for statement in FIRST_REVISION:
            connection.execute(text(statement))
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()
