"""The story of what belongs to a booking: its documents, handovers, claims and tasks, each instant as one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from chassis.money import format_dollars

from booking.domain.claims import Claim
from booking.domain.documents import Document
from booking.domain.handovers import Handover
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.pickup import spoken_date

MOST_ENTRIES: Final = 1_000
"""Of one booking; the newest stay."""


class StoryKind(StrEnum):
    """To what it happened."""

    DOCUMENT = "document"
    HANDOVER = "handover"
    CLAIM = "claim"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One thing that happened."""

    at: datetime
    kind: StoryKind
    what: str
    subject_id: UUID
    actor: str = ""
    """Empty where nobody noted it."""


@dataclass(frozen=True, slots=True)
class TaskStep:
    """A status that a task took."""

    task_id: UUID
    kind: TaskKind
    status: TaskStatus
    at: datetime
    failure: str
    """Why, where the task is in that status still."""


Told = Iterator[StoryEntry]


def story_of(
    documents: Iterable[Document], handovers: Iterable[Handover], claims: Iterable[Claim], steps: Iterable[TaskStep]
) -> list[StoryEntry]:
    """All of it, oldest first."""
    entries = [
        *(each for document in documents for each in of_document(document)),
        *(each for handover in handovers for each in of_handover(handover)),
        *(each for claim in claims for each in of_claim(claim)),
        *(of_step(step) for step in steps),
    ]
    return sorted(entries, key=lambda entry: entry.at)[-MOST_ENTRIES:]


def of_document(each: Document) -> Told:
    """Asked for, sent, decided, and that its end was told."""
    name = f"{words(each.kind).capitalize()} {each.version}"
    yield StoryEntry(each.requested_at, StoryKind.DOCUMENT, f"{name} asked for", each.id, each.requested_by)
    if each.submitted_at:
        yield StoryEntry(each.submitted_at, StoryKind.DOCUMENT, f"{name} sent", each.id, each.uploaded_by)
    if each.decided_at:
        decided = f"{name} {decision_on(each)}"
        yield StoryEntry(each.decided_at, StoryKind.DOCUMENT, decided, each.id, each.decided_by)
    if each.expiry_told_at:
        yield StoryEntry(each.expiry_told_at, StoryKind.DOCUMENT, f"{name}: its end was told", each.id)


def decision_on(each: Document) -> str:
    """What staff said."""
    if each.reason:
        return f"sent back: {each.reason}"
    return f"accepted until {spoken_date(each.valid_until)}" if each.valid_until else "decided"


def of_handover(each: Handover) -> Told:
    """Noted by the crew, and confirmed by the customer."""
    name = f"Handover at {each.stage}"
    yield StoryEntry(each.recorded_at, StoryKind.HANDOVER, f"{name} noted", each.booking_id, each.recorded_by)
    if each.confirmed_at:
        confirmed = f"{name} confirmed by {each.proof}"
        yield StoryEntry(each.confirmed_at, StoryKind.HANDOVER, confirmed, each.booking_id)


def of_claim(each: Claim) -> Told:
    """Opened, and settled."""
    opened = f"Claim of {format_dollars(each.wanted_cents)} opened"
    yield StoryEntry(each.opened_at, StoryKind.CLAIM, opened, each.id)
    if each.decided_at:
        given = f" with {format_dollars(each.accepted_cents)}" if each.accepted_cents else ""
        settled = because(f"Claim {each.status}{given}", each.reason)
        yield StoryEntry(each.decided_at, StoryKind.CLAIM, settled, each.id, each.decided_by)


def of_step(each: TaskStep) -> StoryEntry:
    """A task took a status."""
    what = because(f"{words(each.kind).capitalize()} {words(each.status)}", each.failure)
    return StoryEntry(each.at, StoryKind.TASK, what, each.task_id)


def because(what: str, reason: str) -> str:
    """The same, and why, where somebody said it."""
    return f"{what}: {reason}" if reason else what


def words(value: StrEnum) -> str:
    """`en_route` as people say it."""
    return value.replace("_", " ")
