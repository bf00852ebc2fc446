"""Simulation: what another catalogue would do to the prices of the same requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog
from pricing.domain.conditions import NO_CONDITIONS, Conditions
from pricing.domain.line import Line, Price
from pricing.domain.price import timeless_price
from pricing.domain.request import PriceRequest


@dataclass(frozen=True)
class Outcome:
    """One request under both catalogues; None where it is refused."""

    service_type: str
    current: Price | None
    draft: Price | None

    @property
    def change_cents(self) -> int:
        """What the draft adds or takes off; 0 where one of them refuses."""
        return self.draft.total_cents - self.current.total_cents if self.current and self.draft else 0


@dataclass
class ServiceTotals:
    """All outcomes of one service type; USD cents of what both catalogues price."""

    request_count: int = 0
    current_total_cents: int = 0
    draft_total_cents: int = 0
    newly_refused_count: int = 0
    newly_accepted_count: int = 0

    def add(self, outcome: Outcome) -> None:
        """Counts one outcome."""
        if outcome.current and outcome.draft:
            self.request_count += 1
            self.current_total_cents += outcome.current.total_cents
            self.draft_total_cents += outcome.draft.total_cents
        self.newly_refused_count += outcome.draft is None and outcome.current is not None
        self.newly_accepted_count += outcome.current is None and outcome.draft is not None


def outcome_of(
    current: Catalog, draft: Catalog, request: PriceRequest, conditions: Conditions = NO_CONDITIONS
) -> Outcome:
    """The request under both catalogues, whenever its pickup day was or will be."""
    return Outcome(
        request.service_type,
        price_or_none(current, request, conditions),
        price_or_none(draft, request, conditions),
    )


def price_or_none(catalog: Catalog, request: PriceRequest, conditions: Conditions) -> Price | None:
    """The price; None when the catalogue refuses the request."""
    try:
        return timeless_price(catalog, request, conditions)
    except Invalid:
        return None


def totals_of(outcomes: Iterable[Outcome]) -> dict[str, ServiceTotals]:
    """By service type, in the order in which they were met."""
    totals: dict[str, ServiceTotals] = {}
    for outcome in outcomes:
        totals.setdefault(outcome.service_type, ServiceTotals()).add(outcome)
    return totals


def movers_of(outcomes: Sequence[Outcome], count: int) -> list[int]:
    """Which outcomes change the most, the largest first."""
    moving = [index for index, outcome in enumerate(outcomes) if outcome.change_cents]
    return sorted(moving, key=lambda index: -abs(outcomes[index].change_cents))[:count]


def changed_codes(outcome: Outcome) -> list[str]:
    """Codes of the lines that one price has and the other hasn't, in their order."""
    current, draft = (lines_of(price) for price in (outcome.current, outcome.draft))
    return list(dict.fromkeys(line.code for line in (*current, *draft) if line not in current or line not in draft))


def lines_of(price: Price | None) -> tuple[Line, ...]:
    """Its lines."""
    return price.lines if price else ()
