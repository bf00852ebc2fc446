"""What a service does from the command line: `python -m pricing serve`."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import uvloop
from sqlalchemy.exc import SQLAlchemyError

from chassis import dead_letters
from chassis.clock import instant_of
from chassis.database import Database, open_database
from chassis.logging import configure_logging
from chassis.refusal import Refusal
from chassis.relay import replay
from chassis.runtime import Parts, Runtime, close_runtime, open_runtime, serve
from chassis.settings import ServiceSettings, load_settings
from chassis.telemetry import start_telemetry

Command = Callable[[Runtime, argparse.Namespace], Awaitable[None]]


@dataclass(frozen=True)
class Extra:
    """A command of one service's own: its help, its arguments, its work."""

    summary: str
    run: Command
    arguments: Callable[[argparse.ArgumentParser], None] = lambda parser: None


@dataclass(frozen=True)
class Service:
    """A service as its __main__ describes it."""

    name: str
    settings: type[ServiceSettings]
    assemble: Callable[[Runtime], Awaitable[Parts]]
    seed: Callable[[Database, Any], Awaitable[None]]
    commands: Mapping[str, Extra] = field(default_factory=dict)


def main(service: Service, arguments: Sequence[str] | None = None) -> None:
    """Runs one command of `service`; exits with 1 and one sentence when it is refused."""
    options = parser_of(service).parse_args(arguments)
    settings = load_settings(service.settings)
    configure_logging(service.name)
    start_telemetry(service.name)
    try:
        options.act(service, settings, options)
    except (Refusal, SQLAlchemyError) as error:
        sys.exit(f"{service.name} {options.command}: {str(error).splitlines()[0]}")


def parser_of(service: Service) -> argparse.ArgumentParser:
    """The command line of `service`."""
    parser = argparse.ArgumentParser(prog=f"python -m {service.name}", description=service.assemble.__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="answer RPCs and events until stopped").set_defaults(act=run_serve)
    commands.add_parser("migrate", help="bring the database to the newest revision").set_defaults(act=run_migrate)
    commands.add_parser("seed", help="put in what must be there; safe to repeat").set_defaults(act=run_seed)
    add_dead_letters(commands.add_parser("deadletters", help="events that no try could handle"))
    add_outbox(commands.add_parser("outbox", help="events to publish"))
    for name, extra in service.commands.items():
        own = commands.add_parser(name, help=extra.summary)
        extra.arguments(own)
        own.set_defaults(act=run_extra)
    return parser


def add_dead_letters(parser: argparse.ArgumentParser) -> None:
    """list, show N, retry N, drop N."""
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="all, oldest first")
    for action, summary in (("show", "one in full"), ("retry", "handle it now"), ("drop", "forget it")):
        actions.add_parser(action, help=summary).add_argument("sequence", type=int)
    parser.set_defaults(act=run_dead_letters)


def add_outbox(parser: argparse.ArgumentParser) -> None:
    """replay --since."""
    actions = parser.add_subparsers(dest="action", required=True)
    again = actions.add_parser(
        "replay", help="publish again what was published since then (listeners drop what they know)"
    )
    again.add_argument(
        "--since",
        type=instant_of,
        required=True,
        help="ISO 8601 with offset, such as 2027-06-02T10:00:00-04:00",
    )
    parser.set_defaults(act=run_outbox)


def run_serve(service: Service, settings: ServiceSettings, _options: argparse.Namespace) -> None:
    """Serves until stopped."""

    async def work() -> None:
        runtime = open_runtime(service.name, settings)
        await serve(runtime, await service.assemble(runtime))

    uvloop.run(work())


def run_migrate(service: Service, settings: ServiceSettings, _options: argparse.Namespace) -> None:
    """Migrates."""
    from chassis.migrations import migrate  # noqa: PLC0415 - a quarter of a second that serving need not pay

    migrate(service.name, settings.database_url.get_secret_value())


def run_seed(service: Service, settings: ServiceSettings, _options: argparse.Namespace) -> None:
    """Seeds."""

    async def work() -> None:
        database = open_database(settings.database_url.get_secret_value(), service.name)
        try:
            await service.seed(database, settings)
        finally:
            await database.close()

    asyncio.run(work())


def with_runtime(service: Service, settings: ServiceSettings, act: Callable[[Runtime], Awaitable[None]]) -> None:
    """Runs `act` on a runtime that is closed afterwards."""

    async def work() -> None:
        runtime = open_runtime(service.name, settings)
        try:
            await act(runtime)
        finally:
            await close_runtime(runtime)

    asyncio.run(work())


def run_extra(service: Service, settings: ServiceSettings, options: argparse.Namespace) -> None:
    """A command of the service's own."""
    with_runtime(service, settings, lambda runtime: service.commands[options.command].run(runtime, options))


def run_dead_letters(service: Service, settings: ServiceSettings, options: argparse.Namespace) -> None:
    """Dead letters."""

    async def act(runtime: Runtime) -> None:
        parts = await service.assemble(runtime)
        await dead_letters.run(runtime, parts.listeners, options)

    with_runtime(service, settings, act)


def run_outbox(service: Service, settings: ServiceSettings, options: argparse.Namespace) -> None:
    """Publishes again."""

    async def act(runtime: Runtime) -> None:
        count = await replay(runtime.database, options.since)
        sys.stdout.write(f"{count} events will be published again\n")

    with_runtime(service, settings, act)
