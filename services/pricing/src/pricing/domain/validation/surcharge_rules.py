"""Date rules: one amount, one way to say when, and days that exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from difflib import get_close_matches

from chassis.refusal import Fault

from pricing.domain.calendar import holiday_names
from pricing.domain.catalog import Catalog, SurchargeRule
from pricing.domain.request import MEMBERS as PRICED_SERVICES
from pricing.domain.validation.place import Place, place_of

WAYS = ("weekdays", "dates", "yearly", "holiday")
MONTH_AND_DAY = re.compile(r"\d{2}-\d{2}")
LEAP_YEAR = 2028


def surcharge_rule_faults(catalog: Catalog, year: int) -> Iterator[Fault]:
    """Every fault of every rule; holidays are those of `year` and the next."""
    known = holidays_known(year)
    for rule in catalog.surcharge_rules:
        place = place_of("surcharge_rule", rule)
        yield from service_faults(place, rule.service_types)
        if bool(rule.basis_points) == bool(rule.fixed_amount_cents):
            yield place.lack("basis_points", "must have either basis_points or fixed_amount_cents, and not both")
        if sum(bool(getattr(rule, way)) for way in WAYS) != 1:
            yield place.lack("weekdays", f"must have exactly one of {', '.join(WAYS)}")
        yield from day_faults(place, rule)
        if rule.holiday and rule.holiday not in known:
            yield place.fault("holiday", f"must be a holiday of the United States, {nearest(rule.holiday, known)}")


def service_faults(place: Place, service_types: Collection[str]) -> Iterator[Fault]:
    """A rule is for at least one service, and only for those that have a price."""
    if not service_types or not set(service_types) <= set(PRICED_SERVICES):
        yield place.fault("service_types", f"must be one or more of {', '.join(PRICED_SERVICES)}")


def day_faults(place: Place, rule: SurchargeRule) -> Iterator[Fault]:
    """Days that no calendar has."""
    if not rule.weekdays <= set(range(7)):
        yield place.fault("weekdays", "must be from 0 (Monday) to 6 (Sunday)")
    if rule.yearly and not (MONTH_AND_DAY.fullmatch(rule.yearly) and is_date(f"{LEAP_YEAR}-{rule.yearly}")):
        yield place.fault("yearly", "must be a day of the year as MM-DD, such as 07-04")
    if rule.dates and not all(map(is_date, rule.dates)):
        yield place.fault("dates", "must be dates of the calendar as YYYY-MM-DD")
    elif rule.dates and rule.dates[0] > rule.dates[1]:
        yield place.fault("dates", "must not end before they begin")


def is_date(text: str) -> bool:
    """Whether `text` is a date, written as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def holidays_known(year: int) -> list[str]:
    """The names that rules may use."""
    days = {**holiday_names(year), **holiday_names(year + 1)}
    return sorted({name for names in days.values() for name in names})


def nearest(name: str, known: list[str]) -> str:
    """The names that were perhaps meant, or all."""
    meant = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"such as {' or '.join(meant)}" if meant else f"one of {', '.join(known)}"
