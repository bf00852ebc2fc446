"""Mails about bookings that end or move while their mail waits."""

from __future__ import annotations

from chassis.identifiers import new_id
from hearing import hear, rows
from mail_stage import Post
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT, paid_event, queue
from told import cancelled, rescheduled


async def send_all(sender: Sender) -> None:
    while await send_next(sender):
        pass


def subjects(post: Post) -> list[str]:
    return sorted(mail["Subject"].partition(":")[0] for mail in post.mails(RECIPIENT))


async def test_a_confirmation_is_not_sent_any_more_when_the_booking_was_cancelled(sender: Sender, post: Post) -> None:
    event = paid_event()
    await queue(sender.database, event)
    await hear(sender.database, cancelled(booking_id=event.booking.id))
    await send_all(sender)
    assert subjects(post) == ["Cancelled"]
    waited, _ = await rows(sender.database)
    assert (waited.status, waited.last_error) == ("suppressed", "Its booking is cancelled by now.")


async def test_of_two_moves_that_wait_only_the_last_is_told(sender: Sender, post: Post) -> None:
    booking_id = str(new_id())
    for version in (3, 4):
        await hear(sender.database, rescheduled(booking_id=booking_id, version=version))
    await send_all(sender)
    assert [row.status for row in await rows(sender.database)] == ["suppressed", "sent"]
    assert subjects(post) == ["Moved to July 2"]


async def test_every_move_that_was_told_is_told_again_when_it_moves_again(sender: Sender, post: Post) -> None:
    booking_id = str(new_id())
    for version in (3, 4):
        await hear(sender.database, rescheduled(booking_id=booking_id, version=version))
        await send_all(sender)
    assert len(subjects(post)) == 2


async def test_a_move_told_again_by_another_event_is_told_once(sender: Sender, post: Post) -> None:
    booking_id = str(new_id())
    for _ in range(2):
        await hear(sender.database, rescheduled(booking_id=booking_id, version=3))
    await send_all(sender)
    assert len(subjects(post)) == 1


async def test_an_older_fact_that_comes_late_changes_nothing(sender: Sender, post: Post) -> None:
    booking_id = str(new_id())
    await hear(sender.database, cancelled(booking_id=booking_id, version=5))
    await hear(sender.database, rescheduled(booking_id=booking_id, version=4))
    await send_all(sender)
    assert subjects(post) == ["Cancelled"]
