"""Lines: what a price is made of. The total is their sum and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

LineKind = Literal[
    "base",
    "date_surcharge",
    "demand",
    "geographic_surcharge",
    "coi",
    "organizing",
    "option",
    "tax",
    "discount",
    "credit",
]


class Line(NamedTuple):  # as immutable as a dataclass, and made in a fifth of the time: every price has several
    """One line; USD cents."""

    kind: LineKind
    code: str
    label: str
    quantity: int
    unit_amount_cents: int
    reason: str

    @property
    def amount_cents(self) -> int:
        """Quantity times unit amount."""
        return self.quantity * self.unit_amount_cents


@dataclass(frozen=True)
class Price:
    """Lines in the order they are shown."""

    lines: tuple[Line, ...]

    def sum_of(self, kind: LineKind) -> int:
        """USD cents of one roll-up."""
        return sum_of(line for line in self.lines if line.kind == kind)

    @property
    def total_cents(self) -> int:
        """USD cents."""
        return sum_of(self.lines)


def sum_of(lines: Iterable[Line]) -> int:
    """USD cents of these lines."""
    return sum([line.quantity * line.unit_amount_cents for line in lines])
