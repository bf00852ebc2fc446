"""The price of a request: what it is made of, in the order its lines are shown."""

from __future__ import annotations

from datetime import datetime

from chassis.refusal import Invalid

from pricing.domain import blade_luggage, geography, mini_move, mini_storage, specialty_item, standard_delivery
from pricing.domain.catalog import Catalog, ServiceArea
from pricing.domain.coi import coi_lines
from pricing.domain.conditions import NO_CONDITIONS, Conditions
from pricing.domain.date_surcharge import date_lines
from pricing.domain.demand import demand_lines
from pricing.domain.line import Line, Price, sum_of
from pricing.domain.one_hour_window import one_hour_window_lines
from pricing.domain.organizing import organizing_lines, tax_lines
from pricing.domain.pickup_day import refuse_day
from pricing.domain.reductions import credit_lines, discount_lines
from pricing.domain.request import MEMBERS, PriceRequest, refuse_foreign_members

WITHOUT_GEOGRAPHY = {"blade_luggage", "mini_storage"}
QUOTED = "b2b_popup"


def price(catalog: Catalog, request: PriceRequest, now: datetime, conditions: Conditions = NO_CONDITIONS) -> Price:
    """Every line of `request` at this catalogue (pricing.md). Raises Invalid, naming the field and the rule.

    `now` only refuses days: the lines are those of `timeless_price`.
    """
    priced = timeless_price(catalog, request, conditions)
    refuse_day(catalog, request, now)
    return priced


def timeless_price(catalog: Catalog, request: PriceRequest, conditions: Conditions = NO_CONDITIONS) -> Price:
    """The same request at the same catalogue and conditions gives the same lines, for ever. Raises Invalid."""
    refuse_what_is_not_priced(request)
    refuse_foreign_members(catalog, request)
    areas = {} if request.service_type in WITHOUT_GEOGRAPHY else geography.areas_of(catalog, request)
    base = base_lines(catalog, request, areas)
    organizing = organizing_lines(catalog, request)
    before_tax = [
        *base,
        *date_lines(catalog, request, sum_of(base)),
        *demand_lines(catalog, request, base, organizing, conditions.booked_count),
        *geography.surcharge_lines(areas),
        *coi_lines(catalog, request),
        *organizing,
        *one_hour_window_lines(catalog, request),
    ]
    discount = discount_lines(sum_of(before_tax), conditions.promotion)
    owed = [*before_tax, *tax_lines(catalog, organizing), *discount]
    return Price((*owed, *credit_lines(sum_of(owed), request.use_credit, conditions)))


def refuse_what_is_not_priced(request: PriceRequest) -> None:
    """Raises Invalid for pop-ups, which staff quote, and for services that don't exist."""
    if request.service_type == QUOTED:
        message = "A B2B pop-up is quoted by our staff; send us a request for a quote instead."
        raise Invalid("quoted_by_staff", message, "service_type")
    if request.service_type not in MEMBERS:
        raise Invalid("unknown_service", f"service_type must be one of {', '.join(MEMBERS)}.", "service_type")


def base_lines(catalog: Catalog, request: PriceRequest, areas: dict[str, ServiceArea]) -> list[Line]:
    """What the service itself costs. Raises Invalid."""
    match request.service_type:
        case "mini_move":
            return mini_move.base_lines(catalog, request, areas)
        case "standard_delivery":
            return [*standard_delivery.base_lines(catalog, request), *specialty_item.riding_lines(catalog, request)]
        case "specialty_item":
            return specialty_item.base_lines(catalog, request)
        case "blade_luggage":
            return blade_luggage.base_lines(catalog, request)
        case _:
            return mini_storage.base_lines(catalog, request)
