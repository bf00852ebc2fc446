"""Dates that cost more: which rules match a pickup date (New York's calendar)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from pricing.domain.us_holidays import UnitedStates

if TYPE_CHECKING:
    from pricing.domain.catalog import SurchargeRule

REMEMBERED_DAYS = 4_096
"""Bounded: anybody may ask for any day."""


@lru_cache(maxsize=64)  # bounded: anybody may ask for any year
def holiday_names(year: int) -> dict[date, frozenset[str]]:
    """The named holidays of the United States in one year, on the days themselves (not when they are observed)."""
    calendar = UnitedStates(years=year, observed=False)
    return {day: frozenset(calendar.get_list(day)) for day in calendar}


def matches(rule: SurchargeRule, day: date) -> bool:
    """Whether `rule` holds on `day`."""
    if rule.dates:
        return rule.dates[0] <= day.isoformat() <= rule.dates[1]
    if rule.yearly:
        return day.strftime("%m-%d") == rule.yearly
    if rule.holiday:
        return rule.holiday in holiday_names(day.year).get(day, frozenset())
    return day.weekday() in rule.weekdays


def rules_on(rules: Iterable[SurchargeRule], day: date, service_type: str | None = None) -> list[SurchargeRule]:
    """The rules that hold on `day`, for one service type or (None) for any; less those that another one overrides.

    A rule overrides another only where both apply: what is no peak for this service leaves its weekend rule.
    """
    holding = [rule for rule in rules if applies(rule, service_type) and matches(rule, day)]
    overridden = {rule_id for rule in holding for rule_id in rule.overrides} if service_type else set()
    return [rule for rule in holding if rule.id not in overridden]


def applies(rule: SurchargeRule, service_type: str | None) -> bool:
    """Whether the rule is for this service type."""
    return service_type is None or service_type in rule.service_types


class SurchargeCalendar:
    """The days of one catalogue: which rules hold is found out once for each, so that more rules cost no more."""

    def __init__(self, rules: Iterable[SurchargeRule]) -> None:
        self._rules = tuple(rules)
        self._days: dict[tuple[date, str | None], tuple[tuple[str, ...], list[SurchargeRule]]] = {}

    def rules_on(self, day: date, service_type: str | None = None) -> list[SurchargeRule]:
        """As the function `rules_on`, of this calendar's rules."""
        return self._look_up(day, service_type)[1]

    def ids_on(self, day: date, service_type: str | None = None) -> tuple[str, ...]:
        """The ids of the same rules."""
        return self._look_up(day, service_type)[0]

    def _look_up(self, day: date, service_type: str | None) -> tuple[tuple[str, ...], list[SurchargeRule]]:
        found = self._days.get((day, service_type))
        if found is None:
            if len(self._days) >= REMEMBERED_DAYS:
                self._days.clear()
            rules = rules_on(self._rules, day, service_type)
            found = self._days[day, service_type] = tuple(rule.id for rule in rules), rules
        return found
