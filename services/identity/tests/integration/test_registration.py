"""Registering: an account, a link, a session; and an email that is taken says so to its owner alone."""

from __future__ import annotations

import asyncio

import pytest
from chassis.refusal import Invalid
from identity_stage import PASSWORD, Stage
from totetaxi.identity.v1 import customer_service_pb2 as customers
from totetaxi.identity.v1 import events_pb2 as events


async def test_a_new_customer_is_signed_in_and_known(stage: Stage) -> None:
    made = await stage.register("Grace.Hopper@Example.com", phone="(212) 555-0101")
    assert (made.customer.email, made.customer.phone) == ("Grace.Hopper@example.com", "+12125550101")
    assert (made.customer.is_vip, made.customer.statistics.total_bookings) == (False, 0)
    assert made.customer.preferences.email_notifications
    resolved = await stage.resolve(made.session.token)
    assert (resolved.account.id, resolved.session_id) == (made.customer.id, made.session.session_id)


async def test_whoever_listens_learns_of_a_new_customer_and_of_the_link_to_mail(stage: Stage) -> None:
    made = await stage.register(language="es-US")
    [registered] = await stage.said(events.CustomerRegistered)
    [wanted] = await stage.said(events.CustomerVerificationRequested)
    assert registered.customer_id == wanted.customer_id == made.customer.id
    assert wanted.recipient == events.MailRecipient(
        email="grace@example.com", first_name="Grace", last_name="Hopper", language="es-US"
    )
    assert await stage.said(events.SessionStartedOnNewDevice) == []


async def test_an_email_that_is_taken_is_refused_and_its_owner_told(stage: Stage) -> None:
    made = await stage.register("grace@example.com")
    with pytest.raises(Invalid) as refused:
        await stage.register("GRACE@example.com", first_name="Mallory")
    assert refused.value.slug == "registration_refused"
    assert "exist" not in refused.value.message
    [told] = await stage.said(events.CustomerRegistrationRepeated)
    assert (told.customer_id, told.recipient.first_name) == (made.customer.id, "Grace")


async def test_of_many_who_register_the_same_email_at_once_one_succeeds(stage: Stage) -> None:
    tries = [stage.register(f"{'gG'[number % 2]}race@example.com") for number in range(8)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(outcome, customers.RegisterResponse) for outcome in outcomes) == 1
    assert {type(outcome) for outcome in outcomes} == {customers.RegisterResponse, Invalid}
    assert await stage.asked("SELECT count(*) FROM customer") == [(1,)]


async def test_everything_that_is_wrong_is_named_at_once(stage: Stage) -> None:
    with pytest.raises(Invalid) as refused:
        await stage.register("no address", first_name="\x07", phone="12", language="!!")
    assert {fault.field for fault in refused.value.faults} == {"email", "first_name", "phone", "language"}


@pytest.mark.parametrize("password", ["short", "password1", "grace@example.com", "iloveyou123"])
async def test_a_weak_password_is_refused(stage: Stage, password: str) -> None:
    with pytest.raises(Invalid) as refused:
        await stage.register(password=password)
    assert refused.value.faults[0].field == "password"
    assert password not in refused.value.message
    assert await stage.asked("SELECT count(*) FROM customer") == [(0,)]


async def test_no_password_is_kept_or_said(stage: Stage) -> None:
    await stage.register()
    [(kept,)] = await stage.asked("SELECT password_hash FROM customer")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert (
        await stage.asked("SELECT FROM outbox WHERE position(:secret in payload) > 0", secret=PASSWORD.encode()) == []
    )
