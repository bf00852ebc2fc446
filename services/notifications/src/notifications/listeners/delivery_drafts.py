"""The mails that the crew's steps ask for: on its way, delivered, could not be done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from chassis.listening import Delivery
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.logistics_pb2 import DeliveryTaskKind

from notifications.domain.delivery_words import AT_THE_FIRST_DOOR, CrewOnItsWay, DeliveryStep
from notifications.domain.message import Draft, Template
from notifications.domain.parts import task_part
from notifications.domain.staff_words import StaffTask, Task
from notifications.listeners import booking_facts as facts
from notifications.listeners import staff_drafts
from notifications.listeners.booking_drafts import TOLD_WITHIN, draft_of
from notifications.listeners.moments import instant

ON_ITS_WAY_FOR = timedelta(hours=4)
"""Later than this nobody is told any more that a crew set out."""

ENDS_HERE = frozenset({"delivery", "airport_delivery", "to_storage", "from_storage"})
"""Tasks by which things arrive; a pickup ends with things in the van, of which nobody is told."""

Step = events.DeliveryEnRoute | events.DeliveryDelivered | events.DeliveryFailed


def on_its_way(event: events.DeliveryEnRoute, delivery: Delivery) -> Draft:
    """Until somebody should have seen the crew; a crew that is late names no time."""
    from_, until = instant(event.planned_from), instant(event.planned_until)
    is_late = until <= delivery.time
    words = CrewOnItsWay(
        **step_facts(event),
        arrives_from=None if is_late else from_,
        arrives_until=None if is_late else until,
    )
    return step_draft(Template.DELIVERY_EN_ROUTE, event, words, delivery, ON_ITS_WAY_FOR)


def delivered(event: events.DeliveryDelivered, delivery: Delivery) -> Draft | None:
    """Once things have arrived; None for a task by which nothing arrives."""
    words = DeliveryStep(**step_facts(event))
    if words.kind not in ENDS_HERE:
        return None
    return step_draft(Template.DELIVERY_DELIVERED, event, words, delivery, TOLD_WITHIN)


def failed(event: events.DeliveryFailed, delivery: Delivery) -> Draft:
    """Calmly, and without the crew's own words: they are for us."""
    return step_draft(
        Template.DELIVERY_FAILED, event, DeliveryStep(**step_facts(event)), delivery, staff_drafts.CALLED_WITHIN
    )


def failed_for_office(event: events.DeliveryFailed, delivery: Delivery, staff_email: str) -> Draft:
    """Somebody must call the customer; each time it fails."""
    task = StaffTask(
        task=Task.FAILED_DELIVERY,
        booking_number=event.booking.booking_number,
        pickup_date=facts.in_short(event.booking)["pickup_date"],
    )
    return staff_drafts.draft_of(task, delivery.id, staff_email, delivery.id)


def step_facts(event: Step) -> dict[str, Any]:
    """What every mail about a step says. Raises ValueError when the event has no kind."""
    kind = facts.word_of(DeliveryTaskKind.Name(event.kind), "DELIVERY_TASK_KIND_")
    summary = event.booking
    address = summary.pickup_address if kind in AT_THE_FIRST_DOOR else summary.delivery_address
    return facts.in_short(summary) | {
        "kind": kind,
        "door": facts.place_of(address),
        "airport": summary.request.airport if kind == "airport_delivery" else "",
    }


def step_draft(template: Template, event: Step, words: object, delivery: Delivery, good_for: timedelta) -> Draft:
    """A mail to who booked, once for each attempt at a task."""
    return draft_of(
        template,
        event.booking,
        words,
        delivery,
        good_until=delivery.time + good_for,
        turn=f"{event.task_id}/{delivery.version}",
        part=task_part(event.booking.id, event.task_id),
    )
