"""Which key signs and which ones verify, at every instant of a rotation."""

from datetime import UTC, datetime, timedelta

import pytest
from chassis.identifiers import new_id
from identity.domain.signing_key import (
    NoSigningKeyError,
    SigningKey,
    is_due_for_rotation,
    new_key_pair,
    signing_at,
    verifying_at,
)

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def key(active_from: datetime, retired_at: datetime | None = None, expires_at: datetime | None = None) -> SigningKey:
    return SigningKey(new_id(), {}, b"", NOON, active_from, retired_at, expires_at)


def test_before_there_is_a_key_nothing_can_be_signed() -> None:
    with pytest.raises(NoSigningKeyError):
        signing_at([key(NOON + MINUTE)], NOON)


def test_the_old_key_signs_until_the_very_instant_the_new_one_begins() -> None:
    old, new = key(NOON, NOON + MINUTE, NOON + 60 * MINUTE), key(NOON + MINUTE)
    assert signing_at([old, new], NOON + MINUTE - timedelta(microseconds=1)) is old
    assert signing_at([old, new], NOON + MINUTE) is new


def test_a_new_key_is_published_before_it_signs() -> None:
    coming = key(NOON + MINUTE)
    assert verifying_at([coming], NOON) == [coming]


def test_a_retired_key_verifies_until_it_expires_and_not_a_moment_longer() -> None:
    old = key(NOON, NOON + MINUTE, NOON + 60 * MINUTE)
    assert verifying_at([old], NOON + 60 * MINUTE - timedelta(microseconds=1)) == [old]
    assert verifying_at([old], NOON + 60 * MINUTE) == []


def test_a_key_is_due_when_it_has_served_its_lifetime() -> None:
    lifetime = timedelta(days=90)
    assert not is_due_for_rotation(key(NOON), NOON + lifetime - MINUTE, lifetime)
    assert is_due_for_rotation(key(NOON), NOON + lifetime, lifetime)


def test_the_public_half_does_not_contain_the_private_one() -> None:
    pair = new_key_pair(new_id())
    assert "d" not in pair.public_key
    assert pair.private_key["x"] == pair.public_key["x"]
