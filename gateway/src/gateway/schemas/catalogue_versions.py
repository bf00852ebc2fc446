"""Published versions of the catalogue and what differs between them, for staff."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from gateway.schemas.catalogue_entries import (
    BladeLuggageEntry,
    GeneralTermsEntry,
    LocalMovesEntry,
    MiniStorageEntry,
    OrganizingEntry,
    PackageEntry,
    ServiceAreaEntry,
    SpecialtyItemEntry,
    StandardDeliveryEntry,
)
from gateway.schemas.catalogue_rules import DemandRuleEntry, SurchargeRuleEntry
from gateway.schemas.members import Moment, Reason, Sent

KindWord = Literal[
    "mini_move_package",
    "organizing_service",
    "specialty_item",
    "standard_delivery",
    "blade_luggage",
    "mini_storage",
    "local_moves",
    "surcharge_rule",
    "demand_rule",
    "service_area",
    "general_terms",
]

NumberOrNone = Annotated[int | None, BeforeValidator(lambda number: number or None)]
NextCursor = Annotated[
    str | None,
    BeforeValidator(lambda token: token or None),
    Field(description="`cursor` of the next page; null on the last one"),
]


class CatalogueVersion(BaseModel):
    """A published version; it never changes."""

    number: int
    id: str
    state: Literal["scheduled", "in_force", "past"]
    effective_at: datetime
    published_at: datetime
    published_by: str = Field(description="Id of the staff account")
    reason: str
    base_number: NumberOrNone = Field(description="The version it was made from; null for the first")
    restored_number: NumberOrNone = Field(description="The version whose content it repeats; null unless a rollback")


class CatalogueContent(BaseModel):
    """Everything we sell, in cents and basis points, as it is changed entry by entry."""

    mini_move_packages: list[PackageEntry]
    organizing_services: list[OrganizingEntry]
    specialty_items: list[SpecialtyItemEntry]
    standard_delivery: StandardDeliveryEntry | None
    blade_luggage: BladeLuggageEntry | None
    mini_storage: MiniStorageEntry | None
    local_moves: LocalMovesEntry | None
    surcharge_rules: list[SurchargeRuleEntry]
    demand_rules: list[DemandRuleEntry]
    service_areas: list[ServiceAreaEntry]
    general_terms: GeneralTermsEntry | None


class VersionPage(BaseModel):
    """Versions, newest first."""

    versions: list[CatalogueVersion]
    next_cursor: NextCursor


class VersionInFull(BaseModel):
    """A version and all of its content."""

    version: CatalogueVersion
    catalog: CatalogueContent


class VersionPublished(BaseModel):
    """The version that was just published."""

    version: CatalogueVersion


class RollbackRequest(Sent):
    """When older content is to be in force again, and why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "The summer prices were a mistake"}]})

    reason: Reason
    effective_at: Moment | None = Field(None, description="Not in the past; left out: now")


class MemberDifference(BaseModel):
    """One member that differs."""

    member: str
    before: Any
    after: Any


class Difference(BaseModel):
    """One entry that differs."""

    difference: Literal["added", "removed", "changed"]
    kind: KindWord
    key: str = Field(description="Empty for rates that exist once")
    name: str
    members: list[MemberDifference] = Field(description="Empty for what was added or removed")


class Differences(BaseModel):
    """What differs, in the catalogue's order."""

    differences: list[Difference]
