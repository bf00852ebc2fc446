"""Staff accounts, for those who look after them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import CalendarDate, Email, Name, Phone, Sent, Text
from gateway.schemas.staff import StaffProfile

Role = Annotated[Text, Field(min_length=1, max_length=32, examples=["staff"])]
Department = Annotated[Text, Field(max_length=100)]


class NewStaff(Sent):
    """A new colleague; a link to choose a password is mailed to them."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "username": "sam",
                    "email": "sam@example.com",
                    "first_name": "Sam",
                    "last_name": "Lee",
                    "role": "staff",
                }
            ]
        }
    )

    username: Annotated[
        Text, Field(min_length=2, max_length=64, description="Letters, digits, dots, hyphens, underscores")
    ]
    email: Email
    first_name: Name
    last_name: Name
    role: Role
    department: Department = ""
    hire_date: CalendarDate | None = None
    phone: Phone = ""


class StaffChange(Sent):
    """What is sent changes; the rest stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"role": "supervisor", "department": "Dispatch"}]})

    email: Email | None = None
    first_name: Name | None = None
    last_name: Name | None = None
    role: Role | None = None
    department: Department | None = None
    hire_date: CalendarDate | None = None
    phone: Phone | None = None


class StaffPage(BaseModel):
    """Staff by username."""

    staff: list[StaffProfile]
    next_cursor: str = Field(description="For the next page; empty on the last")


class RoleInWords(BaseModel):
    """A named set of permissions."""

    name: str
    description: str
    permissions: list[str]


class PermissionInWords(BaseModel):
    """A thing that somebody may be allowed to do."""

    name: str
    description: str


class Roles(BaseModel):
    """From the smallest role to the largest, and every permission there is."""

    roles: list[RoleInWords]
    permissions: list[PermissionInWords]
