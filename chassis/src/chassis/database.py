"""The service's own Postgres: an engine, and the two ways to use it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from sqlalchemy import event, exc
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

POOL_SIZE = 5
POOL_OVERFLOW = 5
POOL_TIMEOUT_SECONDS = 2
CONNECT_TIMEOUT_SECONDS = 3
SERVER_OPTIONS = (
    "-c statement_timeout=10000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 "
    "-c jit=off"  # compiling takes longer than any question of ours
)

AWAY = (exc.OperationalError, exc.InterfaceError, exc.TimeoutError, OSError)
"""What is raised when the database is away, restarting or out of connections; the same work may succeed later."""


class Database:
    """One service's database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._reading = engine.execution_options(isolation_level="AUTOCOMMIT")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that commits at the end of the block and rolls back when it raises."""
        async with self.engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection for single questions: no transaction around them, so one round trip each."""
        async with self._reading.connect() as connection:
            yield connection

    async def close(self) -> None:
        """Closes every pooled connection."""
        await self.engine.dispose()


def driver_url(url: str) -> str:
    """The same URL, naming the driver that SQLAlchemy shall use."""
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def open_database(url: str, name: str) -> Database:
    """The database at `url` (postgresql://…), under an application name that operators see; connects on first use."""
    engine = create_async_engine(
        driver_url(url),
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=POOL_TIMEOUT_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,  # errors are logged, and parameters are people's names and addresses
        connect_args={
            "application_name": name,
            "connect_timeout": CONNECT_TIMEOUT_SECONDS,
            "options": SERVER_OPTIONS,
        },
    )
    event.listen(engine.sync_engine, "handle_error", leave_out_rows)
    return Database(engine)


def leave_out_rows(context: ExceptionContext) -> None:
    """Cuts an error about a row to its first line: what follows shows the row, and with it people's names."""
    error, told = context.original_exception, context.sqlalchemy_exception
    if not isinstance(error, psycopg.IntegrityError | psycopg.DataError) or not error.diag.message_primary:
        return
    whole, error.args = str(error), (error.diag.message_primary,)
    if told:
        told.args = tuple(str(each).replace(whole, str(error)) for each in told.args)
