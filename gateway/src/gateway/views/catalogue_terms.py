"""Rules of date and demand, areas and options, as clients see them."""

from __future__ import annotations

from totetaxi.pricing.v1 import catalog_pb2 as message
from totetaxi.pricing.v1.pricing_service_pb2 import ResolveServiceAreaResponse

from gateway.schemas import catalogue_terms as schema
from gateway.views.words import dollars, service_type_word, words_of

BASIS_POINTS = 100
"""In one per cent."""


def percentage(basis_points: int) -> float:
    """Per cent, for people; nothing is computed with it."""
    return basis_points / BASIS_POINTS


def surcharge_rule(each: message.SurchargeRule) -> schema.SurchargeRule:
    """One date rule."""
    return schema.SurchargeRule(
        id=each.id,
        name=each.name,
        surcharge_type=each.surcharge_type,
        description=each.description,
        percentage=percentage(each.basis_points) if each.basis_points else None,
        fixed_amount_dollars=dollars(each.fixed_amount_cents) if each.fixed_amount_cents else None,
        service_types=[service_type_word(kind) for kind in each.service_types],
        when=surcharge_days(each),
        overrides=list(each.overrides),
    )


def surcharge_days(each: message.SurchargeRule) -> schema.SurchargeDays:
    """When it holds."""
    return schema.SurchargeDays(
        weekdays=list(each.weekdays) or None,
        first_date=each.dates.first or None,
        last_date=each.dates.last or None,
        yearly=each.yearly or None,
        holiday=each.holiday or None,
    )


def demand_rule(each: message.DemandRule) -> schema.DemandRule:
    """One demand rule."""
    return schema.DemandRule.model_validate(
        {
            "id": each.id,
            "name": each.name,
            "description": each.description,
            "target": words_of(message.DemandTarget.DESCRIPTOR)[each.target],
            "service_types": [service_type_word(kind) for kind in each.service_types],
            "steps": [demand_step(step) for step in each.steps],
            "floor_percentage": percentage(each.floor_basis_points),
            "ceiling_percentage": percentage(each.ceiling_basis_points),
        }
    )


def demand_step(each: message.DemandStep) -> schema.DemandStep:
    """From how full a day on, and what then."""
    return schema.DemandStep(
        booked_percentage=percentage(each.booked_basis_points),
        adjustment_percentage=percentage(each.adjustment_basis_points),
    )


def local_moves(each: message.LocalMoves) -> schema.LocalMoves:
    """Moves by the hour."""
    return schema.LocalMoves(
        zones=list(each.zones),
        price_per_hour_dollars=dollars(each.price_per_hour_cents),
        minimum_hours=each.minimum_hours,
    )


def service_area(each: message.ServiceArea) -> schema.ServiceArea:
    """One zone."""
    return schema.ServiceArea(
        zone=each.zone, name=each.name, surcharge_dollars=dollars(each.surcharge_cents), zip_codes=list(each.zip_codes)
    )


def service_area_of_zip(zip_code: str, answer: ResolveServiceAreaResponse) -> schema.ServiceAreaOfZip:
    """GET /api/public/service-areas/{zip_code}/."""
    area = answer.service_area
    return schema.ServiceAreaOfZip(
        zip_code=zip_code,
        zone=area.zone,
        name=area.name,
        surcharge_dollars=dollars(area.surcharge_cents),
        is_local_move_area=answer.is_local_move_area,
    )


def options(each: message.GeneralTerms) -> schema.Options:
    """What belongs to no single service."""
    return schema.Options(
        organizing_tax_percentage=percentage(each.organizing_tax_basis_points),
        credit_earned_percentage=percentage(each.credit_earned_basis_points),
        next_day_cutoff_hour=each.next_day_cutoff_hour if each.HasField("next_day_cutoff_hour") else None,
    )
