"""Events, as the API lists them."""

from __future__ import annotations

from typing import Any

from stripe_sandbox.errors import no_such
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters
from stripe_sandbox.store import Store

Document = dict[str, Any]


def retrieve(store: Store, _parameters: Parameters, event_id: str) -> Document:
    """GET /v1/events/{id}. Raises StripeError."""
    found = store.find("event", event_id)
    if found is None:
        raise no_such("event", event_id)
    return found


def list_events(store: Store, parameters: Parameters) -> Document:
    """GET /v1/events, also of some types."""
    types = parameters.get("types") or ([parameters["type"]] if "type" in parameters else None)
    found = [event for event in store.list_all("event") if types is None or event["type"] in types]
    return page(found, parameters, "/v1/events")
