"""Payment links: made, looked at, paid by, ended. The newest is the one live way to pay that staff handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.identifiers import new_id
from chassis.outbox import say
from chassis.refusal import Conflict, NotFound
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.booking_service_pb2 import GetAmountDueRequest, GetAmountDueResponse
from totetaxi.payments.v1.events_pb2 import PaymentLinkCreated

from payments.actions.start_payment import Payer, Started, refuse_unpayable, start_payment
from payments.audit import actor, record
from payments.desk import Desk
from payments.domain.payment_link import DEFAULT_HOURS, SENTENCES, hash_of, new_token, state_of
from payments.store import links as store
from payments.store.addressees import addressee_of_due, note_addressee


@dataclass(frozen=True)
class Made:
    """A link and its token, which is answered once."""

    link: Any
    token: str


async def create_link(desk: Desk, link_id: UUID, booking_id: UUID, hours: int, email: str, now: datetime) -> Made:
    """A link for what is due of a booking; the one before is ended. Raises NotFound, Conflict, Unavailable."""
    due: GetAmountDueResponse = await desk.booking.GetAmountDue(GetAmountDueRequest(booking_id=str(booking_id)))
    refuse_unpayable(due)
    token = new_token()
    async with desk.database.transaction() as connection:
        await store.end_links(connection, booking_id, revoked_at=now)
        link = await store.add_link(
            connection,
            id=link_id,
            token_hash=hash_of(token),
            booking_id=booking_id,
            booking_number=due.booking_number,
            amount_cents=due.amount_cents,
            created_by=actor(),
            created_at=now,
            expires_at=now + timedelta(hours=hours or DEFAULT_HOURS),
        )
        await note_addressee(connection, booking_id, addressee_of_due(due))
        await tell_created(connection, link, due, email, token)
        after = {"booking_id": booking_id, "amount_cents": link.amount_cents, "expires_at": link.expires_at}
        await record(connection, "payment_link.created", ("payment_link", link_id), now, after=after)
    return Made(link, token)


async def tell_created(
    connection: AsyncConnection, link: Any, due: GetAmountDueResponse, email: str, token: str
) -> None:
    """Says that there is one; its token only where somebody is to be mailed."""
    event = PaymentLinkCreated(
        link_id=str(link.id),
        booking_id=str(link.booking_id),
        booking_number=link.booking_number,
        amount_cents=link.amount_cents,
        customer_name=due.customer_name,
        email=email,
        language=due.language,
        token=token if email else "",
    )
    event.expires_at.FromDatetime(link.expires_at)
    await say(connection, event, about=link.booking_id)


async def find_link(desk: Desk, token: str) -> Any:
    """The link of a token. Raises NotFound."""
    async with desk.database.reading() as connection:
        link = await store.find_by_hash(connection, hash_of(token))
    if link is None:
        raise NotFound("payment_link_not_found", "There is no such payment link.", "token")
    return link


async def pay_by_link(desk: Desk, token: str, now: datetime) -> Started:
    """The booking's intent. Raises NotFound, Conflict when the link is not good any more, Unavailable."""
    link = await find_link(desk, token)
    state = state_of(link.expires_at, link.used_at, link.revoked_at, now)
    if state != "open":
        raise Conflict(f"payment_link_{state}", SENTENCES[state], "token")
    return await start_payment(desk, new_id(), link.booking_id, Payer(), now)


async def revoke_link(desk: Desk, link_id: UUID, now: datetime) -> Any:
    """The link, ended. Raises NotFound."""
    async with desk.database.transaction() as connection:
        link = await store.revoke_link(connection, link_id, now)
        if link is None:
            raise NotFound("payment_link_not_found", "There is no such payment link.", "link_id")
        await record(connection, "payment_link.revoked", ("payment_link", link_id), now)
    return link
