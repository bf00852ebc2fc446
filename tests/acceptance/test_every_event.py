"""Every event played through the whole system: to whom it writes, in which language, with which amounts and links."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import httpx2
import pytest
from browser import STAFF, Browser
from chassis.identifiers import new_id
from event_filling import Cast
from event_plays import SILENT, SPEAKING, Mail, Play, every_event
from event_stage import EventStage, publish_all
from guest import EAST_HAMPTON, MANHATTAN, Guest
from totetaxi.identity.v1.events_pb2 import CustomerRegistered
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

NO_NEWS_SECONDS = 8.0
OFFICE = "office@totetaxi.example"
SPOKEN = {"en": ("You receive this", "${}"), "es": ("Recibe est", "${}"), "fr": ("Vous recevez ce", "{} $ US")}
"""By language: how a mail's last lines begin, and how it writes an amount."""
LINK = re.compile(r"https?://127\.0\.0\.1:\d+[^\s<>\"]*")
PHONES = {"en": "+12125550141", "es": "+12125550142", "fr": "+12125550143"}


@dataclass
class Scene:
    """A play in one language, with those whom it is about."""

    play: Play
    cast: Cast


def test_every_event_of_the_contracts_is_in_the_table() -> None:
    played = {each.event.DESCRIPTOR.full_name for each in SPEAKING}
    silent = {each.DESCRIPTOR.full_name for each in SILENT}
    assert played | silent == every_event()
    assert played & silent == set()


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[WholeStack]:
    """A system of its own: the others hear of bookings and storages here that they never had."""
    started = WholeStack(tmp_path)
    started.start()
    yield started
    started.stop()


@pytest.fixture
async def stage(stack: WholeStack) -> AsyncIterator[EventStage]:
    opened = EventStage(stack)
    yield opened
    await opened.close()


async def test_every_event_reaches_whom_it_concerns_in_their_language(
    stack: WholeStack, stage: EventStage, guest: Guest
) -> None:
    run = uuid4().hex[:8]
    base = await cast_of(stack, guest)
    casts = {language: replace(base, language=language, customer_id=str(new_id())) for language in SPOKEN}
    await publish_all(stage, [(registration(cast), SPEAKING[0].age) for cast in casts.values()])
    await stage.until_heard()

    silent = [Play(event) for event in SILENT]
    quiet = [
        Scene(play, replace(base, email=f"{run}-quiet{number}@whitfield.example")) for number, play in enumerate(silent)
    ]
    scenes = [
        Scene(play, replace(cast, email=f"{run}-{number}-{language}@whitfield.example"))
        for number, play in enumerate(SPEAKING)
        for language, cast in casts.items()
    ]
    await publish_all(stage, [(each.play.make(each.cast), each.play.age) for each in [*quiet, *scenes]])
    await stage.until_heard()

    async with httpx2.AsyncClient(timeout=25, follow_redirects=True) as reader:
        bag = Mailbag(reader, stack, scenes)
        await until(bag.is_settled, 60)
        sent = bag.sent
        faults = [fault for scene in scenes for fault in faults_of(scene, sent)]
        assert not faults, "\n".join(faults)
        assert office_faults(scenes, sent, base.booking_number) == []
        assert text_faults(sent) == []
        assert [mail["subject"] for mail in sent if f"{run}-quiet" in mail["to"]] == []
        assert await broken_links(reader, [mail for mail in sent if run in mail["to"]]) == []
    assert await stage.dead_letters() == 0


async def cast_of(stack: WholeStack, guest: Guest) -> Cast:
    """Somebody with a real booking, a real link to pay it and a real quote, so that links lead somewhere."""
    booked = await guest.book(f"{uuid4().hex[:10]}@whitfield.example")
    staff = Browser(stack)
    await staff.sign_in_staff("staff1")
    link = await staff.done("POST", "/api/payments/links/", {"booking_id": booked.id})
    asked = await guest.browser.post("/api/public/quotes/", json=WISH, headers={"Idempotency-Key": uuid4().hex})
    lines = [{"label": "Van and two movers", "quantity": 1, "unit_amount_cents": 139500, "reason": "A day"}]
    offer = {"lines": lines, "valid_until": (datetime.now(UTC) + timedelta(days=7)).isoformat(), "note": ""}
    quote = await staff.done("POST", f"{STAFF}/custom-quotes/{asked.json()['quote_id']}/send/", offer)
    await staff.client.aclose()
    tokens = {"PaymentLinkCreated": link["token"], "QuoteSent": quote["token"]}
    return Cast(booked.email, "en", booked.number, str(new_id()), tokens=tokens)


WISH = {
    "company_name": "Whitfield & Co.",
    "first_name": "Eleanor",
    "last_name": "Whitfield",
    "email": "quote@whitfield.example",
    "phone": "+12125550177",
    "service_type": "b2b_popup",
    "pickup_date": "2027-07-14",
    "pickup_address": MANHATTAN,
    "delivery_address": EAST_HAMPTON,
    "description": "Forty chairs",
}


def registration(cast: Cast) -> CustomerRegistered:
    """A customer who wants mails and texts in their language."""
    event = CustomerRegistered(customer_id=cast.customer_id, phone=PHONES[cast.language])
    event.recipient.email = cast.email
    wishes = {"language": cast.language, "email_notifications": True, "sms_notifications": True}
    for name, value in wishes.items():
        setattr(event.preferences, name, value)
    return event


class Mailbag:
    """What was sent: complete, or without news for so long that what is missing does not come any more."""

    def __init__(self, reader: httpx2.AsyncClient, stack: WholeStack, scenes: list[Scene]) -> None:
        self._reader, self._url, self._scenes = reader, f"{stack.mail_url}/messages.json", scenes
        self._news_at = time.monotonic()
        self.sent: list[dict[str, Any]] = []

    async def is_settled(self) -> bool:
        """Looks once more."""
        found = (await self._reader.get(self._url)).json()["messages"]
        if len(found) > len(self.sent):
            self.sent, self._news_at = found, time.monotonic()
        return self._is_complete() or time.monotonic() > self._news_at + NO_NEWS_SECONDS

    def _is_complete(self) -> bool:
        count = Counter(mail["to"] for mail in self.sent)
        wanted = Counter({scene.cast.email: len(scene.play.mails) for scene in self._scenes})
        wanted.update(dict.fromkeys(PHONES.values(), sum(len(each.texts) for each in SPEAKING)))
        wanted[OFFICE] = sum(len(scene.play.office) for scene in self._scenes)
        return all(count[to] >= number for to, number in wanted.items())


def faults_of(scene: Scene, sent: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the mails that one scene has sent to whom it is about."""
    mails = [mail for mail in sent if mail["to"] == scene.cast.email]
    name = f"{scene.play.event.__name__} in {scene.cast.language}"
    if len(mails) != len(scene.play.mails):
        yield f"{name}: {[mail['subject'] for mail in mails]}"
    for expected in scene.play.mails:
        yield from (f"{name}: {fault}" for fault in mail_faults(expected, scene.cast.language, mails))


def mail_faults(expected: Mail, language: str, mails: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the one mail of these that is expected."""
    found = [mail for mail in mails if is_it(expected, language, mail)]
    if not found:
        yield f"no mail {expected} among {[mail['subject'] for mail in mails]}"
    for mail in found[:1]:
        text = plain(mail["text"])
        because, written = SPOKEN[language]
        if because not in text:
            yield f"{mail['subject']}: not in this language"
        for cents in expected.cents:
            number = f"{cents / 100:,.2f}"
            amount = written.format(number.replace(",", " ").replace(".", ",") if language == "fr" else number)
            if amount not in text or amount not in plain(mail["html"]):
                yield f"{mail['subject']}: does not name {amount}"


def is_it(expected: Mail, language: str, mail: dict[str, Any]) -> bool:
    """By its links, and in English by its subject."""
    paths = {re.sub(r"TT-\w+$", "", urlsplit(link).path) for link in LINK.findall(mail["text"])} - {"", "/"}
    begins = language != "en" or plain(mail["subject"]).startswith(expected.subject)
    return begins and paths == set(expected.links)


def office_faults(scenes: list[Scene], sent: list[dict[str, Any]], number: str) -> Iterator[str] | list[str]:
    """What is wrong with what the office was told; of other matters than this booking it may have heard more."""
    faults, mails = [], [mail for mail in sent if mail["to"] == OFFICE]
    for expected in {mail for scene in scenes for mail in scene.play.office}:
        told = [mail for mail in mails if mail["subject"].startswith(expected.subject)]
        wanted = sum(expected in scene.play.office for scene in scenes)
        if len(told) < wanted:
            faults.append(f"the office was told {len(told)} times of {expected.subject}")
        named = [mail for mail in told if number in mail["subject"] or expected.cents]
        amounts = [f"${cents / 100:,.2f}" for cents in expected.cents]
        if any(amount not in plain(mail["text"]) for mail in named for amount in amounts if number in mail["subject"]):
            faults.append(f"{expected.subject}: {amounts} missing")
    if any("Whitfield" in mail["text"] for mail in mails):
        faults.append("a mail to the office names a customer")
    return faults


def text_faults(sent: list[dict[str, Any]]) -> list[str]:
    """What is wrong with the texts: one of each kind to each phone, in its owner's language."""
    faults = []
    for language, number in PHONES.items():
        bodies = [plain(mail["text"]) for mail in sent if mail["to"] == number]
        expected = [begin for play in SPEAKING for begin in play.texts]
        if len(bodies) != len(expected) or not all("/booking/TT-" in body and "STOP" in body for body in bodies):
            faults.append(f"{language}: {bodies}")
        english = [body for body in bodies if any(body.startswith(begin) for begin in expected)]
        if len(english) != (len(expected) if language == "en" else 0):
            faults.append(f"{language}: {bodies}")
    return faults


async def broken_links(reader: httpx2.AsyncClient, mails: list[dict[str, Any]]) -> list[str]:
    """Every link of every mail, opened once. The place that is kept for nobody real is looked for, and not there."""
    links = {link for mail in mails for link in LINK.findall(f"{mail['text']} {mail['html'].replace('&amp;', '&')}")}
    answers = {link: (await reader.get(link)).status_code for link in sorted(links)}
    return [f"{link}: {code}" for link, code in answers.items() if code != (404 if "/waiting/" in link else 200)]


def plain(text: str) -> str:
    """With ordinary blanks."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ").split())
