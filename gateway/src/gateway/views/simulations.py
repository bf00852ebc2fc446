"""Simulations: what is asked, and what a draft would do."""

from __future__ import annotations

from totetaxi.pricing.v1 import catalog_service_pb2 as message
from totetaxi.pricing.v1.price_pb2 import PriceRequest

from gateway.schemas import simulations as schema
from gateway.views.messages import plain
from gateway.views.prices import price_request

MINUTES = 60


def simulate_request(draft_id: str, sent: schema.SimulationRequest) -> message.SimulateDraftRequest:
    """What pricing is asked."""
    return message.SimulateDraftRequest(
        draft_id=draft_id,
        requests=[price_request(each) for each in sent.requests],
        sample_size=sent.sample_size or 0,
        mover_count=sent.mover_count or 0,
    )


def simulation(answer: message.SimulateDraftResponse) -> schema.Simulation:
    """What the draft would do."""
    return schema.Simulation(
        services=[schema.SimulatedService.model_validate(plain(each)) for each in answer.services],
        movers=[mover(each) for each in answer.movers],
        sample_size=answer.sample_size,
        catalog_version=answer.catalog_version,
    )


def mover(each: message.SimulatedMover) -> schema.SimulatedMover:
    """One request whose price changes."""
    return schema.SimulatedMover(
        request=asked(each.request),
        current_total_cents=each.current_total_cents,
        draft_total_cents=each.draft_total_cents,
        changed_line_codes=list(each.changed_line_codes),
    )


def asked(request: PriceRequest) -> schema.SimulatedRequest:
    """A request in the members of REST; only those that were sent."""
    values = {name: value for name, value in plain(request).items() if value or type(value) is int}
    minutes = values.pop("estimated_minutes", 0)
    return schema.SimulatedRequest.model_validate(values | {"estimated_hours": minutes / MINUTES if minutes else None})
