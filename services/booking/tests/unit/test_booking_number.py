"""Booking numbers: random, readable, forgiving."""

from __future__ import annotations

import re

from booking.domain.booking_number import ALPHABET, new_booking_number, normalised_number
from hypothesis import given
from hypothesis import strategies as some

BODY = some.text(ALPHABET, min_size=6, max_size=6)
LOOK_ALIKES = {"0": "0Oo", "1": "1IiLl"}


def test_a_number_is_tt_and_six_crockford_characters() -> None:
    assert all(re.fullmatch(r"TT-[0-9A-HJKMNP-TV-Z]{6}", new_booking_number()) for _ in range(200))


def test_numbers_follow_no_sequence() -> None:
    assert len({new_booking_number() for _ in range(1000)}) == 1000


@given(BODY)
def test_a_number_is_its_own_normal_form(body: str) -> None:
    assert normalised_number(f"TT-{body}") == f"TT-{body}"


@given(BODY, some.randoms())
def test_case_look_alikes_and_separators_do_not_matter(body: str, random: object) -> None:
    misread = "".join(random.choice(LOOK_ALIKES.get(letter, letter + letter.lower())) for letter in body)  # type: ignore[attr-defined]
    for written in (f"TT-{misread}", f"tt{misread}", f" TT {misread} ", misread):
        assert normalised_number(written) == f"TT-{body}"


@given(some.text(max_size=32))
def test_whatever_is_typed_becomes_a_number_or_nothing(text: str) -> None:
    number = normalised_number(text)
    assert number is None or re.fullmatch(r"TT-[0-9A-HJKMNP-TV-Z]{6}", number)


def test_what_cannot_be_a_number_is_none() -> None:
    assert [normalised_number(text) for text in ("", "TT-", "TT-12345", "TT-1234567", "TT-UUUUUU", "TT-12345é")] == [
        None
    ] * 6
