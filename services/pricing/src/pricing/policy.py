"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import Policy, any_of, anybody, customers, services, staff, staff_with
from totetaxi.pricing.v1 import catalog_service_pb2, promotion_service_pb2  # noqa: F401 - their contracts

catalog_managers = staff_with("can_manage_catalog")
credit_givers = staff_with("can_approve_refunds")

POLICY: Policy = {
    "totetaxi.pricing.v1.PricingService": {
        "GetCatalog": anybody,
        "PreviewPrice": anybody,
        "BatchPreviewPrices": anybody,
        "CreateQuote": anybody,
        "CreateCustomQuote": any_of(staff_with("can_manage_quotes"), services("booking")),
        "GetQuote": anybody,
        "RedeemQuote": services("booking"),
        "ReleaseQuote": services("booking"),
        "ReplayQuote": any_of(staff, services("booking", "payments")),
        "ResolveServiceArea": anybody,
        "ListDateSurcharges": anybody,
    },
    "totetaxi.pricing.v1.CatalogService": {
        "ListCatalogVersions": catalog_managers,
        "GetCatalogVersion": catalog_managers,
        "CreateDraft": catalog_managers,
        "ListDrafts": catalog_managers,
        "GetDraft": catalog_managers,
        "PutDraftEntry": catalog_managers,
        "RemoveDraftEntry": catalog_managers,
        "DiscardDraft": catalog_managers,
        "ValidateDraft": catalog_managers,
        "DiffVersions": catalog_managers,
        "SimulateDraft": catalog_managers,
        "PublishDraft": catalog_managers,
        "Rollback": catalog_managers,
    },
    "totetaxi.pricing.v1.PromotionService": {
        "CreatePromotion": catalog_managers,
        "UpdatePromotion": catalog_managers,
        "GetPromotion": catalog_managers,
        "ListPromotions": catalog_managers,
        "GetCredit": any_of(customers, staff),
        "AdjustCredit": credit_givers,
        "ExportCustomerData": customers,
    },
}
