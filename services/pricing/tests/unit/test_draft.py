"""What may be done with a draft, by whom, and when it is too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from chassis.refusal import Conflict, Fault, Invalid, NotAllowed, NotFound
from first_catalog import CATALOG
from pricing.domain.draft import (
    refuse_author,
    refuse_changed,
    refuse_closed,
    refuse_faulty,
    refuse_outdated,
    refuse_undone,
)
from pricing.domain.entry import put_entry, remove_entry

THEN = datetime(2027, 7, 1, 4, tzinfo=UTC)
PETITE = CATALOG.mini_move_packages[0]
CRIB = CATALOG.specialty_items[1]
DEARER = put_entry(CATALOG, "mini_move_package", replace(PETITE, base_price_cents=105_000))
WITHOUT_CRIB = remove_entry(CATALOG, "specialty_item", CRIB.id)


@pytest.mark.parametrize(("status", "words"), [("published", "as version 3"), ("discarded", "was discarded")])
def test_a_closed_draft_stays_closed(status: str, words: str) -> None:
    with pytest.raises(Conflict, match=words) as refused:
        refuse_closed(status, 3)
    assert refused.value.slug == "draft_closed"


def test_only_what_was_seen_is_changed() -> None:
    refuse_changed(4, 4)
    refuse_changed(4, 0)
    with pytest.raises(Conflict, match="at revision 4 by now, not 3"):
        refuse_changed(4, 3)


def test_nobody_publishes_alone() -> None:
    refuse_author("carol", {"ann", "bob"})
    with pytest.raises(NotAllowed, match="somebody else"):
        refuse_author("bob", {"ann", "bob"})


def test_a_draft_is_made_from_the_version_that_it_replaces() -> None:
    refuse_outdated(2, 2)
    with pytest.raises(Conflict, match="make a new draft from version 3") as refused:
        refuse_outdated(2, 3)
    assert refused.value.slug == "draft_outdated"


def test_a_refusal_names_the_first_faults_and_says_where_to_see_all() -> None:
    refuse_faulty([])
    faults = [Fault(f"field_{number}", f"Fault {number}.") for number in range(25)]
    with pytest.raises(Conflict, match=r"as it is. Fault 0. ValidateDraft tells all 25 reasons.") as refused:
        refuse_faulty(faults)
    assert refused.value.faults == tuple(faults)


@pytest.mark.parametrize(
    ("draft", "later", "undone"),
    [
        (DEARER, CATALOG, "Petite Move"),
        (DEARER, WITHOUT_CRIB, "Petite Move"),
        (WITHOUT_CRIB, DEARER, "Crib"),
        (put_entry(CATALOG, "specialty_item", replace(CRIB, id=str(UUID(int=1)), name="Kayak")), DEARER, "Kayak"),
    ],
)
def test_a_change_that_the_next_version_would_undo_is_refused(draft: Any, later: Any, undone: str) -> None:
    with pytest.raises(Conflict, match=f"Version 7 takes over on 2027-07-01 00:00 .* to {undone};") as refused:
        refuse_undone(CATALOG, draft, later, 7, THEN)
    assert refused.value.slug == "undone_later"


@pytest.mark.parametrize(
    ("draft", "later"),
    [
        (CATALOG, DEARER),
        (DEARER, DEARER),
        (DEARER, put_entry(CATALOG, "mini_move_package", replace(PETITE, base_price_cents=200_000))),
        (WITHOUT_CRIB, remove_entry(DEARER, "specialty_item", CRIB.id)),
    ],
)
def test_a_change_that_the_next_version_keeps_or_goes_on_from_is_not(draft: Any, later: Any) -> None:
    refuse_undone(CATALOG, draft, later, 7, THEN)


def test_what_exists_once_stays() -> None:
    with pytest.raises(Invalid, match="exists once"):
        remove_entry(CATALOG, "mini_storage", "")


def test_what_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(NotFound):
        remove_entry(CATALOG, "specialty_item", "nothing")


def test_a_draft_holds_no_more_than_can_be_published() -> None:
    full = CATALOG
    for number in range(100 - len(CATALOG.specialty_items)):
        full = put_entry(full, "specialty_item", replace(CRIB, id=str(UUID(int=number))))
    with pytest.raises(Conflict, match="100 at most"):
        put_entry(full, "specialty_item", replace(CRIB, id=str(UUID(int=500))))
    put_entry(full, "specialty_item", replace(CRIB, id=str(UUID(int=0)), name="Another"))
