"""The streams: one per context for its events, one per service for its dead letters. Made by whoever publishes."""

from __future__ import annotations

from nats.aio.client import Client
from nats.js.api import StorageType, StreamConfig
from nats.js.errors import BadRequestError

from chassis.broker import jetstream_of
from chassis.events import ROOT

DAY_SECONDS = 86_400
KEPT_SECONDS = 30 * DAY_SECONDS
DUPLICATE_WINDOW_SECONDS = 10 * 60
NAME_IN_USE = 10058
"""JetStream's error code for a stream that exists with another configuration."""


async def ensure_stream(client: Client, context: str, replicas: int) -> str:
    """Creates the stream of a context's events, or brings it up to date; returns its name."""
    config = StreamConfig(
        name=context.upper(),
        subjects=[f"{ROOT}.{context}.>"],
        storage=StorageType.FILE,
        max_age=KEPT_SECONDS,
        duplicate_window=DUPLICATE_WINDOW_SECONDS,
        num_replicas=replicas,
    )
    return await ensure(client, config)


async def ensure_dead_letters(client: Client, service: str, replicas: int) -> str:
    """Creates the stream of a service's dead letters, kept until somebody decides; returns its name."""
    config = StreamConfig(
        name=dead_letter_stream(service),
        subjects=[f"{ROOT}.deadletters.{service}.>"],
        storage=StorageType.FILE,
        duplicate_window=DUPLICATE_WINDOW_SECONDS,
        num_replicas=replicas,
    )
    return await ensure(client, config)


def dead_letter_stream(service: str) -> str:
    """The stream of a service's dead letters."""
    return f"DEADLETTERS_{service.upper()}"


def dead_letter_subject(service: str, durable: str) -> str:
    """Where the dead letters of one listener go."""
    return f"{ROOT}.deadletters.{service}.{durable}"


async def ensure(client: Client, config: StreamConfig) -> str:
    """Creates or updates a stream; several processes may do it at once."""
    jetstream = jetstream_of(client)
    try:
        await jetstream.add_stream(config)
    except BadRequestError as error:
        if error.err_code != NAME_IN_USE:
            raise
        await jetstream.update_stream(config)
    return str(config.name)
