"""Handing things over, at both ends of a move."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from gateway.schemas.members import Sent, Text

StageWord = Literal["pickup", "delivery"]


class Handover(BaseModel):
    """One end."""

    stage: StageWord
    condition_notes: str
    signed_by: str = Field(description="Who handed over or took in, as they said")
    confirmed_by: Literal["code", "signature"] | None
    confirmed_at: datetime | None
    recorded_at: datetime


class Handovers(BaseModel):
    """Pickup before delivery, as far as they were noted."""

    handovers: list[Handover]


class HandoverNotes(Sent):
    """What the crew notes."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"condition_notes": "One scratch on the left of the dresser.", "signed_by": "Grace Hopper"}]
        }
    )

    condition_notes: Annotated[Text, Field(max_length=4000)] = ""
    signed_by: Annotated[Text, Field(max_length=200)] = ""


class HandoverConfirmation(Sent):
    """The customer's code, or that the signature was sent."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"code": "042137"}]})

    code: Annotated[str, Field(pattern="^[0-9]{6}$")] | None = None
    is_signed: Literal[True] | None = None

    @model_validator(mode="after")
    def one_of_them(self) -> HandoverConfirmation:
        """Neither or both prove nothing."""
        if (self.code is None) == (self.is_signed is None):
            raise ValueError("must have either code or is_signed")
        return self


class HandoverCode(BaseModel):
    """For the customer's eyes: they tell it to the crew, who enter it."""

    code: str
    expires_at: datetime
