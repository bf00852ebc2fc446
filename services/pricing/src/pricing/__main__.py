"""`python -m pricing serve | migrate | seed | deadletters … | outbox …`."""

from __future__ import annotations

import json
from importlib.resources import files

from chassis.clock import Clock
from chassis.commands import Service, main
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.runtime import Parts, Runtime
from totetaxi.pricing.v1.catalog_service_pb2_grpc import add_CatalogServiceServicer_to_server
from totetaxi.pricing.v1.pricing_service_pb2_grpc import add_PricingServiceServicer_to_server
from totetaxi.pricing.v1.promotion_service_pb2_grpc import add_PromotionServiceServicer_to_server

from pricing.actions import Offers, QuoteIds, publish_first_catalog
from pricing.api.catalog_api import CatalogApi
from pricing.api.pricing_api import PricingApi
from pricing.api.promotion_api import PromotionApi
from pricing.clock import loops
from pricing.demand import Demand
from pricing.domain.calendar import holiday_names
from pricing.events import listeners
from pricing.policy import POLICY
from pricing.sealing import Seal
from pricing.settings import PricingSettings
from pricing.snapshot import Snapshot


async def assemble(runtime: Runtime) -> Parts:
    """Pricing: every price, explained and versioned."""
    settings: PricingSettings = runtime.settings
    holiday_names(runtime.clock.now().year)  # the first look loads the package; no customer should wait for it
    snapshot = Snapshot(runtime.database)
    demand = Demand(runtime.database, snapshot, runtime.clock)
    offers = Offers(runtime.database, snapshot, demand)
    ids = QuoteIds(seal_of(settings), offers)
    api = PricingApi(runtime.database, snapshot, offers, ids, runtime.clock, settings.quote_minutes)
    two_people = settings.environment != "local"
    catalog_api = CatalogApi(runtime.database, snapshot, runtime.clock, by_second_person=two_people)
    return Parts(
        servicers=[
            (add_PricingServiceServicer_to_server, api),
            (add_CatalogServiceServicer_to_server, catalog_api),
            (add_PromotionServiceServicer_to_server, PromotionApi(runtime.database, runtime.clock)),
        ],
        policy=POLICY,
        listeners=listeners(runtime.clock),
        loops=loops(runtime.database, snapshot, demand, settings, runtime.clock),
    )


def seal_of(settings: PricingSettings) -> Seal:
    """Seals with today's secret and opens what the one before it sealed."""
    return Seal(settings.quote_secret.get_secret_value(), settings.quote_secret_previous.get_secret_value())


async def seed(database: Database, _settings: PricingSettings) -> None:
    """Publishes catalogue version 1 when there is none."""
    content = json.loads((files("pricing") / "seed" / "catalog.json").read_text())
    await publish_first_catalog(database, new_id(), content, Clock().now())


SERVICE = Service(name="pricing", settings=PricingSettings, assemble=assemble, seed=seed)

if __name__ == "__main__":
    main(SERVICE)
