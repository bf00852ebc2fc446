"""Every fact that somebody should know of becomes one mail, however often it is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from chassis.broker import Broker
from chassis.events import context_of
from hearing import fact_of
from mail_stage import Post, listening, publish, sending
from messaging_stage import running
from notifications.clock import Sender
from told import EVENTS, TOKEN
from told_of_moves import MOVES

Eventually = Callable[..., Awaitable[None]]

TOLD = EVENTS | MOVES
FIRST = {subject: f"first{number}@whitfield.example" for number, subject in enumerate(TOLD)}
LAST = {subject: f"last{number}@whitfield.example" for number, subject in enumerate(TOLD)}


async def test_every_event_told_three_times_makes_one_mail(
    sender: Sender, post: Post, brokers: Callable[[str], Broker], eventually: Eventually
) -> None:
    publishers = {name: brokers(name) for name in ("booking", "identity", "payments")}
    for recipients, times in ((FIRST, 3), (LAST, 1)):
        for subject, make in TOLD.items():
            fact = fact_of(make(recipients[subject]))
            await publish(publishers[context_of(fact.subject)], fact, times)

    def all_have_come() -> bool:
        return all(post.mails(recipient) for recipient in (*LAST.values(), *FIRST.values()))

    async with running(*listening(sender.database, brokers("notifications")), *sending(sender)):
        await eventually(all_have_come, 40)
    for subject, recipient in FIRST.items():
        [mail] = post.mails(recipient)
        assert mail["Subject"].startswith(subject)
    asks_for_a_password = post.mails(FIRST["Choose a new password"])[0].as_string()
    assert TOKEN in asks_for_a_password.replace("=\n", "").replace("=3D", "=")
