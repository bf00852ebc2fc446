"""A mail speaks the language that its customer chose; a guest's, the one that the booking was made in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chassis.database import Database
from chassis.identifiers import new_id
from hearing import hear
from mail_stage import Post
from notifications import actions
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT, paid_event
from totetaxi.booking.v1.events_pb2 import BookingPaid, ErasureCompleted
from totetaxi.identity.v1 import events_pb2 as identity
from totetaxi.identity.v1.account_pb2 import CustomerPreferences

ELEANOR = str(new_id())


def registered(language: str) -> identity.CustomerRegistered:
    return identity.CustomerRegistered(customer_id=ELEANOR, preferences=CustomerPreferences(language=language))


def changed(language: str, version: int) -> identity.CustomerPreferencesChanged:
    preferences = CustomerPreferences(language=language)
    return identity.CustomerPreferencesChanged(customer_id=ELEANOR, preferences=preferences, version=version)


def hers(language: str = "") -> BookingPaid:
    event = paid_event()
    event.booking.customer_id, event.booking.language = ELEANOR, language
    return event


async def language_of_the_next(database: Database) -> str:
    held = await actions.claim_next(database, datetime.now(UTC), timedelta(seconds=1))
    assert held is not None
    return held.language


async def test_a_guest_reads_the_language_the_booking_was_made_in(sender: Sender, post: Post) -> None:
    event = paid_event()
    event.booking.language = "fr-FR"
    await hear(sender.database, event)
    await send_next(sender)
    [mail] = post.mails(RECIPIENT)
    assert mail["Subject"].replace("\N{NO-BREAK SPACE}", " ") == (
        "Confirmée pour le 2 juillet : votre réservation TT-7K2M9Q"
    )


async def test_a_customer_reads_the_language_they_chose_wherever_they_booked(database: Database) -> None:
    await hear(database, registered("es"))
    await hear(database, hers(language="fr"))
    assert await language_of_the_next(database) == "es"


async def test_who_never_chose_a_language_reads_the_bookings(database: Database) -> None:
    await hear(database, registered(""))
    await hear(database, hers(language="fr"))
    assert await language_of_the_next(database) == "fr"


async def test_the_newest_choice_counts_in_whatever_order_it_is_heard(database: Database) -> None:
    for choice in (changed("fr", 3), changed("es", 2), registered("en")):
        await hear(database, choice)
    await hear(database, hers())
    assert await language_of_the_next(database) == "fr"


async def test_nothing_is_kept_of_who_is_forgotten_and_nothing_comes_back(database: Database) -> None:
    await hear(database, changed("fr", 3))
    await hear(database, ErasureCompleted(erasure_id=str(new_id()), customer_id=ELEANOR))
    await hear(database, changed("es", 4))
    async with database.reading() as connection:
        kept = (await connection.exec_driver_sql("SELECT * FROM customer_wishes")).all()
    assert kept == []
