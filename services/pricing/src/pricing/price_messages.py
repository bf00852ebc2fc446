"""Between the domain and the contract: requests and prices."""

from __future__ import annotations

from datetime import date
from typing import Any

from chassis.refusal import Invalid
from totetaxi.pricing.v1 import price_pb2

from pricing.domain.catalog import Catalog
from pricing.domain.line import Line, Price
from pricing.domain.mini_move import package_of
from pricing.domain.organizing import organizing_of
from pricing.domain.request import PriceRequest
from pricing.domain.specialty_item import items_of
from pricing.messages import (
    delivery_message,
    item_message,
    organizing_message,
    package_message,
    service_type_name,
)

PLAIN = (
    "pickup_zip_code",
    "delivery_zip_code",
    "coi_required",
    "mini_move_package_id",
    "include_packing",
    "include_unpacking",
    "estimated_minutes",
    "is_same_day_delivery",
    "airport",
    "is_expedited",
    "promotion_code",
    "use_credit",
    "one_hour_window",
    "airport_terminal",
)
OPTIONAL = ("standard_delivery_item_count", "bag_count", "months")


def date_of(text: str, field: str) -> date:
    """A calendar date. Raises Invalid for one that doesn't exist, such as 2027-02-30."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid("no_such_date", f"{field} must be a date of the calendar, as YYYY-MM-DD.", field) from error


def request_of(message: price_pb2.PriceRequest) -> PriceRequest:
    """The request as the domain knows it. Raises Invalid."""
    values: dict[str, Any] = {name: getattr(message, name) for name in PLAIN}
    values |= {name: getattr(message, name) for name in OPTIONAL if message.HasField(name)}
    return PriceRequest(
        service_type=service_type_name(message.service_type),
        pickup_date=date_of(message.pickup_date, "pickup_date"),
        specialty_item_ids=tuple(message.specialty_item_ids),
        **values,
    )


def price_message(priced: Price, catalog: Catalog, number: int, request: PriceRequest) -> price_pb2.Price:
    """The price with what it was made from, so that a booking keeps it as it was."""
    message = bare_price_message(priced, number)
    describe(message, catalog, request)
    return message


def bare_price_message(priced: Price, number: int) -> price_pb2.Price:
    """The lines and what they roll up to."""
    return price_pb2.Price(
        lines=[line_message(line) for line in priced.lines],
        base_cents=priced.sum_of("base"),
        date_surcharge_cents=priced.sum_of("date_surcharge"),
        geographic_surcharge_cents=priced.sum_of("geographic_surcharge"),
        coi_fee_cents=priced.sum_of("coi"),
        organizing_cents=priced.sum_of("organizing"),
        demand_cents=priced.sum_of("demand"),
        option_cents=priced.sum_of("option"),
        tax_cents=priced.sum_of("tax"),
        discount_cents=priced.sum_of("discount"),
        credit_cents=priced.sum_of("credit"),
        total_cents=priced.total_cents,
        catalog_version=number,
    )


def describe(message: price_pb2.Price, catalog: Catalog, request: PriceRequest) -> None:
    """Adds the catalogue's own words and rates for what was priced."""
    if request.service_type == "mini_move":
        message.mini_move_package.CopyFrom(package_message(package_of(catalog, request), catalog.coi_fee_cents))
        message.organizing_services.extend(organizing_message(service) for service in organizing_of(catalog, request))
    if request.service_type == "standard_delivery":
        message.standard_delivery.CopyFrom(delivery_message(catalog))
    if request.specialty_item_ids:
        message.specialty_items.extend(item_message(item) for item in items_of(catalog, request))


def line_message(line: Line) -> price_pb2.PriceLine:
    """One line."""
    return price_pb2.PriceLine(
        code=line.code,
        label=line.label,
        quantity=line.quantity,
        unit_amount_cents=line.unit_amount_cents,
        amount_cents=line.amount_cents,
        reason=line.reason,
        kind=f"LINE_KIND_{line.kind.upper()}",
    )
