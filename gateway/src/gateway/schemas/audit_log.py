"""The audit log: who did what to what, when and from where."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from gateway.schemas.members import Text

Word = Annotated[Text, Field(max_length=64)]


class AuditFilter(BaseModel):
    """What to look for, in the query; what is absent matches everything."""

    model_config = ConfigDict(extra="forbid")

    actor_id: Word = ""
    actor_kind: Annotated[Text, Field(max_length=32)] = Field("", examples=["staff"])
    action: Annotated[Text, Field(max_length=100)] = Field("", examples=["customer.viewed"])
    subject_type: Word = Field("", examples=["customer"])
    subject_id: Word = ""
    service: Word = Field("", examples=["identity"])
    since: AwareDatetime | None = Field(None, description="Not before, such as 2027-06-02T00:00:00-04:00")
    until: AwareDatetime | None = Field(None, description="Before")
    request_id: Annotated[Text, Field(max_length=128)] = ""


class AuditSearch(AuditFilter):
    """A page of what is looked for."""

    page_size: int = Field(50, ge=1, le=100)
    cursor: Annotated[Text, Field(max_length=512)] = ""


class AuditEntry(BaseModel):
    """One thing that somebody did."""

    position: int = Field(description="Where it stands in the chain; 1 is the first")
    id: str
    service: str
    occurred_at: datetime
    recorded_at: datetime
    actor_kind: str
    actor_id: str
    actor_role: str
    on_behalf_of: str
    action: str
    subject_type: str
    subject_id: str
    client_address: str
    user_agent: str
    request_id: str
    reason: str
    before: dict[str, Any] | None = Field(description="What changed, as it was")
    after: dict[str, Any] | None = Field(description="What changed, as it is")
    hash: str = Field(description="SHA-256 over this entry and the hash before")


class AuditPage(BaseModel):
    """Newest first."""

    entries: list[AuditEntry]
    next_cursor: str = Field(description="For the next page; empty on the last")


class AuditVerification(BaseModel):
    """What a stretch of the chain was found to be."""

    is_intact: bool
    verified: int
    broken_position: int | None
    finding: str
    next_position: int | None = Field(description="Where to go on; null at the end")
