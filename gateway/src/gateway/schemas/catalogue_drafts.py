"""Drafts of the catalogue: what staff change, check and publish."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.catalogue_rules import AnyEntry
from gateway.schemas.catalogue_versions import CatalogueContent, KindWord, NextCursor, NumberOrNone
from gateway.schemas.members import Moment, Reason, Sent, Text

DraftStatusWord = Literal["open", "published", "discarded"]


class DraftStatus(BaseModel):
    """A draft, without its content."""

    id: str
    title: str
    base_number: int = Field(description="The version it was made from")
    status: DraftStatusWord
    revision: int = Field(description="Counts up with every change; the ETag is this number")
    created_by: str = Field(description="Id of the staff account")
    created_at: datetime
    updated_at: datetime
    published_number: NumberOrNone = Field(description="The version it became; null before")


class DraftPage(BaseModel):
    """Drafts, the latest changed first."""

    drafts: list[DraftStatus]
    next_cursor: NextCursor


class DraftAnswer(BaseModel):
    """A draft as it is now."""

    draft: DraftStatus


class DraftChange(BaseModel):
    """Who changed what, and why."""

    changed_at: datetime
    changed_by: str = Field(description="Id of the staff account")
    reason: str
    kind: KindWord
    key: str = Field(description="Empty for rates that exist once")
    before: AnyEntry | None = Field(description="null when it was new")
    after: AnyEntry | None = Field(description="null when it was removed")


class DraftInFull(BaseModel):
    """A draft, what it would publish, and its latest 200 changes, oldest first."""

    draft: DraftStatus
    catalog: CatalogueContent
    changes: list[DraftChange]


class EntryStored(BaseModel):
    """The draft as it is now, and the entry as it was stored, with its id."""

    draft: DraftStatus
    kind: KindWord
    entry: AnyEntry


class NewDraft(Sent):
    """A copy of a version, to be changed."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Prices of summer 2027"}]})

    title: Annotated[Text, Field(min_length=1, max_length=120)]
    base_number: int | None = Field(
        None, ge=1, le=10**15, description="The version to copy; left out: the one in force"
    )


class Publication(Sent):
    """When a draft is to be in force, and why."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "Summer prices", "effective_at": "2027-03-01T05:00:00Z"}]}
    )

    reason: Reason
    effective_at: Moment | None = Field(None, description="Not in the past; left out: the next midnight in New York")
    is_immediate: bool = Field(False, description="In force from now on instead")


class DraftFault(BaseModel):
    """One thing that is wrong with a draft."""

    field: str = Field(examples=["surcharge_rules[Weekend].basis_points"])
    message: str


class DraftVerdict(BaseModel):
    """Everything that keeps a draft from being published, at once."""

    is_valid: bool
    faults: list[DraftFault]
    revision: int = Field(description="The draft's revision that was looked at")
