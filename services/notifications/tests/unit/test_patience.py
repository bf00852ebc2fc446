"""How long to wait for a provider, and when to give up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from notifications.domain.patience import LONGEST_SECONDS, MAXIMUM_ATTEMPTS, is_hopeless, pause_after


@given(attempts=st.integers(1, 10_000), chance=st.floats(0, 1))
def test_a_pause_is_never_longer_than_a_quarter_of_an_hour_and_never_shorter_than_half_a_second(
    attempts: int, chance: float
) -> None:
    assert 0.5 <= pause_after(attempts, chance).total_seconds() <= LONGEST_SECONDS


def test_pauses_double_and_jitter_is_half_of_them() -> None:
    assert [pause_after(attempts, 1).total_seconds() for attempts in (1, 2, 3, 4)] == [1, 2, 4, 8]
    assert pause_after(3, 0).total_seconds() == 2


def test_a_provider_that_is_away_is_waited_for_about_a_day() -> None:
    longest_wait = sum(pause_after(attempts, 1).total_seconds() for attempts in range(1, MAXIMUM_ATTEMPTS))
    assert 20 < longest_wait / 3600 < 28


def test_a_refusal_for_good_ends_it_at_once_and_anything_else_after_the_last_try() -> None:
    assert is_hopeless(1, is_permanent=True)
    assert not is_hopeless(MAXIMUM_ATTEMPTS - 1, is_permanent=False)
    assert is_hopeless(MAXIMUM_ATTEMPTS, is_permanent=False)
