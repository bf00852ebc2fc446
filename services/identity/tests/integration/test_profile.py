"""A customer's own profile: what they send is changed and said, and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from chassis.refusal import Conflict, Invalid
from identity_stage import Stage
from totetaxi.booking.v1.booking_pb2 import PICKUP_WINDOW_EVENING
from totetaxi.identity.v1 import customer_service_pb2 as messages
from totetaxi.identity.v1 import events_pb2 as events


@pytest.fixture
async def grace(stage: Stage) -> AsyncIterator[Stage]:
    """The stage, acting for Grace."""
    made = await stage.register(phone="+12125550101")
    with stage.acting(made.session.principal.token):
        yield stage


async def update(stage: Stage, **changes: object) -> messages.UpdateProfileResponse:
    return await stage.customers.UpdateProfile(messages.UpdateProfileRequest(**changes))


async def test_what_is_sent_is_changed_and_the_rest_stays(grace: Stage) -> None:
    answer = await update(
        grace, phone="+12125550199", preferred_pickup_window=PICKUP_WINDOW_EVENING, sms_notifications=True
    )
    read = await grace.customers.GetProfile(messages.GetProfileRequest())
    assert read.customer == answer.customer
    assert (read.customer.phone, read.customer.first_name, read.customer.version) == ("+12125550199", "Grace", 2)
    assert read.customer.preferences.preferred_pickup_window == PICKUP_WINDOW_EVENING
    assert (read.customer.preferences.sms_notifications, read.customer.preferences.email_notifications) == (True, True)


async def test_a_change_is_said_with_everything_that_listeners_need(grace: Stage) -> None:
    await update(grace, marketing_emails=True, last_name="Murray Hopper")
    [said] = await grace.said(events.CustomerPreferencesChanged)
    assert (said.recipient.last_name, said.preferences.marketing_emails, said.version) == ("Murray Hopper", True, 2)


async def test_sending_what_is_so_already_changes_and_says_nothing(grace: Stage) -> None:
    assert (await update(grace, first_name=" Grace ", email_notifications=True)).customer.version == 1
    assert await grace.said(events.CustomerPreferencesChanged) == []


async def test_a_phone_can_be_taken_away(grace: Stage) -> None:
    assert (await update(grace, phone="")).customer.phone == ""


async def test_wrong_members_are_named_and_nothing_changes(grace: Stage) -> None:
    with pytest.raises(Invalid) as refused:
        await update(grace, phone="12", first_name="  ", last_name="Fine")
    assert {fault.field for fault in refused.value.faults} == {"phone", "first_name"}
    assert (await grace.customers.GetProfile(messages.GetProfileRequest())).customer.last_name == "Hopper"


async def test_a_change_on_top_of_an_older_version_is_refused(grace: Stage) -> None:
    await update(grace, first_name="G", expected_version=1)
    with pytest.raises(Conflict) as refused:
        await update(grace, first_name="Gr", expected_version=1)
    assert refused.value.slug == "changed_meanwhile"


async def test_the_overview_of_a_new_customer_is_empty(grace: Stage) -> None:
    overview = await grace.customers.GetAccountOverview(messages.GetAccountOverviewRequest())
    assert (overview.saved_addresses_count, list(overview.popular_addresses)) == (0, [])
    assert not overview.HasField("most_used_pickup")
    assert not overview.customer.statistics.HasField("last_booking_at")
