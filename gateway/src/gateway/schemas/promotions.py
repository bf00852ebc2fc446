"""Discount codes, for staff."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from gateway.schemas.catalogue_versions import NextCursor
from gateway.schemas.members import Moment, Reason, Sent, Text
from gateway.schemas.prices import ServiceTypeWord

MOST_CENTS = 10_000_000
MOST_SPEND_CENTS = 100_000_000


def must_not_be_null(value: Any) -> Any:
    """Refuses null where leaving a member out is what means "as it is"."""
    if value is None:
        raise ValueError("must be left out to stay as it is; it can't be null")
    return value


Left = BeforeValidator(must_not_be_null)


class PromotionTerms(BaseModel):
    """What a promotion takes off."""

    promotion_id: str
    code: str = Field(examples=["SUMMER-15"])
    name: str
    basis_points: int = Field(description="Of everything before tax; zero when the amount is fixed")
    fixed_amount_cents: int
    maximum_discount_cents: int = Field(description="Zero means no limit")


class Promotion(BaseModel):
    """A discount code."""

    id: str
    terms: PromotionTerms
    minimum_spend_cents: int
    service_types: list[ServiceTypeWord] = Field(description="Empty means every service")
    starts_at: datetime
    ends_at: datetime | None = Field(description="null means until it is ended")
    total_limit: int = Field(description="Zero means without limit")
    per_customer_limit: int = Field(description="Zero means without limit")
    is_first_booking_only: bool
    use_count: int = Field(description="How often it is used now")
    created_by: str = Field(description="Id of the staff account")
    created_at: datetime


class PromotionAnswer(BaseModel):
    """A discount code as it is now."""

    promotion: Promotion


class PromotionPage(BaseModel):
    """Discount codes, newest first."""

    promotions: list[Promotion]
    next_cursor: NextCursor


class NewPromotion(Sent):
    """A discount code; what it takes off never changes."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"code": "SUMMER-15", "name": "Summer 2027", "basis_points": 1500, "maximum_discount_cents": 20000},
            ]
        }
    )

    code: Text = Field(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{2,39}$", description="3 to 40 letters, digits and dashes; unique for ever"
    )
    name: Annotated[Text, Field(min_length=1, max_length=80)]
    basis_points: int = Field(0, ge=0, le=10_000, description="Of everything before tax; 1500 is 15 %")
    fixed_amount_cents: int = Field(0, ge=0, le=MOST_CENTS)
    maximum_discount_cents: int = Field(0, ge=0, le=MOST_CENTS, description="Zero means no limit")
    minimum_spend_cents: int = Field(0, ge=0, le=MOST_SPEND_CENTS, description="Before tax")
    service_types: list[ServiceTypeWord] = Field([], max_length=6, description="Empty means every service")
    starts_at: Moment | None = Field(None, description="Left out: now")
    ends_at: Moment | None = Field(None, description="Left out: until it is ended")
    total_limit: int = Field(0, ge=0, le=1_000_000, description="Zero means without limit")
    per_customer_limit: int = Field(0, ge=0, le=1000, description="Zero means without limit")
    is_first_booking_only: bool = False


class PromotionChange(Sent):
    """When and how often a code can be used from now on; what is left out stays."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "Extended", "ends_at": "2027-10-01T04:00:00Z"}]}
    )

    reason: Reason
    ends_at: Annotated[Moment | None, Left] = Field(None, description="A moment not after now ends it")
    total_limit: Annotated[int | None, Left] = Field(None, ge=0, le=1_000_000, description="Zero means without limit")
    per_customer_limit: Annotated[int | None, Left] = Field(None, ge=0, le=1000, description="Zero: without limit")

    @model_validator(mode="after")
    def something_changes(self) -> Self:
        """A reason alone changes nothing."""
        if self.model_fields_set == {"reason"}:
            raise ValueError("must change at least one of ends_at, total_limit and per_customer_limit")
        return self
