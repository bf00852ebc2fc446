"""The states of a message, as one table, and what may be said only once."""

from __future__ import annotations

from uuid import UUID

import pytest
from notifications.domain.message import Channel, Draft, Status, Subject, Template, Verb, sources, target

BOOKING = UUID("0197a000-0000-7000-8000-000000000001")


def draft(**changes: object) -> Draft:
    given = {
        "id": UUID(int=1),
        "event_id": UUID(int=2),
        "subject": Subject(booking_id=BOOKING),
        "template": Template.BOOKING_PAID,
        "channel": Channel.EMAIL,
        "recipient": "eleanor@whitfield.example",
        "language": "en",
        "context": {"token": "a-secret"},
    }
    return Draft(**{**given, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verb", "before", "after"),
    [
        (Verb.CLAIM, (Status.QUEUED, Status.SENDING), Status.SENDING),
        (Verb.CONFIRM, (Status.SENDING,), Status.SENT),
        (Verb.POSTPONE, (Status.SENDING,), Status.QUEUED),
        (Verb.GIVE_UP, (Status.SENDING,), Status.FAILED),
        (Verb.SUPPRESS, (Status.QUEUED, Status.SENDING), Status.SUPPRESSED),
    ],
)
def test_a_verb_leads_from_its_states_to_one_state(verb: Verb, before: tuple[Status, ...], after: Status) -> None:
    assert set(sources(verb)) == set(before)
    assert target(verb) is after


@pytest.mark.parametrize("final", [Status.SENT, Status.FAILED, Status.SUPPRESSED])
def test_nothing_happens_to_a_message_that_has_ended(final: Status) -> None:
    assert all(final not in sources(verb) for verb in Verb)


def test_two_events_about_one_booking_are_one_occasion_for_its_confirmation() -> None:
    assert draft(event_id=UUID(int=3)).occasion == draft(event_id=UUID(int=4)).occasion
    assert draft(subject=Subject(booking_id=UUID(int=9))).occasion != draft().occasion


def test_what_may_be_said_again_is_another_occasion_each_time() -> None:
    assert draft(turn="2").occasion != draft(turn="3").occasion
    assert draft(turn="2").occasion == draft(turn="2", event_id=UUID(int=4)).occasion


def test_a_message_is_about_one_booking_or_one_account() -> None:
    assert Subject(account_id=BOOKING).id == Subject(booking_id=BOOKING).id == BOOKING
    with pytest.raises(ValueError, match="not enough values"):
        _ = Subject().id


def test_what_a_message_says_is_never_printed() -> None:
    assert "a-secret" not in repr(draft())
