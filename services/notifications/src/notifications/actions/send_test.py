"""Previews and tests: how a template reads, on the screen and in one's own mailbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chassis.audit import record_act
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import NotFound, Unavailable
from totetaxi.notifications.v1.events_pb2 import AuditRecorded

from notifications.channels.mail import DeliveryError, SendMail, compose
from notifications.domain.message import Template
from notifications.rendering import House, Rendered, render
from notifications.samples import sample_of

MARK = "[Test]"


def template_of(name: str) -> Template:
    """The template of that name. Raises NotFound."""
    try:
        return Template(name)
    except ValueError as error:
        raise NotFound("template_not_found", "There is no template of this name.", "template") from error


def preview(name: str, language: str, house: House) -> Rendered:
    """How it reads with sample data in it. Raises NotFound."""
    template = template_of(name)
    return render(template, language, sample_of(template), house)


async def note_look(database: Database, name: str, now: datetime) -> None:
    """Staff saw how a template reads."""
    async with database.transaction() as connection:
        await record_act(connection, AuditRecorded, "template.previewed", ("template", None), now, after=named(name))


async def send_test(
    database: Database, send_mail: SendMail, sender: str, recipient: str, name: str, words: Rendered, now: datetime
) -> str:
    """Mails `words` to the one who asked, at once; the provider's id. Raises Unavailable.

    It is no message: nobody waits for it, and so it is tried once and not kept. That it was asked for is.
    """
    async with database.transaction() as connection:
        await record_act(connection, AuditRecorded, "template.tested", ("template", None), now, after=named(name))
    marked = replace(words, subject=f"{MARK} {words.subject}")
    try:
        return await send_mail(compose(new_id(), name, sender, sender, recipient, marked, now))
    except DeliveryError as error:
        raise Unavailable("test_not_sent", f"The test could not be sent: {error.reason}") from error


def named(name: str) -> dict[str, str]:
    """The template, for the audit log."""
    return {"template": name}
