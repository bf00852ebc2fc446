"""Many events said at once: as many rows by one statement, in the order they were said."""

from __future__ import annotations

import sqlalchemy as sa
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.messaging_schema import OUTBOX
from chassis.outbox import BATCH_ROWS, Saying, say_all
from chassis.request_id import begin_request
from counted import statements_of
from messaging_stage import PAID
from totetaxi.booking.v1.events_pb2 import BookingPaid


async def test_many_events_are_one_statement_and_keep_their_order(database: Database) -> None:
    begin_request("request-1")
    ada, ben = new_id(), new_id()
    sayings = [
        Saying(BookingPaid(payment_id=str(number)), about, number) for number in range(50) for about in (ada, ben)
    ]
    with statements_of(database) as statements:
        async with database.transaction() as connection:
            await say_all(connection, sayings)
    assert len(statements) == 1
    async with database.reading() as connection:
        rows = (await connection.execute(sa.select(OUTBOX).order_by(OUTBOX.c.position))).mappings().all()
    said = [Saying(BookingPaid.FromString(row["payload"]), row["about"], row["version"]) for row in rows]
    assert said == sayings
    assert {(row["subject"], row["context"]["x-request-id"]) for row in rows} == {(PAID, "request-1")}
    assert len({row["id"] for row in rows}) == len(sayings)


async def test_more_than_a_thousand_events_are_said_a_thousand_at_a_time_and_none_by_no_statement(
    database: Database,
) -> None:
    about = new_id()
    many = [Saying(BookingPaid(), about, version) for version in range(BATCH_ROWS + 1)]
    for sayings, expected in ((many, 2), (many[:1], 1), ([], 0)):
        with statements_of(database) as statements:
            async with database.transaction() as connection:
                await say_all(connection, sayings)
        assert len(statements) == expected
