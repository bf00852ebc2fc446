"""A driver's day by link: their own stops and nobody else's, reported by the same rules as staff report them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from booking.actions import Move, move_for_customer
from booking.actions import logistics as actions
from booking.domain.lifecycle import Status
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.pickup import PickupWindow
from booking.driver_day_messages import day_message
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, TERMS, history_of, outcomes, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from counted import statements_of
from driver_stage import OnTheRoad, act_as_visitor, link_for, on_the_road
from logistics_stage import a_driver, a_van, assign, scheduled
from totetaxi.booking.v1 import events_pb2 as events

PICKUP, DELIVERY = TaskKind.PICKUP, TaskKind.DELIVERY
EN_ROUTE, ARRIVED, LOADED, DELIVERED, FAILED = (
    TaskStatus.EN_ROUTE,
    TaskStatus.ARRIVED,
    TaskStatus.LOADED,
    TaskStatus.DELIVERED,
    TaskStatus.FAILED,
)


@pytest.fixture
async def dan(database: Database) -> OnTheRoad:
    """What staff made is there; from now on a visitor acts."""
    act_as_staff()
    made = await on_the_road(database)
    act_as_visitor()
    return made


async def acts_of(database: Database, action: str) -> list[Any]:
    return [each.act for each in await said(database, events.AuditRecorded) if each.act.action == action]


async def test_the_day_shows_what_the_sheet_shows_and_neither_price_nor_email_nor_last_name(dan: OnTheRoad) -> None:
    shown = day_message(await dan.day())
    assert (shown.driver_name, shown.day) == ("Dan Driver", "2027-06-02")
    pickup, delivery = shown.stops
    assert (pickup.title, list(pickup.place)) == ("Pickup", ["350 Fifth Ave, Apt 9, New York, NY 10001"])
    assert (pickup.first_name, pickup.phone, pickup.notes) == ("Ada", "+12125550100", "ring twice")
    assert (list(pickup.items), list(delivery.items)) == (["Petite"], ["Petite"])
    assert list(pickup.to_collect) == ["Photos of the condition", "The customer's code, or a signature"]
    assert [len(stop.next_statuses) for stop in shown.stops] == [2, 2]
    for secret in ("Byron", "example.com", "$"):
        assert secret not in str(shown)
    [act] = await acts_of(dan.database, "driver_day.viewed")
    assert (act.actor_kind, act.actor_id, act.after) == ("driver", str(dan.driver.id), '{"day":"2027-06-02","stops":2}')


async def test_a_day_done_by_link_completes_its_booking_as_the_drivers_own_doing(dan: OnTheRoad) -> None:
    booking_id, who = str(dan.made[PICKUP].booking_id), f"driver:{dan.driver.id}"
    await dan.report(PICKUP, EN_ROUTE, ARRIVED, LOADED)
    shown = await dan.report(DELIVERY, EN_ROUTE, ARRIVED, DELIVERED)
    assert [stop.view.record.status for stop in shown.stops] == [LOADED, DELIVERED]
    assert (await history_of(dan.database, booking_id))[-2:] == [
        (Status.SCHEDULED, Status.IN_PROGRESS, who),
        (Status.IN_PROGRESS, Status.COMPLETED, who),
    ]
    assert len(await said(dan.database, events.DeliveryEnRoute)) == 2
    [delivered] = await acts_of(dan.database, "task.delivered")
    assert (delivered.actor_kind, delivered.actor_id) == ("driver", str(dan.driver.id))


async def test_the_same_rules_hold_as_for_staff(dan: OnTheRoad) -> None:
    with pytest.raises(Conflict, match=r"is assigned\. It can become en route or failed"):
        await dan.report(PICKUP, LOADED)
    with pytest.raises(Invalid, match="reason must be given"):
        await dan.report(PICKUP, FAILED)
    seen = dan.made[PICKUP].version + 1
    await dan.report(PICKUP, EN_ROUTE, version=seen)
    await dan.report(PICKUP, EN_ROUTE, version=seen)  # sent again, since no answer came
    with pytest.raises(Conflict, match="it is en route now"):
        await dan.report(PICKUP, ARRIVED, version=seen)
    shown = await dan.report(PICKUP, FAILED, reason="Nobody there.")
    assert shown.stops[0].sheet.state == "Failed: Nobody there."
    assert len(await said(dan.database, events.DeliveryEnRoute)) == 1


async def test_only_their_own_stops_of_that_day_are_shown_and_reported(database: Database, dan: OnTheRoad) -> None:
    act_as_staff()
    dora = await a_driver(database, "Dora Driver")
    token = await link_for(database, dora)
    tomorrow = (await actions.create_driver_link(database, dan.driver.id, DAY + timedelta(days=1), NOW)).token
    act_as_visitor()
    for link in (token, tomorrow):
        stranger = OnTheRoad(database, dora, dan.van, dan.made, link)
        assert (await stranger.day()).stops == []
        with pytest.raises(NotFound, match="not on your list") as foreign:
            await stranger.report(PICKUP, EN_ROUTE)
    with pytest.raises(NotFound) as unknown:
        await actions.report_by_link(database, token, actions.Report(new_id(), EN_ROUTE, "", 0, ""), NOW)
    assert (foreign.value.slug, str(foreign.value)) == (unknown.value.slug, str(unknown.value))


async def test_a_stop_that_another_crew_was_given_is_not_theirs_any_more(database: Database, dan: OnTheRoad) -> None:
    act_as_staff()
    dora = await a_driver(database, "Dora Driver")
    await assign(database, dan.made[PICKUP], dora, await a_van(database, "Van 2"))
    act_as_visitor()
    assert [stop.view.record.kind for stop in (await dan.day()).stops] == [DELIVERY]
    with pytest.raises(NotFound, match="ask the office"):
        await dan.report(PICKUP, EN_ROUTE)
    assert await said(database, events.DeliveryEnRoute) == []


async def test_a_move_to_another_day_takes_its_stops_off_the_list(database: Database, dan: OnTheRoad) -> None:
    act_as_staff()
    move = Move(dan.made[PICKUP].booking_id, DAY + timedelta(days=7), None)
    await move_for_customer(database, move, STAFF, "They called.", TERMS, NOW)
    act_as_visitor()
    assert (await dan.day()).stops == []
    with pytest.raises(NotFound, match="not on your list"):
        await dan.report(PICKUP, EN_ROUTE)


async def test_tokens_that_never_were_and_that_ended_are_refused_alike(database: Database, dan: OnTheRoad) -> None:
    act_as_staff()
    await link_for(database, dan.driver)
    act_as_visitor()
    told = set()
    for token in (dan.token, "nobodys-token-at-all"):
        stranger = OnTheRoad(database, dan.driver, dan.van, dan.made, token)
        for tried in (stranger.day(), stranger.report(PICKUP, EN_ROUTE)):
            with pytest.raises(NotFound) as refused:
                await tried
            told.add((refused.value.slug, str(refused.value)))
    assert len(told) == 1


@pytest.mark.race
async def test_the_same_step_reported_at_once_is_taken_once(dan: OnTheRoad) -> None:
    await dan.report(PICKUP, EN_ROUTE, ARRIVED)
    days = await outcomes([dan.report(PICKUP, LOADED) for _ in range(4)])
    assert {day.stops[0].view.record.status for day in days} == {LOADED}
    history = await history_of(dan.database, str(dan.made[PICKUP].booking_id))
    assert [to for _, to, _ in history].count(Status.IN_PROGRESS) == 1
    assert len(await said(dan.database, events.DeliveryLoaded)) == 1


@pytest.mark.race
async def test_nothing_is_reported_after_a_link_was_revoked(dan: OnTheRoad) -> None:
    act_as_staff()
    revoked, reported = await outcomes(
        [actions.revoke_driver_link(dan.database, dan.driver.id, DAY, NOW), dan.report(PICKUP, EN_ROUTE)]
    )
    assert revoked is None
    was_first = not isinstance(reported, Exception)
    assert was_first or reported.slug == "driver_link_not_found"
    assert len(await said(dan.database, events.DeliveryEnRoute)) == was_first
    with pytest.raises(NotFound):
        await dan.report(PICKUP, ARRIVED)


async def test_a_days_questions_are_as_many_however_many_stops(database: Database, dan: OnTheRoad) -> None:
    with statements_of(database) as few:
        await dan.day()
    act_as_staff()
    more = (await scheduled(database, pickup_window=PickupWindow.EVENING))[DELIVERY]
    await assign(database, more, dan.driver, dan.van)
    act_as_visitor()
    with statements_of(database) as many:
        await dan.day()
    assert len(few) == len(many)
