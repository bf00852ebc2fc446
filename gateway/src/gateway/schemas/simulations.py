"""What a draft would do to prices: simulated for past requests, or for given ones."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Cents, Sent
from gateway.schemas.prices import PreviewRequest, ServiceTypeWord


class SimulationRequest(Sent):
    """Which requests to price under the draft and under the catalogue in force."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"sample_size": 500, "mover_count": 10}]})

    requests: Annotated[list[PreviewRequest], Field(max_length=500)] = Field(
        [], description="Requests of your own; left out: past bookings"
    )
    sample_size: int | None = Field(None, ge=1, le=2000, description="Of past bookings, the newest this many; 500")
    mover_count: int | None = Field(None, ge=1, le=50, description="How many of the largest changes to show; 10")


class SimulatedService(BaseModel):
    """Totals of one service type."""

    service_type: ServiceTypeWord
    request_count: int = Field(description="Requests that both catalogues price")
    current_total_cents: Cents
    draft_total_cents: Cents
    newly_refused_count: int = Field(description="Requests that only the draft refuses")
    newly_accepted_count: int = Field(description="Requests that only the catalogue in force refuses")


class SimulatedRequest(BaseModel):
    """What was asked; only the members that were."""

    service_type: ServiceTypeWord
    pickup_date: str
    pickup_zip_code: str | None = None
    delivery_zip_code: str | None = None
    coi_required: bool | None = None
    mini_move_package_id: str | None = None
    include_packing: bool | None = None
    include_unpacking: bool | None = None
    estimated_hours: float | None = None
    standard_delivery_item_count: int | None = None
    is_same_day_delivery: bool | None = None
    specialty_item_ids: list[str] | None = None
    bag_count: int | None = None
    airport: str | None = None
    airport_terminal: str | None = None
    is_expedited: bool | None = None
    months: int | None = None
    one_hour_window: bool | None = None
    promotion_code: str | None = None
    use_credit: bool | None = None


class SimulatedMover(BaseModel):
    """One request whose price changes."""

    request: SimulatedRequest
    current_total_cents: Cents
    draft_total_cents: Cents
    changed_line_codes: list[str]


class Simulation(BaseModel):
    """What the draft would do."""

    services: list[SimulatedService]
    movers: list[SimulatedMover] = Field(description="Largest change first")
    sample_size: int = Field(description="How many requests were priced")
    catalog_version: int = Field(description="The version it was compared with")
