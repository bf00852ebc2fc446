"""What keeps a catalogue from being published: every reason at once."""

from __future__ import annotations

from chassis.refusal import Fault

from pricing.domain.catalog import Catalog
from pricing.domain.validation.amounts import amount_faults
from pricing.domain.validation.areas import area_faults
from pricing.domain.validation.demand_rules import demand_rule_faults
from pricing.domain.validation.keys import key_faults
from pricing.domain.validation.luggage import luggage_faults
from pricing.domain.validation.overrides import override_faults
from pricing.domain.validation.surcharge_rules import surcharge_rule_faults
from pricing.domain.validation.tiers import tier_faults
from pricing.domain.validation.words import word_faults


def faults_of(catalog: Catalog, year: int) -> list[Fault]:
    """Every fault, where it is and what would be right; none for a catalogue that can be published.

    `year` decides which holidays there are.
    """
    return [
        *key_faults(catalog),
        *word_faults(catalog),
        *amount_faults(catalog),
        *tier_faults(catalog),
        *luggage_faults(catalog.blade_luggage),
        *surcharge_rule_faults(catalog, year),
        *override_faults(catalog),
        *demand_rule_faults(catalog),
        *area_faults(catalog),
    ]
