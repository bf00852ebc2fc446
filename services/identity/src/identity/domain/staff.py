"""Staff accounts: who works here, and what may be changed about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from chassis.contact import normalised_email, normalised_name
from chassis.faults import attempt, must_be_faultless
from chassis.refusal import Conflict, Fault, Invalid, NotFound

from identity.domain.customer import changed_meanwhile, optional_phone
from identity.domain.plain_text import optional_line


@dataclass(frozen=True, slots=True)
class StaffAccount:
    """One account, without what proves its owner."""

    id: UUID
    username: str
    role: str
    created_at: datetime
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    department: str = ""
    hire_date: date | None = None
    phone: str = ""
    is_active: bool = True
    has_second_factor: bool = False
    last_signed_in_at: datetime | None = None
    version: int = 1
    permissions: tuple[str, ...] = field(default=(), compare=False)
    requires_second_factor: bool = field(default=False, compare=False)
    locked_until: datetime | None = field(default=None, compare=False)

    @property
    def full_name(self) -> str:
        """First and last name, or the username where there is none."""
        return f"{self.first_name} {self.last_name}".strip() or self.username


def username_key(text: str) -> str:
    """What somebody signs in with, in the one form that we keep."""
    return text.strip().lower().replace("\0", "\ufffd")


def new_staff(staff_id: UUID, username: str, role: str, members: Mapping[str, Any], now: datetime) -> StaffAccount:
    """The account to be. Raises Invalid naming every fault."""
    return StaffAccount(id=staff_id, username=username_key(username), role=role, created_at=now, **normalised(members))


def changed(account: StaffAccount, changes: Mapping[str, Any], expected_version: int) -> StaffAccount:
    """The account with `changes`. Raises Invalid, and Conflict when another change came first."""
    if expected_version and expected_version != account.version:
        raise changed_meanwhile()
    after = replace(account, **{**changes, **normalised(changes)})
    return after if after == account else replace(after, version=account.version + 1)


def normalised(members: Mapping[str, Any]) -> dict[str, Any]:
    """Those members that are given, as we keep them. Raises Invalid naming every fault."""
    faults: list[Fault] = []
    rules: dict[str, Any] = {
        "email": normalised_email,
        "first_name": partial(normalised_name, field="first_name"),
        "last_name": partial(normalised_name, field="last_name"),
        "department": partial(optional_line, field="department"),
        "phone": optional_phone,
        "hire_date": parsed_date,
    }
    kept = {name: attempt(faults, rule, members[name]) for name, rule in rules.items() if name in members}
    must_be_faultless(faults, "invalid_staff")
    return kept


def parsed_date(text: str) -> date | None:
    """The calendar date that `text` names; None for an empty one. Raises Invalid."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Invalid("date_invalid", "hire_date must be a date such as 2027-06-02.", "hire_date") from error


def no_such_staff() -> NotFound:
    """Unknown."""
    return NotFound("staff_not_found", "There is no such staff account.", "staff_id")


def last_admin() -> Conflict:
    """Somebody must remain who can let the others in."""
    return Conflict("last_admin", "This is the last active admin; make another one first.")


def own_account() -> Conflict:
    """Nobody locks themselves out by mistake."""
    return Conflict("own_account", "You can't do this to your own account; please ask another admin.")
