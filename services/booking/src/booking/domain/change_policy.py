"""What calling a booking off gives back: a policy in data; its default is what our customers are promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from chassis.clock import NEW_YORK, new_york_date
from chassis.money import BASIS_POINTS, percentage_down


@dataclass(frozen=True, slots=True)
class ChangePolicy:
    """Until when a paid booking is called off for free, and what is paid back after that; shares in basis points."""

    free_hours: int = 48
    """Hours before the pickup window begins."""
    late_refund_basis_points: int = 5_000
    same_day_refund_basis_points: int = 0
    is_peak_never_free: bool = True
    """On a peak day or holiday the late share holds, however early the call comes."""


DEFAULT_POLICY: Final = ChangePolicy()


@dataclass(frozen=True, slots=True)
class Pickup:
    """The pickup that is called off."""

    begins_at: datetime
    is_peak: bool
    """Whether its price has a line for a peak day or a holiday."""


@dataclass(frozen=True, slots=True)
class CancellationTerms:
    """What calling off gives back, why, and until when that is so."""

    refund_cents: int
    kept_cents: int
    reason: str
    holds_until: datetime | None
    """None where no later hour changes it."""


def cancellation_terms(policy: ChangePolicy, pickup: Pickup, paid_cents: int, now: datetime) -> CancellationTerms:
    """What calling off at `now` gives back of `paid_cents` (USD cents; the share rounds down)."""
    if paid_cents == 0:
        return CancellationTerms(0, 0, "Nothing was paid yet, so there is nothing to pay back.", None)
    share, when, holds_until = share_at(policy, pickup, now)
    refund = percentage_down(paid_cents, share)
    return CancellationTerms(refund, paid_cents - refund, f"{when} {spoken_share(share)} is paid back.", holds_until)


def share_at(policy: ChangePolicy, pickup: Pickup, now: datetime) -> tuple[int, str, datetime | None]:
    """The share in basis points, when it holds as words, and until when."""
    free_until = pickup.begins_at - timedelta(hours=policy.free_hours)
    midnight = start_of_day(pickup.begins_at)
    if now >= midnight:
        return policy.same_day_refund_basis_points, "On the day of the pickup", None
    if pickup.is_peak and policy.is_peak_never_free:
        return policy.late_refund_basis_points, "For a pickup on one of our busiest days", midnight
    if now < free_until:
        return BASIS_POINTS, f"Until {policy.free_hours} hours before the pickup", free_until
    return policy.late_refund_basis_points, f"Less than {policy.free_hours} hours before the pickup", midnight


def spoken_share(basis_points: int) -> str:
    """`everything`, `50 %`, `nothing`."""
    if basis_points in (0, BASIS_POINTS):
        return "everything" if basis_points else "nothing"
    return f"{basis_points / 100:g} %"


def start_of_day(instant: datetime) -> datetime:
    """Midnight in New York at which the day of `instant` begins."""
    return datetime.combine(new_york_date(instant), time(), NEW_YORK)
