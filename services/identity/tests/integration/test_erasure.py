"""A customer asks to be forgotten: the account ends at once, and identity keeps nothing that says who it was."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from chassis.refusal import Invalid, NotFound, UnknownCaller
from forgetting import ask, forgotten, status, verify_email
from identity.__main__ import seed
from identity.domain.erasure import SERVICES
from identity.settings import IdentitySettings
from identity_stage import PASSWORD, Stage
from totetaxi.identity.v1 import address_service_pb2 as addresses
from totetaxi.identity.v1 import customer_service_pb2 as customers
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1 import privacy_service_pb2 as messages

HOME = {"address_line_1": "350 Fifth Ave", "city": "New York", "state": "NY", "zip_code": "10001"}
PERSONAL = ("race", "opper", "350 Fifth", "12125550100", "203.0.113")


async def a_full_life(stage: Stage) -> Any:
    """Grace has an address, a note, two sessions and a verified email; her principal."""
    made = await stage.register(phone="212 555 0100")
    await verify_email(stage)
    await stage.sign_in("grace@example.com", PASSWORD)
    with stage.acting(made.session.principal.token):
        await stage.addresses.CreateAddress(addresses.CreateAddressRequest(**HOME))
    staff = (await stage.sign_in_staff("staff1")).session.principal.token
    with stage.acting(staff):
        note = customers.AddCustomerNoteRequest(customer_id=made.customer.id, text="Grace Hopper likes mornings")
        await stage.customers.AddCustomerNote(note)
    return made


@pytest.fixture(autouse=True)
async def demo_staff(database: Any, settings: IdentitySettings) -> None:
    await seed(database, settings)


async def everything(stage: Stage) -> str:
    """All that identity keeps about customers, but for what is on its way and runs out by itself."""
    tables = "customer customer_note saved_address address_use session mailed_link api_key reset_request"
    kept = [await stage.asked(f"SELECT * FROM {table}") for table in tables.split()]  # noqa: S608 - our own tables
    return str(kept)


async def test_nothing_says_any_more_who_it_was(stage: Stage) -> None:
    made = await a_full_life(stage)
    before = await everything(stage)
    assert [text for text in PERSONAL[:4] if text not in before] == []
    await ask(stage, made.session.principal.token)
    after = await everything(stage)
    assert [text for text in PERSONAL if text in after] == []
    assert made.customer.id in after


async def test_every_way_into_the_account_ends_at_once(stage: Stage) -> None:
    made = await stage.register()
    await ask(stage, made.session.principal.token)
    with pytest.raises(UnknownCaller):
        await stage.resolve(made.session.token)
    with pytest.raises(UnknownCaller):
        await stage.sign_in("grace@example.com", PASSWORD)
    [revoked] = await stage.said(events.SessionRevoked)
    assert (revoked.account_id, revoked.reason) == (made.customer.id, "erased")


async def test_the_others_hear_whom_to_forget_and_which_guest_bookings_are_theirs(stage: Stage) -> None:
    made = await stage.register()
    await verify_email(stage)
    answer = await ask(stage, made.session.principal.token)
    [event] = await stage.said(events.CustomerErasureRequested)
    assert (event.customer_id, event.erasure_id) == (made.customer.id, answer.erasure.id)
    assert event.email == "grace@example.com"


async def test_an_email_that_was_never_verified_gives_no_right_to_guest_bookings(stage: Stage) -> None:
    await forgotten(stage)
    assert [event.email for event in await stage.said(events.CustomerErasureRequested)] == [""]


async def test_a_wrong_password_changes_nothing_and_counts(stage: Stage) -> None:
    made = await stage.register()
    with pytest.raises(Invalid) as refused:
        await ask(stage, made.session.principal.token, "wrong-one")
    assert (refused.value.slug, refused.value.faults[0].field) == ("password_wrong", "password")
    assert await stage.asked("SELECT failures FROM sign_in_failure") == [(1,)]
    assert await stage.resolve(made.session.token)
    assert await stage.asked("SELECT * FROM erasure") == []


async def test_asking_again_and_at_once_is_one_erasure_with_one_token(stage: Stage) -> None:
    made = await stage.register()
    token = made.session.principal.token
    answers = await asyncio.gather(*(ask(stage, token) for _ in range(4)))
    answers.append(await ask(stage, token, "whatever it was"))
    assert len({answer.erasure.id for answer in answers}) == 1
    assert len({answer.status_token for answer in answers}) == 1
    assert len(await stage.said(events.CustomerErasureRequested)) == 1
    assert await stage.asked("SELECT * FROM sign_in_failure") == []


async def test_the_email_is_free_again(stage: Stage) -> None:
    answer = await forgotten(stage)
    again = await stage.register()
    assert await stage.resolve(again.session.token)
    assert (await status(stage, answer.status_token)).id == answer.erasure.id


async def test_a_principal_that_outlives_the_account_brings_nothing_back(stage: Stage) -> None:
    made = await stage.register()
    token = made.session.principal.token
    await ask(stage, token)
    with stage.acting(token):
        with pytest.raises(NotFound):
            await stage.customers.UpdateProfile(customers.UpdateProfileRequest(first_name="Grace"))
        with pytest.raises(NotFound):
            await stage.addresses.CreateAddress(addresses.CreateAddressRequest(**HOME))
        profile = (await stage.customers.GetProfile(customers.GetProfileRequest())).customer
    assert (profile.first_name, profile.phone, profile.is_erasure_requested) == ("Erased", "", True)


async def test_staff_find_them_no_more(stage: Stage) -> None:
    made = await a_full_life(stage)
    await ask(stage, made.session.principal.token)
    with stage.acting((await stage.sign_in_staff("staff1")).session.principal.token):
        found = await stage.customers.ListCustomers(customers.ListCustomersRequest())
        count = await stage.customers.CountCustomers(customers.CountCustomersRequest())
        with pytest.raises(NotFound):
            await stage.customers.SetVip(customers.SetVipRequest(customer_id=made.customer.id, is_vip=True))
    assert (list(found.customers), count.total) == ([], 0)


async def test_the_status_needs_no_session_and_shows_every_service(stage: Stage) -> None:
    answer = await forgotten(stage)
    erasure = await status(stage, answer.status_token)
    assert erasure.state == messages.ERASURE_STATE_IN_PROGRESS
    assert [report.service for report in erasure.reports] == list(SERVICES)
    assert [report.HasField("completed_at") for report in erasure.reports] == [True, False, False, False, False]
    assert erasure.reports[0].kept.startswith("That there was an account")


@pytest.mark.parametrize("change", [lambda token: "x", lambda token: token[:-4] + "AAAA", lambda token: "A" * 64])
async def test_a_made_up_token_finds_nothing(stage: Stage, change: Any) -> None:
    answer = await forgotten(stage)
    with pytest.raises(NotFound) as refused:
        await status(stage, change(answer.status_token))
    assert refused.value.slug == "erasure_not_found"


async def test_it_is_in_the_audit_log(stage: Stage) -> None:
    answer = await forgotten(stage)
    [act] = [said.act for said in await stage.said(events.AuditRecorded)]
    [event] = await stage.said(events.CustomerErasureRequested)
    assert (act.action, act.actor_kind, act.subject_id) == ("customer.erasure_requested", "customer", event.customer_id)
    assert answer.erasure.id
