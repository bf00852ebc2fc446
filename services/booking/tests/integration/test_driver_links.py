"""Links for drivers: who gets one, until when it is good, and what ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from booking.actions import logistics as actions
from booking.domain.custom_quote import hash_of
from booking.store.driver_link_tables import driver_link
from booking_callers import STAFF_ID, act_as_staff
from booking_stage import DAY, NOW, count, outcomes, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from driver_stage import OnTheRoad, link_for, on_the_road
from logistics_stage import a_driver
from totetaxi.booking.v1.events_pb2 import AuditRecorded

END = datetime(2027, 6, 4, 4, tzinfo=UTC)
"""Midnight in New York at the end of the day after."""
INSTANT = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def acts_of(database: Database, action: str) -> list[Any]:
    return [each.act for each in await said(database, AuditRecorded) if each.act.action == action]


async def leads_nowhere(dan: OnTheRoad, now: datetime = NOW) -> None:
    with pytest.raises(NotFound, match="leads nowhere any more") as refused:
        await dan.day(now)
    assert refused.value.slug == "driver_link_not_found"


async def test_only_the_hash_of_a_link_is_kept_and_who_made_it_is_in_the_audit_log(database: Database) -> None:
    driver = await a_driver(database)
    made = await actions.create_driver_link(database, driver.id, DAY, NOW)
    assert (made.good_until, len(made.token)) == (END, 43)
    async with database.reading() as connection:
        [row] = (await connection.execute(sql.select(driver_link))).mappings()
    assert row["token_hash"] == hash_of(made.token)
    [act] = await acts_of(database, "driver_link.created")
    assert (act.actor_id, act.subject_id) == (STAFF_ID, str(driver.id))
    assert made.token not in str(act)


async def test_it_is_good_until_the_end_of_the_day_after_in_new_york(database: Database) -> None:
    dan = await on_the_road(database)
    assert (await dan.day(END - INSTANT)).good_until == END
    await leads_nowhere(dan, END)


async def test_another_link_for_the_same_day_ends_the_one_before_and_no_other(database: Database) -> None:
    dan = await on_the_road(database)
    other_day = await actions.create_driver_link(database, dan.driver.id, DAY + timedelta(days=1), NOW)
    newer = await link_for(database, dan.driver)
    await leads_nowhere(dan)
    assert (await actions.find_driver_day(database, newer, NOW)).stops
    assert (await actions.find_driver_day(database, other_day.token, NOW)).stops == []


async def test_who_is_set_inactive_has_no_link_any_more_and_gets_none(database: Database) -> None:
    dan = await on_the_road(database)
    await actions.save_driver(database, replace(dan.driver, is_active=False), 0, NOW)
    await leads_nowhere(dan)
    with pytest.raises(Conflict, match="Dan Driver is not active"):
        await link_for(database, dan.driver)


async def test_a_link_is_revoked_once_and_for_good(database: Database) -> None:
    dan = await on_the_road(database)
    for _ in range(2):
        await actions.revoke_driver_link(database, dan.driver.id, DAY, NOW)
    await leads_nowhere(dan)
    assert len(await acts_of(database, "driver_link.revoked")) == 1
    with pytest.raises(NotFound, match="no such driver"):
        await actions.revoke_driver_link(database, new_id(), DAY, NOW)


@pytest.mark.parametrize("days", [-3, 31])
async def test_days_that_are_over_or_far_away_have_no_link(database: Database, days: int) -> None:
    driver = await a_driver(database)
    with pytest.raises(Invalid, match="between yesterday and 31 days from today") as refused:
        await actions.create_driver_link(database, driver.id, DAY + timedelta(days=days), NOW)
    assert refused.value.faults[0].field == "day"
    with pytest.raises(NotFound, match="no such driver"):
        await actions.create_driver_link(database, new_id(), DAY, NOW)


@pytest.mark.race
async def test_of_links_made_at_once_the_last_leads_somewhere_and_no_other(database: Database) -> None:
    driver = await a_driver(database)
    tokens = await outcomes([link_for(database, driver) for _ in range(4)])
    tried = await outcomes([actions.find_driver_day(database, token, NOW) for token in tokens])
    assert sorted(type(each).__name__ for each in tried) == ["DriverDay", *["NotFound"] * 3]


async def test_links_are_forgotten_a_month_after_they_were_good(database: Database) -> None:
    await link_for(database, await a_driver(database))
    month = END + timedelta(days=30)
    assert await actions.forget_driver_links(database, month, 10) == 0
    assert await actions.forget_driver_links(database, month + INSTANT, 10) == 1
    assert await count(database, "driver_link") == 0
