"""Lists as Stripe gives them: newest first, pages by cursor, `created` as a range."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stripe_sandbox.errors import invalid_parameter
from stripe_sandbox.parameters import Parameters

Document = dict[str, Any]

DEFAULT_LIMIT = 10
HIGHEST_LIMIT = 100

COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "gt": lambda created, bound: created > bound,
    "gte": lambda created, bound: created >= bound,
    "lt": lambda created, bound: created < bound,
    "lte": lambda created, bound: created <= bound,
}


def page(documents: list[Document], parameters: Parameters, url: str) -> Document:
    """One page of `documents`. Raises StripeError for a limit that can't be."""
    limit = int(parameters.get("limit", DEFAULT_LIMIT))
    if not 1 <= limit <= HIGHEST_LIMIT:
        raise invalid_parameter("limit", f"limit must be between 1 and {HIGHEST_LIMIT}.")
    chosen = [document for document in documents if in_range(document["created"], parameters.get("created"))]
    rest = after(chosen, parameters.get("starting_after"))
    return {"object": "list", "url": url, "has_more": len(rest) > limit, "data": rest[:limit]}


def in_range(created: int, bounds: Any) -> bool:
    """Whether an object was made within `created` (a number, or gt, gte, lt, lte)."""
    if bounds is None:
        return True
    if isinstance(bounds, str):
        return created == int(bounds)
    return all(COMPARISONS[name](created, int(bound)) for name, bound in bounds.items())


def after(documents: list[Document], cursor: str | None) -> list[Document]:
    """What follows the object with the id `cursor`."""
    if not cursor:
        return documents
    ids = [document["id"] for document in documents]
    return documents[ids.index(cursor) + 1 :] if cursor in ids else []
