"""Price requests on their way in, prices on their way out."""

from __future__ import annotations

import math
from collections.abc import Iterable

from totetaxi.pricing.v1 import catalog_pb2 as catalogue
from totetaxi.pricing.v1 import price_pb2 as message
from totetaxi.pricing.v1.pricing_service_pb2 import PreviewPriceResponse

from gateway.schemas import prices as schema
from gateway.views.catalogue import organizing_word
from gateway.views.words import dollars, instant, line_kind_word, service_type_of, service_type_word, tier_word

SURCHARGES = {message.LINE_KIND_DATE_SURCHARGE, message.LINE_KIND_GEOGRAPHIC_SURCHARGE}


def price_request(sent: schema.ServiceMembers) -> message.PriceRequest:
    """What pricing is asked; whether its members belong together is for pricing to say."""
    return message.PriceRequest(
        service_type=service_type_of(sent.service_type),
        pickup_date=sent.pickup_date.isoformat(),
        pickup_zip_code=sent.pickup_zip_code or "",
        delivery_zip_code=sent.delivery_zip_code or "",
        coi_required=sent.coi_required,
        mini_move_package_id=sent.mini_move_package_id or "",
        include_packing=sent.include_packing,
        include_unpacking=sent.include_unpacking,
        estimated_minutes=math.ceil(sent.estimated_hours * 60) if sent.estimated_hours else 0,
        standard_delivery_item_count=sent.standard_delivery_item_count,
        is_same_day_delivery=sent.is_same_day_delivery,
        specialty_item_ids=sent.specialty_item_ids,
        bag_count=sent.bag_count,
        airport=sent.airport or "",
        is_expedited=sent.is_expedited,
        months=sent.months,
        promotion_code=sent.promotion_code or "",
        use_credit=sent.use_credit,
        one_hour_window=sent.one_hour_window,
        airport_terminal=sent.airport_terminal or "",
    )


def preview(request: message.PriceRequest, answer: PreviewPriceResponse) -> schema.Preview:
    """POST /api/public/pricing-preview/."""
    return schema.Preview(
        service_type=service_type_word(request.service_type),
        pickup_date=request.pickup_date,
        pricing=pricing(answer.price),
        details=details(request, answer.price),
        lines=[line(each) for each in answer.price.lines],
        quote_id=answer.quote_id,
        expires_at=instant(answer.expires_at),
        catalog_version=answer.price.catalog_version,
    )


def pricing(price: message.Price) -> schema.Pricing:
    """The roll-ups."""
    return schema.Pricing(
        base_price_dollars=dollars(price.base_cents),
        surcharge_dollars=dollars(price.date_surcharge_cents + price.geographic_surcharge_cents),
        geographic_surcharge_dollars=dollars(price.geographic_surcharge_cents),
        demand_dollars=dollars(price.demand_cents),
        coi_fee_dollars=dollars(price.coi_fee_cents),
        organizing_total_dollars=dollars(price.organizing_cents),
        option_dollars=dollars(price.option_cents),
        tax_dollars=dollars(price.tax_cents),
        discount_dollars=dollars(price.discount_cents),
        credit_dollars=dollars(price.credit_cents),
        total_price_dollars=dollars(price.total_cents),
    )


def line(each: message.PriceLine) -> schema.PriceLine:
    """One line."""
    return schema.PriceLine(
        code=each.code,
        kind=line_kind_word(each.kind),
        label=each.label,
        quantity=each.quantity,
        unit_amount_cents=each.unit_amount_cents,
        amount_cents=each.amount_cents,
        amount_dollars=dollars(each.amount_cents),
        reason=each.reason,
    )


def details(request: message.PriceRequest, price: message.Price) -> schema.Details:
    """What goes with the service type, and what costs more."""
    found = DETAILS[request.service_type](request, price) if request.service_type in DETAILS else schema.Details()
    found.surcharges = surcharges(price.lines) or None
    found.promotion_code = request.promotion_code or None
    return found


def surcharges(lines: Iterable[message.PriceLine]) -> list[schema.Surcharge]:
    """The lines that a date or an address added."""
    return [
        schema.Surcharge(name=each.label, amount_dollars=dollars(each.amount_cents), reason=each.reason)
        for each in lines
        if each.kind in SURCHARGES
    ]


def mini_move(request: message.PriceRequest, price: message.Price) -> schema.Details:
    """A package and its organizing."""
    return schema.Details(
        package_name=price.mini_move_package.name,
        package_tier=tier_word(price.mini_move_package.tier),
        coi_required=request.coi_required or None,
        one_hour_window=request.one_hour_window or None,
        organizing_services=[organizing_detail(each) for each in price.organizing_services] or None,
    )


def organizing_detail(each: catalogue.OrganizingService) -> schema.OrganizingDetail:
    """One organizing service."""
    return schema.OrganizingDetail(
        service=organizing_word(each),
        name=each.name,
        price_dollars=dollars(each.price_cents),
        duration_hours=each.duration_hours,
        organizer_count=each.organizer_count,
        supplies_allowance_dollars=dollars(each.supplies_allowance_cents),
    )


def standard_delivery(request: message.PriceRequest, price: message.Price) -> schema.Details:
    """Items and their rates, and what rides along."""
    return schema.Details(
        item_count=request.standard_delivery_item_count,
        is_same_day=request.is_same_day_delivery,
        per_item_rate=dollars(price.standard_delivery.price_per_item_cents),
        minimum_charge=dollars(price.standard_delivery.minimum_charge_cents),
        specialty_items=pieces(price) or None,
    )


def specialty_item(_request: message.PriceRequest, price: message.Price) -> schema.Details:
    """The pieces."""
    return schema.Details(specialty_items=pieces(price))


def pieces(price: message.Price) -> list[schema.SpecialtyDetail]:
    """Specialty items, one entry for each piece."""
    return [
        schema.SpecialtyDetail(name=each.name, price_dollars=dollars(each.price_cents))
        for each in price.specialty_items
    ]


def blade_luggage(request: message.PriceRequest, _price: message.Price) -> schema.Details:
    """Bags and the airport."""
    return schema.Details(
        bag_count=request.bag_count,
        airport=request.airport,
        airport_terminal=request.airport_terminal or None,
        is_expedited=request.is_expedited,
    )


def mini_storage(request: message.PriceRequest, _price: message.Price) -> schema.Details:
    """Months."""
    return schema.Details(months=request.months)


DETAILS = {
    catalogue.SERVICE_TYPE_MINI_MOVE: mini_move,
    catalogue.SERVICE_TYPE_STANDARD_DELIVERY: standard_delivery,
    catalogue.SERVICE_TYPE_SPECIALTY_ITEM: specialty_item,
    catalogue.SERVICE_TYPE_BLADE_LUGGAGE: blade_luggage,
    catalogue.SERVICE_TYPE_MINI_STORAGE: mini_storage,
}
