"""Route plans: proposed for a day and kept, then accepted as a whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from booking.actions import logistics as actions
from booking.domain.logistics import TaskKind, TaskStatus
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, outcomes, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from logistics_stage import a_driver, a_van, assign, on_day
from route_stage import accept, at, crews, moves, plan, reasons, stops
from totetaxi.booking.v1.events_pb2 import AuditRecorded, DeliveryAssigned

SOMEBODY_ELSE = "staff:0192f000-0000-7000-8000-00000000e1e1"


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def test_a_proposal_changes_nothing_and_accepting_it_gives_every_task_to_its_crew(database: Database) -> None:
    await moves(database, 2)
    [(van, driver)] = await crews(database)
    proposal = await plan(database)
    assert (proposal.record.version, proposal.record.accepted_at, reasons(proposal)) == (1, None, {})
    assert {each.record.status for each in await on_day(database)} == {TaskStatus.UNASSIGNED}
    await accept(database, proposal)
    given = await on_day(database)
    assert [(each.van, each.driver) for each in given] == [(van.name, driver.name)] * 4
    planned = stops(proposal)
    assert [each.record.planned_from for each in given] == [at(planned[each.record.id]) for each in given]
    assert {UUID(each.task_id) for each in await said(database, DeliveryAssigned)} == set(planned)
    acts = [each.act.action for each in await said(database, AuditRecorded)]
    assert [act for act in acts if act.startswith("route_plan")] == ["route_plan.made", "route_plan.accepted"]


async def test_accepting_twice_is_accepting_once_and_somebody_else_is_told(database: Database) -> None:
    await moves(database, 1)
    await crews(database)
    proposal = await plan(database)
    first = await accept(database, proposal)
    assert await accept(database, proposal) == first
    assert len(await said(database, DeliveryAssigned)) == 2
    with pytest.raises(Conflict, match="Somebody else accepted this plan already, at 10:00 AM") as refused:
        await accept(database, proposal, SOMEBODY_ELSE)
    assert refused.value.slug == "plan_accepted"


async def test_of_two_who_accept_at_once_one_wins_and_the_other_is_told(database: Database) -> None:
    await moves(database, 2)
    await crews(database, 2)
    one, other = await plan(database), await plan(database)
    assert (one.record.version, other.record.version) == (1, 2)
    answers = await outcomes([accept(database, one), accept(database, other, SOMEBODY_ELSE)])
    [refusal] = [answer for answer in answers if isinstance(answer, Conflict)]
    assert refusal.slug == "plan_outdated"
    same = await plan(database, is_anew=True)
    answers = await outcomes([accept(database, same), accept(database, same, SOMEBODY_ELSE)])
    assert [answer.slug for answer in answers if isinstance(answer, Conflict)] == ["plan_accepted"]


async def test_what_changed_since_is_named_and_nothing_of_the_plan_is_done(database: Database) -> None:
    [one, other] = await moves(database, 2)
    await crews(database)
    proposal = await plan(database)
    by_hand = await assign(database, one[TaskKind.PICKUP], await a_driver(database), await a_van(database, "Own"))
    with pytest.raises(
        Conflict, match=f"the pickup of {by_hand.number} is assigned now. Plan the day again"
    ) as refused:
        await accept(database, proposal)
    assert refused.value.slug == "plan_outdated"
    now = {each.record.id: each.record.status for each in await on_day(database)}
    assert now[other[TaskKind.PICKUP].id] is TaskStatus.UNASSIGNED
    assert len(await said(database, DeliveryAssigned)) == 1


async def test_a_crew_that_got_something_else_meanwhile_is_named(database: Database) -> None:
    await moves(database, 1)
    [(van, _)] = await crews(database)
    proposal = await plan(database)
    [late] = await moves(database, 1)
    taken = await assign(database, late[TaskKind.PICKUP], await a_driver(database), van)
    with pytest.raises(Conflict, match=f"Van 1 is with booking {taken.number} from 8:00 AM"):
        await accept(database, proposal)


async def test_a_van_that_dropped_out_is_named(database: Database) -> None:
    await moves(database, 1)
    [(van, _)] = await crews(database)
    proposal = await plan(database)
    await actions.save_van(database, type(van)(van.id, van.name, van.capacity, False, 0), 0, NOW)
    with pytest.raises(Conflict, match="Van 1 is not active"):
        await accept(database, proposal)


async def test_a_plan_whose_morning_is_over_is_not_accepted(database: Database) -> None:
    await moves(database, 1)
    await crews(database)
    proposal = await plan(database)
    with pytest.raises(Conflict, match="which is over"):
        await accept(database, proposal, now=NOW + timedelta(days=1))


async def test_what_crews_have_is_kept_unless_it_is_to_be_planned_anew(database: Database) -> None:
    [one, _] = await moves(database, 2)
    [(van, driver), _] = await crews(database, 2)
    pickup = one[TaskKind.PICKUP]
    nine, ten = (pickup.window_from + timedelta(hours=hours) for hours in (1, 2))
    await assign(database, pickup, driver, van, begins=nine, ends=ten)
    kept = await plan(database)
    assert stops(kept)[pickup.id].is_fixed
    assert at(stops(kept)[pickup.id]) == nine
    anew = await plan(database, is_anew=True)
    assert not any(stop.is_fixed for stop in stops(anew).values())
    assert (kept.record.answer.before.stops, kept.record.answer.after.stops) == (1, 4)
    assert anew.record.answer.after.drive_seconds <= kept.record.answer.after.drive_seconds
    await accept(database, anew)


async def test_crews_change_places_in_one_acceptance(database: Database) -> None:
    [one, other] = await moves(database, 2)
    [(van_1, driver_1), (van_2, driver_2)] = await crews(database, 2)
    await assign(database, one[TaskKind.PICKUP], driver_2, van_1)
    await assign(database, other[TaskKind.PICKUP], driver_1, van_2)
    wanted = [(van_1.id, driver_1.id), (van_2.id, driver_2.id)]
    await accept(database, await plan(database, is_anew=True, crews=wanted))
    drives = {(each.van, each.driver) for each in await on_day(database)}
    assert drives <= {("Van 1", "Driver 1"), ("Van 2", "Driver 2")}


async def test_what_finds_no_place_any_more_loses_its_crew_and_says_why(database: Database) -> None:
    made = await moves(database, 5)
    [(van, driver)] = await crews(database)
    await assign(
        database, made[0][TaskKind.PICKUP], driver, van, ends=made[0][TaskKind.PICKUP].window_from + timedelta(hours=1)
    )
    proposal = await plan(database, is_anew=True)
    assert set(reasons(proposal).values()) == {
        "Every van that could do it is full or elsewhere then; another van, or another time, would make room."
    }
    await accept(database, proposal)
    by_id = {each.record.id: each.record for each in await on_day(database)}
    assert {by_id[each].status for each in reasons(proposal)} == {TaskStatus.UNASSIGNED}
    assert {by_id[each].status for each in stops(proposal)} == {TaskStatus.ASSIGNED}


async def test_a_day_that_is_over_no_plan_and_a_crew_named_twice_are_refused(database: Database) -> None:
    [(van, driver)] = await crews(database)
    with pytest.raises(Invalid, match="day must be today or later"):
        await plan(database, day=DAY - timedelta(days=2))
    with pytest.raises(NotFound, match="no such plan"):
        await actions.find_plan(database, new_id(), NOW)
    with pytest.raises(Invalid, match="each driver once"):
        await plan(database, crews=[(van.id, driver.id), ((await a_van(database, "Van 2")).id, driver.id)])
    with pytest.raises(NotFound, match="no such van"):
        await plan(database, crews=[(new_id(), driver.id)])
    assert await plan(database) != STAFF


async def test_plans_of_a_day_are_listed_the_newest_first_a_page_at_a_time(database: Database) -> None:
    for _ in range(3):
        await plan(database)
    page, token = await actions.list_plans(database, DAY, 2, "")
    rest, end = await actions.list_plans(database, DAY, 2, token)
    assert [[each.version for each in found] for found in (page, rest)] == [[3, 2], [1]]
    assert end == ""
    assert (await actions.list_plans(database, DAY + timedelta(days=1), 2, ""))[0] == []
