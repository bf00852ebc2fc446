"""Between the domain and the contract: requests and prices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

from chassis.refusal import Invalid
from totetaxi.pricing.v1 import catalog_pb2, price_pb2

from pricing.domain.catalog import Catalog, SurchargeRule
from pricing.domain.line import Line, LineKind, Price
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

SERVICE_TYPES = {number: service_type_name(number) for number in catalog_pb2.ServiceType.values()}  # type: ignore[arg-type]
MEMBERS = {field: field.name for field in price_pb2.PriceRequest.DESCRIPTOR.fields}
LINE_KINDS: dict[str, Any] = {
    kind: price_pb2.LineKind.Value(f"LINE_KIND_{kind.upper()}") for kind in get_args(LineKind)
}
ROLL_UPS = {
    "base": "base_cents",
    "date_surcharge": "date_surcharge_cents",
    "demand": "demand_cents",
    "geographic_surcharge": "geographic_surcharge_cents",
    "coi": "coi_fee_cents",
    "organizing": "organizing_cents",
    "option": "option_cents",
    "tax": "tax_cents",
    "discount": "discount_cents",
    "credit": "credit_cents",
}
"""Where the lines of each kind are summed up."""


def date_of(text: str, field: str) -> date:
    """A calendar date. Raises Invalid for one that doesn't exist, such as 2027-02-30."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid("no_such_date", f"{field} must be a date of the calendar, as YYYY-MM-DD.", field) from error


def request_of(message: price_pb2.PriceRequest) -> PriceRequest:
    """The request as the domain knows it; members that were not sent are at their defaults. Raises Invalid."""
    members: dict[str, Any] = {MEMBERS[field]: value for field, value in message.ListFields()}
    members["service_type"] = SERVICE_TYPES[message.service_type]
    members["pickup_date"] = date_of(message.pickup_date, "pickup_date")
    if "specialty_item_ids" in members:
        members["specialty_item_ids"] = tuple(members["specialty_item_ids"])
    return PriceRequest.of(members)


def price_message(priced: Price, catalog: Catalog, number: int, request: PriceRequest) -> price_pb2.Price:
    """The price with what it was made from, so that a booking keeps it as it was."""
    message = bare_price_message(priced, number)
    describe(message, catalog, request)
    return message


def bare_price_message(priced: Price, number: int) -> price_pb2.Price:
    """The lines and what they roll up to."""
    sums: dict[str, Any] = dict.fromkeys(ROLL_UPS.values(), 0)
    for line in priced.lines:
        sums[ROLL_UPS[line.kind]] += line.amount_cents
    lines = [line_message(line) for line in priced.lines]
    return price_pb2.Price(lines=lines, total_cents=priced.total_cents, catalog_version=number, **sums)


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
        kind=LINE_KINDS[line.kind],
    )


def surcharges_message(day: date, rules: Iterable[SurchargeRule]) -> price_pb2.DateSurcharges:
    """A day that costs more, as a calendar shows it."""
    surcharges = [
        price_pb2.DateSurcharge(name=rule.name, surcharge_type=rule.surcharge_type, description=rule.description)
        for rule in rules
    ]
    return price_pb2.DateSurcharges(date=day.isoformat(), surcharges=surcharges)
