"""The waiting list: who is next learns of the place that is kept, in their language, while it is."""

from __future__ import annotations

from chassis.identifiers import new_id
from hearing import hear, rows
from mail_stage import Post
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT
from told import TOKEN, soon
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1.events_pb2 import WaitlistOffered


def offer(minutes: int = 30) -> WaitlistOffered:
    return WaitlistOffered(
        waiting_id=str(new_id()),
        contact=booking_pb2.Contact(first_name="Eleanor", email=RECIPIENT),
        language="es",
        pickup_date="2027-07-02",
        pickup_window=booking_pb2.PICKUP_WINDOW_MORNING,
        token=TOKEN,
        offer_ends_at=soon(minutes),
    )


async def test_who_is_next_gets_one_mail_with_the_link_which_is_then_forgotten(sender: Sender, post: Post) -> None:
    await hear(sender.database, offer(), times=3)
    while await send_next(sender):
        pass
    [mail] = post.mails(RECIPIENT)
    assert "2 de jul" in mail["Subject"].replace("\N{NO-BREAK SPACE}", " ")
    body = mail.get_body(("plain",))
    assert body is not None
    assert f"https://totetaxi.example/waiting/?token={TOKEN}" in body.get_content().split()
    [row] = await rows(sender.database)
    assert (row.status, row.context) == ("sent", {})


async def test_an_offer_that_is_over_is_not_told_any_more(sender: Sender, post: Post) -> None:
    await hear(sender.database, offer(minutes=-1))
    while await send_next(sender):
        pass
    assert post.mails(RECIPIENT) == []
    assert await rows(sender.database) == []
