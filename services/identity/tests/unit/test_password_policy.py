"""Which passwords are refused, and which are not."""

from __future__ import annotations

import time

import pytest
from chassis.refusal import Invalid
from identity.password_policy import must_be_acceptable

GRACE = ("Grace", "Hopper", "grace@example.com", "grace", "example.com")


@pytest.mark.parametrize("password", ["", "short", "1234567", "Ab1!xyz"])
def test_less_than_eight_characters_are_refused(password: str) -> None:
    with pytest.raises(Invalid) as refused:
        must_be_acceptable(password, "password")
    assert refused.value.slug == "password_too_short"


@pytest.mark.parametrize(
    "password",
    [
        "password",
        "Passw0rd!x",
        "qwertyuiop",
        "iloveyou123",
        "ILOVEYOU123",
        "aaaaaaaaaaaaaaaa",
        "totetaxi2027",
        "12345678",
    ],
)
def test_common_and_breached_ones_are_refused(password: str) -> None:
    with pytest.raises(Invalid) as refused:
        must_be_acceptable(password, "new_password")
    assert (refused.value.slug, refused.value.faults[0].field) == ("password_too_common", "new_password")


@pytest.mark.parametrize("password", ["gracehopper", "Grace@Example.com", "hopper12"])
def test_ones_made_of_what_everybody_knows_of_somebody_are_refused(password: str) -> None:
    with pytest.raises(Invalid):
        must_be_acceptable(password, "password", GRACE)


@pytest.mark.parametrize("password", ["Str0ng-pass!1", "three-unrelated-words", "пчела под дождём", "🐴🔋📎🦺✏️🎻🪁🧭"])
def test_others_are_fine_in_any_script(password: str) -> None:
    must_be_acceptable(password, "password", GRACE)


@pytest.mark.parametrize("password", ["x" * 1024, "\0" * 1024, "ab" * 512, "é" * 512])
def test_long_ones_are_judged_quickly(password: str) -> None:
    started = time.perf_counter()
    with pytest.raises(Invalid):
        must_be_acceptable(password, "password", GRACE)
    assert time.perf_counter() - started < 1
