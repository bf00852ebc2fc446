"""Identifiers: UUIDv7, so that rows made later sort later."""

from __future__ import annotations

import uuid

from uuid_utils import compat


def new_id() -> uuid.UUID:
    """A new UUIDv7 (RFC 9562)."""
    return compat.uuid7()
