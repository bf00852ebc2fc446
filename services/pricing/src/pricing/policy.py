"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import Policy, anybody

POLICY: Policy = {
    "totetaxi.pricing.v1.PricingService": {
        "GetCatalog": anybody,
        "PreviewPrice": anybody,
        "CreateQuote": anybody,
        "GetQuote": anybody,
        "ListDateSurcharges": anybody,
    },
}
