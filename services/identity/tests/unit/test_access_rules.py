"""Sessions, locks, keys, cursors and typed text: the small rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from chassis.identifiers import new_id
from chassis.refusal import Invalid
from identity.domain.access_terms import LockTerms, SessionTerms
from identity.domain.api_key import new_device_key, new_key
from identity.domain.cursor import moment_at, moment_cursor, word_at
from identity.domain.opaque_tokens import csrf_binding_of, digest_of, new_token
from identity.domain.plain_text import search_words, several_lines, without_controls
from identity.domain.session import new_session
from identity.domain.sign_in import Failures, name_digest

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_session_ends_when_unused_and_in_any_case() -> None:
    session = new_session(new_id(), "token", ("customer", new_id()), SessionTerms(idle=HOUR, absolute=9 * HOUR), NOON)
    assert session.is_alive(NOON + HOUR - timedelta(seconds=1))
    assert not session.is_alive(NOON + HOUR)
    short = new_session(new_id(), "token", ("staff", new_id()), SessionTerms(idle=9 * HOUR, absolute=HOUR), NOON)
    assert short.idle_expires_at == short.expires_at == NOON + HOUR


def test_use_is_due_to_be_written_after_a_minute() -> None:
    session = new_session(new_id(), "token", ("customer", new_id()), SessionTerms(HOUR, HOUR), NOON)
    assert not session.is_due_for_touch(NOON + timedelta(seconds=59))
    assert session.is_due_for_touch(NOON + timedelta(seconds=60))


def test_what_is_derived_from_a_token_does_not_show_it() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    token = tokens.pop()
    assert token not in csrf_binding_of(token)
    assert csrf_binding_of(token) != digest_of(token).hex()


def test_the_try_that_locks_is_one_of_them() -> None:
    terms = LockTerms(5, HOUR)
    assert [count for count in range(1, 9) if Failures(count, None).have_just_locked(terms)] == [5]
    assert Failures(5, NOON).are_locked(NOON - timedelta(seconds=1))
    assert not Failures(5, NOON).are_locked(NOON)
    assert name_digest("nobody") != name_digest("somebody")


def test_a_device_may_do_what_its_app_may_but_sign_nobody_in() -> None:
    app = new_key(new_id(), "app", "App", ["profile:read", "devices:sign_in"], HOUR, NOON).key
    device = new_device_key(new_id(), app, new_id(), "Phone", NOON).key
    assert (device.scopes, device.kind, device.parent_id) == (("profile:read",), "device", app.id)
    assert device.expires_at == app.expires_at == NOON + HOUR
    assert (app.is_good(NOON), app.is_good(NOON + HOUR)) == (True, False)


def test_keys_are_told_apart_by_a_prefix_that_is_part_of_the_secret() -> None:
    made = [new_key(new_id(), "partner", "Blade", ["bookings:read"], None, NOON) for _ in range(50)]
    assert len({each.key.prefix for each in made}) == 50
    assert all(each.secret.startswith(f"{each.key.prefix}_") and len(each.secret) < 128 for each in made)


def test_a_cursor_comes_back_as_it_was() -> None:
    row_id = new_id()
    assert moment_at(moment_cursor(NOON, row_id)) == (NOON, row_id)
    assert (moment_at(""), word_at("")) == (None, "")


@pytest.mark.parametrize("cursor", ["nonsense", "e30", "WyJhIiwiYiJd", "WyIyMDI3LTA2LTAyIiwiYSJd", "é"])
def test_a_cursor_of_somebody_elses_making_is_refused(cursor: str) -> None:
    with pytest.raises(Invalid):
        moment_at(cursor)


def test_typed_text_is_kept_plain() -> None:
    assert several_lines("  one \r\n two\t2 \n", "text") == "one\n two\t2"
    assert without_controls("Fire\x00fox\n") == "Firefox"
    assert search_words("  GRACE   h ", 3) == "grace h"
    for wrong in ("a\x00b", "bell\x07"):
        with pytest.raises(Invalid):
            several_lines(wrong, "text")
    with pytest.raises(Invalid):
        search_words("ab", 3)
