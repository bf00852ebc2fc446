"""Saved addresses: what a customer keeps for the next booking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Literal
from uuid import UUID

from chassis.faults import attempt, must_be_faultless
from chassis.refusal import Conflict, Fault, NotFound

from identity.domain.customer import changed_meanwhile
from identity.domain.plain_text import optional_line, required_line, several_lines

Purpose = Literal["pickup", "delivery"]

LONGEST_NICKNAME = 50


@dataclass(frozen=True, slots=True)
class SavedAddress:
    """One address of one customer."""

    id: UUID
    customer_id: UUID
    nickname: str
    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str
    delivery_instructions: str
    created_at: datetime
    pickups: int = 0
    deliveries: int = 0
    last_used_at: datetime | None = None
    deleted_at: datetime | None = None
    version: int = 1

    @property
    def times_used(self) -> int:
        """Pickups and deliveries."""
        return self.pickups + self.deliveries


def new_address(address_id: UUID, customer_id: UUID, members: Mapping[str, str], now: datetime) -> SavedAddress:
    """The address to keep. Raises Invalid naming every fault."""
    return SavedAddress(id=address_id, customer_id=customer_id, created_at=now, **normalised(members))


def changed(address: SavedAddress, changes: Mapping[str, str], expected_version: int) -> SavedAddress:
    """The address with `changes`. Raises Invalid, and Conflict when another change came first."""
    if expected_version and expected_version != address.version:
        raise changed_meanwhile()
    kept = {name: getattr(address, name) for name in MEMBERS}
    after = replace(address, **normalised({**kept, **changes}))
    return after if after == address else replace(after, version=address.version + 1)


MEMBERS: Mapping[str, Any] = {
    "nickname": optional_line,
    "address_line_1": required_line,
    "address_line_2": optional_line,
    "city": required_line,
    "state": required_line,
    "zip_code": required_line,
    "delivery_instructions": several_lines,
}
"""What a customer may say about an address, and the rule for each; state and ZIP are the contract's to check."""


def normalised(members: Mapping[str, str]) -> dict[str, Any]:
    """All members as we keep them; without a nickname, the first line is one. Raises Invalid."""
    faults: list[Fault] = []
    kept = {name: attempt(faults, partial(rule, field=name), members[name]) for name, rule in MEMBERS.items()}
    must_be_faultless(faults, "invalid_address")
    kept["nickname"] = kept["nickname"] or kept["address_line_1"][:LONGEST_NICKNAME]
    return kept


def no_such_address() -> NotFound:
    """Unknown, deleted or somebody else's."""
    return NotFound("address_not_found", "There is no such address.", "address_id")


def too_many_addresses(limit: int) -> Conflict:
    """The book is full."""
    return Conflict("too_many_addresses", f"You can keep {limit} addresses; please delete one first.")
