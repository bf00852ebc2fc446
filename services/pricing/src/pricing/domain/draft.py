"""What may be done with a draft, by whom, and when it has been overtaken."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from chassis.clock import NEW_YORK
from chassis.refusal import Conflict, Fault, NotAllowed

from pricing.domain.catalog import Catalog
from pricing.domain.difference import by_identity
from pricing.domain.entry import name_of


def refuse_closed(status: str, published_number: int | None) -> None:
    """Raises Conflict unless the draft is open."""
    if status == "published":
        message = f"This draft was published as version {published_number}; make a new one."
        raise Conflict("draft_closed", message, "draft_id")
    if status == "discarded":
        raise Conflict("draft_closed", "This draft was discarded; make a new one.", "draft_id")


def refuse_changed(current: int, seen: int) -> None:
    """Raises Conflict when the draft was changed after the caller saw it; `seen` 0 means any revision."""
    if seen not in {0, current}:
        message = (
            f"The draft is at revision {current} by now, not {seen}; look at it again and repeat what is still right."
        )
        raise Conflict("draft_changed", message, "revision")


def refuse_author(publisher: str, authors: Collection[str]) -> None:
    """Raises NotAllowed for whoever made the draft or changed anything in it: two people see every price change."""
    if publisher in authors:
        message = "You worked on this draft yourself, so somebody else has to publish it."
        raise NotAllowed("second_person_needed", message)


def refuse_faulty(faults: Sequence[Fault]) -> None:
    """Raises Conflict naming what is wrong with the draft; of very many faults the first arrive."""
    if not faults:
        return
    more = f" ValidateDraft tells all {len(faults)} reasons." if len(faults) > 1 else ""
    message = f"The draft can't be published as it is. {faults[0].message}{more}"
    raise Conflict("draft_invalid", message, faults=faults)


def refuse_outdated(base_number: int, replaced_number: int) -> None:
    """Raises Conflict when the version that the draft would replace is not the one it was made from.

    Publishing it would silently take back what the other version changed.
    """
    if base_number != replaced_number:
        message = (
            f"The draft was made from version {base_number}, and by then version {replaced_number} is in force; "
            f"make a new draft from version {replaced_number} and repeat what is still right."
        )
        raise Conflict("draft_outdated", message, "draft_id")


def refuse_undone(base: Catalog, draft: Catalog, later: Catalog, number: int, effective_at: datetime) -> None:
    """Raises Conflict when the version that comes next (`later`) still has what this draft changes as it was before."""
    undone = undone_names(base, draft, later)
    if undone:
        moment = effective_at.astimezone(NEW_YORK).strftime("%Y-%m-%d %H:%M")
        message = (
            f"Version {number} takes over on {moment} New York time and would undo this change to {', '.join(undone)}; "
            f"first publish the same change in a draft from version {number}, for the same moment."
        )
        raise Conflict("undone_later", message, "effective_at")


def undone_names(base: Catalog, draft: Catalog, later: Catalog) -> list[str]:
    """The entries that the draft changes, and that `later` has as `base` had them."""
    before, changed, then = by_identity(base), by_identity(draft), by_identity(later)
    identities = {**before, **changed}
    return [
        name_of(identity[0], identities[identity])
        for identity in identities
        if before.get(identity) != changed.get(identity) and then.get(identity) == before.get(identity)
    ]
