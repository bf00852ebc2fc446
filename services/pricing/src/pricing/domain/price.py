"""The price of a request: its base, then what date, place, insurance and organizing add."""

from __future__ import annotations

from datetime import datetime

from chassis.clock import new_york_date
from chassis.money import percentage_down
from chassis.refusal import Invalid

from pricing.domain import blade_luggage, geography, mini_move, mini_storage, specialty_item, standard_delivery
from pricing.domain.calendar import rules_on
from pricing.domain.catalog import Catalog, ServiceArea, SurchargeRule
from pricing.domain.line import Line, Price
from pricing.domain.request import MEMBERS, PriceRequest, refuse_foreign_members, spoken

WITHOUT_GEOGRAPHY = {"blade_luggage", "mini_storage"}
QUOTED = "b2b_popup"


def price(catalog: Catalog, request: PriceRequest, now: datetime) -> Price:
    """Every line of `request` at this catalogue (pricing.md). Raises Invalid, naming the field and the rule.

    The same request at the same catalogue gives the same lines; `now` only refuses dates that are over.
    """
    refuse_what_is_not_priced(request)
    refuse_foreign_members(request)
    refuse_past(request, now)
    areas = {} if request.service_type in WITHOUT_GEOGRAPHY else geography.areas_of(catalog, request)
    base = base_lines(catalog, request, areas, now)
    return Price(
        (
            *base,
            *date_lines(catalog, request, sum(line.amount_cents for line in base)),
            *geography.surcharge_lines(areas),
            *coi_lines(catalog, request),
            *organizing_lines(catalog, request),
        )
    )


def refuse_what_is_not_priced(request: PriceRequest) -> None:
    """Raises Invalid for pop-ups, which staff quote, and for services that don't exist."""
    if request.service_type == QUOTED:
        message = "A B2B pop-up is quoted by our staff; send us a request for a quote instead."
        raise Invalid("quoted_by_staff", message, "service_type")
    if request.service_type not in MEMBERS:
        raise Invalid("unknown_service", f"service_type must be one of {', '.join(MEMBERS)}.", "service_type")


def refuse_past(request: PriceRequest, now: datetime) -> None:
    """Raises Invalid when the pickup is before today in New York."""
    today = new_york_date(now)
    if request.pickup_date < today:
        message = f"pickup_date {request.pickup_date} is over; choose {today} or later (New York time)."
        raise Invalid("pickup_in_the_past", message, "pickup_date")


def base_lines(catalog: Catalog, request: PriceRequest, areas: dict[str, ServiceArea], now: datetime) -> list[Line]:
    """What the service itself costs. Raises Invalid."""
    match request.service_type:
        case "mini_move":
            return mini_move.base_lines(catalog, request, areas)
        case "standard_delivery":
            return standard_delivery.base_lines(catalog, request, now)
        case "specialty_item":
            return specialty_item.base_lines(catalog, request)
        case "blade_luggage":
            return blade_luggage.base_lines(catalog, request)
        case _:
            return mini_storage.base_lines(catalog, request)


def date_lines(catalog: Catalog, request: PriceRequest, base_cents: int) -> list[Line]:
    """One line for each date rule that holds; same-day deliveries are above them."""
    if request.is_same_day_delivery:
        return []
    rules = rules_on(catalog.surcharge_rules, request.pickup_date, request.service_type)
    return [date_line(rule, base_cents) for rule in rules]


def date_line(rule: SurchargeRule, base_cents: int) -> Line:
    """A percentage of the base, rounded down to the cent, or a fixed amount."""
    amount = percentage_down(base_cents, rule.basis_points) if rule.basis_points else rule.fixed_amount_cents
    return Line("date_surcharge", rule.surcharge_type, rule.name, 1, amount, rule.description)


def coi_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """The certificate of insurance, where it is asked for and not included. Raises Invalid with storage."""
    if not request.coi_required:
        return []
    if request.service_type == "mini_storage":
        message = (
            f"A certificate of insurance does not come with {spoken(request.service_type)}; leave coi_required out."
        )
        raise Invalid("coi_not_offered", message, "coi_required")
    if request.service_type == "mini_move" and mini_move.package_of(catalog, request).coi_included:
        return []
    reason = "A certificate of insurance for the building was asked for."
    return [Line("coi", "coi", "Certificate of insurance", 1, catalog.coi_fee_cents, reason)]


def organizing_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """Packing and unpacking of a mini move."""
    if request.service_type != "mini_move":
        return []
    return mini_move.organizing_lines(mini_move.organizing_of(catalog, request))
