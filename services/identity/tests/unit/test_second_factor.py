"""Time-based codes and recovery codes."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from chassis.identifiers import new_id
from chassis.sealing import WrongEncryptionKeyError
from identity.domain.second_factor import (
    matching_step,
    new_recovery_codes,
    new_totp_secret,
    otpauth_uri,
    recovery_digest,
    sealed_totp,
    typed_code,
    unsealed_totp,
)

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)
SECRET = new_totp_secret()
STEP = int(NOON.timestamp()) // 30


def code(seconds: int = 0) -> str:
    return pyotp.TOTP(SECRET).at(NOON + timedelta(seconds=seconds))


def test_the_vector_of_the_rfc_matches() -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    moment = datetime(2005, 3, 18, 1, 58, 29, tzinfo=UTC)
    assert matching_step(secret, "081804", moment, None) == 37037036


@pytest.mark.parametrize(("seconds", "step"), [(0, STEP), (-30, STEP - 1), (30, STEP + 1), (-60, None), (60, None)])
def test_a_phone_may_be_half_a_minute_wrong(seconds: int, step: int | None) -> None:
    assert matching_step(SECRET, code(seconds), NOON, None) == step


def test_a_code_is_not_good_again_nor_is_an_older_one() -> None:
    assert matching_step(SECRET, code(), NOON, STEP) is None
    assert matching_step(SECRET, code(-30), NOON, STEP) is None
    assert matching_step(SECRET, code(30), NOON, STEP) == STEP + 1


@pytest.mark.parametrize("wrong", ["", "000000", "12345", "１２３４５６", "abcdef"])
def test_what_is_no_code_matches_nothing(wrong: str) -> None:
    assert wrong == code() or matching_step(SECRET, typed_code(wrong), NOON, None) is None


def test_recovery_codes_are_many_different_and_easy_to_type() -> None:
    codes = new_recovery_codes()
    assert len(set(codes)) == 10
    assert all(len(each) == 19 for each in codes)
    assert recovery_digest(" 7f3k 9q2m-4xta1b8c ") == recovery_digest("7F3K-9Q2M-4XTA-1B8C")
    assert recovery_digest("OIL0-1111-2222-3333") == recovery_digest("0110-1111-2222-3333")


def test_an_authenticator_shows_whose_code_it_is() -> None:
    assert otpauth_uri(SECRET, "eve").startswith(f"otpauth://totp/ToteTaxi:eve?secret={SECRET}")


def test_a_sealed_secret_is_of_no_use_in_anothers_row() -> None:
    key, mine = os.urandom(32), new_id()
    sealed = sealed_totp(key, mine, SECRET)
    assert unsealed_totp(key, mine, sealed) == SECRET
    with pytest.raises(WrongEncryptionKeyError):
        unsealed_totp(key, new_id(), sealed)
