"""Identifiers: UUIDv7, so that rows made later sort later."""

from __future__ import annotations

import uuid

import uuid_utils
from uuid_utils import compat


def new_id() -> uuid.UUID:
    """A new UUIDv7 (RFC 9562)."""
    return compat.uuid7()


def new_hex_id() -> str:
    """The same as 32 hexadecimal digits, for ids that are only ever shown."""
    return str(uuid_utils.uuid7().hex)
