"""Every service reports that it has forgotten a customer; the last report completes it, once."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest
from chassis.refusal import NotFound
from forgetting import LATER, forgotten, hear, postponed, report, status
from identity.actions.measure_erasures import OLDEST, OPEN, measure_erasures
from identity_stage import Stage
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1 import privacy_service_pb2 as messages

OTHERS = ("booking", "payments", "notifications", "pricing")
NOBODY = "0197a000-0000-7000-8000-00000000dead"


async def ids(stage: Stage) -> tuple[str, str]:
    [event] = await stage.said(events.CustomerErasureRequested)
    return event.erasure_id, event.customer_id


async def test_the_last_report_completes_it_and_tells_the_customer(stage: Stage) -> None:
    answer = await forgotten(stage)
    for service in OTHERS:
        assert await stage.said(events.CustomerErasureCompleted) == []
        await hear(stage, report(service, *await ids(stage), kept=f"{service} keeps this"))
    erasure = await status(stage, answer.status_token)
    assert erasure.state == messages.ERASURE_STATE_COMPLETED
    assert erasure.completed_at.ToDatetime(UTC) == LATER
    assert [each.kept for each in erasure.reports[1:]] == [f"{service} keeps this" for service in OTHERS]
    [told] = await stage.said(events.CustomerErasureCompleted)
    assert (told.erasure_id, told.customer_id) == await ids(stage)
    assert (told.recipient.email, told.recipient.first_name) == ("grace@example.com", "Grace")
    assert await stage.asked("SELECT recipient FROM erasure") == [(None,)]


async def test_any_order_and_any_number_of_reports_complete_it_once(stage: Stage) -> None:
    await forgotten(stage)
    told = [report(service, *await ids(stage)) for service in OTHERS]
    for first, second in itertools.permutations(told, 2):
        assert await hear(stage, first, times=2) == [True, False]
        assert await hear(stage, second, times=2) == [True, False]
    assert len(await stage.said(events.CustomerErasureCompleted)) == 1


async def test_the_first_report_of_a_service_stands(stage: Stage) -> None:
    answer = await forgotten(stage)
    await hear(stage, report("payments", *await ids(stage), kept="amounts"))
    await hear(stage, report("payments", *await ids(stage), kept=""))
    erasure = await status(stage, answer.status_token)
    assert [each.kept for each in erasure.reports if each.service == "payments"] == ["amounts"]


async def test_a_paid_move_to_come_is_waited_for_and_shown(stage: Stage) -> None:
    answer = await forgotten(stage)
    await hear(stage, postponed(*await ids(stage)))
    booking = (await status(stage, answer.status_token)).reports[1]
    assert (booking.service, booking.waits_until, booking.HasField("completed_at")) == ("booking", "2027-07-01", False)
    await hear(stage, report("booking", *await ids(stage)))
    await hear(stage, postponed(*await ids(stage)))
    booking = (await status(stage, answer.status_token)).reports[1]
    assert (booking.waits_until, booking.HasField("completed_at")) == ("", True)


async def test_a_report_about_an_erasure_that_there_is_not_is_seen_by_somebody(stage: Stage) -> None:
    for event in (report("booking", NOBODY, NOBODY), postponed(NOBODY, NOBODY)):
        with pytest.raises(NotFound):
            await hear(stage, event)


async def test_what_nobody_reports_is_measured_and_what_waits_is_not_alarming(stage: Stage) -> None:
    await forgotten(stage)
    [(since,)] = await stage.asked("SELECT requested_at FROM erasure")
    hour = datetime.fromtimestamp(since.timestamp() + 3600, UTC)
    await measure_erasures(stage.database, hour)
    assert (OPEN._value.get(), OLDEST._value.get()) == (1, pytest.approx(3600))
    await hear(stage, postponed(*await ids(stage)))
    await measure_erasures(stage.database, hour)
    assert (OPEN._value.get(), OLDEST._value.get()) == (1, 0)
