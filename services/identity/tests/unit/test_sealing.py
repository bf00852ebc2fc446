"""Private keys at rest can be read with the right encryption key only."""

import base64
import os

import pytest
from chassis.identifiers import new_id
from chassis.sealing import WrongEncryptionKeyError, encryption_key_of
from identity.domain.sealing import seal, unseal

ENCRYPTION_KEY = os.urandom(32)
PRIVATE_KEY = {"kty": "OKP", "d": "secret"}


def test_what_was_sealed_can_be_opened() -> None:
    key_id = new_id()
    assert unseal(ENCRYPTION_KEY, key_id, seal(ENCRYPTION_KEY, key_id, PRIVATE_KEY)) == PRIVATE_KEY


def test_the_sealed_bytes_do_not_show_the_secret() -> None:
    assert b"secret" not in seal(ENCRYPTION_KEY, new_id(), PRIVATE_KEY)


def test_another_encryption_key_opens_nothing() -> None:
    key_id = new_id()
    with pytest.raises(WrongEncryptionKeyError):
        unseal(os.urandom(32), key_id, seal(ENCRYPTION_KEY, key_id, PRIVATE_KEY))


def test_a_sealed_key_moved_to_another_row_opens_nothing() -> None:
    with pytest.raises(WrongEncryptionKeyError):
        unseal(ENCRYPTION_KEY, new_id(), seal(ENCRYPTION_KEY, new_id(), PRIVATE_KEY))


@pytest.mark.parametrize("text", ["not base64!", base64.b64encode(b"short").decode(), ""])
def test_an_encryption_key_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"base64|bytes"):
        encryption_key_of(text)
