"""Held prices: under which key one is redeemed, and what its members are called by who books."""

from __future__ import annotations

import hashlib
from uuid import UUID

REST_MEMBERS = {
    "pickup_zip_code": "pickup_address.zip_code",
    "delivery_zip_code": "delivery_address.zip_code",
    "estimated_minutes": "estimated_hours",
}
"""Members of a price request that a booking calls otherwise."""


def rest_member(field: str) -> str:
    """The name that a booking's caller knows a member of the price request by."""
    return REST_MEMBERS.get(field, field)


def key_of_booking(booking_id: UUID) -> str:
    """The redemption key of a booking that was asked for without a key: nobody can ask for the same again."""
    return str(booking_id)


def key_of_claim(scope: str, key: str, request_hash: bytes) -> str:
    """The redemption key of a client's key for one request: however often it is sent, one price is redeemed."""
    return hashlib.sha256(b"\n".join((scope.encode(), key.encode(), request_hash))).hexdigest()
